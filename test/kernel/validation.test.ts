import {
  atLeastOne,
  atMost,
  between,
  choice,
  cidrBlock,
  count,
  distinct,
  distinctBy,
  every,
  exactlyOne,
  flag,
  type Inputs,
  jsonObject,
  keys,
  length,
  list,
  map,
  matches,
  ModuleStack,
  nullable,
  number,
  object,
  outputs,
  text,
  tf,
  whole,
  without,
} from "../../kernel";
import { Construct as Root } from "../../kernel/framework";
import { hclFiles } from "../../kernel/hcl/files";
import { inFolder, init, runTerraform } from "../harness";
import { floor, type Json } from "../synth";
import { build, withoutProvider } from "./every-way";

const lower = matches("lower-case", /^[a-z${}"]+$/, 'lower case, "${" and "%{"');
const sizes = object({ min: number(), max: number() }, { rules: [atMost("min-max", "min", "max", { why: "there would be none" })] });

const inputs = {
  retentionDays: number({ rules: [whole("days", 1, 3)] }),
  vpcCidr: text({ rules: [cidrBlock("vpc-cidr", 16, 28)] }),
  named: text({ rules: [lower] }),
  mode: choice(["one", "two"]),
  optionalName: nullable(text({ rules: [lower] })),
  zones: list(text({ rules: [lower] }), { rules: [count("two-zones", 2, Infinity)] }),
  repeated: list(text(), { rules: [distinct("no-repeats"), without("no-admin", "admin"), every(lower)] }),
  byName: map(number({ rules: [between("port", 1, 9)] }), { rules: [keys(lower)] }),
  groups: map(object({ sizes, labels: map(text({ rules: [lower] }), { default: {} }), note: nullable(text()) })),
  principals: map(object({ arn: text() }), { rules: [distinctBy("distinct-arn", "arn")] }),
  destination: object({ bucket: nullable(text()), logGroup: nullable(object({ on: flag({ default: true }) })) }, { rules: [exactlyOne("one-destination", ["bucket", "logGroup"])] }),
  somewhere: object({ public: flag({ default: false }), private: flag({ default: false }) }, { rules: [atLeastOne("somewhere", ["public", "private"])] }),
  policy: text({ rules: [jsonObject("policy")] }),
  password: text({ sensitive: true, rules: [length("password-length", 8, 64)] }),
  tokens: map(text({ rules: [length("token-length", 8, 64)] }), { ephemeral: true }),
} satisfies Inputs;

/** Each wrong, and the sentence that Terraform prints. */
const wrong: Readonly<Record<string, readonly (readonly [value: string, sentence: string])[]>> = {
  retention_days: [["9", "retention_days: expected a whole number from 1 to 3, got 9 [days]"]],
  vpc_cidr: [['"10.0.0.0/8"', 'vpc_cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.0.0.0/8" [vpc-cidr]']],
  named: [['"A"', 'named: expected lower case, "${" and "%{", got "A" [lower-case]']],
  mode: [['"three"', 'mode: expected one of one, two, got "three" [choice]']],
  optional_name: [['"A"', 'optional_name: expected lower case, "${" and "%{", got "A" [lower-case]']],
  zones: [
    ['["a"]', "zones: expected at least 2 elements, got 1 [two-zones]"],
    ['["a", "B", "C"]', 'zones[*]: expected lower case, "${" and "%{", got 1 = "B" [lower-case]'],
    ['["A", terraform_data.made.id]', 'zones[*]: expected lower case, "${" and "%{", got 0 = "A" [lower-case]'],
    ["[terraform_data.made.id]", "zones: expected at least 2 elements, got 1 [two-zones]"],
  ],
  repeated: [
    ['["a", "a"]', 'repeated: expected a list without repeated elements, got ["a","a"] [no-repeats]'],
    ['["admin", terraform_data.made.id]', 'repeated: expected a list without admin, got "admin" [no-admin]'],
    ['["A", terraform_data.made.id]', 'repeated: expected a list in which each element is lower case, "${" and "%{", got "A" [lower-case]'],
  ],
  by_name: [
    ["{ ok = 1, high = 10, low = 0 }", "by_name[*]: expected a number from 1 to 9, got high = 10 [port]"],
    ['{ b = 10, c = length(terraform_data.made.id) }', "by_name[*]: expected a number from 1 to 9, got b = 10 [port]"],
    ['{ B = length(terraform_data.made.id) }', 'by_name: expected a map in which each key is lower case, "${" and "%{", got ["B"] [lower-case]'],
  ],
  groups: [
    ["{ a = { sizes = { min = 1, max = 1 } }, b = { sizes = { min = 2, max = 1 } } }", "groups[*].sizes.min: expected a number that is at most max, got b = 2; there would be none [min-max]"],
    [
      "{ a = { sizes = { min = 2, max = 1 }, note = terraform_data.made.id }, b = { sizes = { min = length(terraform_data.made.id), max = 1 } } }",
      "groups[*].sizes.min: expected a number that is at most max, got a = 2; there would be none [min-max]",
    ],
    [
      '{ a = { sizes = { min = 0, max = 1 }, labels = { ok = "a", k = "V", l = terraform_data.made.id } } }',
      'groups[*].labels[*]: expected lower case, "${" and "%{", got a = k = "V" [lower-case]',
    ],
  ],
  principals: [['{ a = { arn = "x" }, b = { arn = "x" } }', 'principals: expected a different arn in each element, got ["x","x"] [distinct-arn]']],
  destination: [
    ["{}", "destination: expected exactly one of bucket, log_group, got [] [one-destination]"],
    ['{ bucket = "b", log_group = { on = terraform_data.made.id == "" } }', 'destination: expected exactly one of bucket, log_group, got ["bucket","log_group"] [one-destination]'],
  ],
  somewhere: [["{}", "somewhere: expected at least one of public, private, got none [somewhere]"]],
  policy: [['"[]"', 'policy: expected text with a JSON object, got "[]" [policy]']],
  password: [['"hunter2"', "password: expected text of 8 to 64 characters [password-length]"]],
  tokens: [['{ a = "hunter2" }', "tokens[*]: expected text of 8 to 64 characters [token-length]"]],
};

/** The right values, so that each call has one that is wrong. */
const right: Readonly<Record<string, string>> = {
  retention_days: "1",
  vpc_cidr: '"10.0.0.0/16"',
  named: '"a"',
  mode: '"one"',
  zones: '["a", "b"]',
  repeated: "[]",
  by_name: "{}",
  groups: "{}",
  principals: "{}",
  destination: '{ bucket = "b" }',
  somewhere: "{ public = true }",
  policy: '"{}"',
  password: '"long enough"',
  tokens: "{}",
};

const cases = Object.entries(wrong).flatMap(([name, values]) => values.map(([value, sentence]) => ({ name, value, sentence })));

describe("Terraform says what is wrong in one sentence", () => {
  let sentences: Record<"json" | "hcl", string[]>;
  beforeAll(async () => {
    const stack = build(new ModuleStack(new Root(undefined as never, ""), "test", floor), inputs, {} as never, (it, { retentionDays }) => outputs(it, { days: { doc: "Days.", value: tf`${retentionDays}` } }));
    const { "versions.tf": _, ...hcl } = hclFiles(stack);
    const folders = { "json/main.tf.json": withoutProvider(stack.toJson()), ...Object.fromEntries(Object.entries(hcl).map(([file, text]) => [`hcl/${file}`, text])) };
    sentences = { json: await detailsOf("json", folders), hcl: await detailsOf("hcl", folders) };
  });

  it.each(cases)("$sentence", ({ sentence }) => {
    const times = cases.filter((other) => other.sentence === sentence).length;
    expect(sentences.hcl.filter((detail) => detail === sentence)).toHaveLength(times);
    expect(sentences.json.filter((detail) => detail === sentence)).toHaveLength(times);
  });

  it("and nothing else: right values pass, and every message can be made", () => {
    expect(sentences.hcl.sort()).toEqual(cases.map(({ sentence }) => sentence).sort());
  });
});

async function detailsOf(source: string, folders: Json): Promise<string[]> {
  const calls = cases.map(({ name, value }, index) => {
    const values = Object.entries({ ...right, [name]: value }).map(([key, item]) => `  ${key} = ${item}`);
    return `module "m${index}" {\n  source = "./${source}"\n${values.join("\n")}\n}`;
  });
  return inFolder({ ...folders, "main.tf": ['resource "terraform_data" "made" {}', ...calls].join("\n") }, async (folder) => {
    await init({ terraformDir: folder });
    const { stdout } = await runTerraform({ terraformDir: folder }, ["plan", "-json", "-input=false", "-lock=false"], { accept: [1] });
    const errors = stdout.split("\n").map((line) => JSON.parse(line) as Json).filter((message) => message["@level"] === "error");
    return errors.map(({ diagnostic }) => (diagnostic.detail as string).split("\n\nThis was checked by the validation rule")[0]!);
  });
}
