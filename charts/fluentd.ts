import { type Chart, open } from "./chart";

/**
 * Source: values.yaml of the chart at https://fluent.github.io/helm-charts, read 2026-08-18, and for keys that stand there in
 * comments alone its templates (fluent/helm-charts, charts/fluentd), read 2026-11-21.
 */
const values06 = {
  ...open("nameOverride", "fullnameOverride", "kind", "variant", "variantVersion", "replicaCount", "imagePullSecrets", "podSecurityContext", "securityContext"),
  ...open("lifecycle", "livenessProbe", "readinessProbe", "resources", "priorityClassName", "nodeSelector", "tolerations", "affinity", "topologySpreadConstraints"),
  ...open("annotations", "labels", "podAnnotations", "podLabels", "minReadySeconds", "terminationGracePeriodSeconds", "updateStrategy"),
  ...open("env", "envFrom", "initContainers", "mainConfigMapNameOverride", "extraFilesConfigMapNameOverride"),
  ...open("mountVarLogDirectory", "mountDockerContainersDirectory", "volumes", "volumeMounts", "plugins", "configMapConfigs", "fileConfigs"),
  image: open("repository", "pullPolicy", "tag"),
  serviceAccount: open("create", "annotations", "name"),
  rbac: open("create"),
  podSecurityPolicy: open("enabled", "annotations"),
  autoscaling: open("enabled", "minReplicas", "maxReplicas", "targetCPUUtilizationPercentage", "targetMemoryUtilizationPercentage", "customRules", "behavior"),
  persistence: open("enabled", "storageClass", "accessMode", "size"),
  service: open("enabled", "type", "annotations", "loadBalancerIP", "externalTrafficPolicy", "ports"),
  metrics: {
    serviceMonitor: open("enabled", "additionalLabels", "namespace", "namespaceSelector", "metricRelabelings", "relabelings", "jobLabel", "interval", "scrapeTimeout"),
    prometheusRule: open("enabled", "additionalLabels", "namespace", "rules"),
  },
  dashboards: open("enabled", "namespace", "labels"),
  ingress: open("enabled", "annotations", "hosts", "tls"),
};

/** The files below `/etc/fluent/config.d` that the chart has defaults for. Whoever leaves one out gets the default. */
export const fluentdFiles = ["01_sources.conf", "02_filters.conf", "03_dispatch.conf", "04_outputs.conf"] as const;

export const fluentdChart = {
  name: "fluentd",
  repository: "https://fluent.github.io/helm-charts",
  /** Variants of the image end its tag, `v1.19.3-debian-cloudwatch-1.1`: https://github.com/fluent/fluentd-kubernetes-daemonset, read 2026-11-21. */
  image: "fluent/fluentd-kubernetes-daemonset",
  versions: { "0.6.0": { values: values06 } },
} as const satisfies Chart & { readonly image: string };
