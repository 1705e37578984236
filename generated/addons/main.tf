locals {
  identity = coalesce(
    var.identity,
    contains(keys(var.addons), "eks-pod-identity-agent")
    ? "podIdentity"
    : (var.oidc_provider != null ? "irsa" : "node")
  )

  identities = { for name, addon in var.addons : name => coalesce(addon.identity, local.identity) }

  documented_service_accounts = {
    vpc-cni                         = { namespace = "kube-system", names = ["aws-node"] }
    aws-ebs-csi-driver              = { namespace = "kube-system", names = ["ebs-csi-controller-sa"] }
    aws-efs-csi-driver              = { namespace = "kube-system", names = ["efs-csi-controller-sa", "efs-csi-node-sa"] }
    aws-mountpoint-s3-csi-driver    = { namespace = "kube-system", names = ["s3-csi-driver-sa"] }
    aws-fsx-csi-driver              = { namespace = "kube-system", names = ["fsx-csi-controller-sa"] }
    cert-manager                    = { namespace = "cert-manager", names = ["cert-manager"] }
    external-dns                    = { namespace = "external-dns", names = ["external-dns"] }
    fluent-bit                      = { namespace = "fluent-bit", names = ["fluent-bit"] }
    amazon-cloudwatch-observability = { namespace = "amazon-cloudwatch", names = ["cloudwatch-agent"] }
    aws-network-flow-monitoring-agent = {
      namespace = "amazon-network-flow-monitor"
      names     = ["aws-network-flow-monitor-agent-service-account"]
    }
    aws-privateca-connector-for-kubernetes = {
      namespace = "aws-privateca-issuer"
      names     = ["aws-privateca-issuer"]
    }
  }

  service_accounts = {
    for name, addon in var.addons : name => (
      addon.service_accounts != null
      ? addon.service_accounts
      : try(local.documented_service_accounts[name], null)
    )
  }

  recommended_policies = {
    vpc-cni                                = var.ip_family == "ipv6" ? [] : ["AmazonEKS_CNI_Policy"]
    aws-ebs-csi-driver                     = ["AmazonEBSCSIDriverPolicyV2"]
    aws-efs-csi-driver                     = ["service-role/AmazonEFSCSIDriverPolicy"]
    aws-fsx-csi-driver                     = ["AmazonFSxFullAccess"]
    amazon-cloudwatch-observability        = ["CloudWatchAgentServerPolicy", "AWSXrayWriteOnlyAccess"]
    aws-network-flow-monitoring-agent      = ["CloudWatchNetworkFlowMonitorAgentPublishPolicy"]
    aws-privateca-connector-for-kubernetes = ["AWSPrivateCAConnectorForKubernetesPolicy"]
  }

  with_role = {
    for name, addon in var.addons : name => addon
    if local.identities[name] != "node"
    && addon.role == null
    && local.service_accounts[name] != null
    && (contains(keys(local.recommended_policies), name) || addon.permissions != null)
  }

  role_arns = merge(
    { for name, role in aws_iam_role.this : name => role.arn },
    { for name, addon in var.addons : name => addon.role.arn if addon.role != null }
  )

  versions = {
    for name, addon in var.addons : name => (
      addon.resolve_version != null
      ? data.aws_eks_addon_version.this[name].version
      : addon.version
    )
  }

  irsa_role_arns = {
    for name, addon in var.addons : name => (
      local.identities[name] == "irsa" && contains(keys(local.role_arns), name)
      ? local.role_arns[name]
      : null
    )
  }

  pod_identities = {
    for name, addon in var.addons : name => (
      local.identities[name] == "podIdentity" && contains(keys(local.role_arns), name)
      ? local.service_accounts[name].names
      : []
    )
  }

  phases = {
    for name, addon in var.addons : name => coalesce(
      addon.phase,
      contains(["eks-pod-identity-agent"], name)
      ? "first"
      : (
        contains(["vpc-cni", "kube-proxy"], name)
        ? "beforeNodes"
        : (contains(["adot", "aws-privateca-connector-for-kubernetes"], name) ? "last" : "afterNodes")
      )
    )
  }

  addons = merge(
    aws_eks_addon.first,
    aws_eks_addon.before_nodes,
    aws_eks_addon.after_nodes,
    aws_eks_addon.last
  )

  by_agent = [
    for name, addon in var.addons : name
    if local.identities[name] == "podIdentity"
    && (contains(keys(local.with_role), name) || addon.role != null)
  ]

  by_issuer = [
    for name, addon in var.addons : name
    if local.identities[name] == "irsa" && contains(keys(local.with_role), name)
  ]

  unused_roles = [
    for name, addon in var.addons : name
    if local.identities[name] == "node" && (addon.role != null || addon.permissions != null)
  ]

  without_service_accounts = [
    for name, addon in var.addons : name
    if local.identities[name] != "node"
    && local.service_accounts[name] == null
    && (addon.role != null || addon.permissions != null)
  ]

  resolving = [for name, addon in var.addons : name if addon.resolve_version != null]
}

