import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lockHash, stampFile } from "../cli/requirements.mjs";
import { projectRoot } from "../cli/root";
import { workshop } from "./workshop";

// What is made, what is large, and what belongs to the checkout.
const left = [".git", ".cache", "node_modules", "cdktf.out", "generated"];

/** A copy of the project whose files may be changed. */
export function projectCopy(): string {
  const folder = join(workshop, "project");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(projectRoot).filter((entry) => !left.includes(entry))) {
    cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
  }
  linkPackages(folder);
  return folder;
}

/**
 * Every package is a link in a folder of the copy's own. Were the folder itself a link, an installation in the copy
 * would go through it and empty the project's: npm removes what a folder holds, and not what its links lead to.
 */
function linkPackages(folder: string): void {
  const installed = join(projectRoot, "node_modules");
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(installed).filter((entry) => !entry.startsWith("."))) {
    symlinkSync(join(installed, name), join(folder, "node_modules", name));
  }
  // The commands find the packages installed, and install nothing.
  writeFileSync(join(folder, stampFile), lockHash(folder));
}

/** Changes a value in a source file, another one at every call. */
export function changed(file: string): () => void {
  let change = 0;
  return () => {
    const before = readFileSync(file, "utf8");
    const after = before.replace(/CostCenter: "platform[^"]*"/, `CostCenter: "platform-${++change}"`);
    if (after === before) throw new Error(`bug: ${file} has no CostCenter to change`);
    writeFileSync(file, after);
  };
}
