import type { Problem } from "../../kernel";
import { guardFindings, type GuardInput, guardProblems } from "../../review/guards/guard-findings";
import { priorOutputs, readLayer } from "../../review/plan-json";
import { plannedLayer } from "../../review/report/planned-layer";
import type { GuardFinding } from "../../review/report/review";
import { initialize } from "../state/initialize";
import { placeOf } from "../state/state-place";
import type { Stack } from "../synth/stacks";
import { lockedTerraform } from "../terraform/locked-terraform";
import { TerraformFailed, type TerraformOptions } from "../terraform/terraform";
import { bookmark, cancelRun, runAddressIn } from "./cloud-plan";
import { type PlanSummary, planSummary } from "./plan-summary";
import { shownPlan } from "./shown-plan";

/** What Terraform would do with a layer. */
export interface LayerPlan {
  readonly changed: boolean;
  readonly summary: PlanSummary;
  /** What the plan guard refuses, and the guards that nobody allowed. */
  readonly problems: readonly Problem[];
  /** Guards that the plan trips, also those that somebody allowed. */
  readonly guards: readonly GuardFinding[];
  /** By address: equal for equal changes. */
  readonly digests: Readonly<Record<string, string>>;
  /** The outputs that the layer's state has. */
  readonly outputs: readonly string[];
  /** Of Terraform Cloud, where it planned. */
  readonly runUrl?: string;
}

export type RunOptions = Pick<TerraformOptions, "env" | "signal" | "onLine">;

export interface PlanOptions extends RunOptions {
  /** Further arguments of `terraform plan`. */
  readonly args?: readonly string[];
  /** By what guards are judged. Absent: they are not. */
  readonly guard?: GuardInput;
  /** What guards found of the layers before. */
  readonly told?: readonly GuardFinding[];
  /** It is never applied: in Terraform Cloud nobody is offered to. */
  readonly speculative?: boolean;
}

/** Makes the plan of a layer in `planFile`, judges it and leaves it there. */
export async function planLayer(stack: Stack, planFile: string, { guard, told = [], ...options }: PlanOptions): Promise<LayerPlan> {
  const { json, ...made } = await makePlan(stack, planFile, options);
  const layer = readLayer(stack.name, json);
  const guards = guard === undefined ? [] : guardFindings([layer], guard, told);
  const { digests, problems } = plannedLayer(layer, json).content;
  return { ...made, summary: planSummary(json), problems: [...problems, ...guardProblems(guards)], guards, digests, outputs: priorOutputs(json) };
}

/** The plan as JSON may hold secrets. */
export async function makePlan(stack: Stack, planFile: string, { args = [], speculative = false, ...options }: Omit<PlanOptions, "guard">): Promise<Pick<LayerPlan, "changed" | "runUrl"> & { readonly json: unknown }> {
  await initialize(stack, options);
  const place = placeOf(stack);
  const bookmarked = speculative && place.kind === "cloud";
  const run = { ...options, cwd: stack.folder };
  const plan = ["plan", "-input=false", "-no-color", "-detailed-exitcode", ...args, ...(bookmarked ? [] : [`-out=${planFile}`])];
  const interrupted = async (error: unknown): Promise<never> => {
    // What it said then is the reason, and not that a run could not be ended, too.
    if (place.kind === "cloud" && options.signal?.aborted && error instanceof TerraformFailed) await cancelRun(place.host, error.run.output).catch(() => {});
    throw error;
  };
  const { exitCode, output } = await lockedTerraform(plan, { ...run, accept: [0, 2], transcript: `${planFile}.log` }).catch(interrupted);
  if (bookmarked) bookmark(planFile, place.host, output);
  const runUrl = place.kind === "cloud" ? runAddressIn(output) : undefined;
  // Nobody watches it go by.
  const { onLine: _, ...unseen } = run;
  return { changed: exitCode === 2, json: await shownPlan(planFile, unseen), ...(runUrl !== undefined && { runUrl }) };
}
