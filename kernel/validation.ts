import { snakeCase } from "./case";
import { escapeTemplate, literal } from "./quote";
import type { Rule } from "./rules/rule";
import { type AnySchema, type Choice, inputsAt, wordsAt } from "./schema";
import type { Target } from "./target";

/** A step from a variable to the value that a rule judges. */
type Step = { readonly field: string; readonly nullable: boolean } | { readonly loop: "list" | "map" };

interface Site {
  readonly steps: readonly Step[];
  readonly rule: Rule<never>;
  readonly nullable: boolean;
  readonly secret: boolean;
  readonly printable: boolean;
}

/** The `validation` blocks of one variable: its own rules and those of everything inside it. */
export function validations(name: string, schema: AnySchema, target: Target): { condition: string; error_message: string }[] {
  const variable = snakeCase(name);
  return sites(schema, target, []).map((site) => ({
    condition: `\${${conditionAt(site, `var.${variable}`, 0, 0)}}`,
    error_message: messageOf(site, variable),
  }));
}

/** A rule as a reader meets it. */
export interface StatedRule {
  /** Where, in Terraform's spelling: `zones[*]`. */
  readonly path: string;
  readonly expected: string;
  readonly why?: string;
  readonly id: string;
}

/** The same rules in words. */
export function rulesOf(name: string, schema: AnySchema, target: Target): StatedRule[] {
  return sites(schema, target, []).map((site) => stated(site, snakeCase(name)));
}

function sites(schema: AnySchema, target: Target, steps: readonly Step[], outerSecret = false): Site[] {
  const { shape, meta } = schema;
  const secret = outerSecret || schema.isSecret;
  const printable = shape.kind !== "object" && !("element" in shape && shape.element.shape.kind === "object");
  const rules = [...(shape.kind === "choice" ? [choiceRule(shape.choices, target)] : []), ...(meta.rules ?? [])] as Rule<never>[];
  const own = rules.map((rule) => ({ steps, rule, nullable: schema.nullable, secret, printable }));
  if (shape.kind === "list" || shape.kind === "map") {
    return [...own, ...sites(shape.element, target, [...steps, ...guard(schema), { loop: shape.kind }], secret)];
  }
  if (shape.kind !== "object") return own;
  return [...own, ...inputsAt(shape.fields, target).flatMap(([field, inner]) => sites(inner, target, [...steps, { field: snakeCase(field), nullable: schema.nullable }], secret))];
}

/** A nullable collection is stepped into through itself, so that null passes. */
function guard(schema: AnySchema): Step[] {
  return schema.nullable ? [{ field: "", nullable: true }] : [];
}

function choiceRule(choices: readonly Choice[], target: Target): Rule<string> {
  const words = wordsAt(choices, target);
  return {
    id: "choice",
    expected: `one of ${words.join(", ")}`,
    holds: (value) => words.includes(value),
    condition: (ref) => `contains(${literal(words)}, ${ref})`,
  };
}

/** HCL that is true when the rule holds wherever its steps lead. */
function conditionAt(site: Site, reference: string, index: number, depth: number): string {
  const step = site.steps[index];
  if (step === undefined) {
    const condition = site.rule.condition(reference);
    return site.nullable ? `${reference} == null ? true : ${condition}` : condition;
  }
  if ("loop" in step) {
    const item = `item${depth === 0 ? "" : depth + 1}`;
    return `alltrue([for ${item} in ${reference} : ${conditionAt(site, item, index + 1, depth + 1)}])`;
  }
  const inner = conditionAt(site, step.field === "" ? reference : `${reference}.${step.field}`, index + 1, depth);
  return step.nullable ? `${reference} == null ? true : ${inner}` : inner;
}

/**
 * The sentence, with the key of the first failing element and what the rule shows of it. It prints nothing of a secret,
 * and nothing that may be unknown while the rule is broken: an unknown value in a message replaces the sentence.
 */
function messageOf(site: Site, variable: string): string {
  const { path, expected, why, id } = stated(site, variable);
  const failing = site.secret ? undefined : failingValue(site, `var.${variable}`, 0, 0);
  const alwaysThere = failing === `jsonencode(var.${variable})`;
  const got = failing === undefined ? "" : `, got \${${alwaysThere ? failing : `try(${failing}, "another value")`}}`;
  return `${escapeTemplate(`${path}: expected ${expected}`)}${got}${escapeTemplate(`${why === undefined ? "" : `; ${why}`} [${id}]`)}`;
}

function stated({ rule, steps }: Site, variable: string): StatedRule {
  const field = rule.field === undefined ? "" : `.${snakeCase(rule.field)}`;
  const path = variable + steps.map((step) => ("loop" in step ? "[*]" : step.field && `.${step.field}`)).join("") + field;
  const spelled = (words: string) => (rule.named ?? []).reduce((sum, name) => sum.replaceAll(new RegExp(`\\b${name}\\b`, "g"), snakeCase(name)), words);
  return { path, expected: spelled(rule.expected), ...(rule.why !== undefined && { why: spelled(rule.why) }), id: rule.id };
}

/** HCL for `key = value` of the first element that fails. `index` stops there, so what stands behind may be unknown. */
function failingValue(site: Site, reference: string, index: number, depth: number): string | undefined {
  const step = site.steps[index];
  if (step === undefined) return shownOf(site)?.(reference);
  if ("field" in step) return failingValue(site, step.field === "" ? reference : `${reference}.${step.field}`, index + 1, depth);
  const at = `at${depth === 0 ? "" : depth + 1}`;
  const isMap = step.loop === "map";
  const inner = failingValue(site, isMap ? `values(${reference})[${at}]` : `${reference}[${at}]`, index + 1, depth + 1);
  const key = isMap ? `\${keys(${reference})[${at}]}` : `\${${at}}`;
  const first = `index([for item in ${reference} : ${conditionAt(site, "item", index + 1, 1)}], false)`;
  return `[for ${at} in [${first}] : "${key}${inner === undefined ? "" : ` = \${${inner}}`}"][0]`;
}

/** What a message prints of the value. An object may hold what is unknown: its rule says what is not. */
function shownOf({ rule, printable }: Site): ((reference: string) => string) | undefined {
  const { field, shown } = rule;
  if (shown !== undefined) return (reference) => shown(reference);
  if (field !== undefined) return (reference) => `jsonencode(${reference}.${snakeCase(field)})`;
  return printable ? (reference) => `jsonencode(${reference})` : undefined;
}
