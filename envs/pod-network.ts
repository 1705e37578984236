import type { Value } from "../kernel/schema";
import type { podNetworkInput } from "./pod-network-input";

export type PodNetwork = Value<{ network: typeof podNetworkInput }>["network"];
type Texts = Readonly<Record<string, string>>;

/**
 * What vpc-cni is told of the network, in its own words, subnets left out: they are known to Terraform only.
 * Source: https://github.com/aws/amazon-vpc-cni-k8s, README.md at b521883 (2026-08-20), read 2026-11-21.
 */
export function cniSettings(network: PodNetwork): Readonly<Record<string, unknown>> {
  const { networkPolicy, securityGroupsForPods } = network;
  const strictGroups = securityGroupsForPods?.enforcing === "strict";
  return {
    env: { ...addressVariables(network), ...natVariables(network), ...policyVariables(network) },
    ...(networkPolicy !== null && { enableNetworkPolicy: "true" }),
    ...(networkPolicy !== null && (networkPolicy.flowLogs || networkPolicy.cloudWatchLogs) && {
      // What goes to CloudWatch is what the agent logs.
      nodeAgent: { enablePolicyEventLogs: "true", ...(networkPolicy.cloudWatchLogs && { enableCloudWatchLogs: "true" }) },
    }),
    // The kubelet could not reach pods behind a branch interface otherwise.
    ...(strictGroups && { init: { env: { DISABLE_TCP_EARLY_DEMUX: "true" } } }),
  };
}

function addressVariables({ prefixDelegation, warm, podSubnets }: PodNetwork): Texts {
  const targets = { WARM_PREFIX_TARGET: warm?.prefixes, WARM_ENI_TARGET: warm?.interfaces, WARM_IP_TARGET: warm?.addresses, MINIMUM_IP_TARGET: warm?.minimumAddresses };
  const given = Object.entries(targets).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)] as const]));
  return {
    ...(prefixDelegation && { ENABLE_PREFIX_DELEGATION: "true" }),
    ...Object.fromEntries(given),
    // A node finds the subnet of its pods by its own zone.
    ...(podSubnets !== null && { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true", ENI_CONFIG_LABEL_DEF: "topology.kubernetes.io/zone" }),
  };
}

function natVariables({ sourceNat, sourceNatExcludedCidrs: excluded }: PodNetwork): Texts {
  return {
    ...(sourceNat === "none" && { AWS_VPC_K8S_CNI_EXTERNALSNAT: "true" }),
    ...(excluded.length > 0 && { AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS: excluded.join(",") }),
  };
}

function policyVariables({ networkPolicy, securityGroupsForPods: groups }: PodNetwork): Texts {
  return {
    ...(networkPolicy !== null && { NETWORK_POLICY_ENFORCING_MODE: networkPolicy.enforcing }),
    ...(groups !== null && { ENABLE_POD_ENI: "true", POD_SECURITY_GROUP_ENFORCING_MODE: groups.enforcing }),
  };
}
