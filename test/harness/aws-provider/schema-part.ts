// Field numbers of maps by type in GetProviderSchema.Response of tfplugin5: resources, data sources, ephemeral resources.
// Source: https://github.com/hashicorp/terraform/blob/v1.11.4/docs/plugin-protocol/tfplugin5.proto (read 2026-11-21)
const mapsByType: ReadonlySet<number> = new Set([2, 3, 8]);
// And of the configuration in Configure.Request, whose fields all have a length.
const CONFIG = 2;
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

/** What a request to configure says of the provider. What else is in it differs between the walks of one Terraform run. */
export function configurationIn(request: Buffer): string {
  for (let at = 0; at < request.length; ) {
    const [tag, afterTag] = varint(request, at);
    const [length, content] = varint(request, afterTag);
    at = content + length;
    if (tag >> 3 === CONFIG) return request.toString("base64", content, at);
  }
  throw new Error("bug: a request to configure without a configuration");
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
