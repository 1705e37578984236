locals {
  oidc_provider_arn = one(concat(
    aws_iam_openid_connect_provider.this[*].arn,
    [for provider in var.oidc_provider[*] : provider.arn if provider.create == null]
  ))

  oidc_issuer      = one(var.oidc_provider[*].issuer)
  whole_role_names = { for key, value in var.identities : key => "${var.cluster_name}-${key}" }

  role_names = {
    for key, name in local.whole_role_names : key => length(name) <= 60 ? "${name}-pod" : "${substr(name, 0, 51)}-${substr(sha256(name), 0, 8)}-pod"
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
      condition     = each.value.method == "podIdentity" || var.oidc_provider != null
      error_message = "oidc_provider: expected the cluster's OIDC provider for identities by IRSA, got ${try(jsonencode([for name, identity in var.identities : name if identity.method != "podIdentity"]), "another value")} [identity-oidc-provider]"
    }
  }
}

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

resource "aws_iam_role_policy" "cluster_autoscaler" {
  for_each = {
    for name, identity in var.identities : name => identity
    if identity.permissions.cluster_autoscaler != null
  }

  name = "cluster-autoscaler"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "See"
        Effect = "Allow"
        Action = [
          "autoscaling:DescribeAutoScalingGroups",
          "autoscaling:DescribeAutoScalingInstances",
          "autoscaling:DescribeLaunchConfigurations",
          "autoscaling:DescribeScalingActivities",
          "autoscaling:DescribeTags",
          "ec2:DescribeImages",
          "ec2:DescribeInstanceTypes",
          "ec2:DescribeLaunchTemplateVersions",
          "ec2:GetInstanceTypesFromInstanceRequirements",
        ]
        Resource = "*"
      },
      {
        Sid      = "SeeNodeGroups"
        Effect   = "Allow"
        Action   = "eks:DescribeNodegroup"
        Resource = "arn:${var.partition}:eks:${var.region}:${var.account}:nodegroup/${var.cluster_name}/*"
      },
      {
        Sid      = "ScaleOwnGroups"
        Effect   = "Allow"
        Action   = ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"]
        Resource = "arn:${var.partition}:autoscaling:${var.region}:${var.account}:autoScalingGroup:*:autoScalingGroupName/*"
        Condition = {
          StringEquals = {
            "aws:ResourceTag/k8s.io/cluster-autoscaler/enabled"             = "true"
            "aws:ResourceTag/k8s.io/cluster-autoscaler/${var.cluster_name}" = "owned"
          }
        }
      },
    ]
  })
}

