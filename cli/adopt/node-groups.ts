import { commonInputs, lostTags, sharedTags, tagsInput, without } from "./tags";
import { type Fate, goes, keyed, moves, stays } from "./fate";
import type { Found } from "./state";

const shared = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly", "AmazonSSMManagedInstanceCore"];
const policyName = (arn: string) => arn.split("/").at(-1)!;

/** The managed node groups of a call of terraform-aws-eks, with launch templates and roles. The first group's role becomes the one that all share. */
export function adoptNodeGroups(call: string, all: readonly Found[]): { readonly fate: (resource: Found) => Fate | undefined; readonly groups: Record<string, unknown>; readonly inputs: Record<string, unknown>; readonly notes: readonly string[] } {
  const made = [...new Set(all.filter(({ module, type }) => module.startsWith(`${call}.module.eks_managed_node_group[`) && type === "aws_eks_node_group").map(({ module }) => module))].sort();
  const within = (module: string, type: string) => all.filter((item) => item.module === module && item.type === type);
  const keyOf = (module: string) => JSON.parse(module.slice(module.lastIndexOf("[") + 1, -1)) as string;
  const takable = made.filter((module) => within(module, "aws_launch_template").length > 0 && /^(AL2023|BOTTLEROCKET|WINDOWS)_/.test(within(module, "aws_eks_node_group")[0]!.values["ami_type"]));
  const first = takable.find((module) => within(module, "aws_iam_role").length > 0);

  const fate = (resource: Found): Fate | undefined => {
    if (!takable.includes(resource.module)) return undefined;
    const key = keyOf(resource.module);
    const { values } = resource;
    if (resource.type === "aws_eks_node_group") return keyed("module.node_groups.aws_eks_node_group.autoscaled", key);
    if (resource.type === "aws_launch_template") return keyed("module.node_groups.aws_launch_template.this", key);
    if (resource.module !== first) return stays("another group's role: named by role_arn until the group is made anew")();
    if (resource.type === "aws_iam_role") return moves("module.node_groups.aws_iam_role.this");
    if (resource.type !== "aws_iam_role_policy_attachment") return undefined;
    const policy = policyName(values["policy_arn"]);
    if (policy === "AmazonEC2ContainerRegistryReadOnly") return goes("AmazonEC2ContainerRegistryPullOnly takes its place")();
    if (policy === "AmazonEKS_CNI_Policy") return moves("module.node_groups.aws_iam_role_policy_attachment.cni[0]");
    return keyed(`module.node_groups.aws_iam_role_policy_attachment.${shared.includes(policy) ? "this" : "further"}`, policy);
  };

  const taken = all.filter((resource) => fate(resource)?.kind === "moves");
  const common = sharedTags(taken);
  const ownTags = (module: string) => without(sharedTags(taken.filter((resource) => resource.module === module && resource.type !== "aws_iam_role")), common);
  const groups = Object.fromEntries(
    takable.map((module) => [keyOf(module), { ...groupInput(keyOf(module), within(module, "aws_eks_node_group")[0]!.values, within(module, "aws_launch_template")[0]!.values, module === first), ...tagsInput(ownTags(module)) }]),
  );
  const attached = first === undefined ? [] : within(first, "aws_iam_role_policy_attachment").map(({ values }) => values["policy_arn"] as string);
  const further = attached.filter((arn) => ![...shared, "AmazonEC2ContainerRegistryReadOnly", "AmazonEKS_CNI_Policy"].includes(policyName(arn)));
  const role = first === undefined ? undefined : within(first, "aws_iam_role")[0]!.values;
  const inputs = {
    ...(role !== undefined && { role_name: role["name"], role_path: role["path"] }),
    ...(further.length > 0 && { policies: Object.fromEntries(further.map((arn) => [policyName(arn), arn])) }),
    ...commonInputs(taken),
  };
  const notes = [
    ...made.filter((module) => !takable.includes(module)).map((module) => `node group ${keyOf(module)} stays as it is: it has no launch template of its own, or an image that node-groups does not know`),
    ...takable.filter((module) => within(module, "aws_launch_template")[0]!.values["user_data"]).map((module) => `groups.${keyOf(module)}: its user data is not carried over: write script_before, script_after or node_config`),
    ...takable.filter((module) => within(module, "aws_launch_template")[0]!.values["key_name"]).map((module) => `groups.${keyOf(module)}: its SSH key goes: nodes are reached by Session Manager`),
    ...lostTags(taken, ...takable.map(ownTags)),
  ];
  return { fate, groups, inputs, notes };
}

function groupInput(key: string, group: Found["values"], template: Found["values"], ownsRole: boolean) {
  const scaling = group["scaling_config"][0];
  const update = group["update_config"]?.[0] ?? {};
  const disk = (template["block_device_mappings"] ?? []).map(({ ebs }: { ebs?: readonly Found["values"][] }) => ebs?.[0]).find((ebs?: Found["values"]) => ebs?.["volume_size"]);
  return {
    capacity: group["capacity_type"],
    instance_types: group["instance_types"],
    ami_type: group["ami_type"],
    release_version: group["release_version"],
    kubernetes_version: group["version"],
    sizes: { min: scaling.min_size, desired: scaling.desired_size, max: scaling.max_size },
    autoscaler: {},
    zones: group["subnet_ids"],
    ...(group["node_group_name_prefix"] !== `${key}-` && { name: group["node_group_name"] }),
    launch_template_name: template["name"],
    ...(!ownsRole && { role_arn: group["node_role_arn"] }),
    security_group_ids: template["vpc_security_group_ids"] ?? [],
    metadata_hop_limit: template["metadata_options"]?.[0]?.http_put_response_hop_limit ?? 1,
    detailed_monitoring: template["monitoring"]?.[0]?.enabled ?? false,
    ...(disk !== undefined && { disk: { gib: disk["volume_size"], ...(disk["kms_key_id"] && { kms_key_arn: disk["kms_key_id"] }) } }),
    labels: group["labels"] ?? {},
    taints: (group["taint"] ?? []).map(({ key: name, value, effect }: Record<string, string>) => ({ key: name, ...(value && { value }), effect })),
    update: update.max_unavailable ? { max_unavailable: update.max_unavailable } : { max_unavailable_percentage: update.max_unavailable_percentage ?? 33 },
  };
}
