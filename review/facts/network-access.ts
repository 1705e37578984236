import { grouped } from "../grouped";
import { coversPorts, groupTypes, isGroup, type Opening, openingsOf, portsOf } from "../openings";
import type { ReadLayer } from "../plan-json";
import type { AccessChange } from "../report/review";
import { text } from "../values";
import { blockNamed, isWithin } from "./cidr-blocks";
import { enumerated } from "./enumerated";
import { referredBy } from "./referred";
import { type Side, sides } from "./sides";

/** With the resource that says it. */
interface SaidOpening extends Opening {
  readonly side: Side;
}

/**
 * Sources and ports that a security group let nobody in from, whichever resource says it. Of a group that the plan makes only
 * public sources are told: nothing was behind it before.
 */
export function networkChanges(layers: readonly ReadLayer[]): AccessChange[] {
  const [old, planned] = [sides(layers, "before"), sides(layers, "after")];
  const before = old.flatMap(openings);
  const groups = new Set(old.filter(({ type }) => isGroup(type)).map(({ values }) => text(values, "id")));
  const unchanged = new Set(layers.flatMap(({ resources }) => resources.filter(({ verb }) => verb === "none" || verb === "forget").map(({ address }) => address)));
  const wider = planned
    .filter(({ address }) => !unchanged.has(address))
    .flatMap(openings)
    .filter((opening) => (isNew(opening, groups) ? isPublic(opening.source) : !before.some((one) => covers(one, opening))));
  const groupNamed = referredBy(layers, groupTypes, "id");
  return byRule(wider).map((all) => changeOf(all, before, groupNamed));
}

function openings(side: Side): SaidOpening[] {
  return openingsOf(side.type, side.values).map((opening) => ({ ...opening, side }));
}

function byRule(openings: readonly SaidOpening[]): SaidOpening[][] {
  return [...grouped(openings, ({ side: { layer, address }, protocol, from, to }) => [layer, address, protocol, from, to].join(" ")).values()];
}

function isNew({ group, side }: SaidOpening, groups: ReadonlySet<string | undefined>): boolean {
  return group === undefined || (isGroup(side.type) && !groups.has(group));
}

function changeOf(all: readonly SaidOpening[], before: readonly SaidOpening[], groupNamed: (id: string) => string): AccessChange {
  const [{ side, group, ...ports }] = all as [SaidOpening];
  const isOwn = isGroup(side.type);
  const name = isOwn ? side.name : group === undefined ? "a security group that this plan makes" : groupNamed(group);
  const then = before.filter((old) => group !== undefined && old.group === group && portsOf(old) === portsOf(ports));
  const sentence = `${name} lets in ${enumerated(all.map(({ source }) => blockNamed(source)))} to ${portsOf(ports)}${isOwn ? "" : ` (${side.name})`}`;
  return { layer: side.layer, address: side.address, kind: "network", sentence, before: enumerated(then.map(({ source }) => source)), after: enumerated(all.map(({ source }) => source)) };
}

function covers(wide: Opening, narrow: Opening): boolean {
  return wide.group === narrow.group && isWithin(narrow.source, wide.source) && coversPorts(wide, narrow);
}

/** Private blocks are those of RFC 1918, RFC 6598 and RFC 4193. Groups and prefix lists are not seen through. */
const privateBlocks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

function isPublic(source: string): boolean {
  if (!source.includes("/")) return false;
  return source.includes(":") ? !/^f[cd]/i.test(source) : !privateBlocks.some((block) => isWithin(source, block));
}
