output "bucket" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.id
}

output "bucket_arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
}

output "kms_key_arn" {
  description = "ARN of the key that encrypts states and locks."
  value       = local.key_arn
}

output "table_name" {
  description = "Name of the table for locks, null without one."
  value       = one(aws_dynamodb_table.locks[*].name)
}

output "access_policies" {
  description = "What each of `access` may do, as the JSON of an IAM policy, by name."
  value       = local.access_policies
}

output "access_policy_arns" {
  description = "ARNs of the policies that are made, by name of the access."
  value       = { for name, policy in aws_iam_policy.access : name => policy.arn }
}

output "backend_lines" {
  description = "What a `backend \"s3\"` block needs beside its `key`, a line each, as `terraform init -backend-config=<file>` takes it."
  value = join("\n", concat(
    [
      "bucket = ${jsonencode(var.bucket)}",
      "region = ${jsonencode(var.region)}",
      "encrypt = true",
      "kms_key_id = ${jsonencode(local.key_arn)}",
      "use_lockfile = true",
    ],
    var.table != null ? ["dynamodb_table = ${jsonencode(one(aws_dynamodb_table.locks[*].name))}"] : []
  ))
}
