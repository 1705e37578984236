import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { breakProblems, guardProblems } from "../../cli/release/guard";
import { bind, between, choice, Construct, fromVariables, type Inputs, list, map, type ModuleDefinition, moduleCall, moduleStack, moved, nullable, number, object, outputs, removed, resource, text, tf } from "../../kernel";
import { describe as sentence } from "../../kernel/problem";
import { moduleInterface } from "../../kernel/interface/module-interface";
import type { Change, Release } from "../../modules/releases";
import { floor } from "../synth";

const subnets = { zone: text(), size: number({ default: 24, rules: [between("subnet-size", 16, 28)] }), tags: map(text(), { default: {} }) };
const inputs = { name: text(), cidr: text({ default: "10.0.0.0/16" }), nat: choice(["none", "single"], { default: "none" }), owner: nullable(text()), count: number({ default: 1 }), peers: list(text(), { default: [] }), subnets: map(object(subnets), { default: {} }) };

interface Parts {
  readonly inputs: Inputs;
  /** Beside the subnets, which other parts may name otherwise. */
  readonly body?: (scope: Construct) => void;
  readonly vpc: string;
  readonly sensitive?: boolean;
  readonly repeated: "forEach" | "single" | "count";
  readonly outputs: readonly string[];
}

const base: Parts = { inputs, vpc: "this", repeated: "forEach", outputs: ["vpcId", "subnetIds"] };

function interfaceOf(change: Partial<Parts> = {}, target = floor) {
  const parts = { ...base, ...change };
  const definition: ModuleDefinition = {
    name: "it",
    doc: "",
    example: "",
    inputs: parts.inputs,
    build(stack) {
      const scope = new Construct(stack, "it");
      bind(scope, parts.inputs, fromVariables);
      const vpc = resource(Vpc, scope, parts.vpc, { cidrBlock: tf<string>`var.cidr` });
      const repeated = { forEach: { forEach: tf<object>`var.subnets` }, count: { count: tf<boolean>`true` }, single: {} }[parts.repeated];
      resource(Subnet, scope, "private", { ...repeated, vpcId: vpc.id } as never);
      parts.body?.(scope);
      outputs(scope, Object.fromEntries(parts.outputs.map((name) => [name, { value: vpc.id, doc: name, sensitive: parts.sensitive }])));
    },
  };
  return moduleInterface(definition, moduleStack(definition, target));
}

const released: Release = { versions: { "5.100": "1.4.0", "6.25": "2.4.0" }, date: "2026-11-21", changes: {} };
const next = (version: string, changes: Release["changes"]): Release => ({ versions: { "5.100": version, "6.25": version.replace("1.", "2.").replace("3.", "4.") }, changes });
const entry = (text: string, plan: Change["plan"] = "none") => ({ it: [{ text, plan }] });
const minor = next("1.5.0", entry("Changed."));

/** What is said of a module that was as `before` and is as `change` says. */
function said(change: Partial<Parts>, release: Release | null = minor, before: Partial<Parts> = {}): string[] {
  const line = { recorded: { version: "1.4.0", modules: { it: interfaceOf(before) } }, current: { it: interfaceOf(change) } };
  return guardProblems({ "5.100": line }, [...(release === null ? [] : [release]), released]).map(sentence);
}

const without = (name: string) => Object.fromEntries(Object.entries(inputs).filter(([other]) => other !== name));
const withInput = (name: string, schema: Inputs[string]) => ({ inputs: { ...inputs, [name]: schema } });
const withField = (name: string, schema: Inputs[string]) => withInput("subnets", map(object({ ...subnets, [name]: schema } as Inputs), { default: {} }));
const { size: _, ...subnetsWithoutSize } = subnets;
const majorToo = "3.0.0 and 4.0.0 in modules/releases.ts";

