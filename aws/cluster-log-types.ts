/**
 * Control-plane logs that EKS can send to CloudWatch Logs.
 * Source: EKS API model (botocore 1.44.5), enum LogType;
 * https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html, read 2026-11-21.
 */
export const clusterLogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"] as const;

export type ClusterLogType = (typeof clusterLogTypes)[number];

/** EKS makes a group of exactly this name, without retention or key, unless it is there first: `/aws/eks/<cluster>/cluster`. */
export const clusterLogGroup = { prefix: "/aws/eks/", suffix: "/cluster" } as const;
