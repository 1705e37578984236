import { ProblemsError } from "../../kernel/problem";
import { objectKey, quoted } from "../../kernel/quote";
import { alignAssignments, layout } from "../../kernel/hcl/layout";
import { adoptCluster } from "./cluster";
import type { Fate } from "./fate";
import { adoptNetwork } from "./network";
import { adoptNodeGroups } from "./node-groups";
import { type Found, readState } from "./state";

export interface Adoption {
  /** HCL by file name. */
  readonly files: Readonly<Record<string, string>>;
  readonly fates: readonly { readonly resource: Found; readonly fate: Fate }[];
  /** What somebody must decide or look at. */
  readonly notes: readonly string[];
}

/** Text that is HCL already. */
class Reference {
  constructor(readonly hcl: string) {}
}

/** What takes over the calls of terraform-aws-vpc and terraform-aws-eks in a state: module calls, and where each resource goes. */
export function adoption(state: string, source: (module: string) => string): Adoption {
  const all = readState(state);
  const network = callOf(all, "aws_vpc.this");
  const cluster = callOf(all, "aws_eks_cluster.this");
  if (network === undefined && cluster === undefined) throw new ProblemsError([{ path: "adopt", expected: "a state with a call of terraform-aws-vpc or terraform-aws-eks", rule: "adopt-nothing" }]);
  const parts = [...(network === undefined ? [] : [networkPart(all, network)]), ...(cluster === undefined ? [] : [clusterPart(all, cluster, network)])];
  const fates = parts.flatMap(({ fates }) => fates);
  const calls = parts.flatMap(({ calls }) => calls).map(([module, inputs]) => call(module, source(module.replaceAll("_", "-")), inputs));
  return { files: { "adopted.tf": calls.join("\n"), "moved.tf": blocks(fates) }, fates, notes: parts.flatMap(({ notes }) => notes) };
}

type Calls = readonly (readonly [module: string, inputs: Record<string, unknown>])[];

function networkPart(all: readonly Found[], module: string) {
  const mine = all.filter((resource) => resource.module === module);
  const { fate, inputs, notes } = adoptNetwork(mine);
  const prefixed = (resource: Found): Fate => {
    const own = fate(resource);
    return "to" in own ? { ...own, to: `module.network.${own.to}` } : own;
  };
  return { calls: [["network", inputs]] as Calls, fates: mine.map((resource) => ({ resource, fate: prefixed(resource) })), notes: notes.map((note) => `network: ${note}`) };
}

function clusterPart(all: readonly Found[], module: string, network: string | undefined) {
  const mine = all.filter((resource) => resource.module === module || resource.module.startsWith(`${module}.`));
  const subnets = all.filter(({ module: place, type }) => place === network && type === "aws_subnet");
  const own = adoptCluster(module, mine);
  const nodes = adoptNodeGroups(module, mine);
  const region = new Reference(quoted(String(mine.find(({ type }) => type === "aws_eks_cluster")!.values["arn"].split(":")[3])));
  const name = new Reference("module.cluster.cluster_name");
  const cluster = { ...own.inputs, subnet_ids: byZone(own.inputs["subnet_ids"] as string[], subnets) };
  const groupSubnets = byZone([...new Set(Object.values(nodes.groups).flatMap((group) => (group as { zones: string[] }).zones))], subnets);
  const groups = Object.fromEntries(Object.entries(nodes.groups).map(([key, group]) => [key, { ...(group as object), zones: zonesOf((group as { zones: string[] }).zones, groupSubnets) }]));
  const groupInputs = { cluster_name: name, kubernetes_version: new Reference("module.cluster.cluster_version"), cluster_security_group_id: new Reference("module.cluster.cluster_security_group_id"), subnet_ids: groupSubnets, ...nodes.inputs, groups };
  const addonInputs = { cluster_name: name, region, account: own.inputs["account"], ...(own.inputs["oidc_provider"] !== null && { oidc_provider: new Reference("{ arn = module.cluster.oidc_provider_arn, issuer = module.cluster.oidc_provider }") }), identity: "node", addons: own.addons };
  return {
    calls: [["cluster", cluster], ...(Object.keys(groups).length > 0 ? [["node_groups", groupInputs] as const] : []), ...(Object.keys(own.addons).length > 0 ? [["addons", addonInputs] as const] : [])] as Calls,
    fates: mine.map((resource) => ({ resource, fate: nodes.fate(resource) ?? own.fate(resource) })),
    notes: [...own.notes.map((note) => `cluster: ${note}`), ...nodes.notes.map((note) => `node_groups: ${note}`)],
  };
}

/** Subnets by zone where the state says their zones, else by their ids: the keys stand in no resource. */
function byZone(ids: readonly string[], subnets: readonly Found[]): Record<string, string> {
  const zones = ids.map((id) => subnets.find(({ values }) => values["id"] === id)?.values["availability_zone"] as string | undefined);
  const known = new Set(zones).size === ids.length && !zones.includes(undefined);
  return Object.fromEntries(ids.map((id, index) => [known ? zones[index]! : id, id]).sort());
}

function zonesOf(ids: readonly string[], subnets: Record<string, string>): string[] | null {
  const keys = Object.entries(subnets).flatMap(([key, id]) => (ids.includes(id) ? [key] : []));
  return keys.length === Object.keys(subnets).length ? null : keys;
}

function callOf(all: readonly Found[], address: string): string | undefined {
  const calls = [...new Set(all.filter(({ module, type, name }) => module !== "" && `${type}.${name}` === address).map(({ module }) => module))];
  if (calls.length > 1) throw new ProblemsError([{ path: "adopt", expected: `one call with ${address} in a state`, got: calls, why: "adopt them one after the other, from states of their own", rule: "adopt-calls" }]);
  return calls[0];
}

function call(module: string, source: string, inputs: Record<string, unknown>): string {
  const entries = Object.entries(inputs).map(([key, value]) => ({ key, value: layout(hcl(value), key.length + 5, 1) }));
  return `module ${quoted(module)} {\n  source = ${quoted(source)}\n\n${alignAssignments(entries, 1).join("\n")}\n}\n`;
}

function hcl(value: unknown): string {
  if (value instanceof Reference) return value.hcl;
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[${value.map(hcl).join(", ")}]`;
  const entries = Object.entries(value);
  return entries.length === 0 ? "{}" : `{ ${entries.map(([key, item]) => `${objectKey(key)} = ${hcl(item)}`).join(", ")} }`;
}

/** Who moves says so one by one. What stays is forgotten by the state as a whole resource: Terraform takes no key there. */
function blocks(fates: Adoption["fates"]): string {
  const moved = fates.flatMap(({ resource, fate }) => (fate.kind === "moves" ? [`moved {\n  from = ${resource.address}\n  to   = ${fate.to}\n}\n`] : []));
  const imported = fates.flatMap(({ fate }) => (fate.kind === "imported" ? [`import {\n  to = ${fate.to}\n  id = ${quoted(fate.id)}\n}\n`] : []));
  const kept = fates.filter(({ fate }) => fate.kind === "stays" || fate.kind === "imported").map(({ resource }) => `${resource.module}.${resource.type}.${resource.name}`.replace(/\[[^\]]*\]/g, ""));
  const removed = [...new Set(kept)].map((address) => `removed {\n  from = ${address}\n\n  lifecycle {\n    destroy = false\n  }\n}\n`);
  return [...moved, ...imported, ...removed].join("\n");
}
