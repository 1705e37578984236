import type { InstanceType } from "./instance-types";
import { canDelegatePrefixes, maxPods, podCap } from "./max-pods";

/** What of the VPC CNI's settings decides how many addresses a node takes. */
export interface AddressSettings {
  readonly prefixDelegation: boolean;
  /** Pods in other subnets than the node's. */
  readonly customNetworking: boolean;
  /** Interfaces, or with prefix delegation prefixes, that are kept beyond those in use. */
  readonly warm: number;
  /** Nodes that are told their number of pods by themselves are not held to what EKS would tell them. */
  readonly capped: boolean;
}

export interface NodeAddresses {
  /** In the subnet of the node. */
  readonly own: number;
  /** In the subnet of its pods; 0 where that is the node's. */
  readonly ofPods: number;
}

const addressesPerPrefix = 16;
/** aws-node and kube-proxy live in the host's network. */
const hostNetworkPods = 2;

/**
 * Addresses that a node takes at most, full of pods. The CNI attaches whole interfaces with all their addresses, and keeps one
 * more than it needs; with prefix delegation it takes /28 prefixes, and keeps one.
 * Sources, read 2026-11-22: https://repost.aws/knowledge-center/eks-configure-cni-plugin-use-ip-address, and the notes of release
 * 1.9.0 of aws/amazon-vpc-cni-k8s. That one interface is kept where nothing is said is general knowledge.
 */
export function nodeAddresses(type: InstanceType, { prefixDelegation, customNetworking, warm, capped }: AddressSettings): NodeAddresses {
  const delegates = prefixDelegation && canDelegatePrefixes(type);
  const room = maxPods(type, { prefixDelegation: delegates, customNetworking });
  const pods = Math.max(0, (capped ? Math.min(room, podCap(type.vcpus)) : room) - hostNetworkPods);
  const interfaces = type.networkInterfaces - (customNetworking ? 1 : 0);
  const perInterface = type.ipv4PerInterface - 1;
  if (!delegates) {
    const used = Math.min(interfaces, Math.ceil(pods / perInterface) + warm);
    return split(used * type.ipv4PerInterface, customNetworking);
  }
  const prefixes = Math.min(interfaces * perInterface, Math.ceil(pods / addressesPerPrefix) + warm);
  return split(prefixes * addressesPerPrefix + Math.ceil(prefixes / perInterface), customNetworking);
}

/** With pods in other subnets, the first interface stays with the node, for its own address alone. */
function split(addresses: number, customNetworking: boolean): NodeAddresses {
  return customNetworking ? { own: 1, ofPods: addresses } : { own: addresses, ofPods: 0 };
}
