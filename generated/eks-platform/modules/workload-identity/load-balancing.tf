resource "aws_iam_role_policy" "load_balancer_controller" {
  for_each = {
    for name, identity in var.identities : name => identity
    if identity.permissions.load_balancer_controller != null
  }

  name = "load-balancer-controller"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Effect    = "Allow"
          Action    = "iam:CreateServiceLinkedRole"
          Resource  = "*"
          Condition = { StringEquals = { "iam:AWSServiceName" = "elasticloadbalancing.amazonaws.com" } }
        },
        {
          Effect = "Allow"
          Action = concat(
            [
              "ec2:DescribeAccountAttributes",
              "ec2:DescribeAddresses",
              "ec2:DescribeAvailabilityZones",
              "ec2:DescribeInternetGateways",
              "ec2:DescribeVpcs",
              "ec2:DescribeVpcPeeringConnections",
              "ec2:DescribeSubnets",
              "ec2:DescribeSecurityGroups",
              "ec2:DescribeInstances",
              "ec2:DescribeNetworkInterfaces",
              "ec2:DescribeTags",
              "ec2:GetCoipPoolUsage",
              "ec2:DescribeCoipPools",
              "ec2:GetSecurityGroupsForVpc",
              "ec2:DescribeIpamPools",
              "ec2:DescribeRouteTables",
              "elasticloadbalancing:DescribeLoadBalancers",
              "elasticloadbalancing:DescribeLoadBalancerAttributes",
              "elasticloadbalancing:DescribeListeners",
              "elasticloadbalancing:DescribeListenerCertificates",
              "elasticloadbalancing:DescribeSSLPolicies",
              "elasticloadbalancing:DescribeRules",
              "elasticloadbalancing:DescribeTargetGroups",
              "elasticloadbalancing:DescribeTargetGroupAttributes",
              "elasticloadbalancing:DescribeTargetHealth",
              "elasticloadbalancing:DescribeTags",
            ],
            startswith(var.partition, "aws-iso")
            ? []
            : [
              "elasticloadbalancing:DescribeTrustStores",
              "elasticloadbalancing:DescribeListenerAttributes",
              "elasticloadbalancing:DescribeCapacityReservation",
            ]
          )
          Resource = "*"
        },
        {
          Effect = "Allow"
          Action = [
            "cognito-idp:DescribeUserPoolClient",
            "acm:ListCertificates",
            "acm:DescribeCertificate",
            "iam:ListServerCertificates",
            "iam:GetServerCertificate",
            "waf-regional:GetWebACL",
            "waf-regional:GetWebACLForResource",
            "waf-regional:AssociateWebACL",
            "waf-regional:DisassociateWebACL",
            "wafv2:GetWebACL",
            "wafv2:GetWebACLForResource",
            "wafv2:AssociateWebACL",
            "wafv2:DisassociateWebACL",
            "shield:GetSubscriptionState",
            "shield:DescribeProtection",
            "shield:CreateProtection",
            "shield:DeleteProtection",
          ]
          Resource = "*"
        },
        { Effect = "Allow", Action = "ec2:CreateSecurityGroup", Resource = "*" },
        {
          Effect   = "Allow"
          Action   = "ec2:CreateTags"
          Resource = "arn:${var.partition}:ec2:*:*:security-group/*"
          Condition = {
            StringEquals = { "ec2:CreateAction" = "CreateSecurityGroup" }
            Null         = { "aws:RequestTag/elbv2.k8s.aws/cluster" = "false" }
          }
        },
        {
          Effect   = "Allow"
          Action   = ["ec2:CreateTags", "ec2:DeleteTags"]
          Resource = "arn:${var.partition}:ec2:*:*:security-group/*"
          Condition = {
            Null = {
              "aws:RequestTag/elbv2.k8s.aws/cluster"  = "true"
              "aws:ResourceTag/elbv2.k8s.aws/cluster" = "false"
            }
          }
        },
        {
          Effect = "Allow"
          Action = [
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:RevokeSecurityGroupIngress",
            "ec2:DeleteSecurityGroup",
          ]
          Resource  = "*"
          Condition = { Null = { "aws:ResourceTag/elbv2.k8s.aws/cluster" = "false" } }
        },
        {
          Effect    = "Allow"
          Action    = ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"]
          Resource  = "*"
          Condition = { Null = { "aws:RequestTag/elbv2.k8s.aws/cluster" = "false" } }
        },
        {
          Effect = "Allow"
          Action = [
            "elasticloadbalancing:CreateListener",
            "elasticloadbalancing:DeleteListener",
            "elasticloadbalancing:CreateRule",
            "elasticloadbalancing:DeleteRule",
          ]
          Resource = "*"
        },
        {
          Effect = "Allow"
          Action = ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"]
          Resource = [
            "arn:${var.partition}:elasticloadbalancing:*:*:targetgroup/*/*",
            "arn:${var.partition}:elasticloadbalancing:*:*:loadbalancer/net/*/*",
            "arn:${var.partition}:elasticloadbalancing:*:*:loadbalancer/app/*/*",
          ]
          Condition = {
            Null = {
              "aws:RequestTag/elbv2.k8s.aws/cluster"  = "true"
              "aws:ResourceTag/elbv2.k8s.aws/cluster" = "false"
            }
          }
        },
        {
          Effect = "Allow"
          Action = ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"]
          Resource = [
            "arn:${var.partition}:elasticloadbalancing:*:*:listener/net/*/*/*",
            "arn:${var.partition}:elasticloadbalancing:*:*:listener/app/*/*/*",
            "arn:${var.partition}:elasticloadbalancing:*:*:listener-rule/net/*/*/*",
            "arn:${var.partition}:elasticloadbalancing:*:*:listener-rule/app/*/*/*",
          ]
        },
        {
          Effect = "Allow"
          Action = concat(
            [
              "elasticloadbalancing:ModifyLoadBalancerAttributes",
              "elasticloadbalancing:SetIpAddressType",
              "elasticloadbalancing:SetSecurityGroups",
              "elasticloadbalancing:SetSubnets",
              "elasticloadbalancing:DeleteLoadBalancer",
              "elasticloadbalancing:ModifyTargetGroup",
              "elasticloadbalancing:ModifyTargetGroupAttributes",
              "elasticloadbalancing:DeleteTargetGroup",
              "elasticloadbalancing:ModifyIpPools",
            ],
            startswith(var.partition, "aws-iso")
            ? []
            : [
              "elasticloadbalancing:ModifyListenerAttributes",
              "elasticloadbalancing:ModifyCapacityReservation",
            ]
          )
          Resource  = "*"
          Condition = { Null = { "aws:ResourceTag/elbv2.k8s.aws/cluster" = "false" } }
        },
        {
          Effect = "Allow"
          Action = "elasticloadbalancing:AddTags"
          Resource = [
            "arn:${var.partition}:elasticloadbalancing:*:*:targetgroup/*/*",
            "arn:${var.partition}:elasticloadbalancing:*:*:loadbalancer/net/*/*",
            "arn:${var.partition}:elasticloadbalancing:*:*:loadbalancer/app/*/*",
          ]
          Condition = {
            StringEquals = {
              "elasticloadbalancing:CreateAction" = ["CreateTargetGroup", "CreateLoadBalancer"]
            }
            Null = { "aws:RequestTag/elbv2.k8s.aws/cluster" = "false" }
          }
        },
        {
          Effect   = "Allow"
          Action   = ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"]
          Resource = "arn:${var.partition}:elasticloadbalancing:*:*:targetgroup/*/*"
        },
        {
          Effect = "Allow"
          Action = [
            "elasticloadbalancing:SetWebAcl",
            "elasticloadbalancing:ModifyListener",
            "elasticloadbalancing:AddListenerCertificates",
            "elasticloadbalancing:RemoveListenerCertificates",
            "elasticloadbalancing:ModifyRule",
            "elasticloadbalancing:SetRulePriorities",
          ]
          Resource = "*"
        },
      ],
      each.value.permissions.load_balancer_controller.vpc_id == null
      ? [{
        Effect   = "Allow"
        Action   = ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"]
        Resource = "*"
      }]
      : [],
      each.value.permissions.load_balancer_controller.vpc_id != null
      ? [{
        Effect   = "Allow"
        Action   = ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"]
        Resource = "*"
        Condition = {
          ArnEquals = {
            "ec2:Vpc" = "arn:${var.partition}:ec2:${var.region}:${var.account}:vpc/${each.value.permissions.load_balancer_controller.vpc_id}"
          }
        }
      }]
      : []
    )
  })
}

