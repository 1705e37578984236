import { snakeCase } from "../case";
import { literal } from "../quote";
import { isCompound } from "../precedence";
import type { Rule, Words } from "./rule";
import { lengthWithin } from "./values";

/** A list or map with `min` to `max` elements. */
export function count(id: string, min: number, max: number, words: Words = {}): Rule<object> {
  return {
    id,
    expected: max === Infinity ? `at least ${min} elements` : min === 0 ? `at most ${max} elements` : `${min} to ${max} elements`,
    ...words,
    holds: (value) => Object.keys(value).length >= min && Object.keys(value).length <= max,
    condition: (ref) => lengthWithin(ref, min, max),
    shown: (ref) => `length(${ref})`,
  };
}

/** A list without repeated elements. */
export function distinct(id: string, words: Words = {}): Rule<readonly (string | number)[]> {
  return {
    id,
    expected: "a list without repeated elements",
    ...words,
    holds: (value) => new Set(value).size === value.length,
    condition: (ref) => `length(distinct(${ref})) == length(${ref})`,
    shown: (ref) => `jsonencode(${ref})`,
    suggest: (value) => [...new Set(value)],
  };
}

/** A list or map of objects in which no two have the same text in `field`, or in all of several fields. */
export function distinctBy(id: string, field: string | readonly string[], words: Words = {}): Rule<object> {
  const fields = typeof field === "string" ? [field] : field;
  const of = (value: object) => Object.values(value).map((item) => JSON.stringify(fields.map((name) => (item as Record<string, unknown>)[name])));
  const item = fields.length === 1 ? `item.${snakeCase(fields[0]!)}` : `[${fields.map((name) => `item.${snakeCase(name)}`).join(", ")}]`;
  return {
    id,
    expected: `a different ${fields.join(" and ")} in each element`,
    named: fields,
    ...words,
    holds: (value) => new Set(of(value)).size === of(value).length,
    condition: (ref) => `length(distinct([for item in ${ref} : ${item}])) == length(${ref})`,
    shown: (ref) => `jsonencode([for item in ${ref} : ${item}])`,
  };
}

interface Per {
  /** Each value of this field may have one. */
  readonly per?: string;
}

/** A map of objects of which at most one has the flag `field`, or one of each `per`. Both readers name those that have it. */
export function atMostOneFlag(id: string, field: string, { per, ...words }: Words & Per = {}): Rule<object> {
  const flag = snakeCase(field);
  const flagged = (value: object) => (Object.values(value) as Record<string, unknown>[]).filter((item) => item[field] === true);
  const groups = (ref: string) => (per === undefined ? `[for item in ${ref} : true if item.${flag}]` : `[for item in ${ref} : item.${snakeCase(per)} if item.${flag}]`);
  return {
    id,
    expected: `at most one element with ${field}${per === undefined ? "" : ` for each ${per}`}`,
    named: per === undefined ? [field] : [field, per],
    ...words,
    holds: (value) => flagged(value).length <= (per === undefined ? 1 : new Set(flagged(value).map((item) => item[per])).size),
    condition: (ref) => (per === undefined ? `length(${groups(ref)}) <= 1` : `length(${groups(ref)}) == length(distinct(${groups(ref)}))`),
    shown: (ref) => `jsonencode([for name, item in ${ref} : name if item.${flag}])`,
  };
}

/** Every element of a list satisfies `rule`. */
export function every<T>(rule: Rule<T>): Rule<readonly T[]> {
  return {
    ...rule,
    expected: `a list in which each element is ${rule.expected}`,
    holds: (value) => value.every((item) => rule.holds(item)),
    condition: (ref) => `alltrue([for item in ${ref} : ${rule.condition("item")}])`,
    shown: (ref) => `jsonencode(${ref}[index([for item in ${ref} : ${rule.condition("item")}], false)])`,
    suggest: undefined,
  };
}

/** Every key of a map satisfies `rule`. */
export function keys(rule: Rule<string>): Rule<object> {
  return {
    ...rule,
    expected: `a map in which each key is ${rule.expected}`,
    holds: (value) => Object.keys(value).every((key) => rule.holds(key)),
    condition: (ref) => `alltrue([for name in keys(${ref}) : ${rule.condition("name")}])`,
    shown: (ref) => `jsonencode([for name in keys(${ref}) : name if ${negated(rule.condition("name"))}])`,
    suggest: undefined,
  };
}

/** A list that does not hold `forbidden`. */
export function without(id: string, forbidden: string, words: Words = {}): Rule<readonly string[]> {
  return {
    id,
    expected: `a list without ${forbidden}`,
    ...words,
    holds: (value) => !value.includes(forbidden),
    condition: (ref) => `!contains(${ref}, ${literal(forbidden)})`,
    shown: () => `jsonencode(${literal(forbidden)})`,
  };
}

function negated(condition: string): string {
  if (condition.startsWith("!") && !isCompound(condition.slice(1))) return condition.slice(1);
  return isCompound(condition) ? `!(${condition})` : `!${condition}`;
}
