import { instanceType } from "../../aws/instance-types";
import { checkEnvironment } from "../../envs/checks";
import { addressingOf, judgeMaxPods, maxPodsOf } from "../../envs/max-pods";
import type { Environment } from "../../envs/environment";
import { declaredGroups } from "../../envs/node-groups";
import { describe as sentence } from "../../kernel";
import { group, qaWith, refusals, warnings } from "./example";

const addonsOf = (settings?: string) => checkEnvironment(qaWith({ addons: { "vpc-cni": settings === undefined ? {} : (JSON.parse(settings) as object) } })).readable.addons;
const [single, prefixes, custom] = [{}, { prefixDelegation: true }, { customNetworking: true }];

describe("how pods get addresses", () => {
  it.each<[string | undefined, object]>([
    [undefined, { prefixDelegation: false, customNetworking: false }],
    ['{"configuration":{}}', { prefixDelegation: false, customNetworking: false }],
    ['{"configuration":{"env":{"ENABLE_PREFIX_DELEGATION":"true"}}}', { prefixDelegation: true, customNetworking: false }],
    ['{"configuration":{"env":{"ENABLE_PREFIX_DELEGATION":"false","AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG":"true"}}}', { prefixDelegation: false, customNetworking: true }],
    ['{"podNetwork":{"prefixDelegation":true,"podSubnets":{}}}', { prefixDelegation: true, customNetworking: true }],
    ['{"configuration":{"env":5}}', { prefixDelegation: false, customNetworking: false }],
  ])("is told by vpc-cni's settings %s", (settings, addressing) => {
    expect(addressingOf({ addons: addonsOf(settings) })).toEqual(addressing);
  });

  it("is the plain way without the add-on", () => {
    expect(addressingOf({})).toEqual({ prefixDelegation: false, customNetworking: false });
  });

  it("is by prefixes in an IPv6 cluster", () => {
    expect(addressingOf({ cluster: { ipFamily: "ipv6" } })).toEqual({ prefixDelegation: true, customNetworking: false });
  });
});

describe("a group is told how many pods its nodes run", () => {
  const image = { id: "ami-0123456789abcdef0", family: "AL2023" };
  it.each([
    ["its own number", { maxPods: 40, image }, ["m5.large"], single, 40],
    ["nothing, where EKS reckons", {}, ["m5.large"], single, null],
    ["what the least of its types has addresses for, with an image of its own", { image }, ["m5.4xlarge", "m5.large"], single, 29],
    ["the same beside its own subnets", { image }, ["m5.large"], custom, 20],
    ["no more than the cap with prefixes", { image }, ["m5.large"], prefixes, 110],
    ["the higher cap above 30 vCPUs", { image }, ["m5.8xlarge"], prefixes, 250],
    ["single addresses where the type takes no prefixes", { image }, ["m4.large"], prefixes, 20],
    ["nothing for Windows", { image: { ...image, family: "WINDOWS" } }, ["m5.large"], single, null],
  ])("%s", (_, group, types, addressing, pods) => {
    expect(maxPodsOf(group, types, addressing)).toBe(pods);
  });
});

describe("a number of pods is judged by the least of the types", () => {
  const told = (maxPods: number | null, types: readonly string[], addressing: object) => {
    const { problems, warnings } = judgeMaxPods("nodeGroups.main", { maxPods }, types.map((name) => instanceType(name)!), addressing);
    return { problems: problems.map(sentence), warnings: warnings.map(sentence) };
  };

  it.each([
    [null, ["m5.large"], single],
    [29, ["m5.large", "m5.xlarge"], single],
    [20, ["m5.large"], custom],
    [110, ["m5.large"], prefixes],
    [250, ["m5.8xlarge"], prefixes],
    [20, ["m4.large"], prefixes],
  ])("%j of %j with %j is fine", (maxPods, types, addressing) => {
    expect(told(maxPods, types, addressing)).toEqual({ problems: [], warnings: [] });
  });

  it.each<[number, string[], object, string]>([
    [30, ["m5.xlarge", "m5.large"], single, `at most 29, got 30; m5.large has addresses for no more, unless vpc-cni delegates prefixes; try 29   [max-pods-addresses]`],
    [21, ["m5.large"], custom, `at most 20, got 21; m5.large has addresses for no more, unless vpc-cni delegates prefixes; try 20   [max-pods-addresses]`],
    [435, ["m5.large"], prefixes, `at most 434, got 435; m5.large has addresses for no more; try 110   [max-pods-addresses]`],
    [21, ["m4.large"], single, `at most 20, got 21; m4.large has addresses for no more; try 20   [max-pods-addresses]`],
  ])("%j of %j with %j is refused", (maxPods, types, addressing, line) => {
    expect(told(maxPods, types, addressing)).toEqual({ problems: [`nodeGroups.main.maxPods: expected ${line}`], warnings: [] });
  });

  it.each<[number, string[], object, string]>([
    [111, ["m5.large"], prefixes, `at most 110, got 111; EKS recommends no more for so few vCPUs; try 110   [max-pods-cap]`],
    [251, ["m5.8xlarge"], prefixes, `at most 250, got 251; EKS recommends no more for so few vCPUs; try 250   [max-pods-cap]`],
  ])("%j of %j with %j is warned of", (maxPods, types, addressing, line) => {
    expect(told(maxPods, types, addressing)).toEqual({ problems: [], warnings: [`nodeGroups.main.maxPods: expected ${line}`] });
  });
});

describe("in an environment", () => {
  const image = { id: "ami-0123456789abcdef0", family: "AL2023" };
  const prefixes = { addons: { "vpc-cni": { podNetwork: { prefixDelegation: true } }, "kube-proxy": {}, coredns: {} } };
  const podsOf = (environment: Environment) => declaredGroups(checkEnvironment(environment).environment!)["main"]!.maxPods;

  it("a group with an image of its own is told a number, and the others leave it to EKS", () => {
    expect([podsOf(group({ image })), podsOf({ ...group({ image }), ...prefixes }), podsOf(group({ image, maxPods: 12 })), podsOf(group({}))]).toEqual([29, 110, 12, null]);
  });

  it("a number above the addresses is refused, one above the cap warned of", () => {
    const at = "envs/qa/environment.ts nodeGroups.main.maxPods: expected at most";
    expect(refusals(group({ maxPods: 30 }))).toEqual([`${at} 29, got 30; m5.large has addresses for no more, unless vpc-cni delegates prefixes; try 29   [max-pods-addresses]`]);
    const many = { ...group({ maxPods: 200 }), ...prefixes };
    expect([...refusals(many), ...warnings(many)]).toEqual([`${at} 110, got 200; EKS recommends no more for so few vCPUs; try 110   [max-pods-cap]`]);
  });
});
