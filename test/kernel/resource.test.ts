
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import {
  bind,
  check,
  choose,
  Construct,
  flag,
  type GivenInputs,
  imported,
  importedByKey,
  type Inputs,
  limitedName,
  limitedNames,
  list,
  listOf,
  local,
  map,
  mapList,
  moduleCall,
  ModuleStack,
  moved,
  number,
  object,
  outputs,
  PlatformStack,
  present,
  project,
  removed,
  resource,
  secretVariable,
  setOf,
  template,
  text,
  tf,
  where,
} from "../../kernel";
import { Construct as Root } from "../../kernel/framework";
import { hclFiles } from "../../kernel/hcl/files";
import { inFolder, init, planAndShowWithStruct, planFiles } from "../harness";
import { planned } from "../offline";
import { floor, type Json, problemsOf, synthStack } from "../synth";
import { planEveryWay, planWays, ways, withoutProvider } from "./every-way";
import { Probe } from "./probe";

const probes = (json: Json): Json => json["resource"]["terraform_data"];

describe("meta-arguments", () => {
  const json = synthStack((stack) => {
    const it = new Construct(stack, "it");
    const inputs = bind(it, { zones: map(object({ on: flag() })), names: list(text()), maybe: flag() }, { zones: { a: { on: true } }, names: ["a"], maybe: true });
    const first = resource(Probe, it, "first", { forEach: inputs.zones, input: { key: inputs.zones.each.key } });
    const optional = resource(Probe, it, "optional", { count: inputs.maybe, input: { a: "b" } });
    const set = setOf(inputs.names);
    resource(Probe, it, "set", { forEach: set, input: { key: set.each.key, first: first.at("a").id, each: first.at(set.each.key).id } });
    resource(Probe, it, "each", { forEach: inputs.zones, input: { id: first.each.id, only: optional.only.id, maybe: optional.maybe((made) => made.id) as never } });
    resource(Probe, it, "chosen", { count: tf<boolean>`${inputs.maybe} ? false : true`, input: { a: "b" } });
    resource(Probe, it, "last", {
      input: { a: "b" },
      dependsOn: [first, optional.only.id, tf`[${inputs.names}, ${first.at("a").id}]`],
      lifecycle: {
        createBeforeDestroy: true,
        preventDestroy: true,
        ignoreChanges: "all",
        replaceTriggeredBy: [first.at("a"), optional.only.id],
        preconditions: [{ condition: inputs.maybe, message: "it: expected true, got false   [x]" }],
        postconditions: [{ condition: tf<boolean>`self.id != ""`, message: template`it: expected ${"${x}"}, got ${inputs.names.at(0)}   [y]` }],
      },
    });
  });

  it.each([
    ["first", "for_each", "${var.it.zones}"],
    ["optional", "count", "${var.it.maybe ? 1 : 0}"],
    ["chosen", "count", "${(var.it.maybe ? false : true) ? 1 : 0}"],
    ["set", "for_each", "${toset(var.it.names)}"],
    ["set", "input", { key: "${each.key}", first: '${terraform_data.it_first["a"].id}', each: "${terraform_data.it_first[each.key].id}" }],
    ["each", "input", { id: "${terraform_data.it_first[each.key].id}", only: "${terraform_data.it_optional[0].id}", maybe: "${one(terraform_data.it_optional[*].id)}" }],
    ["last", "depends_on", ["terraform_data.it_first", "terraform_data.it_optional", "var.it"]],
    [
      "last",
      "lifecycle",
      {
        create_before_destroy: true,
        prevent_destroy: true,
        ignore_changes: "all",
        replace_triggered_by: ['terraform_data.it_first["a"]', "terraform_data.it_optional[0].id"],
        precondition: [{ condition: "${var.it.maybe}", error_message: "it: expected true, got false   [x]" }],
        postcondition: [{ condition: '${self.id != ""}', error_message: "it: expected $${x}, got ${var.it.names[0]}   [y]" }],
      },
    ],
  ])("%s: %s", (name, key, value) => {
    expect(probes(json)[`it_${name}`][key]).toEqual(value);
  });

  it("a plan takes them", async () => {
    const { resources } = await planWays({ "main.tf.json": withoutProvider(json) });
    expect(Object.keys(resources).sort()).toEqual([
      'terraform_data.it_each["a"]',
      'terraform_data.it_first["a"]',
      "terraform_data.it_last",
      "terraform_data.it_optional[0]",
      'terraform_data.it_set["a"]',
    ]);
  });
});

