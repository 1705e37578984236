import { refusedRange } from "../../aws/vpc-cidr-associations";
import { broken, type Problem } from "../../kernel";
import { join } from "../../kernel/check";
import { type Cidr, contains, formatCidr, network as networkOf, overlaps, parseCidr } from "../../kernel/cidr";
import { crossRules } from "./cross-rules";
import { layout, type LayoutInputs, longestPrefix, type Tier, tiers, zoneIndex } from "./layout";
import { layoutInputs, type NetworkData } from "./network-data";

/** A block somewhere in the network. */
interface Block {
  /** Where it is written, `network.publicSubnets.cidrs["us-east-1a"]`; undefined for a computed one. */
  readonly path?: string;
  readonly name: string;
  readonly tier?: Tier;
  readonly cidr: Cidr;
}

/** What is wrong between the blocks of a VPC, its tiers and its zones. */
export function addressProblems(path: string, data: NetworkData): Problem[] {
  const inputs = layoutInputs(data);
  const size = sizeProblems(path, inputs);
  const coverage = coverageProblems(path, inputs);
  // Computed blocks of a layout that does not fit are no blocks to compare with.
  const computed = size.length + coverage.length === 0 ? subnetsOf(path, inputs, layout(inputs)) : [];
  const explicit = subnetsOf(path, inputs, explicitOf(inputs));
  const subnets = [...explicit, ...computed.filter((block) => block.path === undefined)];
  const further = furtherBlocks(path, data);
  return [...size, ...coverage, ...furtherProblems(data, further), ...placeProblems(data, explicit), ...overlapProblems(subnets)];
}

function isComputed(inputs: LayoutInputs, tier: Tier): boolean {
  const given = inputs.tiers[tier];
  return given !== undefined && Object.keys(given.cidrs).length === 0;
}

function sizeProblems(path: string, inputs: LayoutInputs): Problem[] {
  const { zones, zoneSlots, cidr } = inputs;
  const computed = tiers.filter((tier) => isComputed(inputs, tier));
  const longest = Math.min(28, ...computed.filter((tier) => tier !== "pod").map((tier) => longestPrefix(tier, zoneSlots)));
  const beyond = zones.filter((zone) => zoneIndex(zone) >= zoneSlots);
  const podCidr = computed.includes("pod") ? inputs.tiers.pod?.cidr : undefined;
  const podTooSmall = podCidr !== undefined && parsed(podCidr).prefix > longestPrefix("pod", zoneSlots);
  const { vpcTooSmall } = crossRules;
  return [
    ...(beyond.length > 0 ? [broken(path, crossRules.zoneSlot, beyond)] : []),
    ...(parsed(cidr).prefix > longest
      ? [{ ...broken(path, vpcTooSmall, cidr, widened(cidr, longest)), expected: `a prefix of at most /${longest} for ${computed.filter((tier) => tier !== "pod").join(", ")} subnets in ${zoneSlots} zone slots` }]
      : []),
    ...(podTooSmall ? [broken(path, crossRules.podBlockTooSmall, podCidr, widened(podCidr, longestPrefix("pod", zoneSlots)))] : []),
  ];
}

function coverageProblems(path: string, inputs: LayoutInputs): Problem[] {
  const zones = [...inputs.zones].sort();
  const explicit = tiers.filter((tier) => inputs.tiers[tier] !== undefined && !isComputed(inputs, tier));
  return explicit
    .map((tier) => ({ tier, given: Object.keys(inputs.tiers[tier]!.cidrs).sort() }))
    .filter(({ given }) => given.join() !== zones.join())
    .map(({ tier, given }) => ({ ...broken(path, crossRules.tierZones, given), path: `${path}.${tier}Subnets.cidrs`, expected: `a block for each of ${zones.join(", ")} and no other, or none at all` }));
}

