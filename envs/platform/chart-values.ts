import { any, type Chart, type ValueKeys } from "../../charts/chart";
import type { Problem } from "../../kernel";
import { isRecord, join } from "../../kernel/check";
import { nearest } from "../../kernel/nearest";

/**
 * Values that the chart does not know at this version: Helm takes them without a word, and they do nothing. Of a version
 * that is not on record nothing can be said.
 */
export function chartValueProblems(path: string, { name, versions }: Chart, version: string, values: object): Problem[] {
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
