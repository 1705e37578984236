import { snakeCase } from "./case";
import type { AnySchema, Inputs } from "./schema";

/**
 * Says text of inputs for readers of HCL: names of inputs and their fields, between backticks, in Terraform's spelling.
 * Other words, such as those of a choice, are the same on both sides.
 */
export function spelling(inputs: Inputs): (doc: string) => string {
  const names = new Set(namesIn(inputs));
  return (doc) => doc.replaceAll(/`[A-Za-z.]+`/g, (quoted) => quoted.replaceAll(/[A-Za-z]+/g, (word) => (names.has(word) ? snakeCase(word) : word)));
}

function namesIn(inputs: Inputs): string[] {
  return Object.entries(inputs).flatMap(([name, schema]) => [name, ...namesIn(fieldsOf(schema))]);
}

function fieldsOf({ shape }: AnySchema): Inputs {
  if (shape.kind === "object") return shape.fields;
  return "element" in shape ? fieldsOf(shape.element) : {};
}
