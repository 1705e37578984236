import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { blockWhen, commented, type Construct, type Expr, type Handles, optionalBlock, present, resource, tf } from "../../kernel";
import { autoModeBlocks } from "./auto-mode";
import { conditions } from "./conditions";
import type { clusterInputs } from "./inputs";

/** What the control plane is made with. */
interface Made {
  readonly roleArn: Expr<string>;
  readonly keyArn: Expr<string>;
  readonly securityGroupIds: Expr<readonly string[]>;
  readonly nodeRoleArn: Expr<string | null>;
  readonly after: readonly Expr<unknown>[];
}

/** The control plane itself. */
export function controlPlane(scope: Construct, inputs: Handles<typeof clusterInputs>, made: Made) {
  const { endpoint } = inputs;
  const { computeConfig, storageConfig, elasticLoadBalancing } = autoModeBlocks(inputs, made.nodeRoleArn);
  return resource(EksCluster, scope, "this", {
    name: inputs.name,
    roleArn: made.roleArn,
    version: inputs.kubernetesVersion,
    bootstrapSelfManagedAddons: commented(false, "Add-ons are managed as such: what EKS installs by itself could be neither set nor updated."),
    forceUpdateVersion: inputs.forceUpdate,
    deletionProtection: inputs.deletionProtection,
    enabledClusterLogTypes: inputs.logTypes,
    accessConfig: { authenticationMode: inputs.authenticationMode, bootstrapClusterCreatorAdminPermissions: inputs.creatorAdmin },
    computeConfig,
    controlPlaneScalingConfig: optionalBlock(inputs.controlPlaneTier, (tier) => ({ tier })),
    encryptionConfig: { resources: ["secrets"], provider: { keyArn: made.keyArn } },
    kubernetesNetworkConfig: { ipFamily: inputs.ipFamily, serviceIpv4Cidr: inputs.serviceCidr, elasticLoadBalancing },
    remoteNetworkConfig: optionalBlock(inputs.remoteNetworks, ({ nodeCidrs, podCidrs }) => ({
      remoteNodeNetworks: { cidrs: nodeCidrs },
      remotePodNetworks: blockWhen(tf<boolean>`length(${podCidrs}) > 0`, { cidrs: podCidrs }),
    })),
    storageConfig,
    upgradePolicy: { supportType: inputs.upgradePolicy },
    vpcConfig: {
      subnetIds: tf<readonly string[]>`values(${inputs.subnetIds})`,
      securityGroupIds: made.securityGroupIds,
      endpointPrivateAccess: endpoint.private,
      endpointPublicAccess: present(endpoint.public),
      publicAccessCidrs: tf<readonly string[]>`${endpoint.public} == null ? null : ${endpoint.public}.cidrs`,
    },
    zonalShiftConfig: optionalBlock(inputs.zonalShift, (enabled) => ({ enabled })),
    tags: inputs.tags,
    dependsOn: commented(made.after, "EKS needs its permissions until the cluster is deleted."),
    lifecycle: {
      ignoreChanges: commented(
        ["access_config[0].bootstrap_cluster_creator_admin_permissions", "bootstrap_self_managed_addons"],
        "Said once, when the cluster is made, and EKS forgets it: an adopted cluster may have said otherwise, an imported one says nothing.",
      ),
      preconditions: conditions(inputs),
    },
  });
}
