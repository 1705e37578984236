import type { CrossRule } from "../../kernel";

export const crossRules = {
  zoneSlot: {
    id: "zone-slot",
    field: "zones",
    expected: "zones whose letters have a place in the computed layout",
    why: "4 zone slots are the letters a to d, 8 are a to h",
  },
  vpcTooSmall: {
    id: "vpc-too-small",
    field: "cidr",
    expected: "a block in which every computed subnet is a /28 or larger",
    why: "every tier has room for all zone slots",
  },
  podBlockTooSmall: {
    id: "pod-block-too-small",
    field: "podSubnets",
    expected: "a block in which every computed subnet is a /28 or larger",
    why: "it has room for all zone slots",
  },
  tierZones: {
    id: "tier-zones",
    field: "zones",
    expected: "a block for each of the zones and no other in a tier with explicit blocks",
    why: "a tier is explicit or computed as a whole",
  },
  natPublicTier: {
    id: "nat-public-tier",
    field: "nat",
    expected: "no zonal NAT gateway without public subnets",
    why: "a zonal NAT gateway stands in a public subnet",
  },
  natUnused: {
    id: "nat-unused",
    field: "nat",
    expected: "none without private or pod subnets",
    why: "nothing would use the NAT gateway",
  },
  natZone: {
    id: "nat-zone",
    field: "natZone",
    expected: "one of the zones, and only with a single NAT gateway",
  },
  natElasticIps: {
    id: "nat-elastic-ips",
    field: "natElasticIps",
    expected: "addresses for zones with a NAT gateway",
    why: "zonal: only where a gateway stands; regional: for every zone or none",
  },
  dnsHostnames: {
    id: "dns-hostnames",
    field: "dnsHostnames",
    expected: "false without DNS support",
    why: "AWS gives no names that nobody answers",
  },
  endpointDns: {
    id: "endpoint-dns",
    field: "interfaceEndpoints",
    expected: "no private DNS without DNS support and DNS host names",
  },
  endpointSubnets: {
    id: "endpoint-subnets",
    field: "interfaceEndpoints",
    expected: "no interface endpoints without private or intra subnets",
  },
  endpointZones: {
    id: "endpoint-zones-known",
    field: "interfaceEndpoints",
    expected: "endpoints in zones of the network",
  },
} as const satisfies Record<string, CrossRule>;
