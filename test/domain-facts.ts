import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * The facts this project is compared with lie next to the checkout, not in it.
 * Undefined where they are absent: the test is then skipped with `domainFactsMissing`.
 */
export function domainFacts(relative: string): string | undefined {
  const path = join(domainFolder(), relative);
  return existsSync(path) ? path : undefined;
}

/** The reason for `itUnless`: undefined when the fact is there. */
export function domainFactsMissing(relative: string): string | undefined {
  return domainFacts(relative) === undefined ? `no ${relative} in the folder of facts (DOMAIN_FACTS)` : undefined;
}

function domainFolder(): string {
  return process.env.DOMAIN_FACTS ?? resolve(__dirname, "..", "..", "shared");
}
