import type { GivenInputs } from "../../../kernel";
import { inputsWithDefaults } from "../../../kernel/check";
import { describe as sentenceOf } from "../../../kernel/problem";
import { namespacesInputs } from "../../../modules/namespaces/inputs";
import { namespacesModule } from "../../../modules/namespaces/module";
import { Namespaces } from "../../../modules/namespaces/namespaces";
import { namespaceProblems } from "../../../modules/namespaces/problems";
import { problemsOf, synthStack } from "../../synth";
import { ruleIds, variableRefusals } from "../cluster/both-bindings";

type Given = GivenInputs<typeof namespacesInputs>;
const of = (change: object) => ({ namespaces: { a: change } });
const network = (change: object) => of({ network: { dns: {}, ...change } });
const named = (name: string) => ({ namespaces: { [name]: {} } });
const pods = [{ pods: {} }];
const ingress = (change: object) => network({ ingress: { r: { from: pods, ...change } } });
const egress = (change: object) => network({ egress: { r: { to: pods, ...change } } });
const peer = (change: object) => egress({ to: [change] });
const shown = (value: unknown) => (JSON.stringify(value).length > 120 ? `${JSON.stringify(value).slice(0, 120)}…` : JSON.stringify(value));
const rules = "a map in which each key is lower-case letters, digits and hyphens, at most 40";

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  ...["Shop", "-shop", "shop.eu", "s".repeat(64)].map((name) => [named(name), `namespaces: expected a map in which each key is the name of a namespace: lower-case letters, digits and hyphens, at most 63, got ${shown(named(name).namespaces)}   [namespace-name]`] as const),
  [of({ labels: { "-a": "x" } }), `namespaces.a.labels: expected a map in which each key is the key of a label, got {"-a":"x"}   [namespace-label-key]`],
  [of({ labels: { a: "x y" } }), `namespaces.a.labels.a: expected the value of a label, got "x y"   [namespace-label]`],
  [
    of({ labels: { "pod-security.kubernetes.io/enforce": "privileged" } }),
    `namespaces.a.labels: expected a map in which each key is text that does not begin with pod-security.kubernetes.io/, got {"pod-security.kubernetes.io/enforce":"privileged"}; podSecurity says it   [namespace-label-security]`,
  ],
  [of({ annotations: { "a b": "x" } }), `namespaces.a.annotations: expected a map in which each key is the key of an annotation, got {"a b":"x"}   [namespace-annotation-key]`],
  [of({ podSecurity: { version: "1.35" } }), `namespaces.a.podSecurity.version: expected latest or a version such as v1.35, got "1.35"   [pod-security-version]`],
  [of({ quota: {} }), `namespaces.a.quota: expected at least one resource, got {}   [quota-resources]`],
  [of({ quota: { "requests cpu": "1" } }), `namespaces.a.quota: expected a map in which each key is the name of a resource, got {"requests cpu":"1"}   [quota-resource]`],
  [of({ quota: { pods: "many" } }), `namespaces.a.quota.pods: expected a quantity such as 500m or 2Gi, got "many"   [quota-amount]`],
  [of({ limitRange: { container: {} } }), `namespaces.a.limitRange: expected a map in which each key is one of Container, Pod, PersistentVolumeClaim, got {"container":{}}   [limit-type]`],
  ...(["default", "defaultRequest", "min", "max"] as const).map(
    (field) => [of({ limitRange: { Container: { [field]: { memory: "1 GB" } } } }), `namespaces.a.limitRange.Container.${field}.memory: expected a quantity such as 500m or 2Gi, got "1 GB"   [limit-${field === "defaultRequest" ? "default-request" : field}]`] as const,
  ),
  ...([["labels", { a: "b" }, "labels"], ["annotations", { a: "b" }, "annotations"], ["podSecurity", { enforce: "baseline", audit: "baseline", warn: "baseline", version: "latest" }, "security"], ["readinessGated", true, "readiness"], ["automountedToken", true, "token"]] as const).map(
    ([field, value, rule]) => [of({ origin: "existing", [field]: value }), `namespaces.a.${field}: expected nothing unless origin is new, got ${JSON.stringify(value)}; an existing namespace is its owner's   [existing-namespace-${rule}]`] as const,
  ),
  [of({ network: {} }), `namespaces.a.network: expected either dns or withoutDns, got {}; hardly any program works without names   [network-dns]`],
  [network({ withoutDns: { because: "air" } }), `namespaces.a.network: expected either dns or withoutDns, got {"dns":{},"withoutDns":{"because":"air"}}; hardly any program works without names   [network-dns]`],
  [of({ network: { withoutDns: { because: " " } } }), `namespaces.a.network.withoutDns.because: expected a reason, got " "   [network-without-dns]`],
  [network({ instanceMetadata: { because: "" } }), `namespaces.a.network.instanceMetadata.because: expected a reason, got ""   [network-metadata]`],
  [network({ loadBalancers: { pods: { app: "a b" } } }), `namespaces.a.network.loadBalancers.pods.app: expected the value of a label, got "a b"   [network-pod-label]`],
  [network({ loadBalancers: { pods: { "/app": "a" } } }), `namespaces.a.network.loadBalancers.pods: expected a map in which each key is the key of a label, got {"/app":"a"}   [network-pod-label-key]`],
  [network({ ingress: { Rule: { from: pods } } }), `namespaces.a.network.ingress: expected ${rules}, got {"Rule":{"from":[{"pods":{}}]}}   [network-ingress-name]`],
  [network({ egress: { ["r".repeat(41)]: { to: pods } } }), `namespaces.a.network.egress: expected ${rules}, got ${shown({ ["r".repeat(41)]: { to: pods } })}   [network-egress-name]`],
  [ingress({ from: [] }), `namespaces.a.network.ingress.r.from: expected at least one peer, got []; none would be everybody   [network-from]`],
  [egress({ to: [] }), `namespaces.a.network.egress.r.to: expected at least one peer, got []; none would be everybody   [network-to]`],
  [peer({}), `namespaces.a.network.egress.r.to[0]: expected exactly one of pods, block, got {}   [network-peer]`],
  [peer({ pods: { namespace: "B" } }), `namespaces.a.network.egress.r.to[0].pods.namespace: expected the name of a namespace, got "B"   [network-peer-namespace]`],
  ...["10.0.0.0", "10.0.0.0/33", "256.0.0.0/8", "fd00::/129", "example.com"].map((cidr) => [peer({ block: { cidr } }), `namespaces.a.network.egress.r.to[0].block.cidr: expected an IPv4 or IPv6 CIDR block, got "${cidr}"   [network-block]`] as const),
  [peer({ block: { cidr: "0.0.0.0/0", except: ["all"] } }), `namespaces.a.network.egress.r.to[0].block.except[0]: expected an IPv4 or IPv6 CIDR block, got "all"   [network-block-except]`],
  [
    peer({ block: { cidr: "0.0.0.0/0", except: ["10.0.0.0/8", "10.0.0.0/8"] } }),
    `namespaces.a.network.egress.r.to[0].block.except: expected a list without repeated elements, got ["10.0.0.0/8","10.0.0.0/8"]; try ["10.0.0.0/8"]   [network-distinct-except]`,
  ],
  [egress({ ports: [{ port: 0 }] }), `namespaces.a.network.egress.r.ports[0].port: expected a whole number from 1 to 65535, got 0; try 1   [network-port]`],
  [egress({ ports: [{ port: 1, endPort: 65536 }] }), `namespaces.a.network.egress.r.ports[0].endPort: expected a whole number from 1 to 65535, got 65536; try 65535   [network-end-port]`],
  [egress({ ports: [{ port: 9, endPort: 8 }] }), `namespaces.a.network.egress.r.ports[0].port: expected a number that is at most endPort, got 9; try 8   [network-port-range]`],
  [{ loadBalancerCidrs: { internet: ["x"] } }, `loadBalancerCidrs.internet[0]: expected an IPv4 or IPv6 CIDR block, got "x"   [load-balancer-block]`],
  [{ loadBalancerCidrs: { internal: ["x"] } }, `loadBalancerCidrs.internal[0]: expected an IPv4 or IPv6 CIDR block, got "x"   [internal-load-balancer-block]`],
  [{ apiServerCidrs: ["172.20.0.1"] }, `apiServerCidrs[0]: expected an IPv4 or IPv6 CIDR block, got "172.20.0.1"   [api-server-block]`],
  [{ dnsAddresses: { cidrs: [] } }, `dnsAddresses.cidrs: expected at least one block, got []; none would be everywhere   [dns-blocks]`],
  [{ dnsAddresses: { cidrs: ["172.20.0.10"] } }, `dnsAddresses.cidrs[0]: expected an IPv4 or IPv6 CIDR block, got "172.20.0.10"   [dns-block]`],
];

