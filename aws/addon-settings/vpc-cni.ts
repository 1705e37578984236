import { any, anyText, booleanText, integerText, listOfObjects, openObject, resources, texts, whole } from "./setting";

/**
 * Schema of v1.15.1-eksbuild.1 from the AWS CLI's example of describe-addon-configuration (1.45.11), read 2026-11-21; what is
 * under `later` from charts/aws-vpc-cni of aws/amazon-vpc-cni-k8s at b521883 (2026-08-20, v1.23.1).
 */
const env = {
  ADDITIONAL_ENI_TAGS: anyText,
  ANNOTATE_POD_IP: booleanText,
  AWS_EC2_ENDPOINT: anyText,
  AWS_EXTERNAL_SERVICE_CIDRS: anyText,
  AWS_MANAGE_ENIS_NON_SCHEDULABLE: booleanText,
  AWS_VPC_CNI_NODE_PORT_SUPPORT: booleanText,
  AWS_VPC_ENI_MTU: integerText,
  AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: booleanText,
  AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS: anyText,
  AWS_VPC_K8S_CNI_EXTERNALSNAT: booleanText,
  AWS_VPC_K8S_CNI_LOGLEVEL: anyText,
  AWS_VPC_K8S_CNI_LOG_FILE: anyText,
  AWS_VPC_K8S_CNI_RANDOMIZESNAT: anyText,
  AWS_VPC_K8S_CNI_VETHPREFIX: anyText,
  AWS_VPC_K8S_PLUGIN_LOG_FILE: anyText,
  AWS_VPC_K8S_PLUGIN_LOG_LEVEL: anyText,
  CLUSTER_ENDPOINT: anyText,
  DISABLE_INTROSPECTION: booleanText,
  DISABLE_LEAKED_ENI_CLEANUP: booleanText,
  DISABLE_METRICS: booleanText,
  DISABLE_NETWORK_RESOURCE_PROVISIONING: booleanText,
  DISABLE_POD_V6: booleanText,
  ENABLE_BANDWIDTH_PLUGIN: booleanText,
  ENABLE_POD_ENI: booleanText,
  ENABLE_PREFIX_DELEGATION: booleanText,
  ENABLE_V4_EGRESS: booleanText,
  ENABLE_V6_EGRESS: booleanText,
  ENI_CONFIG_ANNOTATION_DEF: anyText,
  ENI_CONFIG_LABEL_DEF: anyText,
  INTROSPECTION_BIND_ADDRESS: anyText,
  IP_COOLDOWN_PERIOD: integerText,
  MAX_ENI: integerText,
  MINIMUM_IP_TARGET: integerText,
  POD_SECURITY_GROUP_ENFORCING_MODE: anyText,
  WARM_ENI_TARGET: integerText,
  WARM_IP_TARGET: integerText,
  WARM_PREFIX_TARGET: integerText,
} as const;

const nodeAgent = { enableCloudWatchLogs: booleanText, enablePolicyEventLogs: booleanText, healthProbeBindAddr: integerText, metricsBindAddr: integerText } as const;

const stored = {
  affinity: any,
  enableNetworkPolicy: booleanText,
  enableWindowsIpam: booleanText,
  eniConfig: {
    kind: "object",
    fields: {
      create: { kind: "flag" },
      region: anyText,
      subnets: { kind: "map", least: 1, of: { kind: "object", fields: { id: anyText, securityGroups: texts }, required: ["id"] } },
    },
    required: ["create", "region", "subnets"],
  },
  env: { kind: "object", fields: env },
  init: { kind: "object", fields: { env: { kind: "object", fields: { DISABLE_TCP_EARLY_DEMUX: booleanText, ENABLE_V6_EGRESS: booleanText } } } },
  livenessProbeTimeoutSeconds: whole,
  nodeAgent: { kind: "object", fields: nodeAgent },
  readinessProbeTimeoutSeconds: whole,
  resources,
  tolerations: listOfObjects,
} as const;

const later = {
  env: { ENABLE_IMDS_ONLY_MODE: booleanText, ENABLE_MULTI_NIC: booleanText, ENABLE_SUBNET_DISCOVERY: booleanText, NETWORK_POLICY_ENFORCING_MODE: { kind: "text", words: ["standard", "strict"] } },
  nodeAgent: { conntrackCacheCleanupPeriod: any, conntrackCacheTableSize: any, logLevel: anyText, networkPolicyAgentLogFileLocation: anyText, resources },
  top: { enableWindowsPrefixDelegation: booleanText, podAnnotations: openObject, podLabels: openObject },
} as const;

/** The schema as AWS gives it, for the comparison with it. */
export const vpcCniStored = stored;

export const vpcCni = {
  ...stored,
  ...later.top,
  env: { kind: "object", fields: { ...env, ...later.env } },
  nodeAgent: { kind: "object", fields: { ...nodeAgent, ...later.nodeAgent } },
} as const;
