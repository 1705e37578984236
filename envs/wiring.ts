import { partitionOf } from "../aws/regions";
import { type Expr, forward, type PlatformApp, PlatformStack, type RemoteOutputs, remoteState, tf } from "../kernel";
import { Addons } from "../modules/addons/addons";
import { Cluster } from "../modules/cluster/cluster";
import type { ClusterRef } from "../modules/cluster/refs";
import { FargateProfiles } from "../modules/fargate-profiles/fargate-profiles";
import { existingNetwork } from "../modules/network/existing-network";
import { Network } from "../modules/network/network";
import type { NetworkRef } from "../modules/network/refs";
import { NodeGroups } from "../modules/node-groups/node-groups";
import { keysByOwner, ownerMoves } from "../modules/node-groups/owners";
import { fargateProfilesWiring, nodeGroupsWiring } from "../modules/wiring";
import { nodesNeedCniPolicy } from "./addon-identity";
import { addonsOf } from "./addons";
import type { CheckedEnvironment } from "./environment";
import { clusterFrom, networkFrom, nothing } from "./hand-over";
import { identities } from "./identities";
import { type Layer, layersOf, stackName } from "./layers";
import { declaredGroups } from "./node-groups";
import { ownerOutputs } from "./owner";
import { reviewRemark } from "./review-remark";
import { platform } from "./platform/platform";
import { awsProvider, tagsOf, targetOf } from "./provider";
import { backend, remoteBackend } from "./state";
import { controlPlaneTier, nodeZones } from "./subnets";

/** The oldest Terraform that environments run on; a module's own follows from what it uses. */
const TERRAFORM = "1.11";

/** A cluster, and what tells that it can be used. */
interface Running {
  readonly cluster: ClusterRef;
  /** After this pods get their roles by Pod Identity. */
  readonly agentReady: Expr<readonly string[]>;
  /** After this the API answers, nodes run and add-ons work. */
  readonly ready: Expr<readonly string[]>;
}

/** The stacks of an environment in the order in which they are made: one, or one a layer. */
export function environmentStacks(app: PlatformApp, environment: CheckedEnvironment): PlatformStack[] {
  const stacks = stacksByLayer(app, environment);
  /** What a layer made, as another one sees it: itself in the same stack, by named outputs across stacks. */
  const seenBy = <Made>(reader: Layer, layer: Layer, made: Made, across: (output: RemoteOutputs) => Made): Made => {
    const [from, to] = [stacks[layer], stacks[reader]!];
    if (from === undefined || from === to) return made;
    to.addDependency(from);
    return across(remoteState(to, layer, remoteBackend(environment, layer)));
  };
  const network = networkOf(stacks.network, environment);
  const running = clusterLayer(stacks.cluster!, environment, seenBy("cluster", "network", network, networkFrom));
  if (stacks.platform !== undefined) {
    const { agentReady, ...there } = seenBy("platform", "cluster", running, (output) => ({ cluster: clusterFrom(output), agentReady: nothing, ready: nothing }));
    platform({ stack: stacks.platform, environment, network: seenBy("platform", "network", network, networkFrom), ...there }, agentReady);
  }
  return [...new Set(Object.values(stacks))];
}

function stacksByLayer(app: PlatformApp, environment: CheckedEnvironment): Partial<Record<Layer, PlatformStack>> {
  const byName = new Map<string, PlatformStack>();
  const stacks = layersOf(environment).map((layer) => {
    const name = stackName(environment, layer);
    const stack = byName.get(name) ?? emptyStack(app, environment, layer);
    byName.set(name, stack);
    return [layer, stack] as const;
  });
  return Object.fromEntries(stacks);
}

function emptyStack(app: PlatformApp, environment: CheckedEnvironment, layer: Layer): PlatformStack {
  const stack = new PlatformStack(app, stackName(environment, layer), targetOf(environment.provider.version), TERRAFORM);
  backend(stack, environment, layer);
  awsProvider(stack, environment);
  ownerOutputs(stack, environment, layer);
  reviewRemark(stack, environment);
  return stack;
}

function networkOf(stack: PlatformStack | undefined, { name, network, existingNetwork: existing, roles }: CheckedEnvironment): NetworkRef {
  return network === null ? existingNetwork(existing!) : new Network(stack!, "network", { ...network, ...roles, name });
}

/** The control plane, nodes, add-ons and roles. */
function clusterLayer(stack: PlatformStack, environment: CheckedEnvironment, network: NetworkRef): Running {
  const { account, region, cluster: declared, roles } = environment;
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
    ...nodeGroupsWiring({ cluster, network, addonsReady: addons.beforeNodesReady }),
    partition,
    ...roles,
    cniPolicy: nodesNeedCniPolicy(environment) ? {} : null,
    groups: declaredGroups(environment),
    policies: environment.nodePolicies,
    // Instances and volumes are made by Auto Scaling, which does not know the provider's default tags.
    tags: tagsOf(environment),
  });
  ownerMoves(nodeGroups, keysByOwner(environment.nodeGroups, nodeZones(environment)));
  const fargate = fargateOf(stack, environment, { cluster, network });
  const allNodes = fargate === undefined ? nodeGroups.ready : tf<readonly string[]>`concat(${nodeGroups.ready}, ${fargate.ready})`;
  nodesReady.set(allNodes);
  const agentReady = addons.beforeNodesReady;
  identities(stack, environment, { cluster, agentReady });
  return { cluster, agentReady, ready: tf`concat(${cluster.accessReady}, ${allNodes}, ${addons.ready})` };
}

/** A role that no profile uses is not made. */
function fargateOf(stack: PlatformStack, environment: CheckedEnvironment, made: { readonly cluster: ClusterRef; readonly network: NetworkRef }) {
  const { account, region, roles, fargateProfiles: profiles, fargateLogging: logging } = environment;
  if (Object.keys(profiles).length === 0) return undefined;
  const place = { partition: partitionOf(region), region, account };
  return new FargateProfiles(stack, "fargate_profiles", { ...fargateProfilesWiring(made), ...place, profiles, logging, ...roles });
}
