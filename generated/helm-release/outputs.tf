output "name" {
  description = "Name of the release."
  value       = helm_release.this.name
}

output "namespace" {
  description = "Namespace of the release."
  value       = helm_release.this.namespace
}

output "chart_version" {
  description = "Version of the chart that is installed."
  value       = helm_release.this.version
}

output "ready" {
  description = "Ids that are known when the release is there, for what must come after it."
  value       = [helm_release.this.id]
}
