import type { Problem } from "../kernel";
import { accessProblems } from "./access-guard";
import { clusterPlans } from "./cluster-plan";
import { ownerProblems } from "./owner-guard";
import { formatProblems } from "./plan-json";
import { platformProblems } from "./platform-guard";
import { versionProblems } from "./version-guard";

/**
 * What EKS would refuse in the middle of an apply, what would shut everybody out, and what would take a cluster away from
 * under its platform, and whose state it is not, in a plan as `terraform show -json` prints it. Judged is only what the plan says for sure: an unknown value is no problem.
 */
export function planProblems(plan: unknown): Problem[] {
  const format = formatProblems(plan);
  if (format.length > 0) return format;
  return [...ownerProblems(plan), ...clusterPlans(plan).flatMap((cluster) => [...versionProblems(cluster), ...accessProblems(cluster)]), ...platformProblems(plan)];
}
