import fc from "fast-check";
import {
  atLeastOne,
  atMost,
  atMostOne,
  atMostOneFlag,
  between,
  choice,
  cidrBlock,
  count,
  distinct,
  distinctBy,
  every,
  exactlyOne,
  flag,
  jsonObject,
  keys,
  length,
  list,
  map,
  matches,
  noneOf,
  nullable,
  number,
  object,
  oneOf,
  onlyWhen,
  requiredWhen,
  type Rule,
  text,
  whole,
  without,
  withoutPrefix,
  withoutText,
} from "../../kernel";
import { checkInputs, withDefaults } from "../../kernel/check";
import { type AnySchema, Schema } from "../../kernel/schema";
import { toTerraform } from "../../kernel/variable";
import { modules } from "../../modules";
import { type Json, newest } from "../synth";
import { planWays } from "./every-way";
import { anyText, asTerraformKeepsIt, nastyTexts, sample } from "./nasty";

const cidrs = [
  ..."10.0.0.0/16 10.0.0.0/8 10.0.0.0/28 10.0.0.0/29 10.0.1.0/16 010.0.0.0/16 10.0.0.0/016 10.0.0.0/+16 10.0.0.0/-1 10.0.0.0/33 10.0.0.0 10.0.0/16 10.0.0.0.0/16 256.0.0.0/16".split(" "),
  ..."0.0.0.0/0 255.255.255.255/32 fd00::/16 ::ffff:10.0.0.0/16 ::ffff:10.0.0.0/112 10.0.0.0/16/16 10.0.0.0/1e1 10.0.0.0/16.0 0xa.0.0.0/16 100.64.0.0/10 10.0.0.16/28 10.0.0.1/32".split(" "),
  " 10.0.0.0/16",
  "10.0.0.0/16 ",
  "10.0.0.0/16\n",
  "10.0.0.0/١٦",
];
const words = ["", "a", "A", "b", "a-b", "a.b", "aws-auth", "x".repeat(8), "x".repeat(9), "us-east-1a", "us-west-2-lax-1a", "eipalloc-0a", "1.31", "arn:aws:s3:::b/p"];
const documents = ["{}", "[]", "null", "1", '"a"', '{"a":1}', '{"a":1}x', ' {"a":[{}]}\n', '{"a":1,}', "{a:1}", '{"a":1,"a":2}', '{"a":1e999}', '{"":null}', "\ufeff{}", '{"a":"\\ud800"}', '{"a":"\\x"}', "{}{}"];
const manifest = (apiVersion: string, kind: string, metadata: object): string => JSON.stringify({ apiVersion, kind, metadata });
const manifests = [
  ...[{ name: "a" }, { name: "b" }, { name: "a", namespace: "b" }, {}].flatMap((metadata) => [manifest("v1", "ConfigMap", metadata), manifest("storage.k8s.io/v1", "StorageClass", metadata)]),
  "kind: ConfigMap\napiVersion: v1\nmetadata: {name: c}\n",
];
const numbers = [0, -0, 1, -1, 0.5, 1.5, 2, 2.0000001, 3, 4, 5, 7, 8, 30, 31, 365, 600, 1e9, -1e-9, 99999999999999, 1e21];
const texts = [...new Set([...cidrs, ...words, ...documents, ...manifests, ...nastyTexts, ...sample(anyText, 60)].map(asTerraformKeepsIt))];

const bounds = object({ min: nullable(number()), max: nullable(number()), on: flag({ default: false }) });
const either = object({ create: nullable(object({ on: flag({ default: true }) })), arn: nullable(text()), thirdOne: nullable(list(text())) });

const byWord = object({
  aWord: choice(["a", "b", "c"]),
  list: list(text(), { default: [] }),
  map: map(text(), { default: {} }),
  text: nullable(text()),
  object: nullable(object({ on: flag({ default: false }) })),
  flag: flag({ default: false }),
});

