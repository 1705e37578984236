import { setTimeout } from "node:timers/promises";
import { endRun } from "../terraform-cloud/end-run";
import { refusal } from "../terraform-cloud/refusal";
import type { Resource, TerraformCloud } from "../terraform-cloud/terraform-cloud";
import type { ReviewWorkspaces, Workspace } from "./review-workspaces";
import { related } from "./run-findings";
import { RunLog } from "./run-log";

/** https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run (read 2026-11-22) */
export type RunResource = Resource<{ readonly status: string; readonly message?: string | null }>;

export interface Ended {
  readonly run: RunResource;
  /** It was cancelled here, for it took too long. */
  readonly late: boolean;
  /** What the log says of an error. */
  readonly error: string | undefined;
}

// A run that waits for somebody's decision has its plan: nothing more becomes of it here.
const final: readonly string[] = ["planned_and_finished", "policy_soft_failed", "policy_override", "post_plan_awaiting_decision", "errored", "canceled", "force_canceled", "discarded"];

/** A plan-only run of an archive. */
export class CloudRun {
  private constructor(private readonly cloud: TerraformCloud, readonly run: RunResource, readonly url: string, readonly resumed: boolean) {}

  /** `mark` is of the archive and the state: a run of both that is under way is waited for, and no other begun. */
  static async begin(workspaces: ReviewWorkspaces, workspace: Workspace, archive: Uint8Array, { message, mark }: { readonly message: string; readonly mark: string }): Promise<CloudRun> {
    const { cloud, place } = workspaces;
    const { name } = workspace.attributes;
    const url = (id: string) => `https://${cloud.host}/app/${place.organization}/workspaces/${name}/runs/${id}`;
    const underWay = async () => {
      const runs = await cloud.list<RunResource["attributes"]>(`workspaces/${workspace.id}/runs?filter%5Boperation%5D=plan_only&filter%5Bstatus_group%5D=non_final`);
      return runs.find(({ attributes }) => attributes.message?.endsWith(`(${mark})`) && !final.includes(attributes.status));
    };
    const earlier = await underWay();
    if (earlier !== undefined) return new CloudRun(cloud, earlier, url(earlier.id), true);
    const data = {
      type: "runs",
      attributes: { "plan-only": true, message: `${message} (${mark})` },
      relationships: { workspace: { data: { id: workspace.id, type: "workspaces" } }, "configuration-version": { data: { id: await uploaded(workspaces, workspace, archive), type: "configuration-versions" } } },
    };
    // Interrupted before its answer, it would leave a run that nobody cancels.
    const { data: run, errors, status } = await cloud.unending().request<RunResource["attributes"]>("POST", "runs", { data, made: underWay });
    if (run === undefined) throw refusal(workspaces.pathOf(name), "a run", errors || status);
    return new CloudRun(cloud, run, url(run.id), false);
  }

  /** Until nothing more becomes of it. What was begun here is cancelled where that takes too long, or where somebody interrupts. */
  async end(onLine: (line: string) => void, timeoutMs: number): Promise<Ended> {
    const log = new RunLog(this.cloud, related(this.run, "plan")[0]!, onLine);
    try {
      const ended = await this.cloud.until(async () => {
        const run = await this.look();
        await log.advance();
        return final.includes(run.attributes.status) ? run : undefined;
      }, timeoutMs);
      if (ended === undefined) await this.cancel();
      else await log.rest();
      return { run: ended ?? (await this.look()), late: ended === undefined, error: log.error };
    } catch (error) {
      if (this.cloud.aborted) await this.cancel();
      throw error;
    }
  }

  private async look(): Promise<RunResource> {
    const { data, status, errors } = await this.cloud.request<RunResource["attributes"]>("GET", `runs/${this.run.id}`);
    if (data === undefined) throw refusal(this.url, "a run that the token may see", errors || status);
    return data;
  }

  /** One that was found under way may be waited for by others. */
  private async cancel(): Promise<void> {
    if (!this.resumed) await endRun(this.cloud.unending(), this.run.id, "The review that began it has ended.");
  }
}

const uploads = 3;

/** The id of a configuration with the archive. One that was cut off, or that nobody unpacks, is uploaded anew. */
async function uploaded(workspaces: ReviewWorkspaces, { id, attributes: { name } }: Workspace, archive: Uint8Array): Promise<string> {
  const { cloud } = workspaces;
  for (let attempt = 1; ; attempt += 1) {
    const { data, status, errors } = await cloud.request<{ readonly "upload-url"?: string }>("POST", `workspaces/${id}/configuration-versions`, { data: { type: "configuration-versions", attributes: { "auto-queue-runs": false, speculative: true } } });
    const address = data?.attributes["upload-url"];
    if (data === undefined || address === undefined) throw refusal(workspaces.pathOf(name), "an address to upload to", errors || status);
    const put = await cloud.upload(address, archive);
    const end = await cloud.until(() => unpacked(cloud, data.id), cloud.patience.pendingMs);
    if (end === "uploaded") return data.id;
    if (attempt === uploads) throw refusal(workspaces.pathOf(name), "the archive of the stack to be taken", end ?? `${put} to the upload, and no end of it`);
    await setTimeout(cloud.patience.firstMs);
  }
}

async function unpacked(cloud: TerraformCloud, id: string): Promise<string | undefined> {
  const { data } = await cloud.request<{ readonly status: string; readonly "error-message"?: string | null }>("GET", `configuration-versions/${id}`);
  const { status, "error-message": error } = data?.attributes ?? {};
  return status === "errored" ? (error ?? "errored") : status === "uploaded" ? status : undefined;
}
