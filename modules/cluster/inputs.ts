import { arnPatterns } from "../../aws/arn-patterns";
import { authenticationModes, clusterName, clusterSubnets, serviceCidr, supportTypes } from "../../aws/cluster-limits";
import { clusterLogTypes } from "../../aws/cluster-log-types";
import { logRetentionDays } from "../../aws/log-retention";
import { argumentSince } from "../../aws/provider-floor";
import { partitions } from "../../aws/regions";
import { atLeastOne, choice, cidrBlock, count, distinct, distinctBy, every, exactlyOne, flag, length, list, map, matches, nullable, number, object, oneOf, type Rule, text, whole } from "../../kernel";
import { roleOptions } from "../role-options";
import { tagsInput } from "../tags-input";

// An access entry is what lets people in, and a cluster of mode CONFIG_MAP has none.
const accessEntryModes = authenticationModes.filter((mode) => mode !== "CONFIG_MAP");

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
  subnetIds: map(text(), {
    doc: "Subnets of the control plane's network interfaces by availability zone, in at least two zones. A later change must stay in the same zones.",
    rules: [count("cluster-subnet-zones", clusterSubnets.minZones, Infinity, { expected: "subnets in at least two availability zones" })],
  }),
  endpoint: object(
    {
      private: flag({ default: true, doc: "Reached from inside the VPC, without leaving it." }),
      public: nullable(
        object({
          cidrs: list(text(), {
            doc: "Address blocks that may reach it. Without the private endpoint the nodes' own public addresses must be among them.",
            rules: [
              count("public-endpoint-cidrs", 1, Infinity, { expected: "at least one address block", why: "EKS reads an empty list as the whole internet" }),
              every(cidrBlock("public-endpoint-allow-list", 8, 32, { why: "a wider block opens the API server to the internet" })),
              distinct("public-endpoint-distinct"),
            ],
          }),
        }),
      ),
    },
    {
      default: {},
      doc: "Where the API server can be reached: `private` from the VPC, `public` from the internet by the listed blocks, or both. Private only unless said otherwise.",
      rules: [atLeastOne("cluster-endpoint", ["private", "public"], { why: "nobody could reach the API server" })],
    },
  ),
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
  authenticationMode: choice(accessEntryModes, {
    default: "API",
    doc: "Who is let in: by access entries (`API`), or by the `aws-auth` ConfigMap as well. There is no way back from `API`.",
  }),
  admins: map(
    object({
      principalArn: text({
        doc: "ARN of the IAM role or user.",
        rules: [
          matches("admin-principal", arnPatterns.iamRoleOrUser, "the ARN of an IAM role or user", {
            why: "sessions and accounts get no access entry",
          }),
        ],
      }),
    }),
    {
      doc: "Roles and users that administer the whole cluster, by a name of yours. Whoever creates the cluster gets no access by that.",
      rules: [count("cluster-admins", 1, Infinity, { expected: "at least one administrator", why: "nobody else is let in" }), distinctBy("distinct-admins", "principalArn", { expected: "each principal once", why: "EKS keeps one access entry for each" })],
    },
  ),
  upgradePolicy: choice(supportTypes, {
    default: "STANDARD",
    doc: "At the end of standard support: `STANDARD` upgrades the cluster by itself, `EXTENDED` keeps the version for a year more at a higher price.",
  }),
  serviceCidr: nullable(
    text({
      doc: "Address block of Kubernetes services, apart from the VPC and all it reaches. It cannot change. Null lets EKS take 10.100.0.0/16 or 172.20.0.0/16.",
      rules: [
        cidrBlock("service-cidr-prefix", serviceCidr.minPrefixLength, serviceCidr.maxPrefixLength),
        matches("service-cidr-range", /^(10|172\.(1[6-9]|2[0-9]|3[01])|192\.168)\./, `a block inside ${serviceCidr.within.join(", ")}`),
      ],
    }),
  ),
  oidcProvider: nullable(object({}, { default: {}, doc: "IAM's OIDC provider of the cluster, by which service accounts assume roles (IRSA). Null makes none." })),
  deletionProtection: flag({
    default: true,
    since: argumentSince("aws_eks_cluster", "deletion_protection"),
    doc: "EKS refuses to delete the cluster until this is false.",
  }),
  forceUpdate: flag({ default: false, doc: "Updates the version although upgrade insights report problems." }),
  ...roleOptions,
  tags: tagsInput("Tags of everything that is made here."),
};
