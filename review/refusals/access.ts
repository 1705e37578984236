import { accessPolicies } from "../../aws/access-policies";
import { refusedAuthenticationStep } from "../../aws/cluster-limits";
import type { Problem } from "../../kernel";
import type { PlannedResource } from "../plan-json";
import { block, type Values } from "../values";
import type { PlannedCluster } from "./clusters";

/** Ways of being let in that EKS refuses to change back, and changes after which nobody is left who could change anything. */
export function accessProblems(plan: PlannedCluster): Problem[] {
  const { cluster } = plan;
  const [from, to] = [block(cluster.before, "access_config"), block(cluster.after, "access_config")];
  const [before, after] = [from?.["authentication_mode"], to?.["authentication_mode"]];
  const path = `${cluster.address} access_config[0].authentication_mode`;
  const step = cluster.verb === "update" ? stepProblems(path, before, after) : [];
  return step.length > 0 ? step : lockoutProblems(path, plan, { before, after, creator: to?.["bootstrap_cluster_creator_admin_permissions"] });
}

function stepProblems(path: string, before: unknown, after: unknown): Problem[] {
  const refused = refusedAuthenticationStep(before, after);
  if (refused === undefined) return [];
  const { allowed, ...more } = refused;
  return [{ path, expected: `${allowed} after ${String(before)}`, got: after, ...more, rule: "authentication-mode-step" }];
}

interface Modes {
  readonly before: unknown;
  readonly after: unknown;
  /** Whoever made the cluster administers it, by an entry that no plan shows. */
  readonly creator: unknown;
}

function lockoutProblems(path: string, plan: PlannedCluster, { before, after, creator }: Modes): Problem[] {
  if (after !== "API" || creator === true || administered(plan, "after")) return [];
  // Entries may be made elsewhere: without a change here that needs one, their absence means nothing.
  const { verb } = plan.cluster;
  const decides = verb === "create" || verb === "replace" || before !== after || administered(plan, "before");
  if (!decides) return [];
  const why = `in the mode API access entries alone let anybody in, and none has ${accessPolicies.clusterAdmin.name} in the whole cluster or groups of its own`;
  return [{ path, expected: "an access entry for somebody who can administer the cluster", got: after, why, rule: "cluster-locked" }];
}

/** Whether somebody may administer the cluster. What a group of Kubernetes may do, no plan knows. */
function administered({ accessEntries, accessPolicies: associations }: PlannedCluster, when: "before" | "after"): boolean {
  const entries = valuesOf(accessEntries, when);
  if (entries.some(({ kubernetes_groups: groups }) => Array.isArray(groups) && groups.length > 0)) return true;
  // EKS takes an entry's policies away with it.
  const principals = new Set(entries.map(({ principal_arn: principal }) => principal));
  const gone = when === "before" ? [] : accessEntries.filter(({ verb }) => verb === "delete").map((entry) => entry.before?.["principal_arn"]);
  return valuesOf(associations, when).some((association) => {
    const principal = association["principal_arn"];
    return administers(association) && (principals.has(principal) || !gone.includes(principal));
  });
}

function valuesOf(resources: readonly PlannedResource[], when: "before" | "after") {
  return resources.map((resource) => resource[when]).filter((values) => values !== undefined);
}

function administers(association: Values): boolean {
  const policy = association["policy_arn"];
  const scope = block(association, "access_scope")?.["type"];
  const whole = scope === undefined || scope === "cluster";
  return whole && (typeof policy !== "string" || policy.endsWith(`/${accessPolicies.clusterAdmin.name}`));
}
