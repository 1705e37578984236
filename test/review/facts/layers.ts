import { namingBy } from "../../../review/naming/named";
import type { PlannedResource, ReadLayer, Verb } from "../../../review/plan-json";

type Values = Readonly<Record<string, unknown>>;

/** A resource of a plan, by its address: what it is before and after, and what is known after apply only. */
export function planned(address: string, before: Values | undefined, after: Values | undefined, unknown: unknown = {}): PlannedResource {
  const type = /(?:^|\.)((?:aws|helm|kubernetes)_\w+)\./.exec(address)![1]!;
  const verb: Verb = before === undefined ? "create" : after === undefined ? "delete" : JSON.stringify(before) === JSON.stringify(after) ? "none" : "update";
  return { address, type, verb, before, after, change: { createdFirst: false, unknown, secret: { before: {}, after: {} }, forcing: [] } };
}

export function created(address: string, after: Values, unknown: unknown = {}): PlannedResource {
  return planned(address, undefined, after, unknown);
}

/** What the plan leaves as it is. */
export function kept(address: string, values: Values): PlannedResource {
  return planned(address, values, values);
}

export function layer(...resources: readonly PlannedResource[]): ReadLayer[] {
  return [{ layer: "all", resources, drifted: [], ...namingBy(["node_groups"]) }];
}
