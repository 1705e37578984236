import { arnPatterns } from "../../aws/arn-patterns";
import { clusterName, controlPlaneTiers, supportTypes } from "../../aws/cluster-limits";
import { clusterLogTypes } from "../../aws/cluster-log-types";
import { logRetentionDays } from "../../aws/log-retention";
import { argumentSince } from "../../aws/provider-floor";
import { partitions } from "../../aws/regions";
import { choice, distinct, exactlyOne, flag, length, list, matches, nullable, number, object, oneOf, type Rule, text, whole } from "../../kernel";
import { roleOptions } from "../role-options";
import { tagsInput } from "../tags-input";
import { accessInputs } from "./access-inputs";
import { autoModeInput, namedOrGivenRole } from "./auto-mode-input";
import { capabilitiesInput } from "./capabilities-input";
import { identityProviderInput } from "./identity-provider-input";
import { networkInputs } from "./network-inputs";

const keyArn = (id: string): Rule<string> => matches(id, arnPatterns.kmsKey, "the ARN of a KMS key", { why: "an alias or a key id is not enough" });

export const clusterInputs = {
  name: text({
    doc: "Name of the cluster, unique in its account and region. It stands in the names of everything that belongs to the cluster and cannot change.",
    rules: [
      length("cluster-name-length", clusterName.minLength, clusterName.maxLength),
      matches("cluster-name", new RegExp(clusterName.pattern), "letters, digits, hyphens and underscores, the first a letter or digit"),
    ],
  }),
  kubernetesVersion: text({
    doc: "Kubernetes version of the control plane, such as `1.35`. It goes up one minor version at a time.",
    rules: [matches("cluster-kubernetes-version", /^1\.[0-9]{2}$/, "a minor version such as 1.35", { why: "EKS chooses the patch version itself" })],
  }),
  partition: choice(partitions, { default: "aws", doc: "AWS partition of the account: decides how ARNs begin." }),
  account: text({
    doc: "Id of the AWS account, twelve digits. It administers the key that encrypts the secrets.",
    rules: [matches("cluster-account", /^[0-9]{12}$/, "an account id of twelve digits")],
  }),
  ...networkInputs,
  logTypes: list(choice(clusterLogTypes), {
    default: clusterLogTypes,
    doc: "Control-plane logs that are sent to CloudWatch Logs. All of them unless said otherwise.",
    rules: [distinct("cluster-log-types")],
  }),
  logRetentionDays: number({
    default: 90,
    doc: "Days that the log group keeps events; 0 keeps them for ever.",
    rules: [oneOf("cluster-log-retention", logRetentionDays, { why: "CloudWatch Logs knows no other" })],
  }),
  logKmsKeyArn: nullable(text({ doc: "KMS key that encrypts the log group; its policy must let CloudWatch Logs use it. Null leaves it to AWS.", rules: [keyArn("cluster-log-key")] })),
  secretsKey: object(
    {
      create: nullable(
        object({
          rotationDays: number({ default: 365, doc: "Days between automatic rotations of the key.", rules: [whole("secrets-key-rotation", 90, 2560)] }),
          deletionWindowDays: number({
            default: 30,
            doc: "Days between the key's deletion and its end, in which it can be brought back. Without the key the cluster is lost.",
            rules: [whole("secrets-key-deletion-window", 7, 30)],
          }),
          administrators: list(text({ rules: [matches("secrets-key-administrator", arnPatterns.iamRoleOrUser, "the ARN of an IAM role or user")] }), {
            default: [],
            doc: "ARNs of roles and users that administer the key and need not be allowed to by IAM. The account administers it in any case.",
            rules: [distinct("secrets-key-distinct-administrators")],
          }),
        }),
      ),
      arn: nullable(text({ doc: "ARN of an existing symmetric key of the same region.", rules: [keyArn("secrets-key-arn")] })),
    },
    {
      default: { create: {} },
      doc: "KMS key that encrypts Kubernetes secrets: `create` makes one, `arn` names an existing one. A cluster keeps its key for life.",
      rules: [exactlyOne("secrets-key", ["create", "arn"])],
    },
  ),
  ...accessInputs,
  identityProvider: identityProviderInput,
  upgradePolicy: choice(supportTypes, {
    default: "STANDARD",
    doc: "At the end of standard support: `STANDARD` upgrades the cluster by itself, `EXTENDED` keeps the version for a year more at a higher price.",
  }),
  oidcProvider: nullable(object({}, { default: {}, doc: "IAM's OIDC provider of the cluster, by which service accounts assume roles (IRSA). Null makes none." })),
  deletionProtection: flag({
    default: true,
    since: argumentSince("aws_eks_cluster", "deletion_protection"),
    doc: "EKS refuses to delete the cluster until this is false.",
  }),
  forceUpdate: flag({ default: false, doc: "Updates the version although upgrade insights report problems." }),
  zonalShift: nullable(flag({ doc: "Lets Application Recovery Controller move traffic away from an availability zone that is impaired. Null leaves it as it is: to leave it, say `false`." })),
  controlPlaneTier: nullable(
    choice(controlPlaneTiers, {
      since: argumentSince("aws_eks_cluster", "control_plane_scaling_config"),
      doc: "Capacity that the control plane keeps at least; `standard` scales by itself, the others cost more by the hour. Null leaves it as it is.",
    }),
  ),
  autoMode: autoModeInput,
  capabilities: capabilitiesInput,
  role: namedOrGivenRole("cluster-role", "Role of the control plane: `create` makes one, `arn` names an existing one, which must have the policies and the use of the key that this one would. Another role replaces the cluster, and so does another `rolePath`."),
  podSecurityGroups: nullable(object({}, { doc: "Lets pods have security groups of their own: the role may then manage their network interfaces. The add-on vpc-cni must be told as well." })),
  ...roleOptions,
  tags: tagsInput("Tags of everything that is made here."),
};
