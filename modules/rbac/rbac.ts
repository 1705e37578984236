import { ClusterRoleBindingV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-binding-v1";
import { ClusterRoleV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-v1";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { bind, type Collection, Construct, dynamic, type Expr, type GivenInputs, type Handle, type Handles, local, outputs, present, project, resource, template, tf, where } from "../../kernel";
import { rbacInputs } from "./inputs";

type Inputs = Handles<typeof rbacInputs>;
type Subjects = Inputs["bindings"]["each"]["value"]["to"];

const group = "rbac.authorization.k8s.io";

/** Roles inside the cluster, and who has them. */
export class Rbac extends Construct {
  /** Ids that are known when everybody has what is said here. */
  readonly ready: Expr<readonly string[]>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof rbacInputs>) {
    super(scope, id);
    const inputs = bind(this, rbacInputs, given);
    const roles = clusterRoles(this, inputs);
    const bound = [clusterBindings(this, inputs, roles), namespaceBindings(this, inputs, roles)];

    this.ready = tf`flatten([for made in ${[roles, ...bound]} : values(made)[*].id])`;
    outputs(this, {
      clusterRoleNames: { value: project(roles, (_, role) => tf<string>`${role}.metadata[0].name`, ["name", "role"]), doc: "Names of the roles, by name: to read one is to wait for it." },
      ready: { value: this.ready, doc: "Ids that are known when roles and bindings are there." },
    });
  }
}

function clusterRoles(scope: Construct, { clusterRoles: declared, ready }: Inputs) {
  const { key, value: role } = declared.each;
  return resource(ClusterRoleV1, scope, "this", {
    forEach: declared,
    metadata: { name: key, labels: tf<Readonly<Record<string, string>>>`{ for word in ${role.aggregatedTo} : "rbac.authorization.k8s.io/aggregate-to-\${word}" => "true" }` },
    rule: dynamic(role.rules, ({ value: rule }) => ({
      apiGroups: tf`${rule.urls} != null ? null : ${rule.anyApiGroup} != null ? ["*"] : coalesce(${rule.apiGroups}, [""])`,
      resources: tf`${rule.anyResource} != null ? ["*"] : ${rule.resources}`,
      resourceNames: rule.resourceNames,
      nonResourceUrls: rule.urls,
      verbs: tf`${rule.anyVerb} != null ? ["*"] : ${rule.verbs}`,
    })),
    dependsOn: [ready],
  });
}

function clusterBindings(scope: Construct, { bindings, ready }: Inputs, roles: Expr<unknown>) {
  const wide = where(bindings, (_, { clusterWide }) => present(clusterWide), ["name", "binding"]);
  const { key, value: binding } = wide.each;
  return resource(ClusterRoleBindingV1, scope, "this", {
    forEach: wide,
    metadata: { name: key },
    roleRef: { apiGroup: group, kind: "ClusterRole", name: binding.clusterRole },
    subject: subjects(binding.to),
    dependsOn: [roles, ready],
  });
}

interface Bound {
  readonly namespace: string;
  readonly name: string;
}

function namespaceBindings(scope: Construct, { bindings, ready }: Inputs, roles: Expr<unknown>) {
  // Neither name holds a slash, so the two are a key.
  const pairs = local<Readonly<Record<string, Bound>>>(
    scope,
    "namespace_bindings",
    tf`merge([for name, binding in ${bindings} : { for namespace in binding.namespaces : "\${name}/\${namespace}" => { namespace = namespace, name = name } } if binding.namespaces != null]...)`,
  );
  const { namespace, name } = (pairs as unknown as Collection<Bound>).each.value as Handle<Bound>;
  return resource(RoleBindingV1, scope, "this", {
    forEach: pairs,
    metadata: { name, namespace },
    roleRef: { apiGroup: group, kind: "ClusterRole", name: bindings.at(name).clusterRole },
    subject: subjects(bindings.at(name).to),
    dependsOn: [roles, ready],
  });
}

function subjects(to: Subjects) {
  return dynamic(to, ({ value: subject }) => ({
    kind: tf<string>`${subject.serviceAccount} != null ? "ServiceAccount" : ${subject.user} != null ? "User" : "Group"`,
    name: tf<string>`${subject.serviceAccount} != null ? ${subject.serviceAccount}.name : ${subject.serviceAccountsOf} != null ? ${template`system:serviceaccounts:${subject.serviceAccountsOf}`} : coalesce(${subject.user}, ${subject.group})`,
    namespace: tf<string>`${subject.serviceAccount} != null ? ${subject.serviceAccount}.namespace : null`,
    apiGroup: tf<string>`${subject.serviceAccount} != null ? "" : ${group}`,
  }));
}
