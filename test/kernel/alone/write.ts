import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { moduleFiles } from "../../../kernel";
import { petsModule, target } from "./pets";

/** Writes the module below `folder`. */
export function writeModule(folder: string): void {
  for (const [path, content] of Object.entries(moduleFiles(petsModule, target))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
