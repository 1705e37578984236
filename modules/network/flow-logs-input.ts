import { arnPatterns } from "../../aws/arn-patterns";
import { logRetentionDays } from "../../aws/log-retention";
import { nameLimits } from "../../aws/name-limits";
import { choice, exactlyOne, flag, matches, nullable, number, object, oneOf, text } from "../../kernel";
import { fixedName } from "../fixed-name";

/** Where flow logs go and what they hold. */
export function flowLogsInput(aggregationSeconds: readonly number[]) {
  return nullable(
    object(
      {
        cloudWatch: nullable(
          object({
            retentionDays: number({
              doc: "Days that events are kept; 0 keeps them for ever.",
              default: 365,
              rules: [oneOf("flow-logs-retention", logRetentionDays)],
            }),
            kmsKeyArn: nullable(text({ doc: "KMS key that encrypts the log group. Its policy must let CloudWatch Logs use it. Null: a key of AWS." })),
            logGroupName: fixedName("flow-logs-group-name", "log group", nameLimits.aws_cloudwatch_log_group.name),
            roleName: fixedName("flow-logs-role-name", "role", nameLimits.aws_iam_role.name),
          }),
        ),
        s3: nullable(
          object({
            bucketArn: text({
              doc: "ARN of the bucket, with a prefix if wanted. The bucket's policy must let `delivery.logs.amazonaws.com` write.",
              rules: [matches("flow-logs-bucket", arnPatterns.s3Bucket, "the ARN of a bucket")],
            }),
            fileFormat: choice(["plain-text", "parquet"], { doc: "Parquet costs more to deliver and less to query.", default: "plain-text" }),
            hivePartitions: flag({ doc: "Names folders as Hive and Athena read them: `year=2026/month=11`.", default: false }),
            hourlyPartitions: flag({ doc: "A folder an hour in place of one a day.", default: false }),
          }),
        ),
        trafficType: choice(["ALL", "ACCEPT", "REJECT"], { doc: "Which connections are logged.", default: "ALL" }),
        aggregationSeconds: number({
          doc: "Seconds over which packets are gathered into one record. Nitro instances take 60 at most, whatever is set.",
          default: 600,
          rules: [oneOf("flow-logs-aggregation", aggregationSeconds)],
        }),
      },
      {
        doc: "Log of the connections in the VPC, to a CloudWatch log group with a role of its own or to a bucket. Null leaves it out.",
        default: { cloudWatch: {} },
        rules: [exactlyOne("flow-logs-destination", ["cloudWatch", "s3"], { expected: "one destination, CloudWatch or S3" })],
      },
    ),
  );
}
