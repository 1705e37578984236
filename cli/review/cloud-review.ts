import { join } from "node:path";
import { sha256 } from "../archive";
import { describe, type Problem, ProblemsError } from "../../kernel/problem";
import type { LayerInput } from "../../review/report/review-input";
import type { Run } from "../../review/report/review";
import { noteOf } from "../plan/plan-layers";
import { countsOf, planSummary } from "../plan/plan-summary";
import type { Progress } from "../progress";
import { StateAccess } from "../state/state-access";
import { contentOf, type StateFile } from "../state/state-file";
import type { Stack } from "../synth/stacks";
import { type CloudOptions, TerraformCloud } from "../terraform-cloud/terraform-cloud";
import { findTerraform } from "../terraform/terraform";
import { CloudRun, type Ended } from "./cloud-run";
import { reviewLayers } from "./review-layers";
import { ReviewWorkspaces, workspaceName } from "./review-workspaces";
import { estimateOf, policiesOf, related } from "./run-findings";
import { seeded } from "./seed";
import { stackArchive } from "./stack-archive";

export interface CloudReview {
  readonly environment: string;
  readonly hostname: string;
  readonly organization: string;
  readonly project: string | null;
  /** Of the checkout, for whoever reads the list of runs. */
  readonly commit?: { readonly id: string; readonly dirty: boolean };
  /** The Terraform that plans there. Default: the one of this machine. */
  readonly terraformVersion?: string;
  /** How long a run may take. */
  readonly timeoutMs: number;
  /** Gets the logs. */
  readonly onLine?: (line: string) => void;
}

interface Layer {
  readonly stack: Stack;
  /** As it was written; nothing where none was. */
  readonly state: string | undefined;
}

/**
 * Plans the layers of an environment in Terraform Cloud, in their order, each on a copy of its real state. The state
 * itself is read, and neither locked nor written. `folder` is a private one.
 */
export async function reviewInCloud(stacks: readonly Stack[], folder: string, progress: Progress, review: CloudReview, options: CloudOptions = {}): Promise<LayerInput[]> {
  const cloud = await TerraformCloud.discover(new URL(`https://${review.hostname}`), options);
  const terraformVersion = review.terraformVersion ?? (await findTerraform()).version;
  const workspaces = new ReviewWorkspaces(cloud, { ...review, terraformVersion });
  const reviewer = new CloudReviewer(workspaces, progress, review);
  return reviewLayers(stacks, progress, async (stack, onOldOutputsOf) => {
    const access = new StateAccess(stack, stack.folder, join(folder, `${stack.name}-state`), options.signal ? { signal: options.signal } : {});
    const state = await access.text();
    const input = await reviewer.planned({ stack, state }, onOldOutputsOf);
    if (input.outcome !== "planned") return { input };
    const outputs = state === undefined ? [] : Object.keys((JSON.parse(state) as StateFile).outputs);
    return { input, seen: { outputs, changed: hasChanges(input.plan) } };
  });
}

class CloudReviewer {
  constructor(private readonly workspaces: ReviewWorkspaces, private readonly progress: Progress, private readonly review: CloudReview) {}

  async planned(layer: Layer, onOldOutputsOf: readonly string[]): Promise<LayerInput> {
    const { name } = layer.stack;
    const input = await this.progress.step(name, (note) => this.input(layer, onOldOutputsOf, note), told);
    for (const other of onOldOutputsOf) this.progress.detail(`planned on the old outputs of ${other}, which has changes`);
    return input;
  }

  private async input({ stack, state }: Layer, onOldOutputsOf: readonly string[], note: (line: string) => void): Promise<LayerInput> {
    const { workspaces, review } = this;
    const workspace = await seeded(workspaces, await workspaces.ensure(workspaceName(stack.name)), state);
    if (workspace.attributes["execution-mode"] !== "agent") for (const problem of execProblems(stack)) this.progress.detail(`warning: ${describe(problem)}`);
    const archive = await stackArchive(stack);
    const run = await CloudRun.begin(workspaces, workspace, archive, { message: messageOf(stack, review), mark: markOf(archive, state) });
    this.progress.detail(`${run.resumed ? "goes on" : "runs"} at ${run.url}`);
    const ended = await run.end(noteOf(note, review.onLine), review.timeoutMs);
    return this.outcome(stack, run, ended, onOldOutputsOf);
  }

