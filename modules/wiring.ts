import type { Expr } from "../kernel";
import type { ClusterRef } from "./cluster/refs";
import type { NetworkRef } from "./network/refs";

type Ready = Expr<readonly string[]>;

interface Below {
  readonly cluster: ClusterRef;
  readonly network: NetworkRef;
}

/** What node groups are given of what stands below them. Some add-ons stand before the nodes: without vpc-cni no node becomes ready. */
export function nodeGroupsWiring({ cluster, network, addonsReady }: Below & { readonly addonsReady: Ready }) {
  return {
    clusterName: cluster.name,
    kubernetesVersion: cluster.version,
    clusterEndpoint: cluster.endpoint,
    clusterCertificateAuthorityData: cluster.certificateAuthority,
    clusterServiceCidr: cluster.serviceCidr,
    clusterSecurityGroupId: cluster.securityGroupId,
    subnetIds: network.privateSubnetIds,
    networkReady: network.egressReady,
    addonsReady,
  };
}

/** The same for Fargate profiles. */
export function fargateProfilesWiring({ cluster, network }: Below) {
  return { clusterName: cluster.name, subnetIds: network.privateSubnetIds, networkReady: network.egressReady };
}

/** The same for add-ons, of which some wait for the nodes. */
export function addonsWiring({ cluster, nodesReady }: { readonly cluster: ClusterRef; readonly nodesReady: Ready }) {
  return { clusterName: cluster.name, kubernetesVersion: cluster.version, nodesReady };
}

/** The same for identities. The agent that hands out their roles is among the add-ons that stand before the nodes. */
export function identitiesWiring({ cluster, addonsReady }: { readonly cluster: ClusterRef; readonly addonsReady: Ready }) {
  return { clusterName: cluster.name, agentReady: addonsReady };
}

/** IAM's OIDC provider of a cluster that has one. */
export function oidcProviderOf(cluster: ClusterRef) {
  return { arn: cluster.oidcProviderArn as Expr<string>, issuer: cluster.oidcIssuer };
}
