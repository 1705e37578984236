import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { stateBucketDenials } from "../../aws/policies/state-store";
import { commented, type Construct, type Expr, type Handle, present, resource, some, template } from "../../kernel";
import { policyJson } from "../policy-json";
import { guardedBucket } from "./guarded-bucket";
import type { StateBackendHandles } from "./inputs";

export interface StateBucket {
  readonly id: Handle<string>;
  readonly arn: Handle<string>;
  /** What must be there before versions are copied. */
  readonly versioned: Expr<unknown>;
}

/** The bucket of states. Without `force_destroy` AWS keeps it as long as there is a state in it, or a version of one. */
export function stateBucket(scope: Construct, inputs: StateBackendHandles, keyArn: Expr<string>): StateBucket {
  const { bucket, oldVersions, tags } = inputs;
  const { id, arn } = guardedBucket(scope, "this", { bucket, tags, keyArn, policy: (bucketArn) => policyJson(stateBucketDenials<Expr<string>>(template, { bucketArn, keyArn })) });
  const versioned = resource(S3BucketVersioningA, scope, "this", { bucket: id, versioningConfiguration: { status: "Enabled" } });
  const { days, newest, lockFileDays } = some(oldVersions);
  resource(S3BucketLifecycleConfiguration, scope, "this", {
    count: present(oldVersions),
    bucket: id,
    rule: [
      {
        id: "old-versions",
        status: "Enabled",
        filter: [{ prefix: "" }],
        noncurrentVersionExpiration: [{ noncurrentDays: days, newerNoncurrentVersions: newest }],
        expiration: commented([{ expiredObjectDeleteMarker: true }], "What an unlock leaves when the versions below it are gone."),
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      },
      {
        id: "lock-files",
        status: "Enabled",
        filter: commented([{ objectSizeLessThan: 512 }], "S3 knows no ending of a name. No state with a resource is as small as a lock file."),
        noncurrentVersionExpiration: [{ noncurrentDays: lockFileDays }],
      },
    ],
    dependsOn: [versioned],
  });
  return { id, arn, versioned };
}
