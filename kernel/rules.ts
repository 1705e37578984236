import { snakeCase } from "./case";
import { characters } from "./characters";
import { formatCidr, hasHostBits, network, parseCidr } from "./cidr";
import { asTerraformMatches } from "./pattern";
import { literal } from "./quote";

/**
 * One rule, read twice: `holds` judges a value at synth, `condition` is the same judgement in Terraform.
 * Rules come from the combinators below, so neither side is written by hand, and tests hold the two together.
 */
export interface Rule<in T> {
  /** Kebab-case, unique in the project. */
  readonly id: string;
  /** What is allowed, as a noun phrase. Both readers print it. */
  readonly expected: string;
  readonly why?: string;
  holds(value: T): boolean;
  /** The same as HCL, over the text of a reference. Never fails: it is true or false. */
  condition(reference: string): string;
  /** The nearest value that is allowed. */
  suggest?(value: T): unknown;
  /** Name of the field that an object's rule judges; the problem is shown there. A dot leads into an inner object. */
  readonly field?: string;
  /** Fields that the words name. Terraform's message spells them its own way. */
  readonly named?: readonly string[];
  /**
   * What Terraform's message prints in place of the value, as HCL. A rule that can be broken while a part of the value is
   * unknown must give it, and name known parts alone.
   */
  shown?(reference: string): string;
}

interface Words {
  readonly expected?: string;
  readonly why?: string;
}

/** A number from `min` to `max`, both allowed. */
export function between(id: string, min: number, max: number, words: Words = {}): Rule<number> {
  return {
    id,
    expected: `a number from ${min} to ${max}`,
    ...words,
    holds: (value) => value >= min && value <= max,
    condition: (ref) => `${ref} >= ${min} && ${ref} <= ${max}`,
    suggest: (value) => Math.min(max, Math.max(min, value)),
  };
}

/** A whole number from `min` to `max`. */
export function whole(id: string, min: number, max: number, words: Words = {}): Rule<number> {
  return {
    ...between(id, min, max),
    expected: `a whole number from ${min} to ${max}`,
    ...words,
    holds: (value) => Number.isInteger(value) && value >= min && value <= max,
    condition: (ref) => `floor(${ref}) == ${ref} && ${ref} >= ${min} && ${ref} <= ${max}`,
    suggest: (value) => Math.min(max, Math.max(min, Math.round(value))),
  };
}

/** One of the given numbers or texts. */
export function oneOf<T extends string | number>(id: string, values: readonly T[], words: Words = {}): Rule<T> {
  return {
    id,
    expected: `one of ${values.join(", ")}`,
    ...words,
    holds: (value) => values.includes(value),
    condition: (ref) => `contains(${literal(values)}, ${ref})`,
  };
}

/** None of the given texts. */
export function noneOf(id: string, values: readonly string[], words: Words = {}): Rule<string> {
  return {
    id,
    expected: `anything but ${values.join(", ")}`,
    ...words,
    holds: (value) => !values.includes(value),
    condition: (ref) => `!contains(${literal(values)}, ${ref})`,
  };
}

/** Text that a regular expression matches. Only syntax that JavaScript and RE2 share; anchors are the caller's. */
export function matches(id: string, pattern: RegExp, expected: string, words: Words = {}): Rule<string> {
  if (pattern.flags !== "") throw new Error(`bug: ${id} has regular expression flags, which Terraform does not take`);
  const same = asTerraformMatches(pattern.source);
  return {
    id,
    expected,
    ...words,
    holds: (value) => same.test(value),
    // A slash is escaped in JavaScript only.
    condition: (ref) => `can(regex(${literal(pattern.source.replaceAll("\\/", "/"))}, ${ref}))`,
  };
}

/** Text of `min` to `max` characters, as a person counts them. */
export function length(id: string, min: number, max: number, words: Words = {}): Rule<string> {
  return {
    id,
    expected: min === 0 ? `text of at most ${max} characters` : `text of ${min} to ${max} characters`,
    ...words,
    holds: (value) => characters(value) >= min && characters(value) <= max,
    condition: (ref) => lengthWithin(ref, min, max),
  };
}

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

