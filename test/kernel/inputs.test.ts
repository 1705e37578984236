import { choice, type Expr, flag, type GivenInputs, type Inputs, list, map, nullable, number, object, outputs, text, tf } from "../../kernel";
import { inputsWithDefaults } from "../../kernel/check";

import { moduleVariable, toTerraform } from "../../kernel/variable";
import { floor, type Json } from "../synth";
import { type EveryWay, planEveryWay, ways } from "./every-way";

const userKeys = { "kube-proxy": 1, Kube_Proxy: 2, kubeProxy: 3, "a.b": 4, "a b": 5, 'a"b': 6, "${a}": 7, __proto__x: 8, for: 9 };

const inputs = {
  plainText: text(),
  textDefault: text({ default: 'a "quoted" ${text}\n' }),
  count1: number(),
  zeroDefault: number({ default: 0 }),
  flagIn: flag(),
  falseDefault: flag({ default: false }),
  word: choice(["a", "bC"]),
  wordDefault: choice(["a", "bC"], { default: "bC" }),
  listDefault: list(text(), { default: ["x", "${y}"] }),
  emptyList: list(number(), { default: [] }),
  byUserKey: map(number(), { default: userKeys }),
  nullableText: nullable(text()),
  nullableMap: nullable(map(text())),
  nullableWithDefault: nullable(object({ innerText: text({ default: "inner" }), deep: nullable(object({ x: number() })) }, { default: {} })),
  objectDefault: object({ flagDefault: flag({ default: true }), tags: map(text(), { default: { "a/b": "c" } }) }, { default: {} }),
  groups: map(
    object({
      minSize: number({ default: 1 }),
      labels: map(text(), { default: {} }),
      taints: list(object({ key: text(), effect: choice(["NoSchedule", "NoExecute"], { default: "NoSchedule" }), value: nullable(text()) }), { default: [] }),
      update: nullable(object({ percentage: number({ default: 33 }) })),
    }),
  ),
} satisfies Inputs;

type Given = GivenInputs<typeof inputs>;

const least: Given = { plainText: "", count1: -1.5, flagIn: false, word: "a", groups: {} };
const nulls: Given = { ...least, nullableText: null, nullableMap: null, nullableWithDefault: null, groups: { "a-B_c.d": {} } };
const full: Given = {
  plainText: "p",
  textDefault: "",
  count1: 1e9,
  zeroDefault: 7,
  flagIn: true,
  falseDefault: true,
  word: "bC",
  wordDefault: "a",
  listDefault: [],
  emptyList: [1, 2],
  byUserKey: {},
  nullableText: "",
  nullableMap: { Kube_Proxy: "x", "kube-proxy": "y" },
  nullableWithDefault: { deep: { x: 0 } },
  objectDefault: { flagDefault: false, tags: {} },
  groups: {
    system: { minSize: 0, labels: { "app.kubernetes.io/name": "x" }, taints: [{ key: "k" }, { key: "l", effect: "NoExecute", value: "" }], update: {} },
    spot: { update: { percentage: 50 } },
  },
};

/** What Terraform must plan: the same data with the defaults that TypeScript fills in. */
function expected(given: Given): Json {
  return toTerraform(object(inputs), inputsWithDefaults(inputs, given as Json)) as Json;
}

function echo(given: GivenInputs<typeof inputs>, data: Json = toTerraform(object(inputs), given) as Json): Promise<EveryWay> {
  return planEveryWay(
    inputs,
    given,
    (it, handles) => outputs(it, Object.fromEntries(Object.keys(inputs).map((name) => [name, { doc: name, value: (handles as Record<string, Expr<unknown>>)[name]! }]))),
    data,
  );
}

describe.each([
  { title: "only what has no default", given: least },
  { title: "null wherever it may stand", given: nulls },
  { title: "everything", given: full },
])("data arrives with the defaults of its declaration: $title", ({ given }) => {
  let plan: EveryWay;
  beforeAll(async () => {
    plan = await echo(given);
  });

  it.each(ways)("%s", (way) => {
    expect(plan.of(way)).toEqual(expected(given));
  });
});

const known = <T>(hcl: string): Expr<T> => tf<T>`${tf`${hcl} == "" ? "" : ${hcl}`}`;

