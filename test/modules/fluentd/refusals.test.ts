import { Fluentd } from "../../../modules/fluentd/fluentd";
import { fluentdInputs } from "../../../modules/fluentd/inputs";
import { fluentdModule } from "../../../modules/fluentd/module";
import { problemsOf, synthStack } from "../../synth";
import { ruleIds, variableRefusals } from "../cluster/both-bindings";
import { tagRefusals } from "../shared-refusals";
import { type Given, minimal } from "./rendered";

const retentions = "0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653";
const shown = (value: unknown) => (JSON.stringify(value).length > 120 ? `${JSON.stringify(value).slice(0, 120)}…` : JSON.stringify(value));
const groups = (given: object) => ({ output: { cloudWatch: { onDestroy: "keep", logGroups: given } } });
const host = (change: object) => groups({ host: change });
const search = (change: object) => ({ output: { openSearch: { host: "search.example.com", ...change } } });
const containers = (change: object) => ({ containers: change });
const lines = (change: object) => ({ multiline: { a: { namespace: "shop", firstLine: "^x", ...change } } });
const matchesOf = (matches: unknown) => ({ journal: { a: { stream: "host", matches } } });
const paths = (...given: string[]) => ({ files: { a: { stream: "host", paths: given } } });
const named = (input: string, value: object) => ({ [input]: { "A.b": value } });

const namespace = "the name of a namespace: lower-case letters, digits and hyphens, at most 63";
const name = "a name of lower-case letters, digits and hyphens, the first a letter, at most 40";
const key = "a key of letters, digits and ._-";
const index = "1 to 100 lower-case letters, digits and _.-, the first a letter or digit";

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [{ region: "Virginia" }, `region: expected an AWS region, got "Virginia"   [fluentd-region]`],
  [{ output: {} }, `output: expected exactly one of cloudWatch, openSearch, elasticsearch, got {}   [fluentd-output]`],
  [{ output: { ...groups({}).output, ...search({}).output } }, `output: expected exactly one of cloudWatch, openSearch, elasticsearch, got ${shown({ ...groups({}).output, ...search({}).output })}   [fluentd-output]`],
  [groups({ audit: {} }), `output.cloudWatch.logGroups: expected a map in which each key is one of application, dataplane, host, got {"audit":{}}   [fluentd-stream]`],
  [host({ name: "a b" }), `output.cloudWatch.logGroups.host.name: expected 1 to 512 letters, digits and ._/#-, got "a b"   [fluentd-log-group]`],
  [host({ retentionDays: 42 }), `output.cloudWatch.logGroups.host.retentionDays: expected one of ${retentions}, got 42; CloudWatch Logs knows no other   [fluentd-log-retention]`],
  [host({ kmsKeyArn: "alias/logs" }), `output.cloudWatch.logGroups.host.kmsKeyArn: expected the ARN of a KMS key, got "alias/logs"   [fluentd-log-key]`],
  [search({ host: "https://search" }), `output.openSearch.host: expected a host name without scheme, got "https://search"   [fluentd-search-host]`],
  [search({ port: 65536 }), `output.openSearch.port: expected a whole number from 1 to 65535, got 65536; try 65535   [fluentd-search-port]`],
  [search({ indexPrefix: "Logs" }), `output.openSearch.indexPrefix: expected ${index}, got "Logs"   [fluentd-search-index]`],
  [search({ dataStream: "_logs" }), `output.openSearch.dataStream: expected ${index}, got "_logs"   [fluentd-data-stream]`],
  [search({ secret: { name: "A" } }), `output.openSearch.secret.name: expected the name of a Secret, got "A"   [fluentd-search-secret]`],
  [search({ secret: { name: "a", userKey: "a b" } }), `output.openSearch.secret.userKey: expected ${key}, got "a b"   [fluentd-search-user-key]`],
  [search({ secret: { name: "a", passwordKey: "" } }), `output.openSearch.secret.passwordKey: expected ${key}, got ""   [fluentd-search-password-key]`],
  [
    search({ secret: { name: "a" }, sigV4: {} }),
    `output.openSearch: expected at most one of secret, sigV4, got ${shown(search({ secret: { name: "a" }, sigV4: {} }).output.openSearch)}   [fluentd-search-authentication]`,
  ],
  [containers({ excludeNamespaces: ["a_b"] }), `containers.excludeNamespaces[0]: expected ${namespace}, got "a_b"   [fluentd-exclude-namespace]`],
  [containers({ excludePods: ['x"'] }), `containers.excludePods[0]: expected the name of a pod, or a pattern with * and ?, got "x\\""   [fluentd-exclude-pod]`],
  [containers({ excludeLabels: { a: "b c" } }), `containers.excludeLabels.a: expected the value of a label, got "b c"   [fluentd-label-value]`],
  [containers({ excludeLabels: { "a']": "b" } }), `containers.excludeLabels: expected a map in which each key is the key of a label, got {"a']":"b"}   [fluentd-label-key]`],
  [containers({ dataplaneNamespaces: ["*"] }), `containers.dataplaneNamespaces[0]: expected ${namespace}, got "*"   [fluentd-dataplane-namespace]`],
  [containers({ metadata: { annotations: ['a"b'] } }), `containers.metadata.annotations[0]: expected a regular expression of letters, digits and ./_^$*+?\\-, got "a\\"b"   [fluentd-annotation]`],
  [named("multiline", { namespace: "a", firstLine: "x" }), `multiline: expected a map in which each key is ${name}, got {"A.b":{"namespace":"a","firstLine":"x"}}; it stands in tags and file names   [fluentd-lines-name]`],
  [lines({ namespace: "**" }), `multiline.a.namespace: expected ${namespace}, got "**"   [fluentd-lines-namespace]`],
  [lines({ podPrefix: "web.1" }), `multiline.a.podPrefix: expected the beginning of a pod's name, without dots, got "web.1"   [fluentd-lines-pod]`],
  [lines({ container: "App" }), `multiline.a.container: expected the name of a container, got "App"   [fluentd-lines-container]`],
  [lines({ firstLine: "" }), `multiline.a.firstLine: expected a regular expression on one line, of at most 500 characters, got ""   [fluentd-first-line]`],
  [lines({ firstLine: "a\nb" }), `multiline.a.firstLine: expected a regular expression on one line, of at most 500 characters, got "a\\nb"   [fluentd-first-line]`],
  [lines({ flushSeconds: 0 }), `multiline.a.flushSeconds: expected a whole number from 1 to 60, got 0; try 1   [fluentd-lines-flush]`],
  [named("journal", { stream: "host", matches: [{ A: "b" }] }), `journal: expected a map in which each key is ${name}, got {"A.b":{"stream":"host","matches":[{"A":"b"}]}}; it stands in tags and file names   [fluentd-journal-name]`],
  [matchesOf([]), `journal.a.matches: expected 1 to 20 elements, got []   [fluentd-journal-matches]`],
  [matchesOf([{}]), `journal.a.matches[0]: expected 1 to 20 elements, got {}   [fluentd-journal-fields]`],
  [matchesOf([{ unit: "a" }]), `journal.a.matches[0]: expected a map in which each key is a field of the journal, in capitals, got {"unit":"a"}   [fluentd-journal-field]`],
  [matchesOf([{ A: 'a"#{x}' }]), `journal.a.matches[0].A: expected 1 to 200 letters, digits and _.@:/-, got "a\\"#{x}"   [fluentd-journal-value]`],
  [named("files", { stream: "host", paths: ["/var/log/a"] }), `files: expected a map in which each key is ${name}, got {"A.b":{"stream":"host","paths":["/var/log/a"]}}; it stands in tags and file names   [fluentd-file-name]`],
  [paths(), `files.a.paths: expected 1 to 20 elements, got []   [fluentd-files]`],
  [paths("/etc/shadow"), `files.a.paths[0]: expected a path below /var/log, with * and ? as patterns, got "/etc/shadow"; nothing else of the node is mounted   [fluentd-file]`],
  [{ buffer: { mib: 63 } }, `buffer.mib: expected a whole number from 64 to 65536, got 63; try 64   [fluentd-buffer]`],
  [{ buffer: { flushSeconds: 0 } }, `buffer.flushSeconds: expected a whole number from 1 to 300, got 0; try 1   [fluentd-flush]`],
  [{ resources: { requests: { gpu: "1" } } }, `resources.requests: expected a map in which each key is one of cpu, memory, ephemeral-storage, got {"gpu":"1"}   [pod-resource-name]`],
  [{ resources: { limits: { memory: "1 GB" } } }, `resources.limits.memory: expected a quantity such as 100m or 128Mi, got "1 GB"   [pod-resource-quantity]`],
  [{ updatePercent: 0 }, `updatePercent: expected a whole number from 1 to 100, got 0; try 1   [fluentd-update]`],
  [{ imageRepository: "fluentd:v1" }, `imageRepository: expected a repository of images, without tag, got "fluentd:v1"   [fluentd-image]`],
  [{ serviceAccount: "Fluentd" }, `serviceAccount: expected the name of a service account, got "Fluentd"   [fluentd-service-account]`],
  [{ repository: "http://charts" }, `repository: expected the address of a chart repository, https://… or oci://…, got "http://charts"   [chart-repository]`],
  [{ chartVersion: "0.6" }, `chartVersion: expected an exact version such as 1.2.3, got "0.6"   [chart-version]`],
  [{ namespace: "A" }, `namespace: expected ${namespace}, got "A"   [release-namespace]`],
  [{ timeoutMinutes: 0 }, `timeoutMinutes: expected a whole number from 1 to 60, got 0; try 1   [release-timeout]`],
  ...tagRefusals,
];

