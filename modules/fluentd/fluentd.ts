import { fluentdChart } from "../../charts/fluentd";
import { bind, Construct, type Expr, type GivenInputs, outputs, project, tf } from "../../kernel";
import { helmRelease } from "../helm-release";
import { configuration, releaseName } from "./configuration";
import { fluentdInputs } from "./inputs";
import { logGroups } from "./log-groups";
import { chartValues } from "./values";

const names = ["stream", "group"] as const;

/** Fluentd on every node: logs of containers, of the journal and of files, to CloudWatch Logs or a search engine. */
export class Fluentd extends Construct {
  /** Ids that are known when Fluentd runs on every node. */
  readonly ready: Expr<readonly string[]>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof fluentdInputs>) {
    super(scope, id);
    const inputs = bind(this, fluentdInputs, given);
    const groups = logGroups(this, inputs);
    const groupNames = project(groups, (_, group) => group.name, names);
    const release = helmRelease(this, "this", {
      name: releaseName,
      chart: fluentdChart.name,
      repository: inputs.repository,
      version: inputs.chartVersion,
      namespace: inputs.namespace,
      values: chartValues(this, inputs, configuration(this, inputs, groupNames)),
      timeoutMinutes: inputs.timeoutMinutes,
      after: [inputs.ready, groups],
    });

    this.ready = tf<readonly string[]>`[${release.id}]`;
    outputs(this, {
      logGroupNames: { value: groupNames, doc: "Names of the log groups by stream; empty where logs go elsewhere." },
      logGroupArns: { value: project(groups, (_, group) => group.arn, names), doc: "ARNs of the log groups by stream." },
      ready: { value: this.ready, doc: "Ids that are known when Fluentd runs on every node, for what must come after it." },
    });
  }
}
