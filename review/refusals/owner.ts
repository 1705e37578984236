import type { Problem } from "../../kernel";
import { outputValues } from "../plan-json";

type Values = Readonly<Record<string, unknown>>;

/** A state that says it is another environment's or another layer's: to apply into it would destroy what that one has. */
export function ownerProblems(plan: unknown): Problem[] {
  const { prior, planned } = outputValues(plan);
  return otherOwner(prior, planned);
}

/** The same of a state that is not planned yet, by the values of its outputs and those that the program says. */
export function otherOwner(prior: Values, planned: Values): Problem[] {
  return ownersThatDiffer(prior, planned).map((output) => {
    const why = "its backend leads to the state of another one; each needs a key of its own, and only `change-layout` moves a state between layers";
    return { path: `state output.${output}`, expected: `the state of ${JSON.stringify(planned[output])}`, got: prior[output], why, rule: "state-of-another" };
  });
}

/** What a state and a program say in different ways: environment, layer or both. */
export function ownersThatDiffer(prior: Values, planned: Values): string[] {
  return ["environment", "layer"].filter((output) => prior[output] !== undefined && planned[output] !== undefined && prior[output] !== planned[output]);
}
