output "ingress_class_name" {
  description = "Class that ingresses name."
  value       = var.ingress_class.name
}

output "chart_version" {
  description = "Version of the chart."
  value       = helm_release.this.version
}

output "ready" {
  description = "Ids that are known when ingresses and services can be made. What waits for them is destroyed while the controller still runs."
  value       = [helm_release.this.id, terraform_data.drain.id]
}
