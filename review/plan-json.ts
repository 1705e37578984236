import type { Problem } from "../kernel";
import { isRecord } from "../kernel/check";
import { type Naming, namingBy } from "./naming/named";

type Values = Readonly<Record<string, unknown>>;

/** What a plan does with a resource. A resource that is forgotten stays in AWS. */
export type Verb = "create" | "update" | "replace" | "delete" | "forget" | "none";

/** A managed resource of a plan. */
export interface PlannedResource {
  readonly address: string;
  readonly type: string;
  readonly verb: Verb;
  /** What AWS has today; nothing for what is new. */
  readonly before: Values | undefined;
  /** What AWS has then, as far as it is known; nothing for what goes. */
  readonly after: Values | undefined;
  /** Of what a state alone says nothing more is known. */
  readonly change?: ChangeDetail;
}

/** What else a plan says of a change. */
export interface ChangeDetail {
  /** Of what is replaced: the new one is made before the old one goes. */
  readonly createdFirst: boolean;
  /** Like `after`, with true where a value is known after apply only. */
  readonly unknown: unknown;
  /** Like `before` and `after`, with true where a value is secret. */
  readonly secret: { readonly before: unknown; readonly after: unknown };
  /** Attributes that force a replacement, each by its steps. */
  readonly forcing: readonly (readonly (string | number)[])[];
  /** Terraform's word for why: `replace_because_tainted`. */
  readonly reason?: string;
  readonly movedFrom?: string;
  /** What it is imported by. */
  readonly importId?: string;
}

/** A planned layer, read once: also what the plan leaves as it is. */
export interface ReadLayer extends Naming {
  readonly layer: string;
  readonly resources: readonly PlannedResource[];
  readonly drifted: readonly PlannedResource[];
}

/** The JSON of `terraform show -json <plan>`, as far as it is read. */
interface PlanJson {
  readonly format_version: string;
  readonly resource_changes?: readonly ResourceChange[];
  readonly resource_drift?: readonly ResourceChange[];
  readonly output_changes?: Readonly<Record<string, OutputJson>>;
  readonly prior_state?: { readonly values?: { readonly root_module?: StateModule } };
  readonly configuration?: { readonly root_module?: { readonly variables?: object } };
}

interface OutputJson {
  readonly actions: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly after_unknown?: unknown;
  readonly before_sensitive?: unknown;
  readonly after_sensitive?: unknown;
}

/** An output that a plan changes. */
export interface OutputChange extends Pick<ChangeDetail, "unknown" | "secret"> {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

interface ResourceChange {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly previous_address?: string;
  readonly action_reason?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Values | null;
    readonly after: Values | null;
    readonly after_unknown?: unknown;
    readonly before_sensitive?: unknown;
    readonly after_sensitive?: unknown;
    readonly replace_paths?: readonly (readonly (string | number)[])[];
    readonly importing?: { readonly id?: string };
  };
}

interface StateModule {
  readonly resources?: readonly { readonly address: string; readonly mode: string; readonly type: string; readonly values: Values }[];
  readonly child_modules?: readonly StateModule[];
}

/** What is not the JSON of a plan: nothing must pass because it was not understood. */
export function formatProblems(plan: unknown): Problem[] {
  const version = isRecord(plan) ? plan["format_version"] : undefined;
  const isPlan = isRecord(plan) && (Array.isArray(plan["resource_changes"]) || isRecord(plan["planned_values"]));
  if (isPlan && typeof version === "string" && version.startsWith("1.")) return [];
  return [{ path: "plan", expected: "what `terraform show -json <plan file>` prints, in format 1", got: version, rule: "plan-format" }];
}

