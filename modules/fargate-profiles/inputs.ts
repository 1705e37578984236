import { arnPatterns } from "../../aws/arn-patterns";
import { fargateProfile } from "../../aws/fargate";
import { logRetentionDays } from "../../aws/log-retention";
import { nameLimits } from "../../aws/name-limits";
import { partitions } from "../../aws/regions";
import { choice, count, distinct, keys, length, list, map, matches, nullable, number, object, oneOf, readiness, text, withoutPrefix } from "../../kernel";
import { fixedName } from "../fixed-name";
import { roleOptions } from "../role-options";
import { tagsInput } from "../tags-input";

const { fargate_profile_name: profileName } = nameLimits.aws_eks_fargate_profile;
const { selectors, labels, namespaceMaxLength, labelKeyMaxLength, labelValueMaxLength, reservedPrefix } = fargateProfile;

const selector = object({
  namespace: text({
    doc: "Namespace of the pods. `*` stands for any text, `?` for one character.",
    rules: [
      length("fargate-namespace-length", 1, namespaceMaxLength),
      matches("fargate-namespace", /^[a-z0-9*?]([a-z0-9*?-]*[a-z0-9*?])?$/, "a Kubernetes namespace, or a pattern with * and ?"),
    ],
  }),
  labels: map(text({ rules: [length("fargate-label-value", 0, labelValueMaxLength)] }), {
    default: {},
    doc: "Labels that the pods must have, all of them. `*` and `?` stand as in namespaces.",
    rules: [count("fargate-labels", 0, labels.max), keys(length("fargate-label-key", 1, labelKeyMaxLength))],
  }),
});

/** What is said of one profile. */
export const fargateProfileInputs = {
  selectors: list(selector, {
    doc: "Which pods run on Fargate: those that one of the selectors fits.",
    rules: [count("fargate-selectors", selectors.min, selectors.max)],
  }),
  zones: nullable(
    list(text(), {
      doc: "Availability zones of the pods, of those that `subnetIds` has. Null takes all.",
      rules: [count("fargate-zones", 1, Infinity, { expected: "at least one zone" }), distinct("fargate-distinct-zones")],
    }),
  ),
  roleArn: nullable(
    text({
      doc: "ARN of an existing pod execution role, in place of the one that all profiles share. Another role replaces the profile.",
      rules: [matches("fargate-role", arnPatterns.iamRole, "the ARN of an IAM role")],
    }),
  ),
  tags: tagsInput("Tags of the profile, beside those of everything. Pods do not get them."),
};

export const fargateLoggingInput = nullable(
  object(
    {
      retentionDays: number({
        default: 90,
        doc: "Days that the log group keeps events; 0 keeps them for ever.",
        rules: [oneOf("fargate-log-retention", logRetentionDays, { why: "CloudWatch Logs knows no other" })],
      }),
      kmsKeyArn: nullable(
        text({
          doc: "KMS key that encrypts the log group; its policy must let CloudWatch Logs use it. Null leaves it to AWS.",
          rules: [matches("fargate-log-key", arnPatterns.kmsKey, "the ARN of a KMS key")],
        }),
      ),
    },
    { doc: "A log group for the pods, and the permission to write to it. The pods' logs go there as soon as the manifest in the outputs is applied to the cluster." },
  ),
);

export const fargateProfilesInputs = {
  clusterName: text({ doc: "Name of the cluster." }),
  partition: choice(partitions, { default: "aws", doc: "AWS partition of the account: decides how ARNs begin." }),
  region: text({ doc: "Region of the cluster." }),
  account: text({
    doc: "Id of the AWS account, twelve digits.",
    rules: [matches("fargate-account", /^[0-9]{12}$/, "an account id of twelve digits", { why: "the role trusts the profiles of this cluster alone" })],
  }),
  subnetIds: map(text(), {
    doc: "Private subnets of the pods by availability zone. EKS refuses subnets with a route to an internet gateway.",
    rules: [count("fargate-subnets", 1, Infinity, { expected: "a subnet in at least one availability zone" })],
  }),
  networkReady: readiness("Ids of what must be there before pods start: routes, NAT gateways, endpoints. Without them no image can be pulled."),
  profiles: map(object(fargateProfileInputs), {
    doc: "Fargate profiles by name. Whatever changes but tags replaces a profile, and ends the pods that run by it.",
    rules: [
      keys(length("fargate-profile-name-length", profileName.minLength, profileName.maxLength)),
      keys(matches("fargate-profile-name", /^[A-Za-z0-9][A-Za-z0-9_-]*$/, "letters, digits, hyphens and underscores, the first a letter or digit")),
      keys(withoutPrefix("fargate-profile-reserved", [reservedPrefix], { why: "EKS keeps those for itself" })),
    ],
  }),
  logging: fargateLoggingInput,
  roleName: fixedName("fargate-role-name", "role", nameLimits.aws_iam_role.name),
  ...roleOptions,
  tags: tagsInput("Tags of everything that is made here."),
};
