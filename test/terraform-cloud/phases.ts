import { page, visible } from "./documents";
import { type Phase, phaseDocument, type Run } from "./run";
import type { Runs } from "./runs";
import { type Call, missing, type Reply, type Routes, type TerraformCloudServer } from "./server";
import type { Document } from "./checks";

/** What is asked of a run's parts: plan, apply, policies, tasks, estimate. */
export class Phases {
  constructor(private readonly server: TerraformCloudServer, private readonly runs: Runs) {
    server.add(this.routes());
  }

  private routes(): Routes {
    const phase = (kind: "plan" | "apply", handle: (phase: Phase) => Reply) => ({ params, organizations }: Call) => {
      const run = [...this.runs.byId.values()].find((one) => one[kind].id === params.phase);
      return visible(run, organizations) === undefined ? missing : handle(run![kind]);
    };
    const one = (of: (run: Run) => readonly Document[]) => ({ params, organizations }: Call) => {
      const found = this.seen(organizations).flatMap(of).find(({ id }) => id === params.id);
      return found === undefined ? missing : { status: 200, data: found };
    };
    const ofRun = (of: (run: Run) => readonly Document[]) => ({ params, query, organizations }: Call) => {
      const run = visible(this.runs.byId.get(params.run!), organizations);
      return run === undefined ? missing : page(of(run), query);
    };
    return {
      "GET /api/v2/plans/:phase": phase("plan", (plan) => ({ status: 200, data: phaseDocument("plans", plan) })),
      "GET /api/v2/plans/:phase/json-output": phase("plan", (plan) => this.json(plan)),
      "GET /api/v2/runs/:run/plan/json-output": ({ params, organizations }) => {
        const run = visible(this.runs.byId.get(params.run!), organizations);
        return run === undefined ? missing : this.json(run.plan);
      },
      "GET /api/v2/applies/:phase": phase("apply", (apply) => ({ status: 200, data: phaseDocument("applies", apply) })),
      "GET /_archivist/v1/plans/:object": ({ params }) => {
        const json = [...this.runs.byId.values()].map(({ plan }) => plan.json).find((found) => found?.object === params.object);
        return json === undefined ? missing : { status: 200, bytes: json.bytes };
      },
      "GET /api/v2/cost-estimates/:id": one(({ checks }) => (checks.estimate === undefined ? [] : [checks.estimate])),
      "GET /api/v2/runs/:run/policy-checks": ofRun(({ checks }) => checks.policyChecks),
      "GET /api/v2/policy-checks/:id": one(({ checks }) => checks.policyChecks),
      "GET /api/v2/policy-checks/:id/output": (call) => this.policyOutput(call),
      "GET /api/v2/runs/:run/task-stages": ofRun(({ checks }) => checks.stages),
      "GET /api/v2/task-stages/:id": (call) => this.stage(call),
      "GET /api/v2/task-stages/:id/policy-evaluations": ({ params, query, organizations }) => {
        const run = this.seen(organizations).find(({ checks }) => checks.stages.some(({ id }) => id === params.id));
        return run === undefined ? missing : page(run.checks.evaluations, query);
      },
      "GET /api/v2/task-results/:id": one(({ checks }) => checks.results),
      "GET /api/v2/policy-evaluations/:id": one(({ checks }) => checks.evaluations),
      "GET /api/v2/policy-evaluations/:id/policy-set-outcomes": ({ params, query, organizations }) =>
        page(this.seen(organizations).flatMap(({ checks }) => checks.outcomes.filter(({ evaluation }) => evaluation === params.id).map(({ evaluation: _, ...outcome }) => outcome)), query),
    };
  }

  private seen(organizations: readonly string[]): Run[] {
    return [...this.runs.byId.values()].filter(({ organization }) => organizations.includes(organization));
  }

  /** At an address of its own, to which no token belongs. https://developer.hashicorp.com/terraform/cloud-docs/api-docs/plans (read 2026-11-22) */
  private json({ json }: Phase): Reply {
    return json === undefined ? { status: 204 } : { status: 307, headers: { location: `${this.server.url}/_archivist/v1/plans/${json.object}` } };
  }

  private policyOutput({ params, organizations }: Call): Reply {
    const check = this.seen(organizations).flatMap(({ checks }) => checks.policyChecks).find(({ id }) => id === params.id);
    if (check === undefined) return missing;
    const { sentinel } = check.attributes.result as { sentinel: { data: { example: { policies: { policy: { name: string; "enforcement-level": string }; result: boolean }[] } } } };
    const lines = sentinel.data.example.policies.map(({ policy, result }) => `${policy.name} (${policy["enforcement-level"]}): ${String(result)}`);
    return { status: 200, bytes: Buffer.from(`Sentinel Result: ${String((check.attributes.result as { result: boolean }).result)}\n\n${lines.join("\n")}\n`) };
  }

  private stage({ params, query, organizations }: Call): Reply {
    const run = this.seen(organizations).find(({ checks }) => checks.stages.some(({ id }) => id === params.id));
    if (run === undefined) return missing;
    const wanted = query.get("include") ?? "";
    return { status: 200, data: run.checks.stages[0]!, included: [...(wanted.includes("task_results") ? run.checks.results : []), ...(wanted.includes("policy_evaluations") ? run.checks.evaluations : [])] };
  }
}
