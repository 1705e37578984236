// Field numbers of maps by type in GetProviderSchema.Response of tfplugin5: resources, data sources, ephemeral resources.
// Source: https://github.com/hashicorp/terraform/blob/v1.11.4/docs/plugin-protocol/tfplugin5.proto (read 2026-11-21)
const mapsByType: ReadonlySet<number> = new Set([2, 3, 8]);
const LENGTH_DELIMITED = 2;

/** A provider's schema, as protobuf, without the types that nobody asks for. */
export function schemaPart(schema: Buffer, wanted: ReadonlySet<string>): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at < schema.length; ) {
    const begun = at;
    const [tag, afterTag] = varint(schema, at);
    if ((tag & 7) !== LENGTH_DELIMITED) throw new Error(`bug: wire type ${tag & 7} in a provider's schema`);
    const [length, content] = varint(schema, afterTag);
    at = content + length;
    if (!mapsByType.has(tag >> 3) || wanted.has(keyOf(schema, content))) kept.push(schema.subarray(begun, at));
  }
  return Buffer.concat(kept);
}

/** An entry of a map begins with its key. */
function keyOf(bytes: Buffer, entry: number): string {
  const [length, key] = varint(bytes, entry + 1);
  return bytes.toString("utf8", key, key + length);
}

/** The number, and where it ends. */
function varint(bytes: Buffer, at: number): [number: number, end: number] {
  let number = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at++]!;
    number += (byte & 127) * scale;
    if (byte < 128) return [number, at];
  }
}
