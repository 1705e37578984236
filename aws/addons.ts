import { managedPolicies, type ManagedPolicy } from "./managed-policies";

/**
 * EKS add-ons.
 * Sources, read 2026-11-21: https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html and
 * https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html; order from terraform-aws-modules/terraform-aws-eks 21.19.0
 * (2026-04-27) and https://docs.aws.amazon.com/eks/latest/best-practices/.
 */
export interface Addon {
  readonly namespace: string;
  /** The service account that needs a role; undefined when none does. */
  readonly serviceAccount?: string;
  /** AWS managed policies of that role; empty when it needs an own policy, said in the notes. */
  readonly policies?: readonly ManagedPolicy[];
  /** Before nodes: a node is not ready without it. After: its pods wait for nodes and the add-on would be reported degraded. */
  readonly stands: "before-nodes" | "after-nodes";
  /** Add-ons that must be there first. */
  readonly requires?: readonly string[];
  readonly notes?: string;
}

export const addons = {
  "vpc-cni": {
    namespace: "kube-system",
    serviceAccount: "aws-node",
    policies: [managedPolicies.cni],
    stands: "before-nodes",
    notes: "an IPv6 cluster needs an own policy; prefix delegation and custom networking must be set before the first node",
  },
  "kube-proxy": { namespace: "kube-system", stands: "before-nodes" },
  "eks-pod-identity-agent": {
    namespace: "kube-system",
    stands: "before-nodes",
    notes: "not on Fargate; asks eks-auth with the node role, which AmazonEKSWorkerNodePolicy allows",
  },
  coredns: { namespace: "kube-system", stands: "after-nodes", notes: "on Fargate alone it needs computeType Fargate" },
  "aws-ebs-csi-driver": {
    namespace: "kube-system",
    serviceAccount: "ebs-csi-controller-sa",
    policies: [managedPolicies.ebsCsi],
    stands: "after-nodes",
    notes: "an own KMS key needs kms:Decrypt, kms:GenerateDataKeyWithoutPlaintext and kms:CreateGrant besides",
  },
  "aws-efs-csi-driver": {
    namespace: "kube-system",
    serviceAccount: "efs-csi-controller-sa",
    policies: [managedPolicies.efsCsi],
    stands: "after-nodes",
    notes: "the node service account efs-csi-node-sa takes the same role; IRSA needs StringLike efs-csi-*",
  },
  "aws-mountpoint-s3-csi-driver": {
    namespace: "kube-system",
    serviceAccount: "s3-csi-driver-sa",
    policies: [],
    stands: "after-nodes",
    notes: "own policy: s3:ListBucket on the bucket; s3:GetObject, s3:PutObject, s3:DeleteObject, s3:AbortMultipartUpload on its objects",
  },
  "aws-fsx-csi-driver": {
    namespace: "kube-system",
    serviceAccount: "fsx-csi-controller-sa",
    policies: [managedPolicies.fsx],
    stands: "after-nodes",
    requires: ["eks-pod-identity-agent"],
  },
  "snapshot-controller": { namespace: "kube-system", stands: "after-nodes" },
  "eks-node-monitoring-agent": { namespace: "kube-system", stands: "after-nodes", notes: "pairs with node auto repair" },
  "metrics-server": { namespace: "kube-system", stands: "after-nodes", notes: "the control plane reaches it on port 10251" },
  "kube-state-metrics": { namespace: "kube-state-metrics", stands: "after-nodes", notes: "kube-prometheus-stack brings its own copy" },
  "prometheus-node-exporter": {
    namespace: "prometheus-node-exporter",
    stands: "after-nodes",
    notes: "kube-prometheus-stack brings its own copy",
  },
  "cert-manager": { namespace: "cert-manager", stands: "after-nodes", notes: "needs a role for DNS01 challenges in Route 53 only" },
  "external-dns": {
    namespace: "external-dns",
    serviceAccount: "external-dns",
    policies: [],
    stands: "after-nodes",
    notes:
      "own policy: route53:ChangeResourceRecordSets on the hosted zones; route53:ListHostedZones, ListResourceRecordSets and ListTagsForResources on all; AmazonRoute53FullAccess is too wide",
  },
  "fluent-bit": {
    namespace: "fluent-bit",
    serviceAccount: "fluent-bit",
    policies: [],
    stands: "after-nodes",
    notes: "own policy by its outputs",
  },
  "amazon-cloudwatch-observability": {
    namespace: "amazon-cloudwatch",
    serviceAccount: "cloudwatch-agent",
    policies: [managedPolicies.cloudWatchAgent, managedPolicies.xrayWrite],
    stands: "after-nodes",
    notes: "ships its own Fluent Bit: no second collector for the same logs",
  },
  adot: {
    namespace: "opentelemetry-operator-system",
    stands: "after-nodes",
    requires: ["cert-manager"],
    notes: "roles belong to each collector, not to the operator",
  },
  "aws-guardduty-agent": { namespace: "amazon-guardduty", stands: "after-nodes", notes: "GuardDuty itself usually manages it" },
  "aws-network-flow-monitoring-agent": {
    namespace: "amazon-network-flow-monitor",
    serviceAccount: "aws-network-flow-monitor-agent-service-account",
    policies: [managedPolicies.networkFlowMonitor],
    stands: "after-nodes",
  },
  "aws-privateca-connector-for-kubernetes": {
    namespace: "aws-privateca-issuer",
    serviceAccount: "aws-privateca-issuer",
    policies: [managedPolicies.privateCaConnector],
    stands: "after-nodes",
    requires: ["cert-manager"],
  },
} as const satisfies Readonly<Record<string, Addon>>;

export type AddonName = keyof typeof addons;

export const addonNames = Object.keys(addons) as readonly AddonName[];

/** The facts of an add-on, or undefined for one that is not in the table: AWS Marketplace has many more. */
export function addon(name: string): Addon | undefined {
  return Object.hasOwn(addons, name) ? addons[name as AddonName] : undefined;
}