data "aws_eks_addon_version" "this" {
  for_each = { for name, addon in var.addons : name => addon if addon.resolve_version != null }

  addon_name         = each.key
  kubernetes_version = var.kubernetes_version
  most_recent        = each.value.resolve_version == "latest"
}

resource "aws_eks_addon" "first" {
  for_each = { for name, addon in var.addons : name => addon if local.phases[name] == "first" }

  cluster_name                = var.cluster_name
  addon_name                  = each.key
  addon_version               = local.versions[each.key]
  configuration_values        = each.value.configuration_values
  resolve_conflicts_on_create = each.value.resolve_conflicts_on_create
  resolve_conflicts_on_update = each.value.resolve_conflicts_on_update
  preserve                    = each.value.preserve
  service_account_role_arn    = local.irsa_role_arns[each.key]

  dynamic "pod_identity_association" {
    for_each = toset(local.pod_identities[each.key])

    content {
      service_account = pod_identity_association.value
      role_arn        = local.role_arns[each.key]
    }
  }

  tags = merge(var.tags, each.value.tags)

  depends_on = [
    aws_iam_role_policy_attachment.this,
    aws_iam_role_policy.ipv6,
    aws_iam_role_policy.policy_logs,
    aws_iam_role_policy.volume_keys,
    aws_iam_role_policy.buckets,
    aws_iam_role_policy.records,
    aws_iam_role_policy.challenges,
    aws_iam_role_policy.log_groups,
  ]
}

resource "aws_eks_addon" "before_nodes" {
  for_each = { for name, addon in var.addons : name => addon if local.phases[name] == "beforeNodes" }

  cluster_name                = var.cluster_name
  addon_name                  = each.key
  addon_version               = local.versions[each.key]
  configuration_values        = each.value.configuration_values
  resolve_conflicts_on_create = each.value.resolve_conflicts_on_create
  resolve_conflicts_on_update = each.value.resolve_conflicts_on_update
  preserve                    = each.value.preserve
  service_account_role_arn    = local.irsa_role_arns[each.key]

  dynamic "pod_identity_association" {
    for_each = toset(local.pod_identities[each.key])

    content {
      service_account = pod_identity_association.value
      role_arn        = local.role_arns[each.key]
    }
  }

  tags = merge(var.tags, each.value.tags)

  depends_on = [aws_eks_addon.first]
}

resource "aws_eks_addon" "after_nodes" {
  for_each = { for name, addon in var.addons : name => addon if local.phases[name] == "afterNodes" }

  cluster_name                = var.cluster_name
  addon_name                  = each.key
  addon_version               = local.versions[each.key]
  configuration_values        = each.value.configuration_values
  resolve_conflicts_on_create = each.value.resolve_conflicts_on_create
  resolve_conflicts_on_update = each.value.resolve_conflicts_on_update
  preserve                    = each.value.preserve
  service_account_role_arn    = local.irsa_role_arns[each.key]

  dynamic "pod_identity_association" {
    for_each = toset(local.pod_identities[each.key])

    content {
      service_account = pod_identity_association.value
      role_arn        = local.role_arns[each.key]
    }
  }

  tags = merge(var.tags, each.value.tags)

  depends_on = [aws_eks_addon.before_nodes, var.nodes_ready]
}

resource "aws_eks_addon" "last" {
  for_each = { for name, addon in var.addons : name => addon if local.phases[name] == "last" }

  cluster_name                = var.cluster_name
  addon_name                  = each.key
  addon_version               = local.versions[each.key]
  configuration_values        = each.value.configuration_values
  resolve_conflicts_on_create = each.value.resolve_conflicts_on_create
  resolve_conflicts_on_update = each.value.resolve_conflicts_on_update
  preserve                    = each.value.preserve
  service_account_role_arn    = local.irsa_role_arns[each.key]

  dynamic "pod_identity_association" {
    for_each = toset(local.pod_identities[each.key])

    content {
      service_account = pod_identity_association.value
      role_arn        = local.role_arns[each.key]
    }
  }

  tags = merge(var.tags, each.value.tags)

  depends_on = [aws_eks_addon.after_nodes]
}
