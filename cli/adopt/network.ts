import { commonInputs, lostTags, sharedTags, tagsInput, without } from "./tags";
import { adoptEndpoints } from "./endpoints";
import { fateOf, type Fate, goes, keyed, moves, stays, type Table } from "./fate";
import type { Found } from "./state";

const tiers = ["public", "private", "intra", "database"] as const;

export interface AdoptedNetwork {
  readonly fate: (resource: Found) => Fate;
  readonly inputs: Record<string, unknown>;
  readonly notes: readonly string[];
  readonly vpcId: string;
  /** Ids of the subnets that are taken over, by tier and zone. */
  readonly subnets: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What a call of terraform-aws-vpc 5 or 6 holds, and `further`, a call of its vpc-endpoints, as the inputs of `network`, and what becomes of each resource. */
export function adoptNetwork(all: readonly Found[], further: readonly Found[]): AdoptedNetwork {
  const of = (address: string) => all.filter(({ type, name }) => `${type}.${name}` === address);
  const vpc = of("aws_vpc.this")[0]!.values;
  const zoneOf: Record<string, string> = Object.fromEntries(all.filter(({ type }) => type === "aws_subnet").map(({ values }) => [values["id"], values["availability_zone"]]));
  const firstInZone = (tier: string) => {
    const zones = new Map<string, Found>();
    for (const subnet of of(`aws_subnet.${tier}`)) if (!zones.has(subnet.values["availability_zone"])) zones.set(subnet.values["availability_zone"], subnet);
    return zones;
  };
  const subnetsOf = Object.fromEntries(tiers.map((tier) => [tier, firstInZone(tier)]));
  const taken = (tier: string, id: string) => [...subnetsOf[tier]!.entries()].find(([, { values }]) => values["id"] === id)?.[0];
  const gateways = of("aws_nat_gateway.this");
  const natZone = gateways.length === 1 ? zoneOf[gateways[0]!.values["subnet_id"]] : undefined;
  const tables = tableZones(of("aws_route_table_association.private"), (id) => taken("private", id), natZone);
  const addressZone = (id: string) => zoneOf[gateways.find(({ values }) => values["allocation_id"] === id)?.values["subnet_id"]];
  const flowLog = of("aws_flow_log.this")[0]?.values;
  const group = of("aws_cloudwatch_log_group.flow_log")[0]?.values;
  const flowRole = of("aws_iam_role.vpc_flow_log_cloudwatch")[0]?.values;
  const ownFlowLog = flowLog !== undefined && group !== undefined && flowRole !== undefined;

  const perTier: Table = Object.fromEntries(
    tiers.flatMap((tier) => [
      [`aws_subnet.${tier}`, ({ values }: Found) => keyed(`aws_subnet.${tier}`, taken(tier, values["id"]), "a tier has one subnet in a zone, and another is there")],
      [`aws_route_table_association.${tier}`, ({ values }: Found) => keyed(`aws_route_table_association.${tier}`, taken(tier, values["subnet_id"]), "it belongs to a subnet that stays")],
    ]),
  );
  const first = (to: string) => ({ key }: Found): Fate => (key === 0 ? moves(`${to}[0]`) : { kind: "goes", why: "a tier has one table here" });
  const table: Table = {
    ...perTier,
    "aws_vpc.this": () => moves("aws_vpc.this"),
    "aws_vpc_ipv4_cidr_block_association.this": ({ key }) => keyed("aws_vpc_ipv4_cidr_block_association.secondary", `secondary${Number(key) + 1}`),
    "aws_default_security_group.this": () => moves("aws_default_security_group.this"),
    "aws_internet_gateway.this": () => moves("aws_internet_gateway.this[0]"),
    "aws_eip.nat": ({ values }) => keyed("aws_eip.nat", addressZone(values["id"])),
    "aws_nat_gateway.this": ({ values }) => keyed("aws_nat_gateway.zonal", zoneOf[values["subnet_id"]]),
    "aws_route_table.public": first("aws_route_table.public"),
    "aws_route_table.intra": first("aws_route_table.intra"),
    "aws_route_table.database": first("aws_route_table.database"),
    "aws_route_table.private": ({ values }) => keyed("aws_route_table.private", tables[values["id"]], "no subnet uses it"),
    "aws_route.public_internet_gateway": first("aws_route.public_internet"),
    "aws_route.private_nat_gateway": ({ values }) => keyed("aws_route.private_nat", tables[values["route_table_id"]], "no subnet uses its table"),
    "aws_flow_log.this": () => (ownFlowLog ? moves("aws_flow_log.cloud_watch[0]") : { kind: "stays", why: "log group or role are made elsewhere" }),
    "aws_cloudwatch_log_group.flow_log": () => (ownFlowLog ? moves("aws_cloudwatch_log_group.flow_logs[0]") : { kind: "stays", why: "flow logs stay with it" }),
    "aws_iam_role.vpc_flow_log_cloudwatch": () => (ownFlowLog ? moves("aws_iam_role.flow_logs[0]") : { kind: "stays", why: "flow logs stay with it" }),
    "aws_iam_role_policy_attachment.vpc_flow_log_cloudwatch": goes("the role has an inline policy here"),
    "aws_iam_policy.vpc_flow_log_cloudwatch": goes("the role has an inline policy here"),
    "aws_default_network_acl.this": stays("a default of the VPC that is left as it is"),
    "aws_default_route_table.default": stays("a default of the VPC that is left as it is"),
    "aws_db_subnet_group.database": stays("databases have their group beside them"),
  };

  const zones = [...new Set(Object.values(zoneOf))].sort();
  const endpoints = adoptEndpoints(further, zoneOf, zones);
  const fate = (resource: Found) => (further.includes(resource) ? endpoints.fate(resource) : fateOf(table, resource));
  const moved = [...all, ...further].filter((resource) => fate(resource).kind === "moves");
  const shared = sharedTags(moved);
  const tierTags = (name: string) => without(sharedTags([...subnetsOf[name]!.values()]), shared);

  const tier = (name: (typeof tiers)[number]) => {
    const zones = subnetsOf[name]!;
    if (zones.size === 0) return null;
    const cidrs = Object.fromEntries([...zones].map(([zone, { values }]) => [zone, values["cidr_block"]]));
    const mapped = name === "public" && [...zones.values()].some(({ values }) => values["map_public_ip_on_launch"]);
    return { cidrs, ...(mapped && { map_public_ip: true }), ...tagsInput(tierTags(name)) };
  };
  const secondary = of("aws_vpc_ipv4_cidr_block_association.this").map(({ key, values }) => [`secondary${Number(key) + 1}`, values["cidr_block"]]);
  const inputs = {
    name: vpc["tags"]?.["Name"] ?? vpc["id"],
    cidr: vpc["cidr_block"],
    zones,
    ...(secondary.length > 0 && { secondary_cidrs: Object.fromEntries(secondary) }),
    public_subnets: tier("public"),
    private_subnets: tier("private"),
    intra_subnets: tier("intra"),
    database_subnets: tier("database"),
    nat: gateways.length === 0 ? "none" : gateways.length === 1 ? "single" : "perZone",
    ...(natZone !== undefined && { nat_zone: natZone }),
    ...(zones.some((zone) => zone > `${vpc["arn"]?.split(":")[3]}d`) && { zone_slots: 8 }),
    ...endpoints.inputs,
    flow_logs: ownFlowLog
      ? { cloud_watch: { retention_days: group["retention_in_days"], kms_key_arn: group["kms_key_id"] || null, log_group_name: group["name"], role_name: flowRole["name"] }, traffic_type: flowLog["traffic_type"], aggregation_seconds: flowLog["max_aggregation_interval"] }
      : null,
    dns_support: vpc["enable_dns_support"],
    dns_hostnames: vpc["enable_dns_hostnames"],
    ...commonInputs(moved),
  };
  const subnets = Object.fromEntries(tiers.map((name) => [name, Object.fromEntries([...subnetsOf[name]!].map(([zone, { values }]) => [zone, values["id"] as string]))]));
  const notes = [
    ...(vpc["ipv6_cidr_block"] ? ["the VPC has an IPv6 block, which this module does not have: do not apply"] : []),
    ...(vpc["instance_tenancy"] === "dedicated" ? ["needs replacing: the VPC, because its tenancy is dedicated"] : []),
    ...(gateways.length > 1 && gateways.length < zones.length ? ["there are fewer NAT gateways than zones: with perZone the plan makes the others"] : []),
    ...(subnetsOf["database"]!.size > 0 && of("aws_route_table.database").length === 0 ? ["database subnets use the private route tables and so reach the internet; here they get a table without that route"] : []),
    ...endpoints.notes,
    ...lostTags(moved, ...tiers.map(tierTags)),
  ];
  return { fate, inputs, notes, vpcId: vpc["id"], subnets };
}

/** The zone of each private table: that of the NAT gateway where it is among the zones that use the table. */
function tableZones(associations: readonly Found[], zoneOfSubnet: (id: string) => string | undefined, natZone: string | undefined): Record<string, string> {
  const used: Record<string, string[]> = {};
  for (const { values } of associations) {
    const zone = zoneOfSubnet(values["subnet_id"]);
    if (zone !== undefined) (used[values["route_table_id"]] ??= []).push(zone);
  }
  return Object.fromEntries(Object.entries(used).map(([table, zones]) => [table, natZone !== undefined && zones.includes(natZone) ? natZone : zones.sort()[0]!]));
}
