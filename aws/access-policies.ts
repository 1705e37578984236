/**
 * Cluster access policies of EKS: permissions inside Kubernetes that an access entry can be given, not IAM policies.
 * The ARN is `arn:<partition>:eks::aws:cluster-access-policy/<name>`.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html, read 2026-11-21.
 */
export interface AccessPolicy {
  readonly name: string;
  /** What it lets a principal do. */
  readonly grants: string;
  /** Some are of use to AWS's own services only and are refused for other principals. */
  readonly forPeople: boolean;
}

export const accessPolicies = {
  clusterAdmin: { name: "AmazonEKSClusterAdminPolicy", grants: "everything, in the whole cluster", forPeople: true },
  admin: { name: "AmazonEKSAdminPolicy", grants: "nearly everything in a namespace, its roles included", forPeople: true },
  adminView: { name: "AmazonEKSAdminViewPolicy", grants: "read everything, secrets included", forPeople: true },
  edit: { name: "AmazonEKSEditPolicy", grants: "change workloads, read and change secrets", forPeople: true },
  view: { name: "AmazonEKSViewPolicy", grants: "read workloads, not secrets", forPeople: true },
  secretReader: { name: "AmazonEKSSecretReaderPolicy", grants: "read secrets", forPeople: true },
  clusterInsights: { name: "AmazonEKSClusterInsightsPolicy", grants: "read what upgrade insights need", forPeople: false },
  autoNode: { name: "AmazonEKSAutoNodePolicy", grants: "what the nodes of Auto Mode need", forPeople: false },
  hybrid: { name: "AmazonEKSHybridPolicy", grants: "read node objects, for hybrid nodes", forPeople: false },
  arcRegionSwitch: { name: "AmazonARCRegionSwitchScalingPolicy", grants: "scale workloads on a region switch", forPeople: false },
  aiOpsAssistant: { name: "AmazonAIOpsAssistantPolicy", grants: "read workloads for investigations", forPeople: false },
} as const satisfies Readonly<Record<string, AccessPolicy>>;

export type AccessPolicyName = (typeof accessPolicies)[keyof typeof accessPolicies]["name"];

export const accessPolicyNames: readonly AccessPolicyName[] = Object.values(accessPolicies).map((policy) => policy.name);

/** Shape of the names that AWS gives. */
export const accessPolicyName = /^Amazon[A-Za-z0-9]+Policy$/;

export const accessScopes = ["cluster", "namespace"] as const;

export type AccessScope = (typeof accessScopes)[number];
