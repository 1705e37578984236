import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { loadBalancerControllerChart } from "../../charts/aws-load-balancer-controller";
import { fluentdChart } from "../../charts/fluentd";
import { loadBalancerControllerVersion } from "../../aws/policies/load-balancer-controller";
import { any, type Chart, type ValueKeys } from "../../charts/chart";
import { domainFacts, domainFactsMissing } from "../domain-facts";
import { itUnless } from "../skip";

/** With the keys that a chart's templates read and its values.yaml shows in comments alone. */
const charts: readonly (readonly [chart: Chart, version: string, commented: readonly string[]])[] = [
  [
    loadBalancerControllerChart,
    "3.5.0",
    "autoscaling.autoscaleBehavior certManagement.defaultPCAARN certManager.issuerRef creator envFrom envSecretName livenessProbe.periodSeconds livenessProbe.successThreshold readinessProbe.periodSeconds".split(" "),
  ],
  [
    fluentdChart,
    "0.6.0",
    "autoscaling.behavior autoscaling.targetMemoryUtilizationPercentage extraFilesConfigMapNameOverride mainConfigMapNameOverride metrics.serviceMonitor.interval metrics.serviceMonitor.jobLabel metrics.serviceMonitor.scrapeTimeout priorityClassName replicaCount service.externalTrafficPolicy service.loadBalancerIP".split(" "),
  ],
];

for (const [{ name, versions }, version, commented] of charts) {
  const path = `domain/charts/${name}/values.yaml`;
  itUnless(domainFactsMissing(path), `what is known of the values of ${name} ${version} is what the chart has`, () => {
    const { values } = versions[version]!;
    expect(leaves(values).sort()).toEqual([...leavesAsIn(values, parse(readFileSync(domainFacts(path)!, "utf8"))), ...commented].sort());
  });
}

it("the policy of each version of the load balancer controller is the one that is stored", () => {
  expect([...new Set(Object.values(loadBalancerControllerChart.versions).map(({ policy }) => policy))]).toEqual([loadBalancerControllerVersion]);
});

function leaves(keys: ValueKeys, path: readonly string[] = []): string[] {
  if (keys === any) return [path.join(".")];
  return Object.entries(keys).flatMap(([key, below]) => leaves(below, [...path, key]));
}

/** The chart's own keys, as deep as ours go. */
function leavesAsIn(keys: ValueKeys | undefined, values: unknown, path: readonly string[] = []): string[] {
  if (keys === any || typeof values !== "object" || values === null || Object.keys(values).length === 0) return keys === undefined || keys === any ? [path.join(".")] : [];
  return Object.entries(values).flatMap(([key, below]) => leavesAsIn(keys?.[key], below, [...path, key]));
}
