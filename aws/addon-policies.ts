import type { PolicyStatement, TextTag } from "./policy-statement";
import type { ClusterPlace } from "./trust-policies";

/**
 * What add-ons need where AWS has no managed policy for it, or too wide a one. A list of ARNs that is not known here stands
 * as one element. Sources, read 2026-11-21, stand at each.
 */

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

/** https://github.com/kubernetes-sigs/aws-ebs-csi-driver, docs/install.md at 429e202e (2026-08-19). */
export function volumeKeysUse<T>(keyArns: T): PolicyStatement<T>[] {
  return [
    { effect: "Allow", actions: ["kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext"], resources: [keyArns] },
    {
      effect: "Allow",
      actions: ["kms:CreateGrant"],
      resources: [keyArns],
      conditions: [{ test: "Bool", variable: "kms:GrantIsForAWSResource", values: ["true"] }],
    },
  ];
}

/** https://github.com/awslabs/mountpoint-s3/blob/main/doc/CONFIGURATION.md */
export function bucketsUse<T>(bucketArns: T, objectArns: T): PolicyStatement<T>[] {
  return [
    { effect: "Allow", actions: ["s3:ListBucket"], resources: [bucketArns] },
    { effect: "Allow", actions: ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:DeleteObject"], resources: [objectArns] },
  ];
}

/**
 * Records for external-dns and for the DNS01 challenges of cert-manager: https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/aws/
 * and https://cert-manager.io/docs/configuration/acme/dns01/route53/. Only the named zones can be changed.
 */
export function hostedZonesUse<T>(text: TextTag<T>, zoneArns: T, { partition }: { readonly partition: string | T }): PolicyStatement<T>[] {
  return [
    { effect: "Allow", actions: ["route53:ChangeResourceRecordSets"], resources: [zoneArns] },
    {
      effect: "Allow",
      actions: ["route53:ListHostedZones", "route53:ListHostedZonesByName", "route53:ListResourceRecordSets", "route53:ListTagsForResources"],
      resources: ["*"],
    },
    { effect: "Allow", actions: ["route53:GetChange"], resources: [text`arn:${partition}:route53:::change/*`] },
  ];
}

/** Log groups that are there already: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html */
export function logGroupsUse<T>(groupArns: T, streamArns: T): PolicyStatement<T>[] {
  return [
    { effect: "Allow", actions: ["logs:CreateLogStream", "logs:DescribeLogStreams"], resources: [groupArns] },
    { effect: "Allow", actions: ["logs:PutLogEvents"], resources: [streamArns] },
  ];
}