resource "aws_iam_role_policy" "ebs_csi" {
  for_each = {
    for name, identity in var.identities : name => identity
    if identity.permissions.ebs_csi != null
  }

  name = "ebs-csi"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        for statement in [
          {
            Sid    = "ReadOnlyDescribeOperations"
            Effect = "Allow"
            Action = [
              "ec2:DescribeAvailabilityZones",
              "ec2:DescribeInstances",
              "ec2:DescribeInstanceTypes",
              "ec2:DescribeSnapshots",
              "ec2:DescribeVolumes",
              "ec2:DescribeVolumesModifications",
              "ec2:DescribeVolumeStatus",
            ]
            Resource = "*"
          },
          {
            Sid       = "CreateAndCopyVolumesWithManagedTag"
            Effect    = "Allow"
            Action    = ["ec2:CreateVolume", "ec2:CopyVolumes"]
            Resource  = "arn:${var.partition}:ec2:*:*:volume/*"
            Condition = { StringEquals = { "aws:RequestTag/ebs.csi.aws.com/cluster" = "true" } }
          },
          {
            Sid       = "CopyManagedVolumes"
            Effect    = "Allow"
            Action    = "ec2:CopyVolumes"
            Resource  = "arn:${var.partition}:ec2:*:*:volume/vol-*"
            Condition = { StringEquals = { "ec2:ResourceTag/ebs.csi.aws.com/cluster" = "true" } }
          },
          {
            Sid       = "CreateSnapshotsWithManagedTag"
            Effect    = "Allow"
            Action    = "ec2:CreateSnapshot"
            Resource  = "arn:${var.partition}:ec2:*:*:snapshot/*"
            Condition = { StringEquals = { "aws:RequestTag/ebs.csi.aws.com/cluster" = "true" } }
          },
          {
            Sid       = "CreateSnapshotsFromManagedVolumes"
            Effect    = "Allow"
            Action    = "ec2:CreateSnapshot"
            Resource  = "arn:${var.partition}:ec2:*:*:volume/*"
            Condition = { StringEquals = { "ec2:ResourceTag/ebs.csi.aws.com/cluster" = "true" } }
          },
          {
            Sid       = "ManageManagedVolumes"
            Effect    = "Allow"
            Action    = ["ec2:ModifyVolume", "ec2:AttachVolume", "ec2:DetachVolume", "ec2:DeleteVolume"]
            Resource  = "arn:${var.partition}:ec2:*:*:volume/*"
            Condition = { StringEquals = { "ec2:ResourceTag/ebs.csi.aws.com/cluster" = "true" } }
          },
          {
            Sid       = "CreateVolumesFromAndEnableFSROnManagedSnapshots"
            Effect    = "Allow"
            Action    = ["ec2:CreateVolume", "ec2:EnableFastSnapshotRestores"]
            Resource  = "arn:${var.partition}:ec2:*:*:snapshot/*"
            Condition = { StringEquals = { "ec2:ResourceTag/ebs.csi.aws.com/cluster" = "true" } }
          },
          {
            Sid       = "DeleteAndLockManagedSnapshots"
            Effect    = "Allow"
            Action    = ["ec2:DeleteSnapshot", "ec2:LockSnapshot"]
            Resource  = "arn:${var.partition}:ec2:*:*:snapshot/*"
            Condition = { StringEquals = { "ec2:ResourceTag/ebs.csi.aws.com/cluster" = "true" } }
          },
          {
            Sid      = "TagResourcesOnCreation"
            Effect   = "Allow"
            Action   = "ec2:CreateTags"
            Resource = ["arn:${var.partition}:ec2:*:*:volume/*", "arn:${var.partition}:ec2:*:*:snapshot/*"]
            Condition = {
              StringEquals = { "ec2:CreateAction" = ["CreateVolume", "CreateSnapshot", "CopyVolumes"] }
            }
          },
          {
            Sid      = "ModifyTagsOnManagedVolumes"
            Effect   = "Allow"
            Action   = ["ec2:CreateTags", "ec2:DeleteTags"]
            Resource = "arn:${var.partition}:ec2:*:*:volume/*"
            Condition = {
              StringEquals = { "ec2:ResourceTag/ebs.csi.aws.com/cluster" = "true" }
              Null         = { "aws:TagKeys" = "false" }
              "ForAllValues:StringNotEquals" = {
                "aws:TagKeys" = [
                  "ebs.csi.aws.com/cluster",
                  "ebs.csi.aws.com/cluster-name",
                  "kubernetes.io/created-for/pvc/name",
                ]
              }
            }
          },
          {
            Sid       = "CopyCSIMigratedVolumes"
            Effect    = "Allow"
            Action    = "ec2:CopyVolumes"
            Resource  = "arn:${var.partition}:ec2:*:*:volume/vol-*"
            Condition = { StringLike = { "ec2:ResourceTag/kubernetes.io/created-for/pvc/name" = "*" } }
          },
          {
            Sid       = "ManageCSIMigratedVolumes"
            Effect    = "Allow"
            Action    = ["ec2:ModifyVolume", "ec2:AttachVolume", "ec2:DetachVolume", "ec2:DeleteVolume"]
            Resource  = "arn:${var.partition}:ec2:*:*:volume/*"
            Condition = { StringLike = { "ec2:ResourceTag/kubernetes.io/created-for/pvc/name" = "*" } }
          },
          {
            Sid      = "AttachDetachVolumesToAnyInstance"
            Effect   = "Allow"
            Action   = ["ec2:AttachVolume", "ec2:DetachVolume"]
            Resource = "arn:${var.partition}:ec2:*:*:instance/*"
          },
        ] : statement
        if each.value.permissions.ebs_csi.volumes == "driver"
      ],
      [
        for statement in [
          {
            Sid    = "ReadOnlyDescribeOperations"
            Effect = "Allow"
            Action = [
              "ec2:DescribeAvailabilityZones",
              "ec2:DescribeInstances",
              "ec2:DescribeInstanceTypes",
              "ec2:DescribeSnapshots",
              "ec2:DescribeVolumes",
              "ec2:DescribeVolumesModifications",
              "ec2:DescribeVolumeStatus",
            ]
            Resource = "*"
          },
          {
            Sid      = "CreateAndCopyVolumesWithClusterTag"
            Effect   = "Allow"
            Action   = ["ec2:CreateVolume", "ec2:CopyVolumes"]
            Resource = "arn:${var.partition}:ec2:*:*:volume/*"
            Condition = {
              StringEquals = { "aws:RequestTag/ebs.csi.aws.com/cluster-name" = var.cluster_name }
            }
          },
          {
            Sid      = "CopyClusterVolumes"
            Effect   = "Allow"
            Action   = "ec2:CopyVolumes"
            Resource = "arn:${var.partition}:ec2:*:*:volume/vol-*"
            Condition = {
              StringEquals = { "ec2:ResourceTag/ebs.csi.aws.com/cluster-name" = var.cluster_name }
            }
          },
          {
            Sid      = "CreateSnapshotsWithClusterTag"
            Effect   = "Allow"
            Action   = "ec2:CreateSnapshot"
            Resource = "arn:${var.partition}:ec2:*:*:snapshot/*"
            Condition = {
              StringEquals = { "aws:RequestTag/ebs.csi.aws.com/cluster-name" = var.cluster_name }
            }
          },
          {
            Sid      = "CreateSnapshotsFromClusterVolumes"
            Effect   = "Allow"
            Action   = "ec2:CreateSnapshot"
            Resource = "arn:${var.partition}:ec2:*:*:volume/*"
            Condition = {
              StringEquals = { "ec2:ResourceTag/ebs.csi.aws.com/cluster-name" = var.cluster_name }
            }
          },
          {
            Sid      = "ManageClusterVolumes"
            Effect   = "Allow"
            Action   = ["ec2:ModifyVolume", "ec2:AttachVolume", "ec2:DetachVolume", "ec2:DeleteVolume"]
            Resource = "arn:${var.partition}:ec2:*:*:volume/*"
            Condition = {
              StringEquals = { "ec2:ResourceTag/ebs.csi.aws.com/cluster-name" = var.cluster_name }
            }
          },
          {
            Sid      = "CreateVolumesFromAndEnableFSROnClusterSnapshots"
            Effect   = "Allow"
            Action   = ["ec2:CreateVolume", "ec2:EnableFastSnapshotRestores"]
            Resource = "arn:${var.partition}:ec2:*:*:snapshot/*"
            Condition = {
              StringEquals = { "ec2:ResourceTag/ebs.csi.aws.com/cluster-name" = var.cluster_name }
            }
          },
          {
            Sid      = "DeleteAndLockClusterSnapshots"
            Effect   = "Allow"
            Action   = ["ec2:DeleteSnapshot", "ec2:LockSnapshot"]
            Resource = "arn:${var.partition}:ec2:*:*:snapshot/*"
            Condition = {
              StringEquals = { "ec2:ResourceTag/ebs.csi.aws.com/cluster-name" = var.cluster_name }
            }
          },
          {
            Sid      = "TagResourcesOnCreation"
            Effect   = "Allow"
            Action   = "ec2:CreateTags"
            Resource = ["arn:${var.partition}:ec2:*:*:volume/*", "arn:${var.partition}:ec2:*:*:snapshot/*"]
            Condition = {
              StringEquals = { "ec2:CreateAction" = ["CreateVolume", "CreateSnapshot", "CopyVolumes"] }
            }
          },
          {
            Sid      = "ModifyTagsOnClusterVolumes"
            Effect   = "Allow"
            Action   = ["ec2:CreateTags", "ec2:DeleteTags"]
            Resource = "arn:${var.partition}:ec2:*:*:volume/*"
            Condition = {
              StringEquals = { "ec2:ResourceTag/ebs.csi.aws.com/cluster-name" = var.cluster_name }
              Null         = { "aws:TagKeys" = "false" }
              "ForAllValues:StringNotEquals" = {
                "aws:TagKeys" = [
                  "ebs.csi.aws.com/cluster",
                  "ebs.csi.aws.com/cluster-name",
                  "kubernetes.io/created-for/pvc/name",
                ]
              }
            }
          },
          {
            Sid       = "AttachDetachVolumesToClusterInstance"
            Effect    = "Allow"
            Action    = ["ec2:AttachVolume", "ec2:DetachVolume"]
            Resource  = "arn:${var.partition}:ec2:*:*:instance/*"
            Condition = { StringEquals = { "ec2:ResourceTag/eks:cluster-name" = var.cluster_name } }
          },
          {
            Sid      = "AttachDetachVolumesToManuallyTaggedInstance"
            Effect   = "Allow"
            Action   = ["ec2:AttachVolume", "ec2:DetachVolume"]
            Resource = "arn:${var.partition}:ec2:*:*:instance/*"
            Condition = {
              StringEquals = { "ec2:ResourceTag/ebs.csi.aws.com/cluster-name" = var.cluster_name }
            }
          },
        ] : statement
        if each.value.permissions.ebs_csi.volumes == "cluster"
      ],
      [
        for statement in [
          {
            Sid      = "UseKeys"
            Effect   = "Allow"
            Action   = ["kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext", "kms:DescribeKey"]
            Resource = each.value.permissions.ebs_csi.kms_key_arns
          },
          {
            Sid       = "GrantKeys"
            Effect    = "Allow"
            Action    = "kms:CreateGrant"
            Resource  = each.value.permissions.ebs_csi.kms_key_arns
            Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" } }
          },
        ] : statement
        if length(each.value.permissions.ebs_csi.kms_key_arns) > 0
      ]
    )
  })
}

