locals {
  role_name = (
    length(var.name) <= 56
    ? "${var.name}-cluster"
    : "${substr(var.name, 0, 47)}-${substr(sha256(var.name), 0, 8)}-cluster"
  )
}

resource "aws_iam_role" "this" {
  name        = local.role_name
  description = "Control plane of the EKS cluster ${var.name}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "eks.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
  path                 = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "cluster" {
  role       = aws_iam_role.this.name
  policy_arn = "arn:${var.partition}:iam::aws:policy/AmazonEKSClusterPolicy"
}

resource "aws_kms_key" "secrets" {
  count = var.secrets_key.create != null ? 1 : 0

  description             = "Secrets of the EKS cluster ${var.name}"
  enable_key_rotation     = true
  rotation_period_in_days = var.secrets_key.create.rotation_days
  deletion_window_in_days = var.secrets_key.create.deletion_window_days
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
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
        Principal = { AWS = aws_iam_role.this.arn }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:ListGrants", "kms:CreateGrant"]
        Resource  = "*"
      },
    ]
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
  count = var.secrets_key.create == null ? 1 : 0

  name = "secrets-key"
  role = aws_iam_role.this.id
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

# Add-ons are managed as such: what EKS installs by itself could be neither set nor updated.
resource "aws_eks_cluster" "this" {
  name                          = var.name
  role_arn                      = aws_iam_role.this.arn
  version                       = var.kubernetes_version
  bootstrap_self_managed_addons = false
  force_update_version          = var.force_update
  enabled_cluster_log_types     = var.log_types

  access_config {
    authentication_mode                         = var.authentication_mode
    bootstrap_cluster_creator_admin_permissions = false
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = var.secrets_key.create != null ? aws_kms_key.secrets[0].arn : var.secrets_key.arn
    }
  }

  kubernetes_network_config {
    service_ipv4_cidr = var.service_cidr
  }

  upgrade_policy {
    support_type = var.upgrade_policy
  }

  vpc_config {
    subnet_ids              = values(var.subnet_ids)
    endpoint_private_access = var.endpoint.private
    endpoint_public_access  = var.endpoint.public != null
    public_access_cidrs     = var.endpoint.public == null ? null : var.endpoint.public.cidrs
  }

  tags = var.tags

  depends_on = [
    aws_iam_role_policy_attachment.cluster,
    aws_iam_role_policy.secrets_key,
    aws_cloudwatch_log_group.this,
  ]
}

resource "aws_eks_access_entry" "admin" {
  for_each = var.admins

  cluster_name  = aws_eks_cluster.this.name
  principal_arn = each.value.principal_arn
  type          = "STANDARD"

  tags = var.tags
}

resource "aws_eks_access_policy_association" "admin" {
  for_each = var.admins

  cluster_name  = aws_eks_cluster.this.name
  principal_arn = aws_eks_access_entry.admin[each.key].principal_arn
  policy_arn    = "arn:${var.partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"

  access_scope {
    type = "cluster"
  }
}

# No thumbprint: AWS checks the issuer's certificate against its own list of authorities.
resource "aws_iam_openid_connect_provider" "this" {
  count = var.oidc_provider != null ? 1 : 0

  url            = aws_eks_cluster.this.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]

  tags = var.tags
}
