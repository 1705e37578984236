locals {
  whole_role_names = { for key, value in local.with_role : key => "${var.cluster_name}-${key}" }

  role_names = {
    for key, name in local.whole_role_names : key => (
      length(name) <= 64
      ? name
      : "${substr(name, 0, 55)}-${substr(sha256(name), 0, 8)}"
    )
  }

  managed_policies = merge(
    [
      for name, addon in local.with_role : merge(
        {
          for policy in try(local.recommended_policies[name], []) : "${name}/${basename(policy)}" => {
            addon = name
            arn   = "arn:${var.partition}:iam::aws:policy/${policy}"
          }
        },
        {
          for policy, arn in addon.permissions == null ? {} : addon.permissions.policy_arns : "${name}/${policy}" => {
            addon = name
            arn   = arn
          }
        }
      )
    ]...
  )
}

resource "aws_iam_role" "this" {
  for_each = local.with_role

  name        = local.role_names[each.key]
  description = "Add-on ${each.key} of the EKS cluster ${var.cluster_name}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Effect    = "Allow"
        Principal = { Service = "pods.eks.amazonaws.com" }
        Action    = ["sts:AssumeRole", "sts:TagSession"]
        Condition = {
          StringEquals = { "aws:SourceAccount" = var.account }
          ArnEquals = {
            "aws:SourceArn" = "arn:${var.partition}:eks:${var.region}:${var.account}:cluster/${var.cluster_name}"
          }
        }
      }],
      [
        for provider in var.oidc_provider[*] : {
          Effect    = "Allow"
          Principal = { Federated = provider.arn }
          Action    = "sts:AssumeRoleWithWebIdentity"
          Condition = {
            StringEquals = {
              "${provider.issuer}:aud" = "sts.amazonaws.com"
              "${provider.issuer}:sub" = [
                for name in local.service_accounts[each.key].names : "system:serviceaccount:${local.service_accounts[each.key].namespace}:${name}"
              ]
            }
          }
        }
      ]
    )
  })
  path                 = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = merge(var.tags, each.value.tags)
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = local.managed_policies

  role       = aws_iam_role.this[each.value.addon].name
  policy_arn = each.value.arn
}

resource "aws_iam_role_policy" "ipv6" {
  for_each = {
    for name, addon in local.with_role : name => addon
    if name == "vpc-cni" && var.ip_family == "ipv6"
  }

  name = "ipv6"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = [
          "ec2:AssignIpv6Addresses",
          "ec2:DescribeInstances",
          "ec2:DescribeInstanceTypes",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeSubnets",
          "ec2:DescribeTags",
        ]
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "ec2:CreateTags"
        Resource = "arn:${var.partition}:ec2:*:*:network-interface/*"
      },
    ]
  })
}

resource "aws_iam_role_policy" "policy_logs" {
  for_each = {
    for name, addon in local.with_role : name => addon
    if addon.permissions == null ? false : addon.permissions.policy_logs != null
  }

  name = "policy-logs"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "logs:DescribeLogGroups", Resource = "*" },
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "arn:${var.partition}:logs:${var.region}:${var.account}:log-group:/aws/eks/${var.cluster_name}/cluster:*"
      },
    ]
  })
}

resource "aws_iam_role_policy" "volume_keys" {
  for_each = {
    for name, addon in local.with_role : name => addon
    if addon.permissions == null ? false : addon.permissions.volume_keys != null
  }

  name = "volume-keys"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "UseKeys"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext", "kms:DescribeKey"]
        Resource = each.value.permissions.volume_keys.arns
      },
      {
        Sid       = "GrantKeys"
        Effect    = "Allow"
        Action    = "kms:CreateGrant"
        Resource  = each.value.permissions.volume_keys.arns
        Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" } }
      },
    ]
  })
}

resource "aws_iam_role_policy" "buckets" {
  for_each = {
    for name, addon in local.with_role : name => addon
    if addon.permissions == null ? false : addon.permissions.buckets != null
  }

  name = "buckets"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "s3:ListBucket", Resource = each.value.permissions.buckets.arns },
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:DeleteObject"]
        Resource = [for arn in each.value.permissions.buckets.arns : "${arn}/*"]
      },
    ]
  })
}

resource "aws_iam_role_policy" "records" {
  for_each = {
    for name, addon in local.with_role : name => addon
    if name != "cert-manager" && (addon.permissions == null ? false : addon.permissions.hosted_zones != null)
  }

  name = "records"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "ChangeRecords"
        Effect = "Allow"
        Action = [
          "route53:ChangeResourceRecordSets",
          "route53:ListResourceRecordSets",
          "route53:ListTagsForResource",
          "route53:ListTagsForResources",
        ]
        Resource = each.value.permissions.hosted_zones.arns
      },
      { Sid = "FindZones", Effect = "Allow", Action = "route53:ListHostedZones", Resource = "*" },
    ]
  })
}

resource "aws_iam_role_policy" "challenges" {
  for_each = {
    for name, addon in local.with_role : name => addon
    if name == "cert-manager" && (addon.permissions == null ? false : addon.permissions.hosted_zones != null)
  }

  name = "challenges"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "AwaitChange"
        Effect   = "Allow"
        Action   = "route53:GetChange"
        Resource = "arn:${var.partition}:route53:::change/*"
      },
      {
        Sid      = "ListRecords"
        Effect   = "Allow"
        Action   = "route53:ListResourceRecordSets"
        Resource = each.value.permissions.hosted_zones.arns
      },
      {
        Sid      = "ChangeTextRecords"
        Effect   = "Allow"
        Action   = "route53:ChangeResourceRecordSets"
        Resource = each.value.permissions.hosted_zones.arns
        Condition = {
          "ForAllValues:StringEquals" = { "route53:ChangeResourceRecordSetsRecordTypes" = "TXT" }
        }
      },
      { Sid = "FindZones", Effect = "Allow", Action = "route53:ListHostedZonesByName", Resource = "*" },
    ]
  })
}

resource "aws_iam_role_policy" "log_groups" {
  for_each = {
    for name, addon in local.with_role : name => addon
    if addon.permissions == null ? false : addon.permissions.log_groups != null
  }

  name = "log-groups"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "WriteEvents"
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
        Resource = concat(each.value.permissions.log_groups.arns, [
          for arn in each.value.permissions.log_groups.arns : "${arn}:*"
        ])
      },
      { Sid = "FindGroups", Effect = "Allow", Action = "logs:DescribeLogGroups", Resource = "*" },
    ]
  })
}
