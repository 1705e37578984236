locals {
  key_arn = var.key.create != null ? aws_kms_key.this[0].arn : var.key.arn

  logs_name = (
    length(var.bucket) <= 58
    ? "${var.bucket}-logs"
    : "${substr(var.bucket, 0, 49)}-${substr(sha256(var.bucket), 0, 8)}-logs"
  )

  replication_role = (
    length(var.bucket) <= 59
    ? "${var.bucket}-copy"
    : "${substr(var.bucket, 0, 50)}-${substr(sha256(var.bucket), 0, 8)}-copy"
  )

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
                  for key in coalesce(allowed.writes, []) : ["${key}", "${key}.tflock", "${key}.deploy.json"]
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
                  "kms:ViaService" = "s3.${var.region}.*"
                  "kms:EncryptionContext:aws:s3:arn" = [
                    "${aws_s3_bucket.this.arn}",
                    "${aws_s3_bucket.this.arn}/*",
                  ]
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
              "kms:ViaService" = "s3.${var.region}.*"
              "kms:EncryptionContext:aws:s3:arn" = [
                "${aws_s3_bucket.this.arn}",
                "${aws_s3_bucket.this.arn}/*",
              ]
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
    for key, name in local.whole_policy_names : key => length(name) <= 128 ? name : "${substr(name, 0, 119)}-${substr(sha256(name), 0, 8)}"
  }
}

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

resource "aws_s3_bucket" "this" {
  bucket        = var.bucket
  force_destroy = false

  tags = var.tags
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = local.key_arn
    }
  }
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "OnlyTls"
        Effect    = "Deny"
        Principal = { AWS = "*" }
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "OnlyThisKey"
        Effect    = "Deny"
        Principal = { AWS = "*" }
        Action    = "s3:PutObject"
        Resource  = "${aws_s3_bucket.this.arn}/*"
        Condition = { StringNotEquals = { "s3:x-amz-server-side-encryption-aws-kms-key-id" = local.key_arn } }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.this]
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  count = var.old_versions != null ? 1 : 0

  bucket = aws_s3_bucket.this.id

  rule {
    id     = "old-versions"
    status = "Enabled"

    filter {
      prefix = ""
    }

    noncurrent_version_expiration {
      noncurrent_days           = var.old_versions.days
      newer_noncurrent_versions = var.old_versions.newest
    }

    expiration {
      expired_object_delete_marker = true
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  rule {
    id     = "lock-files"
    status = "Enabled"

    filter {
      object_size_less_than = 512
    }

    noncurrent_version_expiration {
      noncurrent_days = var.old_versions.lock_file_days
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

resource "aws_s3_bucket" "logs" {
  count = (var.access_logs != null ? var.access_logs.create != null : false) ? 1 : 0

  bucket        = coalesce(var.access_logs.create.name, local.logs_name)
  force_destroy = false

  tags = var.tags
}

resource "aws_s3_bucket_ownership_controls" "logs" {
  count = (var.access_logs != null ? var.access_logs.create != null : false) ? 1 : 0

  bucket = aws_s3_bucket.logs[0].id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "logs" {
  count = (var.access_logs != null ? var.access_logs.create != null : false) ? 1 : 0

  bucket                  = aws_s3_bucket.logs[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  count = (var.access_logs != null ? var.access_logs.create != null : false) ? 1 : 0

  bucket = aws_s3_bucket.logs[0].id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_policy" "logs" {
  count = (var.access_logs != null ? var.access_logs.create != null : false) ? 1 : 0

  bucket = aws_s3_bucket.logs[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "OnlyTls"
        Effect    = "Deny"
        Principal = { AWS = "*" }
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.logs[0].arn, "${aws_s3_bucket.logs[0].arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "AccessLogs"
        Effect    = "Allow"
        Principal = { Service = "logging.s3.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "${aws_s3_bucket.logs[0].arn}/*"
        Condition = {
          ArnLike      = { "aws:SourceArn" = "arn:${var.partition}:s3:::${var.bucket}" }
          StringEquals = { "aws:SourceAccount" = var.account }
        }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.logs]
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  count = (var.access_logs != null ? var.access_logs.create != null : false) ? 1 : 0

  bucket = aws_s3_bucket.logs[0].id

  rule {
    id     = "logs"
    status = "Enabled"

    filter {
      prefix = ""
    }

    expiration {
      days = var.access_logs.create.retention_days
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_logging" "this" {
  count = var.access_logs != null ? 1 : 0

  bucket        = aws_s3_bucket.this.id
  target_bucket = var.access_logs.create != null ? aws_s3_bucket.logs[0].id : var.access_logs.bucket
  target_prefix = "${var.bucket}/"

  depends_on = [aws_s3_bucket_policy.logs]
}

resource "aws_iam_role" "replication" {
  count = var.replication != null ? 1 : 0

  name = local.replication_role
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "s3.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = var.account }
        ArnEquals    = { "aws:SourceArn" = aws_s3_bucket.this.arn }
      }
    }]
  })
  path                 = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = var.tags
}

resource "aws_iam_role_policy" "replication" {
  count = var.replication != null ? 1 : 0

  name = "copy-states"
  role = aws_iam_role.replication[0].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
        Resource = aws_s3_bucket.this.arn
      },
      {
        Effect   = "Allow"
        Action   = ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"]
        Resource = "${aws_s3_bucket.this.arn}/*"
      },
      {
        Effect = "Allow"
        Action = [
          "s3:ReplicateObject",
          "s3:ReplicateDelete",
          "s3:ReplicateTags",
          "s3:ObjectOwnerOverrideToBucketOwner",
        ]
        Resource = "${var.replication.bucket_arn}/*"
      },
      {
        Effect    = "Allow"
        Action    = "kms:Decrypt"
        Resource  = local.key_arn
        Condition = { StringLike = { "kms:ViaService" = "s3.${var.region}.*" } }
      },
      {
        Effect   = "Allow"
        Action   = "kms:Encrypt"
        Resource = var.replication.kms_key_arn
        Condition = {
          StringLike = { "kms:ViaService" = "s3.${split(":", var.replication.kms_key_arn)[3]}.*" }
        }
      },
    ]
  })
}

resource "aws_s3_bucket_replication_configuration" "this" {
  count = var.replication != null ? 1 : 0

  bucket = aws_s3_bucket.this.id
  role   = aws_iam_role.replication[0].arn

  rule {
    id     = "states"
    status = "Enabled"

    filter {
      prefix = ""
    }

    delete_marker_replication {
      status = "Enabled"
    }

    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }

    destination {
      bucket  = var.replication.bucket_arn
      account = var.replication.account

      encryption_configuration {
        replica_kms_key_id = var.replication.kms_key_arn
      }

      dynamic "access_control_translation" {
        for_each = var.replication.account != null ? [true] : []

        content {
          owner = "Destination"
        }
      }
    }
  }

  depends_on = [aws_s3_bucket_versioning.this, aws_iam_role_policy.replication]
}

resource "aws_dynamodb_table" "locks" {
  count = var.table != null ? 1 : 0

  name                        = var.table.name
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "LockID"
  deletion_protection_enabled = var.table.deletion_protection

  attribute {
    name = "LockID"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = local.key_arn
  }

  tags = var.tags
}

resource "aws_iam_policy" "access" {
  for_each = { for name, allowed in var.access : name => allowed if var.managed_policies != null }

  name        = local.policy_names[each.key]
  description = "States in ${var.bucket}: ${each.key}"
  path        = var.role_path
  policy      = local.access_policies[each.key]

  tags = var.tags
}
