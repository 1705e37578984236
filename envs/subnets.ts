import type { ReadableEnvironment } from "./readable";

/** The zones that have a subnet for nodes. None where the network cannot be read. */
export function nodeZones({ network, existingNetwork }: ReadableEnvironment): readonly string[] {
  if (network) return network.privateSubnets === null ? [] : (network.zones ?? []);
  return Object.keys(existingNetwork?.privateSubnetIds ?? {});
}

/** The IPv4 blocks of the VPC that are known. */
export function networkBlocks({ network, existingNetwork }: ReadableEnvironment): readonly string[] {
  const blocks = network ? [network.cidr, network.podSubnets?.cidr, ...Object.values(network.secondaryCidrs ?? {})] : [existingNetwork?.cidr];
  return blocks.filter((block) => block !== undefined);
}

/** The tier in which the control plane has its network interfaces. */
export function controlPlaneTier({ network, existingNetwork }: ReadableEnvironment): "intra" | "private" {
  const own = network ? network.intraSubnets !== null : Object.keys(existingNetwork?.intraSubnetIds ?? {}).length > 0;
  return own ? "intra" : "private";
}
