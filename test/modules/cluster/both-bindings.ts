import { type Construct, type Data, type GivenInputs, type Inputs, type ModuleDefinition, moduleStack } from "../../../kernel";
import { snakeCase } from "../../../kernel/case";
import { meaningOf } from "../../../kernel/expression";
import { lower } from "../../../kernel/lower";
import type { AnySchema } from "../../../kernel/schema";
import { inFolder, type Plan, planFiles, runTerraform } from "../../harness";
import { offlineProvider, planned, readInPlan } from "../../offline";
import { floor, type Json, synthModule, synthStack } from "../../synth";

/** A construct and the module that it is published as. */
export interface Subject<F extends Inputs> {
  readonly definition: ModuleDefinition;
  readonly inputs: F;
  readonly construct: new (scope: Construct, id: string, given: GivenInputs<F>) => Construct;
}

export const bindings = ["stack", "module"] as const;
type Binding = (typeof bindings)[number];
type Cases<F extends Inputs> = Readonly<Record<string, GivenInputs<F>>>;

/** Planned resources of one case, by the address that they have in the module. */
export interface Planned {
  values(address: string): Json;
  unknown(address: string): Json;
  addresses(): string[];
}

/** Plans every case twice in one run: as a construct of a stack, and as a call of the published module. */
export async function planBoth<F extends Inputs>(subject: Subject<F>, cases: Cases<F>, resources: Json = {}): Promise<(binding: Binding, name: string) => Planned> {
  const stack = planned(synthStack((root) => Object.entries(cases).forEach(([name, given]) => new subject.construct(root, name, given))));
  const files = { "main.tf.json": { ...stack, module: calls(subject.inputs, cases), resource: joined(stack["resource"], resources) } };
  const shipped = moduleStack(subject.definition, floor).files;
  const result = await planFiles({ ...files, ...readInPlan(".", shipped), ...readInPlan("module", shipped), "module/main.tf.json": planned(synthModule(subject.definition)) });
  return (binding, name) => view(result, binding === "stack" ? new RegExp(`^([a-z_]+\\.)${name}_(.+)$`) : new RegExp(`^module\\.${name}\\.([a-z_]+\\.)(.+)$`));
}

/** Sentences with which Terraform refuses calls of the published module. All calls stand in one configuration. */
export function terraformRefusals<F extends Inputs>({ definition, inputs }: Subject<F>, cases: Readonly<Record<string, Data<F>>>): Promise<string[]> {
  const { "//": _, ...module } = synthModule(definition, floor);
  return refusals({ "main.tf.json": { module: calls(inputs, cases as Cases<F>), provider: { aws: offlineProvider } }, "module/main.tf.json": module });
}

/**
 * The same of single inputs, each judged by its variable alone: Terraform judges variables before any resource, and what
 * a variable's rules read is that variable.
 */
export function variableRefusals({ definition, inputs }: Pick<Subject<Inputs>, "definition" | "inputs">, changes: readonly Readonly<Record<string, unknown>>[]): Promise<string[]> {
  const declared = synthModule(definition, floor)["variable"] as Json;
  const given = changes.flatMap((change, index) => Object.entries(change).map(([name, value]) => [name, `case_${index}_${name}`, value] as const));
  const modules = given.map(([name]) => [`${name}/main.tf.json`, { variable: { [snakeCase(name)]: declared[snakeCase(name)] } }] as const);
  const module = Object.fromEntries(given.map(([name, label, value]) => [label, { source: `./${name}`, [snakeCase(name)]: argument(inputs[name]!, value) }]));
  return refusals({ ...Object.fromEntries(modules), "main.tf.json": { module } });
}

async function refusals(files: Readonly<Record<string, Json>>): Promise<string[]> {
  return inFolder(files, async (folder) => {
    await runTerraform({ terraformDir: folder }, ["init", "-input=false"]);
    const { stdout } = await runTerraform({ terraformDir: folder }, ["plan", "-input=false", "-json"], { accept: [1] });
    const messages = stdout.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Json);
    return messages.flatMap((message) => (message["diagnostic"] === undefined ? [] : [String(message["diagnostic"].detail).split("\n")[0]!]));
  });
}

/** Ids of all rules in a declaration, those of choices left out. */
export function ruleIds(inputs: Inputs): string[] {
  return [...new Set(Object.values(inputs).flatMap(idsOf))];
}

function idsOf({ shape, meta }: AnySchema): string[] {
  const own = (meta.rules ?? []).map((rule) => rule.id);
  if (shape.kind === "object") return [...own, ...ruleIds(shape.fields)];
  return "element" in shape ? [...own, ...idsOf(shape.element)] : own;
}

function view(result: Plan, pattern: RegExp): Planned {
  const own = (address: string) => pattern.exec(address)?.slice(1).join("");
  const find = (by: Readonly<Record<string, Json>>, address: string) => {
    const found = Object.entries(by).find(([full]) => own(full) === address);
    if (found === undefined) throw new Error(`no ${address} in the plan`);
    return found[1];
  };
  return {
    values: (address) => find(result.resources, address),
    unknown: (address) => find(result.unknown, address),
    addresses: () => Object.keys(result.resources).flatMap((address) => own(address) ?? []).sort(),
  };
}

function calls(inputs: Inputs, cases: Cases<Inputs>): Json {
  const call = (given: Json) => Object.fromEntries(Object.entries(given).map(([name, value]) => [snakeCase(name), argument(inputs[name]!, value)]));
  return Object.fromEntries(Object.entries(cases).map(([name, given]) => [name, { source: "./module", ...call(given as Json) }]));
}

/** An input as the argument of a module call: names as Terraform spells them, text as text. */
function argument({ shape }: AnySchema, value: unknown): unknown {
  if (meaningOf(value) !== undefined || typeof value !== "object" || value === null) return lower(value);
  if (shape.kind === "list") return (value as unknown[]).map((item) => argument(shape.element, item));
  const entries = Object.entries(value).map(([key, item]) =>
    shape.kind === "object" ? [snakeCase(key), argument(shape.fields[key]!, item)] : [key, argument((shape as { element: AnySchema }).element, item)],
  );
  return Object.fromEntries(entries) as unknown;
}

function joined(a: Json, b: Json): Json {
  return Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((type) => [type, { ...a[type], ...b[type] }]));
}
