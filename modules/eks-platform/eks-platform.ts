import { bind, Construct, type Expr, forward, type GivenInputs, partArguments, type Submodule, submodule, tf } from "../../kernel";
import { addonsModule } from "../addons/module";
import type { ClusterRef } from "../cluster/refs";
import { clusterModule } from "../cluster/module";
import { fargateProfilesModule } from "../fargate-profiles/module";
import { clusterFromOutputs } from "../from-outputs";
import type { NetworkRef } from "../network/refs";
import { nodeGroupsModule } from "../node-groups/module";
import { addonsWiring, fargateProfilesWiring, identitiesWiring, nodeGroupsWiring } from "../wiring";
import { workloadIdentityModule } from "../workload-identity/module";
import { type EksPlatformHandles, eksPlatformInputs, wired } from "./inputs";
import { madeOrExisting, oneNetwork } from "./network";
import { eksPlatformOutputs } from "./outputs";

/** A network, a cluster in it, what runs its pods, and the roles of what runs there: a call of each module. */
export class EksPlatform extends Construct {
  constructor(scope: Construct, id: string, given: GivenInputs<typeof eksPlatformInputs>) {
    super(scope, id);
    const inputs = bind(this, eksPlatformInputs, given, oneNetwork);
    const { call: networkCall, network } = madeOrExisting(this, inputs);
    const clusterCall = clusterOf(this, inputs, network);
    const below: Below = { inputs, network, clusterCall, cluster: clusterFromOutputs(clusterCall.output) };
    // Some add-ons stand before the nodes and some after, so each call waits for a part of the other.
    const nodesReady = forward("nodesReady");
    const addons = addonsOf(this, below, nodesReady.ready);
    const addonsReady = addons.output<readonly string[]>("before_nodes_ready");
    const nodeGroups = nodeGroupsOf(this, below, { addonsReady, roleArns: addons.output("addon_role_arns") });
    const fargate = fargateProfilesOf(this, below);
    nodesReady.set(tf`concat(${nodeGroups.output("ready")}, flatten(${fargate.every("ready")}))`);
    const identities = identitiesOf(this, below, addonsReady);
    eksPlatformOutputs(this, { network, networkCall, cluster: clusterCall, nodeGroups, fargate, addons, identities });
  }
}

interface Below {
  readonly inputs: EksPlatformHandles;
  readonly network: NetworkRef;
  readonly clusterCall: Submodule;
  readonly cluster: ClusterRef;
}

/** What every role has in common, and the tags. */
const common = ({ partition, rolePath, permissionsBoundary, tags }: EksPlatformHandles) => ({ partition, rolePath, permissionsBoundary, tags });

function clusterOf(scope: Construct, inputs: EksPlatformHandles, { vpcId, privateSubnetIds, intraSubnetIds }: NetworkRef) {
  const { name, account, cluster } = inputs;
  return submodule(scope, "cluster", clusterModule, {
    inputs: {
      name: tf<string>`coalesce(${cluster.name}, ${name})`,
      account,
      subnetIds: tf`length(${intraSubnetIds}) > 0 ? ${intraSubnetIds} : ${privateSubnetIds}`,
      ...partArguments(clusterModule.inputs, cluster, wired.cluster),
      securityGroup: tf`${cluster.securityGroup} == null ? null : merge(${cluster.securityGroup}, { vpc_id = ${vpcId} })`,
      ...common(inputs),
    },
  });
}

function addonsOf(scope: Construct, { inputs, cluster, clusterCall }: Below, nodesReady: Expr<readonly string[]>) {
  const { region, account, addons, addonIdentity } = inputs;
  return submodule(scope, "addons", addonsModule, {
    inputs: { ...addonsWiring({ cluster, nodesReady }), region, account, identity: addonIdentity, ipFamily: inputs.cluster.ipFamily, oidcProvider: clusterCall.output("oidc_provider"), addons, ...common(inputs) },
  });
}

/** The nodes manage the network interfaces of pods by their own role where vpc-cni has none. */
function nodeGroupsOf(scope: Construct, { inputs, cluster, network }: Below, { addonsReady, roleArns }: { readonly addonsReady: Expr<readonly string[]>; readonly roleArns: Expr<unknown> }) {
  const { nodeGroups: groups, nodePolicies: policies, nodeRoleName: roleName } = inputs;
  return submodule(scope, "node_groups", nodeGroupsModule, {
    inputs: { ...nodeGroupsWiring({ cluster, network, addonsReady }), groups, cniPolicy: tf`contains(keys(${roleArns}), "vpc-cni") ? null : {}`, policies, roleName, ...common(inputs) },
  });
}

/** A role that no profile uses is not made. */
function fargateProfilesOf(scope: Construct, { inputs, cluster, network }: Below) {
  const { region, account, fargateProfiles: profiles, fargateLogging: logging, fargateRoleName: roleName } = inputs;
  return submodule(scope, "fargate_profiles", fargateProfilesModule, {
    count: tf<boolean>`length(${profiles}) > 0`,
    inputs: { ...fargateProfilesWiring({ cluster, network }), region, account, profiles, logging, roleName, ...common(inputs) },
  });
}

function identitiesOf(scope: Construct, { inputs, cluster, clusterCall }: Below, addonsReady: Expr<readonly string[]>) {
  const { region, account, identities, organizationId } = inputs;
  return submodule(scope, "identities", workloadIdentityModule, {
    inputs: { ...identitiesWiring({ cluster, addonsReady }), region, account, oidcProvider: clusterCall.output("oidc_provider"), organizationId, identities, ...common(inputs) },
  });
}