describe("without a major version it is refused that", () => {
  const refused: readonly (readonly [string, Partial<Parts>, string])[] = [
    ["an input vanishes", { inputs: without("owner") }, `modules/it input owner: expected to stay, got nothing; Terraform refuses callers who give it; try "declare it again, beside what takes its place; or ${majorToo}"   [input-vanished]`],
    ["an input becomes required", withInput("cidr", text()), `modules/it input cidr: expected to be optional, got "required"; callers do not give it yet; try "a default, or nullable; or ${majorToo}"   [input-required]`],
    ["a new input is required", withInput("region", text()), `modules/it input region: expected to be optional, got "required"; callers do not give it yet; try "a default, or nullable; or ${majorToo}"   [input-required]`],
    ["an input no longer takes null", withInput("owner", text({ default: "me" })), `modules/it input owner: expected to take null, got "not nullable"; callers may give null; try "${majorToo}"   [input-not-null]`],
    ["a text becomes a number", withInput("name", number()), `modules/it input name: expected the type string, got "number"; Terraform does not convert what callers give, or drops a part of it; try "${majorToo}"   [input-type]`],
    ["a list becomes a map", withInput("peers", map(text(), { default: {} })), `modules/it input peers: expected the type list, got "map"; Terraform does not convert what callers give, or drops a part of it; try "${majorToo}"   [input-type]`],
    ["a choice loses a word", withInput("nat", choice(["none"], { default: "none" })), `modules/it input nat: expected the choice single, got ["none"]; callers may give it; try "${majorToo}"   [input-choice]`],
    ["a text becomes a choice", withInput("cidr", choice(["10.0.0.0/16"], { default: "10.0.0.0/16" })), `modules/it input cidr: expected any text, got ["10.0.0.0/16"]; callers may give another word; try "${majorToo}"   [input-choice]`],
    ["a field of an object in a map vanishes", withInput("subnets", map(object(subnetsWithoutSize), { default: {} })), `modules/it input subnets[*].size: expected to stay, got nothing; Terraform ignores without a word what callers give; try "declare it again, beside what takes its place; or ${majorToo}"   [input-vanished]`],
    ["a field becomes required", withField("size", number({ rules: [between("subnet-size", 16, 28)] })), `modules/it input subnets[*].size: expected to be optional, got "required"; callers do not give it yet; try "a default, or nullable; or ${majorToo}"   [input-required]`],
    ["a field changes its type", withField("tags", list(text(), { default: [] })), `modules/it input subnets[*].tags: expected the type map, got "list"; Terraform does not convert what callers give, or drops a part of it; try "${majorToo}"   [input-type]`],
    ["an output vanishes", { outputs: ["vpcId"] }, `modules/it output subnet_ids: expected to stay, got nothing; callers read it; try "declare it again, beside what takes its place; or ${majorToo}"   [output-vanished]`],
    ["an address vanishes", { vpc: "main" }, `modules/it aws_vpc.this: expected to stay, or to have a moved or removed block, got nothing; a plan over an existing state destroys it; try "moved(scope, \\"aws_vpc.this\\", …); or ${majorToo}"   [address-vanished]`],
    ["a keyed resource becomes a single one", { repeated: "single" }, `modules/it aws_subnet.private: expected to stay, or to have a moved or removed block, got "single, after each"; a plan over an existing state destroys it; try "moved(scope, \\"aws_subnet.private\\", …); or ${majorToo}"   [address-vanished]`],
    ["a moved block leads nowhere", { vpc: "main", body: (scope) => moved(scope, "aws_vpc.this", "aws_vpc.mian") }, `modules/it aws_vpc.this: expected to stay, or to have a moved or removed block, got nothing; a plan over an existing state destroys it; try "moved(scope, \\"aws_vpc.this\\", …); or ${majorToo}"   [address-vanished]`],
  ];
  it.each(refused)("%s", (_, change, problem) => expect(said(change)).toEqual([problem]));

  it("several things change, all at once", () => {
    expect(said({ inputs: without("owner"), outputs: ["vpcId"], vpc: "main" }).map((line) => /\[[a-z-]+\]$/.exec(line)![0])).toEqual(["[input-vanished]", "[output-vanished]", "[address-vanished]"]);
  });

  it("an output becomes sensitive", () => {
    expect(said({ outputs: ["vpcId"], sensitive: true }, minor, { outputs: ["vpcId"] })).toEqual([
      `modules/it output vpc_id: expected to be plain, got "sensitive"; Terraform refuses callers who put it into an output or a for_each; try "${majorToo}"   [output-sensitive]`,
    ]);
  });

  it("an input no longer takes what is ephemeral", () => {
    expect(said(withInput("owner", nullable(text())), minor, withInput("owner", nullable(text({ ephemeral: true }))))).toEqual([
      `modules/it input owner: expected to take ephemeral values, got "not ephemeral"; callers may give one; try "${majorToo}"   [input-not-ephemeral]`,
    ]);
  });

  it("a moved block goes", () => {
    const leads = { vpc: "main", body: (scope: Construct) => moved(scope, "aws_vpc.this", "aws_vpc.main") };
    expect(said({ vpc: "main" }, minor, leads)).toEqual([
      `modules/it moved from aws_vpc.this to aws_vpc.main: expected to stay, got nothing; who comes from an older version than the last needs it; try "${majorToo}"   [refactoring-vanished]`,
    ]);
  });

  it("a module call vanishes", () => {
    const calls = { body: (scope: Construct) => void moduleCall(scope, "inner", { source: "./modules/inner", inputs: {} }) };
    expect(said({}, minor, calls)).toEqual([
      `modules/it module.inner: expected to stay, or to have a moved or removed block, got nothing; a plan over an existing state destroys it; try "moved(scope, \\"module.inner\\", …); or ${majorToo}"   [address-vanished]`,
    ]);
  });

  it.each([
    [">= 5.100, < 7.0", ">= 6.0, < 7.0", 1],
    [">= 5.100, < 7.0", ">= 5.100, < 6.0", 1],
    [">= 5.100, < 7.0", ">= 5.90, < 8.0", 0],
  ])("a provider's versions go from %s to %s: %i problems", (before, after, problems) => {
    const of = (constraint: string) => ({ it: interfaceOf({}, { ...floor, constraint }) });
    const line = { recorded: { version: "1.4.0", modules: of(before) }, current: of(after) };
    const told = guardProblems({ "5.100": line }, [minor, released]).map(sentence);
    expect(told).toEqual(Array(problems).fill(`modules/it provider aws: expected every version of ${before}, got "${after}"; callers may run one that is left out; try "${majorToo}"   [requirement-narrowed]`));
  });
});

