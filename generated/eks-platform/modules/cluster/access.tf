locals {
  # EKS associates a policy with an entry once, so the two names are a key.
  policy_associations = merge(
    [
      for name, entry in var.access_entries : {
        for policy, access in entry.policies : "${name}/${policy}" => {
          entry      = name
          policy     = policy
          namespaces = access.namespaces
        }
      }
    ]...
  )
}

resource "aws_eks_access_entry" "this" {
  for_each = var.access_entries

  cluster_name  = aws_eks_cluster.this.name
  principal_arn = each.value.principal_arn
  type          = each.value.type
  user_name     = each.value.username
  # EKS gives the entries of nodes groups of its own.
  kubernetes_groups = each.value.type == "STANDARD" ? each.value.kubernetes_groups : null

  tags = var.tags
}

resource "aws_eks_access_policy_association" "this" {
  for_each = local.policy_associations

  cluster_name  = aws_eks_cluster.this.name
  principal_arn = aws_eks_access_entry.this[each.value.entry].principal_arn
  policy_arn    = "arn:${var.partition}:eks::aws:cluster-access-policy/${each.value.policy}"

  access_scope {
    type       = each.value.namespaces == null ? "cluster" : "namespace"
    namespaces = each.value.namespaces
  }
}

resource "aws_eks_identity_provider_config" "this" {
  count = var.identity_provider != null ? 1 : 0

  cluster_name = aws_eks_cluster.this.name

  oidc {
    identity_provider_config_name = var.identity_provider.name
    issuer_url                    = var.identity_provider.issuer_url
    client_id                     = var.identity_provider.client_id
    username_claim                = var.identity_provider.username_claim
    username_prefix               = var.identity_provider.username_prefix
    groups_claim                  = var.identity_provider.groups_claim
    groups_prefix                 = var.identity_provider.groups_prefix
    required_claims               = var.identity_provider.required_claims
  }

  tags = var.tags
}
