import type { PolicyResult, Run } from "../../review/report/review";
import type { Resource, TerraformCloud } from "../terraform-cloud/terraform-cloud";

/**
 * What Sentinel, OPA and run tasks say of a run.
 * https://developer.hashicorp.com/terraform/cloud-docs/api-docs/policy-evaluations, /policy-checks and
 * /run-tasks/run-task-stages-and-results (read 2026-11-22)
 */
export async function policiesOf(cloud: TerraformCloud, run: Resource): Promise<PolicyResult[]> {
  const results: PolicyResult[] = [];
  for (const check of related(run, "policy-checks")) results.push(await sentinelCheck(cloud, check));
  for (const stage of related(run, "task-stages")) results.push(...(await taskStage(cloud, stage)));
  return results;
}

/** https://developer.hashicorp.com/terraform/cloud-docs/api-docs/cost-estimates (read 2026-11-22) */
export async function estimateOf(cloud: TerraformCloud, run: Resource): Promise<Run["estimate"]> {
  const [id] = related(run, "cost-estimate");
  if (id === undefined) return undefined;
  const { data } = await cloud.request<{ readonly status: string; readonly "prior-monthly-cost": string; readonly "proposed-monthly-cost": string }>("GET", `cost-estimates/${id}`);
  if (data?.attributes.status !== "finished") return undefined;
  const [before, after] = [Number(data.attributes["prior-monthly-cost"]), Number(data.attributes["proposed-monthly-cost"])];
  return Number.isFinite(before) && Number.isFinite(after) ? { before, after } : undefined;
}

/** Ids of what a resource refers to. */
export function related({ relationships }: Resource, name: string): string[] {
  const data = relationships?.[name]?.data ?? [];
  return (Array.isArray(data) ? (data as readonly { readonly id: string }[]) : [data as { readonly id: string }]).map(({ id }) => id);
}

interface Counted {
  readonly passed?: number;
  readonly "advisory-failed"?: number;
  readonly "soft-failed"?: number;
  readonly "hard-failed"?: number;
}

/** The check tells how many of its policies failed; their names are in a form that HashiCorp promises nothing of. */
async function sentinelCheck(cloud: TerraformCloud, id: string): Promise<PolicyResult> {
  const { status, data } = await cloud.request<{ readonly status: string; readonly scope?: string; readonly result?: Counted }>("GET", `policy-checks/${id}`);
  if (data === undefined) return unread("sentinel", "Sentinel policies", status);
  const { passed = 0, "advisory-failed": advisory = 0, "soft-failed": soft = 0, "hard-failed": hard = 0 } = data.attributes.result ?? {};
  const counts = [[passed, "passed"], [advisory, "failed and are advisory"], [soft, "failed and may be overridden"], [hard, "failed"]] as const;
  const result = { passed: advisory > 0 ? "advisory" : "passed", overridden: "failed", soft_failed: "failed", hard_failed: "failed" }[data.attributes.status] ?? "errored";
  return { kind: "sentinel", name: `Sentinel policies of the ${data.attributes.scope ?? "organization"}`, result: result as PolicyResult["result"], message: counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`).join(", ") || data.attributes.status };
}

interface TaskResult {
  readonly status: string;
  readonly message?: string | null;
  readonly url?: string | null;
  readonly "task-name": string;
  readonly "workspace-task-enforcement-level"?: string;
}

async function taskStage(cloud: TerraformCloud, id: string): Promise<PolicyResult[]> {
  const { status, data } = await cloud.request("GET", `task-stages/${id}`);
  if (data === undefined) return [unread("task", "run tasks", status)];
  const results: PolicyResult[] = [];
  for (const task of related(data as Resource, "task-results")) results.push(await runTask(cloud, task));
  if (related(data as Resource, "policy-evaluations").length === 0) return results;
  for (const evaluation of await cloud.list<{ readonly "policy-kind"?: string }>(`task-stages/${id}/policy-evaluations`)) results.push(...(await policyEvaluation(cloud, evaluation)));
  return results;
}

async function runTask(cloud: TerraformCloud, id: string): Promise<PolicyResult> {
  const { status, data } = await cloud.request<TaskResult>("GET", `task-results/${id}`);
  if (data === undefined) return unread("task", "a run task", status);
  const { "task-name": name, status: result, message, url, "workspace-task-enforcement-level": level } = data.attributes;
  return { kind: "task", name, result: judged(result, level), ...(message && { message }), ...(url && { url }) };
}

interface Outcomes {
  readonly "policy-set-name": string;
  readonly error?: string | null;
  readonly outcomes?: readonly { readonly policy_name: string; readonly status: string; readonly enforcement_level?: string; readonly description?: string | null }[];
}

/** Those of a policy set, by name. Sentinel and OPA tell them alike. */
async function policyEvaluation(cloud: TerraformCloud, { id, attributes }: Resource<{ readonly "policy-kind"?: string }>): Promise<PolicyResult[]> {
  const kind = attributes["policy-kind"] === "sentinel" ? "sentinel" : "opa";
  const sets = await cloud.list<Outcomes>(`policy-evaluations/${id}/policy-set-outcomes`);
  return sets.flatMap(({ attributes: { "policy-set-name": set, error, outcomes = [] } }) => [
    ...(error ? [{ kind, name: set, result: "errored", message: error } as const] : []),
    ...outcomes.map(({ policy_name: name, status, enforcement_level: level, description }) => ({ kind, name: `${set}/${name}`, result: judged(status, level), ...(description && { message: description }) }) as const),
  ]);
}

function judged(status: string, level: string | undefined): PolicyResult["result"] {
  if (status === "passed") return "passed";
  if (status !== "failed") return "errored";
  return level === "advisory" ? "advisory" : "failed";
}

/** Said rather than left out: none would look like no policy. */
function unread(kind: PolicyResult["kind"], name: string, status: number): PolicyResult {
  return { kind, name, result: "errored", message: `the token may not read them: ${status}` };
}
