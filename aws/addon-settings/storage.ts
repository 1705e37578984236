import { any, anyText, flag, list, listOfObjects, openObject, whole } from "./setting";

const scheduling = { affinity: any, nodeSelector: openObject, tolerations: listOfObjects, priorityClassName: anyText } as const;
const pods = { podAnnotations: openObject, podLabels: openObject, resources: openObject } as const;

/** The chart's schema, of which the add-on takes a part: kubernetes-sigs/aws-ebs-csi-driver at 429e202e (2026-08-19, v1.64). */
export const ebsCsi = {
  controller: {
    kind: "object",
    open: true,
    fields: {
      ...scheduling,
      ...pods,
      additionalArgs: list,
      batching: flag,
      defaultFsType: anyText,
      enableMetrics: flag,
      env: listOfObjects,
      extraCreateMetadata: flag,
      extraVolumeTags: { kind: "map", of: anyText },
      k8sTagClusterId: anyText,
      logLevel: whole,
      loggingFormat: { kind: "text", words: ["text", "json"] },
      podDisruptionBudget: { kind: "object", open: true, fields: { enabled: flag } },
      region: anyText,
      replicaCount: whole,
      sdkDebugLog: flag,
      topologySpreadConstraints: list,
      updateStrategy: openObject,
      volumeModificationFeature: { kind: "object", fields: { enabled: flag } },
    },
  },
  debugLogs: flag,
  defaultStorageClass: { kind: "object", fields: { enabled: flag } },
  fips: flag,
  node: {
    kind: "object",
    open: true,
    fields: {
      ...scheduling,
      ...pods,
      additionalArgs: list,
      enableLinux: flag,
      enableMetrics: flag,
      enableWindows: flag,
      env: listOfObjects,
      kubeletPath: anyText,
      logLevel: whole,
      loggingFormat: { kind: "text", words: ["text", "json"] },
      reservedVolumeAttachments: whole,
      terminationGracePeriodSeconds: whole,
      tolerateAllTaints: flag,
      volumeAttachLimit: whole,
    },
  },
  nodeAllocatableUpdatePeriodSeconds: whole,
  sidecars: openObject,
} as const;

/** The chart's values, of which the add-on takes a part: kubernetes-sigs/aws-efs-csi-driver at a4fc6760 (2026-07-24, v3.4.1). */
export const efsCsi = {
  controller: {
    kind: "object",
    open: true,
    fields: { ...scheduling, ...pods, deleteAccessPointRootDir: flag, env: listOfObjects, extraCreateMetadata: flag, logLevel: whole, regionalStsEndpoints: flag, replicaCount: whole, tags: { kind: "map", of: anyText }, topologySpreadConstraints: list },
  },
  node: { kind: "object", open: true, fields: { ...scheduling, ...pods, env: listOfObjects, logLevel: whole, volMetricsFsRateLimit: whole, volMetricsOptIn: flag, volMetricsRefreshPeriod: whole } },
  portRangeUpperBound: anyText,
  sidecars: openObject,
  useFIPS: flag,
} as const;

/** What its deployment has in common with every other; the add-on's own schema is not published. */
export const snapshotController = { ...scheduling, ...pods, replicaCount: whole, topologySpreadConstraints: list } as const;
