/**
 * AWS managed IAM policies that the platform attaches, as the part of the ARN after `arn:<partition>:iam::aws:policy/`.
 * Sources, read 2026-11-21: https://docs.aws.amazon.com/eks/latest/userguide/security-iam-awsmanpol.html and the pages of each part.
 */
export const managedPolicies = {
  cluster: "AmazonEKSClusterPolicy",
  /** Only for security groups of pods, which attach trunk network interfaces. */
  vpcResourceController: "AmazonEKSVPCResourceController",
  autoCompute: "AmazonEKSComputePolicy",
  autoBlockStorage: "AmazonEKSBlockStoragePolicy",
  autoLoadBalancing: "AmazonEKSLoadBalancingPolicy",
  autoNetworking: "AmazonEKSNetworkingPolicy",
  worker: "AmazonEKSWorkerNodePolicy",
  /** For the nodes of Auto Mode, in place of `worker`. */
  workerMinimal: "AmazonEKSWorkerNodeMinimalPolicy",
  /** Pulls images and nothing else; enough for nodes. */
  registryPull: "AmazonEC2ContainerRegistryPullOnly",
  sessionManager: "AmazonSSMManagedInstanceCore",
  /** IPv4 only; an IPv6 cluster needs a policy of its own. On the node role only when vpc-cni has no role. */
  cni: "AmazonEKS_CNI_Policy",
  fargatePods: "AmazonEKSFargatePodExecutionRolePolicy",
  /**
   * Not below `service-role/`, as the user guide and the driver's own docs have it: AWS answers NoSuchEntity there.
   * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEBSCSIDriverPolicyV2.html
   */
  ebsCsi: "AmazonEBSCSIDriverPolicyV2",
  efsCsi: "service-role/AmazonEFSCSIDriverPolicy",
  fsx: "AmazonFSxFullAccess",
  cloudWatchAgent: "CloudWatchAgentServerPolicy",
  xrayWrite: "AWSXrayWriteOnlyAccess",
  prometheusWrite: "AmazonPrometheusRemoteWriteAccess",
  networkFlowMonitor: "CloudWatchNetworkFlowMonitorAgentPublishPolicy",
  privateCaConnector: "AWSPrivateCAConnectorForKubernetesPolicy",
} as const;

export type ManagedPolicy = (typeof managedPolicies)[keyof typeof managedPolicies];

export const clusterRolePolicies: readonly ManagedPolicy[] = [managedPolicies.cluster];

export const autoModeClusterRolePolicies: readonly ManagedPolicy[] = [
  managedPolicies.cluster,
  managedPolicies.autoCompute,
  managedPolicies.autoBlockStorage,
  managedPolicies.autoLoadBalancing,
  managedPolicies.autoNetworking,
];

/** Without the CNI's policy: vpc-cni has a role of its own here. */
export const nodeRolePolicies: readonly ManagedPolicy[] = [managedPolicies.worker, managedPolicies.registryPull];

export const autoModeNodeRolePolicies: readonly ManagedPolicy[] = [managedPolicies.workerMinimal, managedPolicies.registryPull];
