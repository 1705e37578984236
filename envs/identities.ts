import { partitionOf } from "../aws/regions";
import { Construct, type Expr, type PlatformStack } from "../kernel";
import type { ClusterRef } from "../modules/cluster/refs";
import { WorkloadIdentity } from "../modules/workload-identity/workload-identity";
import { identitiesWiring, oidcProviderOf } from "../modules/wiring";
import type { CheckedEnvironment } from "./environment";
import { otherAccountProvider } from "./provider";

interface Needed {
  readonly cluster: ClusterRef;
  readonly agentReady: Expr<readonly string[]>;
}

/** The roles of the environment's service accounts, in its own account and in others. */
export function identities(stack: PlatformStack, environment: CheckedEnvironment, { cluster, agentReady }: Needed): void {
  const { account, region, cluster: declared, roles, organizationId, identities: own, otherAccounts } = environment;
  const place = { partition: partitionOf(region), region };
  if (Object.keys(own).length > 0) {
    const oidcProvider = declared.oidcProvider && oidcProviderOf(cluster);
    new WorkloadIdentity(stack, "identities", { ...place, ...identitiesWiring({ cluster, addonsReady: agentReady }), account, oidcProvider, organizationId, identities: own, ...roles });
  }
  for (const [name, other] of Object.entries(otherAccounts)) {
    // A boundary is a policy of the account that it stands in.
    const { permissionsBoundary: _, ...rest } = roles;
    const there = new Construct(stack, `in_${name}`);
    stack.useProvider(there, otherAccountProvider(stack, environment, name));
    new WorkloadIdentity(there, "identities", { ...place, clusterName: cluster.name, account: other.account, oidcProvider: { issuer: cluster.oidcIssuer, create: {} }, identities: other.identities, ...rest });
  }
}
