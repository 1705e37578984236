/** What a deploy does not do unless somebody says why: each guard by its id, and what it expects of a plan. The worst first. */
export const guardList = {
  "destroy-cluster": "a cluster that stays",
  "replace-cluster": "a cluster that is not replaced",
  "destroy-database": "databases that stay",
  "destroy-bucket": "buckets and image repositories that stay",
  "destroy-volume": "volumes and file systems that stay",
  "destroy-key": "KMS keys that stay",
  "destroy-secret": "secrets that stay",
  "destroy-namespace": "Kubernetes namespaces that stay",
  "destroy-network": "VPCs and subnets that stay",
  "destroy-logs": "log groups that stay",
  "destroy-nodes": "node groups that stay, or have no nodes",
  "replace-nodes": "new nodes that are there before the old ones go",
  "open-to-world": "nothing new that the whole internet may reach",
  "encryption-off": "encryption that stays on",
  "drop-log-type": "a control plane that logs what it logged before",
  "two-minors": "one Kubernetes minor version at a time",
  "followed-lags": "the environment that this one follows to have the change first",
} as const;

export type GuardId = keyof typeof guardList;

/** A guard that a resource trips, and what would happen. */
export interface Trip {
  readonly guard: GuardId;
  readonly sentence: string;
}

export const guardIds = Object.keys(guardList) as readonly GuardId[];
