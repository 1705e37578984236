import { snakeCase } from "../case";
import { type AnySchema, inputsAt, saidOf } from "../schema";
import type { Target } from "../target";
import { asField, typeOf } from "../variable";
import { type Assignment, assignmentLines } from "./assignments";

const WIDTH = 100;
const INDENT = "  ";

/**
 * The type constraint of an input as a module's author would write it. An object that has something to say of its fields,
 * or does not fit on the line, has a field a line, below what is said of it.
 */
export function typeText(schema: AnySchema, target: Target, spelled: (doc: string) => string, column: number, depth: number): string {
  const line = typeOf(schema, target);
  const { shape } = schema;
  if (shape.kind === "list" || shape.kind === "map") {
    return `${shape.kind}(${typeText(shape.element, target, spelled, column + shape.kind.length + 1, depth)})`;
  }
  if (shape.kind !== "object") return line;
  const fields = inputsAt(shape.fields, target);
  if (fields.length === 0 || (column + line.length <= WIDTH && fields.every(([, { meta }]) => meta.doc === undefined))) return line;
  const lines = assignmentLines(fields.map(([name, field]) => fieldEntry(name, field, target, spelled, depth + 1)), depth + 1);
  return `object({\n${lines.join("\n")}\n${INDENT.repeat(depth)}})`;
}

function fieldEntry(name: string, schema: AnySchema, target: Target, spelled: (doc: string) => string, depth: number): Assignment {
  const key = snakeCase(name);
  const column = INDENT.length * depth + key.length + " = optional(".length;
  const said = saidOf(schema, target);
  return { key, value: asField(schema, typeText(schema, target, spelled, column, depth)), why: said && spelled(said) };
}
