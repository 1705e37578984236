import { snakeCase } from "../case";
import type { Rule } from "../rules/rule";
import { type AnySchema, type Inputs, inputsAt, wordsAt } from "../schema";
import type { Target } from "../target";
import { toTerraform } from "../variable";

/** What callers of a module may write at one place: an input, a field of an object, an element of a collection. */
export interface InputInterface {
  readonly type: InputType;
  /** Stands instead of `default`. */
  readonly required?: true;
  readonly default?: unknown;
  readonly nullable?: true;
  readonly sensitive?: true;
  readonly ephemeral?: true;
  /** The words of a choice. */
  readonly choices?: readonly string[];
  /** What else must hold, by rule. */
  readonly rules?: Readonly<Record<string, string>>;
}

export type InputType =
  | "string"
  | "number"
  | "bool"
  | { readonly list: InputInterface }
  | { readonly map: InputInterface }
  | { readonly object: Readonly<Record<string, InputInterface>> };

/** Inputs by Terraform's names. */
export function inputInterfaces(inputs: Inputs, target: Target): Record<string, InputInterface> {
  return Object.fromEntries(inputsAt(inputs, target).map(([name, schema]) => [snakeCase(name), { ...inputInterface(schema, target), ...presence(schema) }]));
}

function inputInterface(schema: AnySchema, target: Target): InputInterface {
  const { shape, meta } = schema;
  const rules = ((meta.rules ?? []) as readonly Rule<never>[]).map(({ id, expected }) => [id, expected] as const);
  return {
    type: typeInterface(schema, target),
    ...(schema.isSecret && { sensitive: true }),
    ...(meta.ephemeral === true && { ephemeral: true }),
    ...(shape.kind === "choice" && { choices: wordsAt(shape.choices, target) }),
    ...(rules.length > 0 && { rules: Object.fromEntries(rules) }),
  };
}

function presence(schema: AnySchema): Partial<InputInterface> {
  if (!schema.isOptional) return { required: true };
  const value: unknown = schema.meta.default;
  return { default: value === undefined ? null : toTerraform(schema, value), ...(schema.nullable && { nullable: true }) };
}

function typeInterface({ shape }: AnySchema, target: Target): InputType {
  switch (shape.kind) {
    case "text":
    case "choice":
      return "string";
    case "number":
      return "number";
    case "flag":
      return "bool";
    case "list":
      return { list: inputInterface(shape.element, target) };
    case "map":
      return { map: inputInterface(shape.element, target) };
    case "object":
      return { object: inputInterfaces(shape.fields, target) };
    case "plain":
      throw new Error("bug: plain data has no type in Terraform: it is for environments");
  }
}
