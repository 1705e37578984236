import type { IamAction } from "../iam-actions";
import type { PolicyStatement, Texts, TextTag } from "../policy-statement";

/**
 * What reading and writing of objects need, by the word for the access.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html, read 2026-11-21.
 */
const read = ["s3:GetObject"] as const;
const write = ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"] as const;
export const s3ObjectActions = { read, write, readWrite: [...read, ...write] } as const satisfies Readonly<Record<string, readonly IamAction[]>>;
export type S3Access = keyof typeof s3ObjectActions;

/** Requests over TLS alone. A bucket says the same to everybody in its own policy, as a denial; here it bounds the role in any bucket. */
const overTls = { test: "Bool", variable: "aws:SecureTransport", values: ["true"] };

/** Names of all objects of a bucket. */
export function s3List<T, L>(bucketArn: string | T): PolicyStatement<T, L> {
  return { effect: "Allow", actions: ["s3:ListBucket"], resources: [bucketArn], conditions: [overTls] };
}

/** Names of the objects that start with the prefix. A request that names no prefix is refused. */
export function s3ListUnder<T, L>(text: TextTag<T>, bucketArn: string | T, prefix: string | T): PolicyStatement<T, L> {
  return { ...s3List(bucketArn), conditions: [{ test: "StringLike", variable: "s3:prefix", values: [text`${prefix}*`] }, overTls] };
}

export function s3Objects<T, L>(text: TextTag<T>, access: { readonly bucketArn: string | T; readonly prefix: string | T; readonly actions: readonly IamAction[] | L }): PolicyStatement<T, L> {
  const { bucketArn, prefix, actions } = access;
  return { effect: "Allow", actions, resources: [text`${bucketArn}/${prefix}*`], conditions: [overTls] };
}

/** Objects under keys of one's own, through S3 alone. */
export function s3Keys<T, L>(text: TextTag<T>, region: string | T, keyArns: Texts<T, L>): PolicyStatement<T, L> {
  return {
    effect: "Allow",
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    resources: keyArns,
    conditions: [{ test: "StringLike", variable: "kms:ViaService", values: [text`s3.${region}.*`] }],
  };
}
