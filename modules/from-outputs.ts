import { type RemoteOutputs, tf } from "../kernel";
import type { ClusterRef } from "./cluster/refs";
import type { NetworkRef } from "./network/refs";

/** A network as the outputs of its module tell of it. */
export function networkFromOutputs(output: RemoteOutputs): NetworkRef {
  return {
    vpcId: output("vpc_id"),
    cidr: output("vpc_cidr_block"),
    zones: output("zones"),
    publicSubnetIds: output("public_subnet_ids"),
    privateSubnetIds: output("private_subnet_ids"),
    intraSubnetIds: output("intra_subnet_ids"),
    podSubnetIds: output("pod_subnet_ids"),
    databaseSubnetIds: output("database_subnet_ids"),
    publicSubnetCidrs: output("public_subnet_cidr_blocks"),
    privateSubnetCidrs: output("private_subnet_cidr_blocks"),
    egressReady: output("egress_ready"),
    natPublicIps: output("nat_public_ips"),
  };
}

/** A cluster as the outputs of its module tell of it. */
export function clusterFromOutputs(output: RemoteOutputs): ClusterRef {
  return {
    name: output("cluster_name"),
    arn: output("cluster_arn"),
    version: output("cluster_version"),
    endpoint: output("cluster_endpoint"),
    certificateAuthority: output("cluster_certificate_authority_data"),
    securityGroupId: output("cluster_security_group_id"),
    oidcProviderArn: output("oidc_provider_arn"),
    oidcIssuer: tf`trimprefix(${output("cluster_oidc_issuer_url")}, "https://")`,
    serviceCidr: output("cluster_service_cidr"),
    accessReady: output("access_ready"),
  };
}
