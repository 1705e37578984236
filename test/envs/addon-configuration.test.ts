import { addonSettings } from "../../aws/addon-settings";
import type { Environment } from "../../envs/environment";
import { qa, refusals, warnings } from "./example";

type Addons = Environment["addons"];
const of = (addons: Addons, more: object = {}) => ({ ...qa, addons, ...more }) as Environment;
/** Anything, as a program that is not type-checked may say it. */
const untyped = (name: string, configuration: unknown) => of({ [name]: { configuration } } as never);
const at = (path: string, rest: string) => `envs/qa/environment.ts addons${path}: ${rest}`;

describe("what add-ons are told is checked at synth", () => {
  it.each([
    ["vpc-cni", { env: { WARM_ENI_TARGET: 1 } }, at('["vpc-cni"].configuration.env.WARM_ENI_TARGET', `expected text such as "1", got 1; the add-on wants text here; try "1"   [addon-setting]`)],
    ["vpc-cni", { env: { ENABLE_PREFIX_DELEGATION: true } }, at('["vpc-cni"].configuration.env.ENABLE_PREFIX_DELEGATION', `expected text such as "true", got true; the add-on wants text here; try "true"   [addon-setting]`)],
    ["vpc-cni", { env: { ENABLE_PREFIX_DELEGATION: "on" } }, at('["vpc-cni"].configuration.env.ENABLE_PREFIX_DELEGATION', `expected text such as "true", got "on"   [addon-setting]`)],
    ["vpc-cni", { enableNetworkPolicy: true }, at('["vpc-cni"].configuration.enableNetworkPolicy', `expected text such as "true", got true; the add-on wants text here; try "true"   [addon-setting]`)],
    ["vpc-cni", { env: { NETWORK_POLICY_ENFORCING_MODE: "Strict" } }, at('["vpc-cni"].configuration.env.NETWORK_POLICY_ENFORCING_MODE', `expected one of standard, strict, got "Strict"; try "strict"   [addon-setting]`)],
    ["vpc-cni", { eniConfig: { create: true, subnets: { a: { id: "subnet-1" } } } }, at('["vpc-cni"].configuration.eniConfig.region', "expected text, got nothing   [addon-setting]")],
    ["vpc-cni", { env: "all" }, at('["vpc-cni"].configuration.env', `expected an object, got "all"   [addon-setting]`)],
    ["coredns", { replicaCount: "2" }, at(".coredns.configuration.replicaCount", `expected a whole number, got "2"   [addon-setting]`)],
    ["coredns", { replicaCount: 2.5 }, at(".coredns.configuration.replicaCount", "expected a whole number, got 2.5   [addon-setting]")],
    ["coredns", { autoScaling: { minReplicas: 2 } }, at(".coredns.configuration.autoScaling.enabled", "expected true or false, got nothing   [addon-setting]")],
    ["coredns", { autoScaling: { enabled: true, minReplicas: 1 } }, at(".coredns.configuration.autoScaling.minReplicas", "expected a whole number from 2 to 1000, got 1   [addon-setting]")],
    ["coredns", { podDisruptionBudget: { maxUnavailable: "half" } }, at(".coredns.configuration.podDisruptionBudget.maxUnavailable", `expected text like .*%$ or a whole number, got "half"   [addon-setting]`)],
    ["coredns", { tolerations: ["all"] }, at(".coredns.configuration.tolerations[0]", `expected an object, got "all"   [addon-setting]`)],
    ["coredns", { nodeSelector: { a: 1 } }, at(".coredns.configuration.nodeSelector.a", `expected text, got 1; the add-on wants text here; try "1"   [addon-setting]`)],
    ["kube-proxy", { mode: "nftables" }, at('["kube-proxy"].configuration.mode', `expected one of iptables, ipvs, got "nftables"; try "iptables"   [addon-setting]`)],
    ["aws-ebs-csi-driver", { controller: { batching: "true" } }, at('["aws-ebs-csi-driver"].configuration.controller.batching', `expected true or false, got "true"   [addon-setting]`)],
    ["fluent-bit", [1], at('["fluent-bit"].configuration', "expected an object, got [1]   [addon-setting]")],
  ])("%s: %j is refused", (name, configuration, sentence) => {
    expect(refusals(untyped(name, configuration))).toEqual([sentence]);
  });

  it.each<Addons>([
    { "vpc-cni": { configuration: { env: { WARM_ENI_TARGET: "1", ENABLE_PREFIX_DELEGATION: "true" }, eniConfig: { create: true, region: "us-east-1", subnets: { "us-east-1a": { id: "subnet-1" } } } } } },
    { coredns: { configuration: { autoScaling: { enabled: true, minReplicas: 2, maxReplicas: 1000 }, podDisruptionBudget: { maxUnavailable: "50%", anything: 1 } } } },
    { "kube-proxy": { configuration: { mode: "ipvs", ipvs: { scheduler: "rr" } } } },
    { "metrics-server": { configuration: { replicas: 2 } }, "fluent-bit": { configuration: { whatever: [1, { a: null }] } } },
  ])("%j is fine", (addons) => {
    expect([refusals(of(addons)), warnings(of(addons))]).toEqual([[], []]);
  });

  it("what is not known is a warning, since the add-on may be newer than the table", () => {
    const addons = { coredns: { configuration: { replicaCont: 2 } }, "vpc-cni": { configuration: { env: { ENABLE_SOMETHING: "true" } } } };
    const why = "the table may be older than the add-on's version, which refuses what it does not know";
    expect(refusals(of(addons))).toEqual([]);
    expect(warnings(of(addons))).toEqual([
      at(".coredns.configuration.replicaCont", `expected a setting that is known, got "replicaCont"; ${why}; try "replicaCount"   [addon-setting-unknown]`),
      expect.stringContaining(`got "ENABLE_SOMETHING"; ${why}`),
    ]);
  });

  it("the usual add-ons have a table", () => {
    expect(Object.keys(addonSettings)).toHaveLength(10);
  });
});

