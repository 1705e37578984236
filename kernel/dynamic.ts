import type { Dynamic } from "./attributes";
import { snakeCase } from "./case";
import { uncommented, whysOf, withWhys } from "./commented";
import { handle, meaningOf, part, tf } from "./expression";
import type { TerraformElement } from "./framework";
import type { Collection, Each, Expr, Handle } from "./handle";
import { lower } from "./lower";
import { templateOf } from "./quote";

class DynamicBlock {
  constructor(
    readonly forEach: Expr<unknown>,
    readonly content: (item: Each<never>) => object,
  ) {}
}

/** A nested block for each element of a list or map. Nested blocks inside may be dynamic themselves. */
export function dynamic<V>(forEach: Collection<V> | Expr<readonly V[]>, content: (item: Each<V>) => object): Dynamic {
  return new DynamicBlock(forEach, content as never) as unknown as Dynamic;
}

/** A nested block that is there when `optional` is not null. */
export function optionalBlock<T>(optional: Expr<T>, content: (value: Handle<NonNullable<T>>) => object): Dynamic {
  const meaning = part(optional);
  const list = meaning.absent ? optional : tf<readonly NonNullable<T>[]>`${optional}[*]`;
  const source = handle<readonly NonNullable<T>[]>({ ...part(list), schema: undefined, target: meaning.target });
  return dynamic(source, () => content(optional as never));
}

/** A nested block that is there when `condition` holds. */
export function blockWhen(condition: Expr<boolean>, content: object): Dynamic {
  return dynamic(tf<readonly boolean[]>`${condition} ? [true] : []`, () => content);
}

/** Where a dynamic block stands in a resource: names as Terraform uses them, and places in lists. */
export interface PlacedBlock {
  readonly path: readonly (string | number)[];
  readonly iterator: string;
  readonly forEach: unknown;
}

/**
 * The configuration as the binding's class wants it. Each dynamic block is replaced by its content, so that the class
 * converts names and nested blocks as for a plain one; `placeDynamicBlocks` then moves it to where Terraform wants it.
 */
export function withoutDynamicBlocks(config: Record<string, unknown>): { config: Record<string, unknown>; blocks: PlacedBlock[] } {
  const blocks: PlacedBlock[] = [];
  const plain = (value: unknown, path: PlacedBlock["path"]): unknown => {
    if (value instanceof DynamicBlock) return content(value, path);
    if (meaningOf(value) !== undefined || typeof value !== "object" || value === null) return lower(value);
    if (Array.isArray(value)) return value.filter(isThere).map((item, index) => plain(item, [...path, index]));
    const bare = uncommented(value);
    const entries = Object.entries(bare).map(([name, item]) => [templateOf(name), plain(item, [...path, snakeCase(name)])] as const);
    return withWhys(Object.fromEntries(entries.filter(([, item]) => item !== undefined)), whysOf(bare));
  };
  const content = (block: DynamicBlock, path: PlacedBlock["path"]): unknown => {
    const source = part(block.forEach);
    if (source.absent !== undefined) return undefined;
    const label = path.at(-1);
    if (typeof label !== "string") throw new Error(`bug: the dynamic block at ${path.join(".")} stands in a list: give it in place of the list`);
    const outer = blocks.filter((other) => other.path.at(-1) === label && other.path.every((step, index) => step === path[index]));
    const iterator = outer.length === 0 ? label : `${label}_${outer.length + 1}`;
    blocks.push({ path, iterator, forEach: lower(block.forEach) });
    const schema = source.schema !== undefined && "element" in source.schema.shape ? source.schema.shape.element : undefined;
    const item = {
      key: handle<string>({ hcl: `${iterator}.key`, references: [] }),
      value: handle<never>({ hcl: `${iterator}.value`, references: [], schema, target: source.target }),
    };
    const body = plain(block.content(item), path) as object;
    // The class reads a block that may stand once as an object, and any other as a list. This is both.
    return Object.assign([body], body);
  };
  return { config: plain(config, []) as Record<string, unknown>, blocks };
}

/** Moves the converted contents under `dynamic`, innermost first. */
export function placeDynamicBlocks(element: TerraformElement, blocks: readonly PlacedBlock[]): void {
  if (blocks.length === 0) return;
  const synthesized = element as unknown as { synthesizeAttributes(): Record<string, unknown> };
  const attributes = synthesized.synthesizeAttributes.bind(element);
  const innermostFirst = [...blocks].sort((a, b) => b.path.length - a.path.length);
  // Not by overrides: the framework joins the lists of an override to those that are there.
  synthesized.synthesizeAttributes = () => innermostFirst.reduce(place, attributes());
}

function place(attributes: Record<string, unknown>, block: PlacedBlock): Record<string, unknown> {
  const label = block.path.at(-1) as string;
  const parent = first(block.path.slice(0, -1).reduce<unknown>((at, step) => (typeof step === "number" ? (at as unknown[])[step] : first(at)[step]), attributes));
  if (parent[label] === undefined) throw new Error(`bug: the provider's bindings know no block at ${block.path.join(".")}`);
  const content = withoutUndefined(first(parent[label]));
  delete parent[label];
  const iterator = block.iterator === label ? {} : { iterator: block.iterator };
  parent["dynamic"] = { ...(parent["dynamic"] as object), [label]: { for_each: block.forEach, ...iterator, content } };
  return attributes;
}

/** The framework writes out what is not set as undefined, and clears that from plain blocks alone. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, item]) => (item === undefined ? [] : [[name, withoutUndefined(item)]])));
}

function isThere(value: unknown): boolean {
  return meaningOf(value)?.absent === undefined;
}

function first(value: unknown): Record<string, unknown> {
  return (Array.isArray(value) ? value[0] : value) as Record<string, unknown>;
}
