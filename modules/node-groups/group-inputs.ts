import { arnPatterns } from "../../aws/arn-patterns";
import { nodeGroupLimits } from "../../aws/cluster-limits";
import { nameLimits } from "../../aws/name-limits";
import { atMostOne, count, distinct, flag, list, matches, nullable, number, object, onlyWhen, requiredWhen, text, whole } from "../../kernel";
import { fixedName } from "../fixed-name";
import { tagsInput } from "../tags-input";
import { capacity, efa, placement, reservation } from "./capacity-input";
import { disk } from "./disk-input";
import { amiType, image, latestRelease, releaseVersion } from "./image-input";
import { autoscaler, sizes } from "./scaling-input";
import { labels, taints } from "./scheduling-input";
import { repair, timeoutMinutes, update } from "./upkeep-input";
import { bottlerocketSettings, maxPods, nodeConfig, scriptAfter, scriptBefore } from "./user-data-input";

/** What is said of one group. */
export const nodeGroupInputs = {
  capacity,
  instanceTypes: list(text({ rules: [matches("node-group-instance-type", /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, "an instance type such as m5.large")] }), {
    doc: "Instance types: in order of preference for on-demand capacity, a pool to choose from for SPOT.",
    rules: [count("node-group-instance-types", 1, nodeGroupLimits.instanceTypes.max), distinct("node-group-distinct-instance-types")],
  }),
  amiType,
  image,
  sizes,
  autoscaler,
  zones: nullable(
    list(text(), {
      doc: "Availability zones of the group, of those that `subnetIds` has. Null takes all.",
      rules: [count("node-group-zones", 1, Infinity, { expected: "at least one zone" }), distinct("node-group-distinct-zones")],
    }),
  ),
  perZone: nullable(
    object({}, { doc: "Makes a group of each zone, `<group>-<zone>`, each of the sizes given. For pods with volumes: an autoscaler then starts nodes in the zone of the volume." }),
  ),
  kubernetesVersion: nullable(
    text({
      doc: "Kubernetes version of this group, where it stays behind the others. Null takes that of all groups.",
      rules: [matches("group-kubernetes-version", /^1\.[0-9]{2}$/, "a minor version such as 1.35", { why: "the image's release chooses the patch" })],
    }),
  ),
  releaseVersion,
  latestRelease,
  disk,
  metadataHopLimit: number({
    default: 1,
    doc: "Hops that an answer of the instance metadata service may take. 1 keeps pods from it, and so from the nodes' role.",
    rules: [whole("metadata-hop-limit", 1, 64)],
  }),
  detailedMonitoring: flag({ default: false, doc: "CloudWatch metrics of the instances every minute, at a price." }),
  securityGroupIds: list(text({ rules: [matches("node-security-group", /^sg-[0-9a-f]{8,17}$/, "the id of a security group")] }), {
    default: [],
    doc: "Security groups of the nodes beside the cluster's own.",
    rules: [count("node-security-groups", 0, 4, { expected: "at most 4 elements", why: "a network interface takes 5, and the cluster's own is one" })],
  }),
  reservation,
  placement,
  efa,
  maxPods,
  scriptBefore,
  scriptAfter,
  nodeConfig,
  bottlerocketSettings,
  labels,
  taints,
  update,
  repair,
  forceUpdate: flag({ default: false, doc: "Updates the nodes although a disruption budget keeps pods from leaving." }),
  timeoutMinutes,
  name: fixedName("node-group-fixed-name", "node group", nameLimits.aws_eks_node_group.node_group_name),
  launchTemplateName: fixedName("launch-template-name", "launch template", nameLimits.aws_launch_template.name),
  roleArn: nullable(
    text({
      doc: "ARN of an existing role of the nodes, in place of the one that all groups share. It must have the policies that a node needs. Another role replaces the group.",
      rules: [matches("node-group-role", arnPatterns.iamRole, "the ARN of an IAM role")],
    }),
  ),
  tags: tagsInput("Tags of the group, its instances and their volumes, beside those of everything."),
};

/** Rules between the inputs of one group. */
export const nodeGroupRules = [
  atMostOne("node-group-name-zones", ["name", "perZone"], { why: "two groups of one name cannot be" }),
  atMostOne("launch-template-name-zones", ["launchTemplateName", "perZone"], { why: "two launch templates of one name cannot be" }),
  atMostOne("node-group-release", ["image", "releaseVersion", "latestRelease"]),
  atMostOne("node-group-image-version", ["image", "kubernetesVersion"], { why: "an image has its version in it" }),
  requiredWhen("capacity-block-reservation", "reservation", { field: "capacity", is: ["CAPACITY_BLOCK"] }),
  onlyWhen("spot-reservation", "reservation", { field: "capacity", is: ["ON_DEMAND", "CAPACITY_BLOCK"] }),
];
