import { createHash } from "node:crypto";
import { isRecord } from "../../kernel/check";
import type { PlannedResource } from "../plan-json";
import type { KnownSecrets } from "./known-secrets";
import { canonical, Secret, Unknown } from "./marked";
import { withoutSecrets } from "./secret-names";
import type { ValueChange } from "./value-change";

/** Equal for equal changes. Of secrets it holds that they change, and no trace of what they are. */
export function digestOf({ verb, change }: PlannedResource, changes: readonly ValueChange[], secrets: KnownSecrets): string {
  const { createdFirst = false, reason, movedFrom, importId } = change ?? {};
  const seen = (value: unknown) => seenOf(value, secrets);
  const attributes = verb === "delete" || verb === "forget" ? [] : changes.map(({ steps, before, after }) => [steps, seen(before), seen(after)]);
  return createHash("sha256").update(canonical({ verb, createdFirst, reason, movedFrom, importId, attributes })).digest("hex");
}

function seenOf(value: unknown, secrets: KnownSecrets): unknown {
  if (value instanceof Secret) return "(secret)";
  if (typeof value === "string") return secrets.hide(withoutSecrets(value));
  if (Array.isArray(value)) return value.map((one) => seenOf(one, secrets));
  if (value instanceof Unknown || !isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, seenOf(one, secrets)]));
}
