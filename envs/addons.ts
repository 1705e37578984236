import { partitionOf } from "../aws/regions";
import type { Expr, GivenInputs } from "../kernel";
import type { addonsInputs } from "../modules/addons/inputs";
import type { ClusterRef } from "../modules/cluster/refs";
import type { CheckedEnvironment } from "./environment";

/** What the add-ons of an environment are given. */
export function addonsOf({ account, region, roles, addonIdentity, cluster, addons }: CheckedEnvironment, made: ClusterRef, nodesReady: Expr<readonly string[]>): GivenInputs<typeof addonsInputs> {
  return {
    clusterName: made.name,
    kubernetesVersion: made.version,
    partition: partitionOf(region),
    region,
    account,
    identity: addonIdentity,
    oidcProvider: cluster.oidcProvider && { arn: made.oidcProviderArn as Expr<string>, issuer: made.oidcIssuer },
    addons,
    nodesReady,
    ...roles,
  };
}