describe("the network of pods in words", () => {
  const pods = { network: { ...qa.network, podSubnets: { cidr: "100.64.0.0/16" } } };

  it.each([
    [of({ coredns: { podNetwork: {} } } as never), at(".coredns.podNetwork", `expected nothing but at vpc-cni, got "coredns"; vpc-cni makes the network of pods   [pod-network-addon]`)],
    [of({ "vpc-cni": { podNetwork: { podSubnets: {} } } }), at('["vpc-cni"].podNetwork.podSubnets', `expected a network with pod subnets, got {"securityGroupIds":null}; pods would have no subnet in any zone   [pod-network-subnets]`)],
    [of({ "vpc-cni": { podNetwork: { warm: { prefixes: 1 } } } }), at('["vpc-cni"].podNetwork.warm.prefixes', "expected nothing without prefixDelegation, got 1; there are no prefixes to keep   [pod-network-prefixes]")],
    [of({ "vpc-cni": { podNetwork: { warm: {} } } }), at('["vpc-cni"].podNetwork.warm', "expected at least one of prefixes, interfaces, addresses, minimumAddresses, got {}   [warm-target]")],
    [of({ "vpc-cni": { podNetwork: { warm: { interfaces: 1, addresses: 2 } } } }), at('["vpc-cni"].podNetwork.warm', `expected either interfaces or addresses, got {"interfaces":1,"addresses":2}; vpc-cni would not look at the interfaces   [warm-target-kind]`)],
    [of({ "vpc-cni": { podNetwork: { sourceNat: "none", sourceNatExcludedCidrs: ["10.0.0.0/8"] } } }), at('["vpc-cni"].podNetwork.sourceNatExcludedCidrs', `expected nothing unless sourceNat is node, got ["10.0.0.0/8"]   [source-nat-excluded-unused]`)],
    [
      of({ "vpc-cni": { podNetwork: { prefixDelegation: true }, configuration: { env: { ENABLE_PREFIX_DELEGATION: "false" } } } }),
      at('["vpc-cni"].configuration.env.ENABLE_PREFIX_DELEGATION', `expected nothing, because podNetwork says it, got "false"   [pod-network-twice]`),
    ],
    [
      of({ "vpc-cni": { podNetwork: { podSubnets: {} }, configuration: { eniConfig: { create: false, region: "us-east-1", subnets: { a: { id: "subnet-1" } } } } } }, pods),
      at('["vpc-cni"].configuration.eniConfig', `expected nothing, because podNetwork says it, got {"create":false,"region":"us-east-1","subnets":{"a":{"id":"subnet-1"}}}   [pod-network-twice]`),
    ],
    [
      of({ "vpc-cni": {} }, { nodeGroups: { own: { instanceTypes: ["m5.large"], image: { id: "ami-0123456789abcdef0", family: "WINDOWS" }, sizes: { min: 1, desired: 1, max: 1 } } } }),
      at('["vpc-cni"].configuration.enableWindowsIpam', `expected "true", got nothing; pods on the Windows nodes of own get no address without it; try "true"   [addon-windows-ipam]`),
    ],
    [
      of({ "vpc-cni": {} }, { nodeGroups: { win: { instanceTypes: ["m5.large"], amiType: "WINDOWS_CORE_2022_x86_64", sizes: { min: 1, desired: 1, max: 1 } } } }),
      at('["vpc-cni"].configuration.enableWindowsIpam', `expected "true", got nothing; pods on the Windows nodes of win get no address without it; try "true"   [addon-windows-ipam]`),
    ],
  ])("%# is refused with one sentence", (environment, sentence) => {
    expect(refusals(environment)).toEqual([sentence]);
  });

  it.each([
    of({ "vpc-cni": { podNetwork: { podSubnets: {}, prefixDelegation: true, warm: { prefixes: 1 } } } }, pods),
    of({ "vpc-cni": { podNetwork: { prefixDelegation: true }, configuration: { env: { AWS_VPC_K8S_CNI_LOGLEVEL: "INFO" } } } }),
  ])("%# is fine", (environment) => {
    expect(refusals(environment)).toEqual([]);
  });
});

