locals {
  role_name = (
    length(var.name) <= 56
    ? "${var.name}-cluster"
    : "${substr(var.name, 0, 47)}-${substr(sha256(var.name), 0, 8)}-cluster"
  )

  role_policies = (
    var.role.create != null
    ? concat(
      ["AmazonEKSClusterPolicy"],
      var.auto_mode == null
      ? []
      : [
        "AmazonEKSComputePolicy",
        "AmazonEKSBlockStoragePolicy",
        "AmazonEKSLoadBalancingPolicy",
        "AmazonEKSNetworkingPolicy",
      ],
      var.pod_security_groups == null ? [] : ["AmazonEKSVPCResourceController"]
    )
    : []
  )

  auto_mode_role = try(var.auto_mode.node_role.create, null) != null

  auto_mode_role_name = (
    length(var.name) <= 54
    ? "${var.name}-auto-node"
    : "${substr(var.name, 0, 45)}-${substr(sha256(var.name), 0, 8)}-auto-node"
  )

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

resource "aws_iam_role" "this" {
  count = var.role.create != null ? 1 : 0

  name        = local.role_name
  description = "Control plane of the EKS cluster ${var.name}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
    }]
  })
  path                 = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = toset(local.role_policies)

  role       = aws_iam_role.this[0].name
  policy_arn = "arn:${var.partition}:iam::aws:policy/${each.value}"
}

resource "aws_kms_key" "secrets" {
  count = var.secrets_key.create != null ? 1 : 0

  description             = "Secrets of the EKS cluster ${var.name}"
  enable_key_rotation     = true
  rotation_period_in_days = var.secrets_key.create.rotation_days
  deletion_window_in_days = var.secrets_key.create.deletion_window_days
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid       = "Administration"
          Effect    = "Allow"
          Principal = { AWS = "arn:${var.partition}:iam::${var.account}:root" }
          Action    = "kms:*"
          Resource  = "*"
        },
        {
          Sid       = "ClusterSecrets"
          Effect    = "Allow"
          Principal = { AWS = var.role.create != null ? aws_iam_role.this[0].arn : var.role.arn }
          Action    = ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:ListGrants", "kms:CreateGrant"]
          Resource  = "*"
        },
      ],
      length(var.secrets_key.create.administrators) == 0
      ? []
      : [{
        Sid       = "Administrators"
        Effect    = "Allow"
        Principal = { AWS = var.secrets_key.create.administrators }
        Action = [
          "kms:Create*",
          "kms:Describe*",
          "kms:Enable*",
          "kms:List*",
          "kms:Put*",
          "kms:Update*",
          "kms:Revoke*",
          "kms:Disable*",
          "kms:Get*",
          "kms:Delete*",
          "kms:TagResource",
          "kms:UntagResource",
          "kms:ScheduleKeyDeletion",
          "kms:CancelKeyDeletion",
          "kms:RotateKeyOnDemand",
        ]
        Resource = "*"
      }]
    )
  })

  tags = var.tags
}

resource "aws_kms_alias" "secrets" {
  count = var.secrets_key.create != null ? 1 : 0

  name          = "alias/eks/${var.name}"
  target_key_id = aws_kms_key.secrets[0].key_id
}

# A key that is made here names the role in its own policy; a given one is used by permission of the
# role.
resource "aws_iam_role_policy" "secrets_key" {
  count = var.secrets_key.create == null && var.role.create != null ? 1 : 0

  name = "secrets-key"
  role = aws_iam_role.this[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "ClusterSecrets"
      Effect   = "Allow"
      Action   = ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:ListGrants", "kms:CreateGrant"]
      Resource = var.secrets_key.arn
    }]
  })
}

# Made before the cluster: EKS would make it itself, without key and kept for ever.
resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/eks/${var.name}/cluster"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn

  tags = var.tags
}

