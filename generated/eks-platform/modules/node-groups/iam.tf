locals {
  role_name = (
    length(var.cluster_name) <= 58
    ? "${var.cluster_name}-nodes"
    : "${substr(var.cluster_name, 0, 49)}-${substr(sha256(var.cluster_name), 0, 8)}-nodes"
  )
}

resource "aws_iam_role" "this" {
  name        = coalesce(var.role_name, local.role_name)
  description = "Nodes of the EKS cluster ${var.cluster_name}"
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

resource "aws_iam_role_policy_attachment" "this" {
  for_each = toset([
    "AmazonEKSWorkerNodePolicy",
    "AmazonEC2ContainerRegistryPullOnly",
    "AmazonSSMManagedInstanceCore",
  ])

  role       = aws_iam_role.this.name
  policy_arn = "arn:${var.partition}:iam::aws:policy/${each.value}"
}

resource "aws_iam_role_policy_attachment" "cni" {
  count = var.cni_policy != null ? 1 : 0

  role       = aws_iam_role.this.name
  policy_arn = "arn:${var.partition}:iam::aws:policy/AmazonEKS_CNI_Policy"
}

resource "aws_iam_role_policy_attachment" "further" {
  for_each = var.policies

  role       = aws_iam_role.this.name
  policy_arn = each.value
}
