import { tagsOfControllers } from "../../aws/controller-tags";
import { type Expr, template, tf } from "../../kernel";

/**
 * The parameter that marks what goes with its claim or snapshot, and so must be gone before the cluster. Auto Mode is left
 * alone: its managed policies allow no tags but its own, and to ask for one would make no volume at all.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html, read 2026-11-21.
 */
export function deletedByDriver(policy: Expr<string>, driver: Expr<string>, clusterName: Expr<string>): Expr<unknown> {
  const parameter = { tagSpecification_driver: template`${tagsOfControllers.deletedByEbsCsi}=${clusterName}` };
  return tf`${policy} == "Delete" && ${driver} == "ebs.csi.aws.com" ? ${parameter} : {}`;
}
