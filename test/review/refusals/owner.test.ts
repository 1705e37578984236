import { refused } from "./refused";

interface Owner {
  readonly environment?: string;
  readonly layer?: string;
}

function plan(prior: Owner | undefined, planned: Owner) {
  // As Terraform 1.11 prints it: the outputs of `prior_state` are those of the new program.
  const outputs = Object.fromEntries(Object.entries(planned).map(([name, value]) => [name, { value }]));
  const changes = Object.entries(planned).map(([name, after]) => [name, { actions: ["update"], before: prior?.[name as keyof Owner] ?? null, after }]);
  return { format_version: "1.2", resource_changes: [], output_changes: Object.fromEntries(changes), planned_values: { outputs }, prior_state: { values: { outputs } } };
}
const judged = (prior: Owner | undefined, planned: Owner) => refused(plan(prior, planned));

test("the state of another environment or layer is refused", () => {
  const why = "its backend leads to the state of another one; each needs a key of its own, and only `change-layout` moves a state between layers";
  expect(judged({ environment: "prod", layer: "network" }, { environment: "staging", layer: "cluster" })).toEqual([
    `state output.environment: expected the state of "staging", got "prod"; ${why}   [state-of-another]`,
    `state output.layer: expected the state of "cluster", got "network"; ${why}   [state-of-another]`,
  ]);
});

test.each<[string, Owner | undefined]>([
  ["its own", { environment: "prod", layer: "network" }],
  ["one that is not written yet", undefined],
  ["one from before states said whose they are", {}],
])("%s is not", (_, prior) => {
  expect(judged(prior, { environment: "prod", layer: "network" })).toEqual([]);
});
