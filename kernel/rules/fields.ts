import { snakeCase } from "../case";
import { literal } from "../quote";
import type { Rule, Words } from "./rule";

/** One number field of an object is at most another. Null on either side is allowed. A dot leads into an inner object. */
export function atMost(id: string, lower: string, upper: string, { times = 1, ...words }: Words & Times = {}): Rule<object> {
  const pair = (value: object) => [lower, upper].map((name) => name.split(".").reduce<unknown>((at, step) => (at as Record<string, unknown> | null)?.[step], value));
  const most = times === 1 ? "" : `${times} * `;
  return {
    id,
    expected: `a number that is at most ${times === 1 ? "" : `${times} times `}${upper}`,
    named: [upper],
    ...words,
    field: lower,
    holds: (value) => {
      const [low, high] = pair(value);
      return typeof low !== "number" || typeof high !== "number" || low <= times * high;
    },
    condition: (ref) => `try(${ref}.${snakeCase(lower)} <= ${most}${ref}.${snakeCase(upper)}, true)`,
    suggest: (value) => times * (pair(value)[1] as number),
  };
}

interface Times {
  /** The upper field counts so many times: IOPS are at most 500 times the GiB. */
  readonly times?: number;
}

/** Exactly one of the named optional fields is there. */
export function exactlyOne(id: string, fields: readonly string[], words: Words = {}): Rule<object> {
  return {
    id,
    expected: `exactly one of ${fields.join(", ")}`,
    named: fields,
    ...words,
    holds: (value) => fields.filter((name) => (value as Record<string, unknown>)[name] != null).length === 1,
    condition: (ref) => `length([for given in [${fields.map((name) => `${ref}.${snakeCase(name)} != null`).join(", ")}] : given if given]) == 1`,
    shown: (ref) => `jsonencode([for name, given in { ${fields.map((name) => `${snakeCase(name)} = ${ref}.${snakeCase(name)} != null`).join(", ")} } : name if given])`,
  };
}

/** At most one of the named optional fields is there. */
export function atMostOne(id: string, fields: readonly string[], words: Words = {}): Rule<object> {
  const one = exactlyOne(id, fields, words);
  return {
    ...one,
    expected: words.expected ?? `at most one of ${fields.join(", ")}`,
    holds: (value) => fields.filter((name) => (value as Record<string, unknown>)[name] != null).length <= 1,
    condition: (ref) => one.condition(ref).replace(/== 1$/, "<= 1"),
  };
}

/** At least one of the named fields is there; a flag counts when it is true. */
export function atLeastOne(id: string, fields: readonly string[], words: Words = {}): Rule<object> {
  const given = (value: unknown) => value != null && value !== false;
  return {
    id,
    expected: `at least one of ${fields.join(", ")}`,
    named: fields,
    ...words,
    holds: (value) => fields.some((name) => given((value as Record<string, unknown>)[name])),
    condition: (ref) => `anytrue([${fields.map((name) => `${ref}.${snakeCase(name)} != null && ${ref}.${snakeCase(name)} != false`).join(", ")}])`,
    shown: () => literal("none"),
  };
}

/** A field that may be there only while another has one of the words. An empty collection and `false` are not there. */
export function onlyWhen(id: string, field: string, when: When, words: Words = {}): Rule<object> {
  return conditional(id, field, when, { expected: `nothing unless ${when.field} is ${alternatives(when.is)}`, ...words }, (there, met) => [there, met]);
}

/** A field that must be there while another has one of the words. */
export function requiredWhen(id: string, field: string, when: When, words: Words = {}): Rule<object> {
  return conditional(id, field, when, { expected: `something where ${when.field} is ${alternatives(when.is)}`, ...words }, (there, met) => [met, there]);
}

/** What a rule asks of a choice or text beside the field that it judges. */
interface When {
  readonly field: string;
  readonly is: readonly string[];
}

/** The second of the pair follows from the first. */
type Implication = <T>(there: T, met: T) => readonly [T, T];

function conditional(id: string, field: string, when: When, words: Words & { readonly expected: string }, pair: Implication): Rule<object> {
  const of = (value: object, name: string) => (value as Record<string, unknown>)[name];
  return {
    id,
    named: [field, when.field],
    ...words,
    field,
    holds: (value) => {
      const [first, second] = pair(isThere(of(value, field)), when.is.includes(of(value, when.field) as string));
      return !first || second;
    },
    condition: (ref) => {
      // As JSON, because a value of any type can be compared so.
      const absent = `contains(["null", "false", "[]", "{}"], jsonencode(${ref}.${snakeCase(field)}))`;
      const [first, second] = pair({ yes: `!${absent}`, no: absent }, among(`${ref}.${snakeCase(when.field)}`, when.is));
      return `${first.no} || ${second.yes}`;
    },
    shown: (ref) => `"${snakeCase(when.field)} = ${"${"}jsonencode(${ref}.${snakeCase(when.field)})}"`,
  };
}

/** HCL that says whether a word is one of some. */
function among(reference: string, words: readonly string[]): { readonly yes: string; readonly no: string } {
  const [only, ...others] = words.map((word) => literal(word));
  if (others.length === 0) return { yes: `${reference} == ${only}`, no: `${reference} != ${only}` };
  const all = `contains(${literal(words)}, ${reference})`;
  return { yes: all, no: `!${all}` };
}

function isThere(value: unknown): boolean {
  return value != null && value !== false && (typeof value !== "object" || Object.keys(value).length > 0);
}

function alternatives(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `one of ${words.join(", ")}`;
}