/** Every combinator, with the type that it judges. */
const combinators: readonly (readonly [AnySchema, Rule<never>])[] = [
  [number(), between("between", -1, 3)],
  [number(), whole("whole", 0, 31)],
  [number(), oneOf("one-of-numbers", [0, 0.5, 365])],
  [text(), oneOf("one-of-texts", ["", "a", "${", 'quote"'])],
  [text(), matches("matches", /^[a-z]([a-z.-]*[a-z])?$/, "lower case")],
  [text(), matches("matches-anything", /^.+$/, "text on one line")],
  [text(), matches("matches-not", /^[^a]{2}$/, "two characters other than a")],
  [text(), matches("matches-space", /^\S+\s\S+$/, "two words")],
  [text(), matches("matches-escapes", /^\/?[\w."\\-]+$/, "names with slashes")],
  [text(), noneOf("none-of", ["a", "${"])],
  [text(), length("length", 1, 8)],
  [text(), cidrBlock("cidr", 16, 28)],
  [text(), cidrBlock("cidr-any", 0, 32)],
  [text(), jsonObject("json-object")],
  [list(text()), count("count-list", 1, 2)],
  [list(text()), count("count-no-end", 2, Infinity)],
  [map(text()), count("count-map", 0, 1)],
  [list(text()), distinct("distinct")],
  [list(number()), distinct("distinct-numbers")],
  [list(text()), every(cidrBlock("every", 8, 28))],
  [map(number()), keys(matches("keys", /^[a-z]/, "lower case first"))],
  [list(text()), without("without", "a")],
  [list(text()), without("without-nasty", "${")],
  [list(bounds), distinctBy("distinct-by-list", "max")],
  [map(object({ aB: text() })), distinctBy("distinct-by-map", "aB")],
  [map(object({ aB: text(), c: nullable(text()) })), distinctBy("distinct-by-two", ["aB", "c"])],
  [map(bounds), atMostOneFlag("at-most-one-flag", "on")],
  [map(object({ on: flag({ default: false }), aWord: choice(["a", "b"]) })), atMostOneFlag("at-most-one-flag-per", "on", { per: "aWord" })],
  [bounds, atMost("at-most", "min", "max")],
  [bounds, atMost("at-most-times", "min", "max", { times: 0.25 })],
  [object({ inner: nullable(bounds), gib: number() }), atMost("at-most-inner", "inner.max", "gib", { times: 500 })],
  [either, exactlyOne("exactly-one", ["create", "arn", "thirdOne"])],
  [either, atMostOne("at-most-one", ["create", "arn", "thirdOne"])],
  [either, atLeastOne("at-least-one", ["create", "arn", "thirdOne"])],
  [bounds, atLeastOne("at-least-one-flag", ["min", "on"])],
  [text(), withoutPrefix("without-prefix", ["a", "$", "10."])],
  [text(), withoutText("without-text", ["a", "${", "\n"])],
  ...["list", "map", "text", "object", "flag"].flatMap((field) => [
    [byWord, onlyWhen(`only-when-${field}`, field, { field: "aWord", is: ["a"] })] as const,
    [byWord, requiredWhen(`required-when-${field}`, field, { field: "aWord", is: ["a", "b"] })] as const,
  ]),
];

/** Every rule of every published module, with the type that it judges. Rules that several inputs share stand once. */
const published = [...new Map(modules.flatMap(({ inputs }) => Object.values(inputs).flatMap(rulesIn)).map((item) => [`${item[1].id} ${item[1].condition("x")}`, item])).values()];

function rulesIn(schema: AnySchema): (readonly [AnySchema, Rule<never>])[] {
  const { shape, meta } = schema;
  const inner = "element" in shape ? [shape.element] : "fields" in shape ? Object.values(shape.fields) : [];
  return [...(meta.rules ?? []).map((rule) => [schema, rule as Rule<never>] as const), ...inner.flatMap(rulesIn)];
}

/** Values of a type that come to the rule: the edges, and what the patterns of the rules suggest. */
function valuesFor(schema: AnySchema, rule: Rule<never>): unknown[] {
  const { shape } = schema;
  if (shape.kind === "text") return [...texts, ...likePattern(rule), ...numbersIn(rule).filter((size) => Number.isInteger(size) && size > 0 && size < 1000).map((size) => "x".repeat(size))];
  if (shape.kind === "number") return [...numbers, ...numbersIn(rule)];
  // A rule judges what the rules inside have let through.
  const inner = { value: new Schema(shape, { ...schema.meta, rules: [] }) };
  return [...sample(ofShape(schema), 100), ...asked(schema, rule)].filter((value) => checkInputs(inner, { value }, { path: "", target: newest }).length === 0);
}

/** Lists and maps of the sizes that a rule counts, and of the words that it names: chance makes neither. */
function asked({ shape }: AnySchema, rule: Rule<never>): unknown[] {
  if (shape.kind !== "map" && shape.kind !== "list") return [];
  const [element] = sample(ofSchema(shape.element), 1);
  const sizes = numbersIn(rule).filter((size) => Number.isInteger(size) && size >= 0 && size < 200);
  if (shape.kind === "map") return [...sizes.map((size) => Object.fromEntries(Array.from({ length: size }, (_, index) => [`key-${index}`, element]))), ...likePattern(rule).map((word) => ({ [word]: element }))];
  return [...sizes.map((size) => Array.from({ length: size }, () => element)), ...likePattern(rule).map((word) => [word])];
}

/** Values of a type that keep its rules, most of them. */
const ofSchema = remembered((schema: AnySchema): fc.Arbitrary<unknown> => {
  const rules = [...(schema.meta.rules ?? [])] as Rule<never>[];
  const keeps = ofShape(schema).filter((value) => rules.every((rule) => rule.holds(withDefaults(schema, value) as never)));
  return schema.nullable ? fc.option(keeps, { freq: 2 }) : keeps;
});

/** Texts from a pattern take long to make, and a type stands under many rules. */
function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => made.get(key) ?? made.set(key, make(key)).get(key)!;
}

function ofShape(schema: AnySchema): fc.Arbitrary<unknown> {
  const { shape } = schema;
  const rules = [...(schema.meta.rules ?? [])] as Rule<never>[];
  const fitting = <T>(values: readonly T[]): fc.Arbitrary<T> => {
    const kept = values.filter((value) => rules.every((rule) => rule.holds(value as never)));
    // Whoever waits for a value that keeps the rules would wait for ever.
    if (kept.length === 0) throw new Error(`bug: no value here keeps ${rules.map(({ id }) => id).join(", ")}`);
    return fc.oneof(fc.constantFrom(...kept.slice(0, 3)), fc.constantFrom(...kept));
  };
  switch (shape.kind) {
    case "text":
      return fitting([...rules.flatMap(likePattern), "a", "b", "${", ...texts]);
    case "number":
      return fitting([...rules.flatMap(numbersIn), ...numbers]);
    case "flag":
      return fc.boolean();
    case "plain":
      throw new Error("bug: plain data stands in environments alone");
    case "choice":
      return fc.constantFrom(...shape.choices.map((word) => word.value));
    case "list":
      return fc.array(ofSchema(shape.element), { maxLength: 4 });
    case "map":
      return fc.dictionary(fc.constantFrom("a", "b", ...rules.flatMap(likePattern), ...words), ofSchema(shape.element), { maxKeys: 3 });
    case "object": {
      const fields = Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, ofSchema(field)]));
      return fc.record(fields, { requiredKeys: Object.keys(fields).filter((name) => !shape.fields[name]!.isOptional) });
    }
  }
}

