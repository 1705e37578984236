import type { Problem } from "../../kernel";
import { join } from "../../kernel/check";
import { nearest } from "../../kernel/nearest";
import type { CheckedEnvironment } from "../environment";
import type { Judged } from "../judged";
import type { ReadableEnvironment } from "../readable";

type Binding = NonNullable<CheckedEnvironment["platform"]>["rbac"]["bindings"][string];

/** Namespaces of every cluster, and roles that Kubernetes binds nobody to. */
const namespacesOfKubernetes = ["default", "kube-system", "kube-public", "kube-node-lease"];
const rolesOfKubernetes = ["view", "edit", "admin"];

/** Kubernetes takes bindings of nobody and to nothing; it refuses those in namespaces that are not there. */
export function judgeRbac(path: string, environment: ReadableEnvironment): Judged {
  const bindings = Object.entries(environment.platform?.rbac?.bindings ?? {}).map(([name, bound]) => [join(`${path}.bindings`, name), bound] as const);
  return {
    problems: bindings.flatMap(([at, bound]) => namespaceProblems(at, bound, environment)),
    warnings: bindings.flatMap(([at, bound]) => [...roleWarnings(at, bound, environment), ...groupWarnings(at, bound, environment)]),
  };
}

function namespaceProblems(path: string, { namespaces }: Binding, { platform }: ReadableEnvironment): Problem[] {
  if (platform?.namespaces === undefined) return [];
  const known = [...namespacesOfKubernetes, ...Object.keys(platform.namespaces)];
  const unknown = (namespaces ?? []).filter((name) => !known.includes(name));
  return unknown.map((name) => ({ path: `${path}.namespaces`, expected: "namespaces of platform.namespaces or of Kubernetes", got: name, why: "one that others make is declared with the origin existing", suggestion: nearest(name, known), rule: "rbac-unknown-namespace" }));
}

function roleWarnings(path: string, { clusterRole }: Binding, { platform }: ReadableEnvironment): Problem[] {
  const known = [...rolesOfKubernetes, ...Object.keys(platform?.rbac?.clusterRoles ?? {})];
  if (known.includes(clusterRole)) return [];
  return [{ path: `${path}.clusterRole`, expected: `a role that is known (${known.join(", ")})`, got: clusterRole, why: "unless a chart makes it, nobody gets anything", suggestion: nearest(clusterRole, known), rule: "rbac-role-unknown" }];
}

/** An identity provider of one's own has groups that no file of this project knows. */
function groupWarnings(path: string, { to }: Binding, { cluster }: ReadableEnvironment): Problem[] {
  if (cluster?.accessEntries === undefined || cluster.identityProvider != null) return [];
  const entries = Object.values(cluster.accessEntries).flatMap(({ kubernetesGroups }) => kubernetesGroups);
  const mapped = [...Object.values(cluster.awsAuth?.roles ?? {}), ...Object.values(cluster.awsAuth?.users ?? {})].flatMap(({ groups }) => groups);
  const known = [...new Set([...entries, ...mapped])];
  const unknown = to.flatMap(({ group }) => (group === null || known.includes(group) ? [] : [group]));
  return unknown.map((group) => ({ path: `${path}.to`, expected: "groups of access entries", got: group, why: "nobody is in this one", suggestion: nearest(group, known), rule: "rbac-group-unknown" }));
}
