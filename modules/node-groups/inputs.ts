import { arnPatterns } from "../../aws/arn-patterns";
import { amiTypes } from "../../aws/ami-types";
import { capacityTypes, nodeGroupLimits, taintEffects } from "../../aws/cluster-limits";
import { nameLimits } from "../../aws/name-limits";
import { bindingsProvider } from "../../aws/provider-floor";
import { partitions } from "../../aws/regions";
import { atMost, choice, count, distinct, exactlyOne, flag, keys, length, list, map, matches, nullable, number, object, readiness, text, whole } from "../../kernel";
import { roleOptions } from "../role-options";
import { tagsInput } from "../tags-input";

// A capacity block is a reservation that the launch template must name, and CUSTOM an image.
const capacities = capacityTypes.filter((type) => type !== "CAPACITY_BLOCK");
const images = amiTypes
  .filter((type) => !("ended" in type) && type.amiType !== "CUSTOM")
  .map((type) => ("newerThanProviderFloor" in type ? { value: type.amiType, since: bindingsProvider } : type.amiType));

const { node_group_name_prefix: namePrefix } = nameLimits.aws_eks_node_group;
// The prefix is the key and a hyphen.
const longestKey = namePrefix.maxLength - 1;
const { instanceTypes, labelKey, labelValue, taintKey, taintValue, maxUnavailable, maxUnavailablePercentage } = nodeGroupLimits;

// Kubernetes takes no more nodes in a cluster, whatever the group.
const mostNodes = 100_000;

const taint = object({
  key: text({ rules: [length("taint-key", taintKey.minLength, taintKey.maxLength)] }),
  value: nullable(text({ rules: [length("taint-value", taintValue.minLength, taintValue.maxLength)] })),
  effect: choice(taintEffects),
});

const sizes = object(
  {
    min: number({ rules: [whole("node-group-min", nodeGroupLimits.minSize.min, mostNodes)] }),
    desired: number({ rules: [whole("node-group-desired", nodeGroupLimits.minSize.min, mostNodes)] }),
    max: number({ rules: [whole("node-group-max", nodeGroupLimits.maxSize.min, mostNodes)] }),
  },
  {
    doc: "Number of nodes: the least, the wanted and the most. Terraform sets the wanted number at every apply.",
    rules: [atMost("node-group-min-desired", "min", "desired"), atMost("node-group-desired-max", "desired", "max")],
  },
);

const update = object(
  {
    maxUnavailable: nullable(number({ doc: "Nodes at a time.", rules: [whole("node-group-unavailable", maxUnavailable.min, maxUnavailable.max)] })),
    maxUnavailablePercentage: nullable(
      number({ doc: "Percentage of the nodes at a time.", rules: [whole("node-group-unavailable-percentage", maxUnavailablePercentage.min, maxUnavailablePercentage.max)] }),
    ),
  },
  {
    default: { maxUnavailablePercentage: 33 },
    doc: "How many nodes an update replaces at a time.",
    rules: [exactlyOne("node-group-update", ["maxUnavailable", "maxUnavailablePercentage"], { expected: "either a number or a percentage of nodes" })],
  },
);

/** What is said of one group. */
export const nodeGroupInputs = {
  capacity: choice(capacities, { default: "ON_DEMAND", doc: "`SPOT` is cheaper and may be taken back at two minutes' notice." }),
  instanceTypes: list(text({ rules: [matches("node-group-instance-type", /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, "an instance type such as m5.large")] }), {
    doc: "Instance types: in order of preference for on-demand capacity, a pool to choose from for SPOT.",
    rules: [count("node-group-instance-types", 1, instanceTypes.max), distinct("node-group-distinct-instance-types")],
  }),
  amiType: choice(images, { doc: "Image of the nodes: its operating system, architecture and drivers." }),
  sizes,
  diskGib: number({ default: 50, doc: "Size of the disk that holds images and pods, in GiB. Windows images need at least 50.", rules: [whole("node-group-disk", 20, 16_384)] }),
  diskKmsKeyArn: nullable(
    text({
      doc: "KMS key of the disks; its policy must let Auto Scaling use it. Null takes the account's key for EBS.",
      rules: [matches("node-group-disk-key", arnPatterns.kmsKey, "the ARN of a KMS key")],
    }),
  ),
  labels: map(text({ rules: [length("node-label-value", labelValue.minLength, labelValue.maxLength)] }), {
    default: {},
    doc: "Kubernetes labels of the nodes.",
    rules: [keys(length("node-label-key", labelKey.minLength, labelKey.maxLength))],
  }),
  taints: list(taint, { default: [], doc: "Kubernetes taints of the nodes." }),
  update,
  zones: nullable(
    list(text(), {
      doc: "Availability zones of the group, of those that `subnetIds` has. Null takes all.",
      rules: [count("node-group-zones", 1, Infinity, { expected: "at least one zone" }), distinct("node-group-distinct-zones")],
    }),
  ),
  releaseVersion: nullable(text({ doc: "Release of the image, such as `1.35.0-20260901`. Null takes the newest when the group is made or its version changes." })),
  detailedMonitoring: flag({ default: false, doc: "CloudWatch metrics of the instances every minute, at a price." }),
  tags: tagsInput("Tags of the group, its instances and their volumes, beside those of everything."),
};

export const nodeGroupsInputs = {
  clusterName: text({ doc: "Name of the cluster that the nodes join." }),
  kubernetesVersion: text({
    doc: "Kubernetes version of the nodes, such as `1.35`: that of the control plane, or older while the control plane is ahead.",
    rules: [matches("node-group-kubernetes-version", /^1\.[0-9]{2}$/, "a minor version such as 1.35", { why: "releaseVersion chooses the patch" })],
  }),
  partition: choice(partitions, { default: "aws", doc: "AWS partition of the account: decides how ARNs begin." }),
  subnetIds: map(text(), {
    doc: "Subnets of the nodes by availability zone.",
    rules: [count("node-group-subnets", 1, Infinity, { expected: "a subnet in at least one availability zone" })],
  }),
  networkReady: readiness("Ids of what must be there before nodes start: routes, NAT gateways, endpoints. Without them the nodes cannot join."),
  addonsReady: readiness("Ids of the add-ons that must be there before nodes start: without vpc-cni no node becomes ready."),
  groups: map(object(nodeGroupInputs), {
    doc: `Node groups by name. The name stands in front of the group's own, which AWS makes unique, so that a group that must be replaced is there before the old one goes.`,
    rules: [
      keys(length("node-group-name-length", namePrefix.minLength, longestKey)),
      keys(matches("node-group-name", /^[A-Za-z0-9][A-Za-z0-9_-]*$/, "letters, digits, hyphens and underscores, the first a letter or digit")),
    ],
  }),
  cniPolicy: nullable(
    object({}, { default: {}, doc: "Lets the nodes manage the network interfaces of their pods. Null takes that from them, where vpc-cni has a role of its own." }),
  ),
  ...roleOptions,
  tags: tagsInput("Tags of everything that is made here, instances and volumes included."),
};
