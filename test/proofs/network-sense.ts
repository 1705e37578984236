import { formatCidr, network, parseCidr } from "../../kernel/cidr";
import { computedBlock, longestPrefix, type Tier, tiers } from "../../modules/network/layout";
import { zoneNames } from "./text-arbitrary";

type Data = Record<string, any>;

const inputOf: Readonly<Record<Tier, string>> = {
  public: "publicSubnets",
  private: "privateSubnets",
  intra: "intraSubnets",
  pod: "podSubnets",
  database: "databaseSubnets",
};
/** Tiers that are there when nobody says otherwise. */
const byDefault: readonly Tier[] = ["public", "private", "intra"];

/**
 * Generated inputs of a network, made to fit each other: what one of them says of zones, blocks or egress is bent to
 * what the others say. What was generated decides as much as it can.
 */
export function sensibleNetwork(generated: Data): Data {
  return [withZones, withBlocks, withTierBlocks, withNat, withAddresses, withEndpoints].reduce((data, step) => step(data), generated);
}

function withZones(data: Data): Data {
  const known = zoneNames.slice(0, data["zoneSlots"] ?? 4);
  const zones = (data["zones"] as string[]).filter((zone) => known.includes(zone));
  return { ...data, zones: [...zones, ...known.filter((zone) => !zones.includes(zone))].slice(0, Math.max(2, zones.length)) };
}

function withBlocks(data: Data): Data {
  const slots = data["zoneSlots"] ?? 4;
  const pods = data["podSubnets"];
  return {
    ...data,
    cidr: atLeast(data["cidr"], longestPrefix("public", slots)),
    ...(data["secondaryCidrs"] != null && { secondaryCidrs: mapEntries(data["secondaryCidrs"], (_, index) => `10.${240 + index}.0.0/20`) }),
    ...(pods != null && { podSubnets: { ...pods, cidr: atLeast(`100.64.0.0/${pods.cidr.split("/")[1]}`, longestPrefix("pod", slots)) } }),
  };
}

/** Explicit blocks: those of the computed layout, dealt to the zones in the opposite order. */
function withTierBlocks(data: Data): Data {
  const { zones, cidr, zoneSlots = 4 } = data;
  const backwards = [...zones].reverse();
  const explicit = tiers.filter((tier) => Object.keys(data[inputOf[tier]]?.cidrs ?? {}).length > 0);
  const blocks = (tier: Tier) => {
    const outer = parseCidr(tier === "pod" ? data["podSubnets"].cidr : cidr)!;
    return Object.fromEntries((zones as string[]).map((zone, index) => [zone, formatCidr(computedBlock(tier, outer, backwards[index], zoneSlots))]));
  };
  return { ...data, ...Object.fromEntries(explicit.map((tier) => [inputOf[tier], { ...data[inputOf[tier]], cidrs: blocks(tier) }])) };
}

function withNat(data: Data): Data {
  const { natZone, zones } = data;
  const wanted = natZone == null ? data["nat"] : "single";
  const users = there(data, "private") || there(data, "pod");
  const nat = users && (there(data, "public") || wanted === "regional") ? wanted : "none";
  const own = natZone == null || nat !== "single" ? {} : { natZone: zones.includes(natZone) ? natZone : zones.at(-1) };
  const { natZone: _, ...rest } = data;
  return { ...rest, ...("natZone" in data && { natZone: null }), ...own, nat };
}

function withAddresses(data: Data): Data {
  if (data["natElasticIps"] == null) return data;
  const { nat, natZone, zones } = data;
  const standing: string[] = { none: [], single: [natZone ?? [...zones].sort()[0]], perZone: zones, regional: zones }[nat as string] ?? [];
  const ids = Object.values(data["natElasticIps"]);
  const count = nat === "regional" && ids.length > 0 ? standing.length : ids.length;
  return { ...data, natElasticIps: Object.fromEntries(standing.slice(0, count).map((zone, index) => [zone, ids[index % ids.length]])) };
}

function withEndpoints(data: Data): Data {
  const names = (data["dnsSupport"] ?? true) && (data["dnsHostnames"] ?? true);
  const places = there(data, "private") || there(data, "intra");
  const endpoints = mapEntries(places ? (data["interfaceEndpoints"] ?? {}) : {}, (endpoint) => ({
    ...endpoint,
    ...(!names && { privateDns: false }),
    ...(endpoint.zones != null && { zones: data["zones"].slice(0, endpoint.zones.length) }),
  }));
  return {
    ...data,
    ...(data["dnsSupport"] === false && { dnsHostnames: false }),
    ...("interfaceEndpoints" in data && { interfaceEndpoints: endpoints }),
  };
}

function there(data: Data, tier: Tier): boolean {
  const given = data[inputOf[tier]];
  return given === undefined ? byDefault.includes(tier) : given !== null;
}

/** The block, or the one around it of the given prefix when it is smaller. */
function atLeast(cidr: string, longest: number): string {
  const parsed = parseCidr(cidr)!;
  return formatCidr(network({ ...parsed, prefix: Math.min(parsed.prefix, longest) }));
}

function mapEntries(from: Data, change: (item: any, index: number) => unknown): Data {
  return Object.fromEntries(Object.entries(from).map(([key, item], index) => [key, change(item, index)]));
}
