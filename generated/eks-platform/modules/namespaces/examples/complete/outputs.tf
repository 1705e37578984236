output "namespace_names" {
  description = "Names of the namespaces, by name: to read one is to wait for it."
  value       = module.namespaces.namespace_names
}

output "ready" {
  description = "Ids that are known when the namespaces are there, with policies, quotas and limits: what pods wait for."
  value       = module.namespaces.ready
}
