import { type Confirm, confirmation, refuseWithoutTerminal, unasked } from "../deploy/confirmation";
import { interruptible } from "../interrupt";
import { Progress } from "../progress";
import { environmentStacks } from "../synth/environment-stacks";
import { reviewRemarkOf } from "../synth/stacks";
import { type CloudOptions, TerraformCloud } from "../terraform-cloud/terraform-cloud";
import { type CloudPlace, cloudPlaceOf, type CloudPlaceOptions } from "./cloud-place";
import { ReviewWorkspaces } from "./review-workspaces";

export interface ReviewCleanup extends CloudPlaceOptions {
  readonly root: string;
  readonly environment: string;
  readonly yes: boolean;
}

/** Deletes the workspaces that reviews of an environment have made, with the copies of its states in them. Ends with 2 where that was declined. */
export async function reviewCleanupCommand({ root, environment, yes, ...options }: ReviewCleanup, progress = new Progress(), confirm?: Confirm): Promise<void> {
  if (confirm === undefined) refuseWithoutTerminal("review-cleanup", yes);
  // An environment that is gone from the program may have left some, too.
  const remark = options.organization === undefined ? reviewRemarkOf((await environmentStacks(root, environment)).stacks) : { cloud: null };
  const place = cloudPlaceOf(environment, remark, options);
  const deleted = await interruptible((signal) => deleteWorkspaces(environment, place, progress, confirm ?? (yes ? unasked : confirmation(progress, signal)), { signal }));
  process.exitCode = deleted ? 0 : 2;
}

export async function deleteWorkspaces(environment: string, place: CloudPlace, progress: Progress, confirm: Confirm, options: CloudOptions): Promise<boolean> {
  const cloud = await TerraformCloud.discover(new URL(`https://${place.hostname}`), options);
  const workspaces = new ReviewWorkspaces(cloud, { ...place, environment });
  const found = await workspaces.all();
  for (const { attributes } of found) progress.tell(`  ${workspaces.pathOf(attributes.name)}`);
  if (found.length === 0) {
    progress.tell(`${cloud.host}/${place.organization}: no review workspaces of ${environment}`);
    return true;
  }
  if (!(await confirm(`Delete ${found.length === 1 ? "it" : `these ${found.length}`}? The environment itself is not touched; a review makes ${found.length === 1 ? "it" : "them"} again.`))) return false;
  for (const workspace of found) await progress.step(workspace.attributes.name, () => workspaces.delete(workspace), () => "deleted");
  return true;
}
