import { accessPolicyNames } from "../aws/access-policies";
import { autoModeAddons } from "../aws/cluster-limits";
import type { Problem } from "../kernel";
import { join } from "../kernel/check";
import { overlaps, parseCidr } from "../kernel/cidr";
import { nearest } from "../kernel/nearest";
import { type ClusterAccess, clusterProblems as ownProblems } from "../modules/cluster/problems";
import type { ReadableEnvironment } from "./readable";
import { networkBlocks } from "./subnets";

type Cluster = NonNullable<ReadableEnvironment["cluster"]>;

/** What is wrong with the cluster: in itself, by what is known of AWS, and for what the environment puts beside it. */
export function clusterProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const { cluster } = environment;
  if (cluster === undefined) return [];
  const at = `${path}cluster`;
  const own = isComplete(cluster) ? ownProblems(at, cluster) : [];
  return [...own, ...policyProblems(at, cluster), ...familyProblems(at, environment), ...remoteProblems(at, environment), ...autoModeProblems(path, environment)];
}

const needed = ["authenticationMode", "accessEntries", "creatorAdmin", "awsAuth", "autoMode", "remoteNetworks", "ipFamily", "serviceCidr", "securityGroup", "securityGroupIds"] as const;

/** Can the cluster's own rules read it? */
function isComplete(cluster: Cluster): cluster is Cluster & ClusterAccess {
  return needed.every((name) => name in cluster);
}

/** EKS would find out only after the cluster is made. */
function policyProblems(path: string, { accessEntries = {} }: Cluster): Problem[] {
  return Object.entries(accessEntries).flatMap(([name, { policies }]) =>
    Object.keys(policies)
      .filter((policy) => !(accessPolicyNames as readonly string[]).includes(policy))
      .map((policy) => ({
        path: join(`${join(`${path}.accessEntries`, name)}.policies`, policy),
        expected: `one of ${accessPolicyNames.join(", ")}`,
        got: policy,
        suggestion: nearest(policy, accessPolicyNames),
        rule: "access-policy",
      })),
  );
}

function familyProblems(path: string, { cluster, network }: ReadableEnvironment): Problem[] {
  if (cluster?.ipFamily !== "ipv6" || !network) return [];
  const why = "the network that is made here has no IPv6 blocks; one of existingNetwork may have";
  return [{ path: `${path}.ipFamily`, expected: "ipv4", got: "ipv6", why, suggestion: "ipv4", rule: "ipv6-network" }];
}

/** Traffic to a hybrid node would stay in the VPC, or reach a service. */
function remoteProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const { remoteNetworks, serviceCidr: services } = environment.cluster ?? {};
  if (!remoteNetworks) return [];
  const ours = [
    ...networkBlocks(environment).map((block) => [block, "the VPC's"] as const),
    ...(services ? [services] : []).map((block) => [block, "the services'"] as const),
  ];
  const own = (["nodeCidrs", "podCidrs"] as const).flatMap((field) => remoteNetworks[field].map((block, index) => ({ block, at: `${path}.remoteNetworks.${field}[${index}]` })));
  return own.flatMap(({ block, at }, index) => {
    const others = [...ours, ...own.slice(0, index).map((other) => [other.block, "the remote"] as const)];
    const found = others.find(([other]) => overlap(block, other));
    return found === undefined ? [] : [{ path: at, expected: `a block apart from ${found[1]} ${found[0]}`, got: block, why: "an address belongs to one side", rule: "remote-network-overlap" }];
  });
}

function overlap(a: string, b: string): boolean {
  const [one, other] = [parseCidr(a), parseCidr(b)];
  return one !== undefined && other !== undefined && overlaps(one, other);
}

/** Where Auto Mode runs all nodes, it brings what they need itself. Beside node groups the add-ons are theirs. */
function autoModeProblems(path: string, { cluster, nodeGroups, addons = {} }: ReadableEnvironment): Problem[] {
  if (!cluster?.autoMode?.enabled || nodeGroups === undefined || Object.keys(nodeGroups).length > 0) return [];
  return Object.keys(addons)
    .filter((name) => (autoModeAddons as readonly string[]).includes(name))
    .map((name) => ({ path: join(`${path}addons`, name), expected: "no add-on that Auto Mode brings itself", got: name, why: "there are no node groups that would need it", rule: "auto-mode-addon" }));
}
