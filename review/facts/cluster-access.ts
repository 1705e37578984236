import { accessPolicies } from "../../aws/access-policies";
import { contains, parseCidr } from "../../kernel/cidr";
import type { ReadLayer } from "../plan-json";
import type { AccessChange } from "../report/review";
import { block, isUnknown, type Side, sideOf, sides, text, texts, type Values } from "./attributes";
import { enumerated } from "./enumerated";

/** Who may reach a cluster's API from outside of its network, that could not before. A new cluster counts too. */
export function endpointChanges(layers: readonly ReadLayer[]): AccessChange[] {
  return layers.flatMap(({ layer, resources }) =>
    resources.filter(({ type }) => type === "aws_eks_cluster").flatMap((cluster): AccessChange[] => {
      const [before, after] = [sideOf(layer, cluster, "before"), sideOf(layer, cluster, "after")];
      const [from, to] = [openTo(before), openTo(after)];
      const wider = to.filter((cidr) => !from.some((old) => isWithin(cidr, old)));
      if (wider.length === 0) return [];
      const sentence = `the API of cluster ${nameOf(after!.values)} can be reached from ${enumerated(wider.map(blockNamed))}`;
      return [{ layer, address: cluster.address, kind: "endpoint", sentence, before: enumerated(from, "its own network only"), after: enumerated(to) }];
    }),
  );
}

/** What the AWS provider and EKS take where nothing is said: everybody. */
function openTo(cluster: Side | undefined): string[] {
  const access = block(cluster?.values, "vpc_config");
  if (access?.["endpoint_public_access"] !== true) return [];
  const cidrs = texts(access, "public_access_cidrs");
  return cidrs.length > 0 ? cidrs : ["0.0.0.0/0"];
}

export function isWithin(cidr: string, outer: string): boolean {
  if (cidr === outer || (outer === "::/0" && cidr.includes(":"))) return true;
  const [inside, outside] = [parseCidr(cidr), parseCidr(outer)];
  return inside !== undefined && outside !== undefined && contains(outside, inside);
}

export function blockNamed(cidr: string): string {
  return cidr === "0.0.0.0/0" || cidr === "::/0" ? `${cidr} (the whole internet)` : cidr;
}

/**
 * Who may do more in a cluster, one sentence a principal. Entries of nodes (every type but STANDARD) are not told: EKS decides what
 * they may. What a group of Kubernetes may do, no plan knows.
 */
export function entryChanges(layers: readonly ReadLayer[]): AccessChange[] {
  const [before, after] = [principalsOf(sides(layers, "before")), principalsOf(sides(layers, "after"))];
  const entries = [...after].flatMap(([key, now]): AccessChange[] => {
    const then = before.get(key)?.rights ?? [];
    const more = now.rights.filter((right) => !then.some((old) => old.text === right.text || (old.whole && old.policy === right.policy)));
    if (more.length === 0) return [];
    const { layer, address, principal, cluster } = now;
    const sentence = `${cluster === undefined ? "a cluster that this plan makes" : `cluster ${cluster}`}: ${principal} ${enumerated(more.map(({ text: right }) => right))}`;
    return [{ layer, address, kind: "cluster-access", sentence, before: enumerated(then.map(({ text: right }) => right)), after: enumerated(now.rights.map(({ text: right }) => right)) }];
  });
  return [...entries, ...creators(layers)];
}

interface Right {
  readonly policy: string;
  /** In the whole cluster. */
  readonly whole: boolean;
  readonly text: string;
}

interface Principal {
  readonly layer: string;
  readonly address: string;
  readonly principal: string;
  readonly cluster: string | undefined;
  readonly rights: Right[];
}

