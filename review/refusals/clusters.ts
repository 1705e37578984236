import { grouped } from "../grouped";
import type { PlannedResource } from "../plan-json";

/** A cluster of a plan with what belongs to it. */
export interface PlannedCluster {
  readonly cluster: PlannedResource;
  readonly nodeGroups: readonly PlannedResource[];
  readonly addons: readonly PlannedResource[];
  readonly accessEntries: readonly PlannedResource[];
  readonly accessPolicies: readonly PlannedResource[];
}

const memberTypes = {
  aws_eks_node_group: "nodeGroups",
  aws_eks_addon: "addons",
  aws_eks_access_entry: "accessEntries",
  aws_eks_access_policy_association: "accessPolicies",
} as const;

/** The clusters of a plan. What cannot be told to belong to one is left out of all. */
export function clustersOf(resources: readonly PlannedResource[]): PlannedCluster[] {
  const clusters = resources
    .filter(({ type }) => type === "aws_eks_cluster")
    .map((cluster) => ({ cluster, place: placeOf(cluster), modules: modulesOf(cluster.address), nodeGroups: none(), addons: none(), accessEntries: none(), accessPolicies: none() }));
  const byName = grouped(clusters, ({ cluster }) => textOf(cluster, "name") ?? "");
  for (const member of resources) {
    if (!(member.type in memberTypes)) continue;
    const name = textOf(member, "cluster_name");
    const home = name === undefined ? undefined : homeOf(member, byName.get(name) ?? []);
    home?.[memberTypes[member.type as keyof typeof memberTypes]].push(member);
  }
  return clusters;
}

function none(): PlannedResource[] {
  return [];
}

interface Candidate {
  readonly place: string | undefined;
  readonly modules: readonly string[];
}

/** Two accounts or regions may each have a cluster of one name. */
function homeOf<C extends Candidate>(member: PlannedResource, candidates: readonly C[]): C | undefined {
  if (candidates.length < 2) return candidates[0];
  const place = placeOf(member);
  const there = place === undefined ? [] : candidates.filter((candidate) => candidate.place === place);
  if (there.length === 1) return there[0];
  const modules = modulesOf(member.address);
  const depths = candidates.map((candidate) => ({ candidate, depth: commonDepth(modules, candidate.modules) })).sort((a, b) => b.depth - a.depth);
  return depths[0]!.depth > depths[1]!.depth ? depths[0]!.candidate : undefined;
}

/** Region and account, as the ARN has them. */
function placeOf(resource: PlannedResource): string | undefined {
  const arn = textOf(resource, "arn") ?? textOf(resource, "access_entry_arn");
  return arn?.split(":").slice(3, 5).join(":");
}

/** How many modules two addresses share. */
function commonDepth(left: readonly string[], right: readonly string[]): number {
  const end = left.findIndex((step, index) => step !== right[index]);
  return end === -1 ? left.length : end;
}

function modulesOf(address: string): string[] {
  return [...address.matchAll(/module\.\w[\w-]*(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?/g)].map(([step]) => step);
}

/** A text as it will be, or as it is where that is not known yet. */
function textOf({ before, after }: PlannedResource, field: string): string | undefined {
  const value = after?.[field] ?? before?.[field];
  return typeof value === "string" ? value : undefined;
}
