output "ingress_class_name" {
  description = "Class that ingresses name."
  value       = module.load_balancer_controller.ingress_class_name
}

output "chart_version" {
  description = "Version of the chart."
  value       = module.load_balancer_controller.chart_version
}

output "ready" {
  description = "Ids that are known when ingresses and services can be made. What waits for them is destroyed while the controller still runs."
  value       = module.load_balancer_controller.ready
}
