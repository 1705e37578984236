import type { Environment } from "../../../envs/environment";
import { qaWith, refusals } from "../example";
import { stackOf } from "../stack";

const basics = { "vpc-cni": {}, "kube-proxy": {}, coredns: {}, "eks-pod-identity-agent": {} };
const cloudWatch = { cloudWatch: { onDestroy: "drop" } };
const signed = { openSearch: { host: "search.example.com", sigV4: {} } };
const domain = "arn:aws:es:us-east-1:444444444444:domain/logs";
const withFluentd = (fluentd: object, changes: object = {}) => qaWith({ addons: basics, platform: { fluentd: { output: cloudWatch, ...fluentd } }, ...changes });
const withAddon = (name: string, addon: object = {}, fluentd: object = {}) => withFluentd(fluentd, { addons: { ...basics, [name]: addon } });
const at = "envs/qa/environment.ts platform.fluentd";
const alone = "expected nothing else that ships the logs of containers to CloudWatch";
const collector = { chart: { published: { repository: "https://aws.github.io/eks-charts", name: "aws-for-fluent-bit", version: "0.2.0" } }, namespace: "kube-system" };
const twice = "every event would be stored and paid twice";
const withReleases = (releases: object) => withFluentd({}, { platform: { fluentd: { output: cloudWatch }, releases } });

it.each<readonly [string, Environment, string]>([
  ["the CloudWatch agent that ships logs too", withAddon("amazon-cloudwatch-observability"), `${at}: ${alone}, got "addons[\\"amazon-cloudwatch-observability\\"]"; ${twice}, unless its containerLogs are off   [fluentd-twice]`],
  ["another collector", withAddon("fluent-bit"), `${at}: ${alone}, got "addons[\\"fluent-bit\\"]"; ${twice}   [fluentd-twice]`],
  ["another collector as a release", withReleases({ logs: collector }), `${at}: ${alone}, got "platform.releases.logs"; ${twice}   [fluentd-twice]`],
  ["a release of its name", withReleases({ fluentd: { ...collector, chart: { published: { ...collector.chart.published, name: "other" } } } }), `${at}: expected a name that no other release of the namespace has, got "fluentd"; platform.releases has it   [release-twice]`],
  [
    "a namespace that admits no pod with paths of its node",
    withFluentd({ namespace: "logging" }, { platform: { namespaces: { logging: {} }, fluentd: { output: cloudWatch, namespace: "logging" } } }),
    `${at}.namespace: expected a namespace that enforces privileged, or kube-system, got "logging"; logging enforces restricted, which admits no pod with paths of its node; try "kube-system"   [fluentd-namespace-security]`,
  ],
  [
    "a namespace that nobody makes",
    withFluentd({ namespace: "logging" }),
    `${at}.namespace: expected a namespace that is there (default, kube-system, kube-public, kube-node-lease), got "logging"; platform.namespaces declares one, createNamespace lets Helm make it   [release-namespace-unknown]`,
  ],
  [
    "a value that the chart does not know",
    withFluentd({ values: { fileConfig: {} } }),
    `${at}.values.fileConfig: expected a value that chart fluentd 0.6.0 knows, got "fileConfig"; the chart would take it and do nothing with it; try "fileConfigs"   [chart-value]`,
  ],
  ["values as text", withFluentd({ values: "a: b" }), `${at}.values: expected values as data, got "a: b"   [chart-values-data]`],
  [
    "a retention that CloudWatch does not know",
    withFluentd({ output: { cloudWatch: { onDestroy: "drop", logGroups: { application: { retentionDays: 10 } } } } }),
    `${at}.output.cloudWatch.logGroups.application.retentionDays: expected one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 10; CloudWatch Logs knows no other   [fluentd-log-retention]`,
  ],
  ["a domain without its ARN", withFluentd({ output: signed }), `${at}.openSearchArn: expected the ARN of the domain or collection, got null; with sigV4 its role writes there and nowhere else   [fluentd-open-search]`],
  ["an ARN of something else", withFluentd({ output: signed, openSearchArn: "arn:aws:s3:::logs" }), `${at}.openSearchArn: expected the ARN of a domain or collection, got "arn:aws:s3:::logs"   [fluentd-open-search-arn]`],
])("%s is refused", (_, environment, sentence) => {
  expect(refusals(environment)).toEqual([sentence]);
});

