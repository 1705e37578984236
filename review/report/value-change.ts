import { isRecord } from "../../kernel/check";
import { documentOf, linesOf } from "./document";
import { listChanges } from "./list-changes";
import { isEqual } from "./marked";

export type Step = string | number;

/** A value that is another one afterwards. Nothing is undefined. */
export interface ValueChange {
  readonly steps: readonly Step[];
  readonly before: unknown;
  readonly after: unknown;
}

/** Where two marked values differ, as far inside as both can be read. */
export function valueChanges(before: unknown, after: unknown, steps: readonly Step[] = []): ValueChange[] {
  if (isEqual(before, after)) return [];
  if (isRecordOrNothing(before) && isRecordOrNothing(after)) return orWhole(recordChanges(before ?? {}, after ?? {}, steps), { steps, before, after });
  if (Array.isArray(before) || Array.isArray(after)) {
    if (isListOrNothing(before) && isListOrNothing(after)) return orWhole(listChanges(before ?? [], after ?? [], steps, valueChanges), { steps, before, after });
  }
  if (typeof before === "string" && typeof after === "string") return textChanges(before, after, steps);
  return [{ steps, before, after }];
}

function recordChanges(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>, steps: readonly Step[]): ValueChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => valueChanges(before[key], after[key], [...steps, key]));
}

/** Policies, values of charts and user data are text in a plan, and a reader looks for what changes in them. */
function textChanges(before: string, after: string, steps: readonly Step[]): ValueChange[] {
  const whole = { steps, before, after };
  const [from, to] = [documentOf(before), documentOf(after)];
  if (isOneDocument(from, before, to, after)) return orWhole(valueChanges(from, to, steps), whole);
  const [fromLines, toLines] = [linesOf(before), linesOf(after)];
  return fromLines === undefined || toLines === undefined ? [whole] : orWhole(listChanges(fromLines, toLines, steps, valueChanges), whole);
}

/** Settings that were none are an empty text. */
function isOneDocument(from: unknown, before: string, to: unknown, after: string): boolean {
  return (from !== undefined || to !== undefined) && (from !== undefined || before === "") && (to !== undefined || after === "");
}

/** What differs only in how it is written still differs. */
function orWhole(changes: readonly ValueChange[], whole: ValueChange): ValueChange[] {
  return changes.length === 0 ? [whole] : [...changes];
}

function isRecordOrNothing(value: unknown): value is Readonly<Record<string, unknown>> | undefined {
  return value === undefined || (isRecord(value) && Object.getPrototypeOf(value) === Object.prototype);
}

function isListOrNothing(value: unknown): value is readonly unknown[] | undefined {
  return value === undefined || Array.isArray(value);
}
