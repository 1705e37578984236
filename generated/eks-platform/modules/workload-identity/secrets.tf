resource "aws_iam_role_policy" "secrets" {
  for_each = {
    for name, identity in var.identities : name => identity
    if identity.permissions.secrets != null
  }

  name = "secrets"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Sid      = "ReadSecrets"
        Effect   = "Allow"
        Action   = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]
        Resource = each.value.permissions.secrets.secret_arns
      }],
      length(each.value.permissions.secrets.kms_key_arns) > 0
      ? [{
        Sid       = "Decrypt"
        Effect    = "Allow"
        Action    = "kms:Decrypt"
        Resource  = each.value.permissions.secrets.kms_key_arns
        Condition = { StringLike = { "kms:ViaService" = "secretsmanager.${var.region}.*" } }
      }]
      : []
    )
  })
}

resource "aws_iam_role_policy" "parameters" {
  for_each = {
    for name, identity in var.identities : name => identity
    if identity.permissions.parameters != null
  }

  name = "parameters"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Sid      = "ReadParameters"
        Effect   = "Allow"
        Action   = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]
        Resource = each.value.permissions.parameters.parameter_arns
      }],
      length(each.value.permissions.parameters.kms_key_arns) > 0
      ? [{
        Sid       = "Decrypt"
        Effect    = "Allow"
        Action    = "kms:Decrypt"
        Resource  = each.value.permissions.parameters.kms_key_arns
        Condition = { StringLike = { "kms:ViaService" = "ssm.${var.region}.*" } }
      }]
      : []
    )
  })
}
