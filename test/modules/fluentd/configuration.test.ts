import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fluentdChart } from "../../../charts/fluentd";
import { chartValueProblems } from "../../../envs/platform/chart-values";
import type { Json } from "../../synth";
import { parseFluentd, type Section, sectionsIn } from "./fluentd-syntax";
import { problemsIn } from "./plugins";
import { configurationOf, minimal, valuesOf } from "./rendered";

const search = { host: "search.example.com" };
const secret = { name: "search" };
const cases = {
  smallest: minimal,
  everything: {
    ...minimal,
    containers: {
      excludeNamespaces: ["tests", "load"],
      excludePods: ["debug-*"],
      excludeLabels: { "example.com/logs": "o.ff", quiet: "" },
      dataplaneNamespaces: ["kube-system", "ops"],
      parsedJson: true,
      metadata: { podLabels: false, namespaceLabels: true, image: false, annotations: [String.raw`^example\.com/`] },
    },
    multiline: {
      orders: { namespace: "shop", podPrefix: "orders-", container: "app", firstLine: String.raw`^\d{4}-'\w+' # "x" #{1} ${"${y}"}`, flushSeconds: 2 },
      all: { namespace: "bills", firstLine: String.raw`^\S` },
    },
    journal: { both: { stream: "host", matches: [{ _SYSTEMD_UNIT: "sshd.service", PRIORITY: "3" }, { SYSLOG_IDENTIFIER: "sudo" }] } },
    journalPath: "/run/log/journal",
    files: { audit: { stream: "host", paths: ["/var/log/audit/*.log", "/var/log/secure"] } },
    buffer: { mib: 64, flushSeconds: 1 },
    values: ["podLabels:\n  team: platform\n"],
  },
  bare: { ...minimal, output: { cloudWatch: { onDestroy: "keep", logGroups: { application: { name: "/shop" } } } }, journal: {}, containers: { dataplaneNamespaces: [] } },
  openSearch: { ...minimal, output: { openSearch: { ...search, sigV4: {} } } },
  collection: { ...minimal, output: { openSearch: { ...search, sigV4: { service: "aoss" } } } },
  dataStream: { ...minimal, output: { openSearch: { ...search, port: 9200, scheme: "http", dataStream: "logs", secret } } },
  elasticsearch: { ...minimal, output: { elasticsearch: { ...search, version: "8", secret: { ...secret, userKey: "user" } } } },
  open: { ...minimal, output: { elasticsearch: { ...search, version: "9" } } },
} as const;
type Case = keyof typeof cases;
const names = Object.keys(cases) as Case[];

let values: Readonly<Record<Case, Json>>;
beforeAll(async () => {
  values = await valuesOf(cases);
});

const parsed = (name: Case) => parseFluentd(configurationOf(values[name]));
const find = (name: Case, what: (section: Section) => boolean) => [...sectionsIn(parsed(name))].filter(what);
const byId = (name: Case, id: string) => find(name, ({ parameters }) => parameters["@id"] === id)[0]!;
const of = (section: Section, name: string) => section.sections.find((inner) => inner.name === name)!.parameters;

it.each(names)("the configuration with %s is one that Fluentd and its plugins take", (name) => {
  expect(problemsIn(parsed(name))).toEqual([]);
});

it("the default is this, to the letter", () => {
  expect(configurationOf(values.smallest)).toBe(readFileSync(join(__dirname, "default.conf"), "utf8"));
});

it.each(names)("with %s, the chart knows every value", (name) => {
  expect(chartValueProblems("values", fluentdChart, "0.6.0", values[name])).toEqual([]);
});

it("all four files of the chart are written, so that none of its own defaults is left", () => {
  expect(Object.keys(values.smallest["fileConfigs"]).sort()).toEqual(["01_sources.conf", "02_filters.conf", "03_dispatch.conf", "04_outputs.conf"]);
});

