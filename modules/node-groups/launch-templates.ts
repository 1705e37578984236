import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { nameLimits } from "../../aws/name-limits";
import { type Construct, dynamic, type Handle, type Handles, limitedName, local, resource, template, tf } from "../../kernel";
import type { nodeGroupsInputs } from "./inputs";

type Inputs = Handles<typeof nodeGroupsInputs>;

/** What the instances of each group are like. Image, type and subnets are the node group's own. */
export function launchTemplates(scope: Construct, inputs: Inputs) {
  const { groups, clusterName, tags } = inputs;
  const { key, value: group } = groups.each;
  const disks = disksByFamily(scope).at(tf`split("_", ${group.amiType})[0]`);
  const instanceTags = tf`merge(${tags}, ${group.tags}, { Name = ${template`${clusterName}-${key}`} })`;
  return resource(LaunchTemplate, scope, "this", {
    comment: "Pods are kept from the metadata service, and so from the nodes' role, by a hop limit of 1.",
    forEach: groups,
    namePrefix: template`${shortClusterName(scope, inputs)}-${key}-`,
    description: template`Node group ${key} of the EKS cluster ${clusterName}`,
    updateDefaultVersion: true,
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    blockDeviceMappings: dynamic(disks, (disk) => ({
      deviceName: disk.key,
      ebs: {
        volumeType: "gp3",
        volumeSize: tf<number | null>`${disk.value} == "data" ? ${group.diskGib} : null`,
        encrypted: tf`true`,
        kmsKeyId: group.diskKmsKeyArn,
        deleteOnTermination: tf`true`,
      },
    })),
    monitoring: { enabled: group.detailedMonitoring },
    // The provider's default tags do not reach what Auto Scaling starts.
    tagSpecifications: ["instance", "volume"].map((resourceType) => ({ resourceType, tags: instanceTags })),
    tags: tf`merge(${tags}, ${group.tags})`,
    lifecycle: { createBeforeDestroy: true },
  });
}

/**
 * Disks by the first word of the AMI type. What images and pods fill is `data`; the size of a `system` disk is the image's own.
 * Source: pkg/providers/amifamily of aws/karpenter-provider-aws (al2023.go, bottlerocket.go, windows.go), read 2026-11-21.
 */
function disksByFamily(scope: Construct): Handle<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const disks = {
    AL2023: { "/dev/xvda": "data" },
    BOTTLEROCKET: { "/dev/xvda": "system", "/dev/xvdb": "data" },
    WINDOWS: { "/dev/sda1": "data" },
  };
  return local(scope, "disks", tf`${disks}`);
}

/** So short that the name of any group fits behind it. */
function shortClusterName(scope: Construct, { clusterName }: Inputs) {
  const longestGroup = nameLimits.aws_eks_node_group.node_group_name_prefix.maxLength;
  return limitedName(scope, "short_cluster_name", clusterName, "", nameLimits.aws_launch_template.name_prefix.maxLength - longestGroup - 1);
}
