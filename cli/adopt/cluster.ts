import { phaseByName } from "../../modules/addons/phases";
import type { Reference } from "./calls";
import { commonInputs, lostTags, sharedTags, tagsInput, tagsOf, without } from "./tags";
import { fateOf, type Fate, goes, keyed, moves, stays, type Table } from "./fate";
import { readKeyPolicy } from "./key-policy";
import { ruleInputs, single } from "./security-rules";
import type { Found } from "./state";

const phaseResource = { first: "first", beforeNodes: "before_nodes", afterNodes: "after_nodes", last: "last" } as const;

export interface AdoptedCluster {
  readonly fate: (resource: Found) => Fate;
  readonly inputs: Record<string, unknown>;
  readonly addons: Record<string, unknown>;
  /** What `addons` has beside them. */
  readonly addonsInputs: Readonly<Record<string, unknown>>;
  readonly notes: readonly string[];
}

/** The control plane and add-ons of a call of terraform-aws-eks 20 or 21. `vpcId` where it is another call's output. */
export function adoptCluster(call: string, all: readonly Found[], vpcId?: Reference): AdoptedCluster {
  const own = all.filter(({ module }) => module === call);
  const of = (address: string, among: readonly Found[] = own) => among.filter(({ type, name }) => `${type}.${name}` === address);
  const cluster = of("aws_eks_cluster.this")[0]!.values;
  const role = of("aws_iam_role.this")[0]?.values;
  const group = of("aws_security_group.cluster")[0]?.values;
  const key = of("aws_kms_key.this", all)[0]?.values;
  const logs = of("aws_cloudwatch_log_group.this")[0]?.values;
  const entries = of("aws_eks_access_entry.this");
  const entryOf = (principal: string) => String(entries.find(({ values }) => values["principal_arn"] === principal)?.key);
  const policyName = (arn: string) => arn.split("/").at(-1)!;
  const rules = of("aws_security_group_rule.cluster");
  const keyPolicy = readKeyPolicy(key?.["policy"]);

  const table: Table = {
    "aws_eks_cluster.this": () => moves("module.cluster.aws_eks_cluster.this"),
    "aws_iam_role.this": () => moves("module.cluster.aws_iam_role.this[0]"),
    "aws_iam_role_policy_attachment.this": ({ key: policy }) => keyed("module.cluster.aws_iam_role_policy_attachment.this", String(policy)),
    "aws_iam_role_policy_attachment.cluster_encryption": goes("the key's own policy lets the role use it"),
    "aws_iam_policy.cluster_encryption": goes("the key's own policy lets the role use it"),
    "aws_cloudwatch_log_group.this": () => moves("module.cluster.aws_cloudwatch_log_group.this"),
    "aws_security_group.cluster": () => moves("module.cluster.aws_security_group.this[0]"),
    "aws_security_group_rule.cluster": (rule) => (single(rule) ? { kind: "imported", to: `module.cluster.aws_vpc_security_group_${rule.values["type"]}_rule.this[${JSON.stringify(rule.key)}]` } : { kind: "stays", why: "it is several rules of AWS in one: say them one by one later" }),
    "aws_iam_openid_connect_provider.oidc_provider": () => moves("module.cluster.aws_iam_openid_connect_provider.this[0]"),
    "aws_eks_access_entry.this": ({ key: name }) => keyed("module.cluster.aws_eks_access_entry.this", String(name)),
    "aws_eks_access_policy_association.this": ({ values }) => keyed("module.cluster.aws_eks_access_policy_association.this", `${entryOf(values["principal_arn"])}/${policyName(values["policy_arn"])}`),
    "aws_eks_addon.this": ({ values }) => addonMoves(values["addon_name"]),
    "aws_eks_addon.before_compute": ({ values }) => addonMoves(values["addon_name"]),
    "aws_security_group.node": stays("nodes have the cluster's own group here; those that exist keep this one"),
    "aws_security_group_rule.node": stays("it belongs to a group that stays"),
    "aws_ec2_tag.cluster_primary_security_group": stays("the tag stays on the group"),
    "time_sleep.this": goes("it is nothing in AWS"),
    "aws_eks_identity_provider_config.this": stays("identity_provider of cluster can manage it: write that, and an import block"),
    "aws_iam_role.eks_auto": stays("Auto Mode's nodes keep it: name it in auto_mode.node_role.arn"),
    "aws_iam_role_policy_attachment.eks_auto": stays("it belongs to a role that stays"),
    "aws_iam_role_policy_attachment.eks_auto_additional": stays("it belongs to a role that stays"),
    "aws_iam_policy.custom": stays("a right that Auto Mode alone needs; take it off the role when you do not use that"),
    "aws_iam_role_policy_attachment.custom": stays("a right that Auto Mode alone needs; take it off the role when you do not use that"),
  };
  const kms: Table = {
    "aws_kms_key.this": () => moves("module.cluster.aws_kms_key.secrets[0]"),
    "aws_kms_alias.this": ({ key: name }) => (name === "cluster" ? moves("module.cluster.aws_kms_alias.secrets[0]") : { kind: "stays", why: "the key has one alias here" }),
  };
  const nodes = stays("self-managed groups, and groups that node-groups cannot express, stay as they are");
  const fate = (resource: Found): Fate => (resource.module === call ? fateOf(table, resource) : resource.module === `${call}.module.kms` ? fateOf(kms, resource) : nodes());

  const taken = (place: string) => all.filter((resource) => {
    const own = fate(resource);
    return "to" in own && own.to.startsWith(place);
  });
  const addonTags = sharedTags(taken("module.addons."));

  const vpc = cluster["vpc_config"][0];
  const access = cluster["access_config"][0];
  const inputs = {
    name: cluster["name"],
    kubernetes_version: cluster["version"],
    account: cluster["arn"].split(":")[4],
    subnet_ids: vpc["subnet_ids"],
    endpoint: { private: vpc["endpoint_private_access"], ...(vpc["endpoint_public_access"] && { public: { cidrs: vpc["public_access_cidrs"] } }) },
    ...(group !== undefined && { security_group: { vpc_id: vpcId ?? vpc["vpc_id"], name: group["name"], description: group["description"], ...ruleInputs(rules) } }),
    security_group_ids: vpc["security_group_ids"].filter((id: string) => id !== group?.["id"]),
    log_types: cluster["enabled_cluster_log_types"] ?? [],
    ...(logs !== undefined && { log_retention_days: logs["retention_in_days"], ...(logs["kms_key_id"] && { log_kms_key_arn: logs["kms_key_id"] }) }),
    secrets_key: key === undefined ? { arn: cluster["encryption_config"]?.[0]?.provider[0].key_arn } : { create: { rotation_days: key["rotation_period_in_days"] || 365, deletion_window_days: key["deletion_window_in_days"] ?? 30, ...(keyPolicy.administrators.length > 0 && { administrators: keyPolicy.administrators }) } },
    authentication_mode: access["authentication_mode"],
    creator_admin: access["bootstrap_cluster_creator_admin_permissions"] ?? false,
    access_entries: Object.fromEntries(entries.map((entry) => [entry.key, entryInput(entry, of("aws_eks_access_policy_association.this").filter(({ values }) => values["principal_arn"] === entry.values["principal_arn"]))])),
    service_cidr: cluster["kubernetes_network_config"][0]["service_ipv4_cidr"],
    upgrade_policy: cluster["upgrade_policy"]?.[0]?.support_type ?? "EXTENDED",
    oidc_provider: of("aws_iam_openid_connect_provider.oidc_provider").length > 0 ? {} : null,
    role: role === undefined ? { arn: cluster["role_arn"] } : { create: { name: role["name"] } },
    ...(role !== undefined && { role_path: role["path"] }),
    ...(of("aws_iam_role_policy_attachment.this").some(({ key: policy }) => policy === "AmazonEKSVPCResourceController") && { pod_security_groups: {} }),
    ...commonInputs(taken("module.cluster.")),
  };
  const addons = Object.fromEntries([...of("aws_eks_addon.this"), ...of("aws_eks_addon.before_compute")].map((addon) => [addon.values["addon_name"], { ...addonInput(addon.values), ...tagsInput(without(tagsOf(addon), addonTags)) }]));
  const notes = [
    ...(vpc["endpoint_public_access"] && vpc["public_access_cidrs"].includes("0.0.0.0/0") ? ["endpoint.public.cidrs: the API server is open to the whole internet; say which blocks may reach it, the module takes no other"] : []),
    ...(cluster["encryption_config"]?.length ? [] : ["secrets_key: secrets are not encrypted yet; the module encrypts them, which cannot be taken back"]),
    ...(cluster["kubernetes_network_config"][0]["ip_family"] === "ipv6" ? ["service_cidr: take the line out and say ip_family = \"ipv6\""] : []),
    ...(cluster["compute_config"]?.[0]?.enabled ? ["auto_mode: is on and not written here; write it, with the role of the nodes, before you plan: without it the plan turns Auto Mode off and its nodes go"] : []),
    ...(of("aws_eks_identity_provider_config.this").length > 0 ? ["identity_provider: is not written here, and stays"] : []),
    ...keyPolicy.notes,
    ...lostTags(taken("module.cluster.")),
  ];
  return { fate, inputs, addons, addonsInputs: tagsInput(addonTags), notes };
}

const addonMoves = (name: string): Fate => keyed(`module.addons.aws_eks_addon.${phaseResource[phaseByName(name)]}`, name);

function entryInput({ values }: Found, associations: readonly Found[]) {
  const policies = associations.map(({ values: { policy_arn, access_scope } }) => [policy_arn.split("/").at(-1), access_scope[0].type === "namespace" ? { namespaces: access_scope[0].namespaces } : {}]);
  return { principal_arn: values["principal_arn"], type: values["type"], ...(values["type"] === "STANDARD" && { username: values["user_name"], kubernetes_groups: values["kubernetes_groups"] ?? [] }), policies: Object.fromEntries(policies) };
}

function addonInput(values: Found["values"]) {
  const irsa = values["service_account_role_arn"];
  const association = values["pod_identity_association"]?.[0];
  return {
    version: values["addon_version"],
    preserve: values["preserve"] ?? false,
    identity: irsa ? "irsa" : association ? "podIdentity" : "node",
    ...((irsa || association) && { role: { arn: irsa || association.role_arn } }),
    ...(values["configuration_values"] && { configuration_values: values["configuration_values"] }),
  };
}
