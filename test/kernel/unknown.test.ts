import {
  bind,
  Construct,
  type Expr,
  forward,
  type GivenInputs,
  type Handles,
  type Inputs,
  map,
  ModuleStack,
  nullable,
  object,
  outputs,
  type PlatformStack,
  present,
  readiness,
  resource,
  some,
  text,
  tf,
  where,
} from "../../kernel";
import { build, planWays, withoutProvider } from "./every-way";
import { Construct as Root } from "../../kernel/framework";
import { hclFiles } from "../../kernel/hcl/files";
import { floor, type Json, synthStack } from "../synth";
import { Probe } from "./probe";

const consumerInputs = {
  arn: text(),
  key: nullable(object({ arn: text(), note: nullable(text()), alias: text({ default: "none" }) })),
  byKey: map(object({ arn: text(), on: text({ default: "yes" }) })),
  ids: map(text(), { default: {} }),
  producerReady: readiness("What must be there first."),
} satisfies Inputs;

/** Exists by what the author wrote, reads values that nobody knows before apply. */
class Consumer extends Construct {
  constructor(scope: Construct, id: string, given: GivenInputs<typeof consumerInputs>) {
    super(scope, id);
    const inputs = bind(this, consumerInputs, given);
    consume(this, inputs);
  }
}

const waitingInputs = { ready: readiness("What must be there first.") } satisfies Inputs;

/** Makes one thing at once and another when it is told that it may. */
class Waiting extends Construct {
  readonly early: Expr<readonly string[]>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof waitingInputs>) {
    super(scope, id);
    this.early = waiting(this, bind(this, waitingInputs, given));
  }
}

function waiting(it: Construct, inputs: Handles<typeof waitingInputs>): Expr<readonly string[]> {
  const early = resource(Probe, it, "early", { input: { a: "b" } });
  resource(Probe, it, "late", { input: { a: "b" }, dependsOn: [inputs.ready] });
  const ready = tf<readonly string[]>`[${early.id}]`;
  outputs(it, { early: { doc: "The early part is there.", value: ready } });
  return ready;
}

function moduleHcl<F extends Inputs>(folder: string, inputs: F, body: (it: Construct, inputs: Handles<F>) => void): Record<string, string> {
  const { "versions.tf": _, ...files } = hclFiles(build(new ModuleStack(new Root(undefined as never, ""), "test", floor), inputs, {} as never, body));
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

function consume(it: Construct, inputs: Handles<typeof consumerInputs>): void {
  const key = some(inputs.key);
  const dependsOn = [inputs.producerReady];
  resource(Probe, it, "arn", { input: { value: inputs.arn }, dependsOn });
  resource(Probe, it, "key", { count: present(inputs.key), input: { arn: key.arn, alias: key.alias, note: key.note } });
  resource(Probe, it, "each", { forEach: inputs.byKey, input: { arn: inputs.byKey.each.value.arn, on: inputs.byKey.each.value.on } });
  const on = where(inputs.byKey, (_, value) => tf<boolean>`${value.on} == "yes"`);
  resource(Probe, it, "filtered", { forEach: on, input: { arn: on.each.value.arn } });
  resource(Probe, it, "ids", { forEach: inputs.ids, input: { id: inputs.ids.each.value } });
  outputs(it, { ready: { doc: "Ready.", value: tf<readonly string[]>`[${resource(Probe, it, "last", { input: { a: "b" } }).id}]` } });
}

const given = (id: Expr<string>): GivenInputs<typeof consumerInputs> => ({
  arn: id,
  key: { arn: id, note: id },
  byKey: { made: { arn: id }, "given.key": { arn: "literal", on: "no" } },
  ids: { a: id, b: "literal" },
  producerReady: tf<readonly string[]>`[${id}]`,
});

describe("values that are unknown at plan decide nothing about existence", () => {
  const stack = (stack: PlatformStack) => {
    const made = resource(Probe, stack, "made", { input: { a: "b" } });
    new Consumer(stack, "it", given(made.id));
  };
  const module = `
    resource "terraform_data" "made" {}
    module "it" {
      source         = "./module"
      arn            = terraform_data.made.id
      key            = { arn = terraform_data.made.id, note = terraform_data.made.id }
      by_key         = { made = { arn = terraform_data.made.id }, "given.key" = { arn = "literal", on = "no" } }
      ids            = { a = terraform_data.made.id, b = "literal" }
      producer_ready = [terraform_data.made.id]
    }`;

  it.each(["stack", "module"])("%s", async (way) => {
    const files: Record<string, string | Json> = way === "stack" ? { "main.tf.json": withoutProvider(synthStack(stack)) } : { "main.tf": module, ...moduleHcl("module", consumerInputs, consume) };
    const { resources, unknown } = await planWays(files);
    const prefix = way === "stack" ? "terraform_data.it_" : "module.it.terraform_data.";
    const value = (address: string) => [resources[prefix + address]?.["input"], unknown[prefix + address]?.["input"]];
    expect(value("arn")).toEqual([{}, { value: true }]);
    expect(value("key[0]")).toEqual([{ alias: "none" }, { arn: true, note: true }]);
    expect(value('each["made"]')).toEqual([{ on: "yes" }, { arn: true }]);
    expect(value('each["given.key"]')).toEqual([{ arn: "literal", on: "no" }, {}]);
    expect(value('filtered["made"]')).toEqual([{}, { arn: true }]);
    expect(value('ids["a"]')).toEqual([{}, { id: true }]);
    expect(value('ids["b"]')).toEqual([{ id: "literal" }, {}]);
    expect(Object.keys(resources).filter((address) => address.startsWith(prefix))).toHaveLength(8);
  });
});

describe("two constructs may wait for parts of each other", () => {
  it("in a stack", async () => {
    const json = synthStack((stack) => {
      const late = forward("the end of b");
      const a = new Waiting(stack, "a", { ready: late.ready });
      const b = new Waiting(stack, "b", { ready: a.early });
      late.set(b.early);
    });
    expect(json["resource"]["terraform_data"]["a_late"]["depends_on"]).toEqual(["terraform_data.b_early"]);
    expect(json["resource"]["terraform_data"]["b_late"]["depends_on"]).toEqual(["terraform_data.a_early"]);
    const { resources } = await planWays({ "main.tf.json": withoutProvider(json) });
    expect(Object.keys(resources)).toHaveLength(4);
  });

  it("as modules, without a cycle", async () => {
    const files = moduleHcl("m", waitingInputs, (it, inputs) => void waiting(it, inputs));
    const main = `
      module "a" {
        source = "./m"
        ready  = module.b.early
      }
      module "b" {
        source = "./m"
        ready  = module.a.early
      }`;
    expect(files["m/main.tf"]).toContain("depends_on = [var.ready]");
    const { resources } = await planWays({ "main.tf": main, ...files });
    expect(Object.keys(resources)).toHaveLength(4);
  });

  it("a wait that is never set is refused by name", () => {
    const text = () =>
      synthStack((stack) => {
        new Waiting(stack, "a", { ready: forward("the end of b").ready });
      });
    expect(text).toThrow(new Error("bug: the end of b was never set"));
  });
});
