import { managedPolicies, type ManagedPolicy } from "./managed-policies";

/**
 * EKS add-ons.
 * Sources, read 2026-11-21: https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html and
 * https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html; order from terraform-aws-modules/terraform-aws-eks 21.19.0
 * (2026-04-27) and https://docs.aws.amazon.com/eks/latest/best-practices/.
 */
export interface Addon {
  readonly namespace: string;
  /** The service accounts that take the add-on's role; undefined when it calls AWS by none. */
  readonly serviceAccounts?: readonly string[];
  /** AWS managed policies of that role; empty when AWS has none, or too wide a one. */
  readonly policies?: readonly ManagedPolicy[];
  /** Own permissions that the role may have besides. */
  readonly takes?: readonly AddonPermission[];
  /** The one of them without which the add-on can do nothing. */
  readonly needs?: AddonPermission;
  /** Pods of these add-ons share the network of their node, so they reach its metadata service, and by that its role. */
  readonly hostNetwork?: true;
  readonly stands: AddonPhase;
  /** Add-ons that must be there first. */
  readonly requires?: readonly string[];
  readonly notes?: string;
}

/** Permissions that are for named resources: see aws/addon-policies.ts. */
export const addonPermissions = ["volumeKeys", "buckets", "hostedZones", "logGroups", "policyLogs"] as const;
export type AddonPermission = (typeof addonPermissions)[number];

/**
 * First: others get their credentials from it. Before nodes: a node is not ready without it. After nodes: its pods wait for
 * nodes and the add-on would be reported degraded. Last: it needs another that comes after nodes.
 */
export const addonPhases = ["first", "beforeNodes", "afterNodes", "last"] as const;
export type AddonPhase = (typeof addonPhases)[number];

export const addons = {
  "vpc-cni": {
    namespace: "kube-system",
    serviceAccounts: ["aws-node"],
    policies: [managedPolicies.cni],
    takes: ["policyLogs"],
    hostNetwork: true,
    stands: "beforeNodes",
    notes: "an IPv6 cluster needs an own policy; prefix delegation and custom networking must be set before the first node",
  },
  "kube-proxy": { namespace: "kube-system", stands: "beforeNodes" },
  "eks-pod-identity-agent": {
    namespace: "kube-system",
    stands: "first",
    notes: "not on Fargate; asks eks-auth with the node role, which AmazonEKSWorkerNodePolicy allows",
  },
  coredns: { namespace: "kube-system", stands: "afterNodes", notes: "on Fargate alone it needs computeType Fargate" },
  "aws-ebs-csi-driver": {
    namespace: "kube-system",
    serviceAccounts: ["ebs-csi-controller-sa"],
    policies: [managedPolicies.ebsCsi],
    takes: ["volumeKeys"],
    stands: "afterNodes",
  },
  "aws-efs-csi-driver": {
    namespace: "kube-system",
    serviceAccounts: ["efs-csi-controller-sa", "efs-csi-node-sa"],
    policies: [managedPolicies.efsCsi],
    stands: "afterNodes",
  },
  "aws-mountpoint-s3-csi-driver": {
    namespace: "kube-system",
    serviceAccounts: ["s3-csi-driver-sa"],
    policies: [],
    takes: ["buckets"],
    needs: "buckets",
    stands: "afterNodes",
  },
  "aws-fsx-csi-driver": {
    namespace: "kube-system",
    serviceAccounts: ["fsx-csi-controller-sa"],
    policies: [managedPolicies.fsx],
    stands: "afterNodes",
    requires: ["eks-pod-identity-agent"],
  },
  "snapshot-controller": { namespace: "kube-system", stands: "afterNodes" },
  "eks-node-monitoring-agent": { namespace: "kube-system", stands: "afterNodes", notes: "pairs with node auto repair" },
  "metrics-server": { namespace: "kube-system", stands: "afterNodes", notes: "the control plane reaches it on port 10251" },
  "kube-state-metrics": { namespace: "kube-state-metrics", stands: "afterNodes", notes: "kube-prometheus-stack brings its own copy" },
  "prometheus-node-exporter": {
    namespace: "prometheus-node-exporter",
    stands: "afterNodes",
    notes: "kube-prometheus-stack brings its own copy",
  },
  "cert-manager": {
    namespace: "cert-manager",
    serviceAccounts: ["cert-manager"],
    policies: [],
    takes: ["hostedZones"],
    stands: "afterNodes",
    notes: "needs a role for DNS01 challenges in Route 53 only",
  },
  "external-dns": {
    namespace: "external-dns",
    serviceAccounts: ["external-dns"],
    policies: [],
    takes: ["hostedZones"],
    needs: "hostedZones",
    stands: "afterNodes",
    notes: "AmazonRoute53FullAccess, which AWS names, is too wide",
  },
  "fluent-bit": {
    namespace: "fluent-bit",
    serviceAccounts: ["fluent-bit"],
    policies: [],
    takes: ["logGroups"],
    stands: "afterNodes",
    notes: "its role goes by its outputs",
  },
  "amazon-cloudwatch-observability": {
    namespace: "amazon-cloudwatch",
    serviceAccounts: ["cloudwatch-agent"],
    policies: [managedPolicies.cloudWatchAgent, managedPolicies.xrayWrite],
    stands: "afterNodes",
    notes: "ships its own Fluent Bit: no second collector for the same logs",
  },
  adot: {
    namespace: "opentelemetry-operator-system",
    stands: "last",
    requires: ["cert-manager"],
    notes: "roles belong to each collector, not to the operator",
  },
  "aws-guardduty-agent": { namespace: "amazon-guardduty", stands: "afterNodes", notes: "GuardDuty itself usually manages it" },
  "aws-network-flow-monitoring-agent": {
    namespace: "amazon-network-flow-monitor",
    serviceAccounts: ["aws-network-flow-monitor-agent-service-account"],
    policies: [managedPolicies.networkFlowMonitor],
    stands: "afterNodes",
  },
  "aws-privateca-connector-for-kubernetes": {
    namespace: "aws-privateca-issuer",
    serviceAccounts: ["aws-privateca-issuer"],
    policies: [managedPolicies.privateCaConnector],
    stands: "last",
    requires: ["cert-manager"],
  },
} as const satisfies Readonly<Record<string, Addon>>;

export type AddonName = keyof typeof addons;

export const addonNames = Object.keys(addons) as readonly AddonName[];

/** The facts of an add-on, or undefined for one that is not in the table: AWS Marketplace has many more. */
export function addon(name: string): Addon | undefined {
  return Object.hasOwn(addons, name) ? addons[name as AddonName] : undefined;
}
