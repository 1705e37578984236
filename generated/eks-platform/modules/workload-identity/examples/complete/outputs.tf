output "role_arns" {
  description = "ARNs of the roles, by name of the identity."
  value       = module.workload_identity.role_arns
}

output "role_names" {
  description = "Names of the roles, by name of the identity."
  value       = module.workload_identity.role_names
}

output "association_ids" {
  description = "Ids of the Pod Identity associations, by name of the identity."
  value       = module.workload_identity.association_ids
}

output "service_account_annotations" {
  description = "What the service accounts must say for IRSA, by name of the identity. Empty with Pod Identity, which needs nothing."
  value       = module.workload_identity.service_account_annotations
}

output "oidc_provider_arn" {
  description = "ARN of the OIDC provider in the roles' account, null when there is none."
  value       = module.workload_identity.oidc_provider_arn
}

output "assumed_role_trust_policies" {
  description = "Trust policies that the roles to assume must have, by name of the identity and of the role."
  value       = module.workload_identity.assumed_role_trust_policies
}

output "ready" {
  description = "Ids that are known when permissions and associations are there: what pods wait for."
  value       = module.workload_identity.ready
}
