import { loadBalancerControllerChart } from "../../charts/aws-load-balancer-controller";
import { choice, flag, type Handles, keys, map, matches, nullable, number, object, text, whole } from "../../kernel";
import { drainInput } from "../drain";
import { releaseInputs } from "../helm-release";
import { tagTexts } from "../load-balancer-inputs";
import { podInputs } from "../pod-inputs";
import { ingressClassInput } from "./ingress-class-input";

const { repository, versions } = loadBalancerControllerChart;
const [newest] = Object.keys(versions) as [string];

const serviceMonitor = object(
  {
    namespace: nullable(text({ doc: "Namespace of the monitor. Null: that of the release." })),
    labels: map(text(), { default: {}, doc: "Labels by which Prometheus finds it." }),
    intervalSeconds: number({ default: 60, doc: "Seconds between two scrapes.", rules: [whole("service-monitor-interval", 5, 3600)] }),
  },
  { doc: "A ServiceMonitor, where the Prometheus operator runs." },
);

export const loadBalancerControllerInputs = {
  clusterName: text({ doc: "Name of the cluster." }),
  region: text({ doc: "Region of the cluster. Given, so that pods need not ask the instance's metadata.", rules: [matches("controller-region", /^[a-z]{2,4}(-[a-z]+)+-[0-9]$/, "an AWS region")] }),
  vpcId: text({ doc: "VPC of the cluster.", rules: [matches("controller-vpc-id", /^vpc-[0-9a-f]{8,17}$/, "the id of a VPC")] }),
  repository: releaseInputs.repository(repository),
  chartVersion: releaseInputs.chartVersion(newest),
  namespace: releaseInputs.namespace("kube-system"),
  imageRepository: nullable(text({ doc: "Repository of the image in place of the public one: a mirror of your own. The tag stays the chart's." })),
  serviceAccount: text({ default: "aws-load-balancer-controller", doc: "Name of the service account, to which the role belongs." }),
  serviceAccountAnnotations: map(text(), { default: {}, doc: "Annotations of the service account: the role's ARN with IRSA, none with Pod Identity. An element of the output of `workload-identity` of this name." }),
  replicas: number({ default: 2, doc: "Pods. One works, the others stand by; webhooks answer from all.", rules: [whole("controller-replicas", 1, 10)] }),
  maxUnavailable: number({ default: 1, doc: "Pods that a drain of nodes may take away at a time. With one replica nothing is held back.", rules: [whole("controller-max-unavailable", 1, 9)] }),
  resources: podInputs.resources({ cpu: "100m", memory: "128Mi" }, { memory: "512Mi" }),
  priorityClassName: podInputs.priorityClassName("system-cluster-critical"),
  tolerations: podInputs.tolerations([]),
  nodeSelector: podInputs.nodeSelector,
  zoneSpread: choice(["ScheduleAnyway", "DoNotSchedule"], { default: "ScheduleAnyway", doc: "What happens to a pod that would stand in a zone with more of them than another." }),
  targetType: choice(["ip", "instance"], { default: "ip", doc: "What a target is where nothing else is said: pods by their own addresses, or nodes and node ports." }),
  ingressClass: ingressClassInput,
  defaultTags: tagTexts("Tags of everything that the controller makes. The provider's default tags do not reach it."),
  backendSecurityGroupId: nullable(text({ doc: "Security group that load balancers have towards the pods. Null lets the controller make one.", rules: [matches("controller-backend-group", /^sg-[0-9a-f]{8,17}$/, "the id of a security group")] })),
  serviceMutatorWebhook: flag({
    default: false,
    doc: "Every new Service of type LoadBalancer is the controller's, even if it names no class. While the controller is not ready, no Service at all can be made then, which breaks other releases.",
  }),
  isolated: flag({ default: false, doc: "The VPC has no way to public AWS endpoints. Turns off Shield, WAF and WAFv2, which have none inside a VPC; the controller would fail at each ingress." }),
  featureGates: map(flag(), { default: {}, doc: "Features by name, on or off.", rules: [keys(matches("controller-feature-gate-name", /^[A-Z][A-Za-z0-9]+$/, "the name of a feature such as NLBGatewayAPI"))] }),
  logLevel: choice(["info", "debug"], { default: "info", doc: "How much it logs." }),
  serviceMonitor: nullable(serviceMonitor),
  drain: drainInput("A destroy waits, before the controller goes, until its load balancers, target groups and security groups are gone, and fails with what is left."),
  values: releaseInputs.values,
  timeoutMinutes: releaseInputs.timeoutMinutes,
  ready: releaseInputs.ready,
};

export type ControllerHandles = Handles<typeof loadBalancerControllerInputs>;
