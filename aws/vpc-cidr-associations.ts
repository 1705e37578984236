/**
 * Which IPv4 blocks may stand beside which in one VPC.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html, "IPv4 CIDR block association restrictions",
 * read 2026-11-21.
 */
export interface AssociationRule {
  /** A VPC that has a block in this range … */
  readonly existing: string;
  /** … takes none in these. */
  readonly refused: readonly string[];
}

const carrier = "198.19.0.0/16";

/** Ordered: the first range that holds a block is the block's. A block in none is publicly routable or of 100.64.0.0/10. */
export const associationRules: readonly AssociationRule[] = [
  { existing: "10.0.0.0/8", refused: ["172.16.0.0/12", "192.168.0.0/16", carrier] },
  { existing: "172.16.0.0/12", refused: ["10.0.0.0/8", "192.168.0.0/16", "172.31.0.0/16", carrier] },
  { existing: "192.168.0.0/16", refused: ["10.0.0.0/8", "172.16.0.0/12", carrier] },
  { existing: carrier, refused: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] },
  { existing: "0.0.0.0/0", refused: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", carrier] },
];

/** Beside the rule of its range: a VPC with a block in 10.0.0.0/15 takes none in 10.0.0.0/16. */
export const narrowerRule: AssociationRule = { existing: "10.0.0.0/15", refused: ["10.0.0.0/16"] };

/** No VPC may have a block here. */
export const linkLocal = "169.254.0.0/16";

/** Where pods usually go: carrier-grade NAT space, which is allowed beside every other range. */
export const podRange = "100.64.0.0/10";

/**
 * The range that forbids `secondary` in a VPC that has `existing`, or undefined when AWS takes it. Both must be IPv4 CIDR
 * blocks; overlap of the two themselves is not judged here.
 */
export function refusedRange(existing: string, secondary: string): string | undefined {
  if (overlap(secondary, linkLocal)) return linkLocal;
  const rule = associationRules.find((candidate) => within(existing, candidate.existing));
  const refused = [...(rule?.refused ?? []), ...(within(existing, narrowerRule.existing) ? narrowerRule.refused : [])];
  return refused.find((range) => overlap(secondary, range));
}

function within(block: string, range: string): boolean {
  const [first, last] = ends(block);
  const [from, to] = ends(range);
  return first >= from && last <= to;
}

function overlap(one: string, other: string): boolean {
  const [first, last] = ends(one);
  const [from, to] = ends(other);
  return first <= to && from <= last;
}

function ends(block: string): readonly [first: number, last: number] {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(block);
  if (!match) throw new Error(`bug: expected a checked IPv4 CIDR block, got ${JSON.stringify(block)}`);
  const [a = 0, b = 0, c = 0, d = 0, length = 0] = match.slice(1).map(Number);
  const size = 2 ** (32 - length);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = Math.floor(address / size) * size;
  return [first, first + size - 1];
}
