output "cluster_role_names" {
  description = "Names of the roles, by name: to read one is to wait for it."
  value       = module.rbac.cluster_role_names
}

output "ready" {
  description = "Ids that are known when roles and bindings are there."
  value       = module.rbac.ready
}
