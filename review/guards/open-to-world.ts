import type { PlannedResource } from "../plan-json";
import { block, blocks, listed, type Values, valuesAfter } from "./known-values";
import { named, type Trip } from "./trip";

/** What any address of one family may reach. */
interface Opening {
  readonly cidr: string;
  readonly protocol: unknown;
  readonly from: number;
  readonly to: number;
}

interface Door {
  readonly word: string;
  readonly openings: (values: Values) => readonly Opening[];
}

const group: Door = { word: "security group", openings: (values) => blocks(values, "ingress").flatMap(inbound) };

/** What lets somebody in, by type. */
export const doors: Readonly<Record<string, Door>> = {
  aws_eks_cluster: { word: "endpoint of the cluster", openings: endpoint },
  aws_default_security_group: group,
  aws_security_group: group,
  aws_security_group_rule: { word: "security group rule", openings: (values) => (values["type"] === "ingress" ? inbound(values) : []) },
  aws_vpc_security_group_ingress_rule: { word: "security group rule", openings: (values) => opened(values, values["ip_protocol"], [values["cidr_ipv4"], values["cidr_ipv6"]]) },
};

/** What the whole internet may reach then and may not today: also of what is new, and also another port of a rule that was open before. */
export function worldTrips(resource: PlannedResource): Trip[] {
  const door = doors[resource.type];
  const after = valuesAfter(resource);
  if (door === undefined || after === undefined || resource.verb === "none" || resource.verb === "forget") return [];
  const before = resource.before === undefined ? [] : door.openings(resource.before);
  const wider = door.openings(after).filter((opening) => !before.some((old) => covers(old, opening)));
  return wider.map((opening) => ({ guard: "open-to-world", sentence: `${named(resource, door.word)} lets in ${opening.cidr} to ${portsOf(opening)}` }));
}

/** The rules of a group that stand in the group itself, and those of the older resource, are written alike. */
function inbound(rule: Values): Opening[] {
  return opened(rule, rule["protocol"], [...listed(rule["cidr_blocks"]), ...listed(rule["ipv6_cidr_blocks"])]);
}

function endpoint(cluster: Values): Opening[] {
  const access = block(cluster, "vpc_config");
  if (access?.["endpoint_public_access"] !== true) return [];
  return opened({ from_port: 443, to_port: 443 }, "tcp", listed(access["public_access_cidrs"]));
}

function opened({ from_port: from, to_port: to }: Values, protocol: unknown, cidrs: readonly unknown[]): Opening[] {
  const isAll = protocol === "-1" || protocol === "all";
  const [first, last] = isAll || typeof from !== "number" || typeof to !== "number" ? [0, 65_535] : [from, to];
  const everybody = cidrs.filter((cidr) => typeof cidr === "string" && cidr.endsWith("/0")) as string[];
  return everybody.map((cidr) => ({ cidr, protocol: isAll ? "all" : protocol, from: first, to: last }));
}

function covers(wide: Opening, narrow: Opening): boolean {
  return wide.cidr === narrow.cidr && (wide.protocol === "all" || wide.protocol === narrow.protocol) && wide.from <= narrow.from && wide.to >= narrow.to;
}

function portsOf({ protocol, from, to }: Opening): string {
  if (from === to) return `${String(protocol)} port ${from}`;
  return from === 0 && to === 65_535 ? `every port${protocol === "all" ? "" : ` of ${String(protocol)}`}` : `${String(protocol)} ports ${from} to ${to}`;
}
