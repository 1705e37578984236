import { arnPatterns } from "../../aws/arn-patterns";
import { addonConflicts } from "../../aws/cluster-limits";
import { kubernetesNames } from "../../aws/kubernetes-names";
import { atMostOne, choice, count, flag, jsonObject, list, map, matches, nullable, object, text } from "../../kernel";
import { tagsInput } from "../tags-input";
import { phases, standing } from "./phases";

/** How an add-on's service accounts come by a role: the agent hands it out, the cluster's OIDC issuer vouches for them, or not at all. */
export const identityWords = ["podIdentity", "irsa", "node"] as const;
export type IdentityWord = (typeof identityWords)[number];

// What the AWS provider takes: https://semver.org with a v, without build metadata.
const semanticVersion = /^v(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?$/;

const arns = (doc: string, id: string, pattern: RegExp, expected: string) =>
  list(text({ rules: [matches(id, pattern, expected)] }), { doc, rules: [count(`${id}-count`, 1, Infinity, { expected: "at least one ARN" })] });

const permissions = object(
  {
    policyArns: map(text({ rules: [matches("addon-policy", arnPatterns.iamPolicy, "the ARN of an IAM policy")] }), {
      default: {},
      doc: "Further policies by a name of yours.",
    }),
    volumeKeys: nullable(object({ arns: arns("The keys.", "addon-volume-key", arnPatterns.kmsKey, "the ARN of a KMS key") }, { doc: "aws-ebs-csi-driver: own KMS keys of its volumes." })),
    buckets: nullable(object({ arns: arns("The buckets.", "addon-bucket", arnPatterns.s3Bucket, "the ARN of an S3 bucket") }, { doc: "aws-mountpoint-s3-csi-driver: buckets that pods read and write." })),
    hostedZones: nullable(
      object({ arns: arns("The zones.", "addon-hosted-zone", arnPatterns.hostedZone, "the ARN of a hosted zone") }, { doc: "external-dns, cert-manager: Route 53 zones whose records they change." }),
    ),
    logGroups: nullable(object({ arns: arns("The log groups.", "addon-log-group", arnPatterns.logGroup, "the ARN of a log group") }, { doc: "fluent-bit: log groups that it writes to." })),
    policyLogs: nullable(object({}, { doc: "vpc-cni: sends the flow logs of network policies to the cluster's log group." })),
  },
  { doc: "What the role that is made here may do beside what AWS recommends for the add-on." },
);

const givenRole = object(
  { arn: text({ doc: "Its ARN.", rules: [matches("addon-role", arnPatterns.iamRole, "the ARN of an IAM role")] }) },
  { doc: "An existing role, in place of one that is made here. Its trust is its owner's." },
);

const serviceAccounts = object(
  {
    namespace: text({ doc: "Their namespace.", rules: [matches("addon-namespace", kubernetesNames.dnsLabel, "the name of a namespace")] }),
    names: list(text({ rules: [matches("addon-service-account", /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, "the name of a service account", { why: "a wildcard would let in others" })] }), {
      doc: "Their names.",
      rules: [count("addon-service-account-count", 1, Infinity, { expected: "at least one service account" })],
    }),
  },
  { doc: "Service accounts that take the role. Null: those that AWS documents for the add-on." },
);

/** What is said of one add-on, in a module and in an environment. */
export const addonInput = {
  version: nullable(
    text({
      doc: "Version, such as `v1.20.4-eksbuild.1`. Null takes what EKS holds to be right for the cluster's version when the add-on is made, and keeps it.",
      rules: [matches("addon-version", semanticVersion, "a version such as v1.20.4-eksbuild.1")],
    }),
  ),
  resolveVersion: nullable(
    choice(["default", "latest"], { doc: "Asks EKS for the version at every plan: its default for the Kubernetes version, or the latest. A plan then changes by itself." }),
  ),
  resolveConflictsOnCreate: choice(addonConflicts.onCreate, {
    default: "OVERWRITE",
    doc: "What happens to fields of the same objects that somebody else has set, when the add-on is made.",
  }),
  resolveConflictsOnUpdate: choice(addonConflicts.onUpdate, { default: "OVERWRITE", doc: "The same at every update. `PRESERVE` keeps what others have set." }),
  preserve: flag({ default: false, doc: "Keeps the add-on's software in the cluster when the add-on is deleted." }),
  identity: nullable(choice(identityWords, { doc: "How this add-on comes by its role, where it is not as for the others." })),
  permissions: nullable(permissions),
  role: nullable(givenRole),
  serviceAccounts: nullable(serviceAccounts),
  phase: nullable(
    choice(phases, {
      doc: `When the add-on is made. Null goes by its name: ${standing("first").join(", ")} first, ${standing("beforeNodes").join(", ")} before nodes, ${standing("last").join(", ")} last, all others after nodes. To change it replaces the add-on.`,
    }),
  ),
  tags: tagsInput("Tags of the add-on and its role, beside those of everything."),
};

export const configurationValues = nullable(
  text({ doc: "Settings of the add-on as a JSON object, by the schema of its version.", rules: [jsonObject("addon-configuration")] }),
);

/** Rules between the fields of one add-on. */
export const addonRules = [
  atMostOne("addon-version-source", ["version", "resolveVersion"], { expected: "either a version or a way to find one" }),
  atMostOne("addon-role-source", ["role", "permissions"], { expected: "either a given role or permissions of one that is made here" }),
];
