import { grouped } from "../grouped";
import type { ReadLayer } from "../plan-json";
import type { AccessChange } from "../report/review";
import { blocks, isUnknown, number, ownName, type Side, sides, text, texts, type Values } from "./attributes";
import { blockNamed, isWithin } from "./cidr-blocks";
import { enumerated } from "./enumerated";

/** Whom a rule of a security group lets in, and to what. */
interface Opening {
  readonly side: Side;
  /** Id of the security group; nothing where the plan makes it. */
  readonly group: string | undefined;
  readonly source: string;
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Sources and ports that a security group let nobody in from, whichever resource says it. Of a group that the plan makes only
 * public sources are told: nothing was behind it before.
 */
export function networkChanges(layers: readonly ReadLayer[]): AccessChange[] {
  const before = sides(layers, "before").flatMap(openings);
  const groups = new Set(sides(layers, "before").filter(({ type }) => isGroup(type)).map(({ values }) => text(values, "id")));
  const unchanged = new Set(layers.flatMap(({ resources }) => resources.filter(({ verb }) => verb === "none" || verb === "forget").map(({ address }) => address)));
  const wider = sides(layers, "after")
    .filter(({ address }) => !unchanged.has(address))
    .flatMap(openings)
    .filter((opening) => (isNew(opening, groups) ? isPublic(opening.source) : !before.some((old) => covers(old, opening))));
  return byRule(wider).map((all) => changeOf(all, before));
}

function byRule(openings: readonly Opening[]): Opening[][] {
  return [...grouped(openings, ({ side: { layer, address }, protocol, from, to }) => [layer, address, protocol, from, to].join(" ")).values()];
}

function isNew({ group, side }: Opening, groups: ReadonlySet<string | undefined>): boolean {
  return group === undefined || (isGroup(side.type) && !groups.has(group));
}

function changeOf(all: readonly Opening[], before: readonly Opening[]): AccessChange {
  const [{ side, group }] = all as [Opening];
  const name = isGroup(side.type) ? ownName(side) : (group ?? "that this plan makes");
  const then = before.filter((old) => group !== undefined && old.group === group && portsOf(old) === portsOf(all[0]!));
  const sentence = `security group ${name} lets in ${enumerated(all.map(({ source }) => blockNamed(source)))} to ${portsOf(all[0]!)}${isGroup(side.type) ? "" : ` (rule ${ownName(side)})`}`;
  return { layer: side.layer, address: side.address, kind: "network", sentence, before: enumerated(then.map(({ source }) => source)), after: enumerated(all.map(({ source }) => source)) };
}

function isGroup(type: string): boolean {
  return type === "aws_security_group" || type === "aws_default_security_group";
}

function openings(side: Side): Opening[] {
  const { type, values } = side;
  if (isGroup(type)) return blocks(values, "ingress").flatMap((rule) => opened(side, text(values, "id"), rule, sourcesOf(rule)));
  const group = text(values, "security_group_id");
  if (type === "aws_security_group_rule" && text(values, "type") === "ingress") return opened(side, group, values, sourcesOf(values));
  if (type !== "aws_vpc_security_group_ingress_rule") return [];
  const named = ["cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id"];
  const sources = named.flatMap((name) => text(values, name) ?? (isUnknown(side, name) ? `a ${words[name]} that is known after apply` : []));
  return opened(side, group, { ...values, protocol: values["ip_protocol"] }, sources);
}

const words: Readonly<Record<string, string>> = { cidr_ipv4: "block", cidr_ipv6: "block", prefix_list_id: "prefix list", referenced_security_group_id: "security group" };

/** The older ways: lists, and `self`. */
function sourcesOf(rule: Values): string[] {
  const other = text(rule, "source_security_group_id");
  return [
    ...["cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "security_groups"].flatMap((name) => texts(rule, name)),
    ...(other === undefined ? [] : [other]),
    ...(rule["self"] === true ? ["itself"] : []),
  ];
}

function opened(side: Side, group: string | undefined, rule: Values, sources: readonly string[]): Opening[] {
  const protocol = text(rule, "protocol") ?? "-1";
  const isAll = protocol === "-1" || protocol === "all";
  const [from, to] = isAll ? [0, 65_535] : [number(rule, "from_port") ?? 0, number(rule, "to_port") ?? 65_535];
  return sources.map((source) => ({ side, group, source, protocol: isAll ? "all" : protocol, from, to }));
}

function covers(wide: Opening, narrow: Opening): boolean {
  return wide.group === narrow.group && isWithin(narrow.source, wide.source) && (wide.protocol === "all" || wide.protocol === narrow.protocol) && wide.from <= narrow.from && wide.to >= narrow.to;
}

/** Private blocks are those of RFC 1918, RFC 6598 and RFC 4193. Groups and prefix lists are not seen through. */
const privateBlocks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

function isPublic(source: string): boolean {
  if (!source.includes("/")) return false;
  return source.includes(":") ? !/^f[cd]/i.test(source) : !privateBlocks.some((block) => isWithin(source, block));
}

function portsOf({ protocol, from, to }: Opening): string {
  if (protocol === "all") return "every port";
  if (from === to) return `${protocol} port ${from}`;
  return from === 0 && to === 65_535 ? `every ${protocol} port` : `${protocol} ports ${from} to ${to}`;
}
