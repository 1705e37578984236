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
