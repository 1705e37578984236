output "cluster_role_names" {
  description = "Names of the roles, by name: to read one is to wait for it."
  value       = { for name, role in kubernetes_cluster_role_v1.this : name => role.metadata[0].name }
}

output "ready" {
  description = "Ids that are known when roles and bindings are there."
  value = flatten([
    for made in [
      kubernetes_cluster_role_v1.this,
      kubernetes_cluster_role_binding_v1.this,
      kubernetes_role_binding_v1.this,
    ] : values(made)[*].id
  ])
}
