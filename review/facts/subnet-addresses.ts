import { instanceType } from "../../aws/instance-types";
import { type AddressSettings, type NodeAddresses, nodeAddresses } from "../../aws/node-addresses";
import { usableAddresses } from "../../aws/subnet-sizes";
import { isRecord } from "../../kernel/check";
import { parseCidr } from "../../kernel/cidr";
import type { ReadLayer } from "../plan-json";
import type { SubnetAddresses } from "../report/review";
import { block, holdsUnknown, number, text, texts } from "../values";
import { launchTemplateOf, templatesIn, typesOf } from "./node-group-template";
import { type Side, sides } from "./sides";

/**
 * Addresses left in the subnets of node groups when every group is at its greatest, of its hungriest type, spread evenly. Nothing is
 * said where a plan does not tell what is taken: of subnets that are known after apply, of nodes that EKS or controllers in the
 * cluster make at will, of IPv6, and of settings of the CNI whose addresses follow from what runs.
 */
export function subnetAddresses(layers: readonly ReadLayer[], freeAddresses: Readonly<Record<string, number>> = {}): SubnetAddresses[] {
  const all = sides(layers, "after");
  const cni = settingsOf(all);
  const groups = all.filter(({ type }) => type === "aws_eks_node_group");
  if (cni === undefined || groups.some(({ values }) => holdsUnknown(values["subnet_ids"]))) return [];
  const needs = neededBy(groups, templatesIn(all), cni);
  const fargate = new Set(all.filter(({ type }) => type === "aws_eks_fargate_profile").flatMap(({ values }) => texts(values, "subnet_ids")));
  return all.flatMap((subnet): SubnetAddresses[] => {
    const id = text(subnet.values, "id");
    const needed = subnet.type === "aws_subnet" && id !== undefined && !fargate.has(id) ? needs?.get(id) : undefined;
    const cidr = text(subnet.values, "cidr_block");
    if (needed === undefined || cidr === undefined) return [];
    const usable = usableAddresses(parseCidr(cidr)!.prefix);
    const free = freeAddresses[id!];
    return [{ layer: subnet.layer, address: subnet.address, name: subnet.name, cidr, usable, needed, left: usable - needed, ...(free !== undefined && { free }) }];
  });
}

interface Cni extends Omit<AddressSettings, "capped"> {
  /** Subnets of pods, where they are not those of their nodes. */
  readonly podSubnets: readonly string[];
}

/** What the add-on says. Without one in the plan nobody knows how the CNI is set. */
function settingsOf(all: readonly Side[]): Cni | undefined {
  const clusters = all.filter(({ type }) => type === "aws_eks_cluster");
  const addons = all.filter(({ type, values }) => type === "aws_eks_addon" && values["addon_name"] === "vpc-cni");
  const [cluster, addon] = [clusters[0], addons[0]];
  if (cluster === undefined || addon === undefined || clusters.length > 1 || addons.length > 1) return undefined;
  const isPlain = block(cluster.values, "compute_config")?.["enabled"] !== true && text(block(cluster.values, "kubernetes_network_config"), "ip_family") !== "ipv6";
  if (!isPlain || holdsUnknown(addon.values["configuration_values"])) return undefined;
  const settings = parsed(text(addon.values, "configuration_values"));
  const env = isRecord(settings?.["env"]) ? settings["env"] : {};
  if (settings === undefined || ["WARM_IP_TARGET", "MINIMUM_IP_TARGET", "ENABLE_POD_ENI", "MAX_ENI"].some((name) => name in env)) return undefined;
  const prefixDelegation = String(env["ENABLE_PREFIX_DELEGATION"]) === "true";
  return {
    prefixDelegation,
    customNetworking: String(env["AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG"]) === "true",
    warm: number(env, prefixDelegation ? "WARM_PREFIX_TARGET" : "WARM_ENI_TARGET") ?? 1,
    podSubnets: podSubnetsOf(settings["eniConfig"]),
  };
}

function parsed(settings: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (settings === undefined) return {};
  try {
    const read: unknown = JSON.parse(settings);
    return isRecord(read) ? read : undefined;
  } catch {
    // The add-on takes YAML too.
    return undefined;
  }
}

/** One a zone. */
function podSubnetsOf(eniConfig: unknown): string[] {
  const subnets = isRecord(eniConfig) && isRecord(eniConfig["subnets"]) ? Object.values(eniConfig["subnets"]) : [];
  return subnets.flatMap((subnet) => (isRecord(subnet) ? (text(subnet, "id") ?? []) : []));
}

/** By subnet. Nothing where one group cannot be counted: it may be in any of them. */
function neededBy(groups: readonly Side[], templates: readonly Side[], cni: Cni): ReadonlyMap<string, number> | undefined {
  const needs = new Map<string, number>();
  // Pods live in the zones of their nodes, with a subnet a zone. Which is whose is clear where every group is in all of them.
  const podSubnets = groups.every(({ values }) => texts(values, "subnet_ids").length === cni.podSubnets.length) ? cni.podSubnets : [];
  for (const group of groups) {
    const most = mostOf(group, templates, cni);
    const [max, ids] = [number(block(group.values, "scaling_config"), "max_size"), texts(group.values, "subnet_ids")];
    if (most === undefined || max === undefined || ids.length === 0) return undefined;
    const each = Math.ceil(max / ids.length);
    for (const id of ids) add(needs, id, each * most.own);
    for (const id of podSubnets) add(needs, id, each * most.ofPods);
  }
  return needs;
}

function add(needs: Map<string, number>, id: string, addresses: number): void {
  needs.set(id, (needs.get(id) ?? 0) + addresses);
}

/** Of the hungriest type. A node that is told its number of pods by its user data may run more than EKS would say. */
function mostOf(group: Side, templates: readonly Side[], cni: Cni): NodeAddresses | undefined {
  const template = launchTemplateOf(group, templates);
  const capped = text(template?.values, "user_data") === undefined;
  const types = typesOf(group, template).map(instanceType);
  const known = types.filter((type) => type !== undefined).map((type) => nodeAddresses(type, { ...cni, capped }));
  if (known.length === 0 || known.length < types.length) return undefined;
  return { own: Math.max(...known.map(({ own }) => own)), ofPods: Math.max(...known.map(({ ofPods }) => ofPods)) };
}
