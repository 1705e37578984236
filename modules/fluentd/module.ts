import { mockAttributes } from "../../aws/mock-attributes";
import { fromVariables, type ModuleDefinition } from "../../kernel";
import { fluentdAbout } from "./about";
import { completeExample } from "./complete-example";
import { Fluentd } from "./fluentd";
import { fluentdInputs } from "./inputs";

const settings = "yamldecode(helm_release.this.values[0])";
const late = "yamldecode(helm_release.this.values[1])";
const cloudWatch = 'output = { cloud_watch = { on_destroy = "drop" } }';

export const fluentdModule: ModuleDefinition = {
  name: "fluentd",
  doc: "Fluentd on every node of an Amazon EKS cluster: logs of containers, of the journal and of files, to CloudWatch Logs, OpenSearch or Elasticsearch, without losing any while those are away.",
  about: fluentdAbout,
  inputs: fluentdInputs,
  build: (scope) => void new Fluentd(scope, "fluentd", fromVariables),
  example: `cluster_name = "eks-example"
region       = "us-east-1"

output = {
  cloud_watch = { on_destroy = "keep" }
}`,
  complete: completeExample,
  tests: {
    mocks: mockAttributes,
    smallest: {
      "a group for each stream, where Container Insights looks": 'aws_cloudwatch_log_group.this["application"].name == "/aws/containerinsights/eks-example/application" && length(aws_cloudwatch_log_group.this) == 3',
      "which a destroy leaves": 'aws_cloudwatch_log_group.this["host"].skip_destroy',
      "the image has the plugin": `${settings}.variant == "cloudwatch"`,
      "it runs on every node": `${settings}.tolerations == [{ operator = "Exists" }]`,
      "none of the chart's own files is left": `concat(keys(${settings}.fileConfigs), keys(${late}.fileConfigs)) == ["01_sources.conf", "02_filters.conf", "03_dispatch.conf", "04_outputs.conf"]`,
      "nothing is given up": `strcontains(${late}.fileConfigs["04_outputs.conf"], "retry_forever true")`,
    },
    complete: {
      "the groups have their names": 'module.fluentd.log_group_names["host"] == "/eks-example/nodes"',
    },
    plans: {
      "OpenSearch makes no group": {
        given: 'output = { open_search = { host = "search.example.com", sig_v4 = {} } }',
        holds: { "no group": "length(aws_cloudwatch_log_group.this) == 0", "its own image": `${settings}.variant == "opensearch"` },
      },
      "a Secret is read by the pods alone": {
        given: 'output = { elasticsearch = { host = "search.example.com", version = "9", secret = { name = "search" } } }',
        holds: { "by reference": `[for item in ${settings}.env : item.valueFrom.secretKeyRef.name if item.name == "FLUENT_PASSWORD"] == ["search"]`, "its own image": `${settings}.variant == "elasticsearch9"` },
      },
      "two outputs are refused": { given: 'output = { cloud_watch = { on_destroy = "keep" }, open_search = { host = "search.example.com" } }', refusedBy: "var.output" },
      "a retention that CloudWatch does not know is refused": { given: 'output = { cloud_watch = { on_destroy = "keep", log_groups = { host = { retention_days = 42 } } } }', refusedBy: "var.output" },
      "a file elsewhere on the node is refused": { given: `${cloudWatch}\n\nfiles = { secrets = { stream = "host", paths = ["/etc/shadow"] } }`, refusedBy: "var.files" },
    },
  },
};
