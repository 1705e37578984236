locals {
  phases = {
    for name, addon in var.addons : name => coalesce(
      addon.phase,
      contains(["vpc-cni", "kube-proxy", "eks-pod-identity-agent"], name) ? "beforeNodes" : "afterNodes"
    )
  }

  addons = merge(aws_eks_addon.before_nodes, aws_eks_addon.after_nodes)
}

resource "aws_eks_addon" "before_nodes" {
  for_each = { for name, addon in var.addons : name => addon if local.phases[name] == "beforeNodes" }

  cluster_name                = var.cluster_name
  addon_name                  = each.key
  addon_version               = each.value.version
  configuration_values        = each.value.configuration_values
  resolve_conflicts_on_create = each.value.resolve_conflicts_on_create
  resolve_conflicts_on_update = each.value.resolve_conflicts_on_update
  preserve                    = each.value.preserve
  service_account_role_arn    = each.value.role_arn

  tags = var.tags
}

resource "aws_eks_addon" "after_nodes" {
  for_each = { for name, addon in var.addons : name => addon if local.phases[name] == "afterNodes" }

  cluster_name                = var.cluster_name
  addon_name                  = each.key
  addon_version               = each.value.version
  configuration_values        = each.value.configuration_values
  resolve_conflicts_on_create = each.value.resolve_conflicts_on_create
  resolve_conflicts_on_update = each.value.resolve_conflicts_on_update
  preserve                    = each.value.preserve
  service_account_role_arn    = each.value.role_arn

  tags = var.tags

  depends_on = [var.nodes_ready]
}
