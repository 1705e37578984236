import { any, anyText, flag, list, listOfObjects, openObject, resources, whole } from "./setting";

const replicas = { kind: "number", whole: true, min: 2, max: 1000 } as const;
const share = { kind: "either", of: [{ kind: "text", pattern: ".*%$" }, whole] } as const;

/** Schema of v1.10.1-eksbuild.11 as describe-addon-configuration gives it, quoted in a public document of CloudBees (2024-06), read 2026-11-21. */
export const coredns = {
  affinity: any,
  autoScaling: { kind: "object", fields: { enabled: flag, maxReplicas: replicas, minReplicas: replicas }, required: ["enabled"] },
  computeType: anyText,
  corefile: anyText,
  nodeSelector: { kind: "map", of: anyText },
  podAnnotations: openObject,
  podDisruptionBudget: { kind: "object", fields: { enabled: flag, maxUnavailable: share, minAvailable: share }, open: true },
  podLabels: openObject,
  replicaCount: whole,
  resources,
  tolerations: listOfObjects,
  topologySpreadConstraints: list,
} as const;
