import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkEnvironment } from "../../../envs/checks";
import type { Environment } from "../../../envs/environment";
import { environmentStacks } from "../../../envs/wiring";
import { PlatformApp } from "../../../kernel";
import type { Json } from "../../synth";
import { qa, qaWith, refusals } from "../example";
import { stackOf } from "../stack";

const published = { published: { repository: "https://charts.example.com", name: "shop", version: "1.2.3" } };
const release = (change: object = {}) => ({ chart: published, namespace: "default", ...change });
const agent = { addons: { ...qa.addons, "eks-pod-identity-agent": {} } };
const withReleases = (releases: object, platform: object = {}, others: object = {}) => qaWith({ ...others, platform: { releases, ...platform } });
const withResources = (...manifests: object[]) => qaWith({ platform: { customResources: { a: { manifests } } } });
const at = "envs/qa/environment.ts platform.releases";
const object = (change: object = {}) => ({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, ...change });
const queue = { serviceAccount: "shop", statements: { Queue: { actions: ["sqs:SendMessage"], resources: ["arn:aws:sqs:us-east-1:444444444444:shop"] } } };
const releaseOf = (stack: Json, name: string) => stack["resource"].helm_release[`release_${name}_this`] as Json;

describe("refused is", () => {
  it.each<readonly [string, Environment, string]>([
    ["a release that nobody declares", withReleases({ a: release({ after: ["bb"] }), b: release() }), `${at}.a.after[0]: expected one of the releases a, b, got "bb"; try "b"   [release-after]`],
    ["a release that waits for itself", withReleases({ a: release({ after: ["b"] }), b: release({ after: ["c"] }), c: release({ after: ["b"] }) }), `${at}.b: expected an order with a beginning, got "b after c after b"   [release-circle]`],
    [
      "a namespace that nobody makes",
      withReleases({ a: release({ namespace: "shop" }) }),
      `${at}.a.namespace: expected a namespace that is there (default, kube-system, kube-public, kube-node-lease), got "shop"; platform.namespaces declares one, createNamespace lets Helm make it   [release-namespace-unknown]`,
    ],
    ["a folder that is no chart", withReleases({ a: release({ chart: { folder: { path: "docs/adr" } } }) }), `${at}.a.chart.folder.path: expected a folder with a Chart.yaml, got "docs/adr"; it is read from the project's root   [release-folder-chart]`],
    ["a folder outside the project", withReleases({ a: release({ chart: { folder: { path: "../shop" } } }) }), `${at}.a.chart.folder.path: expected a folder of the project, such as charts/shop, got "../shop"   [release-folder]`],
    [
      "a value that a chart on record does not know",
      withReleases({ a: release({ chart: { published: { repository: "https://fluent.github.io/helm-charts", name: "fluentd", version: "0.6.0" } }, values: { toleration: [] } }) }),
      `${at}.a.values.toleration: expected a value that chart fluentd 0.6.0 knows, got "toleration"; the chart would take it and do nothing with it; try "tolerations"   [chart-value]`,
    ],
    ["values as text", withReleases({ a: release({ values: "replicas: 2" }) }), `${at}.a.values: expected values as data, got "replicas: 2"   [chart-values-data]`],
    ["a name that Helm does not take", withReleases({ ["a".repeat(54)]: release() }), `${at}: expected a map in which each key is text of 1 to 53 characters, got {"${"a".repeat(54)}":{"chart":{"published":{"repository":"https://charts.example.co…; Helm takes no longer name for a release   [release-name-length]`],
    ["a chart without its version", withReleases({ a: release({ chart: { published: { repository: "https://charts.example.com", name: "shop" } } }) }), `${at}.a.chart.published.version: expected text, got nothing; it has no default   [required]`],
    [
      "annotations at no path",
      withReleases({ a: release({ identity: { ...queue, annotationsAt: "a b" } }) }, {}, agent),
      `${at}.a.identity.annotationsAt: expected the path of a value, such as serviceAccount.annotations, got "a b"   [release-annotations-path]`,
    ],
    ["a role by an agent that is not there", withReleases({ a: release({ identity: queue }) }), 'envs/qa/environment.ts addons: expected eks-pod-identity-agent among the add-ons, got ["vpc-cni","kube-proxy","coredns"]; release-a is served by Pod Identity   [pod-identity-agent]'],
    [
      "a name twice in a namespace",
      qaWith({ platform: { releases: { a: release() }, customResources: { a: { namespace: "default", manifests: [object()] } } } }),
      'envs/qa/environment.ts platform.customResources.a: expected a name that no other release of the namespace has, got "a"; platform.releases has it   [release-twice]',
    ],
    ["a manifest without a kind", withResources(object({ kind: undefined })), 'envs/qa/environment.ts platform.customResources.a.manifests[0]: expected one object of Kubernetes as YAML or JSON, with apiVersion, kind and metadata.name, got {"apiVersion":"v1","metadata":{"name":"a"}}   [manifest]'],
    ["one object twice", withResources(object(), object({ data: {} })), 'envs/qa/environment.ts platform.customResources.a.manifests[1]: expected each object once, got "v1/ConfigMap/kube-system/a"; platform.customResources.a.manifests[0] has it   [manifest-twice]'],
    [
      "a cluster-wide object in a namespace",
      withResources({ apiVersion: "karpenter.sh/v1", kind: "NodePool", metadata: { name: "a", namespace: "b" } }),
      'envs/qa/environment.ts platform.customResources.a.manifests[0]: expected a manifest without metadata.namespace, got {"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"a","namespace":"b"}}; its kind stands in no namespace   [manifest-scope]',
    ],
  ])("%s", (_, environment, sentence) => {
    expect(refusals(environment)).toEqual([sentence]);
  });
});

