import { accessPolicies } from "../../aws/access-policies";
import type { ReadLayer } from "../plan-json";
import type { AccessChange } from "../report/review";
import { block, text, texts } from "../values";
import { enumerated } from "./enumerated";
import { referredBy } from "./referred";
import { type Side, sides } from "./sides";

/**
 * Who may do more in a cluster, one sentence a principal. Entries of nodes (every type but STANDARD) are not told: EKS decides what
 * they may. What a group of Kubernetes may do, no plan knows.
 */
export function entryChanges(layers: readonly ReadLayer[]): AccessChange[] {
  const [before, after] = [principalsOf(sides(layers, "before")), principalsOf(sides(layers, "after"))];
  const clusterNamed = referredBy(layers, ["aws_eks_cluster"], "name");
  const entries = [...after].flatMap(([key, now]): AccessChange[] => {
    const then = before.get(key)?.rights ?? [];
    const more = now.rights.filter((right) => !then.some((old) => old.text === right.text || (old.whole && old.policy === right.policy)));
    if (more.length === 0) return [];
    const { layer, address, principal, cluster } = now;
    const sentence = `${cluster === undefined ? "a cluster that this plan makes" : clusterNamed(cluster)}: ${principal} ${enumerated(more.map(({ text: right }) => right))}`;
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
  return layers.flatMap(({ layer, resources, nameOf }) =>
    resources.filter(({ type, verb }) => type === "aws_eks_cluster" && (verb === "create" || verb === "replace")).flatMap(({ address, after }): AccessChange[] => {
      if (block(after, "access_config")?.["bootstrap_cluster_creator_admin_permissions"] !== true) return [];
      return [{ layer, address, kind: "cluster-access", sentence: `${nameOf(address)}: whoever creates it may administer all of it, by an entry that no plan shows`, before: "nothing", after: "may administer all of it" }];
    }),
  );
}
