resource "aws_kms_key" "this" {
  count = var.key.create != null ? 1 : 0

  description             = "Terraform states in ${var.bucket}"
  enable_key_rotation     = true
  rotation_period_in_days = var.key.create.rotation_days
  deletion_window_in_days = var.key.create.deletion_window_days
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Sid       = "Administration"
        Effect    = "Allow"
        Principal = { AWS = "arn:${var.partition}:iam::${var.account}:root" }
        Action    = "kms:*"
        Resource  = "*"
      }],
      length(var.key.create.administrators) > 0
      ? [{
        Sid       = "Administrators"
        Effect    = "Allow"
        Principal = { AWS = var.key.create.administrators }
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
      : []
    )
  })

  tags = var.tags
}

resource "aws_kms_alias" "this" {
  count = var.key.create != null ? 1 : 0

  name          = "alias/terraform-state/${var.bucket}"
  target_key_id = aws_kms_key.this[0].key_id
}
