import { type Construct, outputs, type Submodule, tf } from "../../kernel";
import type { NetworkRef } from "../network/refs";

interface Made {
  readonly network: NetworkRef;
  /** What made the network, if it was made here. */
  readonly networkCall: Submodule;
  readonly cluster: Submodule;
  readonly nodeGroups: Submodule;
  readonly fargate: Submodule;
  readonly addons: Submodule;
  readonly identities: Submodule;
}

/** The outputs of the parts by their own names, and what something in another state needs to build on them. */
export function eksPlatformOutputs(scope: Construct, { network, networkCall, cluster, nodeGroups, fargate, addons, identities }: Made): void {
  outputs(scope, {
    vpcId: { value: network.vpcId, doc: "Id of the VPC." },
    vpcCidrBlock: { value: network.cidr, doc: "Primary IPv4 block of the VPC." },
    zones: { value: network.zones, doc: "Availability zones." },
    publicSubnetIds: { value: network.publicSubnetIds, doc: "Ids of the public subnets by zone." },
    privateSubnetIds: { value: network.privateSubnetIds, doc: "Ids of the private subnets by zone." },
    intraSubnetIds: { value: network.intraSubnetIds, doc: "Ids of the intra subnets by zone." },
    podSubnetIds: { value: network.podSubnetIds, doc: "Ids of the pod subnets by zone." },
    databaseSubnetIds: { value: network.databaseSubnetIds, doc: "Ids of the database subnets by zone." },
    publicSubnetCidrBlocks: { value: network.publicSubnetCidrs, doc: "IPv4 blocks of the public subnets by zone. Empty where the network exists already." },
    privateSubnetCidrBlocks: { value: network.privateSubnetCidrs, doc: "IPv4 blocks of the private subnets by zone. Empty where the network exists already." },
    natPublicIps: { value: network.natPublicIps, doc: "Addresses from which private subnets reach the internet." },
    ...networkCall.passed(["private_route_table_ids", "default_security_group_id", "flow_log_group_name"]),
    ...cluster.passed([
      "cluster_name",
      "cluster_arn",
      "cluster_version",
      "cluster_platform_version",
      "cluster_endpoint",
      "cluster_certificate_authority_data",
      "cluster_security_group_id",
      "own_security_group_id",
      "cluster_service_cidr",
      "cluster_ip_family",
      "cluster_oidc_issuer_url",
      "oidc_provider",
      "oidc_provider_arn",
      "cluster_iam_role_arn",
      "cluster_iam_role_name",
      "kms_key_arn",
      "cloudwatch_log_group_name",
      "access_entries",
      "kubeconfig",
      "aws_auth_config_map",
    ]),
    ...nodeGroups.passed(["node_group_arns", "node_group_names", "node_group_autoscaling_group_names", "node_iam_role_arn", "node_iam_role_name"]),
    ...fargate.passed(["fargate_profile_arns"]),
    ...fargate.passed(["logging_manifest"], { prefix: "fargate_" }),
    ...addons.passed(["addon_versions", "addon_arns", "addon_role_arns"]),
    ...identities.passed(["role_arns", "role_names", "service_account_annotations", "assumed_role_trust_policies"], { prefix: "identity_", newer: ["target_role_trust_policies"] }),
    ready: {
      value: tf`concat(${cluster.output("access_ready")}, ${nodeGroups.output("ready")}, flatten(${fargate.every("ready")}), ${addons.output("ready")}, ${identities.output("ready")})`,
      doc: "Ids that are known when the cluster can be used: who is let in, nodes, add-ons and roles are there.",
    },
  });
}
