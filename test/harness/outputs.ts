import type { TerraformOptions } from "./options";
import { missing } from "./plan";
import { runTerraform } from "./run";

/** Every output by name, also those that are sensitive. */
export async function outputAll(options: TerraformOptions): Promise<Readonly<Record<string, unknown>>> {
  const { stdout } = await runTerraform(options, ["output", "-json"], { secret: true });
  const outputs = Object.entries(JSON.parse(stdout) as Record<string, { value: unknown }>);
  return Object.fromEntries(outputs.map(([name, { value }]) => [name, value]));
}

/** One output. A name that the state does not have fails with the nearest that it has. */
export async function output<T = unknown>(options: TerraformOptions, name: string): Promise<T> {
  const outputs = await outputAll(options);
  return (Object.hasOwn(outputs, name) ? outputs[name] : missing("output", name, Object.keys(outputs))) as T;
}

/** One output that says something: neither null nor an empty text. */
export async function outputRequired<T = unknown>(options: TerraformOptions, name: string): Promise<T> {
  const value = await output<T>(options, name);
  if (value === null || value === "") throw new Error(`output ${name}: expected a value, got ${JSON.stringify(value)}`);
  return value;
}

/** One output as JSON. */
export async function outputJson(options: TerraformOptions, name: string): Promise<string> {
  return JSON.stringify(await output(options, name));
}

export async function outputList<T = string>(options: TerraformOptions, name: string): Promise<readonly T[]> {
  const value = await output(options, name);
  return Array.isArray(value) ? (value as T[]) : otherKind(name, "a list", value);
}

export async function outputMap<T = string>(options: TerraformOptions, name: string): Promise<Readonly<Record<string, T>>> {
  const value = await output(options, name);
  return kindOf(value) === "a map" ? (value as Record<string, T>) : otherKind(name, "a map", value);
}

export interface ResourceCount {
  readonly add: number;
  readonly change: number;
  readonly destroy: number;
}

/** The counts of what `plan`, `apply` or `destroy` has printed. */
export function getResourceCount(told: string): ResourceCount {
  if (/^No changes\./m.test(told) && !/^(Apply|Destroy) complete!/m.test(told)) return { add: 0, change: 0, destroy: 0 };
  const line = /^(Plan|Apply complete!|Destroy complete!).*$/m.exec(told)?.[0];
  if (line === undefined) throw new Error("expected what plan, apply or destroy prints, got no line with counts");
  const count = (...words: readonly string[]) => Number(words.map((word) => new RegExp(`(\\d+) ${word}`).exec(line)?.[1]).find((number) => number !== undefined) ?? 0);
  return { add: count("to add", "added"), change: count("to change", "changed"), destroy: count("to destroy", "destroyed") };
}

// The value itself may be a secret.
function otherKind(name: string, wanted: string, value: unknown): never {
  throw new Error(`output ${name}: expected ${wanted}, got ${kindOf(value)}`);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a map" : `a ${typeof value}`;
}
