output "fargate_profile_arns" {
  description = "ARNs of the profiles, by name."
  value       = module.fargate_profiles.fargate_profile_arns
}

output "pod_execution_role_arn" {
  description = "ARN of the role with which Fargate pulls images and writes logs."
  value       = module.fargate_profiles.pod_execution_role_arn
}

output "pod_execution_role_name" {
  description = "Name of that role."
  value       = module.fargate_profiles.pod_execution_role_name
}

output "log_group_name" {
  description = "Name of the pods' log group, null when there is none."
  value       = module.fargate_profiles.log_group_name
}

output "logging_manifest" {
  description = "Namespace and ConfigMap that send the pods' logs to the group, for `kubectl apply`. Null without `logging`."
  value       = module.fargate_profiles.logging_manifest
}

output "ready" {
  description = "Ids that are known when pods can start, for what must come after them."
  value       = module.fargate_profiles.ready
}
