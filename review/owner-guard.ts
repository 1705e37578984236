import type { Problem } from "../kernel";
import { outputValues } from "./plan-json";

/** A state that says it is another environment's or another layer's: to apply into it would destroy what that one has. */
export function ownerProblems(plan: unknown): Problem[] {
  const { prior, planned } = outputValues(plan);
  return otherOwner(prior, planned);
}

/** The same of a state that is not planned yet, by the values of its outputs and those that the program says. */
export function otherOwner(prior: Readonly<Record<string, unknown>>, planned: Readonly<Record<string, unknown>>): Problem[] {
  return ["environment", "layer"]
    .filter((output) => prior[output] !== undefined && planned[output] !== undefined && prior[output] !== planned[output])
    .map((output) => {
      const why = "its backend leads to the state of another one; each needs a key of its own, and only `change-layout` moves a state between layers";
      return { path: `state output.${output}`, expected: `the state of ${JSON.stringify(planned[output])}`, got: prior[output], why, rule: "state-of-another" };
    });
}
