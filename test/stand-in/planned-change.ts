import { isDeepStrictEqual } from "node:util";
import type { Behaviour } from "./behaviour";
import type { Attribute, Block } from "./schema";
import { at, type Fields, isFields, unknown, type Value } from "./values";

interface Change {
  readonly prior: Value;
  /** As Terraform proposes it: the configuration, and prior values of what is computed and not configured. */
  readonly proposed: Value;
  readonly config: Value;
}

/** What a resource will be like: defaults filled in, write-only arguments gone, and what is computed unknown when it is new. */
export function plannedState(block: Block, change: Change, { defaults, known = {}, renewed = [] }: Behaviour): Value {
  const planned = plannedBlock(block, change, "", defaults);
  if (!isFields(planned)) return planned;
  const state = { ...planned, ...known };
  if (isDeepStrictEqual(state, change.prior)) return state;
  return { ...state, ...Object.fromEntries(renewed.map((name) => [name, unknown])) };
}

/** The arguments whose change replaces the resource. */
export function replacing(prior: Value, planned: Value, { replaces }: Behaviour): readonly string[] {
  if (prior === null || planned === null) return [];
  return replaces.filter((path) => !isDeepStrictEqual(at(prior, path), at(planned, path)));
}

type Defaults = Behaviour["defaults"];

function plannedBlock(block: Block, { prior, proposed, config }: Change, path: string, defaults: Defaults): Value {
  if (!isFields(proposed)) return proposed;
  const of = (name: string): Change => ({ prior: field(prior, name), proposed: proposed[name] ?? null, config: field(config, name) });
  const below = (name: string) => (path === "" ? name : `${path}.${name}`);
  const isNew = !isFields(prior);
  const attributes = Object.entries(block.attributes ?? {}).map(([name, attribute]) => [name, plannedAttribute(attribute, of(name), below(name), defaults, isNew)] as const);
  const blocks = Object.entries(block.block_types ?? {}).map(([name, { block: inner }]) => [name, each(of(name), (item) => plannedBlock(inner, item, below(name), defaults))] as const);
  return Object.fromEntries([...attributes, ...blocks]);
}

function plannedAttribute({ nested_type: nested, computed, write_only: writeOnly }: Attribute, change: Change, path: string, defaults: Defaults, isNew: boolean): Value {
  if (writeOnly) return null;
  if (change.config === null) {
    if (path in defaults) return defaults[path]!;
    return computed && isNew ? unknown : change.proposed;
  }
  return nested === undefined ? change.proposed : each(change, (item) => plannedBlock({ attributes: nested.attributes }, item, path, defaults), nested.nesting_mode);
}

/** Applies `plan` to every object that a block or a nested attribute holds. */
function each({ prior, proposed, config }: Change, plan: (change: Change) => Value, nesting?: string): Value {
  if (Array.isArray(proposed)) return (proposed as readonly Value[]).map((item, index) => plan({ prior: element(prior, index), proposed: item, config: element(config, index) }));
  if (nesting === "map" && isFields(proposed)) return Object.fromEntries(Object.entries(proposed).map(([key, item]) => [key, plan({ prior: field(prior, key), proposed: item, config: field(config, key) })]));
  return plan({ prior, proposed, config });
}

function field(value: Value, name: string): Value {
  return isFields(value) ? ((value as Fields)[name] ?? null) : null;
}

function element(value: Value, index: number): Value {
  return Array.isArray(value) ? ((value as readonly Value[])[index] ?? null) : null;
}
