locals {
  flow_logs_to_cloud_watch = var.flow_logs != null ? var.flow_logs.cloud_watch != null : false

  # IAM is global: networks of one name in two regions need two roles.
  regional_name = "${var.name}-${local.region}"

  flow_logs_role = (
    length(local.regional_name) <= 54
    ? "${local.regional_name}-flow-logs"
    : "${substr(local.regional_name, 0, 45)}-${substr(sha256(local.regional_name), 0, 8)}-flow-logs"
  )
}

resource "aws_cloudwatch_log_group" "flow_logs" {
  count = local.flow_logs_to_cloud_watch ? 1 : 0

  name              = coalesce(var.flow_logs.cloud_watch.log_group_name, "/aws/vpc-flow-logs/${var.name}")
  retention_in_days = var.flow_logs.cloud_watch.retention_days
  kms_key_id        = var.flow_logs.cloud_watch.kms_key_arn

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })
}

resource "aws_iam_role" "flow_logs" {
  count = local.flow_logs_to_cloud_watch ? 1 : 0

  name = coalesce(var.flow_logs.cloud_watch.role_name, local.flow_logs_role)
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "vpc-flow-logs.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = aws_vpc.this.owner_id }
        ArnLike = {
          "aws:SourceArn" = "arn:${split(":", aws_vpc.this.arn)[1]}:ec2:${local.region}:${aws_vpc.this.owner_id}:vpc-flow-log/*"
        }
      }
    }]
  })
  path                 = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })
}

resource "aws_iam_role_policy" "flow_logs" {
  count = local.flow_logs_to_cloud_watch ? 1 : 0

  name = "write-flow-logs"
  role = aws_iam_role.flow_logs[0].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "WriteFlowLogs"
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
        Resource = [
          aws_cloudwatch_log_group.flow_logs[0].arn,
          "${aws_cloudwatch_log_group.flow_logs[0].arn}:log-stream:*",
        ]
      },
      { Sid = "FindLogGroup", Effect = "Allow", Action = "logs:DescribeLogGroups", Resource = "*" },
    ]
  })
}

resource "aws_flow_log" "cloud_watch" {
  count = local.flow_logs_to_cloud_watch ? 1 : 0

  vpc_id                   = aws_vpc.this.id
  traffic_type             = var.flow_logs.traffic_type
  max_aggregation_interval = var.flow_logs.aggregation_seconds
  log_destination          = aws_cloudwatch_log_group.flow_logs[0].arn
  iam_role_arn             = aws_iam_role.flow_logs[0].arn

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })
}

resource "aws_flow_log" "s3" {
  count = (var.flow_logs != null ? var.flow_logs.s3 != null : false) ? 1 : 0

  vpc_id                   = aws_vpc.this.id
  traffic_type             = var.flow_logs.traffic_type
  max_aggregation_interval = var.flow_logs.aggregation_seconds
  log_destination_type     = "s3"
  log_destination          = var.flow_logs.s3.bucket_arn

  destination_options {
    file_format                = var.flow_logs.s3.file_format
    hive_compatible_partitions = var.flow_logs.s3.hive_partitions
    per_hour_partition         = var.flow_logs.s3.hourly_partitions
  }

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })
}
