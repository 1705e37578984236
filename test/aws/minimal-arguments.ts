/** The arguments that make a resource of a type complete but for the one under test. */
export function argumentsOf(type: string, tested: string): Readonly<Record<string, unknown>> {
  const [head] = tested.split(".");
  const rest = { ...minimal[type] };
  // Most resources take either a name or a prefix of it, never both.
  if (head?.endsWith("_prefix")) delete rest[head.slice(0, -"_prefix".length)];
  return rest;
}

const role = "arn:aws:iam::123456789012:role/x";

const minimal: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  aws_eks_cluster: { name: "x", role_arn: role, vpc_config: { subnet_ids: ["subnet-1"] } },
  aws_eks_node_group: {
    cluster_name: "x",
    node_group_name: "x",
    node_role_arn: role,
    subnet_ids: ["subnet-1"],
    scaling_config: { desired_size: 1, max_size: 1, min_size: 1 },
  },
  aws_eks_fargate_profile: { cluster_name: "x", pod_execution_role_arn: role, selector: { namespace: "x" } },
  aws_eks_pod_identity_association: { cluster_name: "x", namespace: "x", service_account: "x", role_arn: role },
  aws_nat_gateway: { subnet_id: "subnet-1" },
  aws_flow_log: { vpc_id: "vpc-1" },
  aws_iam_role: { assume_role_policy: "{}" },
  aws_iam_policy: { policy: "{}" },
  aws_iam_role_policy: { policy: "{}", role: "x" },
  aws_key_pair: { public_key: "x" },
  aws_autoscaling_group: { max_size: 1, min_size: 1, launch_configuration: "x" },
  aws_cloudwatch_metric_alarm: { comparison_operator: "GreaterThanThreshold", evaluation_periods: 1 },
  aws_cloudwatch_event_rule: { schedule_expression: "rate(1 hour)" },
  aws_cloudwatch_log_group: { name: "x" },
  aws_kms_alias: { target_key_id: "x" },
  aws_s3_bucket_public_access_block: { bucket: "x" },
  aws_dynamodb_table: { name: "xxx", hash_key: "id", billing_mode: "PAY_PER_REQUEST", attribute: { name: "id", type: "S" } },
  aws_db_instance: { instance_class: "db.t3.micro" },
  aws_rds_cluster: { engine: "aurora-postgresql" },
  aws_db_subnet_group: { subnet_ids: ["subnet-1"] },
  aws_db_parameter_group: { family: "x" },
  aws_db_proxy: { name: "x", engine_family: "POSTGRESQL", role_arn: role, vpc_subnet_ids: ["subnet-1"], auth: {} },
  aws_elasticache_replication_group: { description: "x" },
  aws_elasticache_subnet_group: { subnet_ids: ["subnet-1"] },
  aws_efs_mount_target: { file_system_id: "fs-1", subnet_id: "subnet-1" },
  aws_ecr_repository: { name: "xx" },
  aws_lb: { subnets: ["subnet-1"] },
  aws_lambda_function: { function_name: "x", role, filename: "x.zip", handler: "x", runtime: "nodejs20.x" },
  aws_codebuild_project: {
    name: "xx",
    service_role: role,
    artifacts: { type: "NO_ARTIFACTS" },
    environment: { compute_type: "BUILD_GENERAL1_SMALL", image: "x", type: "LINUX_CONTAINER" },
    source: { type: "NO_SOURCE" },
  },
  aws_ssm_parameter: { type: "String", value: "x" },
};
