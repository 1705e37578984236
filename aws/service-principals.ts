import type { TextTag } from "./policy-statement";

/**
 * Service principals: who may assume a role or use a key.
 * The same in every partition: AWS takes the global form in China too (aws/aws-cdk, flag
 * `@aws-cdk/aws-iam:standardizedServicePrincipals`, read 2026-11-21), with the exception below.
 */
export const servicePrincipals = {
  eks: "eks.amazonaws.com",
  eksCapabilities: "capabilities.eks.amazonaws.com",
  ec2: "ec2.amazonaws.com",
  fargatePods: "eks-fargate-pods.amazonaws.com",
  podIdentity: "pods.eks.amazonaws.com",
  flowLogs: "vpc-flow-logs.amazonaws.com",
  logDelivery: "delivery.logs.amazonaws.com",
  events: "events.amazonaws.com",
  s3: "s3.amazonaws.com",
  s3Logging: "logging.s3.amazonaws.com",
  sqs: "sqs.amazonaws.com",
  rds: "rds.amazonaws.com",
  codebuild: "codebuild.amazonaws.com",
} as const;

/**
 * CloudWatch Logs signs with a principal of its region and its partition's suffix.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html, read 2026-11-21.
 */
export function logsPrincipal<T>(text: TextTag<T>, place: { readonly region: string | T; readonly dnsSuffix: string | T }): string | T {
  return text`logs.${place.region}.${place.dnsSuffix}`;
}
