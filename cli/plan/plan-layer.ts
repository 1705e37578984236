import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem } from "../../kernel";
import { planProblems } from "../../review/plan-guard";
import { priorOutputs } from "../../review/plan-json";
import { initialize } from "../state/initialize";
import type { Stack } from "../synth/stacks";
import { lockedTerraform } from "../terraform/locked-terraform";
import { terraform, type TerraformOptions } from "../terraform/terraform";
import { type PlanSummary, planSummary } from "./plan-summary";

/** What Terraform would do with a layer. */
export interface LayerPlan {
  readonly changed: boolean;
  readonly summary: PlanSummary;
  /** What the plan guard refuses. */
  readonly problems: readonly Problem[];
  /** The outputs that the layer's state has. */
  readonly outputs: readonly string[];
}

export type RunOptions = Pick<TerraformOptions, "env" | "signal" | "onLine">;

export interface PlanOptions extends RunOptions {
  /** Further arguments of `terraform plan`. */
  readonly args?: readonly string[];
}

/** Makes the plan of a layer in `planFile`, judges it and leaves it there. */
export async function planLayer(stack: Stack, planFile: string, { args = [], ...options }: PlanOptions): Promise<LayerPlan> {
  await initialize(stack, options);
  const run = { ...options, cwd: stack.folder };
  const plan = ["plan", "-input=false", "-no-color", "-detailed-exitcode", ...args, `-out=${planFile}`];
  const { exitCode } = await lockedTerraform(plan, { ...run, accept: [0, 2], transcript: `${planFile}.log` });
  // The plan as JSON may hold secrets: nobody watches it go by.
  const { onLine: _, ...unseen } = run;
  const json = JSON.parse((await terraform(["show", "-json", "-no-color", planFile], unseen)).stdout) as unknown;
  return { changed: exitCode === 2, summary: planSummary(json), problems: planProblems(json), outputs: priorOutputs(json) };
}

/** A place for plan files, which hold secrets: nobody else reads it, and it is gone when `use` ends. */
export async function inPrivateFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `eks-platform-${process.pid}-`));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes away what commands have left that were killed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^eks-platform-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || lives(Number(pid)) || statSync(join(tmpdir(), name), { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