describe("a minor version is enough", () => {
  const passing: readonly (readonly [string, Partial<Parts>])[] = [
    ["for a new input with a default", withInput("region", text({ default: "us-east-1" }))],
    ["for a new input that may be null", withInput("region", nullable(text()))],
    ["for a new field with a default", withField("public", text({ default: "no" }))],
    ["for a number that becomes a text", withInput("count", text({ default: 1 as never }))],
    ["for an input that is required no more", withInput("name", nullable(text()))],
    ["for a new word of a choice", withInput("nat", choice(["none", "single", "perZone"], { default: "none" }))],
    ["for a rule that goes", withField("size", number({ default: 24 }))],
    ["for a new output", { outputs: [...base.outputs, "arn"] }],
    ["where a moved block leads on", { vpc: "main", body: (scope) => moved(scope, "aws_vpc.this", "aws_vpc.main") }],
    ["where moved blocks lead on in two steps", { vpc: "main", body: (scope) => (moved(scope, "aws_vpc.this", "aws_vpc.old"), moved(scope, "aws_vpc.old", "aws_vpc.main")) }],
    ["where a removed block says so", { vpc: "main", body: (scope) => removed(scope, "aws_vpc.this") }],
  ];
  it.each(passing)("%s, and a patch is not", (_, change) => {
    expect(said(change)).toEqual([]);
    expect(said(change, next("1.4.1", entry("Changed.")))).toEqual([expect.stringMatching(/^modules\/releases\.ts versions\.5\.100: expected 1\.5\.0 or more, got "1\.4\.1"; it has another .*, which is more than a correction; try "1\.5\.0" {3}\[release-version\]$/)]);
  });

  it("for a single resource that has a count, and back: Terraform moves it", () => {
    expect(said({ repeated: "count" }, next("1.4.1", entry("Changed.")), { repeated: "single" })).toEqual([]);
    expect(said({ repeated: "single" }, next("1.4.1", entry("Changed.")), { repeated: "count" })).toEqual([]);
  });
});

