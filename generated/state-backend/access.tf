locals {
  access_policies = {
    for name, allowed in var.access : name => jsonencode({
      Version = "2012-10-17"
      Statement = concat(
        [{
          Sid      = "FindStates"
          Effect   = "Allow"
          Action   = "s3:ListBucket"
          Resource = aws_s3_bucket.this.arn
          Condition = {
            StringEquals = {
              "s3:prefix" = concat(
                coalesce(allowed.reads, []),
                flatten([
                  for key in coalesce(allowed.writes, []) : [key, "${key}.tflock", "${key}.deploy.json"]
                ])
              )
            }
          }
        }],
        allowed.reads != null
        ? [{
          Sid      = "ReadStates"
          Effect   = "Allow"
          Action   = "s3:GetObject"
          Resource = flatten([for key in coalesce(allowed.reads, []) : ["${aws_s3_bucket.this.arn}/${key}"]])
        }]
        : [],
        [
          for statement in [
            {
              Sid    = "WriteStates"
              Effect = "Allow"
              Action = ["s3:GetObject", "s3:PutObject"]
              Resource = flatten([
                for key in coalesce(allowed.writes, []) : [
                  "${aws_s3_bucket.this.arn}/${key}",
                  "${aws_s3_bucket.this.arn}/${key}.deploy.json",
                ]
              ])
            },
            {
              Sid    = "LockStates"
              Effect = "Allow"
              Action = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
              Resource = flatten([
                for key in coalesce(allowed.writes, []) : ["${aws_s3_bucket.this.arn}/${key}.tflock"]
              ])
            },
            {
              Sid      = "EncryptStates"
              Effect   = "Allow"
              Action   = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"]
              Resource = local.key_arn
              Condition = {
                StringLike = {
                  "kms:ViaService"                   = "s3.${var.region}.*"
                  "kms:EncryptionContext:aws:s3:arn" = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]
                }
              }
            },
          ] : statement
          if allowed.writes != null
        ],
        allowed.writes == null
        ? [{
          Sid      = "DecryptStates"
          Effect   = "Allow"
          Action   = "kms:Decrypt"
          Resource = local.key_arn
          Condition = {
            StringLike = {
              "kms:ViaService"                   = "s3.${var.region}.*"
              "kms:EncryptionContext:aws:s3:arn" = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]
            }
          }
        }]
        : [],
        [
          for statement in [
            {
              Sid      = "FindTable"
              Effect   = "Allow"
              Action   = "dynamodb:DescribeTable"
              Resource = "arn:${var.partition}:dynamodb:${var.region}:${var.account}:table/${try(var.table.name, "")}"
            },
            {
              Sid      = "LockInTable"
              Effect   = "Allow"
              Action   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"]
              Resource = "arn:${var.partition}:dynamodb:${var.region}:${var.account}:table/${try(var.table.name, "")}"
              Condition = {
                "ForAllValues:StringEquals" = {
                  "dynamodb:LeadingKeys" = flatten([
                    for key in coalesce(allowed.writes, []) : [
                      "${aws_s3_bucket.this.id}/${key}",
                      "${aws_s3_bucket.this.id}/${key}-md5",
                    ]
                  ])
                }
              }
            },
            {
              Sid      = "DecryptTable"
              Effect   = "Allow"
              Action   = "kms:Decrypt"
              Resource = local.key_arn
              Condition = {
                StringLike   = { "kms:ViaService" = "dynamodb.${var.region}.*" }
                StringEquals = { "kms:EncryptionContext:aws:dynamodb:tableName" = try(var.table.name, "") }
              }
            },
          ] : statement
          if allowed.writes != null && var.table != null
        ]
      )
    })
  }

  whole_policy_names = { for key, value in var.access : key => "${var.bucket}-${key}" }

  policy_names = {
    for key, name in local.whole_policy_names : key => (
      length(name) <= 128
      ? name
      : "${substr(name, 0, 119)}-${substr(sha256(name), 0, 8)}"
    )
  }
}

resource "aws_iam_policy" "access" {
  for_each = { for name, allowed in var.access : name => allowed if var.managed_policies != null }

  name        = local.policy_names[each.key]
  description = "States in ${var.bucket}: ${each.key}"
  path        = var.role_path
  policy      = local.access_policies[each.key]

  tags = var.tags
}