function lengthWithin(ref: string, min: number, max: number): string {
  return [...(min > 0 ? [`length(${ref}) >= ${min}`] : []), ...(max < Infinity ? [`length(${ref}) <= ${max}`] : [])].join(" && ");
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

/** An IPv4 block in CIDR notation without host bits, its prefix from `/min` to `/max`. */
export function cidrBlock(id: string, min: number, max: number, words: Words = {}): Rule<string> {
  return {
    id,
    expected: `an IPv4 CIDR block with a prefix from /${min} to /${max}`,
    ...words,
    holds: (value) => {
      const cidr = parseCidr(value);
      return cidr !== undefined && !hasHostBits(cidr) && cidr.prefix >= min && cidr.prefix <= max;
    },
    // Terraform's own parser takes leading zeros and IPv6; comparing with the normal form refuses both.
    condition: (ref) =>
      `try(cidrsubnet(${ref}, 0, 0) == ${ref} && length(split(":", ${ref})) == 1 && tonumber(split("/", ${ref})[1]) >= ${min} && tonumber(split("/", ${ref})[1]) <= ${max}, false)`,
    suggest: (value) => {
      const cidr = parseCidr(value);
      return cidr && formatCidr(network({ ...cidr, prefix: Math.min(max, Math.max(min, cidr.prefix)) }));
    },
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
    shown: (ref) => `jsonencode([for name in keys(${ref}) : name if !(${rule.condition("name")})])`,
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

/** Text that begins with none of `prefixes`. */
export function withoutPrefix(id: string, prefixes: readonly string[], words: Words = {}): Rule<string> {
  return {
    id,
    expected: `text that does not begin with ${prefixes.join(" or ")}`,
    ...words,
    holds: (value) => !prefixes.some((prefix) => value.startsWith(prefix)),
    condition: (ref) => `alltrue([for prefix in ${literal(prefixes)} : !startswith(${ref}, prefix)])`,
  };
}

/** Text in which none of `parts` stands. */
export function withoutText(id: string, parts: readonly string[], words: Words = {}): Rule<string> {
  return {
    id,
    expected: `text without ${parts.join(" or ")}`,
    ...words,
    holds: (value) => !parts.some((part) => value.includes(part)),
    condition: (ref) => `alltrue([for part in ${literal(parts)} : !strcontains(${ref}, part)])`,
  };
}

interface Times {
  /** The upper field counts so many times: IOPS are at most 500 times the GiB. */
  readonly times?: number;
}

/** One number field of an object is at most another. Null on either side is allowed. A dot leads into an inner object. */
export function atMost(id: string, lower: string, upper: string, { times = 1, ...words }: Words & Times = {}): Rule<object> {
  const pair = (value: object) => [lower, upper].map((name) => name.split(".").reduce<unknown>((at, step) => (at as Record<string, unknown> | null)?.[step], value));
  const most = `${times === 1 ? "" : `${times} * `}`;
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

/** What a rule asks of a choice or text beside the field that it judges. */
interface When {
  readonly field: string;
  readonly is: readonly string[];
}

/** A field that may be there only while another has one of the words. An empty collection and `false` are not there. */
export function onlyWhen(id: string, field: string, when: When, words: Words = {}): Rule<object> {
  return conditional(id, field, when, { expected: `nothing unless ${when.field} is ${alternatives(when.is)}`, ...words }, (there, met) => [there, met]);
}

/** A field that must be there while another has one of the words. */
export function requiredWhen(id: string, field: string, when: When, words: Words = {}): Rule<object> {
  return conditional(id, field, when, { expected: `something where ${when.field} is ${alternatives(when.is)}`, ...words }, (there, met) => [met, there]);
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
      const there = `!contains(["null", "false", "[]", "{}"], jsonencode(${ref}.${snakeCase(field)}))`;
      const [first, second] = pair(there, `contains(${literal(when.is)}, ${ref}.${snakeCase(when.field)})`);
      return `!(${first}) || ${second}`;
    },
    shown: (ref) => `"${snakeCase(when.field)} = ${"${"}jsonencode(${ref}.${snakeCase(when.field)})}"`,
  };
}

function isThere(value: unknown): boolean {
  return value != null && value !== false && (typeof value !== "object" || Object.keys(value).length > 0);
}

function alternatives(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `one of ${words.join(", ")}`;
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

/** Text that holds a JSON object. */
export function jsonObject(id: string, words: Words = {}): Rule<string> {
  return {
    id,
    expected: "text with a JSON object",
    ...words,
    holds: (value) => isObjectText(value),
    condition: (ref) => `can(keys(jsondecode(${ref})))`,
  };
}

function isObjectText(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
