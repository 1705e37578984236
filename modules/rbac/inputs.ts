import { reservedGroupPrefixes, reservedUserNamePrefixes } from "../../aws/access-entry-types";
import { kubernetesNames } from "../../aws/kubernetes-names";
import { count, distinct, exactlyOne, keys, length, list, map, matches, noneOf, nullable, object, readiness, text, withoutPrefix } from "../../kernel";
import { clusterRole } from "./role-input";

const roleName = /^[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$/;
const namespaceName = (id: string, doc: string) => text({ doc, rules: [matches(id, kubernetesNames.dnsLabel, "the name of a namespace")] });

const subject = object(
  {
    group: nullable(text({ doc: "Group of access entries or of an identity provider.", rules: [length("rbac-group-length", 1, 256), withoutPrefix("rbac-group-reserved", reservedGroupPrefixes, { why: "no access entry can be in such a group" })] })),
    user: nullable(text({ doc: "User name of an access entry.", rules: [length("rbac-user-length", 1, 256), withoutPrefix("rbac-user-reserved", reservedUserNamePrefixes, { why: "service accounts have a word of their own, and the others are Kubernetes's" })] })),
    serviceAccount: nullable(
      object({
        namespace: namespaceName("rbac-account-namespace", "Its namespace."),
        name: text({ doc: "Its name.", rules: [matches("rbac-account", /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, "the name of a service account"), noneOf("rbac-default-account", ["default"], { why: "every pod of the namespace that names no other would have the role" })] }),
      }),
    ),
    serviceAccountsOf: nullable(namespaceName("rbac-accounts-of", "All service accounts of this namespace.")),
  },
  { rules: [exactlyOne("rbac-subject", ["group", "user", "serviceAccount", "serviceAccountsOf"])] },
);

/** What is said of one binding. */
export const binding = object(
  {
    clusterRole: text({
      doc: "The role: one of `clusterRoles`, `view`, `edit` or `admin`, or one that a chart makes. To change it replaces the binding.",
      rules: [matches("rbac-role-name", roleName, "the name of a cluster role"), noneOf("rbac-cluster-admin", ["cluster-admin"], { why: "an access entry with AmazonEKSClusterAdminPolicy grants it where everybody looks" })],
    }),
    to: list(subject, { doc: "Who has it.", rules: [count("rbac-subjects", 1, Infinity, { expected: "at least one subject" })] }),
    namespaces: nullable(
      list(namespaceName("rbac-namespace", "A namespace."), { doc: "Namespaces in which it holds.", rules: [count("rbac-namespaces", 1, Infinity, { expected: "at least one namespace" }), distinct("rbac-namespaces-distinct")] }),
    ),
    clusterWide: nullable(object({}, { doc: "It holds in the whole cluster, also in namespaces to come." })),
  },
  { rules: [exactlyOne("rbac-scope", ["namespaces", "clusterWide"], { expected: "either namespaces or clusterWide" })] },
);

export const rbacInputs = {
  clusterRoles: map(clusterRole, {
    default: {},
    doc: "Roles by name. They allow nothing until they are bound.",
    rules: [
      keys(matches("rbac-own-role-name", roleName, "lower-case letters, digits, hyphens, dots and colons")),
      keys(noneOf("rbac-own-role-reserved", ["cluster-admin", "admin", "edit", "view"], { why: "Kubernetes has those itself" })),
      keys(withoutPrefix("rbac-own-role-system", ["system:"], { why: "those are Kubernetes's" })),
    ],
  }),
  bindings: map(binding, {
    default: {},
    doc: "Who has which role where, by a name of yours.",
    rules: [keys(matches("rbac-binding-name", kubernetesNames.dnsLabel, "lower-case letters, digits and hyphens, at most 63"))],
  }),
  ready: readiness("Ids of what must be there first: the cluster, whom it lets in, and the namespaces."),
};
