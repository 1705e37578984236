/**
 * What Terraform's AWS provider 5.100 lacks, with the version that brought it. Nested blocks are written with dots.
 * Sources, read 2026-11-21: the set from comparing the schema of 5.100.0 with the configuration types of the bindings (6.25.0);
 * versions up to 6.12 from the provider's CHANGELOG.md, later ones from the issues and pull requests named in a comment.
 */
export const providerFloor = "5.100.0";

/** The version that the bindings are generated from: the newest whose arguments can be written. */
export const bindingsProvider = "6.25.0";

/** Somewhere from 6.13 to 6.25: no source tells closer, so the version at which it is sure to be there. */
const atLatest = "6.25";

/** Resource type, then argument. */
export const newerThanFloor: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_eks_cluster: {
    deletion_protection: "6.9",
    control_plane_scaling_config: "6.23", // hashicorp/terraform-provider-aws#45258, terraform-aws-modules/terraform-aws-eks#3596
  },
  aws_eks_node_group: {
    // hashicorp/terraform-provider-aws#44894, terraform-aws-modules/terraform-aws-eks#3584
    "node_repair_config.max_parallel_nodes_repaired_count": "6.20",
    "node_repair_config.max_parallel_nodes_repaired_percentage": "6.20",
    "node_repair_config.max_unhealthy_node_threshold_count": "6.20",
    "node_repair_config.max_unhealthy_node_threshold_percentage": "6.20",
    "node_repair_config.node_repair_config_overrides": "6.20",
  },
  aws_eks_pod_identity_association: { disable_session_tags: "6.2", target_role_arn: "6.2" },
  aws_nat_gateway: {
    // hashicorp/terraform-provider-aws#45240; a regional gateway has no subnet, see requiredBelow
    availability_mode: "6.24",
    vpc_id: "6.24",
    availability_zone_address: "6.24",
  },
  aws_flow_log: { regional_nat_gateway_id: atLatest },
  aws_launch_template: { "placement.group_id": "6.12" },
  aws_cloudwatch_log_group: { deletion_protection_enabled: "6.25" }, // hashicorp/terraform-provider-aws#45298
  aws_s3_bucket_public_access_block: { skip_destroy: "6.4" },
  aws_dynamodb_table: {
    warm_throughput: atLatest,
    global_table_witness: atLatest,
    "replica.consistency_mode": "6.3",
    "replica.deletion_protection_enabled": "6.9",
  },
  aws_db_proxy: { default_auth_scheme: atLatest },
  aws_efs_mount_target: { ip_address_type: "6.12", ipv6_address: "6.12" },
  aws_ecr_repository: { image_tag_mutability_exclusion_filter: "6.8" },
  aws_codebuild_project: { auto_retry_limit: atLatest, "environment.docker_server": "6.2" },
  aws_lambda_function: {
    source_kms_key_arn: "6.12",
    publish_to: atLatest,
    capacity_provider_config: atLatest,
    durable_config: atLatest,
    tenancy_config: atLatest,
  },
  aws_instance: { force_destroy: "6.8", placement_group_id: "6.12", primary_network_interface: "6.10" },
};

/**
 * Below it, a plan that takes an EKS cluster out of Auto Mode replaces the cluster, because the node role goes.
 * Source: hashicorp/terraform-provider-aws#44334, merged after 2025-09-24.
 */
export const autoModeCanBeLeft = atLatest;

/** Whole resource types that the floor lacks. */
export const resourcesNewerThanFloor: Readonly<Record<string, string>> = { aws_eks_capability: atLatest };

/** Attributes that are read, by `data.<type>` or resource type: the floor has `name` in place of the region's `region`. */
export const attributesNewerThanFloor: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "data.aws_region": { region: "6.0" },
  aws_eks_pod_identity_association: { external_id: "6.2" },
};

/** Arguments that every resource takes from a version on. */
export const everywhereNewerThanFloor: Readonly<Record<string, string>> = { region: "6.0" };

/** Arguments that are required below a version and optional from it on. */
export const requiredBelow: Readonly<Record<string, Readonly<Record<string, string>>>> = { aws_nat_gateway: { subnet_id: "6.24" } };

/** The version that brought an argument (nested ones with dots); undefined when the floor has it. */
export function argumentSince(resourceType: string, argument: string): string | undefined {
  const table = newerThanFloor[resourceType];
  const own = table && Object.hasOwn(table, argument) ? table[argument] : undefined;
  const everywhere = Object.hasOwn(everywhereNewerThanFloor, argument) ? everywhereNewerThanFloor[argument] : undefined;
  return own ?? resourcesNewerThanFloor[resourceType] ?? everywhere;
}