resource "aws_iam_role_policy" "load_balancer_certificates" {
  for_each = {
    for name, identity in var.identities : name => identity
    if one(identity.permissions.load_balancer_controller[*].certificates) != null
  }

  name = "load-balancer-certificates"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = [
          "acm:ListTagsForCertificate",
          "route53:ListHostedZones",
          "route53:ListHostedZonesByName",
          "route53:ChangeResourceRecordSets",
          "acm:AddTagsToCertificate",
        ]
        Resource = "*"
      },
      {
        Effect    = "Allow"
        Action    = "acm:RequestCertificate"
        Resource  = "*"
        Condition = { Null = { "aws:RequestTag/elbv2.k8s.aws/cluster" = "false" } }
      },
      {
        Effect    = "Allow"
        Action    = "acm:DeleteCertificate"
        Resource  = "*"
        Condition = { Null = { "aws:ResourceTag/elbv2.k8s.aws/cluster" = "false" } }
      },
      {
        Effect   = "Allow"
        Action   = ["acm-pca:IssueCertificate", "acm-pca:GetCertificate", "acm-pca:ListPermissions"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role_policy" "load_balancer_accelerators" {
  for_each = {
    for name, identity in var.identities : name => identity
    if one(identity.permissions.load_balancer_controller[*].accelerators) != null
  }

  name = "load-balancer-accelerators"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iam:CreateServiceLinkedRole"
        Resource  = "*"
        Condition = { StringEquals = { "iam:AWSServiceName" = "globalaccelerator.amazonaws.com" } }
      },
      {
        Effect = "Allow"
        Action = [
          "globalaccelerator:ListAccelerators",
          "globalaccelerator:ListEndpointGroups",
          "globalaccelerator:ListListeners",
          "globalaccelerator:ListTagsForResource",
          "ec2:DescribeRegions",
          "tag:GetResources",
        ]
        Resource = "*"
      },
      {
        Effect = "Allow"
        Action = [
          "globalaccelerator:DescribeAccelerator",
          "globalaccelerator:DescribeEndpointGroup",
          "globalaccelerator:DescribeListener",
        ]
        Resource = [
          "arn:${var.partition}:globalaccelerator::*:accelerator/*",
          "arn:${var.partition}:globalaccelerator::*:accelerator/*/listener/*",
          "arn:${var.partition}:globalaccelerator::*:accelerator/*/listener/*/endpoint-group/*",
        ]
        Condition = {
          Null         = { "aws:ResourceTag/elbv2.k8s.aws/cluster" = "false" }
          StringEquals = { "aws:ResourceTag/aga.k8s.aws/resource" = "GlobalAccelerator" }
        }
      },
      {
        Effect   = "Allow"
        Action   = "globalaccelerator:CreateAccelerator"
        Resource = "*"
        Condition = {
          Null         = { "aws:RequestTag/elbv2.k8s.aws/cluster" = "false" }
          StringEquals = { "aws:RequestTag/aga.k8s.aws/resource" = "GlobalAccelerator" }
        }
      },
      {
        Effect = "Allow"
        Action = [
          "globalaccelerator:UpdateAccelerator",
          "globalaccelerator:DeleteAccelerator",
          "globalaccelerator:CreateListener",
          "globalaccelerator:UpdateListener",
          "globalaccelerator:DeleteListener",
          "globalaccelerator:CreateEndpointGroup",
          "globalaccelerator:UpdateEndpointGroup",
          "globalaccelerator:DeleteEndpointGroup",
          "globalaccelerator:AddEndpoints",
          "globalaccelerator:RemoveEndpoints",
        ]
        Resource = [
          "arn:${var.partition}:globalaccelerator::*:accelerator/*",
          "arn:${var.partition}:globalaccelerator::*:accelerator/*/listener/*",
          "arn:${var.partition}:globalaccelerator::*:accelerator/*/listener/*/endpoint-group/*",
        ]
        Condition = {
          Null         = { "aws:ResourceTag/elbv2.k8s.aws/cluster" = "false" }
          StringEquals = { "aws:ResourceTag/aga.k8s.aws/resource" = "GlobalAccelerator" }
        }
      },
      {
        Effect   = "Allow"
        Action   = ["globalaccelerator:TagResource", "globalaccelerator:UntagResource"]
        Resource = "arn:${var.partition}:globalaccelerator::*:accelerator/*"
        Condition = {
          Null = {
            "aws:RequestTag/elbv2.k8s.aws/cluster"  = "true"
            "aws:ResourceTag/elbv2.k8s.aws/cluster" = "false"
          }
          StringEquals = { "aws:ResourceTag/aga.k8s.aws/resource" = "GlobalAccelerator" }
        }
      },
      {
        Effect   = "Allow"
        Action   = "globalaccelerator:TagResource"
        Resource = "arn:${var.partition}:globalaccelerator::*:accelerator/*"
        Condition = {
          Null         = { "aws:RequestTag/elbv2.k8s.aws/cluster" = "false" }
          StringEquals = { "aws:RequestTag/aga.k8s.aws/resource" = "GlobalAccelerator" }
        }
      },
    ]
  })
}