describe("handles laid over data at any depth give the values that they stand for", () => {
  const given: Given = {
    ...full,
    plainText: known("p"),
    count1: tf<number>`1 + 1`,
    listDefault: tf<readonly string[]>`["a", "b"]`,
    nullableText: known(""),
    nullableMap: { literal: "x", handle: known("y"), 'a "key"': known("z"), "${k}": known("d") },
    nullableWithDefault: { innerText: known("i"), deep: { x: tf<number>`3` } },
    objectDefault: { tags: tf<Readonly<Record<string, string>>>`{ a = "b" }` },
    groups: {
      system: { ...full.groups["system" as never] as object, labels: { a: known("b"), "c/d": "e" }, taints: tf`[{ key = "h", effect = "NoSchedule", value = null }]` },
      spot: { minSize: tf<number>`2`, update: { percentage: tf<number>`40` } },
      plain: {},
    },
  } as never;
  const data = {
    ...full,
    plainText: "p",
    count1: 2,
    listDefault: ["a", "b"],
    nullableText: "",
    nullableMap: { literal: "x", handle: "y", 'a "key"': "z", "${k}": "d" },
    nullableWithDefault: { innerText: "i", deep: { x: 3 } },
    objectDefault: { tags: { a: "b" } },
    groups: {
      system: { minSize: 0, labels: { a: "b", "c/d": "e" }, taints: [{ key: "h", effect: "NoSchedule", value: null }], update: {} },
      spot: { minSize: 2, update: { percentage: 40 } },
      plain: {},
    },
  } as const;
  let plan: EveryWay;
  beforeAll(async () => {
    plan = await echo(given, toTerraform(object(inputs), data) as Json);
  });

  it.each(ways)("%s", (way) => {
    expect(plan.of(way)).toEqual(expected(data as never));
  });
});

describe("an object that a handle gives whole need not have its optional fields", () => {
  const declared = {
    short: object({ name: text(), size: number({ default: 3 }), tags: map(text(), { default: { a: "b" } }), note: nullable(text()), deep: object({ on: flag({ default: true }) }, { default: {} }) }),
    full: object({ size: number({ default: 3 }), note: nullable(text()), deep: object({ on: flag({ default: true }) }, { default: {} }) }),
  };
  let plan: EveryWay;
  beforeAll(async () => {
    const given = { short: tf`{ name = "n" }`, full: tf`{ size = null, note = "", deep = { on = false } }` };
    plan = await planEveryWay(
      declared,
      given as never,
      (it, { short, full }) =>
        outputs(it, {
          short: { doc: "S.", value: tf`[${short.name}, ${short.size}, ${short.tags}, ${short.tags.at("a")}, ${short.note}, ${short.deep.on}]` },
          full: { doc: "F.", value: tf`[${full.size}, ${full.note}, ${full.deep.on}]` },
        }),
      { short: { name: "n" }, full: { size: null, note: "", deep: { on: false } } },
    );
  });

  it.each(ways)("%s", (way) => {
    expect(plan.of(way)).toEqual({ short: ["n", 3, { a: "b" }, "b", null, true], full: [3, "", false] });
  });
});

describe("a variable's type is on one line and says what may be left out", () => {
  it.each([
    [text(), "string"],
    [number(), "number"],
    [flag(), "bool"],
    [choice(["a", "b"]), "string"],
    [list(flag()), "list(bool)"],
    [map(list(number())), "map(list(number))"],
    [object({}), "object({})"],
    [nullable(text()), "string"],
    [inputs.nullableWithDefault, 'object({ inner_text = optional(string, "inner"), deep = optional(object({ x = number })) })'],
    [
      inputs.groups,
      'map(object({ min_size = optional(number, 1), labels = optional(map(string), {}), taints = optional(list(object({ key = string, effect = optional(string, "NoSchedule"), value = optional(string) })), []), update = optional(object({ percentage = optional(number, 33) })) }))',
    ],
    [object({ escaped: text({ default: 'a "${b}"' }) }), 'object({ escaped = optional(string, "a \\"$${b}\\"") })'],
  ])("%#", (schema, type) => {
    expect(moduleVariable("any", schema, floor).type).toBe(type);
  });
});

describe("a module's variable says what its input declares", () => {
  it.each([
    [text({ doc: "Text." }), { description: "Text.", type: "string", nullable: false }],
    [text({ default: "" }), { type: "string", default: "", nullable: false }],
    [nullable(text()), { type: "string", default: null }],
    [nullable(object({ aB: text({ default: "x" }) }, { default: { aB: "y" } })), { type: 'object({ a_b = optional(string, "x") })', default: { a_b: "y" } }],
    [text({ sensitive: true }), { type: "string", nullable: false, sensitive: true }],
    [text({ ephemeral: true }), { type: "string", nullable: false, sensitive: true, ephemeral: true }],
    [map(number(), { default: { kubeProxy: 1 } }), { type: "map(number)", default: { kubeProxy: 1 }, nullable: false }],
  ])("%#", (schema, variable) => {
    expect(moduleVariable("any", schema, floor)).toEqual(variable);
  });
});
