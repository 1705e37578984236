import { bind, between, choice, Construct, flag, type Inputs, jsonObject, list, map, matches, nullable, number, object, text, tf } from "../../kernel";
import { checkInputs, inputsWithDefaults } from "../../kernel/check";
import { describe as sentence } from "../../kernel/problem";
import { floor, newest, problemsOf, synthStack } from "../synth";

const inputs = {
  name: text({ rules: [matches("name", /^[a-z]+$/, "lower case", { why: "AWS says so" })] }),
  natGateway: choice(["none", "single", { value: "regional", since: "6.24.0" }], { default: "none" }),
  sizes: object({ min: number({ rules: [between("min", 0, 3)] }), spot: flag({ default: false }) }, { default: { min: 0 } }),
  zones: map(object({ cidr: text(), tags: map(text(), { default: {} }) }), { default: {} }),
  names: list(text(), { default: [] }),
  policy: nullable(text({ rules: [jsonObject("policy")] })),
  newer: nullable(text({ since: "6.10.0" })),
} satisfies Inputs;

const sentences = (data: unknown, target = floor) => checkInputs(inputs, data, { path: "envs/prod.ts ", target }).map(sentence);

describe("what is wrong in an environment's data is said in one line", () => {
  it.each([
    { data: {}, says: ["envs/prod.ts name: expected text, got nothing; it has no default   [required]"] },
    { data: null, says: ["envs/prod.ts : expected an object, got null   [type]"] },
    { data: { name: 1 }, says: ["envs/prod.ts name: expected text, got 1   [type]"] },
    { data: { name: null }, says: ["envs/prod.ts name: expected text, got null   [type]"] },
    { data: { name: "A" }, says: ['envs/prod.ts name: expected lower case, got "A"; AWS says so   [name]'] },
    { data: { name: "a", natGatewy: "single" }, says: [`envs/prod.ts natGatewy: expected one of the keys ${Object.keys(inputs).join(", ")}, got "natGatewy"; try "natGateway"   [unknown-key]`] },
    { data: { name: "a", "a key": 1 }, says: [`envs/prod.ts ["a key"]: expected one of the keys ${Object.keys(inputs).join(", ")}, got "a key"   [unknown-key]`] },
    { data: { name: "a", natGateway: "singel" }, says: ['envs/prod.ts natGateway: expected one of none, single, got "singel"; try "single"   [choice]'] },
    {
      data: { name: "a", natGateway: "regional" },
      says: ['envs/prod.ts natGateway: expected nothing here for aws provider 5.100.0, got "regional"; it needs aws provider 6.24.0 or newer   [provider-version]'],
    },
    { data: { name: "a", newer: "x" }, says: ['envs/prod.ts newer: expected nothing here for aws provider 5.100.0, got "x"; it needs aws provider 6.10.0 or newer   [provider-version]'] },
    { data: { name: "a", sizes: { min: 7 } }, says: ["envs/prod.ts sizes.min: expected a number from 0 to 3, got 7; try 3   [min]"] },
    { data: { name: "a", sizes: { min: NaN } }, says: ["envs/prod.ts sizes.min: expected a number, got NaN   [type]"] },
    { data: { name: "a", sizes: { min: 1, spto: true } }, says: ['envs/prod.ts sizes.spto: expected one of the keys min, spot, got "spto"; try "spot"   [unknown-key]'] },
    { data: { name: "a", sizes: { min: 1, spot: "yes" } }, says: ['envs/prod.ts sizes.spot: expected true or false, got "yes"   [type]'] },
    { data: { name: "a", names: ["a", 2] }, says: ["envs/prod.ts names[1]: expected text, got 2   [type]"] },
    { data: { name: "a", names: { a: "b" } }, says: ['envs/prod.ts names: expected a list, got {"a":"b"}   [type]'] },
    { data: { name: "a", zones: ["a"] }, says: ['envs/prod.ts zones: expected a map, got ["a"]   [type]'] },
    { data: { name: "a", zones: { "us-east-1a": {} } }, says: ['envs/prod.ts zones["us-east-1a"].cidr: expected text, got nothing; it has no default   [required]'] },
    {
      data: { name: "a", zones: { a: { cidr: "x", tag: {} } } },
      says: ['envs/prod.ts zones.a.tag: expected one of the keys cidr, tags, got "tag"; try "tags"   [unknown-key]'],
    },
    { data: { name: "a", zones: { a: { cidr: "x", tags: { "k/v": null } } } }, says: ['envs/prod.ts zones.a.tags["k/v"]: expected text, got null   [type]'] },
    { data: { name: "a", policy: "[]" }, says: ['envs/prod.ts policy: expected text with a JSON object, got "[]"   [policy]'] },
    { data: { name: "a", policy: null, newer: undefined, natGateway: "single" }, says: [] },
  ])("%#: $says", ({ data, says }) => {
    expect(sentences(data)).toEqual(says);
  });

  it("everything at once, in the order of the declaration, unknown keys first", () => {
    expect(sentences({ natGateway: "x", sizes: { min: 9, max: 1 }, names: [1, true], extra: 1 }).map((line) => line.split(": expected")[0])).toEqual([
      "envs/prod.ts extra",
      "envs/prod.ts name",
      "envs/prod.ts natGateway",
      "envs/prod.ts sizes.max",
      "envs/prod.ts sizes.min",
      "envs/prod.ts names[0]",
      "envs/prod.ts names[1]",
    ]);
  });

  it("a newer target has what the older lacks", () => {
    expect(sentences({ name: "a", newer: "x", natGateway: "regional" }, newest)).toEqual([]);
    expect(sentences({ name: "a", natGateway: "all" }, newest)).toEqual(['envs/prod.ts natGateway: expected one of none, single, regional, got "all"   [choice]']);
  });

  it("a Terraform expression is no data", () => {
    expect(sentences({ name: tf`"a"` })).toEqual(['envs/prod.ts name: expected text as plain data, got "a Terraform expression"   [type]']);
  });

  it("a long value is cut", () => {
    expect(sentences({ name: "A".repeat(500) })).toEqual([`envs/prod.ts name: expected lower case, got "${"A".repeat(119)}…; AWS says so   [name]`]);
  });
});

describe("a construct refuses what it cannot use", () => {
  const refused = (given: object) => problemsOf(() => synthStack((stack) => void bind(new Construct(stack, "network"), inputs, given as never)));

  it("with the stack and the construct in the path, all at once", () => {
    expect(refused({ name: "A", names: "x" })).toEqual(['test network.name: expected lower case, got "A"; AWS says so   [name]', 'test network.names: expected a list, got "x"   [type]']);
  });

  it("a rule passes over what is known to Terraform only", () => {
    expect(refused({ name: tf`"A"`, sizes: { min: tf`9` } })).toEqual([]);
  });

  it("unless a handle stands inside a list, which is given whole", () => {
    expect(refused({ name: "a", names: [tf`"x"`] })).toEqual(["bug: a handle inside a list: give the whole list as a handle"]);
  });
});

describe("defaults are filled in at every depth", () => {
  it("null where an optional key is absent, nothing where the target lacks it", () => {
    expect(inputsWithDefaults(inputs, { name: "a", zones: { b: { cidr: "c" } } }, floor)).toEqual({
      name: "a",
      natGateway: "none",
      sizes: { min: 0, spot: false },
      zones: { b: { cidr: "c", tags: {} } },
      names: [],
      policy: null,
    });
    expect(inputsWithDefaults(inputs, { name: "a" }, newest)).toHaveProperty("newer", null);
  });
});
