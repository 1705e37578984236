import { refuse } from "../../kernel";
import { planFiles } from "../harness";
import { platformProvidersMissing } from "../harness/stand-in";
import { cannotPlan } from "../providers";
import { itUnless } from "../skip";
import { floor, type Json, newest, synthModule } from "../synth";
import { bothBindings } from "./both-bindings";
import { featureSets, newerFeatures } from "./feature-table";
import { bindingsOf } from "./plan-difference";
import { problemsOfData, subjects } from "./subjects";

const subjectOf = (module: string) => subjects.find(({ definition }) => definition.name === module)!;
const sets = featureSets.filter(({ module }) => cannotPlan(subjectOf(module).definition) === undefined);
itUnless(platformProvidersMissing, "every feature is looked at", () => expect(sets).toEqual(featureSets));

const instances = sets.map(({ module, given }) => {
  const subject = subjectOf(module);
  return { subject, given: { ...subject.smallest, ...given } };
});

describe("what the modules can do, planned", () => {
  let calls: ReturnType<typeof bindingsOf>["calls"];
  beforeAll(async () => {
    refuse(instances.flatMap(({ subject, given }) => problemsOfData(subject, given, floor)));
    ({ calls } = bindingsOf((await planFiles(bothBindings(instances))).json));
  });

  const rows = sets.flatMap(({ module, features }, index) => Object.entries(features).map(([claim, [address, shows]]) => ({ module, claim, address, shows, index })));
  it.each(rows)("$module: $claim", ({ address, shows, index }) => {
    const [, type, rest] = /^(\w+)\.(.*)$/.exec(address)!;
    const after = calls[`${type}.n${index}_${rest}`]?.after;
    expect({ after, shows: fits(after, shows) }).toEqual({ after: expect.anything() as unknown, shows: true });
  });
});

it.each(newerFeatures)("%s comes with a newer provider", (_, module, type, argument) => {
  const { definition } = subjectOf(module);
  const has = (json: Json) => JSON.stringify(json["resource"]?.[type] ?? {}).includes(`"${argument}"`);
  expect([floor, newest].map((target) => has(synthModule(definition, target)))).toEqual([false, true]);
});

it("the comparison tells what is there from what is not", () => {
  const planned = { name: "eks", sizes: [{ min: 1, max: 3 }, { min: 2, max: 4 }], on: true };
  const there = [{ name: /^e/ }, { sizes: [{ max: 4 }, { min: 1 }] }, {}];
  const absent = [{ name: /^k/ }, { sizes: [{ min: 1, max: 4 }] }, { on: "true" }, { off: false }, { name: {} }];
  expect([...there, ...absent].map((shows) => fits(planned, shows))).toEqual([...there.map(() => true), ...absent.map(() => false)]);
  expect(fits(undefined, {})).toBe(false);
});

/** Some of the fields, some of the elements, a text that fits. */
function fits(actual: unknown, shows: unknown): boolean {
  if (shows instanceof RegExp) return typeof actual === "string" && shows.test(actual);
  if (Array.isArray(shows)) return Array.isArray(actual) && shows.every((one) => actual.some((element) => fits(element, one)));
  if (typeof shows !== "object" || shows === null) return actual === shows;
  return typeof actual === "object" && actual !== null && Object.entries(shows).every(([name, value]) => fits((actual as Json)[name], value));
}
