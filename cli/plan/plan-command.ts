import { interruptible } from "../interrupt";
import { Progress } from "../progress";
import { environmentStacksTold } from "../synth/environment-stacks";
import { inPrivateFolder } from "../private-folder";
import { type LayerOutcome, planLayers } from "./plan-layers";

/** Plans an environment, layer by layer. The exit code is that of `terraform plan -detailed-exitcode`. */
export async function planCommand(root: string, environment: string, { json }: { readonly json: boolean }): Promise<void> {
  const outcomes = await planEnvironment(root, environment, new Progress(json ? process.stderr : process.stdout));
  if (json) process.stdout.write(`${JSON.stringify({ environment, layers: outcomes }, null, 2)}\n`);
  process.exitCode = exitCodeOf(outcomes);
}

export async function planEnvironment(root: string, environment: string, progress: Progress): Promise<LayerOutcome[]> {
  const { stacks } = await environmentStacksTold(root, environment, progress);
  return interruptible((signal) => inPrivateFolder((folder) => planLayers(stacks, folder, progress, { signal })));
}

/** 0 without changes, 2 with changes or with what waits, 1 where something is refused. */
export function exitCodeOf(outcomes: readonly LayerOutcome[]): number {
  if (outcomes.some((one) => one.outcome === "planned" && one.problems.length > 0)) return 1;
  return outcomes.some((one) => one.outcome === "waits" || one.changed) ? 2 : 0;
}
