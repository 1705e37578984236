import { blockPrefixLength } from "../../aws/subnet-sizes";
import { type Cidr, formatCidr, parseCidr, subnet } from "../../kernel/cidr";

/**
 * The computed layout. Every tier has a fixed part of the VPC and every zone a fixed place in it: its letter. So neither
 * a zone nor a tier that comes or goes moves another.
 *
 *     0                             1/2     5/8     6/8                     1
 *     ├──────────────────────────────┼───────┼───────┼──────────────────┬───┤
 *     │ private                      │public │databa.│ free             │int│
 *     │  a   |   b   |   c   |   d   │a|b|c|d│a|b|c|d│                  │ra │
 *     └──────────────────────────────┴───────┴───────┴──────────────────┴───┘
 *
 * Shown with four slots; with eight each part is cut in eight. Intra subnets are the last /28s of the VPC. Pods share a
 * block of their own in the same way.
 */
export interface Part {
  /** The part is block number `index` of those with `newBits` more prefix bits than the VPC. */
  readonly newBits: number;
  readonly index: number;
}

export const parts = {
  private: { newBits: 1, index: 0 },
  public: { newBits: 3, index: 4 },
  database: { newBits: 3, index: 5 },
} as const satisfies Record<string, Part>;

/** The quarter that the intra subnets end: what they may take at most. */
const intraQuarter = 2;

export type Tier = "public" | "private" | "intra" | "pod" | "database";
export const tiers: readonly Tier[] = ["public", "private", "intra", "pod", "database"];

/** Everything that the layout depends on. */
export interface LayoutInputs {
  readonly cidr: string;
  readonly zones: readonly string[];
  readonly zoneSlots: number;
  /** What each tier that exists brings: explicit blocks by zone (none: computed), and the block of the pods. */
  readonly tiers: Readonly<Partial<Record<Tier, { readonly cidrs: Readonly<Record<string, string>>; readonly cidr?: string }>>>;
}

export type Layout = Readonly<Partial<Record<Tier, Readonly<Record<string, string>>>>>;

/** The CIDR block of every subnet, by tier and zone. */
export function layout(inputs: LayoutInputs): Layout {
  const there = tiers.filter((tier) => inputs.tiers[tier] !== undefined);
  return Object.fromEntries(there.map((tier) => [tier, tierBlocks(tier, inputs)]));
}

/** Block of one zone in a computed tier. `block` is the VPC's, or the pods' own. */
export function computedBlock(tier: Tier, block: Cidr, zone: string, zoneSlots: number): Cidr {
  return subnet(partOf(tier, block, zoneSlots), zoneBits(zoneSlots), zoneIndex(zone));
}

/** `us-east-1a` is 0, `us-east-1b` is 1. */
export function zoneIndex(zone: string): number {
  return zone.charCodeAt(zone.length - 1) - "a".charCodeAt(0);
}

/** The longest prefix of a block in which the tier's computed subnets are no smaller than AWS allows. */
export function longestPrefix(tier: Tier, zoneSlots: number): number {
  const room = blockPrefixLength.max - zoneBits(zoneSlots);
  if (tier === "intra") return room - intraQuarter;
  return tier === "pod" ? room : room - parts[tier].newBits;
}

export function zoneBits(zoneSlots: number): number {
  return Math.log2(zoneSlots);
}

function tierBlocks(tier: Tier, { cidr, zones, zoneSlots, tiers: given }: LayoutInputs): Record<string, string> {
  const { cidrs = {}, cidr: own = cidr } = given[tier] ?? {};
  if (Object.keys(cidrs).length > 0) return { ...cidrs };
  const block = parseCidr(own);
  if (block === undefined) throw new Error(`bug: expected a checked IPv4 CIDR block, got ${JSON.stringify(own)}`);
  return Object.fromEntries(zones.map((zone) => [zone, formatCidr(computedBlock(tier, block, zone, zoneSlots))]));
}

function partOf(tier: Tier, block: Cidr, zoneSlots: number): Cidr {
  if (tier === "pod") return block;
  if (tier !== "intra") return subnet(block, parts[tier].newBits, parts[tier].index);
  const newBits = blockPrefixLength.max - zoneBits(zoneSlots) - block.prefix;
  return subnet(block, newBits, 2 ** newBits - 1);
}
