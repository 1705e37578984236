import type { Progress } from "../progress";
import { lockOwner, lockSentence, stateLocks } from "../state/state-lock";
import type { Stack } from "../synth/stacks";

/** Takes the lines of a Terraform run, and tells for whom it waits when it does. */
export function lockWait(stack: Stack, progress: Progress): (line: string) => void {
  let told = false;
  return (line) => {
    if (told || !line.startsWith("Acquiring state lock")) return;
    told = true;
    // Whose lock it is helps to wait and is needed for nothing.
    void sentence(stack).then((text) => text !== undefined && progress.tell(`          ${stack.name} waits for its lock: ${text}`)).catch(() => {});
  };
}

async function sentence(stack: Stack): Promise<string | undefined> {
  const [lock] = await stateLocks(stack);
  return lock && lockSentence(lock, await lockOwner(lock, stack.folder));
}
