resource "aws_iam_role_policy" "external_dns" {
  for_each = {
    for name, identity in var.identities : name => identity
    if identity.permissions.external_dns != null
  }

  name = "external-dns"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "ChangeRecords"
        Effect = "Allow"
        Action = [
          "route53:ChangeResourceRecordSets",
          "route53:ListResourceRecordSets",
          "route53:ListTagsForResource",
          "route53:ListTagsForResources",
        ]
        Resource = [
          for zone in each.value.permissions.external_dns.hosted_zones : "arn:${var.partition}:route53:::hostedzone/${zone}"
        ]
      },
      { Sid = "FindZones", Effect = "Allow", Action = "route53:ListHostedZones", Resource = "*" },
    ]
  })
}

resource "aws_iam_role_policy" "cert_manager" {
  for_each = {
    for name, identity in var.identities : name => identity
    if identity.permissions.cert_manager != null
  }

  name = "cert-manager"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "AwaitChange"
        Effect   = "Allow"
        Action   = "route53:GetChange"
        Resource = "arn:${var.partition}:route53:::change/*"
      },
      {
        Sid    = "ListRecords"
        Effect = "Allow"
        Action = "route53:ListResourceRecordSets"
        Resource = [
          for zone in each.value.permissions.cert_manager.hosted_zones : "arn:${var.partition}:route53:::hostedzone/${zone}"
        ]
      },
      {
        Sid    = "ChangeTextRecords"
        Effect = "Allow"
        Action = "route53:ChangeResourceRecordSets"
        Resource = [
          for zone in each.value.permissions.cert_manager.hosted_zones : "arn:${var.partition}:route53:::hostedzone/${zone}"
        ]
        Condition = {
          "ForAllValues:StringEquals" = { "route53:ChangeResourceRecordSetsRecordTypes" = "TXT" }
        }
      },
      { Sid = "FindZones", Effect = "Allow", Action = "route53:ListHostedZonesByName", Resource = "*" },
    ]
  })
}