it("a cluster without nodes is refused: Fargate runs no DaemonSet", () => {
  const environment = withFluentd({}, { nodeGroups: {}, addons: {}, platform: { identity: "irsa", fluentd: { output: cloudWatch } } });
  expect(refusals(environment)).toEqual([`${at}: expected nodes to run on, got "no node groups"; Fargate runs no DaemonSet; fargateLogging ships the logs of its pods   [fluentd-nodes]`]);
});

it("without the agent of Pod Identity its role would never reach it", () => {
  const { "eks-pod-identity-agent": _, ...addons } = basics;
  expect(refusals(withFluentd({}, { addons }))).toEqual([
    `envs/qa/environment.ts addons: expected eks-pod-identity-agent among the add-ons, got ["vpc-cni","kube-proxy","coredns"]; fluentd is served by Pod Identity   [pod-identity-agent]`,
  ]);
});

it.each<readonly [string, Environment]>([
  ["the CloudWatch agent without logs of containers", withAddon("amazon-cloudwatch-observability", { configuration: { containerLogs: { enabled: false } } })],
  ["a namespace that admits it", withFluentd({}, { platform: { namespaces: { logging: { podSecurity: { enforce: "privileged" } } }, fluentd: { output: cloudWatch, namespace: "logging" } } })],
  ["another that ships to CloudWatch, beside logs that go elsewhere", withAddon("fluent-bit", {}, { output: signed, openSearchArn: domain })],
  ["Auto Mode, whose nodes are nodes", withFluentd({}, { cluster: { ...qaWith({}).cluster, autoMode: {} }, nodeGroups: {}, addons: {} })],
])("%s is taken", (_, environment) => {
  expect(refusals(environment)).toEqual([]);
});

describe("an environment with Fluentd", () => {
  const groups = { application: {}, host: { name: "/nodes" } };
  const resources = (environment: Environment) => stackOf(environment)["resource"];
  const variable = (environment: Environment, name: string) => stackOf(environment)["variable"][name].default;

  it("gives it a role for exactly its groups", () => {
    const environment = withFluentd({ output: { cloudWatch: { onDestroy: "drop", logGroups: groups } } });
    expect(variable(environment, "platform_identities").identities).toMatchObject({
      fluentd: { namespace: "kube-system", service_account: "fluentd", method: "podIdentity", permissions: { logs: { groups: ["/aws/containerinsights/eks-qa/application", "/nodes"] } } },
    });
  });

  it("lets it write to its domain alone, by IRSA whatever the others do", () => {
    const { identities } = variable(withFluentd({ output: signed, openSearchArn: domain }), "platform_identities");
    expect(identities.fluentd).toMatchObject({ method: "irsa", statements: { WriteDocuments: { resources: [`${domain}/*`], actions: ["es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "es:ESHttpPut"] } } });
    const collection = "arn:aws:aoss:us-east-1:444444444444:collection/0a1b2c";
    const serverless = variable(withFluentd({ output: { openSearch: { host: "x.us-east-1.aoss.amazonaws.com", sigV4: { service: "aoss" } } }, openSearchArn: collection }), "platform_identities");
    expect(serverless.identities.fluentd.statements.WriteDocuments).toMatchObject({ resources: [collection], actions: ["aoss:APIAccessAll"] });
  });

  it("gives it no role where a Secret lets it in", () => {
    const environment = withFluentd({ output: { openSearch: { host: "search.example.com", secret: { name: "search" } } } });
    expect(variable(environment, "platform_identities").identities).toEqual({});
    expect(resources(environment).helm_release.fluentd_this.values).not.toContain("platform_identities");
  });

  it("makes it after nodes, add-ons and its role", () => {
    const { depends_on: after } = resources(withFluentd({})).helm_release.fluentd_this;
    expect(after).toEqual(expect.arrayContaining(["aws_eks_node_group.node_groups_this", "aws_eks_pod_identity_association.platform_identities_this", "aws_cloudwatch_log_group.fluentd_this"]));
  });

  it("lays values of its own over the rest", () => {
    expect(resources(withFluentd({ values: { podLabels: { team: "a" } } })).helm_release.fluentd_this.values).toContain('[yamlencode({ podLabels = { team = "a" } })]');
  });
});
