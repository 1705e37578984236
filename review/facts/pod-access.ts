import type { ReadLayer } from "../plan-json";
import type { AccessChange } from "../report/review";
import { isUnknown, text } from "../values";
import { principalNamed } from "./entry-access";
import { sideOf } from "./sides";

/** Pods that get a role that is there already, or another one than before, and pods of a cluster that is there. */
export function podRoleChanges(layers: readonly ReadLayer[], isOrdinary: boolean): AccessChange[] {
  return layers.flatMap((layer) =>
    layer.resources.filter(({ type, verb }) => type === "aws_eks_pod_identity_association" && verb !== "none" && verb !== "forget").flatMap((association): AccessChange[] => {
      const [before, after] = [sideOf(layer, association, "before"), sideOf(layer, association, "after")];
      if (after === undefined) return [];
      const [from, to] = [text(before?.values, "role_arn"), text(after.values, "role_arn")];
      const isNew = isUnknown(after.values["role_arn"]);
      if ((from === to && !isNew) || (isNew && isOrdinary)) return [];
      const role = to === undefined ? "a role that this plan makes" : principalNamed(to);
      const pods = `${text(after.values, "namespace")}/${text(after.values, "service_account")}`;
      return [{ layer: layer.layer, address: association.address, kind: "iam", sentence: `pods of ${pods} get ${role}`, before: from === undefined ? "no role" : principalNamed(from), after: role }];
    }),
  );
}
