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
