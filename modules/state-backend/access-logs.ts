import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { nameLimits } from "../../aws/name-limits";
import { accessLogDelivery, tlsOnly } from "../../aws/policies/state-store";
import { choose, type Construct, type Expr, limitedName, present, resource, some, template, tf } from "../../kernel";
import { policyJson } from "../policy-json";
import type { StateBucket } from "./bucket";
import { guardedBucket } from "./guarded-bucket";
import type { StateBackendHandles } from "./inputs";

/** Who read and wrote which state. */
export function accessLogs(scope: Construct, { bucket, account, partition, accessLogs: logged, tags }: StateBackendHandles, states: StateBucket): void {
  const given = some(logged);
  const create = some(given.create);
  // Not by try(), which is unknown as a whole when a part is.
  const count = tf<boolean>`${logged} == null ? false : ${given.create} != null`;
  const composed = limitedName(scope, "logs_name", bucket, "-logs", nameLimits.aws_s3_bucket.bucket.maxLength);
  // Not of the bucket's own ARN: the one bucket need not wait for the other.
  const bucketArn = template`arn:${partition}:s3:::${bucket}`;
  const logs = guardedBucket(scope, "logs", {
    count,
    bucket: tf<string>`coalesce(${create.name}, ${composed})`,
    tags,
    policy: (logsArn) => policyJson([tlsOnly<Expr<string>>(template, logsArn), accessLogDelivery<Expr<string>>(template, { logsArn, bucketArn, account })]),
  });
  resource(S3BucketLifecycleConfiguration, scope, "logs", {
    count,
    bucket: logs.id,
    rule: [{ id: "logs", status: "Enabled", filter: [{ prefix: "" }], expiration: [{ days: create.retentionDays }], abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }] }],
  });
  resource(S3BucketLoggingA, scope, "this", {
    count: present(logged),
    bucket: states.id,
    targetBucket: choose([present(given.create), logs.id], some(given.bucket)),
    targetPrefix: template`${bucket}/`,
    dependsOn: [logs.policy],
  });
}
