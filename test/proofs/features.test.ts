import { plan } from "../plan";
import { floor, type Json, newest, synthModule } from "../synth";
import { bothBindings } from "./both-bindings";
import { featureSets, newerFeatures } from "./feature-table";
import { bindingsOf } from "./plan-difference";
import { problemsOfData, subjects } from "./subjects";

process.env.GOGC ??= "400";

const instances = featureSets.map(({ module, given }) => {
  const subject = subjects.find(({ definition }) => definition.name === module)!;
  return { subject, given: { ...subject.smallest, ...given } };
});

describe("what the modules can do, planned by the real provider", () => {
  let calls: ReturnType<typeof bindingsOf>["calls"];
  beforeAll(async () => {
    expect(instances.flatMap(({ subject, given }) => problemsOfData(subject, given, floor))).toEqual([]);
    ({ calls } = bindingsOf((await plan(bothBindings(instances))).json));
  });

  const rows = featureSets.flatMap(({ module, features }, index) => Object.entries(features).map(([claim, [address, shows]]) => ({ module, claim, address, shows, index })));
  it.each(rows)("$module: $claim", ({ address, shows, index }) => {
    const [, type, rest] = /^(\w+)\.(.*)$/.exec(address)!;
    expect(calls[`${type}.n${index}_${rest}`]?.after).toMatchObject(shows);
  });
});

it.each(newerFeatures)("%s comes with a newer provider", (_, module, type, argument) => {
  const { definition } = subjects.find(({ definition: { name } }) => name === module)!;
  const has = (json: Json) => JSON.stringify(json["resource"]?.[type] ?? {}).includes(`"${argument}"`);
  expect([floor, newest].map((target) => has(synthModule(definition, target)))).toEqual([false, true]);
});
