output "ingress_hostnames" {
  description = "Host names that AWS gives to the load balancers of ingresses, by name. For records of your own names."
  value = {
    for name, ingress in kubernetes_ingress_v1.this : name => try(
      ingress.status[0].load_balancer[0].ingress[0].hostname,
      null
    )
  }
}

output "service_hostnames" {
  description = "Host names that AWS gives to the load balancers of services, by name."
  value = {
    for name, service in kubernetes_service_v1.this : name => try(
      service.status[0].load_balancer[0].ingress[0].hostname,
      null
    )
  }
}

output "ingress_annotations" {
  description = "Annotations by the ingress's name, for manifests of your own."
  value       = local.ingress_annotations
}

output "service_annotations" {
  description = "Annotations by the service's name, for manifests and charts of your own."
  value       = local.service_annotations
}
