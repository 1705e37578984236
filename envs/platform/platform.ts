import { partitionOf } from "../../aws/regions";
import { call, type Expr } from "../../kernel";
import { WorkloadIdentity } from "../../modules/workload-identity/workload-identity";
import { customResources } from "./custom-resources";
import { fluentd } from "./fluentd";
import { partIdentities } from "./identities";
import { loadBalancerController } from "./load-balancer-controller";
import { loadBalancers } from "./load-balancers";
import { namespaces } from "./namespaces";
import type { Part, Place } from "./place";
import { clusterProviders } from "./providers";
import { rbac } from "./rbac";
import { releases } from "./releases";
import { storageClasses } from "./storage-classes";

/** Everything inside the cluster, each part after what it needs. */
export function platform(bare: Place, agentReady: Expr<readonly string[]>): void {
  clusterProviders(bare);
  const place = { ...bare, clusterReady: readyOf(bare.clusterReady, [namespaces(bare)]) };
  rbac(place);
  const identified = { ...place, identities: platformIdentities(place, agentReady) };
  const own = readyOf(place.clusterReady, [storageClasses(place), loadBalancerController(identified, place.clusterReady), fluentd(identified, place.clusterReady)]);
  const further = readyOf(own, [releases(identified, own)]);
  const all = readyOf(further, [customResources(place, further)]);
  loadBalancers(place, all);
}

/** After all of the parts that there are, which come after `ready` themselves. */
function readyOf(ready: Expr<readonly string[]>, parts: readonly (Part | undefined)[]): Expr<readonly string[]> {
  const made = parts.flatMap((part) => part?.ready ?? []);
  return made.length > 1 ? call("concat", ...made) : (made[0] ?? ready);
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
