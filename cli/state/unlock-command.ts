import { rmSync } from "node:fs";
import { refuse } from "../../kernel/problem";
import { type Confirm, confirmation, refuseWithoutTerminal, unasked } from "../deploy/confirmation";
import { interruptible } from "../interrupt";
import { Progress } from "../progress";
import { environmentStacks } from "../synth/environment-stacks";
import { layerNamed } from "../synth/named-layer";
import type { Stack } from "../synth/stacks";
import { terraform } from "../terraform/terraform";
import { initialize } from "./initialize";
import { lockOwner, lockSentence, stateLocks } from "./state-lock";
import { localLockFile, placeOf } from "./state-place";

export interface Unlock {
  readonly root: string;
  readonly environment: string;
  readonly layer: string;
  readonly id: string;
  readonly yes: boolean;
}

/** Frees the lock of a layer that somebody left behind. Ends with 2 where that was declined. */
export async function unlockCommand({ root, environment, layer, id, yes }: Unlock, progress = new Progress(), confirm?: Confirm): Promise<void> {
  if (confirm === undefined) refuseWithoutTerminal("unlock", yes);
  const { stacks } = await environmentStacks(root, environment);
  const stack = layerNamed(stacks, layer);
  const unlocked = await interruptible(async (signal) => unlock(stack, id, progress, confirm ?? (yes ? unasked : confirmation(progress, signal)), signal));
  process.exitCode = unlocked ? 0 : 2;
}

async function unlock(stack: Stack, id: string, progress: Progress, confirm: Confirm, signal: AbortSignal): Promise<boolean> {
  const locks = await stateLocks(stack);
  if (locks.length === 0) {
    progress.tell(`${stack.name}: nobody holds a lock`);
    return true;
  }
  const lock = locks.find((one) => one.id === id);
  if (lock === undefined) {
    const ids = [...new Set(locks.map((one) => one.id))];
    refuse([{ path: stack.name, expected: `the id of its lock, ${ids.join(" or ")}`, got: id, why: "somebody else may have taken it since", rule: "lock-id" }]);
  }
  const owner = await lockOwner(lock!, stack.folder);
  const sentence = lockSentence(lock!, owner);
  if (lock!.kind === "run") refuse([{ path: stack.name, expected: "a lock of somebody who is gone", got: sentence, why: "apply, discard or cancel the run there, and it gives the lock back", rule: "lock-in-use" }]);
  if (owner.state === "lives") refuse([{ path: stack.name, expected: "a lock whose owner is gone", got: sentence, why: "end that process in good order (kill -INT), and it gives the lock back", rule: "lock-in-use" }]);
  progress.tell(`${stack.name}: ${sentence}`);
  if (!(await confirm(`Free the lock of ${stack.name}? Whoever still works on the state would lose what they do.`))) return false;
  await free(stack, id, signal);
  progress.tell(`${stack.name}: free`);
  return true;
}

async function free(stack: Stack, id: string, signal: AbortSignal): Promise<void> {
  const place = placeOf(stack);
  // The lock itself ended with its process; what is left is the file that tells whose it was.
  if (place.kind === "local") return rmSync(localLockFile(place), { force: true });
  await initialize(stack, { signal });
  await terraform(["force-unlock", "-force", "-no-color", id], { cwd: stack.folder, signal });
}
