import { partitionOf } from "../aws/regions";
import { type Expr, forward, type PlatformApp, PlatformStack, tf } from "../kernel";
import { Addons } from "../modules/addons/addons";
import { Cluster } from "../modules/cluster/cluster";
import { FargateProfiles } from "../modules/fargate-profiles/fargate-profiles";
import { existingNetwork } from "../modules/network/existing-network";
import { Network } from "../modules/network/network";
import type { NetworkRef } from "../modules/network/refs";
import { NodeGroups } from "../modules/node-groups/node-groups";
import { keysByOwner, ownerMoves } from "../modules/node-groups/owners";
import { nodesNeedCniPolicy } from "./addon-identity";
import { addonsOf } from "./addons";
import type { CheckedEnvironment } from "./environment";
import { identities } from "./identities";
import { declaredGroups } from "./node-groups";
import { awsProvider, tagsOf, targetOf } from "./provider";
import { backend } from "./state";
import { controlPlaneTier, nodeZones } from "./subnets";

/** The oldest Terraform that environments run on; a module's own follows from what it uses. */
const TERRAFORM = "1.11";

/** The stack of an environment: its constructs, and what each gives to the next. */
export function environmentStack(app: PlatformApp, environment: CheckedEnvironment): PlatformStack {
  const stack = new PlatformStack(app, environment.name, targetOf(environment.provider.version), TERRAFORM);
  backend(stack, environment);
  awsProvider(stack, environment);
  const { account, region, cluster: declared, roles } = environment;
  const network = networkOf(stack, environment);
  const { running: _, securityGroup, ...own } = declared;
  const partition = partitionOf(region);
  const subnetIds = controlPlaneTier(environment) === "intra" ? network.intraSubnetIds : network.privateSubnetIds;
  const cluster = new Cluster(stack, "cluster", {
    ...own,
    ...roles,
    partition,
    account,
    subnetIds,
    securityGroup: securityGroup && { ...securityGroup, vpcId: network.vpcId },
  });
  // Some add-ons stand before the nodes and some after, so each construct waits for a part of the other.
  const nodesReady = forward("nodesReady");
  const addons = new Addons(stack, "addons", addonsOf(environment, { cluster, network, nodesReady: nodesReady.ready }));
  const nodeGroups = new NodeGroups(stack, "node_groups", {
    clusterName: cluster.name,
    kubernetesVersion: cluster.version,
    clusterEndpoint: cluster.endpoint,
    clusterCertificateAuthority: cluster.certificateAuthority,
    clusterServiceCidr: cluster.serviceCidr,
    clusterSecurityGroupId: cluster.securityGroupId,
    partition,
    subnetIds: network.privateSubnetIds,
    networkReady: network.egressReady,
    ...roles,
    addonsReady: addons.beforeNodesReady,
    cniPolicy: nodesNeedCniPolicy(environment) ? {} : null,
    groups: declaredGroups(environment),
    policies: environment.nodePolicies,
    // Instances and volumes are made by Auto Scaling, which does not know the provider's default tags.
    tags: tagsOf(environment),
  });
  ownerMoves(nodeGroups, keysByOwner(environment.nodeGroups, nodeZones(environment)));
  const fargate = fargateOf(stack, environment, { clusterName: cluster.name, network });
  nodesReady.set(fargate === undefined ? nodeGroups.ready : tf`concat(${nodeGroups.ready}, ${fargate.ready})`);
  identities(stack, environment, { cluster, agentReady: addons.beforeNodesReady });
  return stack;
}

/** A role that no profile uses is not made. */
function fargateOf(stack: PlatformStack, environment: CheckedEnvironment, { clusterName, network }: { readonly clusterName: Expr<string>; readonly network: NetworkRef }) {
  const { account, region, roles, fargateProfiles: profiles, fargateLogging: logging } = environment;
  if (Object.keys(profiles).length === 0) return undefined;
  const place = { partition: partitionOf(region), region, account };
  return new FargateProfiles(stack, "fargate_profiles", { clusterName, ...place, subnetIds: network.privateSubnetIds, networkReady: network.egressReady, profiles, logging, ...roles });
}

function networkOf(stack: PlatformStack, { name, network, existingNetwork: existing, roles }: CheckedEnvironment): NetworkRef {
  return network === null ? existingNetwork(existing!) : new Network(stack, "network", { ...network, ...roles, name });
}
