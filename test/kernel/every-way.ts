import { bind, Construct, type GivenInputs, type Handles, type Inputs, ModuleStack, PlatformStack } from "../../kernel";
import { Construct as Root } from "../../kernel/framework";
import { hclFiles } from "../../kernel/hcl/files";
import { inFolder, init, type Plan, planAndShowWithStruct, runTerraform } from "../harness";
import { floor, type Json } from "../synth";

/** A construct's body: what it makes of its inputs. */
export type Body<F extends Inputs> = (scope: Construct, inputs: Handles<F>) => void;

/** The four texts that a body has: two bindings, two syntaxes. */
export const ways = ["stack_json", "stack_hcl", "module_json", "module_hcl"] as const;
export type Way = (typeof ways)[number];

/**
 * Plans one body four ways in one run: as a stack and as a module, as JSON and as HCL. The stack's data is the default
 * of its variable; the modules get the same data from a file, which no syntax of Terraform touches.
 */
export async function planEveryWay<F extends Inputs>(inputs: F, given: GivenInputs<F>, body: Body<F>, data: Json = given as Json): Promise<EveryWay> {
  return planWays({ ...folders(inputs, given, body), ...rootOf(data) });
}

/** The configuration that plans the folders side by side. */
export function rootOf(data: Json, planned: readonly Way[] = ways): Record<string, Json> {
  return { "main.tf.json": calls(Object.keys(data), planned), "inputs.json": snakeKeys(data) };
}

export type EveryWay = Plan & {
  /** The outputs of one way, by the names that the module gives them. */
  of(way: Way): Json;
  /** What terraform fmt would change. */
  readonly formatting: string;
};

/** Runs one plan without any provider but Terraform's own. */
export async function planWays(files: Readonly<Record<string, Json | string>>): Promise<EveryWay> {
  return inFolder(files, async (folder) => {
    await init({ terraformDir: folder, extraArgs: { init: ["-backend=false"] } });
    const plan = await planAndShowWithStruct({ terraformDir: folder });
    const of = (way: Way) => {
      const values = plan.outputs[way]!["value"] as Json;
      return Object.fromEntries(Object.entries(values).map(([name, value]) => [name.replace(/^it_/, ""), value]));
    };
    const { stdout: formatting } = await runTerraform({ terraformDir: folder }, ["fmt", "-check", "-diff", "-recursive"], { accept: [0, 3] });
    return Object.assign(plan, { of, formatting });
  });
}

/** The stack and the module of a body, each as JSON and as HCL, in folders of their own. */
export function folders<F extends Inputs>(inputs: F, given: GivenInputs<F>, body: Body<F>): Record<string, Json | string> {
  const stack = build(new PlatformStack(new Root(undefined as never, ""), "test", floor), inputs, given, body);
  const module = build(new ModuleStack(new Root(undefined as never, ""), "test", floor), inputs, {} as never, body);
  return { ...texts("stack", stack), ...texts("module", module) };
}

export function build<F extends Inputs>(stack: PlatformStack, inputs: F, given: GivenInputs<F>, body: Body<F>): PlatformStack {
  const it = new Construct(stack, "it");
  body(it, bind(it, inputs, given));
  return stack;
}

/** A stack as Terraform reads it, without the provider that the plan does not need. */
export function withoutProvider({ "//": _, terraform: __, ...json }: Json): Json {
  return json;
}

function texts(name: string, stack: PlatformStack): Record<string, Json | string> {
  const { "versions.tf": _, ...hcl } = hclFiles(stack);
  const files = Object.entries(hcl).map(([path, text]) => [`${name}_hcl/${path}`, text] as const);
  return { [`${name}_json/main.tf.json`]: withoutProvider(stack.toJson()), ...Object.fromEntries(files) };
}

function calls(names: readonly string[], planned: readonly Way[]): Json {
  const data = Object.fromEntries(names.map((name) => [snake(name), `\${local.inputs.${snake(name)}}`]));
  return {
    locals: { inputs: '${jsondecode(file("${path.module}/inputs.json"))}' },
    module: Object.fromEntries(planned.map((way) => [way, { source: `./${way}`, ...(way.startsWith("module") ? data : {}) }])),
    output: Object.fromEntries(planned.map((way) => [way, { value: `\${module.${way}}` }])),
  };
}

function snakeKeys(data: Json): Json {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [snake(name), value]));
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
