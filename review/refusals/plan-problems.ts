import type { Problem } from "../../kernel";
import { formatProblems, type ReadLayer } from "../plan-json";
import { accessProblems } from "./access";
import { clustersOf } from "./clusters";
import { ownerProblems } from "./owner";
import { platformProblems } from "./platform";
import { versionProblems } from "./versions";

/**
 * What is refused whoever wants it, unlike what guards stop (`review/guards/`): what EKS would refuse in the middle of an apply, what
 * would shut everybody out, what would take a cluster away from under its platform, and the state of another one. Judged is only what
 * the plan says for sure: an unknown value is no problem.
 */
export function planProblems(plan: unknown, layer: ReadLayer): Problem[] {
  const format = formatProblems(plan);
  if (format.length > 0) return format;
  return [...ownerProblems(plan), ...clustersOf(layer.resources).flatMap((cluster) => [...versionProblems(cluster), ...accessProblems(cluster)]), ...platformProblems(layer)];
}
