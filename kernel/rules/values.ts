import { characters } from "../characters";
import { formatCidr, hasHostBits, network, parseCidr } from "../cidr";
import { asTerraformMatches } from "../pattern";
import { literal } from "../quote";
import type { Rule, Words } from "./rule";

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

/** A condition on the length of a text, list or map. */
export function lengthWithin(ref: string, min: number, max: number): string {
  return [...(min > 0 ? [`length(${ref}) >= ${min}`] : []), ...(max < Infinity ? [`length(${ref}) <= ${max}`] : [])].join(" && ");
}

/** Text that begins with none of `prefixes`. */
export function withoutPrefix(id: string, prefixes: readonly string[], words: Words = {}): Rule<string> {
  return {
    id,
    expected: `text that does not begin with ${prefixes.join(" or ")}`,
    ...words,
    holds: (value) => !prefixes.some((prefix) => value.startsWith(prefix)),
    condition: (ref) => prefixes.map((prefix) => `!startswith(${ref}, ${literal(prefix)})`).join(" && "),
  };
}

/** Text in which none of `parts` stands. */
export function withoutText(id: string, parts: readonly string[], words: Words = {}): Rule<string> {
  return {
    id,
    expected: `text without ${parts.join(" or ")}`,
    ...words,
    holds: (value) => !parts.some((part) => value.includes(part)),
    condition: (ref) => parts.map((part) => `!strcontains(${ref}, ${literal(part)})`).join(" && "),
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
