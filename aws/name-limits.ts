/**
 * How long names may be and of which characters, by Terraform resource type and argument.
 * Sources, read 2026-11-21: lengths from the validation of Terraform's AWS provider 5.100.0 where it has one (compared by a test),
 * characters and the other lengths from the API models in botocore 1.44.5. The provider is stricter than the API in places
 * (launch templates: 125, not 128): the stricter holds.
 * A `_prefix` argument is as long as the name less the 26 characters that the provider appends, or less where the provider says so.
 * Beside all this, `alias/aws/`, `sg-` and `internal-` start no name of a key alias, a security group and a load balancer.
 */
export interface NameLimit {
  readonly minLength: number;
  readonly maxLength: number;
  /** Allowed characters, as the inside of a regular expression's class. */
  readonly characters: string;
  /** The same for the first and the last character, where AWS asks for less. */
  readonly first?: string;
  readonly last?: string;
  /** Text that every name starts with, counted in the length. */
  readonly startsWith?: string;
  /** Two hyphens in a row are refused. */
  readonly noDoubleHyphen?: true;
}

const word = "A-Za-z0-9_-";
const alphanumeric = "A-Za-z0-9";
const lower = "a-z0-9";
const iam = "A-Za-z0-9_+=,.@-";

const limit = (maxLength: number, characters: string, more: Partial<NameLimit> = {}): NameLimit => ({
  minLength: 1,
  maxLength,
  characters,
  ...more,
});

/** Identifiers of RDS and ElastiCache, which AWS stores in lower case: capitals would differ on the next read. */
const identifier = (maxLength: number): NameLimit =>
  limit(maxLength, "a-z0-9-", { first: "a-z", last: lower, noDoubleHyphen: true });

const securityGroupText = "A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-";
const lattice = (maxLength: number): NameLimit =>
  limit(maxLength, "a-z0-9-", { minLength: 3, first: lower, last: lower, noDoubleHyphen: true });

