import { arnPatterns } from "../../aws/arn-patterns";
import { nameLimits } from "../../aws/name-limits";
import { argumentSince } from "../../aws/provider-floor";
import { partitions } from "../../aws/regions";
import { kubernetesNames } from "../../aws/kubernetes-names";
import { choice, count, distinctBy, exactlyOne, flag, type Handles, keys, length, map, matches, noneOf, nullable, number, object, readiness, text, whole } from "../../kernel";
import { roleOptions } from "../role-options";
import { tagsInput } from "../tags-input";
import { permissionInputs } from "./permission-inputs";
import { statementInput } from "./statement-input";

const association = "aws_eks_pod_identity_association";
const dnsName = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
const roleArn = (id: string, doc: string) => text({ doc, rules: [matches(id, arnPatterns.iamRole, "the ARN of an IAM role")] });

const assumed = object({
  roleArn: roleArn("assumed-role", "ARN of the other role."),
  externalId: nullable(
    text({ doc: "External id that the other role asks for.", rules: [length("assumed-role-external-id", 2, 1224), matches("assumed-role-external-id-text", /^[A-Za-z0-9_+=,.@:/-]+$/, "letters, digits and _+=,.@:/-")] }),
  ),
});

/** What is said of one identity. */
export const identityInputs = {
  namespace: text({ doc: "Kubernetes namespace of the service account.", rules: [matches("identity-namespace", kubernetesNames.dnsLabel, "the name of a namespace: lower-case letters, digits and hyphens, at most 63")] }),
  serviceAccount: text({
    doc: "Name of the service account. One alone: there are no patterns.",
    rules: [
      matches("identity-service-account", dnsName, "the name of a service account: lower-case letters, digits, hyphens and dots, at most 253", { why: "a pattern would let in accounts that nobody has made yet" }),
      noneOf("identity-default-account", ["default"], { why: "every pod of the namespace that names no other would have the role" }),
    ],
  }),
  method: choice(["podIdentity", "irsa", "both"], {
    default: "podIdentity",
    doc: "How pods get the role: by EKS Pod Identity, by the cluster's OIDC provider (IRSA), or by either, which is the step between the two. A change never replaces the role.",
  }),
  permissions: object(permissionInputs, { default: {}, doc: "What it may do, by the software that needs it." }),
  statements: map(statementInput, {
    default: {},
    doc: "What else it may do, by the statement's id.",
    rules: [keys(matches("statement-id", /^[A-Za-z0-9]+$/, "letters and digits", { why: "IAM takes no other in the id of a statement" }))],
  }),
  managedPolicyArns: map(text({ rules: [matches("identity-managed-policy", arnPatterns.iamPolicy, "the ARN of an IAM policy")] }), {
    default: {},
    doc: "Further policies by a name of your own.",
    // Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, read 2026-11-21.
    rules: [count("identity-managed-policies", 0, 10, { expected: "at most 10 policies", why: "IAM attaches no more to a role unless the quota is raised" })],
  }),
  assumes: map(assumed, { default: {}, doc: "Roles that it may assume in turn, also in other accounts, by a name of your own." }),
  targetRole: nullable(
    object(
      { roleArn: roleArn("target-role", "ARN of the role, made in the other account with the trust policy that this module outputs.") },
      { since: argumentSince(association, "target_role_arn"), doc: "A role of another account that EKS assumes for the pods: they never see the one that is made here. Only with Pod Identity." },
    ),
  ),
  sessionTags: flag({
    default: true,
    since: argumentSince(association, "disable_session_tags"),
    doc: "EKS tags the sessions with cluster, namespace, service account and pod. Without tags a target role asks for an external id.",
  }),
  roleName: nullable(
    text({
      doc: "Name of the role. Null makes it of the cluster's name and the identity's. To change it replaces the role.",
      rules: [length("identity-role-name-length", 1, nameLimits.aws_iam_role.name.maxLength), matches("identity-role-name", /^[A-Za-z0-9_+=,.@-]+$/, "letters, digits and _+=,.@-")],
    }),
  ),
  description: nullable(text({ doc: "Description of the role. Null names the service account.", rules: [matches("identity-description", /^[A-Za-z0-9 _.,:;()/+=@-]{1,1000}$/, "1 to 1000 letters, digits, blanks and _.,:;()/+=@-")] })),
  maxSessionHours: number({ default: 1, doc: "Hours that a session of the role may last.", rules: [whole("identity-session-hours", 1, 12)] }),
};

export const workloadIdentityInputs = {
  clusterName: text({ doc: "Name of the cluster." }),
  partition: choice(partitions, { default: "aws", doc: "AWS partition of the account: decides how ARNs begin." }),
  region: text({ doc: "Region of the cluster.", rules: [matches("identity-region", /^[a-z]{2,4}(-[a-z]+)+-[0-9]$/, "an AWS region")] }),
  account: text({
    doc: "Id of the AWS account in which the roles are made, twelve digits: that of the cluster, or with IRSA another.",
    rules: [matches("identity-account", /^[0-9]{12}$/, "an account id of twelve digits")],
  }),
  oidcProvider: nullable(
    object(
      {
        issuer: text({
          doc: "The cluster's OIDC issuer without `https://`.",
          rules: [matches("oidc-issuer", /^[a-z0-9.-]+(\/[A-Za-z0-9_./-]+)?$/, "an issuer without https://")],
        }),
        arn: nullable(text({ doc: "ARN of IAM's OIDC provider in the account.", rules: [matches("oidc-provider-arn", arnPatterns.oidcProvider, "the ARN of an OIDC provider in IAM")] })),
        create: nullable(object({}, { doc: "Makes the provider here: once in each account other than the cluster's." })),
      },
      {
        doc: "The cluster's OIDC provider in IAM, for identities by IRSA. Null where there are none.",
        rules: [exactlyOne("oidc-provider", ["arn", "create"], { expected: "either arn or create" })],
      },
    ),
  ),
  organizationId: nullable(
    text({
      doc: "Organization to which the cluster's account must belong while Pod Identity hands out the roles.",
      rules: [matches("organization-id", /^o-[a-z0-9]{10,32}$/, "the id of an organization")],
    }),
  ),
  agentReady: readiness("Ids of the add-on eks-pod-identity-agent, after which associations are made."),
  identities: map(object(identityInputs), {
    default: {},
    doc: "Roles of service accounts by a name of your own.",
    rules: [
      keys(matches("identity-name", /^[A-Za-z0-9_.@-]+$/, "a name of letters, digits and _.@-", { why: "it stands in the name of the role" })),
      distinctBy("identity-service-account-twice", ["namespace", "serviceAccount"], { expected: "a service account of its own in each element", why: "a service account has one role" }),
    ],
  }),
  ...roleOptions,
  tags: tagsInput("Tags of everything that is made here."),
};

export type WorkloadIdentityHandles = Handles<typeof workloadIdentityInputs>;
