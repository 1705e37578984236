import { fluentdChart } from "../../charts/fluentd";
import { choice, type Handles, map, matches, number, object, text, whole } from "../../kernel";
import { releaseInputs } from "../helm-release";
import { podInputs } from "../pod-inputs";
import { tagsInput } from "../tags-input";
import { outputInput } from "./output-inputs";
import { containersInput, filesInput, journalInput, multilineInput } from "./source-inputs";

const buffer = object(
  {
    mib: number({ default: 1024, doc: "MiB of the node's disk that each stream may hold while its output is away. When they are full, reading waits.", rules: [whole("fluentd-buffer", 64, 65536)] }),
    flushSeconds: number({ default: 5, doc: "Seconds after which records leave.", rules: [whole("fluentd-flush", 1, 300)] }),
  },
  { default: {}, doc: "What waits on the node, below `/var/log/fluentd`." },
);

export const fluentdInputs = {
  clusterName: text({ doc: "Name of the cluster: part of the names of log groups." }),
  region: text({ doc: "Region of the log groups, or of the OpenSearch domain.", rules: [matches("fluentd-region", /^[a-z]{2,4}(-[a-z]+)+-[0-9]$/, "an AWS region")] }),
  output: outputInput,
  containers: containersInput,
  multiline: multilineInput,
  journal: journalInput,
  journalPath: choice(["/var/log/journal", "/run/log/journal"], { default: "/var/log/journal", doc: "Where the nodes keep their journal. AL2023 and Bottlerocket keep it on disk; `/run` is for images of your own that do not." }),
  files: filesInput,
  buffer,
  // No limit of CPU: slowed down, it falls behind.
  resources: podInputs.resources({ cpu: "100m", memory: "256Mi" }, { memory: "512Mi" }),
  tolerations: podInputs.tolerations([{ operator: "Exists" }]),
  priorityClassName: podInputs.priorityClassName("system-node-critical"),
  updatePercent: number({ default: 10, doc: "Percent of the nodes on which it is replaced at a time. A node without it loses nothing: logs wait in their files.", rules: [whole("fluentd-update", 1, 100)] }),
  imageRepository: text({ default: fluentdChart.image, doc: "Repository of the image: a copy of your own where Docker Hub is out of reach. The tag follows from chart and output.", rules: [matches("fluentd-image", /^[A-Za-z0-9.-]+(:[0-9]+)?(\/[a-z0-9._-]+)+$/, "a repository of images, without tag")] }),
  serviceAccount: text({ default: "fluentd", doc: "Name of the service account that is made.", rules: [matches("fluentd-service-account", /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, "the name of a service account")] }),
  serviceAccountAnnotations: map(text(), { default: {}, doc: "Annotations of the service account: the role, where it comes by IRSA. An element of the output of `workload-identity` of this name." }),
  repository: releaseInputs.repository(fluentdChart.repository),
  chartVersion: releaseInputs.chartVersion(Object.keys(fluentdChart.versions)[0]!),
  namespace: releaseInputs.namespace("kube-system"),
  values: releaseInputs.values,
  timeoutMinutes: releaseInputs.timeoutMinutes,
  ready: releaseInputs.ready,
  tags: tagsInput("Tags of the log groups."),
};

export type FluentdHandles = Handles<typeof fluentdInputs>;
