import type { PolicyStatement, Texts, TextTag } from "../policy-statement";

/**
 * What a collector needs to write to log groups that are there. `groups` are ARNs of groups, and `streams` the same with `:*` behind.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html, read 2026-11-21.
 */
export function logWriter<T, L>(groupsAndStreams: Texts<T, L>): PolicyStatement<T, L>[] {
  return [
    { sid: "WriteEvents", effect: "Allow", actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], resources: groupsAndStreams },
    // Describing groups has no narrower resource than all groups.
    { sid: "FindGroups", effect: "Allow", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
  ];
}

/** For a collector that makes the groups itself. A group that Terraform makes has retention and key from the start. */
export function logGroupMaker<T, L>(groups: Texts<T, L>): PolicyStatement<T, L>[] {
  return [{ sid: "MakeGroups", effect: "Allow", actions: ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:TagResource"], resources: groups }];
}

/** Source: AWSXrayWriteOnlyAccess, read 2026-11-21. X-Ray knows no narrower resource for them. */
export function xrayWriter(): PolicyStatement<never>[] {
  return [
    {
      sid: "WriteTraces",
      effect: "Allow",
      actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:GetSamplingStatisticSummaries"],
      resources: ["*"],
    },
  ];
}

/** Source: AmazonPrometheusRemoteWriteAccess, read 2026-11-21; it names any workspace. */
export function prometheusWriter<T, L>(workspaceArns: Texts<T, L>): PolicyStatement<T, L>[] {
  return [{ sid: "WriteMetrics", effect: "Allow", actions: ["aps:RemoteWrite"], resources: workspaceArns }];
}

/**
 * What the CloudWatch agent needs for Container Insights of one cluster. Its log groups are its own to make.
 * Source: CloudWatchAgentServerPolicy, read 2026-11-21, which names any log group and any namespace;
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-reference.html
 */
export function cloudWatchAgent<T>(text: TextTag<T>, logGroups: string | T): PolicyStatement<T>[] {
  return [
    {
      sid: "WriteMetrics",
      effect: "Allow",
      actions: ["cloudwatch:PutMetricData"],
      resources: ["*"],
      conditions: [{ test: "StringLike", variable: "cloudwatch:namespace", values: ["ContainerInsights", "ContainerInsights/*", "CWAgent"] }],
    },
    { sid: "SeeVolumes", effect: "Allow", actions: ["ec2:DescribeTags", "ec2:DescribeVolumes"], resources: ["*"] },
    {
      sid: "WriteOwnGroups",
      effect: "Allow",
      actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents", "logs:PutRetentionPolicy"],
      resources: [logGroups, text`${logGroups}:*`],
    },
    { sid: "FindGroups", effect: "Allow", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
  ];
}
