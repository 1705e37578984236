import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { terraform } from "../cli/terraform/terraform";
import { type Problem, refuse } from "../kernel";
import { offlineProvider } from "../test/offline";
import { interleaved } from "./usage";
import { stacksProgram, workshop } from "./workshop";

type Json = Record<string, any>;

/** Both programs' production stack, initialized for planning without an account. */
export interface Planned {
  readonly ours: string;
  readonly bare: string;
  /** Resources in each, and how many of them have the same values in both plans. */
  readonly resources: number;
  readonly equal: number;
}

interface Resource {
  readonly type: string;
  readonly values: string;
}

let planned: Promise<Planned> | undefined;

/**
 * Plans both programs' production stack. A comparison means something only where both make the same.
 *
 * @throws ProblemsError where one makes more resources of a type than the other.
 */
export function sameResources(): Promise<Planned> {
  planned ??= plan();
  return planned;
}

async function plan(): Promise<Planned> {
  const programs = { ours: await stacksProgram("bench/ours/one.ts", 1), bare: await stacksProgram("bench/bare/one.ts", 1) };
  await interleaved(programs, 0);
  const stack = (program: keyof typeof programs): Json => JSON.parse(readFileSync(join(programs[program].env!.CDKTF_OUTDIR!, "stacks", "prod", "cdk.tf.json"), "utf8")) as Json;
  const ours = stack("ours");
  const folders = { ours: offline("ours", ours, ours), bare: offline("bare", stack("bare"), ours) };
  const [mine, others] = [await resourcesOf(folders.ours), await resourcesOf(folders.bare)];
  refuse(unequalCounts(mine, others));
  return { ...folders, resources: mine.length, equal: equalValues(mine, others) };
}

/** A folder with the stack under the provider and Terraform versions of `like`, and without a backend. */
function offline(name: string, stack: Json, like: Json): string {
  const folder = join(workshop, "plan", name);
  mkdirSync(folder, { recursive: true });
  const { "//": _, terraform: __, ...rest } = stack;
  const { required_providers, required_version } = like["terraform"] as Json;
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ ...rest, terraform: { required_providers, required_version }, provider: { aws: offlineProvider } }));
  return folder;
}

async function resourcesOf(folder: string): Promise<Resource[]> {
  await terraform(["init", "-input=false", "-no-color"], { cwd: folder });
  await terraform(["plan", "-input=false", "-lock=false", "-no-color", "-out=plan"], { cwd: folder });
  const { stdout } = await terraform(["show", "-json", "plan"], { cwd: folder });
  const { resource_changes: changes } = JSON.parse(stdout) as { resource_changes: Json[] };
  return changes.map(({ type, change }) => ({ type: String(type), values: JSON.stringify(said(change.after)) }));
}

/** What the configuration says: not what is null or empty, and not the provider's default tags once more. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([name, item]) => name !== "tags_all" && item !== null && !(typeof item === "object" && Object.keys(item as object).length === 0));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [name, said(item)]));
}

function unequalCounts(ours: readonly Resource[], bare: readonly Resource[]): Problem[] {
  const types = [...new Set([...ours, ...bare].map(({ type }) => type))].sort();
  const count = (of: readonly Resource[], wanted: string) => of.filter(({ type }) => type === wanted).length;
  return types
    .filter((type) => count(ours, type) !== count(bare, type))
    .map((type) => ({ path: `bench/bare ${type}`, expected: `${count(ours, type)}, as the production stack plans`, got: count(bare, type), why: "what is compared must be the same", rule: "bench-same-resources" }));
}

function equalValues(ours: readonly Resource[], bare: readonly Resource[]): number {
  const left = bare.map(({ type, values }) => type + values);
  return ours.filter(({ type, values }) => {
    const index = left.indexOf(type + values);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  }).length;
}
