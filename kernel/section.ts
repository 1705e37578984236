import type { Construct } from "./framework";
import { PlatformStack } from "./stack";

/** What every module has whatever it makes. */
const TAKEN = new Set(["main", "variables", "outputs", "versions", "moved"]);

/**
 * What `make` declares stands in a file of its own in the published module: `flow-logs.tf`. For readers of a long module;
 * no address depends on it, and in a stack nothing changes.
 */
export function section<T>(scope: Construct, name: string, make: () => T): T {
  if (TAKEN.has(name)) throw new Error(`bug: a section cannot be called ${name}: every module has a file of that name`);
  return PlatformStack.of(scope).authored.within(name, make);
}
