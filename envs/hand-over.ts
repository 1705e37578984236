import { type Expr, type RemoteOutputs, tf } from "../kernel";
import type { ClusterRef } from "../modules/cluster/refs";
import type { NetworkRef } from "../modules/network/refs";

/** What a layer waits for in a layer below: nothing, because that one is applied as a whole before this one begins. */
export const nothing: Expr<readonly string[]> = tf<readonly string[]>`${[]}`;

/** The network as its layer's outputs tell of it. */
export function networkFrom(output: RemoteOutputs): NetworkRef {
  return {
    vpcId: output("network_vpc_id"),
    cidr: output("network_vpc_cidr_block"),
    zones: output("network_zones"),
    publicSubnetIds: output("network_public_subnet_ids"),
    privateSubnetIds: output("network_private_subnet_ids"),
    intraSubnetIds: output("network_intra_subnet_ids"),
    podSubnetIds: output("network_pod_subnet_ids"),
    databaseSubnetIds: output("network_database_subnet_ids"),
    publicSubnetCidrs: output("network_public_subnet_cidr_blocks"),
    privateSubnetCidrs: output("network_private_subnet_cidr_blocks"),
    egressReady: nothing,
    natPublicIps: output("network_nat_public_ips"),
  };
}

/** The cluster as its layer's outputs tell of it. */
export function clusterFrom(output: RemoteOutputs): ClusterRef {
  return {
    name: output("cluster_name"),
    arn: output("cluster_arn"),
    version: output("cluster_version"),
    endpoint: output("cluster_endpoint"),
    certificateAuthority: output("cluster_certificate_authority_data"),
    securityGroupId: output("cluster_security_group_id"),
    // Terraform keeps no output that is null.
    oidcProviderArn: tf<string | null>`try(${output("cluster_oidc_provider_arn")}, null)`,
    oidcIssuer: output("cluster_oidc_provider"),
    serviceCidr: output("cluster_service_cidr"),
    accessReady: nothing,
  };
}
