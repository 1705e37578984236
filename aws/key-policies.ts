import type { PolicyStatement, TextTag } from "./policy-statement";
import { logsPrincipal } from "./service-principals";
import type { Place } from "./trust-policies";

/**
 * Statements of KMS key policies. In a key's own policy the resource `*` is that key.
 * Sources, read 2026-11-21, stand at each.
 */
const thisKey = ["*"];

/**
 * Without it IAM policies of the account have no say and the key can lock everybody out:
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function keyAdministration<T>(text: TextTag<T>, place: Pick<Place<T>, "partition" | "account">): PolicyStatement<T> {
  return {
    sid: "Administration",
    effect: "Allow",
    actions: ["kms:*"],
    resources: thisKey,
    principals: [{ type: "AWS", identifiers: [text`arn:${place.partition}:iam::${place.account}:root`] }],
  };
}

/**
 * Administrators of a key who need no permission of IAM. They do not use it:
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-default-allow-administrators
 */
export function keyAdministrators<T>(arns: T): PolicyStatement<T> {
  return {
    sid: "Administrators",
    effect: "Allow",
    actions: [
      ...["Create", "Describe", "Enable", "List", "Put", "Update", "Revoke", "Disable", "Get", "Delete"].map((start) => `kms:${start}*` as const),
      "kms:TagResource",
      "kms:UntagResource",
      "kms:ScheduleKeyDeletion",
      "kms:CancelKeyDeletion",
      "kms:RotateKeyOnDemand",
    ],
    resources: thisKey,
    principals: [{ type: "AWS", identifiers: [arns] }],
  };
}

/** The cluster role wraps and unwraps the keys of Kubernetes secrets: https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html */
export function secretsKeyUse<T>(clusterRoleArn: string | T): PolicyStatement<T> {
  return {
    sid: "ClusterSecrets",
    effect: "Allow",
    actions: ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:ListGrants", "kms:CreateGrant"],
    resources: thisKey,
    principals: [{ type: "AWS", identifiers: [clusterRoleArn] }],
  };
}

/**
 * CloudWatch Logs, for the log groups of this account whose names start so:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function logsKeyUse<T>(
  text: TextTag<T>,
  place: Place<T> & { readonly dnsSuffix: string | T; readonly logGroupPrefix: string | T },
): PolicyStatement<T> {
  const groups = text`arn:${place.partition}:logs:${place.region}:${place.account}:log-group:${place.logGroupPrefix}*`;
  return {
    sid: "LogGroups",
    effect: "Allow",
    actions: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
    resources: thisKey,
    principals: [{ type: "Service", identifiers: [logsPrincipal(text, place)] }],
    conditions: [{ test: "ArnLike", variable: "kms:EncryptionContext:aws:logs:arn", values: [groups] }],
  };
}

/**
 * Auto Scaling starts the nodes, so its service-linked role must be able to use the key of their disks:
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html.
 * The role must exist before the policy names it: KMS refuses principals that do not.
 */
export function nodeDiskKeyUse<T>(text: TextTag<T>, place: Pick<Place<T>, "partition" | "account">): PolicyStatement<T>[] {
  const role = text`arn:${place.partition}:iam::${place.account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
  const principals = [{ type: "AWS", identifiers: [role] }] as const;
  return [
    {
      sid: "NodeDisks",
      effect: "Allow",
      actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      resources: thisKey,
      principals,
    },
    {
      sid: "NodeDiskGrants",
      effect: "Allow",
      actions: ["kms:CreateGrant"],
      resources: thisKey,
      principals,
      conditions: [{ test: "Bool", variable: "kms:GrantIsForAWSResource", values: ["true"] }],
    },
  ];
}
