import { instanceType } from "../../../aws/instance-types";
import { nodeAddresses } from "../../../aws/node-addresses";
import { subnetAddresses } from "../../../review/facts/subnet-addresses";
import type { PlannedResource } from "../../../review/plan-json";
import { created, kept, layer } from "./layers";

const plain = { prefixDelegation: false, customNetworking: false, warm: 1, capped: true };
it.each<[string, Partial<typeof plain>, number, number]>([
  // 3 interfaces of 10 addresses: 27 pods fill them, and no fourth can be kept.
  ["m5.large", {}, 30, 0],
  // 8 interfaces of 30: 108 pods need four, and one is kept.
  ["m5.4xlarge", {}, 150, 0],
  ["m5.4xlarge", { warm: 0 }, 120, 0],
  ["m5.4xlarge", { capped: false }, 240, 0],
  // 108 pods need seven prefixes, one is kept, and the interface has an address of its own.
  ["m5.large", { prefixDelegation: true }, 129, 0],
  // Xen gives no prefixes.
  ["m4.large", { prefixDelegation: true }, 20, 0],
  ["m5.large", { customNetworking: true }, 1, 20],
])("a node of %s takes with %j %i addresses, and %i for its pods", (name, settings, own, ofPods) => {
  expect(nodeAddresses(instanceType(name)!, { ...plain, ...settings })).toEqual({ own, ofPods });
});

const cluster = kept("aws_eks_cluster.this", { name: "main" });
const cni = (settings?: object) => kept("aws_eks_addon.cni", { addon_name: "vpc-cni", configuration_values: settings === undefined ? "" : JSON.stringify(settings) });
const subnet = (key: string, cidr: string) => kept(`aws_subnet.private["${key}"]`, { id: `subnet-${key}`, cidr_block: cidr });
const group = (max: number, types: readonly string[], subnets: readonly string[]) => ({ instance_types: types, scaling_config: [{ min_size: 0, max_size: max }], subnet_ids: subnets.map((key) => `subnet-${key}`) });
const subnets = [subnet("a", "10.0.0.0/24"), subnet("b", "10.0.1.0/26")];
const spread = kept('aws_eks_node_group.this["one"]', group(3, ["m5.large"], ["a", "b"]));
const left = (...resources: readonly PlannedResource[]) => subnetAddresses(layer(...resources)).map(({ name, usable, needed, left: rest }) => [name, usable, needed, rest]);

it("groups at their greatest are spread over their subnets", () => {
  expect(left(cluster, cni(), ...subnets, spread)).toEqual([["subnet private a", 251, 60, 191], ["subnet private b", 59, 60, -1]]);
  expect(left(cluster, cni(), ...subnets, spread, kept('aws_eks_node_group.this["two"]', group(1, ["m5.large", "m5.4xlarge"], ["a"])))).toEqual([["subnet private a", 251, 210, 41], ["subnet private b", 59, 60, -1]]);
});

it("pods in other subnets take theirs there", () => {
  const settings = { env: { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true" }, eniConfig: { subnets: { "us-east-1a": { id: "subnet-pods" } } } };
  expect(left(cluster, cni(settings), subnet("a", "10.0.0.0/24"), subnet("pods", "100.64.0.0/24"), kept("aws_eks_node_group.this", group(3, ["m5.large"], ["a"])))).toEqual([["subnet private a", 251, 3, 248], ["subnet private pods", 251, 60, 191]]);
});

it("where a group is in fewer zones than there are subnets of pods, of those nothing is said", () => {
  const settings = { env: { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true" }, eniConfig: { subnets: { a: { id: "subnet-pods" } } } };
  expect(left(cluster, cni(settings), ...subnets, subnet("pods", "100.64.0.0/24"), spread, kept("aws_eks_node_group.other", group(1, ["m5.large"], ["a"]))).map(([name]) => name)).toEqual(["subnet private a", "subnet private b"]);
});

it("what is free in AWS now stands beside it", () => {
  expect(subnetAddresses(layer(cluster, cni(), subnets[0]!, kept("aws_eks_node_group.this", group(1, ["m5.large"], ["a"]))), { "subnet-a": 17 })).toEqual([
    { layer: "all", address: 'aws_subnet.private["a"]', name: "subnet private a", cidr: "10.0.0.0/24", usable: 251, needed: 30, left: 221, free: 17 },
  ]);
});

it.each<[string, readonly PlannedResource[]]>([
  ["subnets that are known after apply", [cluster, cni(), ...subnets, created("aws_eks_node_group.this", { ...group(1, ["m5.large"], ["a"]), subnet_ids: undefined }, { subnet_ids: true })]],
  ["an unknown type in one of the groups", [cluster, cni(), ...subnets, spread, kept("aws_eks_node_group.other", group(1, ["m99.large"], ["a"]))]],
  ["no add-on", [cluster, ...subnets, spread]],
  ["settings that are known after apply", [cluster, created("aws_eks_addon.cni", { addon_name: "vpc-cni" }, { configuration_values: true }), ...subnets, spread]],
  ["settings whose addresses follow from what runs", [cluster, cni({ env: { WARM_IP_TARGET: "2" } }), ...subnets, spread]],
  ["settings in YAML", [cluster, kept("aws_eks_addon.cni", { addon_name: "vpc-cni", configuration_values: "env: {}" }), ...subnets, spread]],
  ["IPv6", [kept("aws_eks_cluster.this", { kubernetes_network_config: [{ ip_family: "ipv6" }] }), cni(), ...subnets, spread]],
  ["Auto Mode", [kept("aws_eks_cluster.this", { compute_config: [{ enabled: true }] }), cni(), ...subnets, spread]],
])("with %s nothing is said", (_, resources) => {
  expect(left(...resources)).toEqual([]);
});

it("of a subnet with pods on Fargate nothing is said", () => {
  expect(left(cluster, cni(), ...subnets, spread, kept("aws_eks_fargate_profile.this", { subnet_ids: ["subnet-a"] })).map(([name]) => name)).toEqual(["subnet private b"]);
});
