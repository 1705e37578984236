output "log_group_names" {
  description = "Names of the log groups by stream; empty where logs go elsewhere."
  value       = module.fluentd.log_group_names
}

output "log_group_arns" {
  description = "ARNs of the log groups by stream."
  value       = module.fluentd.log_group_arns
}

output "ready" {
  description = "Ids that are known when Fluentd runs on every node, for what must come after it."
  value       = module.fluentd.ready
}
