import { type Branch, type ShownResource, word } from "./shown-state";

type Values = ShownResource["values"];

/** A cluster: who is let in, where pods run, which service account has which role, which add-ons there are. */
export function clusterBranch({ values: cluster }: ShownResource, of: (type: string) => readonly ShownResource[]): Branch {
  const own = (type: string) => of(type).map(({ values }) => values).filter(({ cluster_name: name }) => name === cluster.name);
  const associations = own("aws_eks_access_policy_association");
  const below = [
    { text: "let in", below: own("aws_eks_access_entry").map((entry) => accessEntry(entry, associations)) },
    { text: "node groups", below: own("aws_eks_node_group").map(nodeGroup) },
    { text: "Fargate profiles", below: own("aws_eks_fargate_profile").map(fargateProfile) },
    { text: "service accounts", below: own("aws_eks_pod_identity_association").map(podIdentity) },
    { text: "add-ons", below: own("aws_eks_addon").map(addon) },
  ];
  return { text: `cluster ${word(cluster.name)}  Kubernetes ${word(cluster.version)}  ${word(cluster.status)}`, below: below.filter((branch) => branch.below.length > 0) };
}

function accessEntry({ principal_arn: principal, type, kubernetes_groups: groups }: Values, associations: readonly Values[]): Branch {
  const policies = associations.filter((association) => association.principal_arn === principal).map(policy);
  const rights = [...policies, ...texts(groups).map((group) => `group ${group}`), ...(type === "STANDARD" ? [] : [word(type)])];
  return { text: `${afterAccount(principal)}  ${rights.join(", ")}` };
}

function policy({ policy_arn: arn, access_scope: scopes }: Values): string {
  const namespaces = texts(first(scopes).namespaces);
  return `${lastPart(arn)} ${namespaces.length === 0 ? "in the whole cluster" : `in ${namespaces.join(", ")}`}`;
}

function nodeGroup(values: Values): Branch {
  const sizes = first(values.scaling_config);
  const counts = [sizes.min_size, sizes.desired_size, sizes.max_size].map(word).join("/");
  // The name ends in the time of its making, which says nothing here.
  const name = word(values.node_group_name).replace(/-\d{20,}$/, "");
  return { text: `${name}  ${word(values.capacity_type)} ${texts(values.instance_types).join(", ")}  min/desired/max ${counts}` };
}

function fargateProfile({ fargate_profile_name: name, selector }: Values): Branch {
  const namespaces = Array.isArray(selector) ? selector.map((one: Values) => word(one.namespace)) : [];
  return { text: `${word(name)}  pods in ${namespaces.join(", ")}` };
}

function podIdentity({ namespace, service_account: account, role_arn: role }: Values): Branch {
  return { text: `${word(namespace)}/${word(account)}  has ${afterAccount(role)}, by Pod Identity` };
}

function addon({ addon_name: name, addon_version: version, service_account_role_arn: irsa, pod_identity_association: associations }: Values): Branch {
  const identity = first(associations).role_arn;
  const roles = [...(irsa ? [`${afterAccount(irsa)}, by IRSA`] : []), ...(identity ? [`${afterAccount(identity)}, by Pod Identity`] : [])];
  return { text: `${word(name)} ${word(version)}${roles.map((role) => `  has ${role}`).join("")}` };
}

/** What follows the account in an ARN: `role/admin`. */
function afterAccount(arn: unknown): string {
  return word(arn).split(":").slice(5).join(":") || word(arn);
}

function lastPart(arn: unknown): string {
  return word(arn).split("/").at(-1)!;
}

function first(blocks: unknown): Values {
  return Array.isArray(blocks) ? ((blocks[0] ?? {}) as Values) : {};
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(word) : [];
}
