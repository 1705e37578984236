import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { layers } from "../../envs/layers";

const manifest = "manifest.json";
const abandonedAfterMs = 60 * 60 * 1000;

/** A new folder inside the output: on the same disk, so that files can be renamed into place. */
export function stagingFolder(output: string): string {
  mkdirSync(output, { recursive: true });
  const isStaging = (name: string) => name.startsWith(".synth-") && statSync(join(output, name)).mtimeMs < Date.now() - abandonedAfterMs;
  for (const name of readdirSync(output).filter(isStaging)) rmSync(join(output, name), { recursive: true, force: true });
  const folder = join(output, `.synth-${process.pid}`);
  // Of a read-only disk, Node's recursive mkdir says that the folder is missing.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}

/**
 * Moves what a synth wrote into place, file by file, the manifest last. What Terraform keeps in the folder of a
 * stack (.terraform, lock file, state) stays. A folder beside the stack, such as a chart, loses the files that are no
 * longer written, because whoever reads it reads all of it. A stack that is no longer written loses its JSON; those of
 * other environments are not touched when one alone was synthesized.
 */
export function placeOutput(staging: string, output: string, environment?: string): string[] {
  const stacks = stackNames(staging);
  const files = filesBelow(staging).toSorted((a, b) => Number(a === manifest) - Number(b === manifest));
  for (const vanished of stackNames(output).filter((name) => !stacks.includes(name) && isOf(name, environment))) {
    for (const name of ["cdk.tf.json", "metadata.json"]) rmSync(join(output, "stacks", vanished, name), { force: true });
  }
  for (const file of files) move(join(staging, file), join(output, file));
  for (const folder of shippedFolders(files)) {
    const stale = filesBelow(join(output, folder)).map((file) => join(folder, file)).filter((file) => !files.includes(file));
    for (const file of stale) rmSync(join(output, file), { force: true });
  }
  rmSync(staging, { recursive: true, force: true });
  return stacks;
}

/** `stacks/<stack>/<folder>`: what stands beside a stack's configuration. */
function shippedFolders(files: readonly string[]): string[] {
  const parts = files.map((file) => file.split(sep)).filter(([top, , ...inside]) => top === "stacks" && inside.length > 1);
  return [...new Set(parts.map((names) => join(...names.slice(0, 3))))];
}

function isOf(stack: string, environment: string | undefined): boolean {
  return environment === undefined || stack === environment || layers.some((layer) => stack === `${environment}-${layer}`);
}

function stackNames(output: string): string[] {
  const folder = join(output, "stacks");
  return existsSync(folder) ? readdirSync(folder) : [];
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}

// An equal file keeps its time, so that nothing downstream takes it for new.
function move(from: string, to: string): void {
  if (sameContent(from, to)) return;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

function sameContent(a: string, b: string): boolean {
  return existsSync(b) && readFileSync(a).equals(readFileSync(b));
}
