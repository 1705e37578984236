resource "aws_iam_role_policy" "statements" {
  for_each = { for name, identity in var.identities : name => identity if length(identity.statements) > 0 }

  name = "statements"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      for id, statement in each.value.statements : {
        for field, value in {
          Sid    = id
          Effect = statement.effect
          Action = flatten([
            for names in [statement.actions, statement.action_patterns] : names
            if names != null
          ])
          Resource  = statement.any_resource == null ? statement.resources : ["*"]
          Condition = statement.conditions
        } : field => value
        if value != null
      }
    ]
  })
}

resource "aws_iam_role_policy" "assume_roles" {
  for_each = { for name, identity in var.identities : name => identity if length(identity.assumes) > 0 }

  name = "assume-roles"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sts:AssumeRole", "sts:TagSession"]
      Resource = [for other in each.value.assumes : other.role_arn]
    }]
  })
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = merge(
    [
      for name, identity in var.identities : {
        for policy, arn in identity.managed_policy_arns : "${name}/${policy}" => {
          name       = name
          policy_arn = arn
        }
      }
    ]...
  )

  role       = aws_iam_role.this[each.value.name].name
  policy_arn = each.value.policy_arn
}