resource "aws_iam_role_policy" "gateway_api_controller" {
  for_each = {
    for name, identity in var.identities : name => identity
    if identity.permissions.gateway_api_controller != null
  }

  name = "gateway-api-controller"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = [
          "vpc-lattice:*",
          "ec2:DescribeVpcs",
          "ec2:DescribeSubnets",
          "ec2:DescribeTags",
          "ec2:DescribeSecurityGroups",
          "logs:CreateLogDelivery",
          "logs:GetLogDelivery",
          "logs:DescribeLogGroups",
          "logs:PutResourcePolicy",
          "logs:DescribeResourcePolicies",
          "logs:UpdateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:ListLogDeliveries",
          "tag:GetResources",
          "firehose:TagDeliveryStream",
          "s3:GetBucketPolicy",
          "s3:PutBucketPolicy",
          "tag:TagResources",
          "tag:UntagResources",
          "acm:ListCertificates",
        ]
        Resource = "*"
      },
      {
        Effect    = "Allow"
        Action    = "iam:CreateServiceLinkedRole"
        Resource  = "arn:${var.partition}:iam::*:role/aws-service-role/vpc-lattice.amazonaws.com/AWSServiceRoleForVpcLattice"
        Condition = { StringLike = { "iam:AWSServiceName" = "vpc-lattice.amazonaws.com" } }
      },
      {
        Effect    = "Allow"
        Action    = "iam:CreateServiceLinkedRole"
        Resource  = "arn:${var.partition}:iam::*:role/aws-service-role/delivery.logs.amazonaws.com/AWSServiceRoleForLogDelivery"
        Condition = { StringLike = { "iam:AWSServiceName" = "delivery.logs.amazonaws.com" } }
      },
    ]
  })
}
