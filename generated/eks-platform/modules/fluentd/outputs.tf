output "log_group_names" {
  description = "Names of the log groups by stream; empty where logs go elsewhere."
  value       = { for stream, group in aws_cloudwatch_log_group.this : stream => group.name }
}

output "log_group_arns" {
  description = "ARNs of the log groups by stream."
  value       = { for stream, group in aws_cloudwatch_log_group.this : stream => group.arn }
}

output "ready" {
  description = "Ids that are known when Fluentd runs on every node, for what must come after it."
  value       = [helm_release.this.id]
}
