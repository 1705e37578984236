import { map, object } from "../../kernel";
import { binding, rbacInputs } from "../../modules/rbac/inputs";
import { Rbac } from "../../modules/rbac/rbac";
import type { Place } from "./place";

export const rbacInput = object(
  { clusterRoles: rbacInputs.clusterRoles, bindings: map(binding, { default: {}, doc: "Who has which role where, by a name of yours.", rules: rbacInputs.bindings.meta.rules }) },
  { default: {}, doc: "Roles inside the cluster, and who has them." },
);

/** Roles and bindings, once the namespaces are there. */
export function rbac({ stack, environment, ready }: Place): void {
  const { clusterRoles, bindings } = environment.platform!.rbac;
  if (Object.keys({ ...clusterRoles, ...bindings }).length > 0) new Rbac(stack, "rbac", { clusterRoles, bindings, ready });
}
