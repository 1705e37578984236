import type { PolicyStatement, TextTag } from "../policy-statement";
import { servicePrincipals } from "../service-principals";

/**
 * Who may do what with Terraform states in S3. Sources, read 2026-11-21:
 * https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html,
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html.
 */
export interface StateBucket<T> {
  readonly bucketArn: string | T;
  readonly keyArn: string | T;
}

/** What a bucket says to everybody, whatever their own policies allow. */
export function stateBucketDenials<T>(text: TextTag<T>, { bucketArn, keyArn }: StateBucket<T>): PolicyStatement<T>[] {
  return [
    tlsOnly(text, bucketArn),
    {
      sid: "OnlyThisKey",
      effect: "Deny",
      actions: ["s3:PutObject"],
      resources: [text`${bucketArn}/*`],
      principals: everybody,
      // Holds where the header is absent, too: a request for AES256 has none, and neither has one that leaves it to the bucket.
      conditions: [{ test: "StringNotEquals", variable: "s3:x-amz-server-side-encryption-aws-kms-key-id", values: [keyArn] }],
    },
  ];
}

const everybody = [{ type: "AWS", identifiers: ["*"] }] as const;

export function tlsOnly<T>(text: TextTag<T>, bucketArn: string | T): PolicyStatement<T> {
  return {
    sid: "OnlyTls",
    effect: "Deny",
    actions: ["s3:*"],
    resources: [bucketArn, text`${bucketArn}/*`],
    principals: everybody,
    conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
  };
}

/** S3 delivers the access logs of one bucket: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
export function accessLogDelivery<T>(text: TextTag<T>, { logsArn, bucketArn, account }: { readonly logsArn: string | T; readonly bucketArn: string | T; readonly account: string | T }): PolicyStatement<T> {
  return {
    sid: "AccessLogs",
    effect: "Allow",
    actions: ["s3:PutObject"],
    resources: [text`${logsArn}/*`],
    principals: [{ type: "Service", identifiers: [servicePrincipals.s3Logging] }],
    conditions: [
      { test: "ArnLike", variable: "aws:SourceArn", values: [bucketArn] },
      { test: "StringEquals", variable: "aws:SourceAccount", values: [account] },
    ],
  };
}

/** Objects as lists that only Terraform knows. */
export interface StateObjects<L> {
  /** Keys whose absence must read as absence: without the right to list, S3 says that access is denied. */
  readonly keys: L;
  readonly read: L;
  readonly written: L;
  readonly locks: L;
}

/** One who writes some states and reads others. */
export function stateObjects<T, L>(bucketArn: string | T, { keys, read, written, locks }: StateObjects<L>) {
  return {
    list: { sid: "FindStates", effect: "Allow", actions: ["s3:ListBucket"], resources: [bucketArn], conditions: [{ test: "StringEquals", variable: "s3:prefix", values: keys }] },
    read: { sid: "ReadStates", effect: "Allow", actions: ["s3:GetObject"], resources: read },
    write: { sid: "WriteStates", effect: "Allow", actions: ["s3:GetObject", "s3:PutObject"], resources: written },
    lock: { sid: "LockStates", effect: "Allow", actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], resources: locks },
  } as const satisfies Record<string, PolicyStatement<T, L>>;
}

/** Locks and digests in the table, of these states alone. */
export function stateLocks<T, L>(tableArn: string | T, lockIds: L): PolicyStatement<T, L>[] {
  return [
    { sid: "FindTable", effect: "Allow", actions: ["dynamodb:DescribeTable"], resources: [tableArn] },
    {
      sid: "LockInTable",
      effect: "Allow",
      actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
      resources: [tableArn],
      conditions: [{ test: "ForAllValues:StringEquals", variable: "dynamodb:LeadingKeys", values: lockIds }],
    },
  ];
}

/** The key, through S3 and for this bucket alone. A bucket key is asked for with the bucket, any other with the object. */
export function stateKeyUse<T>(text: TextTag<T>, { bucketArn, keyArn, region }: StateBucket<T> & { readonly region: string | T }) {
  const own = [bucketArn, text`${bucketArn}/*`];
  const statement = (sid: string, actions: readonly ("kms:Encrypt" | "kms:Decrypt" | "kms:GenerateDataKey")[]) =>
    ({
      sid,
      effect: "Allow",
      actions,
      resources: [keyArn],
      conditions: [{ test: "StringLike", variable: "kms:ViaService", values: [text`s3.${region}.*`] }, { test: "StringLike", variable: "kms:EncryptionContext:aws:s3:arn", values: own }],
    }) satisfies PolicyStatement<T>;
  return { write: statement("EncryptStates", ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"]), read: statement("DecryptStates", ["kms:Decrypt"]) };
}

/** The key of a table is asked for as whoever uses the table. */
export function tableKeyUse<T>(text: TextTag<T>, { keyArn, region, table }: { readonly keyArn: string | T; readonly region: string | T; readonly table: string | T }): PolicyStatement<T> {
  return {
    sid: "DecryptTable",
    effect: "Allow",
    actions: ["kms:Decrypt"],
    resources: [keyArn],
    conditions: [{ test: "StringLike", variable: "kms:ViaService", values: [text`dynamodb.${region}.*`] }, { test: "StringEquals", variable: "kms:EncryptionContext:aws:dynamodb:tableName", values: [table] }],
  };
}

export interface Replication<T> extends StateBucket<T> {
  readonly region: string | T;
  readonly target: { readonly bucketArn: string | T; readonly keyArn: string | T; readonly region: string | T };
}

/** S3 copies encrypted objects: https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html */
export function replicator<T>(text: TextTag<T>, { bucketArn, keyArn, region, target }: Replication<T>): PolicyStatement<T>[] {
  const through = (place: string | T) => [{ test: "StringLike", variable: "kms:ViaService", values: [text`s3.${place}.*`] }];
  return [
    { effect: "Allow", actions: ["s3:GetReplicationConfiguration", "s3:ListBucket"], resources: [bucketArn] },
    { effect: "Allow", actions: ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"], resources: [text`${bucketArn}/*`] },
    { effect: "Allow", actions: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags", "s3:ObjectOwnerOverrideToBucketOwner"], resources: [text`${target.bucketArn}/*`] },
    { effect: "Allow", actions: ["kms:Decrypt"], resources: [keyArn], conditions: through(region) },
    { effect: "Allow", actions: ["kms:Encrypt"], resources: [target.keyArn], conditions: through(target.region) },
  ];
}

