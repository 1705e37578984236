import { meaningOf } from "./expression";
import { nearest } from "./nearest";
import { type Problem, unknownKey } from "./problem";
import { type AnySchema, type Inputs, inputsAt, wordsAt } from "./schema";
import { absenceAt, type Target } from "./target";

/** Where and for what a value is checked. */
export interface CheckContext {
  /** Path of the value in the reader's spelling. */
  readonly path: string;
  readonly target: Target;
  /** Handles may stand where values are expected: true for wiring, false for environment data. */
  readonly handles?: boolean;
}

/** All problems of `data` against its declaration. An empty list means that a body may read it. */
export function checkInputs(inputs: Inputs, data: unknown, context: CheckContext): Problem[] {
  if (!isRecord(data)) return [{ path: context.path, expected: "an object", got: data, rule: "type" }];
  const known = Object.keys(inputs);
  const unknown = Object.keys(data)
    .filter((key) => !known.includes(key))
    .map((key) => unknownKey(join(context.path, key), key, known));
  return [...unknown, ...known.flatMap((name) => checkField(inputs[name]!, data[name], { ...context, path: join(context.path, name) }))];
}

function checkField(schema: AnySchema, value: unknown, context: CheckContext): Problem[] {
  const absence = absenceAt(context.target, schema.meta.since);
  if (value === undefined) {
    if (schema.isOptional || absence !== undefined) return [];
    return [{ path: context.path, expected: nounOf(schema), got: undefined, why: "it has no default", rule: "required" }];
  }
  if (absence !== undefined) return [tooNew(context, value, absence.since)];
  return checkValue(schema, value, context);
}

function checkValue(schema: AnySchema, value: unknown, context: CheckContext): Problem[] {
  if (meaningOf(value) !== undefined) {
    return context.handles ? [] : [{ path: context.path, expected: `${nounOf(schema)} as plain data`, got: "a Terraform expression", rule: "type" }];
  }
  if (value === null) return schema.nullable ? [] : [{ path: context.path, expected: nounOf(schema), got: null, rule: "type" }];
  if (schema.isSecret) {
    return [{ path: context.path, expected: "a reference to a secret", got: "a literal", why: "a literal ends in the repository and in the plan", rule: "sensitive-literal" }];
  }
  const inner = checkShape(schema, value, context);
  return inner.length > 0 || holdsHandle(value) ? inner : checkRules(schema, value, context);
}

function checkShape(schema: AnySchema, value: unknown, context: CheckContext): Problem[] {
  const { shape } = schema;
  const wrong = (): Problem[] => [{ path: context.path, expected: nounOf(schema), got: value, rule: "type" }];
  switch (shape.kind) {
    case "text":
      return typeof value === "string" ? [] : wrong();
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? [] : wrong();
    case "flag":
      return typeof value === "boolean" ? [] : wrong();
    case "choice": {
      const found = shape.choices.find((choice) => choice.value === value);
      const absence = absenceAt(context.target, found?.since);
      if (found !== undefined) return absence === undefined ? [] : [tooNew(context, value, absence.since)];
      const words = wordsAt(shape.choices, context.target);
      const suggestion = typeof value === "string" ? nearest(value, words) : undefined;
      return [{ path: context.path, expected: `one of ${words.join(", ")}`, got: value, suggestion, rule: "choice" }];
    }
    case "list":
      if (!Array.isArray(value)) return wrong();
      return value.flatMap((item, index) => checkValue(shape.element, item, { ...context, path: `${context.path}[${index}]` }));
    case "map":
      if (!isRecord(value)) return wrong();
      return Object.entries(value).flatMap(([key, item]) => checkValue(shape.element, item, { ...context, path: join(context.path, key) }));
    case "object":
      return isRecord(value) ? checkInputs(shape.fields, value, context) : wrong();
    case "plain":
      return isPlain(value) ? [] : wrong();
  }
}

function checkRules(schema: AnySchema, value: unknown, context: CheckContext): Problem[] {
  const complete = withDefaults(schema, value) as never;
  return (schema.meta.rules ?? [])
    .filter((rule) => !rule.holds(complete))
    .map((rule) => ({
      path: stepsOf(rule.field).reduce(join, context.path),
      expected: rule.expected,
      got: rule.field === undefined ? value : stepsOf(rule.field).reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], complete),
      why: rule.why,
      suggestion: rule.suggest?.(complete),
      rule: rule.id,
    }));
}

function stepsOf(field: string | undefined): readonly string[] {
  return field?.split(".") ?? [];
}

/** The value as a body reads it: defaults filled in at every depth, `null` where an optional key is absent. */
export function withDefaults(schema: AnySchema, value: unknown, target?: Target): unknown {
  if (value === undefined) return schema.meta.default === undefined ? null : withDefaults(schema, schema.meta.default, target);
  if (value === null || meaningOf(value) !== undefined) return value;
  const { shape } = schema;
  if (shape.kind === "list") return (value as unknown[]).map((item) => withDefaults(shape.element, item, target));
  if (shape.kind === "map") return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withDefaults(shape.element, item, target)]));
  if (shape.kind === "object") return inputsWithDefaults(shape.fields, value as Record<string, unknown>, target);
  return value;
}

/** All inputs with their defaults. What `target` lacks is left out, so that the result can be given to a construct. */
export function inputsWithDefaults(inputs: Inputs, data: Readonly<Record<string, unknown>>, target?: Target): Record<string, unknown> {
  return Object.fromEntries(inputsAt(inputs, target).map(([name, schema]) => [name, withDefaults(schema, data[name], target)]));
}

/** Has the value a form in JSON, at any depth? What is undefined is not there. */
function isPlain(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isPlain);
  return isRecord(value) && meaningOf(value) === undefined && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
}

/** Does a handle stand anywhere in the value? Then some of it is known to Terraform only. */
export function holdsHandle(value: unknown): boolean {
  if (meaningOf(value) !== undefined) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(holdsHandle);
}

function tooNew(context: CheckContext, value: unknown, since: string): Problem {
  const { provider, floor } = context.target;
  const expected = `nothing here for ${provider} provider ${floor}`;
  return { path: context.path, expected, got: value, why: `it needs ${provider} provider ${since} or newer`, rule: "provider-version" };
}

function nounOf(schema: AnySchema): string {
  const { shape } = schema;
  const nouns = { text: "text", number: "a number", flag: "true or false", list: "a list", map: "a map", object: "an object", plain: "plain data" };
  if (shape.kind === "choice") return `one of ${shape.choices.map((choice) => choice.value).join(", ")}`;
  return nouns[shape.kind];
}

/** `network.zones`, `addons["vpc-cni"]`. */
export function join(path: string, key: string): string {
  if (!/^[A-Za-z_]\w*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" || path.endsWith(" ") ? path + key : `${path}.${key}`;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
