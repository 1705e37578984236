import { documentOf } from "./document";
import { canonical, isEqual } from "./marked";
import type { Step, ValueChange } from "./value-change";

/** Elements of a list that are there before and after: how many, not which. */
export class Alike {
  constructor(readonly count: number) {}
}

type Inside = (before: unknown, after: unknown, steps: readonly Step[]) => ValueChange[];

/** What a reader takes in at a glance. */
const shortList = 120;

/**
 * Where two lists differ. A plan has sets as lists in an order of their own, so that one element more moves all that
 * follow: elements that both have are no change, wherever they stand.
 */
export function listChanges(before: readonly unknown[], after: readonly unknown[], steps: readonly Step[], inside: Inside): ValueChange[] {
  const [gone, come] = unlike(before, after);
  if ([...gone, ...come].every(([, one]) => isWhole(one))) return scalarChanges(before, after, gone, come, steps);
  const pairs = Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => [gone[at], come[at]] as const);
  return pairs.flatMap(([from, to]) => inside(from?.[1], to?.[1], [...steps, (to ?? from)![0]]));
}

function scalarChanges(before: readonly unknown[], after: readonly unknown[], gone: readonly Element[], come: readonly Element[], steps: readonly Step[]): ValueChange[] {
  const isShort = canonical(before).length <= shortList && canonical(after).length <= shortList;
  if (isShort || (gone.length === 0 && come.length === 0)) return [{ steps, before: orNothing(before), after: orNothing(after) }];
  const alike = before.length - gone.length;
  const rest = alike === 0 ? [] : [new Alike(alike)];
  return [{ steps, before: orNothing([...gone.map(([, one]) => one), ...rest]), after: orNothing([...come.map(([, one]) => one), ...rest]) }];
}

type Element = readonly [index: number, value: unknown];

/** What only one of two lists has: first by place, then wherever it stands. */
function unlike(before: readonly unknown[], after: readonly unknown[]): readonly [Element[], Element[]] {
  const [gone, come] = [moved(before, after), moved(after, before)];
  return [without(gone, come), without(come, gone)];
}

function moved(list: readonly unknown[], other: readonly unknown[]): Element[] {
  return list.flatMap((one, at) => (at < other.length && isEqual(one, other[at]) ? [] : [[at, one] as const]));
}

function without(list: readonly Element[], other: readonly Element[]): Element[] {
  const left = new Map<string, number>();
  for (const [, one] of other) left.set(canonical(one), (left.get(canonical(one)) ?? 0) + 1);
  return list.filter(([, one]) => {
    const text = canonical(one);
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count === 0;
  });
}

/** Whether nobody looks inside of an element: the values of a chart are texts, and documents. */
function isWhole(value: unknown): boolean {
  if (typeof value === "string") return documentOf(value) === undefined;
  return typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype;
}

function orNothing(list: readonly unknown[]): readonly unknown[] | undefined {
  return list.length === 0 ? undefined : list;
}
