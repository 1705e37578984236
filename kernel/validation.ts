import { snakeCase } from "./case";
import { escapeTemplate, literal } from "./quote";
import type { Rule } from "./rules";
import type { AnySchema } from "./schema";
import { absenceAt, type Target } from "./target";

/** A step from a variable to the value that a rule judges. */
type Step = { readonly field: string; readonly nullable: boolean } | { readonly loop: "list" | "map" };

interface Site {
  readonly steps: readonly Step[];
  readonly rule: Rule<never>;
  readonly nullable: boolean;
  readonly secret: boolean;
}

/** The `validation` blocks of one variable: its own rules and those of everything inside it. */
export function validations(name: string, schema: AnySchema, target: Target): { condition: string; error_message: string }[] {
  const variable = snakeCase(name);
  return sites(schema, target, []).map((site) => ({
    condition: `\${${conditionAt(site, `var.${variable}`, 0, 0)}}`,
    error_message: messageOf(site, variable),
  }));
}

function sites(schema: AnySchema, target: Target, steps: readonly Step[]): Site[] {
  const { shape, meta } = schema;
  const rules = [...(shape.kind === "choice" ? [choiceRule(shape.choices, target)] : []), ...(meta.rules ?? [])] as Rule<never>[];
  const own = rules.map((rule) => ({ steps, rule, nullable: schema.nullable, secret: meta.sensitive === true || meta.ephemeral === true }));
  if (shape.kind === "list" || shape.kind === "map") {
    return [...own, ...sites(shape.element, target, [...steps, ...guard(schema), { loop: shape.kind }])];
  }
  if (shape.kind !== "object") return own;
  const fields = Object.entries(shape.fields).filter(([, field]) => absenceAt(target, field.meta.since) === undefined);
  return [...own, ...fields.flatMap(([field, inner]) => sites(inner, target, [...steps, { field: snakeCase(field), nullable: schema.nullable }]))];
}

/** A nullable collection is stepped into through itself, so that null passes. */
function guard(schema: AnySchema): Step[] {
  return schema.nullable ? [{ field: "", nullable: true }] : [];
}

function choiceRule(choices: readonly { value: string; since?: string }[], target: Target): Rule<string> {
  const words = choices.filter((choice) => absenceAt(target, choice.since) === undefined).map((choice) => choice.value);
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
 * The sentence, with the failing keys and the tested field where one loop leads to it. It prints nothing of a secret,
 * and stands behind `try`, because a message that cannot be made replaces the sentence.
 */
function messageOf(site: Site, variable: string): string {
  const { rule, steps } = site;
  const field = rule.field === undefined ? "" : `.${snakeCase(rule.field)}`;
  const path = variable + steps.map((step) => ("loop" in step ? "[*]" : step.field && `.${step.field}`)).join("") + field;
  const why = rule.why === undefined ? "" : `; ${rule.why}`;
  const failing = site.secret ? "" : failingValues(site, variable, field);
  const before = escapeTemplate(`${path}: expected ${rule.expected}`);
  const got = failing === "" ? "" : `, got \${try(${failing}, "another value")}`;
  return `${before}${got}${escapeTemplate(`${why} [${rule.id}]`)}`;
}

function failingValues(site: Site, variable: string, field: string): string {
  const loops = site.steps.filter((step) => "loop" in step).length;
  const at = (reference: string, steps: readonly Step[]) => reference + steps.map((step) => ("field" in step && step.field !== "" ? `.${step.field}` : "")).join("");
  if (loops === 0) return `jsonencode(${at(`var.${variable}`, site.steps)}${field})`;
  if (loops > 1) return "";
  const loop = site.steps.findIndex((step) => "loop" in step);
  const source = at(`var.${variable}`, site.steps.slice(0, loop));
  const condition = conditionAt(site, "item", loop + 1, 1);
  const value = at("item", site.steps.slice(loop + 1)) + field;
  return `join(", ", [for key, item in ${source} : "\${key} = \${jsonencode(${value})}" if !(${condition})])`;
}

