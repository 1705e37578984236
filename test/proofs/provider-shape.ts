import type { Attribute, Block, ProviderSchema, Schema } from "../stand-in/schema";
import type { Json } from "../synth";

/** What a resource of a provider takes and gives. */
export interface Shape {
  /** Arguments and nested blocks that can be written. */
  readonly written: ReadonlyMap<string, Written>;
  /** Attributes that can be read; undefined inside where what stands below is not of a fixed shape. */
  readonly read: ReadonlyMap<string, Shape | undefined>;
}

export interface Written {
  readonly required: boolean;
  /** Of a nested block, or of an attribute that holds objects. */
  readonly inner?: Shape;
  /** Unknown where the source does not tell. */
  readonly isBlock?: boolean;
}

/** Shapes by type, data sources as `data.<type>`, configurations of providers as `provider.<name>`. */
export type Shapes = (type: string) => Shape | undefined;

/** The shapes in the output of `terraform providers schema -json`, by the provider's name. */
export function shapesOfSchemas(providers: Readonly<Record<string, ProviderSchema>>): Shapes {
  const made = new Map<string, Shape>();
  return (type) => {
    const schema = schemaOf(providers, type);
    if (schema !== undefined && !made.has(type)) made.set(type, shapeOfBlock(schema.block));
    return made.get(type);
  };
}

function schemaOf(providers: Readonly<Record<string, ProviderSchema>>, type: string): Schema | undefined {
  const [kind, name] = /^(?:(data|provider)\.)?(.*)$/.exec(type)!.slice(1) as [string | undefined, string];
  const provider = providers[name.split("_")[0]!];
  if (kind === "provider") return provider?.provider;
  return kind === "data" ? provider?.data_source_schemas?.[name] : provider?.resource_schemas[name];
}

function shapeOfBlock({ attributes = {}, block_types: blocks = {} }: Block): Shape {
  const nested = Object.entries(blocks).map(([name, { block, min_items: least = 0 }]) => [name, { least, inner: shapeOfBlock(block) }] as const);
  const own = Object.entries(attributes).map(([name, attribute]) => [name, attribute, objectsOf(attribute)] as const);
  const settable = own.filter(([, { required, optional }]) => required === true || optional === true);
  return {
    written: new Map<string, Written>([
      ...settable.map(([name, { required = false }, inner]) => [name, { required, isBlock: false, inner }] as const),
      ...nested.map(([name, { least, inner }]) => [name, { required: least > 0, isBlock: true, inner }] as const),
    ]),
    read: new Map<string, Shape | undefined>([...own.map(([name, , inner]) => [name, inner] as const), ...nested.map(([name, { inner }]) => [name, inner] as const)]),
  };
}

/** The shape of the objects that an attribute holds. */
function objectsOf({ type, nested_type: nested }: Attribute): Shape | undefined {
  return nested === undefined ? objectIn(type) : shapeOfBlock({ attributes: nested.attributes });
}

/** The shape of the objects in a type such as `["list", ["object", { … }]]`. */
function objectIn(type: unknown): Shape | undefined {
  if (!Array.isArray(type)) return undefined;
  if (type[0] !== "object") return objectIn(type[1]);
  const fields = Object.entries(type[1] as Json);
  return {
    written: new Map(fields.map(([name, inner]) => [name, { required: false, isBlock: false, inner: objectIn(inner) }])),
    read: new Map(fields.map(([name, inner]) => [name, objectIn(inner)])),
  };
}
