import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";

/** Files of a chart in the project, by their path inside it. Nothing where there is no such folder. */
export function chartFiles(path: string): Record<string, Uint8Array> {
  const files = filesIn(path).filter((file) => statSync(join(path, file)).isFile());
  return Object.fromEntries(files.sort().map((file) => [file.split(sep).join("/"), readFileSync(join(path, file))]));
}

function filesIn(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true ? (readdirSync(path, { recursive: true }) as string[]) : [];
}