it.each<readonly [string, Environment]>([
  ["a namespace that Helm makes, for others too", withReleases({ a: release({ namespace: "shop", createNamespace: true }), b: release({ namespace: "shop", after: ["a"] }) })],
  ["two that wait for one", withReleases({ a: release({ after: ["c"] }), b: release({ after: ["c", "a"] }), c: release() })],
  ["custom resources of one name in two namespaces", qaWith({ platform: { customResources: { a: { namespace: "default", manifests: [object()] }, b: { manifests: [object()] } } } })],
])("%s is taken", (_, environment) => {
  expect(refusals(environment)).toEqual([]);
});

describe("releases", () => {
  it("come after nodes, add-ons and roles, each after those that it names, and custom resources after all", () => {
    const stack = stackOf(qaWith({ ...agent, platform: { releases: { a: release({ after: ["b"] }), b: release() }, customResources: { pools: { manifests: [object()] } } } }));
    expect(releaseOf(stack, "b")["depends_on"]).toEqual(expect.arrayContaining(["aws_eks_node_group.node_groups_this", "local.addons_addons"]));
    expect(releaseOf(stack, "b")["depends_on"]).not.toContain("helm_release.release_a_this");
    expect(releaseOf(stack, "a")["depends_on"]).toContain("helm_release.release_b_this");
    expect(stack["resource"].helm_release.custom_resources_this.depends_on).toEqual(expect.arrayContaining(["helm_release.release_a_this", "helm_release.release_b_this"]));
  });

  it("one more leaves the others as they are", () => {
    const one = stackOf(withReleases({ a: release({ values: { replicas: 2 } }) }));
    const two = stackOf(withReleases({ b: release(), a: release({ values: { replicas: 2 } }) }));
    expect(releaseOf(two, "a")).toEqual(releaseOf(one, "a"));
    expect(two["variable"].release_a).toEqual(one["variable"].release_a);
  });

  it("values are data: what looks like a template is text", () => {
    expect(releaseOf(stackOf(withReleases({ a: release({ values: { host: "${x} %{y}", on: true, none: null } }) })), "a")["values"]).toBe('${tolist([yamlencode({ host = "$${x} %%{y}", on = true, none = null })])}');
  });

  it("a role's annotations stand where the chart wants them, with IRSA alone", () => {
    const given = release({ identity: { ...queue, annotationsAt: "controller.serviceAccount.annotations" } });
    const byAgent = stackOf(withReleases({ a: given }, {}, agent));
    expect(releaseOf(byAgent, "a")["values"]).toBe("${tolist([])}");
    expect(byAgent["variable"].platform_identities.default.identities["release-a"]).toMatchObject({ namespace: "default", service_account: "shop", method: "podIdentity" });
    const byIssuer = stackOf(withReleases({ a: given }, { identity: "irsa" }));
    expect(releaseOf(byIssuer, "a")["values"]).toMatch(/^\$\{tolist\(\[yamlencode\(\{ controller = \{ serviceAccount = \{ annotations = .*\["release-a"\] \} \} \}\)\]\)\}$/);
  });
});

it("a chart of the project stands beside the stack, byte for byte", () => {
  const root = mkdtempSync(join(tmpdir(), "chart-"));
  const here = process.cwd();
  const files = { "Chart.yaml": "name: shop\nversion: 0.1.0\n", "templates/a.yaml": "a: {{ .Values.a }}\n", "charts/inner.tgz": Buffer.from([0x1f, 0x8b, 0xff, 0x00]) };
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, "charts/shop", path)), { recursive: true });
      writeFileSync(join(root, "charts/shop", path), content);
    }
    process.chdir(root);
    const environment = withReleases({ a: release({ chart: { folder: { path: "charts/shop" } } }) });
    expect(refusals(environment)).toEqual([]);
    const app = new PlatformApp({ outdir: join(root, "out") });
    environmentStacks(app, checkEnvironment(environment).environment!);
    app.synth();
    for (const [path, content] of Object.entries(files)) expect(readFileSync(join(root, "out/stacks/qa/releases/a", path))).toEqual(Buffer.from(content));
    const stack = JSON.parse(readFileSync(join(root, "out/stacks/qa/cdk.tf.json"), "utf8")) as Json;
    expect(releaseOf(stack, "a")["chart"]).toContain("${path.module}/releases/a");
  } finally {
    process.chdir(here);
    rmSync(root, { recursive: true, force: true });
  }
});
