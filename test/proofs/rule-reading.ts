import type { Rule } from "../../kernel";

/**
 * What a rule allows, read from its Terraform condition: the condition is the one place where every rule says it as
 * data. A rule that cannot be read so gives `undefined`, and values for it are found by trying.
 */
export type AnyRule = Rule<never>;

const REFERENCE = "x";

export function patternOf(rule: AnyRule): RegExp | undefined {
  const quoted = /^can\(regex\((".*"), x\)\)$/.exec(conditionOf(rule))?.[1];
  return quoted === undefined ? undefined : new RegExp(JSON.parse(quoted) as string);
}

/** The pattern of a map's keys. */
export function keyPatternOf(rule: AnyRule): RegExp | undefined {
  const quoted = /^alltrue\(\[for name in keys\(x\) : can\(regex\((".*"), name\)\)\]\)$/.exec(conditionOf(rule))?.[1];
  return quoted === undefined ? undefined : new RegExp(JSON.parse(quoted) as string);
}

/** The rules of a list that each of its elements obeys. */
export function elementRules(rules: readonly AnyRule[]): AnyRule[] {
  return rules.flatMap((rule) => {
    const inner = /^alltrue\(\[for item in x : (.*)\]\)$/.exec(conditionOf(rule))?.[1];
    return inner === undefined ? [] : [{ ...rule, holds: (item: never) => rule.holds([item] as never), condition: (reference: string) => inner.replaceAll(/\bitem\b/g, reference) }];
  });
}

/** Bounds of a number, or of the number of elements or characters, where `of` is "length". */
export function boundsOf(rule: AnyRule, of: "value" | "length"): { readonly min?: number; readonly max?: number } {
  const subject = of === "value" ? REFERENCE : `length\\(${REFERENCE}\\)`;
  const bound = (sign: string) => new RegExp(`(?:^| )${subject} ${sign} (-?\\d+)`).exec(conditionOf(rule))?.[1];
  const [min, max] = [bound(">="), bound("<=")];
  return { ...(min !== undefined && { min: Number(min) }), ...(max !== undefined && { max: Number(max) }) };
}

/** The only values that are allowed. */
export function wordsOf(rule: AnyRule): readonly (string | number)[] | undefined {
  const words = /^contains\((\[.*\]), x\)$/.exec(conditionOf(rule))?.[1];
  return words === undefined ? undefined : (JSON.parse(words) as (string | number)[]);
}

/** Prefix bounds of a CIDR block. */
export function prefixesOf(rule: AnyRule): { readonly min: number; readonly max: number } | undefined {
  const [, min, max] = /^try\(cidrsubnet\(.* >= (\d+) && .* <= (\d+), false\)$/.exec(conditionOf(rule)) ?? [];
  return min === undefined || max === undefined ? undefined : { min: Number(min), max: Number(max) };
}

function conditionOf(rule: AnyRule): string {
  return rule.condition(REFERENCE);
}
