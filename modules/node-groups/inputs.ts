import { arnPatterns } from "../../aws/arn-patterns";
import { nameLimits } from "../../aws/name-limits";
import { partitions } from "../../aws/regions";
import { choice, count, exactlyOne, keys, length, map, matches, nullable, object, readiness, text } from "../../kernel";
import { fixedName } from "../fixed-name";
import { roleOptions } from "../role-options";
import { tagsInput } from "../tags-input";
import { nodeGroupInputs, nodeGroupRules } from "./group-inputs";

const { node_group_name_prefix: namePrefix } = nameLimits.aws_eks_node_group;
/** The prefix is the key and a hyphen. */
export const longestKey = namePrefix.maxLength - 1;

const group = object(nodeGroupInputs, {
  rules: [exactlyOne("node-group-image", ["amiType", "image"], { expected: "either an AMI type of EKS or an image of your own" }), ...nodeGroupRules],
});

export const nodeGroupsInputs = {
  clusterName: text({ doc: "Name of the cluster that the nodes join." }),
  kubernetesVersion: text({
    doc: "Kubernetes version of the nodes, such as `1.35`: that of the control plane, or older while the control plane is ahead.",
    rules: [matches("node-group-kubernetes-version", /^1\.[0-9]{2}$/, "a minor version such as 1.35", { why: "the image's release chooses the patch" })],
  }),
  clusterEndpoint: nullable(text({ doc: "URL of the API server. Only for groups with an image of their own." })),
  clusterCertificateAuthorityData: nullable(text({ doc: "Certificate authority of the API server, base64. Only for groups with an image of their own." })),
  clusterServiceCidr: nullable(text({ doc: "Address block of Kubernetes services. Only for groups with an image of their own." })),
  clusterSecurityGroupId: nullable(text({ doc: "The cluster's own security group. Only for groups with further security groups or EFA: such nodes would lose it." })),
  partition: choice(partitions, { default: "aws", doc: "AWS partition of the account: decides how ARNs begin." }),
  subnetIds: map(text(), {
    doc: "Subnets of the nodes by availability zone.",
    rules: [count("node-group-subnets", 1, Infinity, { expected: "a subnet in at least one availability zone" })],
  }),
  networkReady: readiness("Ids of what must be there before nodes start: routes, NAT gateways, endpoints. Without them the nodes cannot join."),
  addonsReady: readiness("Ids of the add-ons that must be there before nodes start: without vpc-cni no node becomes ready."),
  groups: map(group, {
    doc: `Node groups by name. The name stands in front of the group's own, which AWS makes unique, so that a group that must be replaced is there before the old one goes.`,
    rules: [
      keys(length("node-group-name-length", namePrefix.minLength, longestKey)),
      keys(matches("node-group-name", /^[A-Za-z0-9][A-Za-z0-9_-]*$/, "letters, digits, hyphens and underscores, the first a letter or digit")),
    ],
  }),
  cniPolicy: nullable(
    object({}, { default: {}, doc: "Lets the nodes manage the network interfaces of their pods. Null takes that from them, where vpc-cni has a role of its own." }),
  ),
  policies: map(text({ rules: [matches("node-policy", arnPatterns.iamPolicy, "the ARN of an IAM policy")] }), {
    default: {},
    doc: "Further policies of the nodes' role, by a name of yours.",
    rules: [count("node-policies", 0, 6, { why: "a role takes 10, and nodes need 4" })],
  }),
  roleName: fixedName("node-role-name", "role", nameLimits.aws_iam_role.name),
  ...roleOptions,
  tags: tagsInput("Tags of everything that is made here, instances and volumes included."),
};
