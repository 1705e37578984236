import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ModuleInterface } from "../../kernel/interface/module-interface";
import { writeFileAtomic } from "../atomic-file";

/** The interfaces of the last release of one line, by module. */
export interface ReleaseRecord {
  readonly version: string;
  readonly modules: Readonly<Record<string, ModuleInterface>>;
}

/** `releases/<line>`: what was released last. */
export function recordFolder(root: string, line: string): string {
  return join(root, "releases", line);
}

/** Nothing before the first release. */
export function readRecord(root: string, line: string): ReleaseRecord | undefined {
  const folder = recordFolder(root, line);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).sort() : [];
  const read = files.map((name) => [name.slice(0, -".json".length), JSON.parse(readFileSync(join(folder, name), "utf8")) as ModuleInterface & { version: string }] as const);
  if (read.length === 0) return undefined;
  const versions = [...new Set(read.map(([, { version }]) => version))];
  if (versions.length > 1) throw new Error(`releases/${line}: expected one version, got ${versions.join(", ")}; take the folder from the commit of a release`);
  return { version: versions[0]!, modules: Object.fromEntries(read.map(([name, { version: _, ...module }]) => [name, module])) };
}

export function writeRecord(root: string, line: string, { version, modules }: ReleaseRecord): void {
  const folder = recordFolder(root, line);
  for (const [name, module] of Object.entries(modules)) writeFileAtomic(join(folder, `${name}.json`), `${JSON.stringify({ version, ...module }, null, 2)}\n`);
  const stale = readdirSync(folder).filter((file) => file.endsWith(".json") && !(file.slice(0, -".json".length) in modules));
  for (const file of stale) rmSync(join(folder, file));
}