describe("provider slots", () => {
  const build = (stack: PlatformStack) => {
    resource(Vpc, new Construct(stack, "it"), "this", { cidrBlock: "10.0.0.0/16", provider: "peer" });
    return stack;
  };
  const root = () => new Root(undefined as never, "");

  it("a stack binds one to an alias", () => {
    const json = synthStack((stack) => {
      stack.bindSlot("peer", "aws.other");
      build(stack);
    });
    expect(json["resource"]["aws_vpc"]["it_this"]).toMatchObject({ cidr_block: "10.0.0.0/16", provider: "aws.other" });
  });

  it("a stack puts a whole construct under a provider, and nothing beside it", () => {
    const json = synthStack((stack) => {
      const far = new Construct(stack, "far");
      stack.useProvider(far, "aws.far");
      const inner = new Construct(far, "inner");
      stack.useProvider(inner, "aws.inner");
      for (const [scope, id] of [[far, "a"], [inner, "b"], [stack, "c"]] as const) resource(Probe, scope, id, { input: {} });
    });
    expect(Object.fromEntries(Object.entries(probes(json)).map(([name, probe]) => [name, (probe as Json)["provider"]]))).toEqual({ far_a: "aws.far", far_inner_b: "aws.inner", c: undefined });
  });

  it("in a module it is a configuration alias", () => {
    const stack = build(new ModuleStack(root(), "m", floor));
    const files = hclFiles(stack);
    expect(files["versions.tf"]).toContain("configuration_aliases = [aws.peer]");
    expect(files["main.tf"]).toContain("provider = aws.peer");
    expect((stack.toJson()["terraform"] as Json)["required_providers"]["aws"]["configuration_aliases"]).toEqual(["aws.peer"]);
  });

  it("one that nobody binds is refused", () => {
    expect(problemsOf(() => synthStack(build))).toEqual(["test: expected a provider for the slot peer, got nothing; bindSlot gives it one   [provider-slot]"]);
  });
});