export const nameLimits = {
  aws_eks_cluster: { name: limit(100, word, { first: alphanumeric }) },
  aws_eks_node_group: {
    node_group_name: limit(63, word, { first: alphanumeric }),
    node_group_name_prefix: limit(37, word, { first: alphanumeric }),
  },
  aws_eks_fargate_profile: { fargate_profile_name: limit(63, word, { first: alphanumeric }) },
  aws_iam_role: { name: limit(64, iam), name_prefix: limit(38, iam) },
  aws_iam_policy: { name: limit(128, iam), name_prefix: limit(102, iam) },
  aws_iam_role_policy: { name: limit(128, iam), name_prefix: limit(102, iam) },
  aws_iam_instance_profile: { name: limit(128, iam), name_prefix: limit(102, iam) },
  aws_launch_template: {
    name: limit(125, "A-Za-z0-9()./_-", { minLength: 3 }),
    name_prefix: limit(99, "A-Za-z0-9()./_-", { minLength: 3 }),
  },
  aws_security_group: {
    name: limit(255, securityGroupText),
    name_prefix: limit(229, securityGroupText),
    description: limit(255, securityGroupText),
  },
  aws_key_pair: { key_name: limit(255, "\\x20-\\x7e") },
  aws_autoscaling_group: { name: limit(255, "\\x21-\\x39\\x3b-\\x7e"), name_prefix: limit(229, "\\x21-\\x39\\x3b-\\x7e") },
  aws_cloudwatch_log_group: { name: limit(512, "A-Za-z0-9._/#-"), name_prefix: limit(483, "A-Za-z0-9._/#-") },
  aws_cloudwatch_metric_alarm: { alarm_name: limit(255, "\\x20-\\x7e") },
  aws_cloudwatch_event_rule: { name: limit(64, "A-Za-z0-9._-"), name_prefix: limit(38, "A-Za-z0-9._-") },
  aws_kms_alias: {
    name: limit(256, "A-Za-z0-9/_-", { minLength: 7, startsWith: "alias/" }),
    name_prefix: limit(230, "A-Za-z0-9/_-", { minLength: 7, startsWith: "alias/" }),
  },
  aws_s3_bucket: {
    // Dots are allowed too, but break TLS host names: left out.
    bucket: limit(63, "a-z0-9-", { minLength: 3, first: lower, last: lower }),
    bucket_prefix: limit(37, "a-z0-9-", { first: lower }),
  },
  aws_dynamodb_table: { name: limit(255, "A-Za-z0-9_.-", { minLength: 3 }) },
  aws_db_instance: { identifier: identifier(63), identifier_prefix: limit(37, "a-z0-9-", { first: "a-z", noDoubleHyphen: true }) },
  aws_rds_cluster: {
    cluster_identifier: identifier(63),
    cluster_identifier_prefix: limit(37, "a-z0-9-", { first: "a-z", noDoubleHyphen: true }),
  },
  aws_db_subnet_group: { name: limit(255, "a-z0-9._ -", { first: "a-z" }), name_prefix: limit(229, "a-z0-9._ -", { first: "a-z" }) },
  aws_db_parameter_group: { name: identifier(255), name_prefix: limit(229, "a-z0-9-", { first: "a-z", noDoubleHyphen: true }) },
  aws_db_proxy: { name: limit(63, "A-Za-z0-9-", { first: "A-Za-z", last: alphanumeric, noDoubleHyphen: true }) },
  aws_elasticache_replication_group: { replication_group_id: identifier(40) },
  aws_elasticache_subnet_group: { name: limit(255, "a-z0-9-") },
  aws_lb: {
    name: limit(32, "A-Za-z0-9-", { first: alphanumeric, last: alphanumeric }),
    name_prefix: limit(6, "A-Za-z0-9-", { first: alphanumeric }),
  },
  aws_lb_target_group: {
    name: limit(32, "A-Za-z0-9-", { first: alphanumeric, last: alphanumeric }),
    name_prefix: limit(6, "A-Za-z0-9-", { first: alphanumeric }),
  },
  aws_sqs_queue: { name: limit(80, word), name_prefix: limit(54, word) },
  aws_sns_topic: { name: limit(256, word), name_prefix: limit(230, word) },
  aws_ecr_repository: { name: limit(256, "a-z0-9._/-", { minLength: 2, first: "a-z", last: lower }) },
  aws_efs_file_system: { creation_token: limit(64, "\\x20-\\x7e") },
  aws_lambda_function: { function_name: limit(64, word) },
  aws_codebuild_project: { name: limit(150, word, { minLength: 2, first: alphanumeric }) },
  aws_secretsmanager_secret: { name: limit(512, "A-Za-z0-9/_+=.@-"), name_prefix: limit(486, "A-Za-z0-9/_+=.@-") },
  aws_ssm_parameter: { name: limit(2048, "A-Za-z0-9_./-") },
  aws_backup_vault: { name: limit(50, word, { minLength: 2 }) },
  aws_vpclattice_service_network: { name: lattice(63) },
  aws_vpclattice_service: { name: lattice(40) },
} as const satisfies Readonly<Record<string, Readonly<Record<string, NameLimit>>>>;

/** The limit of an argument, or undefined when none is known here. */
export function nameLimit(resourceType: string, argument: string): NameLimit | undefined {
  const limits: Readonly<Record<string, Readonly<Record<string, NameLimit>>>> = nameLimits;
  const ofType = Object.hasOwn(limits, resourceType) ? limits[resourceType] : undefined;
  return ofType && Object.hasOwn(ofType, argument) ? ofType[argument] : undefined;
}

/**
 * The characters as one anchored pattern, in the syntax that JavaScript and Terraform share. Lengths and double hyphens are not
 * in it: RE2 has no look-ahead, and a length has a clearer message of its own.
 */
export function namePattern({ characters, first, last, startsWith = "" }: NameLimit): string {
  const from = first ?? characters;
  const middle = last === undefined ? `[${characters}]*` : `([${characters}]*[${last}])?`;
  return `^${startsWith}[${from}]${middle}$`;
}