resource "aws_iam_role" "auto_mode" {
  count = local.auto_mode_role ? 1 : 0

  name        = local.auto_mode_role_name
  description = "Auto Mode nodes of the EKS cluster ${var.name}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
  path                 = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "auto_mode" {
  for_each = toset(
    local.auto_mode_role ? ["AmazonEKSWorkerNodeMinimalPolicy", "AmazonEC2ContainerRegistryPullOnly"] : []
  )

  role       = aws_iam_role.auto_mode[0].name
  policy_arn = "arn:${var.partition}:iam::aws:policy/${each.value}"
}

resource "aws_security_group" "this" {
  count = var.security_group != null ? 1 : 0

  name        = "eks-${var.name}-control-plane"
  description = "Control plane of the EKS cluster ${var.name}"
  vpc_id      = var.security_group.vpc_id

  tags = merge(var.tags, { Name = "eks-${var.name}-control-plane" })
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = var.security_group == null ? {} : var.security_group.ingress

  security_group_id = aws_security_group.this[0].id
  description       = each.value.description
  ip_protocol       = each.value.protocol
  from_port         = each.value.ports == null ? null : each.value.ports.from
  to_port           = each.value.ports == null ? null : each.value.ports.to
  cidr_ipv4         = each.value.cidr_ipv4
  cidr_ipv6         = each.value.cidr_ipv6
  prefix_list_id    = each.value.prefix_list_id
  referenced_security_group_id = (
    each.value.self == null
    ? each.value.security_group_id
    : aws_security_group.this[0].id
  )

  tags = merge(var.tags, { Name = each.key })
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = var.security_group == null ? {} : var.security_group.egress

  security_group_id = aws_security_group.this[0].id
  description       = each.value.description
  ip_protocol       = each.value.protocol
  from_port         = each.value.ports == null ? null : each.value.ports.from
  to_port           = each.value.ports == null ? null : each.value.ports.to
  cidr_ipv4         = each.value.cidr_ipv4
  cidr_ipv6         = each.value.cidr_ipv6
  prefix_list_id    = each.value.prefix_list_id
  referenced_security_group_id = (
    each.value.self == null
    ? each.value.security_group_id
    : aws_security_group.this[0].id
  )

  tags = merge(var.tags, { Name = each.key })
}

# Add-ons are managed as such: what EKS installs by itself could be neither set nor updated.
resource "aws_eks_cluster" "this" {
  name                          = var.name
  role_arn                      = var.role.create != null ? aws_iam_role.this[0].arn : var.role.arn
  version                       = var.kubernetes_version
  bootstrap_self_managed_addons = false
  force_update_version          = var.force_update
  enabled_cluster_log_types     = var.log_types

  access_config {
    authentication_mode                         = var.authentication_mode
    bootstrap_cluster_creator_admin_permissions = var.creator_admin
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = var.secrets_key.create != null ? aws_kms_key.secrets[0].arn : var.secrets_key.arn
    }
  }

  kubernetes_network_config {
    ip_family         = var.ip_family
    service_ipv4_cidr = var.service_cidr

    dynamic "elastic_load_balancing" {
      for_each = var.auto_mode[*]

      content {
        enabled = true
      }
    }
  }

  upgrade_policy {
    support_type = var.upgrade_policy
  }

  vpc_config {
    subnet_ids              = values(var.subnet_ids)
    security_group_ids      = concat(aws_security_group.this[*].id, var.security_group_ids)
    endpoint_private_access = var.endpoint.private
    endpoint_public_access  = var.endpoint.public != null
    public_access_cidrs     = var.endpoint.public == null ? null : var.endpoint.public.cidrs
  }

  dynamic "compute_config" {
    for_each = var.auto_mode[*]

    content {
      enabled    = true
      node_pools = var.auto_mode.node_pools
      node_role_arn = (
        length(var.auto_mode.node_pools) == 0
        ? null
        : (local.auto_mode_role ? aws_iam_role.auto_mode[0].arn : try(var.auto_mode.node_role.arn, null))
      )
    }
  }

  dynamic "remote_network_config" {
    for_each = var.remote_networks[*]

    content {
      remote_node_networks {
        cidrs = var.remote_networks.node_cidrs
      }

      dynamic "remote_pod_networks" {
        for_each = length(var.remote_networks.pod_cidrs) > 0 ? [true] : []

        content {
          cidrs = var.remote_networks.pod_cidrs
        }
      }
    }
  }

  dynamic "storage_config" {
    for_each = var.auto_mode[*]

    content {
      block_storage {
        enabled = true
      }
    }
  }

  dynamic "zonal_shift_config" {
    for_each = var.zonal_shift[*]

    content {
      enabled = var.zonal_shift
    }
  }

  tags = var.tags

  lifecycle {
    precondition {
      condition = (
        var.authentication_mode != "API"
        || var.creator_admin
        || anytrue([
          for entry in values(var.access_entries) : try(
            entry.policies["AmazonEKSClusterAdminPolicy"].namespaces == null,
            false
          )
        ])
      )
      error_message = "access_entries: expected an entry with AmazonEKSClusterAdminPolicy in the whole cluster, got ${try(jsonencode(keys(var.access_entries)), "another value")}; with the mode API nobody else could administer it, unless whoever creates it does [cluster-administrator]"
    }

    precondition {
      condition     = var.authentication_mode != "CONFIG_MAP" || length(var.access_entries) == 0
      error_message = "access_entries: expected no entry with the mode CONFIG_MAP, got ${try(jsonencode(keys(var.access_entries)), "another value")}; EKS keeps access entries in the other modes only [access-entries-mode]"
    }

    precondition {
      condition     = var.authentication_mode != "API" || var.aws_auth == null
      error_message = "aws_auth: expected nothing with the mode API, got ${try(jsonencode(var.authentication_mode), "another value")}; EKS reads the ConfigMap in the other modes only [aws-auth-mode]"
    }

    precondition {
      condition     = var.authentication_mode != "CONFIG_MAP" || var.creator_admin
      error_message = "creator_admin: expected true with the mode CONFIG_MAP, got ${try(jsonencode(var.creator_admin), "another value")}; EKS lets in the creator of such a cluster in any case [creator-admin-mode]"
    }

    precondition {
      condition     = var.authentication_mode != "CONFIG_MAP" || var.auto_mode == null
      error_message = "auto_mode: expected nothing with the mode CONFIG_MAP, got ${try(jsonencode(var.authentication_mode), "another value")}; nodes of Auto Mode join by access entries [auto-mode-access]"
    }

    precondition {
      condition = (
        (var.authentication_mode != "CONFIG_MAP" && var.ip_family != "ipv6")
        || var.remote_networks == null
      )
      error_message = "remote_networks: expected nothing with the mode CONFIG_MAP or with ipv6, got ${try(jsonencode([var.authentication_mode, var.ip_family]), "another value")}; hybrid nodes join by access entries and have IPv4 addresses [remote-networks-mode]"
    }

    precondition {
      condition     = var.ip_family != "ipv6" || var.service_cidr == null
      error_message = "service_cidr: expected nothing with ipv6, got ${try(jsonencode(var.service_cidr), "another value")}; EKS takes a block of its own for services [service-cidr-family]"
    }

    precondition {
      condition     = var.security_group == null || length(var.security_group_ids) < 5
      error_message = "security_group_ids: expected at most 4 beside a group that is made here, got ${try(jsonencode(length(var.security_group_ids)), "another value")}; EKS takes 5 [cluster-security-group-count]"
    }
  }

  depends_on = [
    aws_iam_role_policy_attachment.this,
    aws_iam_role_policy.secrets_key,
    aws_cloudwatch_log_group.this,
    aws_iam_role_policy_attachment.auto_mode,
  ]
}

