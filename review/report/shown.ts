import { isRecord } from "../../kernel/check";
import type { KnownSecrets } from "./known-secrets";
import { Alike } from "./list-changes";
import { Secret, Unknown } from "./marked";
import type { Shown } from "./review";
import { withoutSecrets } from "./secret-names";

const longest = 300;

/** A marked value as a reader sees it. */
export function shown(value: unknown, secrets: KnownSecrets): Shown {
  if (value === undefined) return { kind: "absent", text: "nothing" };
  if (value instanceof Unknown) return { kind: "unknown", text: "known after apply" };
  if (value instanceof Secret) return { kind: "secret", text: "secret" };
  const text = textOf(value, secrets);
  return { kind: "value", text: text.length > longest ? `${text.slice(0, longest)}…` : text };
}

function textOf(value: unknown, secrets: KnownSecrets): string {
  if (value === undefined) return "null";
  if (value instanceof Unknown) return "(known after apply)";
  if (value instanceof Secret) return "(secret)";
  if (value instanceof Alike) return `… ${value.count} alike`;
  if (typeof value === "string") return JSON.stringify(secrets.hide(withoutSecrets(value)));
  if (Array.isArray(value)) return `[${value.map((one) => textOf(one, secrets)).join(", ")}]`;
  if (isRecord(value)) return `{ ${Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${textOf(one, secrets)}`).join(", ")} }`;
  return secrets.hide(JSON.stringify(value));
}
