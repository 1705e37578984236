import { checksOf, type RunRules } from "./checks";
import type { Configuration, Configurations } from "./configurations";
import { page, visible } from "./documents";
import type { Logs } from "./logs";
import { confirmable, discardable, finalStatuses, newPhase, phaseDocument, type Run, runDocument, runOptions } from "./run";
import { type Call, missing, newId, type Reply, type Routes, type TerraformCloudServer } from "./server";
import type { States } from "./states";
import type { TerraformWorker } from "./terraform-worker";
import { documentOf, type Workspace, type Workspaces } from "./workspaces";

interface Parts {
  readonly server: TerraformCloudServer;
  readonly workspaces: Workspaces;
  readonly states: States;
  readonly configurations: Configurations;
  readonly logs: Logs;
  readonly worker: TerraformWorker;
}

/**
 * Runs of workspaces. One at a time goes on to its apply, and locks the workspace; those that only plan, and plans that are
 * saved, begin at any time. https://developer.hashicorp.com/terraform/cloud-docs/run/remote-operations (read 2026-11-22)
 */
export class Runs {
  readonly byId = new Map<string, Run>();
  /** What the test wants of the next runs, by the name of the workspace. */
  rules: (workspace: string) => RunRules = () => ({});

  constructor(private readonly parts: Parts) {
    parts.server.add(this.routes());
    parts.workspaces.onUnlock = (workspace) => this.proceed(workspace);
    parts.configurations.onUpload = (configuration) => void this.queue(configuration, {}, "somebody");
    parts.states.onChange = (workspace) => this.outdate(workspace);
  }

  /** All that is under way has ended. */
  async idle(): Promise<void> {
    while ([...this.byId.values()].some(({ status }) => status === "planning" || status === "applying")) await new Promise((done) => setTimeout(done, 20));
  }

  private routes(): Routes {
    const one = (handle: (run: Run, call: Call) => Reply) => (call: Call) => {
      const run = visible(this.byId.get(call.params.run!), call.organizations);
      return run === undefined ? missing : handle(run, call);
    };
    return {
      "POST /api/v2/runs": (call) => this.create(call),
      "GET /api/v2/runs/:run": one((run, call) => this.show(run, call)),
      "GET /api/v2/runs/:run/run-events": one((run) => ({ status: 200, data: run.history.map((action, index) => ({ id: `re-${run.id}-${index}`, type: "run-events", attributes: { action } })) })),
      "GET /api/v2/workspaces/:workspace/runs": (call) => this.list(call),
      "GET /api/v2/organizations/:org/runs/queue": ({ params, organizations, query }) => (organizations.includes(params.org!) ? page(this.pending().map(runDocument), query) : missing),
      "POST /api/v2/runs/:run/actions/apply": one((run) => this.confirm(run)),
      "POST /api/v2/runs/:run/actions/discard": one((run) => (discardable.includes(run.status) ? this.ended(run, "discarded") : refused(run, "discarded"))),
      "POST /api/v2/runs/:run/actions/cancel": one((run) => this.cancel(run)),
      "POST /api/v2/runs/:run/actions/force-cancel": one((run) => this.cancel(run)),
    };
  }

  private create({ attributes, relationships, organizations, user }: Call): Reply {
    const related = (name: string) => (relationships[name]?.data as { readonly id?: string } | undefined)?.id ?? "";
    const workspace = visible(this.parts.workspaces.byId.get(related("workspace")), organizations);
    if (workspace === undefined) return missing;
    const configuration = this.parts.configurations.byId.get(related("configuration-version")) ?? this.latest(workspace);
    if (configuration?.status !== "uploaded") return { status: 422, errors: ["Configuration version is invalid: nothing was uploaded, or it could not be unpacked"] };
    return { status: 201, data: runDocument(this.queue(configuration, attributes, user)) };
  }

  private latest(workspace: Workspace): Configuration | undefined {
    return [...this.parts.configurations.byId.values()].findLast((one) => one.workspace === workspace && !one.speculative);
  }

  private queue(configuration: Configuration, attributes: Call["attributes"], user: string): Run {
    const { workspace, organization } = configuration;
    const id = newId("run");
    const log = () => this.parts.logs.make();
    const run: Run = {
      id,
      organization,
      workspace,
      configuration,
      options: runOptions(attributes, configuration),
      user,
      plan: newPhase("plan", log()),
      apply: newPhase("apply", log()),
      checks: checksOf(this.rules(String(workspace.settings.name)), id),
      history: [],
      cancelled: new AbortController(),
      status: "pending",
      hasChanges: false,
    };
    this.byId.set(id, run);
    setImmediate(() => this.proceed(workspace));
    return run;
  }

  private pending(): Run[] {
    return [...this.byId.values()].filter(({ status }) => status === "pending");
  }

  private proceed(workspace: Workspace): void {
    for (const run of this.pending().filter((one) => one.workspace === workspace)) {
      if (run.options.planOnly || run.options.savePlan) void this.plan(run);
      else if (workspace.lock === undefined) {
        this.hold(run);
        void this.plan(run);
      }
    }
    const confirmed = [...this.byId.values()].find((run) => run.workspace === workspace && run.status === "confirmed");
    if (confirmed !== undefined && workspace.lock === undefined) {
      this.hold(confirmed);
      void this.apply(confirmed);
    }
  }

  private hold(run: Run): void {
    run.workspace.lock = { by: { type: "runs", id: run.id }, reason: "" };
    run.workspace.currentRun = run.id;
  }

