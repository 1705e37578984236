import { any, anyText, flag, list, listOfObjects, openObject, whole } from "./setting";

/** The chart's values, of which the add-on takes a part: aws-observability/helm-charts at 71a298f (2026-08-07, 6.4.0). */
export const cloudWatchObservability = {
  admissionWebhooks: openObject,
  agent: openObject,
  agents: { kind: "list", of: openObject },
  containerLogs: { kind: "object", open: true, fields: { enabled: flag, fluentBit: openObject } },
  dcgmExporter: openObject,
  kubeStateMetrics: openObject,
  manager: openObject,
  neuronMonitor: openObject,
  nodeExporter: openObject,
  tolerations: listOfObjects,
  useDualstackEndpoint: flag,
} as const;

/** What their deployments have in common with every other; the add-ons' own schemas are not published. */
const usual = { affinity: any, nodeSelector: openObject, podAnnotations: openObject, podLabels: openObject, resources: openObject, tolerations: listOfObjects } as const;

export const metricsServer = { ...usual, addonResizer: openObject, args: list, replicas: whole, podDisruptionBudget: openObject, topologySpreadConstraints: list, updateStrategy: openObject } as const;

/** The chart's values as its README names them: aws/eks-node-monitoring-agent, read 2026-11-21. */
export const nodeMonitoring = { dcgmAgent: openObject, nodeAgent: openObject } as const;

/** charts/eks-pod-identity-agent of aws/eks-pod-identity-agent, read 2026-11-21. */
export const podIdentityAgent = {
  affinity: any,
  agent: { kind: "object", open: true, fields: { additionalArgs: openObject } },
  daemonsets: openObject,
  priorityClassName: anyText,
  resources: openObject,
  tolerations: listOfObjects,
} as const;
