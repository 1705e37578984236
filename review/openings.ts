import { block, blocks, isUnknown, number, text, texts, type Values } from "./values";

/** Whom a resource lets into a security group, and to what. */
export interface Opening {
  /** Id of the security group; nothing where the plan makes it. */
  readonly group: string | undefined;
  /** A block, the id of a group or of a prefix list, or what of it is known after apply only. */
  readonly source: string;
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
}

type Ports = Pick<Opening, "protocol" | "from" | "to">;

export const groupTypes = ["aws_security_group", "aws_default_security_group"] as const;

/** The types that let somebody into a security group. */
export const openingTypes: readonly string[] = [...groupTypes, "aws_security_group_rule", "aws_vpc_security_group_ingress_rule"];

export function isGroup(type: string): boolean {
  return (groupTypes as readonly string[]).includes(type);
}

export function openingsOf(type: string, values: Values): Opening[] {
  if (isGroup(type)) return blocks(values, "ingress").flatMap((rule) => opened(text(values, "id"), rule, sourcesOf(rule)));
  const group = text(values, "security_group_id");
  if (type === "aws_security_group_rule" && text(values, "type") === "ingress") return opened(group, values, sourcesOf(values));
  if (type !== "aws_vpc_security_group_ingress_rule") return [];
  const sources = Object.entries(sourceWords).flatMap(([name, word]) => text(values, name) ?? (isUnknown(values[name]) ? `a ${word} that is known after apply` : []));
  return opened(group, { ...values, protocol: values["ip_protocol"] }, sources);
}

const sourceWords = { cidr_ipv4: "block", cidr_ipv6: "block", prefix_list_id: "prefix list", referenced_security_group_id: "security group" };

/** The older ways: lists, and `self`. */
function sourcesOf(rule: Values): string[] {
  const other = text(rule, "source_security_group_id");
  return [
    ...["cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "security_groups"].flatMap((name) => texts(rule, name)),
    ...(other === undefined ? [] : [other]),
    ...(rule["self"] === true ? ["itself"] : []),
  ];
}

function opened(group: string | undefined, rule: Values, sources: readonly string[]): Opening[] {
  const ports = portsIn(rule);
  return sources.map((source) => ({ group, source, ...ports }));
}

function portsIn(rule: Values): Ports {
  const protocol = text(rule, "protocol") ?? (isUnknown(rule["protocol"]) ? unknownPorts : "-1");
  const all = { from: 0, to: 65_535 };
  if (protocol === "-1" || protocol === "all") return { protocol: "all", ...all };
  if (protocol === unknownPorts || isUnknown(rule["from_port"]) || isUnknown(rule["to_port"])) return { protocol: unknownPorts, ...all };
  return { protocol, from: number(rule, "from_port") ?? all.from, to: number(rule, "to_port") ?? all.to };
}

/** In the place of a protocol. */
const unknownPorts = "unknown";

export function coversPorts(wide: Ports, narrow: Ports): boolean {
  return (wide.protocol === "all" || wide.protocol === narrow.protocol) && wide.from <= narrow.from && wide.to >= narrow.to;
}

/** `tcp port 443`. */
export function portsOf({ protocol, from, to }: Ports): string {
  if (protocol === unknownPorts) return "ports that are known after apply";
  if (protocol === "all") return "every port";
  if (from === to) return `${protocol} port ${from}`;
  return from === 0 && to === 65_535 ? `every ${protocol} port` : `${protocol} ports ${from} to ${to}`;
}

/** From where a cluster's API is reached, beside its own network: nothing where it is from nowhere, an empty list where nobody says. */
export function endpointSources(cluster: Values | undefined): readonly string[] | undefined {
  const access = block(cluster, "vpc_config");
  return access?.["endpoint_public_access"] === true ? texts(access, "public_access_cidrs") : undefined;
}
