import type { PolicyStatement, TextTag } from "../policy-statement";

/**
 * What the AWS Gateway API Controller (VPC Lattice) may do, as upstream ships it.
 * Source: files/controller-installation/recommended-inline-policy.json of aws/aws-application-networking-k8s 2.1.3, read 2026-11-21.
 */
export function gatewayApiController<T>(text: TextTag<T>, partition: string | T): PolicyStatement<T>[] {
  const linkedRole = (service: string, role: string): PolicyStatement<T> => ({
    effect: "Allow",
    actions: ["iam:CreateServiceLinkedRole"],
    resources: [text`arn:${partition}:iam::*:role/aws-service-role/${service}/${role}`],
    conditions: [{ test: "StringLike", variable: "iam:AWSServiceName", values: [service] }],
  });
  return [
    {
      effect: "Allow",
      actions: [
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
      ],
      resources: ["*"],
    },
    linkedRole("vpc-lattice.amazonaws.com", "AWSServiceRoleForVpcLattice"),
    linkedRole("delivery.logs.amazonaws.com", "AWSServiceRoleForLogDelivery"),
  ];
}
