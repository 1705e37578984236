import type { Environment } from "../../../envs/environment";
import { existing, qa, qaWith, refusals } from "../example";
import { stackOf, stacksOf } from "../stack";

const network = { dns: {} };
const withNamespaces = (namespaces: object, others: object = {}) => qaWith({ platform: { namespaces }, ...others });
const autoMode = { cluster: { ...qa.cluster, autoMode: {} }, nodeGroups: {}, addons: {} };
const at = "envs/qa/environment.ts platform.namespaces";
const behind = { a: { network: { dns: {}, loadBalancers: {} } } };
const cniOf = (environment: Environment) => JSON.parse(stackOf(environment)["variable"].addons.default.addons["vpc-cni"].configuration_values ?? "{}") as object;

it.each<readonly [string, Environment, string]>([
  ["a namespace of Kubernetes's own", withNamespaces({ "kube-system": {} }), `${at}: expected the origin existing for default and kube-…, got ["kube-system"]; Kubernetes makes those itself   [namespace-reserved]`],
  [
    "a policy for an unknown namespace",
    withNamespaces({ a: { network: { dns: {}, egress: { b: { to: [{ pods: { namespace: "b" } }] } } } } }),
    `${at}: expected peers in declared namespaces, got ["b"]; a policy for a namespace that is not there lets nobody through; one that others make is declared with the origin existing   [network-unknown-namespace]`,
  ],
  ["refusing everything without a word on DNS", withNamespaces({ a: { network: {} } }), `${at}.a.network: expected either dns or withoutDns, got {}; hardly any program works without names   [network-dns]`],
  ["policies that nobody enforces", withNamespaces({ a: { network } }, { addons: { coredns: {}, "kube-proxy": {} } }), `${at}: expected vpc-cni among the add-ons, got ["coredns","kube-proxy"]; it enforces network policies, and nobody would   [network-policy-agent]`],
  [
    "policies that the settings switch off",
    withNamespaces({ a: { network } }, { addons: { ...qa.addons, "vpc-cni": { configuration: { enableNetworkPolicy: "false" } } } }),
    `envs/qa/environment.ts addons.vpc-cni.configuration.enableNetworkPolicy: expected "true", or nothing, got "false"; nobody would enforce the network policies of platform.namespaces   [network-policy-agent]`,
  ],
  ["load balancers in an existing network", existing({}, { platform: { namespaces: behind } }), `${at}.a.network.loadBalancers: expected platform.loadBalancerCidrs.internet, got null; the blocks of an existing network's subnets are not known   [network-load-balancer-blocks]`],
  [
    "load balancers in public subnets that are not there",
    withNamespaces(behind, { network: { ...qa.network, nat: "none", publicSubnets: null } }),
    `${at}.a.network.loadBalancers: expected platform.loadBalancerCidrs.internet, got null; the network has no public subnets   [network-load-balancer-blocks]`,
  ],
])("%s is refused", (_, environment, sentence) => {
  expect(refusals(environment)).toContain(sentence);
});

it.each<readonly [string, Environment]>([
  ["namespaces without policies need no agent", withNamespaces({ a: {} }, { addons: { coredns: {}, "kube-proxy": {} } })],
  ["load balancers in an existing network whose blocks are given", existing({}, { platform: { namespaces: behind, loadBalancerCidrs: { internet: ["10.60.0.0/24"] } } })],
  ["the origin existing for kube-system", withNamespaces({ "kube-system": { origin: "existing", quota: { pods: "500" } } })],
])("%s", (_, environment) => {
  expect(refusals(environment)).toEqual([]);
});

describe("the agent that enforces policies", () => {
  it("is switched on with the first policy, beside what vpc-cni is told already", () => {
    expect(cniOf(withNamespaces({ a: {} }))).toEqual({});
    expect(cniOf(withNamespaces({ a: { network } }))).toEqual({ enableNetworkPolicy: "true" });
    const told = { addons: { ...qa.addons, "vpc-cni": { podNetwork: { prefixDelegation: true } } } };
    expect(cniOf(withNamespaces({ a: { network } }, told))).toEqual({ enableNetworkPolicy: "true", env: { ENABLE_PREFIX_DELEGATION: "true" } });
  });

  it("is switched on by a ConfigMap on Auto Mode, and by nothing else", () => {
    const stack = stackOf(withNamespaces({ a: { network } }, autoMode));
    expect(stack["variable"].namespaces.default.auto_mode_policies).toEqual({});
    expect(stackOf(withNamespaces({ a: {} }, autoMode))["variable"].namespaces.default.auto_mode_policies).toBeNull();
    expect(stackOf(withNamespaces({ a: { network } }))["variable"].namespaces.default.auto_mode_policies).toBeNull();
  });
});

it("blocks of subnets and services come from network and cluster, also across layers", () => {
  const one = JSON.stringify(stackOf(withNamespaces(behind))["resource"].kubernetes_network_policy_v1);
  expect(one).toContain("aws_subnet.network_public");
  const layers = stacksOf(withNamespaces(behind, { layout: "layered", provider: { roleArn: "arn:aws:iam::444444444444:role/admin" } }));
  const policies = JSON.stringify(layers["qa-platform"]!["resource"].kubernetes_network_policy_v1);
  expect(policies).toContain("network_public_subnet_cidr_blocks");
  expect(policies).toContain("cidrhost(");
});

it("none is made where none is declared, and nothing waits for it", () => {
  expect(stackOf(withNamespaces({}))["resource"]).not.toHaveProperty("kubernetes_namespace_v1");
});

it("who deletes load balancers and volumes is there before the namespaces and after them", () => {
  const stack = stackOf(withNamespaces({ a: {} }, { addons: { ...qa.addons, "aws-ebs-csi-driver": { identity: "irsa" } }, platform: { identity: "irsa", namespaces: { a: {} }, storageClasses: { gp3: { reclaimPolicy: "Delete", ebs: {} } }, loadBalancerController: {}, customResources: { own: { namespace: "a", manifests: [{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "own" } }] } } } }));
  expect(stack["resource"].kubernetes_namespace_v1.namespaces_this.depends_on).toEqual(expect.arrayContaining(["kubernetes_storage_class_v1.storage_classes_ebs", "helm_release.load_balancer_controller_this", "terraform_data.load_balancer_controller_drain"]));
  expect(stack["resource"].helm_release.custom_resources_this.depends_on).toContain("kubernetes_namespace_v1.namespaces_this");
});
