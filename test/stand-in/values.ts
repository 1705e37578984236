import { decode, encode, ExtensionCodec } from "@msgpack/msgpack";

/** What is known after apply only. */
export const unknown: unique symbol = Symbol("unknown");

/** A value of Terraform: an object, map, list, set, text, number, boolean, null, or not known yet. */
export type Value = typeof unknown | null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };
export type Fields = { readonly [name: string]: Value };

interface DynamicValue {
  readonly msgpack: Uint8Array;
  readonly json?: Uint8Array;
}

class Unknown {}

// Terraform's MessagePack writes an unknown value as extension 0, or as 12 when it says what the value will be like:
// https://github.com/hashicorp/terraform/blob/main/docs/plugin-protocol/object-wire-format.md (read 2026-11-21).
const extensionCodec = new ExtensionCodec();
extensionCodec.register({ type: 0, encode: (value) => (value instanceof Unknown ? new Uint8Array([0]) : null), decode: () => new Unknown() });
extensionCodec.register({ type: 12, encode: () => null, decode: () => new Unknown() });

export function fromWire({ msgpack }: DynamicValue): Value {
  return mapped(decode(msgpack, { extensionCodec }), (value) => (value instanceof Unknown ? unknown : undefined)) as Value;
}

export function toWire(value: Value): DynamicValue {
  return { msgpack: encode(mapped(value, (item) => (item === unknown ? new Unknown() : undefined)), { extensionCodec }) };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Undefined where the path leads nowhere. Lists on the way are taken by their first element, as Terraform's single blocks are. */
export function at(value: Value | undefined, path: string): Value | undefined {
  return path.split(".").reduce<Value | undefined>((found, name) => {
    const [first] = Array.isArray(found) ? (found as readonly Value[]) : [found];
    return isFields(first) ? first[name] : undefined;
  }, value);
}

function mapped(value: unknown, change: (value: unknown) => unknown): unknown {
  const changed = change(value);
  if (changed !== undefined) return changed;
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapped(item, change)]));
}
