output "addon_versions" {
  description = "Versions of the add-ons, by name."
  value       = { for name, addon in local.addons : name => addon.addon_version }
}

output "addon_arns" {
  description = "ARNs of the add-ons, by name."
  value       = { for name, addon in local.addons : name => addon.arn }
}

output "addon_role_arns" {
  description = "ARNs of the add-ons' roles, by name of the add-on."
  value       = local.role_arns

  precondition {
    condition     = contains(keys(var.addons), "eks-pod-identity-agent") || length(local.by_agent) == 0
    error_message = "addons: expected eks-pod-identity-agent among the add-ons, got ${jsonencode(local.by_agent)}; it hands out the credentials of Pod Identity [addon-pod-identity-agent]"
  }

  precondition {
    condition     = var.oidc_provider != null || length(local.by_issuer) == 0
    error_message = "oidc_provider: expected the cluster's OIDC provider, got ${jsonencode(local.by_issuer)}; it vouches for the service accounts of roles by IRSA [addon-oidc-provider]"
  }

  precondition {
    condition     = length(local.unused_roles) == 0
    error_message = "addons: expected podIdentity or irsa as the identity of an add-on with a role or permissions, got ${jsonencode(local.unused_roles)}; by node it has the permissions of the nodes and no other [addon-role-unused]"
  }

  precondition {
    condition     = length(local.without_service_accounts) == 0
    error_message = "addons: expected the service accounts of an add-on with a role or permissions, got ${jsonencode(local.without_service_accounts)}; AWS documents none for it [addon-service-accounts-unknown]"
  }

  precondition {
    condition     = var.kubernetes_version != null || length(local.resolving) == 0
    error_message = "kubernetes_version: expected a Kubernetes version, got ${jsonencode(local.resolving)}; they ask EKS for the version that fits it [addon-resolve-version]"
  }
}

output "before_nodes_ready" {
  description = "Ids that are known when the add-ons are there that nodes must find."
  value = concat(
    [for addon in aws_eks_addon.first : addon.id],
    [for addon in aws_eks_addon.before_nodes : addon.id]
  )
}

output "ready" {
  description = "Ids that are known when all add-ons are there, for what must come after them."
  value       = [for addon in local.addons : addon.id]
}