const textsLike = remembered((pattern: string) => sample(fc.stringMatching(new RegExp(pattern)), 10));

function likePattern(rule: Rule<never>): string[] {
  const patterns = [...rule.condition("x").matchAll(/regex\("((?:[^"\\]|\\.)*)"/g)].map((match) => JSON.parse(`"${match[1]!.replaceAll("$${", "${")}"`) as string);
  const like = patterns.flatMap(textsLike);
  const listed = [...rule.condition("x").matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]!).slice(0, 20);
  return [...like, ...like.flatMap((value) => [`${value}x`, value.slice(1), value.toUpperCase(), `${value}\n`]), ...listed].map(asTerraformKeepsIt);
}

function numbersIn(rule: Rule<never>): number[] {
  return [...rule.condition("x").matchAll(/-?\d+(\.\d+)?/g)].flatMap(([digits]) => [Number(digits) - 1, Number(digits), Number(digits) + 1, Number(digits) + 0.5]);
}

describe.each([
  { title: "combinators", rules: combinators, atLeast: 25 },
  { title: "rules of the published modules", rules: published, atLeast: 40 },
])("TypeScript and Terraform agree on the $title", ({ rules, atLeast }) => {
  const cases = rules.map(([schema, rule]) => {
    const values = valuesFor(schema, rule).map((value) => withDefaults(schema, value));
    return { rule, values, terraform: values.map((value) => toTerraform(schema, value)) };
  });
  let judged: Json;
  beforeAll(async () => {
    // As one text: Terraform would carry the type of every element of a tuple from the plan to its JSON.
    const outputs = cases.map(({ rule }, index) => [`r${index}`, { value: `\${jsonencode([for v in local.cases[${index}] : try(${rule.condition("v")}, "failed")])}` }]);
    const main = { locals: { cases: '${jsondecode(file("${path.module}/cases.json"))}' }, output: Object.fromEntries(outputs) };
    const plan = await planWays({ "main.tf.json": main, "cases.json": cases.map(({ terraform }) => terraform) as never });
    judged = plan.outputs;
  });

  it("there are rules, and each is both kept and broken by some value", () => {
    expect(cases.length).toBeGreaterThanOrEqual(atLeast);
    const onesided = cases.filter(({ rule, values }) => new Set(values.map((value) => rule.holds(value as never))).size < 2);
    expect(onesided.map(({ rule }) => rule.id)).toEqual([]);
  });

  it.each(cases.map(({ rule }, index) => ({ id: rule.id, index })))("$id", ({ index }) => {
    const { rule, values } = cases[index]!;
    const terraform = JSON.parse(judged[`r${index}`]["value"] as string) as unknown[];
    const different = values.flatMap((value, at) => (rule.holds(value as never) === terraform[at] ? [] : [{ value, typescript: rule.holds(value as never), terraform: terraform[at] }]));
    expect(different).toEqual([]);
  });
});
