import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
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
    // With their times: those of the lock file tell whether packages must be installed.
    cpSync(join(projectRoot, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  }
  symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"));
  return folder;
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
