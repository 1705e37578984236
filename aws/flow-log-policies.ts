import type { PolicyStatement, TextTag } from "./policy-statement";
import { servicePrincipals } from "./service-principals";
import type { Place } from "./trust-policies";

/** Seconds over which a flow log gathers; on Nitro never more than 60. Source: EC2 API model (botocore 1.44.5), CreateFlowLogs. */
export const flowLogAggregationSeconds = [60, 600] as const;

/**
 * What the flow-log role may do in CloudWatch Logs. The group is made beforehand, so it may create none: a group made by the
 * service would have neither retention nor key.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html, read 2026-11-21.
 */
export function flowLogsToGroup<T>(text: TextTag<T>, logGroupArn: string | T): PolicyStatement<T>[] {
  return [
    {
      sid: "WriteFlowLogs",
      effect: "Allow",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
      resources: [logGroupArn, text`${logGroupArn}:log-stream:*`],
    },
    // Describing groups has no narrower resource than all groups.
    { sid: "FindLogGroup", effect: "Allow", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
  ];
}

/**
 * What the bucket's policy must allow for flow logs to S3, which take no role.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html, read 2026-11-21.
 */
export function flowLogsToBucket<T>(text: TextTag<T>, bucketArn: string | T, place: Place<T>): PolicyStatement<T>[] {
  const principals = [{ type: "Service", identifiers: [servicePrincipals.logDelivery] }] as const;
  const fromThisAccount = [
    { test: "StringEquals", variable: "aws:SourceAccount", values: [place.account] },
    { test: "ArnLike", variable: "aws:SourceArn", values: [text`arn:${place.partition}:logs:${place.region}:${place.account}:*`] },
  ];
  return [
    {
      sid: "WriteFlowLogs",
      effect: "Allow",
      actions: ["s3:PutObject"],
      resources: [text`${bucketArn}/*`],
      principals,
      conditions: [{ test: "StringEquals", variable: "s3:x-amz-acl", values: ["bucket-owner-full-control"] }, ...fromThisAccount],
    },
    {
      sid: "CheckBucket",
      effect: "Allow",
      actions: ["s3:GetBucketAcl", "s3:ListBucket"],
      resources: [bucketArn],
      principals,
      conditions: fromThisAccount,
    },
  ];
}
