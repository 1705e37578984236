import { LimitRangeV1 } from "@cdktf/provider-kubernetes/lib/limit-range-v1";
import { ResourceQuotaV1 } from "@cdktf/provider-kubernetes/lib/resource-quota-v1";
import { type Construct, dynamic, type Expr, type Handles, present, resource, some, tf, where } from "../../kernel";
import { loopNames, type namespacesInputs } from "./inputs";

type Inputs = Handles<typeof namespacesInputs>;

/** What all pods of a namespace may use together. */
export function quotas(scope: Construct, { namespaces }: Inputs, after: Expr<unknown>) {
  const limited = where(namespaces, (_, { quota }) => present(quota), loopNames);
  return resource(ResourceQuotaV1, scope, "this", {
    forEach: limited,
    metadata: { name: "quota", namespace: limited.each.key },
    spec: { hard: some(limited.each.value.quota) },
    dependsOn: [after],
  });
}

/** What each container, pod or claim may use. */
export function limitRanges(scope: Construct, { namespaces }: Inputs, after: Expr<unknown>) {
  const limited = where(namespaces, (_, { limitRange }) => tf`length(${limitRange}) > 0`, loopNames);
  return resource(LimitRangeV1, scope, "this", {
    forEach: limited,
    metadata: { name: "limits", namespace: limited.each.key },
    spec: {
      limit: dynamic(limited.each.value.limitRange, ({ key, value }) => ({
        type: key,
        default: value.default,
        defaultRequest: value.defaultRequest,
        min: value.min,
        max: value.max,
      })),
    },
    dependsOn: [after],
  });
}