describe("nothing is lost while the output is away", () => {
  it.each(names)("with %s every output waits on the node's disk, for ever, and holds back whoever reads", (name) => {
    const buffers = find(name, (section) => section.name === "buffer");
    expect(buffers.length).toBeGreaterThan(0);
    for (const { parameters } of buffers) {
      expect(parameters).toMatchObject({ "@type": "file", overflow_action: "block", retry_forever: "true", flush_at_shutdown: "true" });
      expect(parameters["path"]).toMatch(/^\/var\/log\/fluentd\/buffer\/[a-z]+$/);
    }
  });

  it("a missing stream is made and a throttled request tried again, where the plugin would drop records", () => {
    expect(byId("smallest", "out_application").parameters).toMatchObject({ auto_create_stream: "true", put_log_events_disable_retry_limit: "true" });
  });

  it("lines that wait to be joined leave by a label when nothing follows, and not by an error", () => {
    const joins = find("everything", ({ parameters }) => parameters["@type"] === "concat");
    expect(joins.map(({ label, parameters }) => [label, parameters["timeout_label"]])).toEqual([["@CONTAINERS", "@LINES"], ["@LINES", "@METADATA"], ["@LINES", "@METADATA"]]);
  });

  it("no event is larger than PutLogEvents takes, in characters of four bytes and with 26 bytes of its own", () => {
    const longest = Number(byId("smallest", "out_application").parameters["max_message_length"]);
    expect(longest * 4 + 26).toBeLessThanOrEqual(1_048_576);
    expect((longest + 1) * 4 + 26).toBeGreaterThan(1_048_576);
  });
});

describe("what is read", () => {
  it("is every container but Fluentd itself, and what is excluded", () => {
    expect(byId("smallest", "in_containers").parameters["exclude_path"]).toEqual(["/var/log/containers/fluentd-*_kube-system_fluentd-*.log"]);
    expect((byId("everything", "in_containers").parameters["exclude_path"] as string[]).slice(1)).toEqual(["tests", "load"].map((name) => `/var/log/containers/*_${name}_*.log`).concat("/var/log/containers/debug-*_*.log"));
  });

  it("labels are compared as they are written: a dot stands for itself", () => {
    expect(byId("everything", "exclude_labels").sections.map(({ parameters }) => parameters)).toEqual([
      { key: "$['kubernetes']['labels']['example.com/logs']", pattern: String.raw`/^o\.ff$/` },
      { key: "$['kubernetes']['labels']['quiet']", pattern: "/^$/" },
    ]);
  });

  it("entries of the journal fit one of several conditions, and its place on the node is mounted", () => {
    const both = byId("everything", "in_journal_both");
    expect(both.parameters).toMatchObject({ path: "/run/log/journal", tag: "host.both", matches: [{ _SYSTEMD_UNIT: "sshd.service", PRIORITY: "3" }, { SYSLOG_IDENTIFIER: "sudo" }] });
    expect(of(both, "storage")).toMatchObject({ persistent: "true", path: "/var/log/fluentd/journal-both.json" });
    expect(values.everything["volumes"]).toContainEqual({ name: "journal", hostPath: { path: "/run/log/journal" } });
    expect(values.everything["volumeMounts"]).toContainEqual({ name: "journal", mountPath: "/run/log/journal", readOnly: true });
    expect(JSON.stringify(values.smallest["volumes"])).not.toContain("journal");
  });

  it("annotations are chosen by patterns, and the rest of Kubernetes by words", () => {
    expect(byId("everything", "kubernetes_metadata").parameters).toMatchObject({ annotation_match: [String.raw`^example\.com/`], skip_pod_labels: "true", skip_namespace_labels: "false", skip_namespace_metadata: "false", skip_container_metadata: "true" });
  });

  it("parts of a line are joined for each of the two streams, up to a limit", () => {
    expect(byId("smallest", "join_parts").parameters).toMatchObject({ partial_key: "logtag", partial_value: "P", separator: "", stream_identity_key: "stream", buffer_overflow_method: "new" });
  });

  it("a regular expression arrives as it was written, whatever stands in it", () => {
    expect(byId("everything", "join_lines_orders")).toMatchObject({
      argument: "kubernetes.var.log.containers.orders-**_shop_app-**",
      parameters: { multiline_start_regexp: `/${cases.everything.multiline.orders.firstLine}/`, flush_interval: "2" },
    });
    expect(byId("everything", "join_lines_all").argument).toBe("kubernetes.var.log.containers.**_bills_**");
  });
});

