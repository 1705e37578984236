import type { ReadableEnvironment } from "./readable";

/** The zones that have a subnet for nodes. None where the network cannot be read. */
export function nodeZones({ network, existingNetwork }: ReadableEnvironment): readonly string[] {
  if (network) return network.privateSubnets === null ? [] : (network.zones ?? []);
  return Object.keys(existingNetwork?.privateSubnetIds ?? {});
}

/** The tier in which the control plane has its network interfaces. */
export function controlPlaneTier({ network, existingNetwork }: ReadableEnvironment): "intra" | "private" {
  const own = network ? network.intraSubnets !== null : Object.keys(existingNetwork?.intraSubnetIds ?? {}).length > 0;
  return own ? "intra" : "private";
}