resource "aws_iam_role_policy" "efs_csi" {
  for_each = {
    for name, identity in var.identities : name => identity
    if identity.permissions.efs_csi != null
  }

  name = "efs-csi"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "AllowDescribe"
        Effect = "Allow"
        Action = [
          "elasticfilesystem:DescribeAccessPoints",
          "elasticfilesystem:DescribeFileSystems",
          "elasticfilesystem:DescribeMountTargets",
          "ec2:DescribeAvailabilityZones",
        ]
        Resource = "*"
      },
      {
        Sid      = "AllowCreateAccessPoint"
        Effect   = "Allow"
        Action   = "elasticfilesystem:CreateAccessPoint"
        Resource = each.value.permissions.efs_csi.file_system_arns
        Condition = {
          Null                        = { "aws:RequestTag/efs.csi.aws.com/cluster" = "false" }
          "ForAllValues:StringEquals" = { "aws:TagKeys" = "efs.csi.aws.com/cluster" }
        }
      },
      {
        Sid    = "AllowTagNewAccessPoints"
        Effect = "Allow"
        Action = "elasticfilesystem:TagResource"
        Resource = distinct([
          for arn in each.value.permissions.efs_csi.file_system_arns : replace(
            arn,
            "/file-system/.*/",
            "access-point/*"
          )
        ])
        Condition = {
          Null                        = { "aws:RequestTag/efs.csi.aws.com/cluster" = "false" }
          "ForAllValues:StringEquals" = { "aws:TagKeys" = "efs.csi.aws.com/cluster" }
          StringEquals                = { "elasticfilesystem:CreateAction" = "CreateAccessPoint" }
        }
      },
      {
        Sid    = "AllowDeleteAccessPoint"
        Effect = "Allow"
        Action = "elasticfilesystem:DeleteAccessPoint"
        Resource = distinct([
          for arn in each.value.permissions.efs_csi.file_system_arns : replace(
            arn,
            "/file-system/.*/",
            "access-point/*"
          )
        ])
        Condition = { Null = { "aws:ResourceTag/efs.csi.aws.com/cluster" = "false" } }
      },
    ]
  })
}