describe("versions of add-ons and of Kubernetes", () => {
  const proxy = (version: string) => of({ "kube-proxy": { version } });

  it.each([
    ["v1.36.0-eksbuild.14", "kube-proxy must not be newer than the API server"],
    ["v1.31.14-eksbuild.20", "kube-proxy may be three minor versions older than the API server and no more"],
  ])("kube-proxy %s does not go with 1.35", (version, why) => {
    expect(refusals(proxy(version))).toEqual([at('["kube-proxy"].version', `expected a version of kube-proxy for Kubernetes 1.35, got "${version}"; ${why}; try "v1.35.3-eksbuild.13"   [addon-version-skew]`)]);
  });

  it.each(["v1.35.3-eksbuild.1", "v1.32.13-eksbuild.16"])("kube-proxy %s goes with 1.35", (version) => {
    expect(refusals(proxy(version))).toEqual([]);
  });

  it("a CoreDNS that EKS was not seen to offer is a warning", () => {
    expect(warnings(of({ coredns: { version: "v1.11.4-eksbuild.40" } }))).toEqual([
      at(".coredns.version", `expected a version of coredns for Kubernetes 1.35, got "v1.11.4-eksbuild.40"; by 2026-08-20 EKS offered 1.13 and 1.14 for Kubernetes 1.35; try "v1.14.3-eksbuild.3"   [addon-version-unseen]`),
    ]);
    expect(warnings(of({ coredns: { version: "v1.13.2-eksbuild.4" } }))).toEqual([]);
  });
});
