import { join } from "node:path";
import { describe } from "../kernel/problem";
import { type LayerPlan, planLayer, type RunOptions } from "./plan-layer";
import { countsOf, summaryLines } from "./plan-summary";
import type { Progress } from "./progress";
import type { Read, Stack } from "./stacks";

/** What is told of a layer. */
export type LayerOutcome = Planned | Waiting;

interface Planned extends LayerPlan {
  readonly layer: string;
  readonly outcome: "planned";
  readonly seconds: number;
  /** Layers with changes that are not applied: what this one reads of them is old. */
  readonly onOldOutputsOf: readonly string[];
}

interface Waiting {
  readonly layer: string;
  readonly outcome: "waits";
  /** A layer that was never applied, or that lacks an output. */
  readonly for: string;
}

/** Plans the layers of an environment in their order. The plan files stay in `folder`. */
export async function planLayers(stacks: readonly Stack[], folder: string, progress: Progress, options: RunOptions): Promise<LayerOutcome[]> {
  const outcomes = new Map<string, LayerOutcome>();
  for (const stack of stacks) {
    const missing = stack.reads.find((read) => !isThere(read, outcomes.get(read.stack)));
    if (missing === undefined) outcomes.set(stack.name, await planned(stack, outcomes, folder, progress, options));
    else {
      progress.say(`  waits   ${stack.name} waits for ${missing.stack}`);
      outcomes.set(stack.name, { layer: stack.name, outcome: "waits", for: missing.stack });
    }
  }
  return [...outcomes.values()];
}

function isThere({ outputs }: Read, made: LayerOutcome | undefined): boolean {
  return made?.outcome === "planned" && outputs.every((output) => made.outputs.includes(output));
}

async function planned(stack: Stack, before: ReadonlyMap<string, LayerOutcome>, folder: string, progress: Progress, options: RunOptions): Promise<Planned> {
  const begun = performance.now();
  const planFile = join(folder, `${stack.name}.tfplan`);
  const plan = await progress.step(stack.name, (note) => planLayer(stack, planFile, { ...options, onLine: (line) => /^\S+: [A-Z]/.test(line) && note(line) }), ({ summary }) => countsOf(summary));
  const onOldOutputsOf = stack.reads.map((read) => read.stack).filter((name) => hasChanges(before.get(name)));
  const lines = [
    ...onOldOutputsOf.map((name) => `planned on the old outputs of ${name}, which has changes`),
    ...summaryLines(plan.summary),
    ...plan.problems.map((problem) => `refused: ${describe(problem)}`),
  ];
  for (const line of lines) progress.say(`          ${line}`);
  return { layer: stack.name, outcome: "planned", ...plan, onOldOutputsOf, seconds: Math.round((performance.now() - begun) / 100) / 10 };
}

function hasChanges(made: LayerOutcome | undefined): boolean {
  return made?.outcome === "planned" && made.changed;
}
