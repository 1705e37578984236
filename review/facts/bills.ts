import { kubernetesSupport } from "../../aws/kubernetes-versions";
import { block, text, texts } from "../values";
import { type Bill, flat, rate } from "./bill";
import { nodeGroupBill } from "./node-group-bill";
import type { Side } from "./sides";
import { volumeBill } from "./volume-bill";

interface Billing {
  readonly bill: (side: Side, templates: readonly Side[], at: Date) => Bill;
  /** What is paid for by use: no plan knows how much. */
  readonly byUse?: string;
}

/** What is paid for as long as it is there. */
export const billings: Readonly<Record<string, Billing>> = {
  aws_eks_cluster: { bill: clusterBill },
  aws_eks_node_group: { bill: nodeGroupBill, byUse: `data between zones (${rate("dataBetweenZones")} in each direction)` },
  aws_nat_gateway: { bill: natGatewayBill, byUse: `data through NAT gateways (${rate("natGatewayData")})` },
  aws_eip: { bill: publicAddressBill },
  aws_vpc_endpoint: { bill: endpointBill },
  aws_kms_key: { bill: () => flat("kmsKey", "1 key"), byUse: "requests to KMS keys, and their first two rotations" },
  aws_ebs_volume: { bill: volumeBill },
  aws_lb: { bill: loadBalancerBill, byUse: "capacity units of load balancers" },
};

/** What is paid for by use alone, or has no price here. */
export const unpricedTypes: Readonly<Record<string, string>> = {
  aws_cloudwatch_log_group: `logs (${rate("logIngestion")} taken in, ${rate("logStorage")} kept)`,
  aws_flow_log: "flow logs, by what they deliver",
  aws_eks_fargate_profile: `pods on Fargate (${rate("fargateVcpu")} and vCPU, ${rate("fargateMemoryGb")} and GB of memory)`,
  aws_s3_bucket: "storage and requests of buckets",
  aws_dynamodb_table: "requests and storage of DynamoDB tables",
  helm_release: "load balancers, volumes and nodes that controllers in the cluster make",
};

/** What costs nothing itself. */
const free = [
  /^aws_(iam|default|route|route_table|internet_gateway|egress_only_internet_gateway|network_acl|vpc_security_group|security_group|vpc_dhcp)(_|$)/,
  /^aws_(vpc|subnet|launch_template|kms_alias|kms_key_policy|autoscaling_group_tag|vpc_ipv4_cidr_block_association|vpc_ipv6_cidr_block_association|vpc_endpoint_\w+)$/,
  /^aws_eks_(access_entry|access_policy_association|addon|identity_provider_config|pod_identity_association)$/,
  /^aws_(s3_bucket|cloudwatch_log|lb|eip|ec2_tag|ec2_subnet_cidr)_\w+$/,
];

/** Types of AWS that nothing here says anything of. */
export function isUnlooked(type: string): boolean {
  return type.startsWith("aws_") && billings[type] === undefined && unpricedTypes[type] === undefined && !free.some((pattern) => pattern.test(type));
}

/**
 * In extended support a cluster costs six times as much. One with the policy STANDARD never gets there: AWS upgrades it.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/view-upgrade-policy.html, read 2026-11-22.
 */
function clusterBill({ values }: Side, _: readonly Side[], at: Date): Bill {
  const version = text(values, "version");
  if (version === undefined) return { unpriced: "a Kubernetes version that the plan does not say" };
  const support = kubernetesSupport(version, at);
  const extended = text(block(values, "upgrade_policy"), "support_type") !== "STANDARD" && (support === "extended" || support === "ended");
  const priced = extended ? flat("eksClusterExtendedSupport", `Kubernetes ${version} in extended support`) : flat("eksCluster", `Kubernetes ${version} in standard support`);
  const auto = block(values, "compute_config")?.["enabled"] === true;
  const besides = [...(auto ? ["nodes of Auto Mode"] : []), ...(support === "unknown" ? [`extended support of Kubernetes ${version}, of which no dates are known`] : [])];
  return { ...priced, how: support === "unknown" ? `Kubernetes ${version}` : priced.how, besides };
}

function natGatewayBill({ values }: Side): Bill {
  if (text(values, "availability_mode") === "regional") return { unpriced: "a regional one is paid for in each zone that it is in" };
  return flat("natGateway", "1 gateway");
}

function publicAddressBill({ values }: Side): Bill {
  const pool = text(values, "public_ipv4_pool");
  return pool === undefined || pool === "amazon" ? flat("publicIpv4Address", "1 public IPv4 address") : { unpriced: `an address of the pool ${pool}` };
}

/** Each of its subnets is in a zone of its own. */
function endpointBill({ values }: Side): Bill {
  const type = text(values, "vpc_endpoint_type");
  if (type === "Gateway") return flat("gatewayEndpoint", "gateway endpoints are free");
  if (type !== "Interface") return { unpriced: `endpoints of type ${type ?? "that the plan does not say"}` };
  const zones = texts(values, "subnet_ids").length;
  if (zones === 0) return { unpriced: "subnets that are known after apply" };
  const price = flat("interfaceEndpoint", `${zones} ${zones === 1 ? "zone" : "zones"}`, zones);
  return { ...price, besides: [`data through interface endpoints (${rate("interfaceEndpointData")})`] };
}

function loadBalancerBill({ values }: Side): Bill {
  const kind = text(values, "load_balancer_type") ?? "application";
  if (kind === "application") return flat("applicationLoadBalancer", "1 application load balancer");
  return kind === "network" ? flat("networkLoadBalancer", "1 network load balancer") : { unpriced: `load balancers of type ${kind}` };
}
