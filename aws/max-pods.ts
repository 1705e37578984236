/**
 * How many pods a node of an instance type can run under the Amazon VPC CNI.
 * Sources, read 2026-11-21: https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html,
 * https://docs.aws.amazon.com/eks/latest/best-practices/prefix-mode-linux.html, and the header of misc/eni-max-pods.txt in
 * aws/amazon-vpc-cni-k8s.
 */
export interface NetworkCapacity {
  readonly networkInterfaces: number;
  readonly ipv4PerInterface: number;
}

export interface PodAddressing {
  /** A /28 prefix in place of each secondary address. Nitro and bare metal only. */
  readonly prefixDelegation?: boolean;
  /** Pods in other subnets than the node's: the first network interface then carries none. */
  readonly customNetworking?: boolean;
}

const addressesPerPrefix = 16;
/** aws-node and kube-proxy live in the host's network and need no address. */
const hostNetworkPods = 2;

/** What the addresses allow, with no cap. */
export function maxPods(type: NetworkCapacity, addressing: PodAddressing = {}): number {
  const interfaces = type.networkInterfaces - (addressing.customNetworking ? 1 : 0);
  const perAddress = addressing.prefixDelegation ? addressesPerPrefix : 1;
  return interfaces * (type.ipv4PerInterface - 1) * perAddress + hostNetworkPods;
}

/** The cap that EKS sets on managed nodes by vCPUs: 110 up to 30, 250 above. Without a known count, the lower. */
export function podCap(vcpus: number | undefined): number {
  return vcpus !== undefined && vcpus > 30 ? 250 : 110;
}

/** Auto Mode never runs more pods than this on one node. */
export const autoModePodCap = 110;

/** What EKS computes for a managed node group without an own image: the least of its types, each capped. */
export function managedMaxPods(
  types: readonly (NetworkCapacity & { readonly vcpus: number | undefined })[],
  addressing: PodAddressing = {},
): number | undefined {
  if (types.length === 0) return undefined;
  return Math.min(...types.map((type) => Math.min(maxPods(type, addressing), podCap(type.vcpus))));
}

/** Prefix delegation needs a Nitro system, which bare metal is too. */
export function canDelegatePrefixes(type: { readonly hypervisor: string; readonly bareMetal: boolean }): boolean {
  return type.bareMetal || type.hypervisor === "nitro";
}

/**
 * The kubelet's memory reservation on EKS images.
 * Source: awslabs/amazon-eks-ami, nodeadm/internal/kubelet/config.go, 2026-07-23.
 */
export function kubeReservedMemoryMib(pods: number): number {
  return 11 * pods + 255;
}
