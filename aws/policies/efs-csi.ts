import type { PolicyStatement, Texts } from "../policy-statement";

const tag = "efs.csi.aws.com/cluster";
const newWithTag = [
  { test: "Null", variable: `aws:RequestTag/${tag}`, values: ["false"] },
  { test: "ForAllValues:StringEquals", variable: "aws:TagKeys", values: [tag] },
];

/**
 * What the EFS CSI driver may do; access points only in the given file systems.
 * Source: AmazonEFSCSIDriverPolicy as recorded in moto 5.2.5, read 2026-11-21; it names any file system.
 */
export function efsCsi<T, L>(fileSystemArns: Texts<T, L>, accessPointArns: Texts<T, L>): PolicyStatement<T, L>[] {
  return [
    {
      sid: "AllowDescribe",
      effect: "Allow",
      actions: ["elasticfilesystem:DescribeAccessPoints", "elasticfilesystem:DescribeFileSystems", "elasticfilesystem:DescribeMountTargets", "ec2:DescribeAvailabilityZones"],
      resources: ["*"],
    },
    { sid: "AllowCreateAccessPoint", effect: "Allow", actions: ["elasticfilesystem:CreateAccessPoint"], resources: fileSystemArns, conditions: newWithTag },
    {
      sid: "AllowTagNewAccessPoints",
      effect: "Allow",
      actions: ["elasticfilesystem:TagResource"],
      resources: accessPointArns,
      conditions: [...newWithTag, { test: "StringEquals", variable: "elasticfilesystem:CreateAction", values: ["CreateAccessPoint"] }],
    },
    {
      sid: "AllowDeleteAccessPoint",
      effect: "Allow",
      actions: ["elasticfilesystem:DeleteAccessPoint"],
      resources: accessPointArns,
      conditions: [{ test: "Null", variable: `aws:ResourceTag/${tag}`, values: ["false"] }],
    },
  ];
}
