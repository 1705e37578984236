resource "aws_iam_role_policy" "logs" {
  for_each = { for name, identity in var.identities : name => identity if identity.permissions.logs != null }

  name = "logs"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid    = "WriteEvents"
          Effect = "Allow"
          Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
          Resource = flatten([
            for arn in [for group in each.value.permissions.logs.groups : startswith(group, "arn:") ? group : "arn:${var.partition}:logs:${var.region}:${var.account}:log-group:${group}"] : [
              arn,
              "${arn}:*",
            ]
          ])
        },
        { Sid = "FindGroups", Effect = "Allow", Action = "logs:DescribeLogGroups", Resource = "*" },
      ],
      each.value.permissions.logs.create_groups != null
      ? [{
        Sid    = "MakeGroups"
        Effect = "Allow"
        Action = ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:TagResource"]
        Resource = [
          for group in each.value.permissions.logs.groups : startswith(
            group,
            "arn:"
          ) ? group : "arn:${var.partition}:logs:${var.region}:${var.account}:log-group:${group}"
        ]
      }]
      : []
    )
  })
}

resource "aws_iam_role_policy" "cloud_watch_agent" {
  for_each = {
    for name, identity in var.identities : name => identity
    if identity.permissions.cloud_watch_agent != null
  }

  name = "cloud-watch-agent"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteMetrics"
        Effect   = "Allow"
        Action   = "cloudwatch:PutMetricData"
        Resource = "*"
        Condition = {
          StringLike = { "cloudwatch:namespace" = ["ContainerInsights", "ContainerInsights/*", "CWAgent"] }
        }
      },
      {
        Sid      = "SeeVolumes"
        Effect   = "Allow"
        Action   = ["ec2:DescribeTags", "ec2:DescribeVolumes"]
        Resource = "*"
      },
      {
        Sid    = "WriteOwnGroups"
        Effect = "Allow"
        Action = [
          "logs:CreateLogGroup",
          "logs:CreateLogStream",
          "logs:DescribeLogStreams",
          "logs:PutLogEvents",
          "logs:PutRetentionPolicy",
        ]
        Resource = [
          "arn:${var.partition}:logs:${var.region}:${var.account}:log-group:/aws/containerinsights/${var.cluster_name}/*",
          "arn:${var.partition}:logs:${var.region}:${var.account}:log-group:/aws/containerinsights/${var.cluster_name}/*:*",
        ]
      },
      { Sid = "FindGroups", Effect = "Allow", Action = "logs:DescribeLogGroups", Resource = "*" },
    ]
  })
}

resource "aws_iam_role_policy" "xray" {
  for_each = { for name, identity in var.identities : name => identity if identity.permissions.xray != null }

  name = "xray"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "WriteTraces"
      Effect = "Allow"
      Action = [
        "xray:PutTraceSegments",
        "xray:PutTelemetryRecords",
        "xray:GetSamplingRules",
        "xray:GetSamplingTargets",
        "xray:GetSamplingStatisticSummaries",
      ]
      Resource = "*"
    }]
  })
}

resource "aws_iam_role_policy" "prometheus" {
  for_each = {
    for name, identity in var.identities : name => identity
    if identity.permissions.prometheus != null
  }

  name = "prometheus"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteMetrics"
      Effect   = "Allow"
      Action   = "aps:RemoteWrite"
      Resource = each.value.permissions.prometheus.workspace_arns
    }]
  })
}
