output "ingress_hostnames" {
  description = "Host names that AWS gives to the load balancers of ingresses, by name. For records of your own names."
  value       = module.load_balancers.ingress_hostnames
}

output "service_hostnames" {
  description = "Host names that AWS gives to the load balancers of services, by name."
  value       = module.load_balancers.service_hostnames
}

output "ingress_annotations" {
  description = "Annotations by the ingress's name, for manifests of your own."
  value       = module.load_balancers.ingress_annotations
}

output "service_annotations" {
  description = "Annotations by the service's name, for manifests and charts of your own."
  value       = module.load_balancers.service_annotations
}
