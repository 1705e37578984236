import type { Problem } from "../../kernel";
import type { PlannedResource, ReadLayer } from "../plan-json";

/**
 * A cluster that goes under what runs in it, and releases that are made anew because the cluster was out of reach: both
 * are possible only where the cluster and its platform share a state.
 */
export function platformProblems({ resources, drifted }: ReadLayer): Problem[] {
  const inside = resources.filter(({ type }) => isInside(type));
  const clusters = resources.filter(({ type }) => type === "aws_eks_cluster");
  return [...goingProblems(clusters, inside), ...lostProblems(inside, drifted)];
}

function isInside(type: string): boolean {
  return type === "helm_release" || type.startsWith("kubernetes_");
}

/** With its cluster gone, Terraform can neither read nor destroy what it has in the state. */
function goingProblems(clusters: readonly PlannedResource[], inside: readonly PlannedResource[]): Problem[] {
  // Which of several clusters a release runs in, no plan says.
  if (clusters.length !== 1) return [];
  const [{ address, verb }] = clusters as [PlannedResource];
  if (verb !== "replace" && verb !== "delete") return [];
  const staying = inside.filter((one) => one.before !== undefined && one.verb !== "delete" && one.verb !== "forget");
  if (staying.length === 0) return [];
  const why = `${named(staying)} in the same state would be out of reach; take the platform out of the environment and deploy that first, or keep it in a state of its own (layout "layered")`;
  return [{ path: address, expected: "a cluster that stays while anything of it is in the state", got: verb, why, rule: "cluster-under-platform" }];
}

/** The Helm provider takes a cluster that does not answer for one without releases, and plans to make them again. */
function lostProblems(inside: readonly PlannedResource[], drifted: readonly PlannedResource[]): Problem[] {
  const lost = new Set(drifted.filter(({ verb }) => verb === "delete").map(({ address }) => address));
  return inside
    .filter(({ type, address, verb }) => type === "helm_release" && verb === "create" && lost.has(address))
    .map(({ address, verb: got }) => {
      const why = `the cluster's API did not answer, or somebody uninstalled it; if so, take it out of the state: terraform state rm '${address}'`;
      return { path: address, expected: "the release that the state has", got, why, rule: "release-lost" };
    });
}

function named(resources: readonly PlannedResource[]): string {
  const [first, ...others] = resources.map(({ address }) => address);
  return others.length === 0 ? first! : `${first} and ${others.length} more`;
}
