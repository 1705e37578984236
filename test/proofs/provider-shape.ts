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

/** Shapes by type, data sources as `data.<type>`. */
export type Shapes = (type: string) => Shape | undefined;

/** The shapes in the output of `terraform providers schema -json`. */
export function shapesOfSchema(schemas: Json): Shapes {
  const [provider] = Object.values(schemas["provider_schemas"] as Record<string, Json>).filter((schema) => "aws_vpc" in (schema["resource_schemas"] ?? {}));
  if (provider === undefined) throw new Error("bug: the schema has no AWS provider");
  const made = new Map<string, Shape>();
  return (type) => {
    const schema = type.startsWith("data.") ? provider["data_source_schemas"][type.slice("data.".length)] : provider["resource_schemas"][type];
    if (schema === undefined) return undefined;
    if (!made.has(type)) made.set(type, shapeOfBlock(schema.block));
    return made.get(type);
  };
}

function shapeOfBlock(block: Json): Shape {
  const attributes = Object.entries((block["attributes"] ?? {}) as Record<string, Json>);
  const blocks = Object.entries((block["block_types"] ?? {}) as Record<string, Json>).map(([name, { block: inner, min_items: least = 0 }]) => [name, { least, inner: shapeOfBlock(inner) }] as const);
  const settable = attributes.filter(([, { required, optional }]) => required === true || optional === true);
  return {
    written: new Map<string, Written>([
      ...settable.map(([name, { required = false, type }]) => [name, { required, isBlock: false, inner: objectIn(type) }] as const),
      ...blocks.map(([name, { least, inner }]) => [name, { required: least > 0, isBlock: true, inner }] as const),
    ]),
    read: new Map<string, Shape | undefined>([...attributes.map(([name, { type }]) => [name, objectIn(type)] as const), ...blocks.map(([name, { inner }]) => [name, inner] as const)]),
  };
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
