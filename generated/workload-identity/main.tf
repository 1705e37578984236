locals {
  oidc_provider_arn = one(concat(
    aws_iam_openid_connect_provider.this[*].arn,
    [for provider in var.oidc_provider[*] : provider.arn if provider.create == null]
  ))

  oidc_issuer      = one(var.oidc_provider[*].issuer)
  whole_role_names = { for key, value in var.identities : key => "${var.cluster_name}-${key}" }

  role_names = {
    for key, name in local.whole_role_names : key => (
      length(name) <= 60
      ? "${name}-pod"
      : "${substr(name, 0, 51)}-${substr(sha256(name), 0, 8)}-pod"
    )
  }
}

# No thumbprint: AWS checks the issuer's certificate against its own list of authorities.
resource "aws_iam_openid_connect_provider" "this" {
  count = (var.oidc_provider != null ? var.oidc_provider.create != null : false) ? 1 : 0

  url            = "https://${var.oidc_provider.issuer}"
  client_id_list = ["sts.amazonaws.com"]

  tags = var.tags
}

resource "aws_iam_role" "this" {
  for_each = var.identities

  name = coalesce(each.value.role_name, local.role_names[each.key])
  description = coalesce(
    each.value.description,
    "Pods of ${each.value.namespace}/${each.value.service_account} in the EKS cluster ${var.cluster_name}"
  )
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      each.value.method != "irsa"
      ? [{
        Effect    = "Allow"
        Principal = { Service = "pods.eks.amazonaws.com" }
        Action    = ["sts:AssumeRole", "sts:TagSession"]
        Condition = {
          StringEquals = {
            for key, value in {
              "aws:SourceAccount" = var.account
              "aws:SourceOrgID"   = var.organization_id
            } : key => value
            if value != null
          }
          ArnEquals = {
            "aws:SourceArn" = "arn:${var.partition}:eks:${var.region}:${var.account}:cluster/${var.cluster_name}"
          }
        }
      }]
      : [],
      each.value.method != "podIdentity"
      ? [{
        Effect    = "Allow"
        Principal = { Federated = local.oidc_provider_arn }
        Action    = "sts:AssumeRoleWithWebIdentity"
        Condition = {
          StringEquals = {
            "${local.oidc_issuer}:aud" = "sts.amazonaws.com"
            "${local.oidc_issuer}:sub" = "system:serviceaccount:${each.value.namespace}:${each.value.service_account}"
          }
        }
      }]
      : []
    )
  })
  max_session_duration = each.value.max_session_hours * 3600
  path                 = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = var.tags

  lifecycle {
    precondition {
      condition = each.value.method == "podIdentity" || var.oidc_provider != null
      error_message = join("", [
        "oidc_provider: expected the cluster's OIDC provider for identities by IRSA, got ",
        try(
          jsonencode([for name, identity in var.identities : name if identity.method != "podIdentity"]),
          "another value"
        ),
        " [identity-oidc-provider]",
      ])
    }
  }
}

resource "aws_eks_pod_identity_association" "this" {
  for_each = { for name, identity in var.identities : name => identity if identity.method != "irsa" }

  cluster_name    = var.cluster_name
  namespace       = each.value.namespace
  service_account = each.value.service_account
  role_arn        = aws_iam_role.this[each.key].arn

  tags = var.tags

  depends_on = [var.agent_ready]
}
