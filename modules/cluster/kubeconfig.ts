import { kubeconfig } from "../../aws/kubeconfig";
import { type Expr, tf, yaml } from "../../kernel";
import type { ClusterRef } from "./refs";

/** What kubectl reads to reach the cluster. The region stands in the ARN. */
export function kubeconfigOf({ name, arn, endpoint, certificateAuthority }: ClusterRef): Expr<string> {
  const region = tf<string>`split(":", ${arn})[3]`;
  return yaml(kubeconfig({ context: name, entry: arn, clusterName: name, region, endpoint, certificateAuthority }));
}
