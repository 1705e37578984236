import { readFileSync, writeFileSync } from "node:fs";
import { endRun } from "../terraform-cloud/end-run";
import { TerraformCloud } from "../terraform-cloud/terraform-cloud";

/** A plan that Terraform Cloud has made: the file of the plan names its run, and holds nothing of it. */
export interface CloudPlan {
  readonly host: string;
  readonly run: string;
}

/** As Terraform writes it for a plan that is saved. `terraform show` takes it for any run. */
interface Bookmark {
  readonly remote_plan_format: 1;
  readonly run_id: string;
  readonly hostname: string;
}

/** Nothing where the file is a plan of this machine. */
export function cloudPlanIn(planFile: string): CloudPlan | undefined {
  const content = readFileSync(planFile);
  if (content[0] !== "{".charCodeAt(0)) return undefined;
  const { run_id: run, hostname: host } = JSON.parse(content.toString()) as Bookmark;
  return { host, run };
}

/** A speculative run leaves no file: this is the one that a saved plan would have. */
export function bookmark(planFile: string, host: string, output: string): void {
  const run = runIn(output);
  if (run === undefined) throw new Error(`bug: no run in what terraform plan told\n${output}`);
  writeFileSync(planFile, JSON.stringify({ remote_plan_format: 1, run_id: run, hostname: host } satisfies Bookmark), { mode: 0o600 });
}

/** The address of the run, where Terraform told one. */
export function runAddressIn(output: string): string | undefined {
  return /https:\/\/\S+\/runs\/run-\w+/.exec(output)?.[0];
}

function runIn(output: string): string | undefined {
  return runAddressIn(output)?.split("/").at(-1);
}

/** Nobody shall apply it any more. It holds no lock, and would end with the next apply. */
export async function discardPlan(planFile: string): Promise<void> {
  const plan = cloudPlanIn(planFile);
  if (plan === undefined) return;
  const cloud = await TerraformCloud.discover(new URL(`https://${plan.host}`));
  await cloud.request("POST", `runs/${plan.run}/actions/discard`);
}

/** Terraform was interrupted: it ends here, and its run goes on there. */
export async function cancelRun(host: string, output: string): Promise<void> {
  const run = runIn(output);
  if (run !== undefined) await endRun(await TerraformCloud.discover(new URL(`https://${host}`)), run, "The command that began it was interrupted.");
}