/** The managed resources of a plan of certain types, also those that a plan with targets passes over. */
export function plannedResources(json: unknown, ofType: (type: string) => boolean): PlannedResource[] {
  const plan = json as PlanJson;
  const wanted = ({ mode, type }: { readonly mode: string; readonly type: string }) => mode === "managed" && ofType(type);
  const changed = (plan.resource_changes ?? []).filter(wanted).map(planned);
  const told = new Set(changed.map(({ address }) => address));
  const untouched = stateResources(plan.prior_state?.values?.root_module).filter((one) => wanted(one) && !told.has(one.address));
  // What moves keeps its old address in the prior state.
  const moved = new Set((plan.resource_changes ?? []).map((one) => one.previous_address));
  return [
    ...changed,
    ...untouched.filter(({ address }) => !moved.has(address)).map(({ address, type, values }) => ({ address, type, verb: "none" as const, before: values, after: values })),
  ];
}

/** Managed resources of which the state says something else than what was found; those with the verb delete were not found. */
export function driftedResources(json: unknown): PlannedResource[] {
  return ((json as PlanJson).resource_drift ?? []).filter(({ mode }) => mode === "managed").map(planned);
}

export function outputChanges(json: unknown): OutputChange[] {
  const changed = Object.entries((json as PlanJson).output_changes ?? {}).filter(([, { actions }]) => verbOf(actions) !== "none");
  return changed.map(([name, { before, after, after_unknown: unknown, before_sensitive, after_sensitive }]) => ({ name, before, after, unknown, secret: { before: before_sensitive, after: after_sensitive } }));
}

/** Names of the outputs that a plan changes. */
export function changedOutputs(json: unknown): string[] {
  return outputChanges(json).map(({ name }) => name);
}

/** Outputs that the state has. Not those of `prior_state`, which Terraform gives the values of the new program. */
export function priorOutputs(json: unknown): string[] {
  const changes = Object.entries((json as PlanJson).output_changes ?? {});
  return changes.filter(([, { actions }]) => !actions.includes("create")).map(([name]) => name);
}

/** Values of outputs in the state before the plan and after it; what is not there or not known yet is left out. */
export function outputValues(json: unknown): { readonly prior: Values; readonly planned: Values } {
  const changes = Object.entries((json as PlanJson).output_changes ?? {});
  const values = (side: "before" | "after") => Object.fromEntries(changes.map(([name, change]) => [name, change[side] ?? undefined]).filter(([, value]) => value !== undefined) as [string, unknown][]);
  return { prior: values("before"), planned: values("after") };
}

/** The managed resources of a layer's plan, and what became of them outside of it. */
export function readLayer(layer: string, json: unknown): ReadLayer {
  const variables = Object.keys((json as PlanJson).configuration?.root_module?.variables ?? {});
  return { layer, resources: plannedResources(json, () => true), drifted: driftedResources(json), ...namingBy(variables) };
}

function planned(resource: ResourceChange): PlannedResource {
  const { address, type, change } = resource;
  const verb = verbOf(change.actions);
  const before = change.before ?? undefined;
  return { address, type, verb, before, after: verb === "forget" ? before : (change.after ?? undefined), change: detailOf(resource) };
}

function detailOf({ change, action_reason: reason, previous_address: movedFrom }: ResourceChange): ChangeDetail {
  const importId = change.importing?.id;
  return {
    createdFirst: change.actions[0] === "create" && change.actions.length > 1,
    unknown: change.after_unknown,
    secret: { before: change.before_sensitive, after: change.after_sensitive },
    forcing: change.replace_paths ?? [],
    ...(reason !== undefined && { reason }),
    ...(movedFrom !== undefined && { movedFrom }),
    ...(importId !== undefined && { importId }),
  };
}

function verbOf(actions: readonly string[]): Verb {
  if (actions.includes("create")) return actions.length > 1 ? "replace" : "create";
  return (["update", "delete", "forget"] as const).find((verb) => actions.includes(verb)) ?? "none";
}

function stateResources(module: StateModule | undefined): NonNullable<StateModule["resources"]>[number][] {
  if (module === undefined) return [];
  return [...(module.resources ?? []), ...(module.child_modules ?? []).flatMap(stateResources)];
}
