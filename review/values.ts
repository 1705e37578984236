import { isRecord } from "../kernel/check";
import type { PlannedResource } from "./plan-json";

export type Values = Readonly<Record<string, unknown>>;

/** Stands where a value is known after apply only. */
const unknown = Symbol("known after apply");

/** What a resource becomes, with the mark where nobody knows yet: an unknown value is neither off nor gone. */
export function valuesAfter({ after, change }: PlannedResource): Values | undefined {
  return after === undefined ? undefined : (marked(after, change?.unknown) as Values);
}

function marked(value: unknown, marks: unknown): unknown {
  if (marks === true) return unknown;
  if (Array.isArray(marks)) return Array.from({ length: Math.max(listed(value).length, marks.length) }, (_, index) => marked(listed(value)[index], marks[index]));
  if (!isRecord(marks)) return value;
  const values = isRecord(value) ? value : {};
  return { ...values, ...Object.fromEntries(Object.entries(marks).map(([name, mark]) => [name, marked(values[name], mark)])) };
}

/** Whether the whole of a value is known after apply only. */
export function isUnknown(value: unknown): boolean {
  return value === unknown;
}

/** Whether something in a value is. */
export function holdsUnknown(value: unknown): boolean {
  return value === unknown || (typeof value === "object" && value !== null && Object.values(value).some(holdsUnknown));
}

export function text(values: Values | undefined, name: string): string | undefined {
  const value = values?.[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A number, also where a provider writes it as text. */
export function number(values: Values | undefined, name: string): number | undefined {
  const value = values?.[name];
  const read = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof read === "number" && Number.isFinite(read) ? read : undefined;
}

/** The elements of a list; of anything else, none. */
export function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function texts(values: Values | undefined, name: string): string[] {
  return listed(values?.[name]).filter((item) => typeof item === "string");
}

/** Nested blocks. */
export function blocks(values: Values | undefined, name: string): Values[] {
  const value = values?.[name];
  return isRecord(value) ? [value] : listed(value).filter(isRecord);
}

/** A nested block of which there is one at most. */
export function block(values: Values | undefined, name: string): Values | undefined {
  return blocks(values, name)[0];
}
