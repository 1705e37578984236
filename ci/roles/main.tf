# The roles that pipelines take in one account: who plans reads, who deploys writes. No keys: a token of the CI system says
# which project, branch or environment a job is of, and the trust policies name those that may.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100"
    }
  }
}

variable "issuer" {
  description = "Who signs the tokens: https://token.actions.githubusercontent.com, https://gitlab.com, or https://<jenkins>/oidc."
  type        = string

  validation {
    condition     = startswith(var.issuer, "https://")
    error_message = "issuer: expected an address that begins with https://   [oidc-issuer]"
  }
}

variable "plan_subjects" {
  description = "Subjects that may plan; * stands for any text."
  type        = list(string)
}

variable "deploy_subjects" {
  description = "Subjects that may deploy, each written out."
  type        = list(string)

  validation {
    condition     = !anytrue([for subject in var.deploy_subjects : strcontains(subject, "*")])
    error_message = "deploy_subjects: expected subjects without *, because a branch of anybody would deploy   [deploy-subject]"
  }
}

variable "deploy_policy_arns" {
  description = "Policies of the role that deploys; sts:AssumeRole of itself is among them. It makes roles, so it can do what it gives them: a permissions boundary holds it."
  type        = list(string)
}

variable "permissions_boundary" {
  description = "Permissions boundary of the role that deploys."
  type        = string
  default     = null
}

variable "states" {
  description = "The store of the account's states."

  type = object({
    bucket      = string
    prefix      = optional(string, "eks-platform/")
    kms_key_arn = string
    table_arn   = optional(string)
  })
}

locals {
  bucket_arn  = "arn:${data.aws_partition.this.partition}:s3:::${var.states.bucket}"
  claims      = trimprefix(var.issuer, "https://")
  deploy_role = "platform-deploy"
}

data "aws_partition" "this" {}

data "aws_caller_identity" "this" {}

# One of an issuer in each account. Where it is already there: terraform import aws_iam_openid_connect_provider.this <arn>
resource "aws_iam_openid_connect_provider" "this" {
  url            = var.issuer
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "trust" {
  for_each = { plan = var.plan_subjects, deploy = var.deploy_subjects }

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.this.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.claims}:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = each.key == "deploy" ? "StringEquals" : "StringLike"
      variable = "${local.claims}:sub"
      values   = each.value
    }
  }

  # The environments name the role that deploys, and a role assumes itself only where its trust says so.
  # https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior (read 2026-11-22)
  dynamic "statement" {
    for_each = each.key == "deploy" ? [local.deploy_role] : []

    content {
      actions = ["sts:AssumeRole"]

      principals {
        type        = "AWS"
        identifiers = ["arn:${data.aws_partition.this.partition}:iam::${data.aws_caller_identity.this.account_id}:root"]
      }

      condition {
        test     = "ArnEquals"
        variable = "aws:PrincipalArn"
        values   = ["arn:${data.aws_partition.this.partition}:iam::${data.aws_caller_identity.this.account_id}:role/${statement.value}"]
      }
    }
  }
}

resource "aws_iam_role" "plan" {
  name                 = "platform-plan"
  assume_role_policy   = data.aws_iam_policy_document.trust["plan"].json
  max_session_duration = 7200
}

resource "aws_iam_role_policy_attachment" "plan" {
  role       = aws_iam_role.plan.name
  policy_arn = "arn:${data.aws_partition.this.partition}:iam::aws:policy/ReadOnlyAccess"
}

# A review takes no lock, so it writes nothing. The table has the digests of the states beside their locks.
data "aws_iam_policy_document" "states" {
  statement {
    actions   = ["s3:ListBucket"]
    resources = [local.bucket_arn]
  }

  statement {
    actions   = ["s3:GetObject"]
    resources = ["${local.bucket_arn}/${var.states.prefix}*"]
  }

  statement {
    actions   = ["kms:Decrypt"]
    resources = [var.states.kms_key_arn]
  }

  dynamic "statement" {
    for_each = var.states.table_arn == null ? [] : [var.states.table_arn]

    content {
      actions   = ["dynamodb:GetItem"]
      resources = [statement.value]
    }
  }
}

resource "aws_iam_role_policy" "plan_states" {
  name   = "states"
  role   = aws_iam_role.plan.name
  policy = data.aws_iam_policy_document.states.json
}

resource "aws_iam_role" "deploy" {
  name                 = local.deploy_role
  assume_role_policy   = data.aws_iam_policy_document.trust["deploy"].json
  permissions_boundary = var.permissions_boundary
  max_session_duration = 7200
}

resource "aws_iam_role_policy_attachment" "deploy" {
  for_each = toset(var.deploy_policy_arns)

  role       = aws_iam_role.deploy.name
  policy_arn = each.value
}

output "plan_role_arn" {
  description = "Role of the jobs that review."
  value       = aws_iam_role.plan.arn
}

output "deploy_role_arn" {
  description = "Role of the jobs that deploy."
  value       = aws_iam_role.deploy.arn
}
