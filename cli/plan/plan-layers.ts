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
  return layerByLayer<LayerOutcome>(stacks, {
    plan: (stack, onOldOutputsOf, before) => plannedLayer(stack, planFileOf(stack, folder), progress, { ...options, told: toldOf(before), speculative: true }, onOldOutputsOf),
    wait: (stack, missing) => waiting(stack, missing, progress),
    seen: (outcome) => (outcome.outcome === "planned" ? outcome : undefined),
  });
}

/** What the layers above must know of a planned one. */
export type Seen = Pick<LayerPlan, "outputs" | "changed">;

interface Walk<Made> {
  /** `before` are the layers before it. */
  readonly plan: (stack: Stack, onOldOutputsOf: readonly string[], before: readonly Made[]) => Promise<Made>;
  readonly wait: (stack: Stack, missing: string) => Made;
  /** Nothing of a layer that was not planned. */
  readonly seen: (made: Made) => Seen | undefined;
}

/** Each layer after those that it reads; one whose layer below is not there waits. */
export async function layerByLayer<Made>(stacks: readonly Stack[], { plan, wait, seen }: Walk<Made>): Promise<Made[]> {
  const made: Made[] = [];
  const known = new Map<string, Seen | undefined>();
  for (const stack of stacks) {
    const missing = waitsFor(stack, (name) => known.get(name)?.outputs ?? []);
    const onOldOutputsOf = stack.reads.map((read) => read.stack).filter((name) => known.get(name)?.changed);
    const one = missing === undefined ? await plan(stack, onOldOutputsOf, made) : wait(stack, missing);
    made.push(one);
    known.set(stack.name, seen(one));
  }
  return made;
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
