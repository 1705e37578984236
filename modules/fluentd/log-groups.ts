import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { choose, type Construct, is, present, resource, some, template, tf, typedAs } from "../../kernel";
import type { FluentdHandles } from "./inputs";

/** Where Container Insights looks for logs. */
const containerInsights = "/aws/containerinsights";

/** The name of the log group of a stream, unless it is given another. */
export function logGroupName(clusterName: string, stream: string): string {
  return `${containerInsights}/${clusterName}/${stream}`;
}

/** A log group for each stream, made before Fluentd writes: so it has retention and key from the first event. */
export function logGroups(scope: Construct, { clusterName, output, tags }: FluentdHandles) {
  const { logGroups: declared, onDestroy } = some(output.cloudWatch);
  const wanted = typedAs(declared, choose([present(output.cloudWatch), declared], {}));
  const { key, value: group } = wanted.each;
  return resource(CloudwatchLogGroup, scope, "this", {
    forEach: wanted,
    name: tf<string>`coalesce(${group.name}, ${template`${containerInsights}/${clusterName}/${key}`})`,
    retentionInDays: group.retentionDays,
    kmsKeyId: group.kmsKeyArn,
    skipDestroy: is(onDestroy, "keep"),
    tags,
  });
}
