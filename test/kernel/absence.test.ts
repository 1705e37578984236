import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import {
  bind,
  blockWhen,
  choice,
  choose,
  Construct,
  dynamic,
  type Handles,
  type Inputs,
  is,
  json,
  list,
  listOf,
  local,
  map,
  mapList,
  nullable,
  object,
  optionalBlock,
  outputs,
  present,
  project,
  resource,
  setOf,
  some,
  type Target,
  template,
  text,
  tf,
  where,
} from "../../kernel";
import { meaningOf } from "../../kernel/expression";
import { floor, type Json, newest, synthModule, synthStack } from "../synth";
import { Probe } from "./probe";

const inputs = {
  name: text(),
  mode: choice(["single", "perZone", { value: "regional", since: "6.24.0" }], { default: "single" }),
  newText: nullable(text({ since: "6.10.0" })),
  newMap: map(object({ a: text() }), { default: {}, since: "6.10.0" }),
  old: object({ kept: text({ default: "kept" }), added: text({ default: "added", since: "6.10.0" }) }, { default: {} }),
  oldMap: map(object({ kept: text({ default: "kept" }), added: text({ default: "added", since: "6.25.0" }) }), { default: {} }),
} satisfies Inputs;

function body(it: Construct, { name, mode, newText, newMap, old, oldMap }: Handles<typeof inputs>): void {
  const regional = is(mode, "regional");
  resource(SecurityGroup, it, "this", { name, description: newText as never, tags: { kept: name, gone: old.added, mixed: template`${name}-${old.added}` }, dependsOn: [some(newText)] });
  resource(Probe, it, "repeated", { forEach: newMap, input: { a: newMap.each.value.a } });
  const counted = resource(Probe, it, "counted", { count: regional, input: { a: "b" } });
  const present_ = resource(Probe, it, "present", { count: present(newText), input: { a: "b" } });
  resource(Probe, it, "filtered", { forEach: where(newMap, () => tf<boolean>`true`), input: { a: "b" } });
  resource(Probe, it, "set", { forEach: setOf(listOf(newMap, (key) => key)), input: { a: "b" } });
  resource(Probe, it, "each", { forEach: oldMap, input: { kept: oldMap.each.value.kept, gone: oldMap.each.value.added } });
  resource(S3BucketLifecycleConfiguration, it, "blocks", {
    bucket: name,
    rule: [{ id: "one", status: "Enabled", expiration: optionalBlock(newText, () => ({ days: 1 })) as never, transition: dynamic(tf<readonly string[]>`["a"]`, ({ value }) => ({ storageClass: value, days: 1 })) as never, filter: blockWhen(regional, { prefix: "x" }) as never }],
  });
  const gone = local(it, "gone", tf<string>`upper(${some(newText)})`);
  local(it, "chosen", choose([regional, counted.only.id], [tf<boolean>`${mode} == "single"`, "one"], tf<string>`"each"`));
  outputs(it, {
    kept: { doc: "Kept.", value: old.kept },
    gone: { doc: "Gone.", value: old.added },
    goneToo: { doc: "Gone.", value: gone },
    goneAsWell: { doc: "Gone.", value: counted.maybe((made) => made.id) },
    goneList: { doc: "Gone.", value: mapList(tf<readonly string[]>`["a"]`, (item) => template`${item}${some(newText)}`) },
    goneMap: { doc: "Gone.", value: project(oldMap, (_, value) => value.added) },
    listed: { doc: "Listed.", value: tf`[for item in ${[name, some(newText), present_.only.id]} : item]` },
    document: { doc: "Document.", value: json({ name, newText, list: [old.added, "literal"] }) },
  });
}

const definition = { name: "it", doc: "It.", inputs, build: (scope: Construct) => {
  const it = new Construct(scope, "it");
  body(it, bind(it, inputs, {} as never));
}, example: "" };

const stackFor = (target: Target) =>
  synthStack((stack) => {
    const it = new Construct(stack, "it");
    body(it, bind(it, inputs, { name: "x", oldMap: { a: {} } }));
  }, target);

const names = (json: Json) => ({
  resources: Object.values(json["resource"] as Json).flatMap((named) => Object.keys(named as Json)).map((name) => name.replace(/^it_/, "")).sort(),
  locals: Object.keys(json["locals"]).map((name) => name.replace(/^it_/, "")),
  outputs: Object.keys(json["output"]).map((name) => name.replace(/^it_/, "")),
});