describe("refactoring blocks, planned against a state", () => {
  const state = (addresses: readonly string[]) => ({
    version: 4,
    terraform_version: "1.11.4",
    serial: 1,
    lineage: "x",
    outputs: {},
    resources: addresses.map((address) => {
      const [, name, key] = /^terraform_data\.([^[]+)(?:\["(.*)"\])?$/.exec(address)!;
      return {
        mode: "managed",
        type: "terraform_data",
        name,
        provider: 'provider["terraform.io/builtin/terraform"]',
        instances: [{ ...(key && { index_key: JSON.parse(`"${key}"`) }), schema_version: 0, attributes: { id: `id of ${name} ${key ?? ""}`.trim(), input: null, output: null, triggers_replace: null } }],
      };
    }),
  });

  const build = (stack: PlatformStack) => {
    const it = new Construct(stack, "it");
    const { keys } = bind(it, { keys: map(text()) }, { keys: { a: "1", 'b"${c}': "2", d: "3" } });
    const one = resource(Probe, it, "one", {});
    const keyed = resource(Probe, it, "keyed", { forEach: keys });
    const fresh = resource(Probe, it, "fresh", { forEach: setOf(tf`["x", "y"]`) });
    moved(it, "terraform_data.old", one);
    moved(it, "terraform_data.before", keyed, ["a", 'b"${c}']);
    removed(it, "terraform_data.kept");
    removed(it, "terraform_data.gone", { destroy: true });
    imported(it, resource(Probe, it, "taken", {}), "id-1");
    importedByKey(it, fresh, { x: "id-x", y: "id-${y}" });
  };
  const from = ["old", 'before["a"]', 'before["b\\"${c}"]', "kept", "gone"].map((name) => `terraform_data.it_${name}`);

  it.each(["json", "hcl"])("%s: nothing is replaced, and only what was named is destroyed or taken over", async (syntax) => {
    const stack = new PlatformStack(new Root(undefined as never, ""), "test", floor);
    build(stack);
    const { "versions.tf": _, ...hcl } = hclFiles(stack);
    const files = syntax === "json" ? { "main.tf.json": withoutProvider(stack.toJson()) } : hcl;
    const merged = state(from).resources.reduce<Json[]>((all, item) => {
      const same = all.find((other) => other["name"] === item.name);
      if (same === undefined) return [...all, item];
      same["instances"].push(...item.instances);
      return all;
    }, []);
    await inFolder({ ...files, "terraform.tfstate": { ...state([]), resources: merged } }, async (folder) => {
      await init({ terraformDir: folder });
      const { json, actions } = await planAndShowWithStruct({ terraformDir: folder });
      expect(actions).toEqual({
        "terraform_data.it_one": ["no-op"],
        'terraform_data.it_keyed["a"]': ["no-op"],
        'terraform_data.it_keyed["b\\"$${c}"]': ["no-op"],
        'terraform_data.it_keyed["d"]': ["create"],
        "terraform_data.it_kept": ["forget"],
        "terraform_data.it_gone": ["delete"],
        "terraform_data.it_taken": ["no-op"],
        'terraform_data.it_fresh["x"]': ["no-op"],
        'terraform_data.it_fresh["y"]': ["no-op"],
      });
      const changes = json["resource_changes"] as Json[];
      expect(changes.flatMap(({ previous_address }) => previous_address ?? []).sort()).toEqual(["terraform_data.it_before[\"a\"]", 'terraform_data.it_before["b\\"$${c}"]', "terraform_data.it_old"]);
      expect(changes.flatMap(({ change }) => change.importing?.id ?? []).sort()).toEqual(["id-${y}", "id-1", "id-x"]);
    });
  });
});

describe("checks, locals and module calls", () => {
  it("plan with the values that the body names", async () => {
    const json = synthStack((stack) => {
      const it = new Construct(stack, "it");
      const { n } = bind(it, { n: number() }, { n: 2 });
      const doubled = local<number>(it, "doubled", tf`${n} * 2`);
      const called = moduleCall<{ echoBack: string }>(it, "child", { source: "./child", inputs: { word: template`n is ${doubled}`, literal: "${x}" } });
      check(it, "even", [{ condition: tf<boolean>`${doubled} % 2 == 0`, message: "even: expected an even number" }, { condition: tf<boolean>`${n} > 2`, message: template`n: expected more than 2, got ${n}` }]);
      outputs(it, { echoed: { doc: "Echo.", value: called.echoBack }, secret: { doc: "S.", value: doubled, sensitive: true } });
    });
    const child = 'variable "word" {}\nvariable "literal" {}\noutput "echo_back" { value = "${var.word} ${var.literal}" }\n';
    const { outputs: values, json: all } = await planWays({ "main.tf.json": withoutProvider(json), "child/main.tf": child });
    expect(values).toEqual({ it_echoed: { sensitive: false, type: "string", value: "n is 4 ${x}" }, it_secret: { sensitive: true, type: "number", value: 4 } });
    const problems = (all["checks"] as Json[]).flatMap((item) => (item["instances"] as Json[]).flatMap((instance) => (instance["problems"] ?? []).map((problem: Json) => problem["message"])));
    expect(problems).toEqual(["n: expected more than 2, got 2"]);
  });

  it("a plan stops where a precondition of an output does not hold", async () => {
    const json = synthStack((stack) => {
      const it = new Construct(stack, "it");
      const { n } = bind(it, { n: number() }, { n: 2 });
      outputs(it, { n: { doc: "N.", value: n, preconditions: [{ condition: tf<boolean>`${n} < 3`, message: "small" }, { condition: tf<boolean>`${n} > 2`, message: template`n: expected more than 2, got ${n}` }] } });
    });
    await expect(planWays({ "main.tf.json": withoutProvider(json) })).rejects.toThrow(/n: expected more than 2, got 2/);
  });
});

describe("collections", () => {
  const inputs = { groups: map(object({ on: flag(), tags: map(text()), names: list(text()) })), names: list(text()) } satisfies Inputs;
  const given = {
    groups: { b: { on: false, tags: { x: "1" }, names: ["p"] }, a: { on: true, tags: { x: "2", y: "3" }, names: ["q", "r"] } },
    names: ["m", "n"],
  };

  it("filter, project and list, also inside each other", async () => {
    const plan = await planEveryWay(inputs, given, (it, { groups, names }) => {
      const on = where(groups, (_, group) => group.on);
      outputs(it, {
        where: { doc: "W.", value: project(on, (key, group) => template`${key} ${group.names.at(0)}`) },
        nested: { doc: "N.", value: listOf(groups, (key, group) => listOf(group.tags, (tag, value) => template`${key}.${tag}=${value}`)) },
        lists: { doc: "L.", value: mapList(names, (outer) => mapList(names, (inner) => template`${outer}${inner}`)) },
        own: { doc: "O.", value: project(groups, (group, { tags }) => where(tags, (tag) => tf<boolean>`${group} == "a" || ${tag} != "x"`), ["name", "item"]) },
        chosen: { doc: "C.", value: listOf(groups, (_, group) => choose([group.on, "on"], [tf<boolean>`length(${group.names}) > 5`, "many"], "off")) },
        there: { doc: "T.", value: present(tf`null`) },
      });
    });
    const want = {
      where: { a: "a q" },
      nested: [["a.x=2", "a.y=3"], ["b.x=1"]],
      lists: [["mm", "mn"], ["nm", "nn"]],
      own: { a: { x: "2", y: "3" }, b: {} },
      chosen: ["on", "off"],
      there: false,
    };
    for (const way of ways) expect([way, plan.of(way)]).toEqual([way, want]);
  });
});

describe("names within limits", () => {
  it("short names stay, long ones are cut with a hash of the whole, characters and not bytes count", async () => {
    const names = ["a", "x".repeat(15), "x".repeat(16), `${"x".repeat(16)}y`, `${"x".repeat(16)}z`, "é".repeat(15)];
    const plan = await planEveryWay({ names: list(text()) }, { names }, (it, inputs) => {
      const made = names.map((_, index) => limitedName(it, `name_${index}`, inputs.names.at(index), "-role", 20));
      outputs(it, { made: { doc: "Names.", value: tf`${made}` }, bare: { doc: "Bare.", value: limitedName(it, "bare", inputs.names.at(3), "", 12) } });
    });
    const [short, exact, cut, first, second, accents] = plan.of("stack_json")["made"] as string[];
    expect([short, exact, accents]).toEqual(["a-role", `${"x".repeat(15)}-role`, `${"é".repeat(15)}-role`]);
    for (const name of [cut, first, second]) expect(name).toMatch(/^x{6}-[0-9a-f]{8}-role$/);
    expect(new Set([cut, first, second]).size).toBe(3);
    expect(plan.of("stack_json")["bare"]).toMatch(/^xxx-[0-9a-f]{8}$/);
    for (const way of ways) expect(plan.of(way)).toEqual(plan.of("stack_json"));
  });

  it("of a map are cut each by itself, by the map's keys", async () => {
    const groups = { short: { prefix: "a" }, long: { prefix: "x".repeat(20) }, other: { prefix: "x".repeat(21) } };
    const plan = await planEveryWay({ groups: map(object({ prefix: text() })) }, { groups }, (it, inputs) => {
      outputs(it, { made: { doc: "Names.", value: limitedNames(it, "names", inputs.groups, (key, group) => template`${group.prefix}-${key}`, "-role", 20) } });
    });
    const { short, long, other } = plan.of("stack_json")["made"] as Record<string, string>;
    expect(short).toBe("a-short-role");
    expect([long, other].map((name) => /^x{6}-[0-9a-f]{8}-role$/.test(name!))).toEqual([true, true]);
    expect(long).not.toBe(other);
    for (const way of ways) expect(plan.of(way)).toEqual(plan.of("stack_json"));
  });
});

describe("secrets", () => {
  const inputs = { password: text({ sensitive: true }), token: text({ ephemeral: true }) } satisfies Inputs;
  const body = (it: Construct, given: GivenInputs<typeof inputs>) => {
    const { password, token } = bind(it, inputs, given);
    resource(SecretsmanagerSecretVersion, it, "this", { secretId: "arn:aws:secretsmanager:us-east-1:123456789012:secret:x", secretStringWo: token, secretStringWoVersion: 1 });
    resource(SecretsmanagerSecretVersion, it, "kept", { secretId: "arn:aws:secretsmanager:us-east-1:123456789012:secret:y", secretString: password });
  };

  it("a literal is refused", () => {
    const why = "got \"a literal\"; a literal ends in the repository and in the plan   [sensitive-literal]";
    expect(problemsOf(() => synthStack((stack) => body(new Construct(stack, "it"), { password: "hunter2", token: "t" })))).toEqual([
      `test it.password: expected a reference to a secret, ${why}`,
      `test it.token: expected a reference to a secret, ${why}`,
    ]);
  });

  it("a variable without a value reaches a write-only argument and leaves no trace in the plan", async () => {
    const json = synthStack((stack) => {
      const password = secretVariable(stack, "db_password", { doc: "Password." });
      const token = secretVariable(stack, "token", { doc: "Token.", ephemeral: true });
      body(new Construct(stack, "it"), { password, token });
    });
    expect(json["terraform"]["required_version"]).toBe(">= 1.11");
    expect(json["variable"]["it"]).toEqual({ type: "object({})", default: {}, nullable: false });
    const result = await planFiles({ "main.tf.json": planned(json) }, { db_password: "hunter2", token: "one-time-token" });
    expect(result.resources["aws_secretsmanager_secret_version.it_this"]).toMatchObject({ secret_string_wo: null, secret_string_wo_version: 1 });
    const { variables: _, ...rest } = result.json;
    expect(JSON.stringify(rest)).not.toContain("one-time-token");
  });

  it.each([
    ["a field", () => object({ a: text({ sensitive: true }) })],
    ["an element", () => list(text({ ephemeral: true }))],
    ["a map's element", () => map(text({ sensitive: true }))],
  ])("cannot be %s of another input", (_, declare) => {
    expect(declare).toThrow(new Error("bug: a secret stands inside another input: only an input of its own can be sensitive or ephemeral"));
  });
});

