import { kubernetesNames } from "../../aws/kubernetes-names";
import { choice, count, flag, keys, list, map, matches, nullable, number, object, text, whole } from "../../kernel";

const namespace = (id: string) => matches(id, kubernetesNames.dnsLabel, "the name of a namespace: lower-case letters, digits and hyphens, at most 63");
const sourceName = (id: string) => keys(matches(id, /^[a-z][a-z0-9-]{0,39}$/, "a name of lower-case letters, digits and hyphens, the first a letter, at most 40", { why: "it stands in tags and file names" }));
const nodeStream = choice(["dataplane", "host"], { doc: "The stream that it belongs to." });

const metadata = object(
  {
    podLabels: flag({ default: true, doc: "Labels of the pod." }),
    namespaceLabels: flag({ default: false, doc: "Labels of the namespace." }),
    image: flag({ default: true, doc: "Image of the container." }),
    annotations: list(text({ rules: [matches("fluentd-annotation", /^[A-Za-z0-9./_^$*+?\\-]{1,253}$/, "a regular expression of letters, digits and ./_^$*+?\\-")] }), { default: [], doc: "Annotations of the pod, by patterns." }),
  },
  { default: {}, doc: "What is kept of Kubernetes beside the names of namespace, pod and container." },
);

export const containersInput = object(
  {
    excludeNamespaces: list(text({ rules: [namespace("fluentd-exclude-namespace")] }), { default: [], doc: "Namespaces whose containers are not read." }),
    excludePods: list(text({ rules: [matches("fluentd-exclude-pod", /^[a-z0-9*?]([a-z0-9.*?-]{0,251}[a-z0-9*?])?$/, "the name of a pod, or a pattern with * and ?")] }), { default: [], doc: "Pods that are not read, by name. `*` stands for any text." }),
    excludeLabels: map(text({ rules: [matches("fluentd-label-value", /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/, "the value of a label")] }), {
      default: {},
      doc: "Pods with one of these labels are read and dropped. Needs `metadata.pod_labels`.",
      rules: [keys(matches("fluentd-label-key", /^([a-z0-9.-]{1,253}\/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/, "the key of a label"))],
    }),
    dataplaneNamespaces: list(text({ rules: [namespace("fluentd-dataplane-namespace")] }), { default: ["kube-system"], doc: "Namespaces whose containers belong to the stream `dataplane`." }),
    parsedJson: flag({ default: false, doc: "Adds the fields of messages that are JSON, with `json_` before their names, so that queries find them. The message stays." }),
    metadata,
  },
  { default: {}, doc: "Logs of containers." },
);

const lines = object({
  namespace: text({ doc: "Namespace of the pods.", rules: [namespace("fluentd-lines-namespace")] }),
  podPrefix: text({ default: "", doc: "What the names of the pods begin with. Empty stands for all.", rules: [matches("fluentd-lines-pod", /^([a-z0-9][a-z0-9-]{0,200})?$/, "the beginning of a pod's name, without dots")] }),
  container: nullable(text({ doc: "Name of the container. Null stands for all.", rules: [matches("fluentd-lines-container", kubernetesNames.dnsLabel, "the name of a container")] })),
  firstLine: text({ doc: "Regular expression, as Ruby reads it, that the first line of a message fits and no other.", rules: [matches("fluentd-first-line", /^[^\x00-\x1f]{1,500}$/, "a regular expression on one line, of at most 500 characters")] }),
  flushSeconds: number({ default: 5, doc: "Seconds without a further line after which a message is whole.", rules: [whole("fluentd-lines-flush", 1, 60)] }),
});

export const multilineInput = map(lines, {
  default: {},
  doc: "Messages of several lines, such as stack traces, that become one record; by a name of your own.",
  rules: [sourceName("fluentd-lines-name")],
});

const matchesOfEntry = map(text({ rules: [matches("fluentd-journal-value", /^[A-Za-z0-9_.@:/-]{1,200}$/, "1 to 200 letters, digits and _.@:/-")] }), {
  rules: [count("fluentd-journal-fields", 1, 20), keys(matches("fluentd-journal-field", /^[A-Z_][A-Z0-9_]{0,63}$/, "a field of the journal, in capitals"))],
});

const journalSource = object({
  stream: nodeStream,
  matches: list(matchesOfEntry, { doc: "Entries that are read: those that fit one of these, each in all its fields.", rules: [count("fluentd-journal-matches", 1, 20)] }),
});

export const journalInput = map(journalSource, {
  default: {
    kubelet: { stream: "dataplane", matches: [{ _SYSTEMD_UNIT: "kubelet.service" }] },
    containerd: { stream: "dataplane", matches: [{ _SYSTEMD_UNIT: "containerd.service" }] },
    kernel: { stream: "host", matches: [{ _TRANSPORT: "kernel" }] },
  },
  doc: "What is read of the node's journal, by a name of your own. AL2023 and Bottlerocket have both units, and no text files of the system.",
  rules: [sourceName("fluentd-journal-name")],
});

export const filesInput = map(
  object({
    stream: nodeStream,
    paths: list(text({ rules: [matches("fluentd-file", /^\/var\/log\/[A-Za-z0-9._/*?-]{1,200}$/, "a path below /var/log, with * and ? as patterns", { why: "nothing else of the node is mounted" })] }), { doc: "Files, by path or pattern.", rules: [count("fluentd-files", 1, 20)] }),
  }),
  { default: {}, doc: "Further text files of the node, by a name of your own.", rules: [sourceName("fluentd-file-name")] },
);
