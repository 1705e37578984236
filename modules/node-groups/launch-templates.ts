import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { nameLimits } from "../../aws/name-limits";
import { blockWhen, commented, type Condition, type Construct, type Expr, is, limitedName, optionalBlock, resource, some, template, tf } from "../../kernel";
import { disks } from "./disks";
import type { Group, Groups, Inputs } from "./groups";
import { networking } from "./network-interfaces";

interface Parts {
  readonly groups: Groups;
  readonly families: Expr<Readonly<Record<string, string>>>;
  readonly userData: Expr<Readonly<Record<string, string>>>;
  /** What must hold of each group before anything is made for it. */
  readonly preconditions: readonly Condition[];
}

/** What the instances of each group are like. Image, types and subnets are the node group's own, unless EKS wants them here. */
export function launchTemplates(scope: Construct, inputs: Inputs, { groups, families, userData, preconditions }: Parts) {
  const { clusterName, tags } = inputs;
  const { key, value: group } = groups.each;
  const instanceTags = tf`merge(${tags}, ${group.tags}, { Name = ${template`${clusterName}-${key}`} })`;
  return resource(LaunchTemplate, scope, "this", {
    comment: "What the instances of a group are like. Nobody logs in by a key: Session Manager does.",
    forEach: groups,
    name: group.launchTemplateName,
    namePrefix: tf<string | null>`${group.launchTemplateName} == null ? ${template`${shortClusterName(scope, inputs)}-${key}-`} : null`,
    description: template`Node group ${key} of the EKS cluster ${clusterName}`,
    updateDefaultVersion: true,
    imageId: tf<string | null>`${group.image} == null ? null : ${some(group.image).id}`,
    userData: tf<string | null>`lookup(${userData}, ${key}, null)`,
    metadataOptions: {
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: commented(group.metadataHopLimit, "A limit of 1 keeps pods from the metadata service, and so from the nodes' role."),
      instanceMetadataTags: commented("disabled", "EKS tags instances with keys that have slashes: where the account shows tags there, no instance would start."),
    },
    blockDeviceMappings: disks(scope)(group, tf`${families}[${key}]`),
    ...networking(inputs, group),
    ...capacity(group),
    monitoring: { enabled: group.detailedMonitoring },
    tagSpecifications: commented(
      ["instance", "volume"].map((resourceType) => ({ resourceType, tags: instanceTags })),
      "The provider's default tags do not reach what Auto Scaling starts.",
    ),
    tags: tf`merge(${tags}, ${group.tags})`,
    lifecycle: { createBeforeDestroy: true, preconditions },
  });
}

/** Where instances come from. EKS wants the type of a capacity block here, and those of all other groups at the node group. */
function capacity({ capacity, instanceTypes, reservation, placement }: Group) {
  const block = is(capacity, "CAPACITY_BLOCK");
  return {
    instanceType: tf<string | null>`${block} ? ${instanceTypes}[0] : null`,
    instanceMarketOptions: blockWhen(block, { marketType: "capacity-block" }),
    capacityReservationSpecification: optionalBlock(reservation, ({ id, resourceGroupArn }) => ({
      capacityReservationTarget: { capacityReservationId: id, capacityReservationResourceGroupArn: resourceGroupArn },
    })),
    placement: optionalBlock(placement, ({ groupName, groupId, dedicated }) => ({
      groupName,
      groupId,
      tenancy: tf<string | null>`${dedicated} ? "dedicated" : null`,
    })),
  };
}

/** So short that the name of any group fits behind it. */
function shortClusterName(scope: Construct, { clusterName }: Inputs) {
  const longestGroup = nameLimits.aws_eks_node_group.node_group_name_prefix.maxLength;
  return limitedName(scope, "short_cluster_name", clusterName, "", nameLimits.aws_launch_template.name_prefix.maxLength - longestGroup - 1);
}
