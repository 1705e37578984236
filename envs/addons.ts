import { knownAddonVersion } from "../aws/addon-versions";
import { partitionOf } from "../aws/regions";
import { type Expr, type GivenInputs, json, tf } from "../kernel";
import type { addonsInputs } from "../modules/addons/inputs";
import { hasOwnRole } from "../modules/addons/identity-of";
import type { ClusterRef } from "../modules/cluster/refs";
import type { NetworkRef } from "../modules/network/refs";
import { addonsWiring, oidcProviderOf } from "../modules/wiring";
import { identityData } from "./addon-identity";
import { joined, settingsOf, settingsText } from "./addon-settings";
import type { CheckedEnvironment } from "./environment";
import { hasPolicies } from "./platform/policies";

type Given = GivenInputs<typeof addonsInputs>;
type Addon = CheckedEnvironment["addons"][string];

interface Made {
  readonly cluster: ClusterRef;
  readonly network: NetworkRef;
  readonly nodesReady: Expr<readonly string[]>;
}

/** What the add-ons of an environment are given. */
export function addonsOf(environment: CheckedEnvironment, made: Made): Given {
  const { account, region, roles, addonIdentity, cluster, addons } = environment;
  return {
    ...addonsWiring(made),
    partition: partitionOf(region),
    region,
    account,
    identity: addonIdentity,
    ipFamily: cluster.ipFamily,
    oidcProvider: cluster.oidcProvider && oidcProviderOf(made.cluster),
    addons: Object.fromEntries(Object.entries(addons).map(([name, addon]) => [name, addonOf(environment, made, name, addon)])),
    ...roles,
  };
}

function addonOf(environment: CheckedEnvironment, made: Made, name: string, addon: Addon): Given["addons"] extends Readonly<Record<string, infer A>> ? A : never {
  const { configuration: _, podNetwork, permissions, ...own } = addon;
  const { cluster, addonIdentity, addons } = environment;
  const policyLogs = podNetwork?.networkPolicy?.cloudWatchLogs === true && hasOwnRole(identityData({ addonIdentity, addons, oidcProvider: cluster.oidcProvider }), name);
  return {
    ...own,
    // Pinned, so that a plan changes by a change of this repository alone.
    version: own.version ?? (own.resolveVersion === null ? (knownAddonVersion(name, cluster.kubernetesVersion) ?? null) : null),
    permissions: policyLogs ? { policyArns: {}, volumeKeys: null, buckets: null, hostedZones: null, logGroups: null, ...permissions, policyLogs: {} } : permissions,
    configurationValues: configurationValues(environment, made, name, addon),
  } as never;
}

function configurationValues(environment: CheckedEnvironment, { cluster, network }: Made, name: string, addon: Addon): string | Expr<string> | null {
  // Policies that nobody enforces would be a promise.
  const settings = name === "vpc-cni" && hasPolicies(environment) ? { enableNetworkPolicy: "true", ...settingsOf(addon) } : settingsOf(addon);
  const { podSubnets } = addon.podNetwork ?? {};
  if (podSubnets == null) return Object.keys(settings).length === 0 ? null : settingsText(settings);
  const securityGroups = podSubnets.securityGroupIds ?? [cluster.securityGroupId];
  const subnets = podZones(environment).map((zone) => [zone, { id: tf`${network.podSubnetIds}[${zone}]`, securityGroups }] as const);
  return json(joined({ eniConfig: { create: true, region: environment.region, subnets: Object.fromEntries(subnets) } }, settings));
}

/** The zones in which there are subnets for pods. */
export function podZones({ network, existingNetwork }: Pick<CheckedEnvironment, "network" | "existingNetwork">): readonly string[] {
  if (network !== null) return network.podSubnets === null ? [] : network.zones;
  return Object.keys(existingNetwork?.podSubnetIds ?? {});
}
