import { createHash } from "node:crypto";
import type { PlannedResource } from "../plan-json";
import { canonical, Secret } from "./marked";
import type { ValueChange } from "./value-change";

/** Equal for equal changes. Of secrets it holds that they change, and no trace of what they are. */
export function digestOf({ verb, change }: PlannedResource, changes: readonly ValueChange[]): string {
  const { createdFirst = false, reason, movedFrom, importId } = change ?? {};
  const attributes = verb === "delete" || verb === "forget" ? [] : changes.map(({ steps, before, after }) => [steps, withoutSecret(before), withoutSecret(after)]);
  return createHash("sha256").update(canonical({ verb, createdFirst, reason, movedFrom, importId, attributes })).digest("hex");
}

function withoutSecret(value: unknown): unknown {
  if (value instanceof Secret) return "(secret)";
  if (Array.isArray(value)) return value.map(withoutSecret);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutSecret(one)]));
}
