/**
 * Shapes of names in Kubernetes, as regular expressions that JavaScript and RE2 read alike.
 * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set, read 2026-11-21.
 */
export const kubernetesNames = {
  /** A key of a label or taint: a name, with a DNS name and a slash before it or not. */
  key: /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/,
  /** A namespace, and what else is a label of DNS. Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/, read 2026-11-21. */
  dnsLabel: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
  /** An amount of something, such as `500m` or `2Gi`. Source: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/, read 2026-11-21. */
  quantity: /^[0-9]+(\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/,
  /** A value of a label or taint. */
  value: /^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/,
} as const;

/** What EKS lets stand in no label of a node group: these are its own and the kubelet's. Source: CreateNodegroup of the EKS API, read 2026-11-21. */
export const reservedLabelParts = ["kubernetes.io/", "k8s.io/", "eks.amazonaws.com/"] as const;
