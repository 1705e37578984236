import { planFiles } from "../harness";
import { platformProvidersMissing } from "../harness/stand-in";
import { cannotPlan } from "../providers";
import { itUnless } from "../skip";
import { bothBindings, type Instance } from "./both-bindings";
import { everyOption } from "./every-option";
import { generatedInstances } from "./generated-instances";
import { bindingsOf, differencesOf } from "./plan-difference";
import { plannedTwice } from "./planned-twice";
import { subjects as all } from "./subjects";

const subjects = all.filter(({ definition }) => cannotPlan(definition) === undefined);
itUnless(platformProvidersMissing, "every construct is compared", () => expect(subjects).toEqual(all));

/** The date of the first run. Another seed is another proof: PARITY_SEED. */
const seed = Number(process.env.PARITY_SEED ?? 20261121);
/** Sets of one plan. What Terraform takes grows faster than the number of its modules. */
const perPlan = 24;

describe("a stack and a module plan the same, over generated sets of inputs", () => {
  const sets = subjects.flatMap((subject) => generatedInstances(subject, subject.sets ?? 1, seed));
  const plans = plansOf(sets);

  it.each(plans)(`$title of ${sets.length} sets (seed ${seed})`, async ({ instances }) => {
    const { differences, addresses } = await plannedTwice(instances);
    expect(differences).toEqual([]);
    expect(addresses).toBeGreaterThan(instances.length);
  });
});

describe("a stack and a module plan the same, with every option once", () => {
  const options = subjects.map((subject) => ({ name: subject.definition.name, ...everyOption(subject) }));
  const sets = options.flatMap(({ instances }) => instances);

  it.each(options)("the sets for $name leave out no option", ({ missing, instances }) => {
    expect(missing).toEqual([]);
    expect(instances.length).toBeGreaterThan(2);
  });

  it.each(plansOf(sets))(`$title of ${sets.length} sets`, async ({ instances }) => {
    expect((await plannedTwice(instances)).differences).toEqual([]);
  });
});

describe("the comparison finds what is not the same", () => {
  // The smallest inputs: the defaults decide everything else.
  const instances = subjects.map((subject) => ({ subject, given: subject.smallest }));
  const changed: readonly (readonly [string, string, RegExp, string, string])[] = [
    ["a default of a module", "cluster/variables.tf", /(variable "log_retention_days" \{[^}]*default\s+= )90/, "$160", "retention_in_days"],
    ["a default inside an object", "node-groups/variables.tf", /optional\(number, 50\)/, "optional(number, 51)", "volume_size"],
    ["a value in a body", "network/subnets.tf", /"kubernetes\.io\/role\/elb"( *)= "1"/, '"kubernetes.io/role/elb"$1= "2"', "kubernetes.io/role/elb"],
  ];

  it("each planted fault, by its own attribute", async () => {
    const files = bothBindings(instances);
    const planted = changed.reduce((all, [what, path, from, to]) => {
      const text = all[path] as string;
      if (!from.test(text)) throw new Error(`bug: nothing to change for ${what} in ${path}`);
      return { ...all, [path]: text.replace(from, to) };
    }, files);
    const { stack, calls } = bindingsOf((await planFiles(planted)).json);
    const differences = differencesOf(stack, calls);
    expect(changed.map(([what, , , , attribute]) => ({ what, found: differences.some((line) => line.includes(attribute)) }))).toEqual(changed.map(([what]) => ({ what, found: true })));
    expect(differences.filter((line) => !changed.some(([, , , , attribute]) => line.includes(attribute)))).toEqual([]);
  });
});

/** Each plan has its share of every construct: a network has the most resources by far, and what runs inside a cluster has few. */
function plansOf(all: readonly Instance[]) {
  const count = Math.ceil(all.length / perPlan);
  return Array.from({ length: count }, (_, plan) => {
    const instances = all.filter((_, index) => index % count === plan);
    return { title: `plan ${plan + 1} of ${count}, ${instances.length}`, instances };
  });
}
