import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The checkout. This code runs from cli/ in tests and from .cache/bundle/ otherwise, so it looks upwards. */
export const projectRoot: string = upwards(__dirname);

/** Generated files that no one edits or commits. */
export const cacheFolder: string = join(projectRoot, ".cache");

function upwards(folder: string): string {
  if (existsSync(join(folder, "package-lock.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`bug: no package-lock.json above ${__dirname}`);
  return upwards(parent);
}
