output "bucket" {
  description = "Name of the bucket."
  value       = module.state_backend.bucket
}

output "bucket_arn" {
  description = "ARN of the bucket."
  value       = module.state_backend.bucket_arn
}

output "kms_key_arn" {
  description = "ARN of the key that encrypts states and locks."
  value       = module.state_backend.kms_key_arn
}

output "table_name" {
  description = "Name of the table for locks, null without one."
  value       = module.state_backend.table_name
}

output "access_policies" {
  description = "What each of `access` may do, as the JSON of an IAM policy, by name."
  value       = module.state_backend.access_policies
}

output "access_policy_arns" {
  description = "ARNs of the policies that are made, by name of the access."
  value       = module.state_backend.access_policy_arns
}

output "backend_lines" {
  description = "What a `backend \"s3\"` block needs beside its `key`, a line each, as `terraform init -backend-config=<file>` takes it."
  value       = module.state_backend.backend_lines
}
