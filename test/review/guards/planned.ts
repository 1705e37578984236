import { guardFindings, type GuardInput } from "../../../review/guards/guard-findings";
import { readLayer } from "../../../review/plan-json";
import type { GuardFinding } from "../../../review/report/review";

type Values = Readonly<Record<string, unknown>>;

/** A change as the JSON of a plan has it; `extra` goes into `change`, such as other actions. */
export function change(address: string, before: Values | null, after: Values | null, extra: Values = {}) {
  const actions = before === null ? ["create"] : after === null ? ["delete"] : ["update"];
  return { address, mode: "managed", type: /\b([a-z]+_\w+)\.\w+(?:\[.*\])?$/.exec(address)![1], change: { actions, before, after, ...extra } };
}

export const deleteFirst = { actions: ["delete", "create"] };
export const createFirst = { actions: ["create", "delete"] };

export const someDay = new Date("2026-11-22T12:00:00Z");

/** What the guards find in one layer of the parts `cluster` and `node_groups`. */
export function findings(changes: readonly object[], input: Partial<GuardInput> = {}): GuardFinding[] {
  const layer = readLayer("cluster", { format_version: "1.2", resource_changes: changes, configuration: { root_module: { variables: { cluster: {}, node_groups: {} } } } });
  return guardFindings([layer], { environment: "prod", at: someDay, allowed: [], ...input });
}

/** `<guard>: <sentence>` of each. */
export function told(changes: readonly object[], input: Partial<GuardInput> = {}): string[] {
  return findings(changes, input).map(({ guard, sentence }) => `${guard}: ${sentence}`);
}
