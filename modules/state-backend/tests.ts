import type { ModuleDefinition } from "../../kernel";

type Tests = NonNullable<ModuleDefinition["tests"]>;

/** What `terraform test` shows of the published module. */
export function stateBackendTests(mocks: Tests["mocks"]): Tests {
  const statements = (policy: string) => `jsondecode(${policy}).Statement`;
  return {
    mocks,
    smallest: {
      "old versions stay": 'aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"',
      "nothing is public": "aws_s3_bucket_public_access_block.this.restrict_public_buckets && aws_s3_bucket_public_access_block.this.block_public_policy",
      "a bucket with states is never emptied": "aws_s3_bucket.this.force_destroy == false",
      "the key rotates": "aws_kms_key.this[0].enable_key_rotation",
      "reads and writes are logged": 'aws_s3_bucket.logs[0].bucket == "example-terraform-states-logs"',
      "there is no table that nobody asked for": "length(aws_dynamodb_table.locks) == 0",
    },
    complete: {
      "a reader may do nothing but read": `alltrue([for statement in ${statements('module.state_backend.access_policies["dashboards"]')} : contains(["s3:ListBucket", "s3:GetObject", "kms:Decrypt"], statement.Action)])`,
      "backend lines name both locks": 'strcontains(module.state_backend.backend_lines, "use_lockfile = true\\ndynamodb_table = \\"terraform-locks\\"")',
      "each has a policy": 'keys(module.state_backend.access_policy_arns) == ["dashboards", "dev-network", "dev-platform"]',
    },
    plans: {
      "a table is protected, and can be brought back": {
        given: "table = {}",
        holds: { "deletion is refused": "aws_dynamodb_table.locks[0].deletion_protection_enabled", "any second of 35 days": "aws_dynamodb_table.locks[0].point_in_time_recovery[0].enabled" },
      },
      "a given key is used": {
        given: 'key = { arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001" }',
        holds: {
          "none is made": "length(aws_kms_key.this) == 0",
          "by the bucket": 'endswith(one(aws_s3_bucket_server_side_encryption_configuration.this.rule[*].apply_server_side_encryption_by_default[0].kms_master_key_id), "000001")',
        },
      },
      "logs are off by choice": { given: "access_logs = null", holds: { "no bucket for them": "length(aws_s3_bucket.logs) == 0", "no logging": "length(aws_s3_bucket_logging.this) == 0" } },
      "a pattern of states is refused": { given: 'access = { all = { writes = ["app/*"] } }', refusedBy: "var.access" },
      "access to nothing is refused": { given: "access = { nobody = {} }", refusedBy: "var.access" },
      "a bucket with a dot is refused": { given: 'bucket = "example.states"', refusedBy: "var.bucket" },
    },
  };
}
