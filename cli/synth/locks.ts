import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomic } from "../atomic-file";

const registry = "registry.terraform.io";
const lockFile = ".terraform.lock.hcl";
const head = `# This file is maintained automatically by "terraform init".\n# Manual edits may be lost in future updates.\n`;

/**
 * What was reviewed is what is deployed: each stack gets what the repository's lock files say of the providers that it
 * requires. Where they say nothing of one, the stack's lock file is left to Terraform.
 */
export function placeLocks(locks: string, output: string, stacks: readonly string[]): void {
  const reviewed = reviewedIn(locks);
  if (reviewed.size === 0) return;
  for (const stack of stacks) {
    const folder = join(output, "stacks", stack);
    const entries = requiredProviders(folder).map((provider) => reviewed.get(provider));
    if (entries.length > 0 && !entries.includes(undefined)) writeFileAtomic(join(folder, lockFile), [head, ...entries].join("\n"));
  }
}

/** Entries of the lock files by address and version of the provider. */
function reviewedIn(locks: string): Map<string, string> {
  const files = existsSync(locks) ? readdirSync(locks).filter((name) => name.endsWith(".hcl")).toSorted() : [];
  return new Map(files.flatMap((name) => [...entriesOf(readFileSync(join(locks, name), "utf8"))]));
}

function entriesOf(text: string): Map<string, string> {
  const entries = [...text.matchAll(/^provider "(.*)" \{\n {2}version +?= "(.*)"\n[^}]*^\}\n/gm)];
  return new Map(entries.map(([entry, address, version]) => [`${address} ${version}`, entry]));
}

/** `<address> <version>` of the providers that the lock file in a stack's folder has; none where there is no such file. */
export function lockedProviders(folder: string): string[] {
  const file = join(folder, lockFile);
  return existsSync(file) ? [...entriesOf(readFileSync(file, "utf8")).keys()] : [];
}

/** `<address> <version>` of the providers that a stack requires, in the order of a lock file. */
export function requiredProviders(folder: string): string[] {
  const { terraform } = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as { terraform?: { required_providers?: Record<string, { source: string; version: string }> } };
  return Object.values(terraform?.required_providers ?? {}).map(({ source, version }) => `${registry}/${source} ${version}`).toSorted();
}
