output "name" {
  description = "Name of the release."
  value       = module.helm_release.name
}

output "namespace" {
  description = "Namespace of the release."
  value       = module.helm_release.namespace
}

output "chart_version" {
  description = "Version of the chart that is installed."
  value       = module.helm_release.chart_version
}

output "ready" {
  description = "Ids that are known when the release is there, for what must come after it."
  value       = module.helm_release.ready
}
