import { type Chart, type ChartVersion, open } from "./chart";

/** The policy of the role belongs to the version: a newer controller asks AWS for more. */
interface ControllerVersion extends ChartVersion {
  /** Version of the controller whose policy `aws/policies/load-balancer-controller.ts` holds. */
  readonly policy: string;
  /** Features that it can turn on and off. */
  readonly featureGates: readonly string[];
}

const selector = open("matchExpressions", "matchLabels");
const probe = { ...open("failureThreshold", "initialDelaySeconds", "periodSeconds", "successThreshold", "timeoutSeconds"), httpGet: open("path", "port", "scheme") };

/**
 * Source: values.yaml of the chart at https://aws.github.io/eks-charts, read 2026-08-03, and for keys that stand there in
 * comments alone its templates (aws/eks-charts, stable/aws-load-balancer-controller), read 2026-11-21.
 */
const values35 = {
  ...open("replicaCount", "revisionHistoryLimit", "runtimeClassName", "imagePullSecrets", "nameOverride", "fullnameOverride", "terminationGracePeriodSeconds"),
  ...open("resources", "priorityClassName", "nodeSelector", "tolerations", "affinity", "configureDefaultAffinity", "topologySpreadConstraints", "updateStrategy"),
  ...open("serviceAnnotations", "deploymentAnnotations", "podAnnotations", "podLabels", "additionalLabels", "creator", "podDisruptionBudget"),
  ...open("podSecurityContext", "securityContext", "hostNetwork", "dnsPolicy", "env", "envFrom", "envSecretName", "extraVolumeMounts", "extraVolumes"),
  ...open("clusterName", "region", "vpcId", "vpcTags", "awsApiEndpoints", "awsApiThrottle", "awsMaxRetries", "defaultTags", "externalManagedTags"),
  ...open("ingressClass", "createIngressClassResource", "loadBalancerClass", "defaultTargetType", "defaultLoadBalancerScheme", "defaultSSLPolicy"),
  ...open("enablePodReadinessGateInject", "enableShield", "enableWaf", "enableWafv2", "enableEndpointSlices", "enableCertManager", "enableServiceMutatorWebhook"),
  ...open("enableBackendSecurityGroup", "enableManageBackendSecurityGroupRules", "backendSecurityGroup", "disableRestrictedSecurityGroupRules", "serviceTargetENISGTags"),
  ...open("ingressMaxConcurrentReconciles", "serviceMaxConcurrentReconciles", "albGatewayMaxConcurrentReconciles", "nlbGatewayMaxConcurrentReconciles"),
  ...open("targetgroupbindingMaxConcurrentReconciles", "targetgroupbindingMaxExponentialBackoffDelay", "targetgroupbindingRequeueDuration", "maxTargetsPerTargetGroup"),
  ...open("globalAcceleratorMaxConcurrentReconciles", "globalAcceleratorMaxExponentialBackoffDelay", "lbStabilizationMonitorInterval", "syncPeriod"),
  ...open("watchNamespace", "disableIngressClassAnnotation", "disableIngressGroupNameAnnotation", "tolerateNonExistentBackendService", "tolerateNonExistentBackendAction"),
  ...open("logLevel", "metricsBindAddr", "webhookBindPort", "keepTLSSecret", "webhookNamespaceSelectors"),
  image: open("repository", "tag", "pullPolicy"),
  autoscaling: open("enabled", "minReplicas", "maxReplicas", "targetCPUUtilizationPercentage", "autoscaleBehavior"),
  serviceAccount: open("create", "annotations", "name", "automountServiceAccountToken", "imagePullSecrets"),
  rbac: open("create"),
  certManager: { ...open("duration", "renewBefore", "revisionHistoryLimit", "issuerRef"), rootCert: open("duration") },
  cluster: open("dnsDomain"),
  ingressClassParams: open("create", "name", "spec"),
  webhookConfig: { ...open("disableIngressValidation", "ingressValdationFailurePolicy"), ingressValidationObjectSelector: selector, ingressValidationNamespaceSelector: selector },
  webhookTLS: open("caCert", "cert", "key"),
  livenessProbe: probe,
  readinessProbe: probe,
  controllerConfig: open("featureGates"),
  certManagement: open("defaultPCAARN"),
  certDiscovery: open("allowedCertificateAuthorityARNs"),
  objectSelector: selector,
  serviceMonitor: open("enabled", "namespace", "additionalLabels", "interval", "scrapeTimeout", "relabelings", "metricRelabelings"),
  clusterSecretsPermissions: open("allowAllSecrets"),
  ingressClassConfig: open("default"),
  serviceMutatorWebhookConfig: { ...open("failurePolicy", "namespaceSelectors", "operations"), objectSelector: selector },
  podMutatorWebhookConfig: open("failurePolicy"),
};

/** Source: the same values.yaml, comments of controllerConfig.featureGates. */
const featureGates35 = [
  "ListenerRulesTagging", "WeightedTargetGroups", "ServiceTypeLoadBalancerOnly", "EndpointsFailOpen", "EnableServiceController", "EnableIPTargetType",
  "EnableTCPUDPListener", "EnableRGTAPI", "SubnetsClusterTagCheck", "NLBHealthCheckAdvancedConfig", "NLBSecurityGroup", "ALBSingleSubnet",
  "LBCapacityReservation", "SubnetDiscoveryByReachability", "NLBGatewayAPI", "ALBGatewayAPI", "GatewayListenerSet", "GlobalAcceleratorController",
  "IngressPlanAnnotation", "EnhancedDefaultBehavior", "EnableDefaultTagsLowPriority", "ALBTargetControlAgent", "EnableCertificateManagement",
];

export const loadBalancerControllerChart = {
  name: "aws-load-balancer-controller",
  repository: "https://aws.github.io/eks-charts",
  versions: { "3.5.0": { policy: "3.5.0", featureGates: featureGates35, values: values35 } },
} satisfies Chart & { readonly versions: Readonly<Record<string, ControllerVersion>> };

/** What is known of a version of the controller's chart, if anything is. */
export function controllerVersion(version: string): ControllerVersion | undefined {
  const { versions } = loadBalancerControllerChart;
  return Object.hasOwn(versions, version) ? versions[version as keyof typeof versions] : undefined;
}
