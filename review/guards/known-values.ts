import { isRecord } from "../../kernel/check";
import type { PlannedResource } from "../plan-json";

export type Values = Readonly<Record<string, unknown>>;

/** Stands where a value is known after apply only. */
export const unknown = Symbol("known after apply");

/** What a resource becomes, with the mark where nobody knows yet: an unknown value is neither off nor gone. */
export function valuesAfter({ after, change }: PlannedResource): Values | undefined {
  return after === undefined ? undefined : (marked(after, change?.unknown) as Values);
}

/** The elements of a list; of anything else, none. */
export function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The values of a block that stands at most once. */
export function block(values: Values, name: string): Values | undefined {
  return blocks(values, name)[0];
}

export function blocks(values: Values, name: string): readonly Values[] {
  return listed(values[name]).filter(isRecord);
}

function marked(value: unknown, marks: unknown): unknown {
  if (marks === true) return unknown;
  if (Array.isArray(marks)) return listed(value).map((element, index) => marked(element, marks[index]));
  if (!isRecord(marks)) return value;
  const values = isRecord(value) ? value : {};
  return { ...values, ...Object.fromEntries(Object.entries(marks).map(([name, mark]) => [name, marked(values[name], mark)])) };
}
