import { snakeCase } from "./case";
import { checkInputs, holdsHandle } from "./check";
import { child, handle, meaningOf, type Meaning } from "./expression";
import type { Construct } from "./framework";
import { RawBlock } from "./block";
import { type Condition, conditionBlock } from "./condition";
import type { Given, Handle, Handles } from "./handle";
import { literal, objectKey } from "./quote";
import { refuse } from "./problem";
import { type AnySchema, type Data, type Inputs, inputsAt } from "./schema";
import { ModuleStack } from "./module-stack";
import { PlatformStack } from "./stack";
import { absenceAt, type Target } from "./target";
import { spelling } from "./spelling";
import { moduleVariable, stackVariable, toTerraform } from "./variable";
import { typeText } from "./hcl/type";

/** What a construct is given: data, or handles where another construct makes the value. */
export type GivenInputs<F extends Inputs> = { readonly [K in keyof Data<F>]: Given<Data<F>[K]> };

/** What a module refuses of its inputs together, by the input at which it is shown. */
type Together = Readonly<Record<string, readonly Condition[]>>;

/**
 * Binds a construct's inputs. In an environment stack they are one typed object variable whose default is the checked
 * data, with references laid over what other constructs make; in a published module each is a variable of its own.
 *
 * @throws ProblemsError with every problem of `given` at once.
 */
export function bind<F extends Inputs>(scope: Construct, inputs: F, given: GivenInputs<F>, together?: (handles: Handles<F>) => Together): Handles<F> {
  const stack = PlatformStack.of(scope);
  const handles = stack instanceof ModuleStack ? bindModule(stack, inputs, together as ((handles: object) => Together) | undefined) : bindStack(scope, inputs, given);
  return handles as Handles<F>;
}

function bindModule(stack: ModuleStack, inputs: Inputs, together: (handles: object) => Together = () => ({})): Record<string, unknown> {
  const handles = mapFields(inputs, (schema, name) => {
    const variable = snakeCase(name);
    const absent = absenceAt(stack.target, schema.meta.since);
    return handle({ hcl: `var.${variable}`, references: [`var.${variable}`], schema, target: stack.target, absent });
  });
  const conditions = together(handles);
  const spelled = spelling(inputs);
  for (const [name, schema] of inputsAt(inputs, stack.target)) {
    // Terraform knows ephemeral variables since 1.10, OpenTofu since 1.11; both read the same `required_version`.
    if (schema.meta.ephemeral) stack.needsTerraform("1.11");
    const { validation = [], ...block } = moduleVariable(name, schema, stack.target, spelled);
    // A variable's rule may read other variables since Terraform 1.9.
    const rules = [...validation, ...(conditions[name] ?? []).map(conditionBlock)];
    const element = new RawBlock(stack, `var.${snakeCase(name)}`, { variable: { [snakeCase(name)]: { ...block, ...(rules.length > 0 && { validation: rules }) } } });
    stack.authored.describe(element, { type: typeText(schema, stack.target, spelled, TYPE_COLUMN, 1) });
  }
  return handles;
}

/** Where a type stands in a `variable` block. */
const TYPE_COLUMN = "  description = ".length;

function bindStack(scope: Construct, inputs: Inputs, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const stack = PlatformStack.of(scope);
  const { target } = stack;
  const variable = stack.nameOf(scope);
  refuse(checkInputs(inputs, given, { path: `${stack.node.id} ${variable}`, target, handles: true }));
  // What a handle gives whole is no part of the variable.
  const written = Object.fromEntries(
    inputsAt(inputs, target)
      .filter(([name]) => meaningOf(given[name]) === undefined)
      .map(([name, schema]) => [name, given[name] === undefined && schema.nullable ? (schema.meta.default ?? null) : given[name]]),
  );
  new RawBlock(scope, "inputs", { variable: { [variable]: stackVariable(inputs, written, target) } });
  const root: Meaning = { hcl: `var.${variable}`, references: [`var.${variable}`], target };
  return mapFields(inputs, (schema, name) => laidOver(schema, meaningOf(child(root, `.${snakeCase(name)}`, schema))!, given[name]));
}

/** The variable's value, with what handles give laid over it at any depth. */
function laidOver(schema: AnySchema, base: Meaning, value: unknown): Handle<unknown> {
  const own = meaningOf(value);
  if (own !== undefined) return converted(schema, own, base.target);
  if (!holdsHandle(value)) return handle(base);
  const { shape } = schema;
  if (shape.kind !== "object" && shape.kind !== "map") throw new Error("bug: a handle inside a list: give the whole list as a handle");
  const inner = (name: string) => (shape.kind === "object" ? shape.fields[name]! : shape.element);
  const suffix = (name: string) => (shape.kind === "object" ? `.${snakeCase(name)}` : `[${literal(name)}]`);
  const part = (name: string) =>
    laidOver(inner(name), meaningOf(child(base, suffix(name), inner(name)))!, (value as Record<string, unknown>)[name]);
  const given = Object.keys(value as object).filter((name) => holdsHandle((value as Record<string, unknown>)[name]));
  const entries = given.map((name) => [shape.kind === "map" ? name : snakeCase(name), meaningOf(part(name))!] as const);
  const merged = `merge(${base.hcl}, { ${entries.map(([name, item]) => `${objectKey(name)} = ${item.hcl}`).join(", ")} })`;
  const references = [...new Set([...base.references, ...entries.flatMap(([, item]) => item.references)])];
  return handle({ ...base, hcl: shape.kind === "map" ? `tomap(${merged})` : merged, references, part });
}

/** A handle from elsewhere, in the type that the input declares. Lazy, because `forward` handles are set later. */
function converted(schema: AnySchema, from: Meaning, target: Target | undefined): Handle<unknown> {
  const { shape } = schema;
  const convert = { list: "tolist", map: "tomap" }[shape.kind as string];
  return handle({
    get hcl() {
      return convert === undefined ? from.hcl : `${convert}(${from.hcl})`;
    },
    get references() {
      return from.references;
    },
    schema,
    target,
    absent: from.absent,
    ...(shape.kind === "object" && { part: (name: string) => convertedField(shape.fields[name]!, name, from, target) }),
  });
}

/** A field of an object that a handle gives whole. As in a typed variable, it need not have the optional ones. */
function convertedField(schema: AnySchema, name: string, from: Meaning, target: Target | undefined): Handle<unknown> {
  const field = meaningOf(child({ ...from, target }, `.${snakeCase(name)}`, schema))!;
  if (!schema.isOptional) return converted(schema, field, target);
  const given = `try(${field.hcl}, null)`;
  const { default: fallback } = schema.meta;
  if (fallback === undefined) return converted(schema, { ...field, hcl: given }, target);
  return converted(schema, { ...field, hcl: `[for given in [${given}] : given == null ? ${literal(toTerraform(schema, fallback))} : given][0]` }, target);
}

function mapFields(inputs: Inputs, make: (schema: AnySchema, name: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(inputs).map(([name, schema]) => [name, make(schema, name)]));
}
