import { partitionOf } from "../../aws/regions";
import { call, type Expr } from "../../kernel";
import { WorkloadIdentity } from "../../modules/workload-identity/workload-identity";
import { customResources } from "./custom-resources";
import { fluentd } from "./fluentd";
import { partIdentities } from "./identities";
import { loadBalancerController } from "./load-balancer-controller";
import { loadBalancers } from "./load-balancers";
import { namespaces } from "./namespaces";
import type { Identified, Part, Place } from "./place";
import { clusterProviders } from "./providers";
import { rbac } from "./rbac";
import { releases } from "./releases";
import { storageClasses } from "./storage-classes";

/**
 * Everything inside the cluster, each part after what it needs. It is destroyed in reverse: what goes with a namespace is
 * deleted while those still run who delete its load balancers and volumes.
 */
export function platform(bare: Place, agentReady: Expr<readonly string[]>): void {
  clusterProviders(bare);
  const cluster = { ...bare, identities: platformIdentities(bare, agentReady) };
  const served = after(cluster, [storageClasses(cluster), loadBalancerController(cluster)]);
  const named = after(served, [namespaces(served)]);
  rbac(named);
  const logged = after(named, [fluentd(named)]);
  const installed = after(logged, [releases(logged)]);
  const defined = after(installed, [customResources(installed)]);
  loadBalancers(defined);
}

/** The same place once these parts are there, which come after what it waited for before. */
function after(place: Identified, parts: readonly (Part | undefined)[]): Identified {
  const made = parts.flatMap((part) => part?.ready ?? []);
  if (made.length === 0) return place;
  return { ...place, ready: made.length === 1 ? made[0]! : call("concat", ...made) };
}

/** The roles of the platform's own service accounts. They stand where their charts do, because a chart's version decides what a role may. */
function platformIdentities({ stack, environment, network, cluster }: Place, agentReady: Expr<readonly string[]>) {
  const { account, region, roles, cluster: declared, organizationId } = environment;
  return new WorkloadIdentity(stack, "platform_identities", {
    clusterName: cluster.name,
    partition: partitionOf(region),
    region,
    account,
    oidcProvider: declared.oidcProvider && { issuer: cluster.oidcIssuer, arn: cluster.oidcProviderArn },
    organizationId,
    agentReady,
    identities: partIdentities(environment.platform!, { vpcId: network.vpcId, clusterName: declared.name }),
    ...roles,
  });
}
