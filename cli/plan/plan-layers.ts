import { join } from "node:path";
import { describe } from "../../kernel/problem";
import type { GuardFinding } from "../../review/report/review";
import type { Progress } from "../progress";
import type { Stack } from "../synth/stacks";
import { type LayerPlan, planLayer, type PlanOptions } from "./plan-layer";
import { countsOf, summaryLines } from "./plan-summary";

/** What is told of a layer. */
export type LayerOutcome = Planned | Waiting;

export interface Planned extends LayerPlan {
  readonly layer: string;
  readonly outcome: "planned";
  readonly seconds: number;
  /** Layers with changes that are not applied: what this one reads of them is old. */
  readonly onOldOutputsOf: readonly string[];
}

export interface Waiting {
  readonly layer: string;
  readonly outcome: "waits";
  /** A layer that was never applied, or that lacks an output. */
  readonly for: string;
}

/** Plans the layers of an environment in their order. The plan files stay in `folder`. */
export async function planLayers(stacks: readonly Stack[], folder: string, progress: Progress, options: Omit<PlanOptions, "args">): Promise<LayerOutcome[]> {
  const outcomes = new Map<string, LayerOutcome>();
  for (const stack of stacks) {
    const missing = waitsFor(stack, (name) => outputsOf(outcomes.get(name)));
    if (missing === undefined) {
      const onOldOutputsOf = stack.reads.map((read) => read.stack).filter((name) => hasChanges(outcomes.get(name)));
      outcomes.set(stack.name, await plannedLayer(stack, planFileOf(stack, folder), progress, { ...options, told: toldOf([...outcomes.values()]), speculative: true }, onOldOutputsOf));
    } else outcomes.set(stack.name, waiting(stack, missing, progress));
  }
  return [...outcomes.values()];
}

/** The layer without which this one cannot be planned: `outputs` gives what a layer's state has. */
export function waitsFor({ reads }: Stack, outputs: (stack: string) => readonly string[]): string | undefined {
  const isThere = (has: readonly string[], needed: readonly string[]) => has.length > 0 && needed.every((output) => has.includes(output));
  return reads.find((read) => !isThere(outputs(read.stack), read.outputs))?.stack;
}

export function waiting({ name }: Stack, missing: string, progress: Progress): Waiting {
  progress.tell(`  waits   ${name} waits for ${missing}`);
  return { layer: name, outcome: "waits", for: missing };
}

export function planFileOf({ name }: Stack, folder: string): string {
  return join(folder, `${name}.tfplan`);
}

/** Plans a layer and tells what the plan does. */
export async function plannedLayer(stack: Stack, planFile: string, progress: Progress, options: PlanOptions, onOldOutputsOf: readonly string[] = []): Promise<Planned> {
  const begun = performance.now();
  const plan = await progress.step(stack.name, (note) => planLayer(stack, planFile, { ...options, onLine: noteOf(note, options.onLine) }), ({ summary }) => countsOf(summary));
  const lines = [...onOldOutputsOf.map((name) => `planned on the old outputs of ${name}, which has changes`), ...summaryLines(plan.summary), ...(plan.runUrl === undefined ? [] : [plan.runUrl])];
  for (const line of lines) progress.detail(line);
  for (const { guard, sentence, allowed } of plan.guards) if (allowed !== undefined) progress.tell(`          allowed: ${sentence}   [${guard}: ${allowed.reason}]`);
  for (const problem of plan.problems) progress.tell(`          refused: ${describe(problem)}`);
  return { layer: stack.name, outcome: "planned", ...plan, onOldOutputsOf, seconds: secondsSince(begun) };
}

/** Of what Terraform prints, the lines that say what it does with a resource; `all` gets every line. */
export function noteOf(note: (line: string) => void, all: (line: string) => void = () => {}): (line: string) => void {
  return (line) => {
    all(line);
    if (/^\S+: [A-Z]/.test(line)) note(line);
  };
}

export function secondsSince(begun: number): number {
  return Math.round((performance.now() - begun) / 100) / 10;
}

/** What guards found of layers. */
export function toldOf(layers: readonly { readonly layer: string; readonly guards?: readonly GuardFinding[] }[]): GuardFinding[] {
  return layers.flatMap(({ guards }) => guards ?? []);
}

function outputsOf(made: LayerOutcome | undefined): readonly string[] {
  return made?.outcome === "planned" ? made.outputs : [];
}

function hasChanges(made: LayerOutcome | undefined): boolean {
  return made?.outcome === "planned" && made.changed;
}