/** Secondary blocks and the block of the pods. */
function furtherBlocks(path: string, { secondaryCidrs, podSubnets }: NetworkData): Block[] {
  const secondary = Object.entries(secondaryCidrs).map(([name, cidr]) => ({ path: join(`${path}.secondaryCidrs`, name), name: `secondaryCidrs.${name}`, cidr: parsed(cidr) }));
  const pods = podSubnets === null ? [] : [{ path: `${path}.podSubnets.cidr`, name: "podSubnets", cidr: parsed(podSubnets.cidr) }];
  return [...secondary, ...pods];
}

function furtherProblems({ cidr }: NetworkData, further: readonly Block[]): Problem[] {
  const vpc: Block = { name: "cidr", cidr: parsed(cidr) };
  return further.flatMap((block, index): Problem[] => {
    const other = [vpc, ...further.slice(0, index)].find((earlier) => overlaps(earlier.cidr, block.cidr));
    if (other !== undefined) return [apart(block, other, "secondary-cidr-overlap")];
    const range = refusedRange(cidr, formatCidr(block.cidr));
    const expected = `a block outside ${range}`;
    return range === undefined ? [] : [{ path: block.path!, expected, got: formatCidr(block.cidr), why: `AWS refuses it in a VPC with ${cidr}`, suggestion: "100.64.0.0/16", rule: "secondary-cidr-range" }];
  });
}

/** Explicit subnets outside the blocks that they must lie in. */
function placeProblems(data: NetworkData, explicit: readonly Block[]): Problem[] {
  const vpc = [data.cidr, ...Object.values(data.secondaryCidrs)];
  return explicit.flatMap((block): Problem[] => {
    const around = block.tier === "pod" ? [data.podSubnets!.cidr] : vpc;
    if (around.some((outer) => contains(parsed(outer), block.cidr))) return [];
    return [{ path: block.path!, expected: `a block inside ${around.join(" or ")}`, got: formatCidr(block.cidr), rule: "subnet-outside-vpc" }];
  });
}

/** Explicit blocks that overlap another. Computed ones never overlap each other. */
function overlapProblems(subnets: readonly Block[]): Problem[] {
  return subnets.flatMap((block, index): Problem[] => {
    if (block.path === undefined) return [];
    const others = [...subnets.slice(0, index), ...subnets.slice(index + 1).filter((later) => later.path === undefined)];
    const other = others.find((candidate) => overlaps(candidate.cidr, block.cidr));
    return other === undefined ? [] : [apart(block, other, "subnet-overlap")];
  });
}

function apart(block: Block, other: Block, rule: string): Problem {
  return { path: block.path!, expected: `a block apart from ${other.name}, ${formatCidr(other.cidr)}`, got: formatCidr(block.cidr), rule };
}

function explicitOf(inputs: LayoutInputs): Partial<Record<Tier, Readonly<Record<string, string>>>> {
  return Object.fromEntries(tiers.filter((tier) => inputs.tiers[tier] !== undefined).map((tier) => [tier, inputs.tiers[tier]!.cidrs]));
}

function subnetsOf(path: string, inputs: LayoutInputs, blocks: Partial<Record<Tier, Readonly<Record<string, string>>>>): Block[] {
  return tiers.flatMap((tier) =>
    Object.entries(blocks[tier] ?? {}).map(([zone, cidr]) => ({
      ...(!isComputed(inputs, tier) && { path: join(`${path}.${tier}Subnets.cidrs`, zone) }),
      name: `${tier}Subnets in ${zone}`,
      tier,
      cidr: parsed(cidr),
    })),
  );
}

function widened(cidr: string, prefix: number): string {
  return formatCidr(networkOf({ ...parsed(cidr), prefix }));
}

function parsed(cidr: string): Cidr {
  const block = parseCidr(cidr);
  if (block === undefined) throw new Error(`bug: expected a checked IPv4 CIDR block, got ${JSON.stringify(cidr)}`);
  return block;
}