resource "aws_iam_role_policy" "s3" {
  for_each = {
    for name, identity in var.identities : name => identity
    if length(identity.permissions.s3) > 0
  }

  name = "s3"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        for bucket in each.value.permissions.s3 : {
          Effect    = "Allow"
          Action    = "s3:ListBucket"
          Resource  = bucket.bucket_arn
          Condition = { Bool = { "aws:SecureTransport" = "true" } }
        }
        if bucket.access != "write" && bucket.prefix == ""
      ],
      [
        for bucket in each.value.permissions.s3 : {
          Effect   = "Allow"
          Action   = "s3:ListBucket"
          Resource = bucket.bucket_arn
          Condition = {
            StringLike = { "s3:prefix" = "${bucket.prefix}*" }
            Bool       = { "aws:SecureTransport" = "true" }
          }
        }
        if bucket.access != "write" && bucket.prefix != ""
      ],
      [
        for bucket in each.value.permissions.s3 : {
          Effect = "Allow"
          Action = {
            read = ["s3:GetObject"]
            write = [
              "s3:PutObject",
              "s3:DeleteObject",
              "s3:AbortMultipartUpload",
              "s3:ListMultipartUploadParts",
            ]
            readWrite = [
              "s3:GetObject",
              "s3:PutObject",
              "s3:DeleteObject",
              "s3:AbortMultipartUpload",
              "s3:ListMultipartUploadParts",
            ]
          }[bucket.access]
          Resource  = "${bucket.bucket_arn}/${bucket.prefix}*"
          Condition = { Bool = { "aws:SecureTransport" = "true" } }
        }
      ],
      [
        for bucket in each.value.permissions.s3 : {
          Effect    = "Allow"
          Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
          Resource  = bucket.kms_key_arns
          Condition = { StringLike = { "kms:ViaService" = "s3.${var.region}.*" } }
        }
        if length(bucket.kms_key_arns) > 0
      ]
    )
  })
}