describe("where it goes", () => {
  it("to the group of its stream, in a stream for each node and container", () => {
    expect(byId("smallest", "out_dataplane").parameters).toMatchObject({ log_group_name: "/aws/containerinsights/eks-test/dataplane", log_stream_name_key: "stream_name", remove_log_stream_name_key: "true" });
    expect(of(byId("smallest", "name_container_stream"), "record")).toEqual({ stream_name: "#{ENV['K8S_NODE_NAME']}/${tag_suffix[4]}" });
  });

  it("a stream without a group is not kept", () => {
    expect(["application", "dataplane", "host"].map((stream) => byId("bare", `out_${stream}`).parameters["@type"])).toEqual(["cloudwatch_logs", "null", "null"]);
    expect(byId("bare", "out_application").parameters["log_group_name"]).toBe("/shop");
  });

  it.each([
    ["smallest", "cloudwatch"],
    ["openSearch", "opensearch"],
    ["elasticsearch", "elasticsearch8"],
    ["open", "elasticsearch9"],
  ] as const)("with %s the image is the variant %s", (name, variant) => {
    expect(values[name]["variant"]).toBe(variant);
  });

  it("requests to OpenSearch are signed by the role, through the token that IRSA mounts", () => {
    expect(of(byId("openSearch", "out_search"), "endpoint")).toMatchObject({ url: "https://search.example.com:443", region: "us-east-1", aws_service_name: "es", assume_role_arn: "#{ENV['AWS_ROLE_ARN']}" });
    expect(of(byId("collection", "out_search"), "endpoint")["aws_service_name"]).toBe("aoss");
  });

  it("a password stands in a Secret, and nowhere in what Helm is told", () => {
    expect(byId("elasticsearch", "out_search").parameters).toMatchObject({ user: "#{ENV['FLUENT_USER']}", password: "#{ENV['FLUENT_PASSWORD']}", logstash_prefix: "kubernetes" });
    expect(values.elasticsearch["env"]).toContainEqual({ name: "FLUENT_USER", valueFrom: { secretKeyRef: { name: "search", key: "user" } } });
    expect(values.elasticsearch["env"]).toContainEqual({ name: "FLUENT_PASSWORD", valueFrom: { secretKeyRef: { name: "search", key: "password" } } });
    expect(JSON.stringify(values.open["env"])).not.toContain("FLUENT_");
  });

  it("a data stream is an output of its own", () => {
    expect(byId("dataStream", "out_search").parameters).toMatchObject({ "@type": "opensearch_data_stream", data_stream_name: "logs", host: "search.example.com", port: "9200", scheme: "http" });
  });
});

it("values of one's own win", () => {
  expect(values.everything["podLabels"]).toEqual({ team: "platform" });
});

describe("the parser of these tests", () => {
  it.each([
    ["<match **>\n@type null", "line 1: <match> is never closed"],
    ["<match **>\n</filter>", "line 2: </filter> closes <match>"],
    ["</match>", "line 1: </match> closes <ROOT>"],
    ["<source>\npath '/a\n</source>", "line 2: a quote is not closed, or something follows it: '/a"],
    ["<source>\ntag a\ntag b\n</source>", "line 3: tag is said twice"],
    ["<source>\n???\n</source>", "line 2: neither a section nor a parameter: ???"],
  ])("refuses %j", (text, message) => {
    expect(() => parseFluentd(text)).toThrow(message);
  });

  it.each([
    ["<source>\n@type tali\n</source>", "line 1: the image has no <source> of type tali"],
    ["<source>\n@type tail\npaht /a\n</source>", "line 1: tail has no parameter paht"],
    ["<source>\n@type tail\n@label @A\n</source>", "line 1: no label @A"],
    ["<label @A>\n<match **>\n@type relabel\n@label @A\n</match>\n</label>", "line 2: @A sends records back to itself"],
    ["<label @A>\n<match a>\n@type null\n</match>\n</label>", "line 1: @A lets records through"],
    ["<source>\n@type tail\n@id a\n</source>\n<source>\n@type tail\n@id a\n</source>", "@id a twice"],
  ])("sees what is wrong with %j", (text, problem) => {
    expect(problemsIn(parseFluentd(text))).toEqual([problem]);
  });

  it("reads values as Fluentd does", () => {
    const [section] = parseFluentd(`<source>\na 'it\\'s \\\\d "x" # y'\nb "say \\"#{z}\\""\nc plain text # comment\nd ["x"]\ne a#b\n</source>`).sections;
    expect(section!.parameters).toEqual({ a: `it's \\d "x" # y`, b: `say "#{z}"`, c: "plain text", d: ["x"], e: "a#b" });
  });
});
