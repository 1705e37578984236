locals {
  logs_name = (
    length(var.bucket) <= 58
    ? "${var.bucket}-logs"
    : "${substr(var.bucket, 0, 49)}-${substr(sha256(var.bucket), 0, 8)}-logs"
  )
}

resource "aws_s3_bucket" "logs" {
  count = (var.access_logs == null ? false : var.access_logs.create != null) ? 1 : 0

  bucket        = coalesce(var.access_logs.create.name, local.logs_name)
  force_destroy = false

  tags = var.tags
}

resource "aws_s3_bucket_ownership_controls" "logs" {
  count = (var.access_logs == null ? false : var.access_logs.create != null) ? 1 : 0

  bucket = aws_s3_bucket.logs[0].id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "logs" {
  count = (var.access_logs == null ? false : var.access_logs.create != null) ? 1 : 0

  bucket                  = aws_s3_bucket.logs[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  count = (var.access_logs == null ? false : var.access_logs.create != null) ? 1 : 0

  bucket = aws_s3_bucket.logs[0].id

  rule {
    apply_server_side_encryption_by_default {
      # S3 delivers logs to no bucket with a key of KMS.
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_policy" "logs" {
  count = (var.access_logs == null ? false : var.access_logs.create != null) ? 1 : 0

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

  # S3 refuses two changes of who may do what in one bucket at a time.
  depends_on = [aws_s3_bucket_public_access_block.logs]
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  count = (var.access_logs == null ? false : var.access_logs.create != null) ? 1 : 0

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
