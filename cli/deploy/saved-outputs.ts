import { join } from "node:path";
import { writeFileAtomic } from "../atomic-file";
import type { StateFile } from "../state/state-file";
import type { Stack } from "../synth/stacks";

/** Outputs of layers by name, and the names of those that are not shown. */
export interface LayerOutputs {
  readonly shown: Readonly<Record<string, unknown>>;
  readonly secret: readonly string[];
}

export function outputsOf(state: StateFile | undefined): LayerOutputs {
  const all = Object.entries(state?.outputs ?? {});
  return {
    shown: Object.fromEntries(all.filter(([, { sensitive }]) => sensitive !== true).map(([name, { value }]) => [name, value])),
    secret: all.filter(([, { sensitive }]) => sensitive === true).map(([name]) => name),
  };
}

/** Writes the outputs that are not sensitive to `outputs/<environment>.json` of the output folder, by stack. */
export function saveOutputs(output: string, environment: string, stacks: readonly Stack[], states: ReadonlyMap<string, StateFile>): { readonly file: string; readonly secret: readonly string[] } | undefined {
  const known = stacks.filter(({ name }) => states.has(name)).map(({ name }) => [name, outputsOf(states.get(name))] as const);
  if (known.length === 0) return undefined;
  const file = join(output, "outputs", `${environment}.json`);
  writeFileAtomic(file, `${JSON.stringify(Object.fromEntries(known.map(([name, { shown }]) => [name, shown])), null, 2)}\n`, 0o600);
  return { file, secret: known.flatMap(([, { secret }]) => secret) };
}