const problems = (change: Record<string, unknown>) => problemsOf(() => synthStack((stack) => new Namespaces(stack, "it", { namespaces: {}, ...change } as unknown as Given)));
const ruleOf = (sentence: string) => /\[([a-z0-9-]+)\]$/.exec(sentence)![1]!;

it.each(refused)("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test it.${sentence}`]);
});

it.each([
  named("s".repeat(63)),
  of({ origin: "existing", quota: { "count/deployments.apps": "10", "requests.storage": "1.5Ti" }, limitRange: { Pod: { max: { cpu: "500m" } } }, network: { dns: {} } }),
  of({ labels: { "example.com/team": "", team: "a_B.c" }, podSecurity: { enforce: "privileged", version: "v1.35" } }),
  of({ network: { withoutDns: { because: "talks to one address" } } }),
  peer({ block: { cidr: "255.255.255.255/32", except: [] } }),
  peer({ block: { cidr: "::/0", except: ["fd00:ec2::254/128"] } }),
  egress({ ports: [{ port: 65535, protocol: "UDP" }, { port: 1, endPort: 1 }] }),
])("%j is taken", (change) => {
  expect(problems(change)).toEqual([]);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(namespacesInputs).sort());
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  const sentences = await variableRefusals({ definition: namespacesModule, inputs: namespacesInputs }, refused.map(([change]) => change));
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});

