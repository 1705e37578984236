import type { Checks } from "./checks";
import type { Configuration } from "./configurations";
import type { Log } from "./logs";
import { newId } from "./server";
import type { Workspace } from "./workspaces";

/** A run, as it goes from one status to the next. */
export interface Run {
  readonly id: string;
  readonly organization: string;
  readonly workspace: Workspace;
  readonly configuration: Configuration;
  readonly options: RunOptions;
  readonly user: string;
  readonly plan: Phase;
  readonly apply: Phase;
  readonly checks: Checks;
  /** Statuses that it had, the oldest first. */
  readonly history: string[];
  readonly cancelled: AbortController;
  status: string;
  hasChanges: boolean;
  /** Where the worker has planned, until it is applied. */
  folder?: string;
}

/** A plan or an apply. */
export interface Phase {
  readonly id: string;
  readonly log: Log;
  status: "pending" | "running" | "finished" | "errored" | "canceled" | "unreachable";
  counts: { readonly additions: number; readonly changes: number; readonly destructions: number; readonly imports: number };
  json?: { readonly object: string; readonly bytes: Buffer };
}

export interface RunOptions {
  readonly message: string;
  readonly planOnly: boolean;
  readonly savePlan: boolean;
  readonly autoApply: boolean;
  readonly destroy: boolean;
  readonly refresh: boolean;
  readonly refreshOnly: boolean;
  readonly targets: readonly string[];
  readonly replaces: readonly string[];
  /** Values in HCL. */
  readonly variables: readonly { readonly key: string; readonly value: string }[];
}

export function runOptions(attributes: Readonly<Record<string, unknown>>, { speculative }: Configuration): RunOptions {
  const texts = (name: string) => (attributes[name] ?? []) as readonly string[];
  return {
    message: String(attributes.message ?? "Queued by the API"),
    planOnly: speculative || attributes["plan-only"] === true,
    savePlan: attributes["save-plan"] === true,
    autoApply: attributes["auto-apply"] === true,
    destroy: attributes["is-destroy"] === true,
    refresh: attributes.refresh !== false,
    refreshOnly: attributes["refresh-only"] === true,
    targets: texts("target-addrs"),
    replaces: texts("replace-addrs"),
    variables: (attributes.variables ?? []) as RunOptions["variables"],
  };
}

export function newPhase(kind: "plan" | "apply", log: Log): Phase {
  return { id: newId(kind), log, status: "pending", counts: { additions: 0, changes: 0, destructions: 0, imports: 0 } };
}

/** Nothing more becomes of such a run. https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run#run-states (read 2026-11-22) */
export const finalStatuses: readonly string[] = ["planned_and_finished", "policy_soft_failed", "applied", "discarded", "errored", "canceled"];
/** Such a run waits for somebody to apply it. */
export const confirmable: readonly string[] = ["planned", "cost_estimated", "policy_checked", "post_plan_completed", "planned_and_saved"];
export const discardable: readonly string[] = [...confirmable, "pending", "policy_override", "post_plan_awaiting_decision"];

export function runDocument(run: Run): object {
  const { id, workspace, configuration, options, plan, apply, checks, status, hasChanges, user } = run;
  const one = (type: string, of: string | undefined) => ({ data: of === undefined ? null : { id: of, type } });
  const many = (documents: readonly { readonly id: string; readonly type: string }[]) => ({ data: documents.map((document) => ({ id: document.id, type: document.type })) });
  return {
    id,
    type: "runs",
    attributes: {
      status,
      message: options.message,
      source: "tfe-api",
      "has-changes": hasChanges,
      "is-destroy": options.destroy,
      "plan-only": options.planOnly,
      "save-plan": options.savePlan,
      "auto-apply": options.autoApply,
      refresh: options.refresh,
      "refresh-only": options.refreshOnly,
      "target-addrs": options.targets,
      "replace-addrs": options.replaces,
      actions: { "is-cancelable": !finalStatuses.includes(status) && !confirmable.includes(status), "is-confirmable": confirmable.includes(status), "is-discardable": discardable.includes(status), "is-force-cancelable": false },
      permissions: { "can-apply": true, "can-cancel": true, "can-discard": true, "can-force-cancel": true, "can-force-execute": true, "can-override-policy-check": true },
      "status-timestamps": {},
      "created-at": "2026-01-01T00:00:00.000Z",
    },
    relationships: {
      workspace: one("workspaces", workspace.id),
      "configuration-version": one("configuration-versions", configuration.id),
      "created-by": one("users", user),
      plan: one("plans", plan.id),
      apply: one("applies", apply.id),
      "policy-checks": many(checks.policyChecks),
      "task-stages": many(checks.stages),
      ...(checks.estimate && { "cost-estimate": one("cost-estimates", checks.estimate.id) }),
    },
    links: { self: `/api/v2/runs/${id}`, "self-html": `/app/${workspace.organization}/workspaces/${String(workspace.settings.name)}/runs/${id}` },
  };
}

export function phaseDocument(type: "plans" | "applies", { id, status, counts, log }: Phase): object {
  const { additions, changes, destructions, imports } = counts;
  const attributes = { status, "has-changes": additions + changes + destructions > 0, "resource-additions": additions, "resource-changes": changes, "resource-destructions": destructions, "resource-imports": imports, "log-read-url": log.url };
  return { id, type, attributes, links: { self: `/api/v2/${type}/${id}`, ...(type === "plans" && { "json-output": `/api/v2/plans/${id}/json-output` }) } };
}
