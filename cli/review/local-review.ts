import { priorOutputs } from "../../review/plan-json";
import type { LayerInput } from "../../review/report/review-input";
import { messageOf } from "../failure";
import { makePlan, type RunOptions } from "../plan/plan-layer";
import { noteOf, planFileOf, waiting, waitsFor } from "../plan/plan-layers";
import { countsOf, planSummary } from "../plan/plan-summary";
import type { Progress } from "../progress";
import type { Stack } from "../synth/stacks";
import { TerraformFailed } from "../terraform/terraform";

interface Made {
  readonly input: LayerInput;
  readonly outputs: readonly string[];
  readonly changed: boolean;
}

/** Plans the layers of an environment on this machine, in their order. No state is locked and none is written. */
export async function reviewLocally(stacks: readonly Stack[], folder: string, progress: Progress, options: RunOptions): Promise<LayerInput[]> {
  const made = new Map<string, Made>();
  for (const stack of stacks) {
    const missing = waitsFor(stack, (name) => made.get(name)?.outputs ?? []);
    const onOldOutputsOf = stack.reads.map((read) => read.stack).filter((name) => made.get(name)?.changed);
    made.set(stack.name, missing === undefined ? await planned(stack, { folder, progress, options, onOldOutputsOf }) : { input: waiting(stack, missing, progress), outputs: [], changed: false });
  }
  return [...made.values()].map(({ input }) => input);
}

interface Planning {
  readonly folder: string;
  readonly progress: Progress;
  readonly options: RunOptions;
  readonly onOldOutputsOf: readonly string[];
}

/** A plan that fails is part of the review: whoever reads it learns why. */
async function planned(stack: Stack, { folder, progress, options, onOldOutputsOf }: Planning): Promise<Made> {
  const plan = (note: (line: string) => void) => makePlan(stack, planFileOf(stack, folder), { ...options, args: ["-lock=false"], onLine: noteOf(note, options.onLine) });
  try {
    const { changed, json } = await progress.step(stack.name, plan, (made) => countsOf(planSummary(made.json)));
    return { input: { layer: stack.name, outcome: "planned", plan: json, onOldOutputsOf }, outputs: priorOutputs(json), changed };
  } catch (error) {
    if (!(error instanceof TerraformFailed) || options.signal?.aborted) throw error;
    return { input: { layer: stack.name, outcome: "failed", error: messageOf(error) }, outputs: [], changed: false };
  }
}
