/**
 * Sizes of VPCs and subnets.
 * Sources, read 2026-11-21: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html,
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html,
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html.
 */

/** For a VPC's blocks, primary and secondary, and for subnets alike. */
export const blockPrefixLength = { min: 16, max: 28 } as const;

/** The first four addresses of a subnet and its last: network, router, DNS, one for the future, broadcast. */
export const reservedAddresses = 5;

/** IPv4 blocks of one VPC, the primary included: the quota that a new account has, and the most AWS raises it to. */
export const vpcBlockQuota = { default: 5, max: 50 } as const;

/** Addresses that a subnet has for network interfaces. */
export function usableAddresses(prefixLength: number): number {
  return Math.max(0, 2 ** (32 - prefixLength) - reservedAddresses);
}

/** The prefix length of the smallest subnet with so many usable addresses; undefined when not even the largest has. */
export function prefixLengthFor(addresses: number): number | undefined {
  for (let length: number = blockPrefixLength.max; length >= blockPrefixLength.min; length--) {
    if (usableAddresses(length) >= addresses) return length;
  }
  return undefined;
}

/**
 * /28 prefixes that prefix delegation can take in a subnet that holds nothing else. They are aligned, and the first and the last
 * hold reserved addresses. Other addresses in the subnet break up more: a subnet reservation of type prefix keeps them together.
 */
export function delegatablePrefixes(prefixLength: number): number {
  return Math.max(0, 2 ** (28 - prefixLength) - 2);
}
