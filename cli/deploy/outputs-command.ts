import { join } from "node:path";
import { nearest } from "../../kernel/nearest";
import { ProblemsError } from "../../kernel/problem";
import { interruptible } from "../interrupt";
import { inPrivateFolder } from "../private-folder";
import { StateAccess } from "../state/state-access";
import type { StateFile } from "../state/state-file";
import { environmentStacks } from "../synth/environment-stacks";
import type { Stack } from "../synth/stacks";
import { outputsOf } from "./saved-outputs";

export interface OutputsOptions {
  readonly json: boolean;
  /** A sensitive output to print, too. */
  readonly showSensitive?: string;
}

/** Prints the outputs that the states of an environment have. Those that are sensitive are named. */
export async function outputsCommand(root: string, environment: string, { json, showSensitive }: OutputsOptions): Promise<void> {
  const { stacks, messages } = await environmentStacks(root, environment);
  if (messages !== "") process.stderr.write(`${messages}\n`);
  const states = await statesOf(stacks);
  const shown = states.map(([name, state]) => [name, { ...outputsOf(state).shown, ...revealed(state, showSensitive) }] as const);
  const secret = states.flatMap(([, state]) => outputsOf(state).secret).filter((name) => name !== showSensitive);
  if (showSensitive !== undefined && !states.some(([, state]) => showSensitive in (state?.outputs ?? {}))) {
    const known = states.flatMap(([, state]) => Object.keys(state?.outputs ?? {}));
    throw new ProblemsError([{ path: environment, expected: "the name of an output", got: showSensitive, suggestion: nearest(showSensitive, known), rule: "unknown-output" }]);
  }
  if (json) process.stdout.write(`${JSON.stringify(Object.fromEntries(shown), null, 2)}\n`);
  else for (const [name, values] of shown) process.stdout.write([name, ...Object.entries(values).map(([key, value]) => `  ${key} = ${JSON.stringify(value)}`), ""].join("\n"));
  if (secret.length > 0) process.stderr.write(`sensitive, and shown by --show-sensitive <name> alone: ${secret.join(", ")}\n`);
}

/** A layer that was never applied has no state. */
function statesOf(stacks: readonly Stack[]): Promise<(readonly [string, StateFile | undefined])[]> {
  return interruptible((signal) =>
    inPrivateFolder((folder) => Promise.all(stacks.map(async (stack) => [stack.name, await new StateAccess(stack, stack.folder, join(folder, stack.name), { signal }).pull()] as const))),
  );
}

function revealed(state: StateFile | undefined, name: string | undefined): Readonly<Record<string, unknown>> {
  const found = name === undefined ? undefined : state?.outputs[name];
  return found === undefined ? {} : { [name!]: found.value };
}
