import { type InstanceType, instanceType } from "../aws/instance-types";
import { canDelegatePrefixes, maxPods, podCap, type PodAddressing } from "../aws/max-pods";
import { isRecord } from "../kernel/check";
import { settingsOf } from "./addon-settings";
import { fine, type Judged } from "./judged";
import type { ReadableEnvironment } from "./readable";

/** What of a group decides how many pods its nodes run. */
interface Group {
  readonly maxPods?: number | null;
  /** An image of its own. */
  readonly image?: { readonly family: string } | null;
}

/** How the VPC CNI gives addresses to pods, from the settings of its add-on. With IPv6 it knows prefixes only. */
export function addressingOf({ addons, cluster }: Pick<ReadableEnvironment, "addons" | "cluster">): PodAddressing {
  const { env } = settingsOf(addons?.["vpc-cni"]);
  const isOn = (name: string) => isRecord(env) && String(env[name]) === "true";
  return { prefixDelegation: cluster?.ipFamily === "ipv6" || isOn("ENABLE_PREFIX_DELEGATION"), customNetworking: isOn("AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG") };
}

/** What a group is told: its own number, or for an image of its own, for which EKS computes none, what EKS would compute. */
export function maxPodsOf({ maxPods: said = null, image = null }: Group, types: readonly string[], addressing: PodAddressing): number | null {
  if (said !== null || image === null || image.family === "WINDOWS") return said;
  const known = types.map(instanceType).filter((type) => type !== undefined);
  return known.length === 0 ? null : Math.min(...known.map((type) => Math.min(roomOf(type, addressing), podCap(type.vcpus))));
}

/**
 * A number that the smallest of the types cannot give addresses to is refused, and one above AWS's cap warned of. Windows nodes count
 * in another way and are not judged.
 */
export function judgeMaxPods(path: string, { maxPods: said = null }: Group, types: readonly InstanceType[], addressing: PodAddressing): Judged {
  if (said === null || types.length === 0) return fine;
  const smallest = types.reduce((least, type) => (roomOf(type, addressing) < roomOf(least, addressing) ? type : least));
  const [addresses, cap] = [roomOf(smallest, addressing), Math.min(...types.map(({ vcpus }) => podCap(vcpus)))];
  const at = { path: `${path}.maxPods`, got: said };
  if (said > addresses) {
    const way = !addressing.prefixDelegation && canDelegatePrefixes(smallest) ? ", unless vpc-cni delegates prefixes" : "";
    const why = `${smallest.name} has addresses for no more${way}`;
    return { problems: [{ ...at, expected: `at most ${addresses}`, why, suggestion: Math.min(addresses, cap), rule: "max-pods-addresses" }], warnings: [] };
  }
  if (said <= cap) return fine;
  return { problems: [], warnings: [{ ...at, expected: `at most ${cap}`, why: "EKS recommends no more for so few vCPUs", suggestion: cap, rule: "max-pods-cap" }] };
}

/** On a type that cannot delegate prefixes, the CNI gives single addresses. */
function roomOf(type: InstanceType, { prefixDelegation = false, customNetworking = false }: PodAddressing): number {
  return maxPods(type, { customNetworking, prefixDelegation: prefixDelegation && canDelegatePrefixes(type) });
}
