import { priorOutputs } from "../../review/plan-json";
import type { LayerInput } from "../../review/report/review-input";
import { messageOf } from "../failure";
import { makePlan, type RunOptions } from "../plan/plan-layer";
import { noteOf, planFileOf } from "../plan/plan-layers";
import { countsOf, planSummary } from "../plan/plan-summary";
import type { Progress } from "../progress";
import type { Stack } from "../synth/stacks";
import { TerraformFailed } from "../terraform/terraform";
import { type ReviewedLayer, reviewLayers } from "./review-layers";

/** Plans the layers of an environment on this machine, in their order. No state is locked and none is written. */
export async function reviewLocally(stacks: readonly Stack[], folder: string, progress: Progress, options: RunOptions): Promise<LayerInput[]> {
  return reviewLayers(stacks, progress, (stack, onOldOutputsOf) => planned(stack, { folder, progress, options, onOldOutputsOf }));
}

interface Planning {
  readonly folder: string;
  readonly progress: Progress;
  readonly options: RunOptions;
  readonly onOldOutputsOf: readonly string[];
}

/** A plan that fails is part of the review: whoever reads it learns why. */
async function planned(stack: Stack, { folder, progress, options, onOldOutputsOf }: Planning): Promise<ReviewedLayer> {
  const plan = (note: (line: string) => void) => makePlan(stack, planFileOf(stack, folder), { ...options, args: ["-lock=false"], speculative: true, onLine: noteOf(note, options.onLine) });
  try {
    const { changed, json } = await progress.step(stack.name, plan, (made) => countsOf(planSummary(made.json)));
    return { input: { layer: stack.name, outcome: "planned", plan: json, onOldOutputsOf }, seen: { outputs: priorOutputs(json), changed } };
  } catch (error) {
    if (!(error instanceof TerraformFailed) || options.signal?.aborted) throw error;
    return { input: { layer: stack.name, outcome: "failed", error: messageOf(error) } };
  }
}
