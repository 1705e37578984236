import type { PolicyStatement, TextTag } from "./policy-statement";

/**
 * What Fargate profiles may say.
 * Sources, read 2026-11-21: https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html; EKS API model (botocore 1.44.5);
 * label sizes as in https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/.
 */
export const fargateProfile = {
  selectors: { min: 1, max: 5 },
  labels: { max: 5 },
  namespaceMaxLength: 63,
  /** A prefix of 253, a slash, a name of 63. */
  labelKeyMaxLength: 317,
  labelValueMaxLength: 63,
  /** EKS keeps such names for itself. */
  reservedPrefix: "eks-",
} as const;

/**
 * What Fargate's own Fluent Bit needs for CloudWatch. The group is made beforehand, so that it has retention and key: nothing may be
 * created here but streams.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/fargate-logging.html, read 2026-11-21.
 */
export function fargateLogging<T>(text: TextTag<T>, logGroupArn: string | T): PolicyStatement<T>[] {
  return [
    {
      sid: "WriteLogs",
      effect: "Allow",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: [logGroupArn, text`${logGroupArn}:log-stream:*`],
    },
  ];
}

/** Where Fargate looks for its log settings: the ConfigMap, in a namespace with this label. Same source. */
export const fargateLogSettings = { namespace: "aws-observability", namespaceLabels: { "aws-observability": "enabled" }, configMap: "aws-logging" } as const;
