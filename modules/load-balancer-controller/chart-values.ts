import { type Construct, type Expr, local, some, template, tf, yaml } from "../../kernel";
import { tolerationValues } from "../pod-inputs";
import { said } from "../said";
import { classParameters } from "./class-parameters";
import type { ControllerHandles } from "./inputs";

/** Labels that the chart gives the controller's pods. */
const podLabels = { "app.kubernetes.io/name": "aws-load-balancer-controller" };

/**
 * Values as YAML, later documents over earlier ones. What may be known after an apply only has a document of its own, so
 * that the first plan shows the rest.
 */
export function chartValues(scope: Construct, inputs: ControllerHandles): Expr<readonly string[]> {
  const { clusterName, region, vpcId, serviceAccount: name, serviceAccountAnnotations: annotations, values } = inputs;
  const place = yaml({ clusterName, region, vpcId, serviceAccount: { name, annotations } });
  const settings = local(scope, "settings", tf<object>`${{ ...pods(inputs), ...behaviour(inputs) }}`);
  return tf`concat(${[place, yaml(said(settings))]}, ${values})`;
}

function pods(inputs: ControllerHandles): object {
  const spread = { maxSkew: 1, topologyKey: "topology.kubernetes.io/zone", whenUnsatisfiable: inputs.zoneSpread, labelSelector: { matchLabels: podLabels } };
  return {
    image: tf`${inputs.imageRepository} == null ? null : ${{ repository: inputs.imageRepository }}`,
    replicaCount: inputs.replicas,
    podDisruptionBudget: { maxUnavailable: inputs.maxUnavailable },
    resources: inputs.resources,
    priorityClassName: inputs.priorityClassName,
    tolerations: tolerationValues(inputs.tolerations),
    nodeSelector: inputs.nodeSelector,
    topologySpreadConstraints: [spread],
  };
}

function behaviour(inputs: ControllerHandles): object {
  const { ingressClass, isolated } = inputs;
  const offWhenIsolated = tf`${isolated} ? false : null`;
  return {
    ingressClass: ingressClass.name,
    ingressClassConfig: { default: ingressClass.default },
    ingressClassParams: tf`${ingressClass.parameters} == null ? null : ${{ spec: classParameters(inputs) }}`,
    defaultTargetType: inputs.targetType,
    defaultTags: inputs.defaultTags,
    backendSecurityGroup: inputs.backendSecurityGroupId,
    enableServiceMutatorWebhook: inputs.serviceMutatorWebhook,
    enableShield: offWhenIsolated,
    enableWaf: offWhenIsolated,
    enableWafv2: offWhenIsolated,
    // Without it each upgrade makes a new certificate for the webhooks.
    keepTLSSecret: true,
    controllerConfig: { featureGates: inputs.featureGates },
    logLevel: inputs.logLevel,
    serviceMonitor: tf`${inputs.serviceMonitor} == null ? null : ${monitor(inputs)}`,
  };
}

function monitor({ serviceMonitor }: ControllerHandles): Expr<object> {
  const { namespace, labels, intervalSeconds } = some(serviceMonitor);
  return said({ enabled: true, namespace, additionalLabels: labels, interval: template`${intervalSeconds}s` });
}
