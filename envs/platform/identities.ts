import type { Expr } from "../../kernel";
import type { ReadableEnvironment } from "../readable";
import { fluentdIdentities } from "./fluentd";
import { loadBalancerControllerIdentities } from "./load-balancer-controller";
import type { PartIdentities } from "./place";
import { releaseIdentities } from "./releases";

type Platform = NonNullable<ReadableEnvironment["platform"]>;

/** What the roles of the platform's own service accounts may do, by the identity's name. A part that is off has none. */
export function partIdentities(platform: Platform, { vpcId, clusterName }: { readonly vpcId: Expr<string> | null; readonly clusterName: string }): PartIdentities {
  return { ...loadBalancerControllerIdentities(platform, vpcId), ...fluentdIdentities(platform, clusterName), ...releaseIdentities(platform) };
}
