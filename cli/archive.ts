import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { extract, pack } from "tar-stream";

export type Files = Readonly<Record<string, string>>;

// Not the time of the commit: equal files are equal bytes, whichever commit they come from. Tools that dislike 1970 take it.
const mtime = new Date("2000-01-01T00:00:00Z");

/**
 * A tar.gz of files that has the same bytes on every machine: sorted, owned by root, without time and system. It is
 * stored rather than compressed: what zlib makes of a text differs between its versions and processors, and a module is
 * some hundred kilobytes.
 */
export async function archiveOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const tar = pack();
  for (const [path, content] of Object.entries(files).sort(byPath)) tar.entry({ name: path, mode: 0o644, uid: 0, gid: 0, mtime }, typeof content === "string" ? content : Buffer.from(content));
  tar.finalize();
  const content = await bytes(tar);
  // With room for all of it, the blocks do not depend on how the output is cut.
  const archive = gzipSync(content, { level: 0, chunkSize: content.length + 65_536 });
  // The last byte of the header is the system that made it: 255 is "unknown" (RFC 1952).
  archive[9] = 255;
  return archive;
}

/** The text files of a tar.gz by path. Folders are left out. */
export async function filesIn(archive: Uint8Array): Promise<Files> {
  const files: Record<string, string> = {};
  const tar = extract();
  tar.end(gunzipSync(archive));
  for await (const entry of tar) {
    const content = await bytes(entry);
    if (entry.header.type === "file") files[entry.header.name.replace(/^\.\//, "")] = content.toString();
  }
  return files;
}

export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

// The types of tar-stream leave open what a stream gives.
async function bytes(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
