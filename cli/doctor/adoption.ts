import type { Confirm } from "../deploy/confirmation";
import type { Progress } from "../progress";
import { lockedTerraform } from "../terraform/locked-terraform";
import type { Unowned } from "./unowned";

/** Takes into the states what the next deploy would make again. Gives what was not taken. */
export async function adopt(found: readonly Unowned[], confirm: Confirm, progress: Progress, signal: AbortSignal): Promise<Unowned[]> {
  const sure = found.flatMap(({ match }) => match ?? []);
  const left = found.filter(({ match }) => match === undefined);
  if (sure.length === 0) return left;
  for (const { creation, importId } of sure) progress.detail(`${creation.stack.name}: ${creation.address} is ${importId}`);
  if (!(await confirm(`Import ${sure.length} into the state${sure.length === 1 ? "" : "s"}?`))) return [...found];
  for (const { creation, importId } of sure) {
    // One after the other: each takes the lock of its state.
    await progress.step(`import ${creation.address}`, () => lockedTerraform(["import", "-input=false", "-no-color", creation.address, importId], { cwd: creation.stack.folder, signal }), () => importId);
  }
  return left;
}
