import { isRecord } from "../../kernel/check";
import type { KnownSecrets } from "./known-secrets";
import { Alike } from "./list-changes";
import { Secret, Unknown } from "./marked";
import type { Shown } from "./review";
import { withoutSecrets } from "./secret-names";

const longest = 300;
const context = 40;

/** Of a text that reads alike on both sides. */
export const secretInside = "a secret in it changes";

/** Two marked values as a reader sees them. Long ones are cut, so that both show where they begin to differ. */
export function shownPair(before: unknown, after: unknown, secrets: KnownSecrets): { readonly before: Shown; readonly after: Shown } {
  const [from, to] = [shown(before, secrets), shown(after, secrets)];
  if (from.kind !== "value" || to.kind !== "value") return { before: cut(from), after: cut(to) };
  if (from.text === to.text && from.text.includes("(secret)")) return { before: cut(from), after: { kind: "secret", text: secretInside } };
  const start = Math.max(0, equalLength(from.text, to.text) - context);
  // What begins to differ in what is shown anyway is shown from its beginning.
  return start + context < longest ? { before: cut(from), after: cut(to) } : { before: cut(from, start), after: cut(to, start) };
}

function shown(value: unknown, secrets: KnownSecrets): Shown {
  if (value === undefined) return { kind: "absent", text: "nothing" };
  if (value instanceof Unknown) return { kind: "unknown", text: "known after apply" };
  if (value instanceof Secret) return { kind: "secret", text: "secret" };
  return { kind: "value", text: textOf(value, secrets) };
}

function cut({ kind, text }: Shown, start = 0): Shown {
  const end = start + longest;
  return { kind, text: `${start === 0 ? "" : "…"}${text.slice(start, end)}${text.length > end ? "…" : ""}` };
}

function equalLength(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index += 1;
  return index;
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
