import { isRecord } from "../../kernel/check";
import { isSecretName, isSecretText } from "./secret-names";

/** A value that nobody may see. It is kept to tell whether it changes. */
export class Secret {
  constructor(readonly value: unknown) {}
}

/** A value that is known after apply only. */
export class Unknown {}

const unknownValue = new Unknown();

/**
 * A value of a plan with what is secret and what is unknown in it. What is null is nothing: Terraform does not tell
 * the two apart in what it plans.
 */
export function marked(value: unknown, secret: unknown, unknown?: unknown, name = ""): unknown {
  if (unknown === true) return unknownValue;
  if (isNothing(value) && !holdsUnknown(unknown)) return undefined;
  if (secret === true || (typeof value === "string" && (isSecretName(name) || isSecretText(value)))) return new Secret(value);
  if (Array.isArray(value) || Array.isArray(unknown)) return markedList(listOf(value), listOf(secret), listOf(unknown), name);
  if (isRecord(value) || isRecord(unknown)) return markedRecord(recordOf(value), recordOf(secret), recordOf(unknown));
  return value;
}

function markedList(value: readonly unknown[], secret: readonly unknown[], unknown: readonly unknown[], name: string): unknown[] {
  const length = Math.max(value.length, unknown.length);
  return Array.from({ length }, (_, index) => marked(value[index], secret[index], unknown[index], name));
}

function markedRecord(value: Readonly<Record<string, unknown>>, secret: Readonly<Record<string, unknown>>, unknown: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = new Set([...Object.keys(value), ...Object.keys(unknown)]);
  // Variables of containers and values of charts are pairs: what one is called says whether it is secret.
  const called = typeof value["name"] === "string" ? value["name"] : "";
  const entries = [...keys].map((key) => [key, marked(value[key], secret[key], unknown[key], key === "value" ? called : key)] as const);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}

function holdsUnknown(unknown: unknown): boolean {
  if (unknown === true) return true;
  return typeof unknown === "object" && unknown !== null && Object.values(unknown).some(holdsUnknown);
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** One text for one value, whatever the order of its keys. */
export function canonical(value: unknown): string {
  if (value instanceof Secret) return `secret ${canonical(value.value)}`;
  if (value instanceof Unknown) return "unknown";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (isRecord(value)) return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
  return JSON.stringify(value) ?? "nothing";
}

export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && isEqual(one[key as never], other[key as never]));
}
