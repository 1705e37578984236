import { snakeCase } from "./case";
import { meaningOf } from "./expression";
import { literal } from "./quote";
import { type AnySchema, type Inputs, inputsAt, saidOf } from "./schema";
import type { Target } from "./target";
import { validations } from "./validation";

/** A Terraform `variable` block as JSON. Key order is the order that HCL authors use. */
export interface VariableBlock {
  readonly description?: string;
  readonly type: string;
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly sensitive?: boolean;
  readonly ephemeral?: boolean;
  readonly validation?: readonly { readonly condition: string; readonly error_message: string }[];
}

/** The variable of one input of a published module. `spelled` says words of `inputs` in Terraform's spelling. */
export function moduleVariable(name: string, schema: AnySchema, target: Target, spelled = (doc: string) => doc): VariableBlock {
  const { meta } = schema;
  const said = saidOf(schema, target);
  const rules = validations(name, schema, target);
  return {
    ...(said !== undefined && { description: spelled(said) }),
    type: typeOf(schema, target),
    ...(schema.isOptional && { default: meta.default === undefined ? null : toTerraform(schema, meta.default) }),
    ...(!schema.nullable && { nullable: false }),
    ...(schema.isSecret && { sensitive: true }),
    ...(meta.ephemeral && { ephemeral: true }),
    ...(rules.length > 0 && { validation: rules }),
  };
}

/** The one typed variable that holds a construct's data in a stack. Its default is the checked data. */
export function stackVariable(inputs: Inputs, data: Readonly<Record<string, unknown>>, target: Target): VariableBlock {
  const fields = Object.keys(data).map((name) => {
    const schema = inputs[name]!;
    // A null of an input with a default is a value of its own; optional(…, default) would undo it.
    const type = schema.nullable ? `optional(${typeOf(schema, target, [data[name]])})` : fieldType(schema, target, [data[name]]);
    return `${snakeCase(name)} = ${type}`;
  });
  const values = Object.keys(data)
    .filter((name) => data[name] !== undefined)
    .map((name) => [snakeCase(name), toTerraform(inputs[name]!, data[name])] as const);
  const type = fields.length === 0 ? "object({})" : `object({ ${fields.join(", ")} })`;
  return { type, default: Object.fromEntries(values), nullable: false };
}

/**
 * The type constraint of an input, on one line. `given` are values at this place: a required field that a handle gives is
 * optional in the variable.
 */
export function typeOf(schema: AnySchema, target: Target, given: readonly unknown[] = []): string {
  const { shape } = schema;
  switch (shape.kind) {
    case "text":
    case "choice":
      return "string";
    case "number":
      return "number";
    case "flag":
      return "bool";
    case "plain":
      throw new Error("bug: plain data has no type in Terraform: it is for environments");
    case "list":
    case "map":
      return `${shape.kind}(${typeOf(shape.element, target, given.flatMap(valuesOf))})`;
    case "object": {
      const fields = inputsAt(shape.fields, target);
      if (fields.length === 0) return "object({})";
      return `object({ ${fields.map(([name, field]) => `${snakeCase(name)} = ${fieldType(field, target, given.map((item) => fieldOf(item, name)))}`).join(", ")} })`;
    }
  }
}

/** The value under Terraform's names: declared fields in snake_case, a user's own keys as written. */
export function toTerraform(schema: AnySchema, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const { shape } = schema;
  if (shape.kind === "list") return (value as unknown[]).map((item) => toTerraform(shape.element, item));
  if ("element" in shape) return Object.fromEntries(written(value).map(([key, item]) => [key, toTerraform(shape.element, item)]));
  if (shape.kind !== "object") return value;
  return Object.fromEntries(written(value).map(([name, item]) => [snakeCase(name), toTerraform(shape.fields[name]!, item)]));
}

/** What stands in the variable. What a handle gives is laid over it where it is read. */
function written(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined && meaningOf(item) === undefined);
}

function fieldType(schema: AnySchema, target: Target, given: readonly unknown[]): string {
  const type = typeOf(schema, target, given);
  const isGiven = !schema.isOptional && given.some((item) => meaningOf(item) !== undefined);
  return isGiven ? `optional(${type})` : asField(schema, type);
}

/** The type of a field whose value is of `type`: what may be left out says so, with what it then is. */
export function asField(schema: AnySchema, type: string): string {
  if (!schema.isOptional) return type;
  if (schema.meta.default === undefined) return `optional(${type})`;
  if (schema.nullable) throw new Error("bug: an input inside another cannot be nullable and have a default: Terraform turns its null into the default");
  return `optional(${type}, ${literal(toTerraform(schema, schema.meta.default))})`;
}

function valuesOf(value: unknown): unknown[] {
  return typeof value === "object" && value !== null && meaningOf(value) === undefined ? Object.values(value) : [];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && meaningOf(value) === undefined ? (value as Record<string, unknown>)[name] : undefined;
}
