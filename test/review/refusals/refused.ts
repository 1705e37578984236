import { describe as sentence } from "../../../kernel";
import { readLayer } from "../../../review/plan-json";
import { planProblems } from "../../../review/refusals/plan-problems";

/** What is refused of a plan, as sentences. */
export function refused(plan: unknown): string[] {
  return planProblems(plan, readLayer("cluster", plan)).map(sentence);
}
