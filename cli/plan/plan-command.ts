import { interruptible } from "../interrupt";
import { Progress } from "../progress";
import { environmentStacksTold } from "../synth/environment-stacks";
import { inPrivateFolder } from "../private-folder";
import { guardInput, unusedLines } from "../review/guard-input";
import { type LayerOutcome, planLayers } from "./plan-layers";

/** Plans an environment, layer by layer. The exit code is that of `terraform plan -detailed-exitcode`. */
export async function planCommand(root: string, environment: string, { json, allow }: { readonly json: boolean; readonly allow: readonly string[] }): Promise<void> {
  const outcomes = await planEnvironment(root, environment, new Progress(json ? process.stderr : process.stdout), allow);
  if (json) process.stdout.write(`${JSON.stringify({ environment, layers: outcomes }, null, 2)}\n`);
  process.exitCode = exitCodeOf(outcomes);
}

export async function planEnvironment(root: string, environment: string, progress: Progress, allow: readonly string[] = []): Promise<LayerOutcome[]> {
  const made = await environmentStacksTold(root, environment, progress);
  const guard = await guardInput(root, environment, made, allow);
  const outcomes = await interruptible((signal) => inPrivateFolder((folder) => planLayers(made.stacks, folder, progress, { signal, guard })));
  for (const line of unusedLines(guard, outcomes)) progress.tell(line);
  return outcomes;
}

/** 0 without changes, 2 with changes or with what waits, 1 where something is refused. */
export function exitCodeOf(outcomes: readonly LayerOutcome[]): number {
  if (outcomes.some((one) => one.outcome === "planned" && one.problems.length > 0)) return 1;
  return outcomes.some((one) => one.outcome === "waits" || one.changed) ? 2 : 0;
}
