/**
 * Days that a CloudWatch log group can keep its events; 0 keeps them for ever.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html, read 2026-11-21;
 * 0 is the spelling of Terraform's AWS provider for "never expire".
 */
export const logRetentionDays: readonly number[] = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** The least allowed retention that keeps at least `days`; for ever when no finite one does. */
export function logRetentionAtLeast(days: number): number {
  return logRetentionDays.find((allowed) => allowed > 0 && allowed >= days) ?? 0;
}