describe("between inputs", () => {
  const found = (change: Record<string, unknown>) => namespaceProblems("it", inputsWithDefaults(namespacesInputs, { namespaces: {}, ...change }) as never).map(sentenceOf);

  it.each<readonly [string, Record<string, unknown>, string]>([
    ["Kubernetes's own namespaces", { namespaces: { default: {}, "kube-node-lease": {}, kube: {}, "default-a": {} } }, `it.namespaces: expected the origin existing for default and kube-…, got ["default","kube-node-lease"]; Kubernetes makes those itself   [namespace-reserved]`],
    [
      "peers in namespaces that are not declared",
      { namespaces: { a: { network: { dns: {}, ingress: { r: { from: [{ pods: { namespace: "b" } }, { pods: { namespace: "a" } }] } }, egress: { r: { to: [{ pods: { namespace: "c" } }] } } } } } },
      `it.namespaces: expected peers in declared namespaces, got ["b","c"]; a policy for a namespace that is not there lets nobody through; one that others make is declared with the origin existing   [network-unknown-namespace]`,
    ],
    ["load balancers without their blocks", { ...network({ loadBalancers: { facing: "internal" } }), loadBalancerCidrs: { internet: ["10.0.0.0/24"] } }, `it.loadBalancerCidrs: expected the blocks in which the load balancers are, got {"internet":["10.0.0.0/24"],"internal":[]}   [network-load-balancer-blocks]`],
    ["an API without its address", network({ apiServer: {} }), `it.apiServerCidrs: expected the address of the Kubernetes API, got []   [network-api-server-blocks]`],
  ])("%s are named", (_, change, sentence) => {
    expect(found(change)).toEqual([sentence]);
  });

  it("what is declared and given is taken", () => {
    expect(found({ ...network({ apiServer: {}, loadBalancers: {} }), apiServerCidrs: ["172.20.0.1/32"], loadBalancerCidrs: { internet: ["10.0.0.0/24"] } })).toEqual([]);
    expect(found({ namespaces: { "kube-system": { origin: "existing" }, a: { network: { dns: {}, egress: { r: { to: [{ pods: { namespace: "kube-system" } }] } } } } } })).toEqual([]);
  });
});
