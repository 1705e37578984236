import { readFileSync } from "node:fs";
import { domainFacts } from "../domain-facts";

/** A type as Terraform writes it in JSON: `"string"`, `["list", "string"]`, `["object", { … }]`. */
export type Type = string | readonly [string, Type | Readonly<Record<string, Type>>];

export interface Attribute {
  readonly type?: Type;
  readonly nested_type?: { readonly attributes: Readonly<Record<string, Attribute>>; readonly nesting_mode: string };
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly deprecated?: boolean;
  readonly write_only?: boolean;
}

export interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, NestedBlock>>;
}

export interface NestedBlock {
  readonly block: Block;
  readonly nesting_mode: string;
  readonly min_items?: number;
  readonly max_items?: number;
}

export interface Schema {
  readonly version: number;
  readonly block: Block;
}

type Schemas = Readonly<Record<string, Schema>>;

/** A provider in the output of `terraform providers schema -json`. */
export interface ProviderSchema {
  readonly provider: Schema;
  readonly resource_schemas: Schemas;
  readonly data_source_schemas?: Schemas;
  readonly ephemeral_resource_schemas?: Schemas;
}

export const schemaFiles = { helm: "domain/schemas/helm-3.1.2.json", kubernetes: "domain/schemas/kubernetes-2.38.0.json" };
export type ProviderName = keyof typeof schemaFiles;

// The facts were written without descriptions, and so without the arguments of that name.
const described = ["helm_release", "kubernetes_priority_class_v1"];

export function providerSchema(name: ProviderName): ProviderSchema {
  const schema = JSON.parse(readFileSync(domainFacts(schemaFiles[name])!, "utf8")) as ProviderSchema;
  const whole = Object.entries(schema.resource_schemas).map(([type, one]) => [type, described.includes(type) ? withDescription(one) : one] as const);
  return { ...schema, resource_schemas: Object.fromEntries(whole) };
}

function withDescription({ version, block }: Schema): Schema {
  return { version, block: { ...block, attributes: { ...block.attributes, description: { type: "string", optional: true } } } };
}

/** The answer to GetProviderSchema. */
export function schemaMessage(schema: ProviderSchema): object {
  const all = (schemas: Schemas = {}) => Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, message(one)]));
  return {
    provider: message(schema.provider),
    resource_schemas: all(schema.resource_schemas),
    data_source_schemas: all(schema.data_source_schemas),
    ephemeral_resource_schemas: all(schema.ephemeral_resource_schemas),
  };
}

function message({ version, block }: Schema) {
  return { version, block: blockMessage(block) };
}

function blockMessage({ attributes = {}, block_types = {} }: Block): object {
  return {
    attributes: attributeMessages(attributes),
    block_types: Object.entries(block_types).map(([type_name, { block, nesting_mode, min_items, max_items }]) => ({
      type_name,
      block: blockMessage(block),
      nesting: nesting_mode.toUpperCase(),
      min_items,
      max_items,
    })),
  };
}

function attributeMessages(attributes: Readonly<Record<string, Attribute>>): object[] {
  return Object.entries(attributes).map(([name, { type, nested_type, ...flags }]) => ({
    name,
    ...flags,
    ...(type !== undefined && { type: Buffer.from(JSON.stringify(type)) }),
    ...(nested_type && { nested_type: { attributes: attributeMessages(nested_type.attributes), nesting: nested_type.nesting_mode.toUpperCase() } }),
  }));
}
