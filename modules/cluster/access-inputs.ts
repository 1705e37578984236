import { accessEntryTypes, reservedGroupPrefixes, reservedUserNamePrefixes } from "../../aws/access-entry-types";
import { accessPolicies, accessPolicyName } from "../../aws/access-policies";
import { arnPatterns } from "../../aws/arn-patterns";
import { authenticationModes } from "../../aws/cluster-limits";
import { choice, count, distinct, distinctBy, flag, keys, length, list, map, matches, nullable, object, onlyWhen, text, withoutPrefix } from "../../kernel";

const types = accessEntryTypes.map(({ type, since }) => (since === undefined ? type : { value: type, since }));
const typesWith = (what: "groups" | "policies") => accessEntryTypes.filter((type) => type[what]).map(({ type }) => type);
const perPrincipal = { expected: "each principal once", why: "EKS keeps one access entry for each" };

const policyScope = object({
  namespaces: nullable(
    list(text({ rules: [matches("access-policy-namespace", /^[a-z0-9*]([a-z0-9*-]{0,61}[a-z0-9*])?$/, "the name of a namespace, `*` for any text")] }), {
      doc: "Namespaces in which it holds. Absent: in the whole cluster.",
      rules: [count("access-policy-namespaces", 1, Infinity, { expected: "at least one namespace", why: "a policy of the whole cluster has none" }), distinct("access-policy-distinct-namespaces")],
    }),
  ),
});

const accessEntry = object(
  {
    principalArn: text({
      doc: "ARN of the IAM role or user. To change it replaces the entry.",
      rules: [matches("access-entry-principal", arnPatterns.iamRoleOrUser, "the ARN of an IAM role or user", { why: "sessions and accounts get no access entry" })],
    }),
    type: choice(types, {
      default: "STANDARD",
      doc: "`STANDARD` for people and programs; the others for nodes that EKS does not manage, whose permissions EKS brings itself. To change it replaces the entry.",
    }),
    username: nullable(
      text({
        doc: "Name inside Kubernetes. Absent: one made of the ARN, which audit logs can be traced by.",
        rules: [length("access-entry-username-length", 1, 256), withoutPrefix("access-entry-username-reserved", reservedUserNamePrefixes, { why: "EKS keeps those for itself" })],
      }),
    ),
    kubernetesGroups: list(text({ rules: [length("access-entry-group-length", 1, 256), withoutPrefix("access-entry-group-reserved", reservedGroupPrefixes, { why: "an access policy grants what such a group would" })] }), {
      default: [],
      doc: "Groups inside Kubernetes, for role bindings of your own.",
      rules: [distinct("access-entry-distinct-groups")],
    }),
    policies: map(policyScope, {
      default: {},
      doc: "Access policies of EKS by name, such as `AmazonEKSViewPolicy`, each with the namespaces in which it holds.",
      rules: [keys(matches("access-policy-name", accessPolicyName, "the name of an access policy, such as AmazonEKSViewPolicy"))],
    }),
  },
  {
    rules: [
      onlyWhen("access-entry-groups", "kubernetesGroups", { field: "type", is: typesWith("groups") }),
      onlyWhen("access-entry-username", "username", { field: "type", is: typesWith("groups") }),
      onlyWhen("access-entry-policies", "policies", { field: "type", is: typesWith("policies") }),
    ],
  },
);

const mapping = (kind: "role" | "user", arn: ReturnType<typeof text>) =>
  map(
    object({
      arn,
      username: text({ doc: "Name inside Kubernetes; templates such as `{{SessionName}}` are filled in at sign-in.", rules: [length(`aws-auth-${kind}-username`, 1, 256)] }),
      groups: list(text(), { default: [], doc: "Groups inside Kubernetes. `system:masters` administers everything." }),
    }),
    { default: {}, doc: `IAM ${kind}s, by a name of yours.`, rules: [distinctBy(`aws-auth-distinct-${kind}s`, "arn", { expected: `each ${kind} once` })] },
  );

/** Who is let in, and by which of the two ways of EKS. */
export const accessInputs = {
  authenticationMode: choice(authenticationModes, {
    default: "API",
    doc: "Who is let in: by access entries (`API`), by the `aws-auth` ConfigMap (`CONFIG_MAP`), or by both. A cluster goes from `CONFIG_MAP` to `API_AND_CONFIG_MAP` to `API`, and never back.",
  }),
  accessEntries: map(accessEntry, {
    default: {},
    doc: `Who is let in, by a name of yours. With the mode \`API\` somebody needs \`${accessPolicies.clusterAdmin.name}\` in the whole cluster. EKS makes the entries of managed nodes and Fargate itself.`,
    rules: [distinctBy("distinct-access-entries", "principalArn", perPrincipal)],
  }),
  creatorAdmin: flag({
    default: false,
    doc: "Whoever creates the cluster administers it, by an access entry that no file shows. Decided when the cluster is made: to change it later does nothing.",
  }),
  awsAuth: nullable(
    object(
      {
        roles: mapping(
          "role",
          text({
            doc: "ARN of the role without its path, which `aws-auth` does not understand.",
            rules: [matches("aws-auth-role", /^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[A-Za-z0-9_+=,.@-]+$/, "the ARN of an IAM role without its path", { why: "aws-auth finds no role by a path" })],
          }),
        ),
        users: mapping("user", text({ doc: "ARN of the user.", rules: [matches("aws-auth-user", arnPatterns.iamUser, "the ARN of an IAM user")] })),
        accounts: list(text({ rules: [matches("aws-auth-account", /^[0-9]{12}$/, "an account id of twelve digits")] }), {
          default: [],
          doc: "Accounts of which every user and role is let in, without any group.",
        }),
      },
      { doc: "Content of the `aws-auth` ConfigMap of an old cluster. The output `aws_auth_config_map` is the whole manifest, for `kubectl apply`; it must name the nodes' roles too, because it replaces what EKS has written there." },
    ),
  ),
};
