/**
 * Tags of an Auto Scaling group by which the Kubernetes Cluster Autoscaler knows what a node of a group without nodes would be.
 * Source: https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md, read 2026-11-21.
 */
export const nodeTemplate = {
  label: "k8s.io/cluster-autoscaler/node-template/label/",
  taint: "k8s.io/cluster-autoscaler/node-template/taint/",
  resource: "k8s.io/cluster-autoscaler/node-template/resources/",
  option: "k8s.io/cluster-autoscaler/node-template/autoscaling-options/",
} as const;

/** Settings of the autoscaler that a group may have of its own. Same source. */
export const autoscalingOptions = [
  "scaledownutilizationthreshold",
  "scaledowngpuutilizationthreshold",
  "scaledownunneededtime",
  "scaledownunreadytime",
  "ignoredaemonsetsutilization",
] as const;

/** Effects of taints as the EKS API spells them, and as Kubernetes does. */
export const taintEffectNames = { NO_SCHEDULE: "NoSchedule", NO_EXECUTE: "NoExecute", PREFER_NO_SCHEDULE: "PreferNoSchedule" } as const;
