import { cidrBlock, count, type GivenInputs, keys, list, map, matches, text, tf } from "../../kernel";
import type { NetworkRef } from "./refs";
import { zoneName } from "./zone-rules";

const subnetIds = (tier: string) =>
  map(text({ rules: [matches(`existing-${tier}-subnet-id`, /^subnet-[0-9a-f]+$/, "a subnet id")] }), {
    doc: `Ids of the ${tier} subnets by zone.`,
    default: {},
    rules: [keys(zoneName(`existing-${tier}-zone`))],
  });

/** What is said of a VPC that exists already. */
export const existingNetworkInputs = {
  vpcId: text({ doc: "Id of the VPC.", rules: [matches("existing-vpc-id", /^vpc-[0-9a-f]+$/, "a VPC id")] }),
  cidr: text({ doc: "Primary IPv4 block of the VPC.", rules: [cidrBlock("existing-vpc-cidr", 16, 28)] }),
  privateSubnetIds: map(text({ rules: [matches("existing-private-subnet-id", /^subnet-[0-9a-f]+$/, "a subnet id")] }), {
    doc: "Ids of the private subnets by zone: where nodes stand.",
    rules: [keys(zoneName("existing-private-zone")), count("existing-zones-count", 2, Infinity, { why: "a cluster needs subnets in two zones" })],
  }),
  publicSubnetIds: subnetIds("public"),
  intraSubnetIds: subnetIds("intra"),
  podSubnetIds: subnetIds("pod"),
  databaseSubnetIds: subnetIds("database"),
  natPublicIps: list(text({ rules: [matches("existing-nat-ip", /^[0-9]{1,3}(\.[0-9]{1,3}){3}$/, "an IPv4 address")] }), {
    doc: "Addresses from which the private subnets reach the internet.",
    default: [],
  }),
};

/** A VPC that exists already, in place of one that the network module makes. Its routes are taken to be there. */
export function existingNetwork(given: GivenInputs<typeof existingNetworkInputs>): NetworkRef {
  const byZone = (ids: unknown) => tf<Readonly<Record<string, string>>>`${ids ?? {}}`;
  return {
    vpcId: tf<string>`${given.vpcId}`,
    cidr: tf<string>`${given.cidr}`,
    zones: tf<readonly string[]>`keys(${given.privateSubnetIds})`,
    publicSubnetIds: byZone(given.publicSubnetIds),
    privateSubnetIds: byZone(given.privateSubnetIds),
    intraSubnetIds: byZone(given.intraSubnetIds),
    podSubnetIds: byZone(given.podSubnetIds),
    databaseSubnetIds: byZone(given.databaseSubnetIds),
    publicSubnetCidrs: byZone(undefined),
    privateSubnetCidrs: byZone(undefined),
    egressReady: tf<readonly string[]>`${[]}`,
    natPublicIps: tf<readonly string[]>`${given.natPublicIps ?? []}`,
  };
}
