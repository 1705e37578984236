import type { PolicyStatement, Texts, TextTag } from "./policy-statement";
import type { ClusterPlace } from "./trust-policies";

/** What add-ons alone need where AWS has no managed policy for it. Sources, read 2026-11-21, stand at each. */

/** https://docs.aws.amazon.com/eks/latest/userguide/cni-iam-role.html: the managed policy of the VPC CNI is for IPv4 alone. */
export function cniIpv6Use<T>(text: TextTag<T>, { partition }: { readonly partition: string | T }): PolicyStatement<T>[] {
  return [
    {
      effect: "Allow",
      actions: [
        "ec2:AssignIpv6Addresses",
        "ec2:DescribeInstances",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeTags",
      ],
      resources: ["*"],
    },
    { effect: "Allow", actions: ["ec2:CreateTags"], resources: [text`arn:${partition}:ec2:*:*:network-interface/*`] },
  ];
}

/**
 * Flow logs of network policies go to the cluster's own log group:
 * https://docs.aws.amazon.com/eks/latest/userguide/network-policies-troubleshooting.html
 */
export function cniPolicyLogsUse<T>(text: TextTag<T>, { partition, region, account, clusterName }: ClusterPlace<T>): PolicyStatement<T>[] {
  const group = text`arn:${partition}:logs:${region}:${account}:log-group:/aws/eks/${clusterName}/cluster:*`;
  return [
    { effect: "Allow", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
    { effect: "Allow", actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], resources: [group] },
  ];
}

/** https://github.com/awslabs/mountpoint-s3/blob/main/doc/CONFIGURATION.md */
export function bucketsUse<T, L>(bucketArns: Texts<T, L>, objectArns: Texts<T, L>): PolicyStatement<T, L>[] {
  return [
    { effect: "Allow", actions: ["s3:ListBucket"], resources: bucketArns },
    { effect: "Allow", actions: ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:DeleteObject"], resources: objectArns },
  ];
}