# No thumbprint: AWS checks the issuer's certificate against its own list of authorities.
resource "aws_iam_openid_connect_provider" "this" {
  count = var.oidc_provider != null ? 1 : 0

  url            = aws_eks_cluster.this.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]

  tags = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "cluster" {
  for_each = var.cluster_security_group.ingress

  security_group_id = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  description       = each.value.description
  ip_protocol       = each.value.protocol
  from_port         = each.value.ports == null ? null : each.value.ports.from
  to_port           = each.value.ports == null ? null : each.value.ports.to
  cidr_ipv4         = each.value.cidr_ipv4
  cidr_ipv6         = each.value.cidr_ipv6
  prefix_list_id    = each.value.prefix_list_id
  referenced_security_group_id = (
    each.value.self == null
    ? each.value.security_group_id
    : aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  )

  tags = merge(var.tags, { Name = each.key })
}

resource "aws_vpc_security_group_egress_rule" "cluster" {
  for_each = var.cluster_security_group.egress

  security_group_id = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  description       = each.value.description
  ip_protocol       = each.value.protocol
  from_port         = each.value.ports == null ? null : each.value.ports.from
  to_port           = each.value.ports == null ? null : each.value.ports.to
  cidr_ipv4         = each.value.cidr_ipv4
  cidr_ipv6         = each.value.cidr_ipv6
  prefix_list_id    = each.value.prefix_list_id
  referenced_security_group_id = (
    each.value.self == null
    ? each.value.security_group_id
    : aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  )

  tags = merge(var.tags, { Name = each.key })
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

resource "aws_eks_access_entry" "this" {
  for_each = var.access_entries

  cluster_name      = aws_eks_cluster.this.name
  principal_arn     = each.value.principal_arn
  type              = each.value.type
  user_name         = each.value.username
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
