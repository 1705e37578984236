output "role_arns" {
  description = "ARNs of the roles, by name of the identity."
  value       = { for name, role in aws_iam_role.this : name => role.arn }
}

output "role_names" {
  description = "Names of the roles, by name of the identity."
  value       = { for name, role in aws_iam_role.this : name => role.name }
}

output "association_ids" {
  description = "Ids of the Pod Identity associations, by name of the identity."
  value = {
    for name, association in aws_eks_pod_identity_association.this : name => association.association_id
  }
}

output "service_account_annotations" {
  description = "What the service accounts must say for IRSA, by name of the identity. Empty with Pod Identity, which needs nothing."
  value = {
    for name, identity in var.identities : name => (
      identity.method == "podIdentity"
      ? {}
      : { "eks.amazonaws.com/role-arn" = aws_iam_role.this[name].arn }
    )
  }
}

output "oidc_provider_arn" {
  description = "ARN of the OIDC provider in the roles' account, null when there is none."
  value       = local.oidc_provider_arn
}

output "assumed_role_trust_policies" {
  description = "Trust policies that the roles to assume must have, by name of the identity and of the role."
  value = {
    for name, identity in var.identities : name => {
      for role, other in identity.assumes : role => jsonencode({
        Version = "2012-10-17"
        Statement = concat(
          other.external_id != null
          ? [{
            Effect    = "Allow"
            Principal = { AWS = "arn:${var.partition}:iam::${var.account}:root" }
            Action    = ["sts:AssumeRole", "sts:TagSession"]
            Condition = {
              ArnEquals    = { "aws:PrincipalArn" = aws_iam_role.this[name].arn }
              StringEquals = { "sts:ExternalId" = other.external_id }
            }
          }]
          : [],
          other.external_id == null
          ? [{
            Effect    = "Allow"
            Principal = { AWS = "arn:${var.partition}:iam::${var.account}:root" }
            Action    = ["sts:AssumeRole", "sts:TagSession"]
            Condition = { ArnEquals = { "aws:PrincipalArn" = aws_iam_role.this[name].arn } }
          }]
          : []
        )
      })
    }
  }
}

output "ready" {
  description = "Ids that are known when permissions and associations are there: what pods wait for."
  value = flatten([
    for made in [
      aws_iam_role_policy.load_balancer_controller,
      aws_iam_role_policy.load_balancer_certificates,
      aws_iam_role_policy.load_balancer_accelerators,
      aws_iam_role_policy.gateway_api_controller,
      aws_iam_role_policy.external_dns,
      aws_iam_role_policy.cert_manager,
      aws_iam_role_policy.cluster_autoscaler,
      aws_iam_role_policy.ebs_csi,
      aws_iam_role_policy.efs_csi,
      aws_iam_role_policy.s3,
      aws_iam_role_policy.logs,
      aws_iam_role_policy.cloud_watch_agent,
      aws_iam_role_policy.xray,
      aws_iam_role_policy.prometheus,
      aws_iam_role_policy.secrets,
      aws_iam_role_policy.parameters,
      aws_iam_role_policy.statements,
      aws_iam_role_policy.assume_roles,
      aws_iam_role_policy_attachment.this,
      aws_eks_pod_identity_association.this,
    ] : values(made)[*].id
  ])
}