/** By cluster and principal; one that is known after apply only is by its address. */
function principalsOf(all: readonly Side[]): Map<string, Principal> {
  const found = new Map<string, Principal>();
  for (const side of all) {
    const rights = rightsOf(side);
    if (rights.length === 0) continue;
    const { layer, address, values } = side;
    const [arn, cluster] = [text(values, "principal_arn"), text(values, "cluster_name")];
    const key = `${cluster ?? ""} ${arn ?? address}`;
    const principal = found.get(key) ?? { layer, address, principal: arn === undefined ? "a principal that is known after apply" : principalNamed(arn), cluster, rights: [] };
    principal.rights.push(...rights);
    found.set(key, principal);
  }
  return found;
}

function rightsOf({ type, values }: Side): Right[] {
  if (type === "aws_eks_access_entry" && (text(values, "type") ?? "STANDARD") === "STANDARD") {
    return texts(values, "kubernetes_groups").map((group) => ({ policy: group, whole: true, text: `gets into the Kubernetes group ${group}` }));
  }
  if (type !== "aws_eks_access_policy_association") return [];
  const policy = text(values, "policy_arn")?.split("/").at(-1);
  if (policy === undefined) return [{ policy: "", whole: false, text: "gets a policy that is known after apply" }];
  const scope = block(values, "access_scope");
  if (text(scope, "type") !== "namespace") return [{ policy, whole: true, text: grantNamed(policy, everywhere) }];
  return texts(scope, "namespaces").map((namespace) => ({ policy, whole: false, text: grantNamed(policy, `in namespace ${namespace}`) }));
}

const everywhere = "in the whole cluster";

function grantNamed(policy: string, where: string): string {
  if (policy === accessPolicies.clusterAdmin.name) return where === everywhere ? "may administer all of it" : `may do everything ${where}`;
  const known = Object.values(accessPolicies).find(({ name }) => name === policy);
  return `gets ${policy} ${where}${known === undefined ? "" : ` (${known.grants})`}`;
}

/** `role admin of account 123456789012`. */
export function principalNamed(arn: string): string {
  const found = /^arn:[^:]*:iam::(\d*):(role|user)\/(.*)$/.exec(arn);
  return found === null ? arn : `${found[2]} ${found[3]!.split("/").at(-1)} of account ${found[1]}`;
}

/** EKS decides it when the cluster is made, and no plan shows the entry. */
function creators(layers: readonly ReadLayer[]): AccessChange[] {
  return layers.flatMap(({ layer, resources }) =>
    resources.filter(({ type, verb }) => type === "aws_eks_cluster" && (verb === "create" || verb === "replace")).flatMap(({ address, after }): AccessChange[] => {
      if (block(after, "access_config")?.["bootstrap_cluster_creator_admin_permissions"] !== true) return [];
      return [{ layer, address, kind: "cluster-access", sentence: `whoever creates cluster ${nameOf(after)} may administer all of it, by an entry that no plan shows`, before: "nothing", after: "may administer all of it" }];
    }),
  );
}

function nameOf(values: Values | undefined): string {
  return text(values, "name") ?? "";
}

/** Pods that get a role that is there already, or another one than before, and pods of a cluster that is there. */
export function podRoleChanges(layers: readonly ReadLayer[], isOrdinary: boolean): AccessChange[] {
  return layers.flatMap(({ layer, resources }) =>
    resources.filter(({ type, verb }) => type === "aws_eks_pod_identity_association" && verb !== "none" && verb !== "forget").flatMap((association): AccessChange[] => {
      const [before, after] = [sideOf(layer, association, "before"), sideOf(layer, association, "after")];
      if (after === undefined) return [];
      const [from, to] = [text(before?.values, "role_arn"), text(after.values, "role_arn")];
      const isNew = isUnknown(after, "role_arn");
      if ((from === to && !isNew) || (isNew && isOrdinary)) return [];
      const role = to === undefined ? "a role that this plan makes" : principalNamed(to);
      const pods = `${text(after.values, "namespace")}/${text(after.values, "service_account")}`;
      return [{ layer, address: association.address, kind: "iam", sentence: `pods of ${pods} get ${role}`, before: from === undefined ? "no role" : principalNamed(from), after: role }];
    }),
  );
}