resource "aws_iam_role_policy" "logs" {
  for_each = { for name, identity in var.identities : name => identity if identity.permissions.logs != null }

  name = "logs"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid    = "WriteEvents"
          Effect = "Allow"
          Action = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
          Resource = flatten([
            for arn in [for group in each.value.permissions.logs.groups : startswith(group, "arn:") ? group : "arn:${var.partition}:logs:${var.region}:${var.account}:log-group:${group}"] : [
              arn,
              "${arn}:*",
            ]
          ])
        },
        { Sid = "FindGroups", Effect = "Allow", Action = "logs:DescribeLogGroups", Resource = "*" },
      ],
      each.value.permissions.logs.create_groups != null
      ? [{
        Sid    = "MakeGroups"
        Effect = "Allow"
        Action = ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:TagResource"]
        Resource = [
          for group in each.value.permissions.logs.groups : startswith(
            group,
            "arn:"
          ) ? group : "arn:${var.partition}:logs:${var.region}:${var.account}:log-group:${group}"
        ]
      }]
      : []
    )
  })
}

resource "aws_iam_role_policy" "cloud_watch_agent" {
  for_each = {
    for name, identity in var.identities : name => identity
    if identity.permissions.cloud_watch_agent != null
  }

  name = "cloud-watch-agent"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteMetrics"
        Effect   = "Allow"
        Action   = "cloudwatch:PutMetricData"
        Resource = "*"
        Condition = {
          StringLike = { "cloudwatch:namespace" = ["ContainerInsights", "ContainerInsights/*", "CWAgent"] }
        }
      },
      {
        Sid      = "SeeVolumes"
        Effect   = "Allow"
        Action   = ["ec2:DescribeTags", "ec2:DescribeVolumes"]
        Resource = "*"
      },
      {
        Sid    = "WriteOwnGroups"
        Effect = "Allow"
        Action = [
          "logs:CreateLogGroup",
          "logs:CreateLogStream",
          "logs:DescribeLogStreams",
          "logs:PutLogEvents",
          "logs:PutRetentionPolicy",
        ]
        Resource = [
          "arn:${var.partition}:logs:${var.region}:${var.account}:log-group:/aws/containerinsights/${var.cluster_name}/*",
          "arn:${var.partition}:logs:${var.region}:${var.account}:log-group:/aws/containerinsights/${var.cluster_name}/*:*",
        ]
      },
      { Sid = "FindGroups", Effect = "Allow", Action = "logs:DescribeLogGroups", Resource = "*" },
    ]
  })
}

resource "aws_iam_role_policy" "xray" {
  for_each = { for name, identity in var.identities : name => identity if identity.permissions.xray != null }

  name = "xray"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "WriteTraces"
      Effect = "Allow"
      Action = [
        "xray:PutTraceSegments",
        "xray:PutTelemetryRecords",
        "xray:GetSamplingRules",
        "xray:GetSamplingTargets",
        "xray:GetSamplingStatisticSummaries",
      ]
      Resource = "*"
    }]
  })
}

resource "aws_iam_role_policy" "prometheus" {
  for_each = {
    for name, identity in var.identities : name => identity
    if identity.permissions.prometheus != null
  }

  name = "prometheus"
  role = aws_iam_role.this[each.key].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "WriteMetrics"
      Effect   = "Allow"
      Action   = "aps:RemoteWrite"
      Resource = each.value.permissions.prometheus.workspace_arns
    }]
  })
}

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

resource "aws_eks_pod_identity_association" "this" {
  for_each = { for name, identity in var.identities : name => identity if identity.method != "irsa" }

  cluster_name    = var.cluster_name
  namespace       = each.value.namespace
  service_account = each.value.service_account
  role_arn        = aws_iam_role.this[each.key].arn

  tags = var.tags

  depends_on = [var.agent_ready]
}
