import { fluentdChart } from "../../charts/fluentd";
import type { Problem } from "../../kernel";
import { isRecord, join } from "../../kernel/check";
import { settingsOf } from "../addon-settings";
import type { CheckedEnvironment } from "../environment";
import type { ReadableEnvironment } from "../readable";
import { chartValueProblems } from "./chart-values";
import { signs } from "./fluentd";

type Given = NonNullable<NonNullable<CheckedEnvironment["platform"]>["fluentd"]>;

/** What is wrong between Fluentd, its chart, the nodes and whoever else ships logs. `path` is where it stands. */
export function fluentdProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const given = environment.platform?.fluentd;
  if (given?.output == null) return [];
  return [...valueProblems(path, given), ...nodeProblems(path, environment), ...twiceProblems(path, given, environment), ...signingProblems(path, given)];
}

function valueProblems(path: string, { chartVersion, values }: Given): Problem[] {
  if (!isRecord(values)) return [{ path: `${path}.values`, expected: "values as data", got: values, rule: "chart-values-data" }];
  return chartValueProblems(`${path}.values`, fluentdChart, chartVersion, values);
}

/** A DaemonSet runs on nodes. Fargate has a Fluent Bit of its own. */
function nodeProblems(path: string, { nodeGroups, cluster }: ReadableEnvironment): Problem[] {
  if (nodeGroups === undefined || Object.keys(nodeGroups).length > 0 || cluster === undefined || cluster.autoMode != null || cluster.remoteNetworks != null) return [];
  return [{ path, expected: "nodes to run on", got: "no node groups", why: "Fargate runs no DaemonSet; fargateLogging ships the logs of its pods", rule: "fluentd-nodes" }];
}

/** Two that ship the same logs to CloudWatch pay for them twice. */
function twiceProblems(path: string, { output }: Given, { addons }: ReadableEnvironment): Problem[] {
  if (output.cloudWatch === null || addons === undefined) return [];
  return Object.keys(addons).filter((name) => shipsLogs(name, settingsOf(addons[name]))).map((name) => ({
    path,
    expected: `no other that ships the same logs, or ${join("addons", name)} without them`,
    got: name,
    why: "every event would be stored and paid twice",
    ...(name === observability && { suggestion: { containerLogs: { enabled: false } } }),
    rule: "fluentd-twice",
  }));
}

const observability = "amazon-cloudwatch-observability";

function shipsLogs(addon: string, settings: Readonly<Record<string, unknown>>): boolean {
  if (addon === "fluent-bit") return true;
  const logs = settings["containerLogs"];
  // On by default.
  return addon === observability && !(isRecord(logs) && logs["enabled"] === false);
}

function signingProblems(path: string, given: Given): Problem[] {
  if (!signs(given) || given.openSearchArn !== null) return [];
  return [{ path: `${path}.openSearchArn`, expected: "the ARN of the domain or collection", got: null, why: "with sigV4 its role writes there and nowhere else", rule: "fluentd-open-search" }];
}
