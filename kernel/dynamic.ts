import type { Dynamic } from "./attributes";
import { snakeCase } from "./case";
import { handle, meaningOf, part, tf } from "./expression";
import type { TerraformElement } from "./framework";
import type { Collection, Each, Expr, Handle } from "./handle";
import { lower } from "./lower";

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

/** Where a dynamic block stands in a resource, by the names that Terraform uses. */
export interface PlacedBlock {
  readonly path: readonly string[];
  readonly iterator: string;
  readonly forEach: unknown;
}

/**
 * Replaces each dynamic block by its content, so that the binding's class converts names and nested blocks as for a
 * plain one. `placeDynamicBlocks` then moves the converted content to where Terraform wants it.
 */
export function withoutDynamicBlocks(config: Record<string, unknown>): { config: Record<string, unknown>; blocks: PlacedBlock[] } {
  const blocks: PlacedBlock[] = [];
  const plain = (value: unknown, path: readonly string[]): unknown => {
    if (meaningOf(value) !== undefined || typeof value !== "object" || value === null) return value;
    if (value instanceof DynamicBlock) return content(value, path);
    if (Array.isArray(value)) return value.map((item) => plain(item, path));
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item, [...path, snakeCase(name)])]));
  };
  const content = (block: DynamicBlock, path: readonly string[]): unknown => {
    const source = part(block.forEach);
    if (source.absent !== undefined) return undefined;
    const label = path.at(-1)!;
    const nested = blocks.filter((other) => other.path.at(-1) === label && path.length > other.path.length).length;
    const iterator = nested === 0 ? label : `${label}_${nested + 1}`;
    blocks.push({ path, iterator, forEach: lower(block.forEach) });
    const schema = source.schema !== undefined && "element" in source.schema.shape ? source.schema.shape.element : undefined;
    const item = {
      key: handle<string>({ hcl: `${iterator}.key`, references: [] }),
      value: handle<never>({ hcl: `${iterator}.value`, references: [], schema, target: source.target }),
    };
    return [plain(block.content(item), path)];
  };
  return { config: plain(config, []) as Record<string, unknown>, blocks };
}

/** Moves the converted contents under `dynamic`, innermost first. */
export function placeDynamicBlocks(element: TerraformElement, blocks: readonly PlacedBlock[]): void {
  if (blocks.length === 0) return;
  const attributes = (element as unknown as { synthesizeAttributes(): Record<string, unknown> }).synthesizeAttributes();
  const touched = new Set(blocks.map((block) => block.path[0]!));
  const copy = structuredClone(Object.fromEntries([...touched].map((name) => [name, attributes[name]])));
  for (const block of [...blocks].sort((a, b) => b.path.length - a.path.length)) place(copy, block);
  for (const name of touched) element.addOverride(name, undefined);
  for (const [name, value] of Object.entries(copy)) element.addOverride(name, value);
}

function place(attributes: Record<string, unknown>, block: PlacedBlock): void {
  const parents = block.path.slice(0, -1);
  const label = block.path.at(-1)!;
  const parent = parents.reduce<Record<string, unknown>>((at, name) => first(at[name]), attributes);
  const content = first(parent[label]);
  delete parent[label];
  const iterator = block.iterator === label ? {} : { iterator: block.iterator };
  parent["dynamic"] = { ...(parent["dynamic"] as object), [label]: { for_each: block.forEach, ...iterator, content } };
}

function first(value: unknown): Record<string, unknown> {
  return (Array.isArray(value) ? value[0] : value) as Record<string, unknown>;
}
