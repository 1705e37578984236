import { any, type Chart, type ValueKeys } from "../../charts/chart";
import { type Expr, plain, type Problem, yaml } from "../../kernel";
import { isRecord, join } from "../../kernel/check";
import { nearest } from "../../kernel/nearest";

export type ChartValues = Readonly<Record<string, unknown>>;

/** Further values of a part's chart. */
export const chartValuesInput = plain<ChartValues>({ default: {}, doc: "Further values of the chart, as data. Keys that it does not know are refused." });

/** The documents that a release lays over its own values: none, or one. */
export function documents(values: ChartValues): Expr<string>[] {
  return Object.keys(values).length === 0 ? [] : [yaml(values)];
}

/** Helm reads an object, whatever else stands there. */
export function dataProblems(path: string, values: unknown): Problem[] {
  return isRecord(values) ? [] : [{ path, expected: "values as data", got: values, rule: "chart-values-data" }];
}

/**
 * Values that the chart does not know at this version: Helm takes them without a word, and they do nothing. Of a version
 * that is not on record nothing can be said.
 */
export function chartValueProblems(path: string, { name, versions }: Chart, version: string, values: unknown): Problem[] {
  if (!isRecord(values)) return dataProblems(path, values);
  const known = Object.hasOwn(versions, version) ? versions[version]!.values : any;
  return unknownKeys(known, values, path).map(({ at, key, near }) => {
    const why = "the chart would take it and do nothing with it";
    return { path: at, expected: `a value that chart ${name} ${version} knows`, got: key, why, suggestion: near, rule: "chart-value" };
  });
}

interface UnknownKey {
  readonly at: string;
  readonly key: string;
  readonly near: string | undefined;
}

function unknownKeys(known: ValueKeys, values: object, path: string): UnknownKey[] {
  if (known === any) return [];
  return Object.entries(values).flatMap(([key, value]) => {
    const at = join(path, key);
    if (!Object.hasOwn(known, key)) return [{ at, key, near: nearest(key, Object.keys(known)) }];
    return isRecord(value) ? unknownKeys(known[key]!, value, at) : [];
  });
}
