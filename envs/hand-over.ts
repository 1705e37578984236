import { type Expr, type RemoteOutputs, tf } from "../kernel";
import type { ClusterRef } from "../modules/cluster/refs";
import { clusterFromOutputs, networkFromOutputs } from "../modules/from-outputs";
import type { NetworkRef } from "../modules/network/refs";

/** What a layer waits for in a layer below: nothing, because that one is applied as a whole before this one begins. */
export const nothing: Expr<readonly string[]> = tf<readonly string[]>`${[]}`;

/** The network as its layer's outputs tell of it. */
export function networkFrom(output: RemoteOutputs): NetworkRef {
  return { ...networkFromOutputs((name) => output(`network_${name}`)), egressReady: nothing };
}

/** The cluster as its layer's outputs tell of it. */
export function clusterFrom(output: RemoteOutputs): ClusterRef {
  const cluster = clusterFromOutputs((name) => output(name.startsWith("cluster_") ? name : `cluster_${name}`));
  // Terraform keeps no output that is null.
  return { ...cluster, oidcProviderArn: tf<string | null>`try(${cluster.oidcProviderArn}, null)`, accessReady: nothing };
}
