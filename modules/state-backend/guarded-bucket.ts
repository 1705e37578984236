import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { commented, type Construct, type Expr, type Handle, resource } from "../../kernel";

interface Guarded {
  /** Whether it is there. Without it, it always is. */
  readonly count?: Expr<boolean>;
  readonly bucket: Expr<string>;
  readonly tags: Expr<Readonly<Record<string, string>>>;
  /** Without it, a key of S3's own. */
  readonly keyArn?: Expr<string>;
  readonly policy: (arn: Expr<string>) => Expr<string>;
}

interface GuardedBucket {
  readonly id: Handle<string>;
  readonly arn: Handle<string>;
  /** What says whether a request is let in. */
  readonly policy: Expr<unknown>;
}

/** A bucket that is nobody's but its owner's: no ACLs, nothing public, encrypted, and what its policy says. */
export function guardedBucket(scope: Construct, id: string, { count, bucket, tags, keyArn, policy }: Guarded): GuardedBucket {
  const { made, own } = bucketOf(scope, id, { count, bucket, tags });
  resource(S3BucketOwnershipControls, scope, id, { ...own, rule: { objectOwnership: "BucketOwnerEnforced" } });
  const closed = resource(S3BucketPublicAccessBlock, scope, id, { ...own, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true });
  const key = keyArn === undefined ? { sseAlgorithm: commented("AES256", "S3 delivers logs to no bucket with a key of KMS.") } : { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn };
  resource(S3BucketServerSideEncryptionConfigurationA, scope, id, { ...own, rule: [{ applyServerSideEncryptionByDefault: key, ...(keyArn !== undefined && { bucketKeyEnabled: true }) }] });
  const after = commented([closed], "S3 refuses two changes of who may do what in one bucket at a time.");
  const ruled = resource(S3BucketPolicy, scope, id, { ...own, policy: policy(made.arn), dependsOn: after });
  return { id: made.id, arn: made.arn, policy: ruled };
}

function bucketOf(scope: Construct, id: string, { count, ...config }: Pick<Guarded, "count" | "bucket" | "tags">) {
  if (count === undefined) {
    const made = resource(S3Bucket, scope, id, { ...config, forceDestroy: false });
    return { made, own: { bucket: made.id } };
  }
  const made = resource(S3Bucket, scope, id, { count, ...config, forceDestroy: false }).only;
  return { made, own: { count, bucket: made.id } };
}
