import { familyOf, instanceFamily, isBurstable, isForHpc, usualSeries } from "../aws/instance-families";
import { isKnownRegion, isOffered, offeringDays } from "../aws/instance-offerings";
import { type InstanceType, instanceTypes } from "../aws/instance-types";
import type { Problem } from "../kernel";
import { nearest } from "../kernel/nearest";
import type { CheckedEnvironment } from "./environment";

type NodeGroup = CheckedEnvironment["nodeGroups"][string];
type Instances = NonNullable<NodeGroup["instances"]>;
type Wish = Omit<Instances, "most">;

/** The types of a group: those that it names, or those that are like the instances it asks for. */
export function typesOf({ instanceTypes: named, instances, capacity }: NodeGroup, region: string): readonly string[] {
  return named ?? (instances === null ? [] : matchingTypes(instances, capacity, region).slice(0, instances.most).map(({ name }) => name));
}

/**
 * The types that satisfy a wish, in an order of preference that depends on the wish alone: usual series first, then families with
 * nothing special, then the newest generation. Types that the table learns after the wish's day are not there.
 */
export function matchingTypes(wish: Wish, capacity: string, region: string): readonly InstanceType[] {
  return suitable(wish, capacity, region).filter((type) => fits(type, wish)).toSorted(byPreference);
}

/** Why nothing, or nothing for sure, can be chosen. `path` is that of the wish. */
export function choiceProblems(path: string, { instances, capacity }: NodeGroup, region: string): Problem[] {
  if (instances === null) return [];
  const unknown = [...familyProblems(`${path}.families`, instances.families ?? []), ...familyProblems(`${path}.excludedFamilies`, instances.excludedFamilies)];
  const problems = [...dayProblems(`${path}.asOf`, instances.asOf), ...unknown, ...regionProblems(path, instances, region)];
  if (problems.length > 0 || matchingTypes(instances, capacity, region).length > 0) return problems;
  const { vcpus, maxVcpus, memoryGib, maxMemoryGib } = instances;
  const got = `${span(vcpus, maxVcpus)} vCPUs, ${span(memoryGib, maxMemoryGib)} GiB`;
  const near = nearestSize(instances, suitable(instances, capacity, region));
  const why = near === undefined ? "the rest of it fits no type of any size" : `the nearest are ${near.types.join(", ")}`;
  return [{ path, expected: `instances that ${capacity === "SPOT" ? "SPOT in " : ""}${region} offers`, got, why, suggestion: near?.size, rule: "instances-none" }];
}

/** All that the wish says, less the sizes. */
function suitable(wish: Wish, capacity: string, region: string): readonly InstanceType[] {
  const { architecture, accelerator, burstable, families, excludedFamilies, minGeneration, asOf } = wish;
  return instanceTypes().filter((type) => {
    const family = familyOf(type.name);
    return (
      type.architecture === architecture &&
      type.accelerator === (accelerator ?? undefined) &&
      type.hypervisor === "nitro" &&
      !isForHpc(type.name) &&
      (burstable || !isBurstable(type.name)) &&
      (families === null || families.includes(family)) &&
      !excludedFamilies.includes(family) &&
      (minGeneration === null || instanceFamily(family).generation >= minGeneration) &&
      (capacity !== "SPOT" || type.spot === true) &&
      isOffered(type.name, region, asOf) === true
    );
  });
}

function fits({ vcpus, memoryMib }: InstanceType, wish: Wish): boolean {
  const within = (value: number, min: number, max: number | null) => value >= min && value <= (max ?? min);
  return vcpus !== undefined && memoryMib !== undefined && within(vcpus, wish.vcpus, wish.maxVcpus) && within(memoryMib / 1024, wish.memoryGib, wish.maxMemoryGib);
}

function byPreference(one: InstanceType, other: InstanceType): number {
  const [a, b] = [one, other].map(({ name }) => instanceFamily(familyOf(name))) as [ReturnType<typeof instanceFamily>, ReturnType<typeof instanceFamily>];
  const special = ({ series }: typeof a) => Number(!usualSeries.includes(series));
  return special(a) - special(b) || a.extras - b.extras || b.generation - a.generation || one.vcpus! - other.vcpus! || one.memoryMib! - other.memoryMib! || (one.name < other.name ? -1 : 1);
}

/** The size that is the least times away from the wanted one, with the first types that have it. */
function nearestSize(wish: Wish, types: readonly InstanceType[]) {
  const known = types.filter(({ vcpus, memoryMib }) => vcpus !== undefined && memoryMib !== undefined);
  const away = (value: number, min: number, max: number | null) => Math.abs(Math.log2(Math.max(min, Math.min(max ?? min, value)) / value));
  const distance = ({ vcpus, memoryMib }: InstanceType) => away(vcpus!, wish.vcpus, wish.maxVcpus) + away(memoryMib! / 1024, wish.memoryGib, wish.maxMemoryGib);
  const [best] = known.toSorted((one, other) => distance(one) - distance(other) || byPreference(one, other));
  if (best === undefined) return undefined;
  const same = known.filter(({ vcpus, memoryMib }) => vcpus === best.vcpus && memoryMib === best.memoryMib).toSorted(byPreference);
  return { size: { vcpus: best.vcpus, memoryGib: best.memoryMib! / 1024 }, types: same.slice(0, 3).map(({ name }) => name) };
}

function familyProblems(path: string, families: readonly string[]): Problem[] {
  const known = new Set(instanceTypes().map(({ name }) => familyOf(name)));
  return families.flatMap((family, index) =>
    known.has(family) ? [] : [{ path: `${path}[${index}]`, expected: "an instance family of EC2", got: family, suggestion: nearest(family, known), rule: "instances-family-known" }],
  );
}

function dayProblems(path: string, day: string): Problem[] {
  const { first, last } = offeringDays();
  if (day >= first && day <= last) return [];
  const why = day > last ? "what the table learns until then would change the group" : "the table knows nothing of the days before";
  return [{ path, expected: first === last ? first : `a day from ${first} to ${last}`, got: day, why, suggestion: day > last ? last : first, rule: "instances-day" }];
}

function regionProblems(path: string, { asOf }: Wish, region: string): Problem[] {
  if (asOf < offeringDays().first || isKnownRegion(region, asOf)) return [];
  return [{ path, expected: "instanceTypes by name", got: "what instances are like", why: `what ${region} offers is not known here`, rule: "instances-region" }];
}

function span(min: number, max: number | null): string {
  return max === null || max === min ? `${min}` : `${min} to ${max}`;
}
