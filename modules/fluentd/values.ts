import { call, choose, type Construct, type Expr, local, mapList, present, some, template, tf, yaml } from "../../kernel";
import { tolerationValues } from "../pod-inputs";
import { type Configuration, releaseName } from "./configuration";
import type { FluentdHandles } from "./inputs";

/**
 * What the chart is told, as YAML; what is not here keeps the chart's default. What may be known after an apply only has a
 * document of its own, so that the first plan shows the rest.
 */
export function chartValues(scope: Construct, inputs: FluentdHandles, { "04_outputs.conf": outputs, ...fileConfigs }: Configuration): Expr<readonly string[]> {
  const { serviceAccount: name, serviceAccountAnnotations: annotations, values } = inputs;
  const late = yaml({ serviceAccount: { name, annotations }, fileConfigs: { "04_outputs.conf": outputs } });
  return tf`concat(${[yaml({ ...pods(scope, inputs), fileConfigs }), late]}, ${values})`;
}

function pods(scope: Construct, inputs: FluentdHandles): object {
  return {
    fullnameOverride: releaseName,
    image: { repository: inputs.imageRepository },
    variant: variant(inputs),
    podSecurityPolicy: { enabled: false },
    dashboards: { enabled: false },
    priorityClassName: inputs.priorityClassName,
    tolerations: tolerationValues(inputs.tolerations),
    affinity: nodesOfLinux,
    updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: template`${inputs.updatePercent}%` } },
    terminationGracePeriodSeconds: 60,
    resources: inputs.resources,
    ...security,
    ...probes,
    env: environmentVariables(local(scope, "search_secret", searchSecret(inputs))),
    mountDockerContainersDirectory: false,
    ...mounts(inputs),
  };
}

/** Fargate runs no DaemonSet, and Windows not this image. */
const nodesOfLinux = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        {
          matchExpressions: [
            { key: "kubernetes.io/os", operator: "In", values: ["linux"] },
            { key: "eks.amazonaws.com/compute-type", operator: "NotIn", values: ["fargate"] },
          ],
        },
      ],
    },
  },
};

/** The logs of a node belong to its root, so it runs as root: with no capability and a root file system that it cannot change. */
const security = {
  podSecurityContext: { seccompProfile: { type: "RuntimeDefault" } },
  securityContext: { runAsUser: 0, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
};

const metrics = { path: "/metrics", port: "metrics" };

/** Ruby is slow to start, and slow to answer while it has much to read. */
const probes = {
  livenessProbe: { httpGet: metrics, initialDelaySeconds: 60, periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 5 },
  readinessProbe: { httpGet: metrics, periodSeconds: 10, timeoutSeconds: 10, failureThreshold: 3 },
};

/** The image holds the plugin of one output. */
function variant({ output }: FluentdHandles): Expr<string> {
  const { cloudWatch, openSearch, elasticsearch } = output;
  return choose<string>([present(cloudWatch), "cloudwatch"], [present(openSearch), "opensearch"], template`elasticsearch${some(elasticsearch).version}`);
}

function searchSecret({ output: { openSearch, elasticsearch } }: FluentdHandles): Expr<unknown> {
  return choose([present(openSearch), some(openSearch).secret], [present(elasticsearch), some(elasticsearch).secret], null);
}

function environmentVariables(secret: Expr<unknown>): Expr<unknown> {
  const ofPod = (name: string, fieldPath: string) => ({ name, valueFrom: { fieldRef: { fieldPath } } });
  const ofSecret = (name: string, key: "userKey" | "passwordKey") =>
    mapList(tf<readonly Secret[]>`${secret}[*]`, (own) => tf`${{ name, valueFrom: { secretKeyRef: { name: own.name, key: own[key] } } }}`, "secret");
  return call("concat", [ofPod("K8S_NODE_NAME", "spec.nodeName"), ofPod("POD_IP", "status.podIP")], ofSecret("FLUENT_USER", "userKey"), ofSecret("FLUENT_PASSWORD", "passwordKey"));
}

interface Secret {
  readonly name: string;
  readonly userKey: string;
  readonly passwordKey: string;
}

/** `/var/log` is the chart's own mount. What Fluentd writes elsewhere is scratch. */
function mounts({ journalPath }: FluentdHandles) {
  const journal = (mount: object) => tf`[for path in [${journalPath}] : ${mount} if path != "/var/log/journal"]`;
  return {
    volumes: call("concat", [{ name: "tmp", emptyDir: {} }], journal({ name: "journal", hostPath: { path: journalPath } })),
    volumeMounts: call("concat", [{ name: "tmp", mountPath: "/tmp" }], journal({ name: "journal", mountPath: journalPath, readOnly: true })),
  };
}