describe.each([
  { way: "stack", at: stackFor, prefix: "it_" },
  { way: "module", at: (target: Target) => synthModule(definition, target), prefix: "" },
])("what the target's provider lacks is nowhere in a $way", ({ way, at, prefix }) => {
  const [old, young] = [at(floor), at(newest)];

  it("variables, resources, locals and outputs", () => {
    expect(names(old)).toEqual({ resources: ["blocks", "each", "this"], locals: ["chosen"], outputs: ["kept", "listed", "document"] });
    expect(names(young)).toEqual({
      resources: ["blocks", "counted", "each", "filtered", "present", "repeated", "set", "this"],
      locals: ["gone", "chosen"],
      outputs: ["kept", "gone", "gone_too", "gone_as_well", "gone_list", "gone_map", "listed", "document"],
    });
    expect(JSON.stringify(old["variable"])).not.toMatch(/new_text|new_map|added/);
    expect(JSON.stringify(young["variable"])).toMatch(/new_text.*new_map.*added/);
  });

  it("arguments, tags, blocks and elements of lists", () => {
    const group = (json: Json) => json["resource"]["aws_security_group"][`${prefix}this`] as Json;
    expect([Object.keys(group(old)["tags"]), Object.keys(group(young)["tags"])]).toEqual([["kept"], ["kept", "gone", "mixed"]]);
    expect([group(old)["description"], typeof group(young)["description"]]).toEqual([undefined, "string"]);
    const [oldRule, youngRule] = [old, young].map((json) => json["resource"]["aws_s3_bucket_lifecycle_configuration"][`${prefix}blocks`].rule[0].dynamic as Json);
    expect([Object.keys(oldRule!), Object.keys(youngRule!).sort()]).toEqual([["transition"], ["expiration", "filter", "transition"]]);
    expect(Object.keys(old["resource"]["terraform_data"][`${prefix}each`].input)).toEqual(["kept"]);
    const name = way === "stack" ? "var.it.name" : "var.name";
    expect(old["output"][`${prefix}listed`].value).toBe(`\${[for item in [${name}] : item]}`);
    expect(old["output"][`${prefix}document`].value).toBe(`\${jsonencode({ name = ${name}, list = ["literal"] })}`);
  });

  it("branches of a choice", () => {
    const mode = way === "stack" ? "var.it.mode" : "var.mode";
    expect(old["locals"][`${prefix}chosen`]).toBe(`\${${mode} == "single" ? "one" : "each"}`);
    expect(young["locals"][`${prefix}chosen`]).toContain(`terraform_data.${prefix}counted[0].id`);
  });
});

it("what the target lacks is absent in what a handle gives whole, too", () => {
  const given = (target: Target) =>
    synthStack((stack) => {
      const it = new Construct(stack, "it");
      const { mode, old: whole } = bind(it, inputs, { name: "x", mode: tf`lower("SINGLE")`, old: tf`{ added = "x" }` });
      outputs(it, { added: { doc: "A.", value: whole.added }, kept: { doc: "K.", value: whole.kept }, chosen: { doc: "C.", value: choose([is(mode, "regional"), "r"], "other") } });
    }, target)["output"] as Json;
  expect(Object.keys(given(floor))).toEqual(["it_kept", "it_chosen"]);
  expect(given(floor)["it_chosen"].value).toBe('${"other"}');
  expect(Object.keys(given(newest))).toEqual(["it_added", "it_kept", "it_chosen"]);
  expect(given(newest)["it_chosen"].value).toBe('${lower("SINGLE") == "regional" ? "r" : "other"}');
});

describe("an expression knows what it stands for, and JavaScript does not", () => {
  const handle = () => {
    let found: any;
    synthStack((stack) => void (found = bind(new Construct(stack, "it"), { ...inputs, names: list(text(), { default: [] }) }, { name: "x" })));
    return found;
  };
  const misused = (what: string, how: string) => new TypeError(`the Terraform expression ${what} was ${how}: its value is known to Terraform only; write it inside tf\`…\` or text\`…\``);

  it.each([
    ["joined to text", (h: any) => `${h.name}`, "var.it.name", "read by JavaScript"],
    ["added", (h: any) => h.name + 1, "var.it.name", "read by JavaScript"],
    ["made a number", (h: any) => Number(h.name), "var.it.name", "read by JavaScript"],
    ["compared", (h: any) => h.name > 3, "var.it.name", "read by JavaScript"],
    ["written as JSON", (h: any) => JSON.stringify({ a: h.old }), "var.it.old", "read by JavaScript"],
    ["written by String", (h: any) => String(h.old.kept), "var.it.old.kept", "read by JavaScript"],
    ["used as a key", (h: any) => ({ [h.name]: 1 }), "var.it.name", "read by JavaScript"],
    ["looped over", (h: any) => [...h.names], "var.it.names", "read by JavaScript"],
    ["spread", (h: any) => ({ ...h.old }), "var.it.old", "spread or listed"],
    ["listed", (h: any) => Object.keys(h.old), "var.it.old", "spread or listed"],
    ["assigned to", (h: any) => (h.old.kept = 1), "var.it.old", "assigned to"],
    ["asked for what is not declared", (h: any) => h.old.kpet, "var.it.old", "asked for .kpet"],
    ["asked for a length", (h: any) => h.names.length, "var.it.names", "asked for .length"],
    ["asked for a method of text", (h: any) => h.name.slice(1), "var.it.name", "asked for .slice"],
  ])("refused when it is %s", (_, use, what, how) => {
    const inputs = handle();
    expect(() => use(inputs)).toThrow(misused(what, how));
  });

  it("undefined in an expression and a value inside quotes are slips of the author's hand", () => {
    expect(() => tf`max(1, ${undefined})`).toThrow(new Error("bug: undefined in the expression max(1, ${…})"));
    expect(() => template`a-${undefined}`).toThrow(new Error("bug: undefined in the expression a-${…}"));
    expect(() => tf`join("-${"a"}", [])`).toThrow(new Error('bug: a hole inside quotes in the expression join("-${…}", []): make the text with a template'));
    expect(meaningOf(tf`join("-\\"", [${"a"}], "b")`)!.hcl).toBe('join("-\\"", ["a"], "b")');
  });

  it("a promise may wait for one", async () => {
    expect(meaningOf(await Promise.resolve(handle().name))!.hcl).toBe("var.it.name");
  });
});
