import { fluentdChart } from "../../charts/fluentd";
import type { Problem } from "../../kernel";
import { isRecord, join } from "../../kernel/check";
import { releaseName } from "../../modules/fluentd/configuration";
import { settingsOf } from "../addon-settings";
import type { CheckedEnvironment } from "../environment";
import type { ReadableEnvironment } from "../readable";
import { chartValueProblems } from "./chart-values";
import { signs } from "./fluentd";
import { namespaceProblems } from "./release-checks";

type Platform = NonNullable<ReadableEnvironment["platform"]>;
type Given = NonNullable<NonNullable<CheckedEnvironment["platform"]>["fluentd"]>;

/** What is wrong between Fluentd, its chart, the nodes and whoever else ships logs. `path` is where it stands. */
export function fluentdProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const given = environment.platform?.fluentd;
  if (given?.output == null) return [];
  return [...valueProblems(path, given), ...nodeProblems(path, environment), ...placeProblems(path, given, environment.platform!), ...twiceProblems(path, given, environment), ...signingProblems(path, given)];
}

function valueProblems(path: string, { chartVersion, values }: Given): Problem[] {
  return chartValueProblems(`${path}.values`, fluentdChart, chartVersion, values);
}

/** A DaemonSet runs on nodes. Fargate has a Fluent Bit of its own. */
function nodeProblems(path: string, { nodeGroups, cluster }: ReadableEnvironment): Problem[] {
  if (nodeGroups === undefined || Object.keys(nodeGroups).length > 0 || cluster === undefined || cluster.autoMode != null || cluster.remoteNetworks != null) return [];
  return [{ path, expected: "nodes to run on", got: "no node groups", why: "Fargate runs no DaemonSet; fargateLogging ships the logs of its pods", rule: "fluentd-nodes" }];
}

/** What is mounted of the node, Pod Security allows to the level `privileged` alone. */
function placeProblems(path: string, { namespace }: Given, platform: Platform): Problem[] {
  const declared = platform.namespaces?.[namespace];
  if (declared === undefined) return namespaceProblems(path, namespace, platform);
  const level = declared.podSecurity?.enforce ?? "restricted";
  if (declared.origin === "existing" || level === "privileged") return [];
  return [{ path: `${path}.namespace`, expected: "a namespace that enforces privileged, or kube-system", got: namespace, why: `${namespace} enforces ${level}, which admits no pod with paths of its node`, suggestion: "kube-system", rule: "fluentd-namespace-security" }];
}

/** Two that ship the same logs to CloudWatch pay for them twice. */
function twiceProblems(path: string, { output, namespace }: Given, { addons = {}, platform }: ReadableEnvironment): Problem[] {
  const releases = Object.entries(platform?.releases ?? {});
  const same = releases.filter(([name, release]) => name === releaseName && release.namespace === namespace).map(([name]) => ({ path, expected: "a name that no other release of the namespace has", got: name, why: "platform.releases has it", rule: "release-twice" }));
  if (output.cloudWatch === null) return same;
  const byAddon = Object.keys(addons).filter((name) => shipsLogs(name, settingsOf(addons[name]))).map((name) => join("addons", name));
  const byChart = releases.filter(([, { chart }]) => collectors.includes(chart.published?.name ?? "")).map(([name]) => join("platform.releases", name));
  const others = [...byAddon, ...byChart].map((other) => ({
    path,
    expected: "nothing else that ships the logs of containers to CloudWatch",
    got: other,
    why: `every event would be stored and paid twice${other.includes(observability) ? ", unless its containerLogs are off" : ""}`,
    rule: "fluentd-twice",
  }));
  return [...same, ...others];
}

const observability = "amazon-cloudwatch-observability";
const collectors = ["fluentd", "fluent-bit", "aws-for-fluent-bit", observability];

function shipsLogs(addon: string, settings: Readonly<Record<string, unknown>>): boolean {
  if (addon !== observability) return collectors.includes(addon);
  const logs = settings["containerLogs"];
  // On by default.
  return !(isRecord(logs) && logs["enabled"] === false);
}

function signingProblems(path: string, given: Given): Problem[] {
  if (!signs(given) || given.openSearchArn !== null) return [];
  return [{ path: `${path}.openSearchArn`, expected: "the ARN of the domain or collection", got: null, why: "with sigV4 its role writes there and nowhere else", rule: "fluentd-open-search" }];
}