describe("what turns out otherwise for callers who have changed nothing is told in the changelog", () => {
  const cidr = withInput("cidr", text({ default: "10.1.0.0/16" }));
  const untold = 'modules/it input cidr: expected the default "10.0.0.0/16", got "10.1.0.0/16"; it changes for callers who do not give it; try "an entry of it in modules/releases.ts that names cidr and says what a plan shows"   [input-default]';
  it.each<[string, Release, string[]]>([
    ["names nothing", minor, [untold]],
    ["says that no plan shows it", next("1.5.0", entry("`cidr` is another.")), [untold]],
    ["names another", next("1.5.0", entry("`pod_cidr` is another.", "in place")), [untold]],
    ["names it", next("1.5.0", entry("`cidr` is another.", "in place")), []],
  ])("a default, when the entry %s", (_, release, problems) => expect(said(cidr, release)).toEqual(problems));

  const size = withField("size", number({ default: 24, rules: [between("subnet-size", 20, 28)] }));
  it("a rule that allows something else", () => {
    expect(said(size)).toEqual(['modules/it input subnets[*].size: expected subnet-size to allow a number from 16 to 28, got "a number from 20 to 28"; what callers give may be refused; try "an entry of it in modules/releases.ts that names subnets"   [input-rule]']);
    expect(said(size, next("1.5.0", entry("`subnets` are /20 and smaller.")))).toEqual([]);
  });

  it("what a major version takes away", () => {
    const gone = { inputs: without("owner") };
    expect(said(gone, next("3.0.0", entry("Changed.")))).toEqual(['modules/it input owner: expected to stay, got nothing; Terraform refuses callers who give it; try "an entry of it in modules/releases.ts that names owner"   [input-vanished]']);
    expect(said(gone, next("3.0.0", entry("`owner` is gone: use `tags`.", "replaces")))).toEqual([]);
  });
});

describe("the release in the making", () => {
  const other = { body: (scope: Construct) => void resource(Subnet, scope, "other", { vpcId: "vpc-1" }) };

  it("is none as long as nothing has changed", () => expect(said({}, null)).toEqual([]));

  it("is asked for when something has", () => {
    expect(said(other, null)).toEqual(['modules/releases.ts: expected a release without a date, for what has changed, got "1.4.0 and 2.4.0"; changed: it; try "an entry above it with versions and changes"   [release-missing]']);
  });

  it("has an entry of every module whose plan may differ; words for people need none", () => {
    expect(said(withInput("name", text({ doc: "Its name." })), next("1.4.1", {}))).toEqual([]);
    expect(said(other, next("1.5.0", {}))).toEqual(["modules/releases.ts changes.it: expected an entry of what has changed, got nothing; the module is not what 1.4.0 was   [release-entry]"]);
  });

  it("replaces nothing without a major version", () => {
    expect(said(other, next("1.5.0", entry("Other subnets.", "replaces")))).toEqual(['modules/releases.ts changes.it: expected nothing that replaces resources, got "1.5.0"; a minor version is taken without a look at the plan; try "3.0.0 and 4.0.0"   [release-replaces]']);
  });

  it("says once what is true of both lines", () => {
    const line = { recorded: { version: "1.4.0", modules: { it: interfaceOf() } }, current: {} };
    expect(guardProblems({ "5.100": line, "6.25": { ...line, recorded: { ...line.recorded, version: "2.4.0" } } }, [next("1.5.0", entry("Gone.")), released]).map(sentence)).toEqual([
      `modules/it module: expected to stay, got nothing; callers have it as their source; try "${majorToo}"   [module-vanished]`,
    ]);
  });
});

describe("while a module is worked on, before the changelog says anything,", () => {
  const atWork = (change: Partial<Parts>, releases: readonly Release[] = [released]) => breakProblems({ "5.100": { recorded: { version: "1.4.0", modules: { it: interfaceOf() } }, current: { it: interfaceOf(change) } } }, releases).map(sentence);

  it("what callers would lose is refused", () => {
    const vanished = `modules/it output subnet_ids: expected to stay, got nothing; callers read it; try "declare it again, beside what takes its place; or ${majorToo}"   [output-vanished]`;
    expect(atWork({ outputs: ["vpcId"] })).toEqual([vanished]);
    expect(atWork({ outputs: ["vpcId"] }, [minor, released])).toEqual([vanished]);
  });

  it("what is new is not, nor a break that a major version covers", () => {
    expect(atWork({ outputs: [...base.outputs, "cidr"] })).toEqual([]);
    expect(atWork({ outputs: ["vpcId"] }, [next("3.0.0", {}), released])).toEqual([]);
  });
});
