output "namespaces" {
  description = "Namespaces of the releases, by name. Objects stand there that name none and are not cluster-wide."
  value       = { for name, release in helm_release.this : name => release.namespace }
}

output "ready" {
  description = "Ids that are known when the objects are there, for what must come after them."
  value       = [for release in helm_release.this : release.id]
}