  private async outcome({ name }: Stack, { url, resumed }: CloudRun, ended: Ended, onOldOutputsOf: readonly string[]): Promise<LayerInput> {
    const { cloud } = this.workspaces;
    const { id, attributes: { status } } = ended.run;
    const estimate = await estimateOf(cloud, ended.run);
    const run: Run = { id, url, status, policies: await policiesOf(cloud, ended.run), ...(estimate && { estimate }) };
    const failed = (error: string): LayerInput => ({ layer: name, outcome: "failed", error, run });
    if (ended.late) return failed(`the run came to no end within ${this.review.timeoutMs / 60_000} min${resumed ? "" : ", and was cancelled"}`);
    // A run that a policy ends has a plan all the same, and its reader wants to know what of.
    const [plan] = related(ended.run, "plan");
    const { attributes } = (await cloud.request<{ readonly status: string }>("GET", `plans/${plan}`)).data ?? {};
    if (attributes?.status !== "finished") return failed(ended.error ?? `the run ended as ${status}, and its log says nothing of why`);
    if (status === "errored" && !run.policies.some(({ result }) => result === "failed" || result === "errored")) return failed(ended.error ?? "the run ended as errored after its plan, and no policy says why");
    return { layer: name, outcome: "planned", plan: await this.planOf(plan!, url), onOldOutputsOf, run };
  }

  /** https://developer.hashicorp.com/terraform/cloud-docs/api-docs/plans#retrieve-the-json-execution-plan (read 2026-11-22) */
  private async planOf(plan: string, url: string): Promise<unknown> {
    const { cloud } = this.workspaces;
    const answer = await cloud.until(async () => {
      const content = await cloud.content(`plans/${plan}/json-output`);
      return content.status === 204 ? undefined : content;
    }, cloud.patience.pendingMs);
    if (answer?.bytes === undefined) throw new ProblemsError([{ path: url, expected: "the plan as JSON", got: answer?.status, why: "a token of a user or a team with admin access to the workspace may read it", rule: "cloud-answer" }]);
    return JSON.parse(Buffer.from(answer.bytes).toString()) as unknown;
  }
}

function told(input: LayerInput): string {
  return input.outcome === "planned" ? countsOf(planSummary(input.plan)) : input.outcome === "failed" ? "failed" : "";
}

function hasChanges(plan: unknown): boolean {
  return Object.values(planSummary(plan)).some((addresses) => addresses.length > 0);
}

/** Of what is planned, and on which state. */
export function markOf(archive: Buffer, state: string | undefined): string {
  const read = state === undefined ? undefined : (JSON.parse(state) as StateFile);
  return sha256(Buffer.concat([archive, Buffer.from(read === undefined ? "" : `${read.lineage} ${read.serial} ${contentOf(read)}`)])).slice(0, 12);
}

function messageOf({ name }: Stack, { commit }: CloudReview): string {
  const at = commit === undefined ? "" : ` at ${commit.id.slice(0, 12)}${commit.dirty ? ", with changes that are not committed" : ""}`;
  return `Review of ${name}${at}`;
}

/** Providers that reach the cluster by running the aws command, which hosted workers do not have. */
function execProblems({ name, json: { provider = {} } }: Stack): Problem[] {
  const found = ["helm", "kubernetes"].filter((one) => JSON.stringify(provider[one] ?? []).includes('"exec":'));
  if (found.length === 0) return [];
  return [{ path: name, expected: "a worker with the aws command", got: `a hosted one, for the providers ${found.join(" and ")}`, why: "they reach the cluster by it: without, releases in the state are planned as new, and the refresh of Kubernetes resources fails; give the workspace an agent that has it", rule: "review-worker" }];
}
