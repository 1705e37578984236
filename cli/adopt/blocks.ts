import { quoted } from "../../kernel/quote";
import type { Fate } from "./fate";
import { importId } from "./import-id";
import type { Found } from "./state";

export interface Fated {
  readonly resource: Found;
  readonly fate: Fate;
}

/** In the same root: moves, and what is imported because it is of another type here. */
export function movedBlocks(fates: readonly Fated[]): string {
  const moved = fates.flatMap(({ resource, fate }) => (fate.kind === "moves" ? [`moved {\n  from = ${resource.address}\n  to   = ${fate.to}\n}\n`] : []));
  const imported = fates.flatMap(({ resource, fate }) => (fate.kind === "imported" ? [importBlock(resource, fate.to)] : []));
  return [...moved, ...imported, ...removedBlocks(fates, ["stays", "imported"])].join("\n");
}

/** For a root whose state has nothing yet. */
export function importBlocks(fates: readonly Fated[]): string {
  return fates.flatMap(({ resource, fate }) => ("to" in fate ? [importBlock(resource, fate.to)] : [])).join("\n");
}

/** For the root that another one takes from. */
export function forgottenBlocks(fates: readonly Fated[]): string {
  return removedBlocks(fates, ["moves", "imported", "stays"]).join("\n");
}

/** What leaves a state leaves it as a whole resource, because Terraform takes no key there: what would go of it stays in AWS too. */
export function settled(fates: readonly Fated[], forgotten: readonly Fate["kind"][]): Fated[] {
  const left = new Set(fates.filter(({ fate }) => forgotten.includes(fate.kind)).map(({ resource }) => wholeAddress(resource)));
  return fates.map(({ resource, fate }) => ({ resource, fate: fate.kind === "goes" && left.has(wholeAddress(resource)) ? { kind: "stays", why: `${fate.why}; delete it by hand` } : fate }));
}

function importBlock(resource: Found, to: string): string {
  return `import {\n  to = ${to}\n  id = ${quoted(importId(resource))}\n}\n`;
}

function removedBlocks(fates: readonly Fated[], kinds: readonly Fate["kind"][]): string[] {
  const addresses = fates.filter(({ fate }) => kinds.includes(fate.kind)).map(({ resource }) => wholeAddress(resource));
  return [...new Set(addresses)].map((address) => `removed {\n  from = ${address}\n\n  lifecycle {\n    destroy = false\n  }\n}\n`);
}

const wholeAddress = ({ module, type, name }: Found) => `${module}.${type}.${name}`.replace(/\[[^\]]*\]/g, "");
