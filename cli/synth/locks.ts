import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomic } from "../atomic-file";

const registry = "registry.terraform.io";
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
    const entries = requiredIn(join(folder, "cdk.tf.json")).map((provider) => reviewed.get(provider));
    if (entries.length > 0 && !entries.includes(undefined)) writeFileAtomic(join(folder, ".terraform.lock.hcl"), [head, ...entries].join("\n"));
  }
}

/** Entries of the lock files by address and version of the provider. */
function reviewedIn(locks: string): Map<string, string> {
  const files = existsSync(locks) ? readdirSync(locks).filter((name) => name.endsWith(".hcl")).toSorted() : [];
  const entries = files.flatMap((name) => [...readFileSync(join(locks, name), "utf8").matchAll(/^provider "(.*)" \{\n {2}version +?= "(.*)"\n[^}]*^\}\n/gm)]);
  return new Map(entries.map(([text, address, version]) => [`${address} ${version}`, text]));
}

/** Providers that a stack requires, in the order of a lock file. */
function requiredIn(file: string): string[] {
  const { terraform } = JSON.parse(readFileSync(file, "utf8")) as { terraform?: { required_providers?: Record<string, { source: string; version: string }> } };
  return Object.values(terraform?.required_providers ?? {}).map(({ source, version }) => `${registry}/${source} ${version}`).toSorted();
}
