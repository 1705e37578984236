/**
 * Kinds that stand in no namespace, as `group/kind`. The scope is that of each project's CustomResourceDefinition, and
 * for Kubernetes' own kinds that of https://kubernetes.io/docs/reference/kubernetes-api/.
 */
export const clusterScoped: readonly string[] = [
  "crd.k8s.amazonaws.com/ENIConfig",
  "eks.amazonaws.com/NodeClass",
  "elbv2.k8s.aws/IngressClassParams",
  "karpenter.k8s.aws/EC2NodeClass",
  "karpenter.sh/NodePool",
  "cert-manager.io/ClusterIssuer",
  "external-secrets.io/ClusterSecretStore",
  "gateway.networking.k8s.io/GatewayClass",
  "kyverno.io/ClusterPolicy",
  "networking.k8s.io/IngressClass",
  "rbac.authorization.k8s.io/ClusterRole",
  "rbac.authorization.k8s.io/ClusterRoleBinding",
  "scheduling.k8s.io/PriorityClass",
  "snapshot.storage.k8s.io/VolumeSnapshotClass",
  "storage.k8s.io/StorageClass",
];
