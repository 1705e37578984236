import { grouped } from "../grouped";
import { addressOf, withoutKeys } from "../naming/address";
import type { PlannedResource } from "../plan-json";
import type { ConfiguredBlock } from "./configuration";
import { meaningOf, worstFirst } from "./meanings";
import type { Step } from "./value-change";

/**
 * What is replaced only because something else is, with the address of that: where a cluster is, so is all that names it. Every
 * attribute that forces the one must refer to something that is replaced. What a local or a variable is made of, no plan says.
 */
export function causesOf(resources: readonly PlannedResource[], blocks: ReadonlyMap<string, ConfiguredBlock>): ReadonlyMap<string, string> {
  const replaced = resources.filter(({ verb }) => verb === "replace");
  const byBlock = grouped(replaced, ({ address }) => addressOf(address).block);
  const next = new Map(replaced.map((one) => [one.address, causeOf(one, byBlock, blocks.get(withoutKeys(one.address)))]));
  // No resource refers to itself, nor in a circle.
  const first = (address: string): string => (next.get(address) === undefined ? address : first(next.get(address)!));
  const ranked = new Map(replaced.map((one) => [one.address, { type: one.type, ...meaningOf(one) }]));
  // Nodes that drain are worse than the role that they drain for, and stand for themselves.
  const isNoWorse = (address: string, cause: string) => worstFirst(ranked.get(cause)!, ranked.get(address)!) <= 0;
  return new Map(replaced.map(({ address }) => [address, first(address)] as const).filter(([address, cause]) => address !== cause && isNoWorse(address, cause)));
}

function causeOf(resource: PlannedResource, byBlock: ReadonlyMap<string, readonly PlannedResource[]>, block: ConfiguredBlock | undefined): string | undefined {
  const { forcing = [] } = resource.change ?? {};
  const causes = block === undefined ? [] : forcing.map((path) => referredBy(path, resource, byBlock, block));
  if (causes.length === 0 || causes.some((found) => found.length === 0)) return undefined;
  const ranked = causes.flat().map((cause) => ({ ...meaningOf(cause), type: cause.type, address: cause.address }));
  return ranked.sort(worstFirst)[0]!.address;
}

function referredBy(path: readonly Step[], resource: PlannedResource, byBlock: ReadonlyMap<string, readonly PlannedResource[]>, { refers }: ConfiguredBlock): PlannedResource[] {
  const { block, type, name } = addressOf(resource.address);
  const module = block.slice(0, -`${type}.${name}`.length);
  const attribute = `${path.filter((step) => typeof step === "string").join(".")}.`;
  const references = [...refers].filter(([set]) => attribute.startsWith(`${set}.`) || `${set}.`.startsWith(attribute)).flatMap(([, all]) => all);
  const blocks = new Set(references.map((reference) => module + /^[\w-]+\.[\w-]+/.exec(reference)?.[0]));
  const value = valueAt(resource.before, path);
  // Of several, it is the one that has the value.
  return [...blocks].flatMap((one) => byBlock.get(one) ?? []).filter(({ address, before = {} }) => addressOf(address).key === undefined || Object.values(before).includes(value));
}

function valueAt(value: unknown, path: readonly Step[]): unknown {
  return path.reduce((inside, step) => (inside as Readonly<Record<Step, unknown>> | null | undefined)?.[step], value);
}