  private async plan(run: Run): Promise<void> {
    this.becomes(run, "planning");
    const { plan, options } = run;
    plan.status = "running";
    plan.log.begin();
    try {
      await Promise.race([this.rules(String(run.workspace.settings.name)).hold, aborted(run.cancelled.signal)]);
      run.hasChanges = await this.parts.worker.plan(run);
      plan.status = "finished";
    } catch {
      plan.status = run.cancelled.signal.aborted ? "canceled" : "errored";
      plan.log.end();
      this.ended(run, plan.status);
      return;
    }
    const next = this.afterPlan(run);
    if (finalStatuses.includes(next)) this.ended(run, next);
    else this.becomes(run, next);
    plan.log.end();
    if (options.autoApply && confirmable.includes(next)) this.confirm(run);
  }

  private afterPlan({ hasChanges, options: { planOnly, savePlan }, checks: { verdict, policyChecks, estimate, stages } }: Run): string {
    // What becomes of a plan-only run whose OPA policy fails is not documented.
    if (verdict === "hard" || (verdict === "awaiting" && planOnly)) return "errored";
    if (verdict === "awaiting") return "post_plan_awaiting_decision";
    if (verdict === "soft") return planOnly ? "policy_soft_failed" : "policy_override";
    if (planOnly || !hasChanges) return "planned_and_finished";
    if (savePlan) return "planned_and_saved";
    return policyChecks.length > 0 ? "policy_checked" : estimate !== undefined ? "cost_estimated" : stages.length > 0 ? "post_plan_completed" : "planned";
  }

  private confirm(run: Run): Reply {
    if (!confirmable.includes(run.status)) return refused(run, "applied");
    this.becomes(run, "confirmed");
    // A saved plan has no lock yet; whoever has waits no longer.
    if (run.workspace.lock?.by.id === run.id) void this.apply(run);
    else this.proceed(run.workspace);
    return { status: 202 };
  }

  private async apply(run: Run): Promise<void> {
    this.becomes(run, "applying");
    const { apply } = run;
    apply.status = "running";
    apply.log.begin();
    try {
      await this.parts.worker.apply(run);
      apply.status = "finished";
    } catch {
      apply.status = run.cancelled.signal.aborted ? "canceled" : "errored";
    }
    const state = this.parts.worker.state(run);
    if (state !== undefined && !run.workspace.states[0]?.bytes.equals(state)) this.parts.states.add(run.workspace, state, run.id);
    this.ended(run, apply.status === "finished" ? "applied" : apply.status);
    apply.log.end();
  }

  private cancel(run: Run): Reply {
    if (finalStatuses.includes(run.status) || confirmable.includes(run.status)) return refused(run, "canceled");
    run.cancelled.abort(new Error("the run was canceled"));
    if (run.status === "pending") this.ended(run, "canceled");
    return { status: 202 };
  }

  /** A saved plan is worth nothing when the state is another one. */
  private outdate(workspace: Workspace): void {
    for (const run of this.byId.values()) if (run.workspace === workspace && run.status === "planned_and_saved") this.ended(run, "discarded");
  }

  private ended(run: Run, status: string): Reply {
    this.becomes(run, status);
    if (run.apply.status === "pending") run.apply.status = "unreachable";
    if (run.workspace.lock?.by.id === run.id) delete run.workspace.lock;
    this.proceed(run.workspace);
    return { status: 202 };
  }

  private becomes(run: Run, status: string): void {
    run.status = status;
    run.history.push(status);
  }

  private show(run: Run, { query }: Call): Reply {
    const wanted = (query.get("include") ?? "").split(",");
    const included: Readonly<Record<string, readonly object[]>> = {
      workspace: [documentOf(run.workspace)],
      plan: [phaseDocument("plans", run.plan)],
      apply: [phaseDocument("applies", run.apply)],
      task_stages: run.checks.stages,
      cost_estimate: run.checks.estimate === undefined ? [] : [run.checks.estimate],
      policy_checks: run.checks.policyChecks,
    };
    return { status: 200, data: runDocument(run), included: wanted.flatMap((name) => included[name] ?? []) };
  }

  private list({ params, query, organizations }: Call): Reply {
    const workspace = visible(this.parts.workspaces.byId.get(params.workspace!), organizations);
    if (workspace === undefined) return missing;
    const statuses = query.get("filter[status]")?.split(",");
    const operations = query.get("filter[operation]")?.split(",");
    const underWay = query.get("filter[status_group]") === "non_final";
    const wanted = ({ options, status }: Run) => (statuses === undefined || statuses.includes(status)) && !(underWay && finalStatuses.includes(status)) && isListed(options, operations);
    return page([...this.byId.values()].filter((run) => run.workspace === workspace && wanted(run)).toReversed().map(runDocument), query);
  }
}

/** Those that only plan are listed where they are asked for. */
function isListed({ planOnly, refreshOnly, destroy, savePlan }: Run["options"], operations: readonly string[] | undefined): boolean {
  if (operations === undefined) return !planOnly;
  return operations.includes(planOnly ? "plan_only" : refreshOnly ? "refresh_only" : destroy ? "destroy" : savePlan ? "save_plan" : "plan_and_apply");
}

function refused({ status }: Run, what: string): Reply {
  return { status: 409, errors: [`The run is ${status} and cannot be ${what}`] };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => signal.addEventListener("abort", () => fail(signal.reason as Error), { once: true }));
}
