import { newId } from "./server";

/** What the test wants of the runs of a workspace, beside what Terraform makes of them. */
export interface RunRules {
  /** The plan begins when it is done. */
  readonly hold?: Promise<unknown>;
  readonly sentinel?: readonly Verdict<"advisory" | "soft-mandatory" | "hard-mandatory">[];
  readonly opa?: readonly Verdict<"advisory" | "mandatory">[];
  readonly tasks?: readonly (Verdict<"advisory" | "mandatory"> & { readonly message?: string; readonly url?: string })[];
  /** US dollars a month. */
  readonly estimate?: { readonly before: number; readonly after: number };
}

interface Verdict<Level> {
  readonly name: string;
  readonly level: Level;
  readonly passed: boolean;
}

/** What stands between a plan and its apply, as the API has it. */
export interface Checks {
  readonly estimate?: Document;
  readonly policyChecks: readonly Document[];
  readonly stages: readonly Document[];
  readonly results: readonly Document[];
  readonly evaluations: readonly Document[];
  readonly outcomes: readonly (Document & { readonly evaluation: string })[];
  /** `soft`: somebody may override it. */
  readonly verdict: "passed" | "soft" | "awaiting" | "hard";
}

export interface Document {
  readonly id: string;
  readonly type: string;
  readonly attributes: Record<string, unknown>;
  readonly relationships?: object;
  readonly links?: object;
}

/** https://developer.hashicorp.com/terraform/cloud-docs/api-docs: policy-checks, policy-evaluations, run-tasks, cost-estimates (read 2026-11-22) */
export function checksOf({ sentinel = [], opa = [], tasks = [], estimate }: RunRules, run: string): Checks {
  const results = tasks.map((task) => taskResult(task));
  const evaluations = opa.length === 0 ? [] : [evaluation(opa)];
  const outcomes = evaluations.map((one) => ({ ...outcome(opa, one.id), evaluation: one.id }));
  const failed = (list: readonly Verdict<string>[], level: string) => list.some((one) => one.level === level && !one.passed);
  const awaiting = failed(opa, "mandatory");
  const hard = failed(sentinel, "hard-mandatory") || failed(tasks, "mandatory");
  const soft = failed(sentinel, "soft-mandatory");
  const stages = results.length + evaluations.length === 0 ? [] : [stage(run, results, evaluations, failed(tasks, "mandatory") ? "failed" : awaiting ? "awaiting_override" : "passed")];
  return {
    ...(estimate && { estimate: costEstimate(estimate) }),
    policyChecks: sentinel.length === 0 ? [] : [policyCheck(sentinel, run)],
    stages,
    results,
    evaluations,
    outcomes,
    verdict: hard ? "hard" : awaiting ? "awaiting" : soft ? "soft" : "passed",
  };
}

function policyCheck(policies: NonNullable<RunRules["sentinel"]>, run: string): Document {
  const failed = (level: string) => policies.filter((one) => one.level === level && !one.passed).length;
  const [hard, soft, advisory] = [failed("hard-mandatory"), failed("soft-mandatory"), failed("advisory")];
  const counts = { passed: policies.filter(({ passed }) => passed).length, "total-failed": hard + soft + advisory, "hard-failed": hard, "soft-failed": soft, "advisory-failed": advisory, "duration-ms": 0 };
  const named = policies.map(({ name, level, passed }) => ({ allowed_failure: level === "advisory", policy: { name, "enforcement-level": level }, result: passed, error: null }));
  const sentinel = { data: { example: { policies: named, result: hard + soft === 0 } } };
  const id = newId("polchk");
  return {
    id,
    type: "policy-checks",
    attributes: { scope: "organization", status: hard > 0 ? "hard_failed" : soft > 0 ? "soft_failed" : "passed", result: { result: hard + soft === 0, ...counts, sentinel }, actions: { "is-overridable": soft > 0 && hard === 0 }, permissions: { "can-override": true } },
    relationships: { run: { data: { id: run, type: "runs" } } },
    links: { output: `/api/v2/policy-checks/${id}/output` },
  };
}

function countsOf(policies: NonNullable<RunRules["opa"]>): object {
  const failed = (level: string) => policies.filter((one) => one.level === level && !one.passed).length;
  return { passed: policies.filter(({ passed }) => passed).length, "advisory-failed": failed("advisory"), "mandatory-failed": failed("mandatory"), errored: 0 };
}

function evaluation(policies: NonNullable<RunRules["opa"]>): Document {
  const status = policies.some(({ level, passed }) => level === "mandatory" && !passed) ? "failed" : "passed";
  return { id: newId("poleval"), type: "policy-evaluations", attributes: { status, "policy-kind": "opa", "policy-tool-version": "0.54.0", "result-count": countsOf(policies) } };
}

function outcome(policies: NonNullable<RunRules["opa"]>, of: string): Document {
  const outcomes = policies.map(({ name, level, passed }) => ({ policy_name: name, enforcement_level: level, status: passed ? "passed" : "failed", query: "data.terraform.deny", description: "" }));
  const attributes = { outcomes, error: "", overridable: true, "policy-set-name": "example", "policy-set-description": null, "result-count": countsOf(policies) };
  return { id: newId("psout"), type: "policy-set-outcomes", attributes, relationships: { "policy-evaluation": { data: { id: of, type: "policy-evaluations" } } } };
}

function taskResult({ name, level, passed, message = "", url }: NonNullable<RunRules["tasks"]>[number]): Document {
  return { id: newId("taskrs"), type: "task-results", attributes: { "task-name": name, "task-id": newId("task"), status: passed ? "passed" : "failed", stage: "post_plan", message, url: url ?? null, "workspace-task-enforcement-level": level } };
}

function stage(run: string, results: readonly Document[], evaluations: readonly Document[], status: string): Document {
  const data = (documents: readonly Document[]) => ({ data: documents.map(({ id, type }) => ({ id, type })) });
  const attributes = { stage: "post_plan", status, "status-timestamps": {}, actions: { "is-overridable": status === "awaiting_override" }, permissions: { "can-override": true, "can-override-policy": true, "can-override-tasks": false } };
  return { id: newId("ts"), type: "task-stages", attributes, relationships: { run: { data: { id: run, type: "runs" } }, "task-results": data(results), "policy-evaluations": data(evaluations) } };
}

function costEstimate({ before, after }: { readonly before: number; readonly after: number }): Document {
  const costs = { "prior-monthly-cost": String(before), "proposed-monthly-cost": String(after), "delta-monthly-cost": String(after - before) };
  return { id: newId("ce"), type: "cost-estimates", attributes: { status: "finished", "error-message": null, ...costs, "resources-count": 0, "matched-resources-count": 0, "unmatched-resources-count": 0 } };
}
