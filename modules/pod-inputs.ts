import { choice, type Expr, list, map, mapList, matches, nullable, object, oneOf, keys, text } from "../kernel";
import { said } from "./said";

const quantity = text({ rules: [matches("pod-resource-quantity", /^[0-9]+(\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/, "a quantity such as 100m or 128Mi")] });
const resourceNames = keys(oneOf("pod-resource-name", ["cpu", "memory", "ephemeral-storage"]));

const toleration = object({
  key: nullable(text({ doc: "Key of the taint. Null with the operator `Exists` stands for every taint." })),
  operator: choice(["Equal", "Exists"], { default: "Equal", doc: "Whether the value counts." }),
  value: nullable(text({ doc: "Value of the taint." })),
  effect: nullable(choice(["NoSchedule", "PreferNoSchedule", "NoExecute"], { doc: "Effect of the taint. Null stands for each." })),
});

/** Where the pods of a chart run, and what they may use. */
export const podInputs = {
  resources: (requests: Readonly<Record<string, string>>, limits: Readonly<Record<string, string>>) =>
    object(
      {
        requests: map(quantity, { default: requests, doc: "What a node keeps free for a pod.", rules: [resourceNames] }),
        limits: map(quantity, { default: limits, doc: "What a pod may use at most. A pod over its memory is ended; one over its CPU is slowed down.", rules: [resourceNames] }),
      },
      { default: {}, doc: "What a pod asks for and may use." },
    ),
  tolerations: (usual: Tolerations) => list(toleration, { default: usual, doc: "Taints that do not keep the pods away." }),
  nodeSelector: map(text(), { default: {}, doc: "Labels that a node must have." }),
  priorityClassName: (usual: string) => text({ default: usual, doc: "Priority class of the pods." }),
};

type Tolerations = readonly { readonly key?: string; readonly operator?: "Equal" | "Exists"; readonly effect?: "NoSchedule" | "PreferNoSchedule" | "NoExecute" }[];

/** Tolerations as charts take them. */
export function tolerationValues(tolerations: Expr<readonly object[]>): Expr<readonly object[]> {
  return mapList(tolerations, (toleration) => said(toleration), "toleration");
}
