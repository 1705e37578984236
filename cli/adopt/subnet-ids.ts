import { Reference } from "./calls";
import type { Found } from "./state";

type ByZone = Readonly<Record<string, string>>;

export interface SubnetIds {
  readonly byZone: ByZone;
  /** The network's output where that has these subnets and no other, else their ids. */
  readonly input: Reference | ByZone;
}

/** Subnets by zone where the state says their zones, else by their ids: the keys stand in no resource. */
export function subnetIds(ids: readonly string[], all: readonly Found[], tiers: Readonly<Record<string, ByZone>> = {}): SubnetIds {
  const zones = ids.map((id) => all.find(({ type, values }) => type === "aws_subnet" && values["id"] === id)?.values["availability_zone"] as string | undefined);
  const known = new Set(zones).size === ids.length && !zones.includes(undefined);
  const byZone = Object.fromEntries(ids.map((id, index) => [known ? zones[index]! : id, id]).sort());
  const same = (tier: ByZone) => ids.length === Object.keys(tier).length && ids.every((id) => Object.values(tier).includes(id));
  const tier = Object.keys(tiers).find((name) => same(tiers[name]!));
  return { byZone, input: tier === undefined ? byZone : new Reference(`module.network.${tier}_subnet_ids`) };
}

/** Groups or profiles whose zones are subnet ids: the subnets of all as one input, and each with the zones of its own, null for all. */
export function placed(items: Readonly<Record<string, unknown>>, inSubnets: (ids: readonly string[]) => SubnetIds) {
  const given = items as Readonly<Record<string, { readonly zones: readonly string[] }>>;
  const { byZone, input } = inSubnets([...new Set(Object.values(given).flatMap(({ zones }) => zones))]);
  const zonesOf = (ids: readonly string[]) => Object.keys(byZone).filter((zone) => ids.includes(byZone[zone]!));
  const all = Object.keys(byZone).length;
  const one = ({ zones: ids, ...item }: { readonly zones: readonly string[] }) => ({ ...item, ...(zonesOf(ids).length < all && { zones: zonesOf(ids) }) });
  return { input, items: Object.fromEntries(Object.entries(given).map(([key, item]) => [key, one(item)])) };
}
