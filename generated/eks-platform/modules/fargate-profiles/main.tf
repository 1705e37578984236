locals {
  role_name = (
    length(var.cluster_name) <= 56
    ? "${var.cluster_name}-fargate"
    : "${substr(var.cluster_name, 0, 47)}-${substr(sha256(var.cluster_name), 0, 8)}-fargate"
  )

  log_group_name = "/aws/eks/${var.cluster_name}/fargate"
}

resource "aws_iam_role" "this" {
  name        = coalesce(var.role_name, local.role_name)
  description = "Fargate pods of the EKS cluster ${var.cluster_name}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "eks-fargate-pods.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        ArnLike = {
          "aws:SourceArn" = "arn:${var.partition}:eks:${var.region}:${var.account}:fargateprofile/${var.cluster_name}/*"
        }
      }
    }]
  })
  path                 = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "this" {
  role       = aws_iam_role.this.name
  policy_arn = "arn:${var.partition}:iam::aws:policy/AmazonEKSFargatePodExecutionRolePolicy"
}

resource "aws_cloudwatch_log_group" "this" {
  count = var.logging != null ? 1 : 0

  name              = local.log_group_name
  retention_in_days = var.logging.retention_days
  kms_key_id        = var.logging.kms_key_arn

  tags = var.tags
}

resource "aws_iam_role_policy" "logging" {
  count = var.logging != null ? 1 : 0

  name = "write-logs"
  role = aws_iam_role.this.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "WriteLogs"
      Effect = "Allow"
      Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
      Resource = [
        aws_cloudwatch_log_group.this[0].arn,
        "${aws_cloudwatch_log_group.this[0].arn}:log-stream:*",
      ]
    }]
  })
}

# AWS makes and deletes the profiles of a cluster one at a time: the last in line needs time for all.
resource "aws_eks_fargate_profile" "this" {
  for_each = var.profiles

  cluster_name           = var.cluster_name
  fargate_profile_name   = each.key
  pod_execution_role_arn = coalesce(each.value.role_arn, aws_iam_role.this.arn)
  subnet_ids = (
    each.value.zones == null
    ? values(var.subnet_ids)
    : [for zone in each.value.zones : var.subnet_ids[zone]]
  )

  dynamic "selector" {
    for_each = each.value.selectors

    content {
      namespace = selector.value.namespace
      labels    = selector.value.labels
    }
  }

  tags = merge(var.tags, each.value.tags)

  timeouts {
    create = "60m"
    delete = "120m"
  }

  lifecycle {
    precondition {
      condition = (
        each.value.zones == null
        ? true
        : alltrue([for zone in each.value.zones : contains(keys(var.subnet_ids), zone)])
      )
      error_message = "profiles.${each.key}.zones: expected zones of subnet_ids (${join(", ", keys(var.subnet_ids))}), got ${jsonencode(each.value.zones)} [fargate-zone]"
    }
  }

  depends_on = [aws_iam_role_policy_attachment.this, aws_iam_role_policy.logging, var.network_ready]
}
