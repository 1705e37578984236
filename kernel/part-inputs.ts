import { snakeCase } from "./case";
import { tf } from "./expression";
import type { Handle } from "./handle";
import { type AnySchema, choice, type Inputs, list, Schema, type Value } from "./schema";

type Part<F extends Inputs, K extends keyof F> = Omit<F, K> & { readonly without: Schema<readonly string[], readonly string[], true> };

/**
 * The inputs of a module as fields of an object of a bigger module that calls it, less those that are wired. The
 * module judges them, so its rules are not said twice. What is there by default and may be null is left out by a word
 * in `without`: Terraform turns a null inside an object into the default.
 */
export function partInputs<F extends Inputs, K extends keyof F & string>(inputs: F, wired: readonly K[]): Part<F, K> {
  const own = fieldsOf(inputs, wired);
  const words = own.filter(([, schema]) => canBeLeft(schema)).map(([name]) => snakeCase(name));
  const fields = own.map(([name, schema]) => [name, judgedElsewhere(canBeLeft(schema) ? new Schema(schema.shape, schema.meta) : schema)]);
  return { ...Object.fromEntries(fields), without: list(choice(words), { default: [], doc: "What is there by default and is not wanted." }) } as Part<F, K>;
}

/** The arguments with which such an object is handed to its module. */
export function partArguments<F extends Inputs, K extends keyof F & string>(inputs: F, part: Handle<unknown>, wired: readonly K[]): { readonly [N in Exclude<keyof F, K>]: Handle<Value<F>[N]> } {
  const from = part as unknown as Readonly<Record<string, Handle<unknown>>>;
  const given = fieldsOf(inputs, wired).map(([name, schema]) => {
    const value = from[name]!;
    return [name, canBeLeft(schema) ? tf`contains(${from["without"]!}, ${snakeCase(name)}) ? null : ${value}` : value] as const;
  });
  return Object.fromEntries(given) as never;
}

/** The same input without its rules and the words of its choices, at any depth: another module has them. */
export function judgedElsewhere<S extends AnySchema>({ shape, meta: { rules: _, ...meta }, nullable }: S): S {
  return new Schema(shapeWithoutRules(shape), meta, nullable) as S;
}

function shapeWithoutRules(shape: AnySchema["shape"]): AnySchema["shape"] {
  if (shape.kind === "choice") return { kind: "text" };
  if (shape.kind === "list" || shape.kind === "map") return { ...shape, element: judgedElsewhere(shape.element) };
  if (shape.kind !== "object") return shape;
  return { ...shape, fields: Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, judgedElsewhere(field)])) };
}

function fieldsOf(inputs: Inputs, wired: readonly string[]): [string, AnySchema][] {
  return Object.entries(inputs).filter(([name]) => !wired.includes(name));
}

/** Is it there by default, and is null a value of its own? */
function canBeLeft({ nullable, meta }: AnySchema): boolean {
  return nullable && meta.default !== undefined;
}
