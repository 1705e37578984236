import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** One sentence when this Node cannot run the project. The cdktf command's terminal library ends with Node 22. */
export function nodeRefused(version) {
  const [major, minor] = version.replace(/^v/, "").split(".").map(Number);
  const fits = (major === 20 && minor >= 5) || major === 21 || major === 22;
  return fits ? undefined : `node: expected a version from 20.5 to 22, got "${version}"; see https://nodejs.org/en/download   [node-version]`;
}

/** Written into node_modules after an install: the hash of the lock file that was installed. */
export const stampFile = "node_modules/.installed-lock";

/** Why packages must be installed, or undefined. */
export function installNeeded(root) {
  if (!existsSync(join(root, "node_modules"))) return "node_modules is missing";
  const stamp = join(root, stampFile);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash(root)) return undefined;
  // npm writes this file last, so it tells an install by hand that came to its end.
  const byHand = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(byHand)) return "node_modules is incomplete";
  return statSync(byHand).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs ? undefined : "node_modules is older than package-lock.json";
}

/** One sentence when an install would empty a folder that belongs to somebody else: `npm ci` follows a link. */
export function installRefused(root) {
  const folder = join(root, "node_modules");
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return undefined;
  return `node_modules: expected a folder of this checkout, got a link; an install would empty what it points to   [linked-packages]`;
}

export function lockHash(root) {
  return createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");
}