const problems = (change: Record<string, unknown>) => problemsOf(() => synthStack((stack) => new Fluentd(stack, "it", { ...minimal, ...change } as unknown as Given)));
const ruleOf = (sentence: string) => /\[([a-z0-9-]+)\]$/.exec(sentence)![1]!;

it.each(refused)("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test it.${sentence}`]);
});

it.each([
  groups({}),
  host({ name: "n".repeat(512), retentionDays: 0 }),
  host({ retentionDays: 3653 }),
  search({ port: 1, indexPrefix: "a".repeat(100) }),
  containers({ excludePods: ["*", "web-?.a"], excludeLabels: { "a.b/c_d": "", x: "1.0" }, dataplaneNamespaces: [] }),
  lines({ podPrefix: "web-", container: "a", firstLine: "x".repeat(500), flushSeconds: 60 }),
  matchesOf([{ _SYSTEMD_UNIT: "user@1000.service", PRIORITY: "3" }]),
  paths("/var/log/a-?/*.log"),
  { buffer: { mib: 65536, flushSeconds: 300 }, updatePercent: 100 },
  { imageRepository: "localhost:5000/a/b", journalPath: "/run/log/journal" },
])("%j is taken", (change) => {
  expect(problems(change)).toEqual([]);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(fluentdInputs).sort());
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  const sentences = await variableRefusals({ definition: fluentdModule, inputs: fluentdInputs }, refused.map(([change]) => change));
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});
