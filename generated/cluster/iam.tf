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

  auto_mode_role = var.auto_mode == null ? false : var.auto_mode.node_role.create != null

  auto_mode_role_name = (
    length(var.name) <= 54
    ? "${var.name}-auto-node"
    : "${substr(var.name, 0, 45)}-${substr(sha256(var.name), 0, 8)}-auto-node"
  )
}

resource "aws_iam_role" "this" {
  count = var.role.create != null ? 1 : 0

  name        = coalesce(var.role.create.name, local.role_name)
  description = "Control plane of the EKS cluster ${var.name}"
  # Session tags are for Auto Mode. Allowed from the start, so that the role need not change before
  # it.
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

resource "aws_iam_role" "auto_mode" {
  count = local.auto_mode_role ? 1 : 0

  name        = coalesce(var.auto_mode.node_role.create.name, local.auto_mode_role_name)
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

# No thumbprint: AWS checks the issuer's certificate against its own list of authorities.
resource "aws_iam_openid_connect_provider" "this" {
  count = var.oidc_provider != null ? 1 : 0

  url            = aws_eks_cluster.this.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]

  tags = var.tags
}
