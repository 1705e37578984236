import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Files, inFolder } from "./folders";
import { appliesPlan, argumentsOf, type TerraformOptions, withVariables } from "./options";
import { keepLog, logOf } from "./log";
import { Plan } from "./plan";
import { runTerraform } from "./run";

type Options = TerraformOptions;

export async function init(options: Options): Promise<string> {
  return (await runTerraform(options, argumentsOf("init", options))).stdout;
}

export async function validate(options: Options): Promise<string> {
  return (await runTerraform(options, argumentsOf("validate", options))).stdout;
}

/** What Terraform prints of its plan. */
export async function plan(options: Options): Promise<string> {
  return (await planned(options, [])).stdout;
}

/** 0 without changes, 2 with changes. A plan that fails is an error. */
export async function planExitCode(options: Options): Promise<0 | 2> {
  return (await planned(options, ["-detailed-exitcode"])).exitCode as 0 | 2;
}

export async function initAndPlan(options: Options): Promise<string> {
  await init(options);
  return plan(options);
}

/** The plan by address. */
export function planAndShowWithStruct(options: Options): Promise<Plan> {
  return withPlanFile(options, async (withFile) => {
    await plan(withFile);
    return showWithStruct(withFile);
  });
}

export async function initAndPlanAndShowWithStruct(options: Options): Promise<Plan> {
  await init(options);
  return planAndShowWithStruct(options);
}

/** The plan of a configuration that is given as files, from nothing. */
export function planFiles(files: Files, vars: Readonly<Record<string, unknown>> = {}): Promise<Plan> {
  return inFolder(files, (terraformDir) => initAndPlanAndShowWithStruct({ terraformDir, vars }));
}

/** The plan that `planFilePath` holds. */
export async function showWithStruct(options: Options): Promise<Plan> {
  const { stdout } = await runTerraform(options, ["show", "-json", options.planFilePath!], { secret: true });
  return new Plan(JSON.parse(stdout) as Record<string, unknown>);
}

/** With `planFilePath` it applies that plan. */
export async function apply(options: Options): Promise<string> {
  return (await changing("apply", options)).stdout;
}

export async function initAndApply(options: Options): Promise<string> {
  await init(options);
  return apply(options);
}

/** Applies, and fails when the next plan is not empty: its error names the addresses and attributes that would change. */
export async function applyAndIdempotent(options: Options): Promise<string> {
  const told = await apply(options);
  await expectNoChanges(options);
  return told;
}

export async function initAndApplyAndIdempotent(options: Options): Promise<string> {
  await init(options);
  return applyAndIdempotent(options);
}

/** Fails unless a plan has nothing to do. */
export function expectNoChanges(options: Options): Promise<void> {
  const { planFilePath: _, ...rest } = options;
  return withPlanFile(rest, async (withFile) => {
    // Only a plan that has changes is shown: Terraform reads every provider's schema anew for it.
    if ((await planExitCode(withFile)) === 0) return;
    const { differences } = await showWithStruct(withFile);
    throw new Error(`expected a plan without changes in ${options.terraformDir}, got\n${differences.map((line) => `  ${line}`).join("\n")}\nlogs of every run: ${keepLog(logOf(options.terraformDir))}`);
  });
}

/** Destroys, and fails when the state still has something. */
export async function destroy(options: Options): Promise<string> {
  const { planFilePath: _, ...rest } = options;
  const { stdout } = await changing("destroy", rest);
  if (options.targets !== undefined) return stdout;
  const left = await stateList(options);
  if (left.length > 0) throw new Error(`expected an empty state after destroy, got ${left.join(", ")}\nlogs of every run: ${keepLog(logOf(options.terraformDir))}`);
  return stdout;
}

/** Addresses in the state. */
export async function stateList(options: Options): Promise<readonly string[]> {
  const { stdout } = await runTerraform(options, ["state", "list"]);
  return stdout.split("\n").filter((line) => line !== "");
}

function planned(options: Options, args: readonly string[]) {
  return withVariables(options, (variables) => runTerraform(options, [...argumentsOf("plan", options), ...args, ...variables], { accept: [0, 2] }));
}

function changing(command: "apply" | "destroy", options: Options) {
  if (appliesPlan(command, options)) return runTerraform(options, argumentsOf(command, options));
  return withVariables(options, (variables) => runTerraform(options, [...argumentsOf(command, options), ...variables]));
}

/** A plan holds secrets: one that nobody asked for is gone when `use` ends. */
async function withPlanFile<T>(options: Options, use: (options: Options) => Promise<T>): Promise<T> {
  if (options.planFilePath !== undefined) return use(options);
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  try {
    return await use({ ...options, planFilePath: join(folder, "plan") });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
