output "namespace_names" {
  description = "Names of the namespaces, by name: to read one is to wait for it."
  value = merge(
    {
      for name, namespace in {
        for name, namespace in var.namespaces : name => namespace
        if namespace.origin == "existing"
      } : name => name
    },
    { for name, namespace in kubernetes_namespace_v1.this : name => namespace.metadata[0].name }
  )
}

output "ready" {
  description = "Ids that are known when the namespaces are there, with policies, quotas and limits: what pods wait for."
  value = concat(
    flatten([
      for made in [
        kubernetes_namespace_v1.this,
        kubernetes_default_service_account_v1.this,
        kubernetes_resource_quota_v1.this,
        kubernetes_limit_range_v1.this,
        kubernetes_network_policy_v1.default_deny,
        kubernetes_network_policy_v1.dns,
        kubernetes_network_policy_v1.dns_addresses,
        kubernetes_network_policy_v1.same_namespace,
        kubernetes_network_policy_v1.pod_identity,
        kubernetes_network_policy_v1.instance_metadata,
        kubernetes_network_policy_v1.api_server,
        kubernetes_network_policy_v1.load_balancers,
        kubernetes_network_policy_v1.ingress,
        kubernetes_network_policy_v1.egress,
      ] : values(made)[*].id
    ]),
    kubernetes_config_map_v1.auto_mode[*].id
  )
}
