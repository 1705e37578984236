import { familyOf, isBurstable } from "../aws/instance-families";
import { isKnownRegion, offeringDays } from "../aws/instance-offerings";
import { type InstanceType, instanceType } from "../aws/instance-types";
import { nodeGroupLimits } from "../aws/cluster-limits";
import { leastSpotPools } from "../aws/spot";
import type { Problem } from "../kernel";
import type { CheckedEnvironment } from "./environment";
import { matchingTypes } from "./instance-choice";

type NodeGroup = CheckedEnvironment["nodeGroups"][string];

interface Place {
  readonly region: string;
  /** The zones that the network has. */
  readonly zones: readonly string[];
}

/**
 * Why a SPOT group would be interrupted more often than it must, or hard to count on. It works today, so these are warnings.
 * All that is said of types suggests the same list, which ends all of it.
 */
export function spotWarnings(path: string, group: NodeGroup, names: readonly string[], { region, zones: all }: Place): Problem[] {
  const types = names.map(instanceType).filter((type) => type !== undefined);
  if (group.capacity !== "SPOT" || types.length === 0 || types.length < names.length) return [];
  // A group of one zone each has pools of its zone alone, and the other zones have theirs.
  const perZone = group.perZone !== null;
  const zones = perZone ? all.slice(0, 1) : (group.zones ?? all);
  const suggestion = isKnownRegion(region) ? better(types, region, zones.length) : undefined;
  // Where there is nothing to add, few pools are all there are.
  const pools = suggestion === undefined || suggestion.length > types.length ? poolWarnings(types, zones) : [];
  const aboutTypes = [...sizeWarnings(types), ...familyWarnings(types), ...burstableWarnings(types), ...pools];
  const way = group.instanceTypes === null ? { path, suggestion: { instanceTypes: suggestion } } : { path: `${path}.instanceTypes`, suggestion };
  return [...aboutTypes.map((warning) => ({ ...warning, ...way })), ...(perZone ? [] : zoneWarnings(`${path}.zones`, zones, all))];
}

/**
 * An autoscaler reckons with one size a group, whatever its capacity. Source:
 * https://ec2spotworkshops.com/using_ec2_spot_instances_with_eks/spotworkers/selecting_instance_types.html, read 2026-11-21.
 */
export function sizeProblems(path: string, { instanceTypes, autoscaler }: NodeGroup, types: readonly InstanceType[]): Problem[] {
  const sizes = sizesOf(types);
  if (autoscaler === null || sizes.length < 2) return [];
  const at = instanceTypes === null ? `${path}.instances` : `${path}.instanceTypes`;
  return [{ path: at, expected: "instance types of one size", got: sizes, why: "the autoscaler takes every node for the same", rule: "autoscaler-sizes" }];
}

function sizesOf(types: readonly InstanceType[]): readonly string[] {
  return [...new Set(types.map(({ vcpus, memoryMib = 0 }) => `${vcpus} vCPUs with ${memoryMib / 1024} GiB`))];
}

type Warning = Omit<Problem, "path">;

function sizeWarnings(types: readonly InstanceType[]): Warning[] {
  const sizes = sizesOf(types);
  if (sizes.length === 1) return [];
  return [{ expected: "SPOT types of one size", got: sizes, why: "which of them comes is chance, so a number of nodes says nothing of their room", rule: "spot-sizes" }];
}

function familyWarnings(types: readonly InstanceType[]): Warning[] {
  const [family, ...others] = [...new Set(types.map(({ name }) => familyOf(name)))];
  if (types.length === 1 || others.length > 0) return [];
  return [{ expected: "SPOT types of more than one family", got: family, why: "types of a family run out together", rule: "spot-family" }];
}

/**
 * All but t2 launch in the mode `unlimited`. Source: CreditSpecification of EC2's RunInstances
 * (https://docs.aws.amazon.com/sdk-for-kotlin/api/latest/ec2/), read 2026-11-21.
 */
function burstableWarnings(types: readonly InstanceType[]): Warning[] {
  const burstable = types.map(({ name }) => name).filter(isBurstable);
  if (burstable.length === 0) return [];
  return [{ expected: "no burstable types for SPOT", got: burstable, why: "a short life earns few credits, and what is used beyond them is paid for", rule: "spot-burstable" }];
}

function poolWarnings(types: readonly InstanceType[], zones: readonly string[]): Warning[] {
  if (zones.length === 0 || types.length * zones.length >= leastSpotPools) return [];
  const got = `${types.length} in ${zones.length} ${zones.length === 1 ? "zone" : "zones"}`;
  return [{ expected: `SPOT types for at least ${leastSpotPools} pools (types × zones)`, got, why: "the fewer pools, the more interruptions", rule: "spot-pools" }];
}

function zoneWarnings(path: string, zones: readonly string[], all: readonly string[]): Problem[] {
  if (zones.length !== 1 || all.length < 2) return [];
  return [{ path, expected: "more than one zone for SPOT", got: zones, why: "a zone without capacity would leave no node", suggestion: all, rule: "spot-zone" }];
}

/** The types of the first one's size that are not burstable, and others of that size until there are pools enough. */
function better(types: readonly InstanceType[], region: string, zones: number): readonly string[] {
  const first = types.find(({ name }) => !isBurstable(name)) ?? types[0]!;
  const kept = types.filter((type) => type.vcpus === first.vcpus && type.memoryMib === first.memoryMib && !isBurstable(type.name)).map(({ name }) => name);
  const more = alike(first, region).filter((name) => !kept.includes(name));
  const enough = Math.min(nodeGroupLimits.instanceTypes.max, Math.ceil(leastSpotPools / Math.max(zones, 1)));
  return [...kept, ...more.slice(0, Math.max(0, enough - kept.length))];
}

function alike({ vcpus, memoryMib, architecture, accelerator }: InstanceType, region: string): readonly string[] {
  if (vcpus === undefined || memoryMib === undefined || (architecture !== "x86_64" && architecture !== "arm64")) return [];
  if (accelerator !== undefined && accelerator !== "nvidia" && accelerator !== "neuron") return [];
  const free = { maxVcpus: null, maxMemoryGib: null, burstable: false, families: null, excludedFamilies: [], minGeneration: null };
  const wish = { vcpus, memoryGib: memoryMib / 1024, architecture, accelerator: accelerator ?? null, asOf: offeringDays().last, ...free };
  return matchingTypes(wish, "SPOT", region).map(({ name }) => name);
}
