output "namespaces" {
  description = "Namespaces of the releases, by name. Objects stand there that name none and are not cluster-wide."
  value       = module.custom_resources.namespaces
}

output "ready" {
  description = "Ids that are known when the objects are there, for what must come after them."
  value       = module.custom_resources.ready
}
