import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { monthly, type PriceName, prices } from "../../../aws/prices";
import { assumedSpotDiscount } from "../../../aws/spot";
import { billings, isUnlooked, unpricedTypes } from "../../../review/facts/bills";
import { costChange } from "../../../review/facts/cost";
import type { PlannedResource } from "../../../review/plan-json";
import { domainFacts, domainFactsMissing } from "../../domain-facts";
import { itUnless } from "../../skip";
import { created, kept, layer, planned } from "./layers";

const standard = new Date("2026-11-22");
const cost = (resources: readonly PlannedResource[], at = standard) => costChange(layer(...resources), at);
const at = (name: PriceName, times = 1) => Math.round(100 * times * monthly(prices[name])) / 100;
const both = (usd: number) => ({ low: usd, high: usd });

const group = (sizes: readonly [number, number], types: readonly string[], more: object = {}) => ({
  capacity_type: "ON_DEMAND",
  ami_type: "AL2023_x86_64_STANDARD",
  instance_types: types,
  scaling_config: [{ min_size: sizes[0], desired_size: sizes[0], max_size: sizes[1] }],
  launch_template: [{ id: "lt-1", version: "1" }],
  ...more,
});
const template = (ebs: object = { volume_type: "gp3", volume_size: 50 }, more: object = {}) => ({ id: "lt-1", name: "one", block_device_mappings: [{ device_name: "/dev/xvda", ebs: [ebs] }], ...more });
const groupAddress = 'aws_eks_node_group.node_groups_this["a"]';
const templateAddress = 'aws_launch_template.node_groups_this["a"]';
const withTemplate = (values: object, launch: object = template()) => [created(groupAddress, { ...values }), created(templateAddress, { ...launch })];

describe("what is priced", () => {
  it.each<[string, PlannedResource, number, string]>([
    ["a cluster", created("aws_eks_cluster.this", { name: "main", version: "1.36" }), at("eksCluster"), "Kubernetes 1.36 in standard support"],
    ["one in extended support, where its policy lets it get there", created("aws_eks_cluster.this", { name: "main", version: "1.33", upgrade_policy: [{ support_type: "EXTENDED" }] }), at("eksClusterExtendedSupport"), "Kubernetes 1.33 in extended support"],
    ["one that AWS upgrades before that", created("aws_eks_cluster.this", { name: "main", version: "1.33", upgrade_policy: [{ support_type: "STANDARD" }] }), at("eksCluster"), "Kubernetes 1.33 in standard support"],
    ["a version that is newer than what is known", created("aws_eks_cluster.this", { name: "main", version: "1.99" }), at("eksCluster"), "Kubernetes 1.99"],
    ["a NAT gateway", created('aws_nat_gateway.zonal["us-east-1a"]', { connectivity_type: "public" }), at("natGateway"), "1 gateway"],
    ["an address", created("aws_eip.this", {}), at("publicIpv4Address"), "1 public IPv4 address"],
    ["an interface endpoint by its zones", created("aws_vpc_endpoint.this", { vpc_endpoint_type: "Interface", subnet_ids: ["a", "b", "c"] }), at("interfaceEndpoint", 3), "3 zones"],
    ["a key", created("aws_kms_key.this", {}), at("kmsKey"), "1 key"],
    ["a volume", created("aws_ebs_volume.this", { type: "gp3", size: 100 }), 8, "100 GiB gp3"],
    ["a load balancer", created("aws_lb.this", { load_balancer_type: "network" }), at("networkLoadBalancer"), "1 network load balancer"],
  ])("%s", (_, resource, usd, how) => {
    const { items, after, before } = cost([resource]);
    expect(items).toEqual([expect.objectContaining({ address: resource.address, after: both(usd), how })]);
    expect([before, after]).toEqual([both(0), both(usd)]);
  });

  it("a group costs its nodes and their disks, from the fewest of the cheapest type to the most of the dearest", () => {
    expect(cost(withTemplate(group([2, 3], ["m6g.large"]))).items).toEqual([{ layer: "all", address: groupAddress, what: "node group a", after: { low: 120.42, high: 180.63 }, how: "2 to 3 × m6g.large, 50 GiB gp3 each" }]);
    expect(cost(withTemplate(group([2, 2], ["m5.large", "m5a.large", "m5n.large"]))).items[0]).toMatchObject({ after: { low: 133.56, high: 181.74 }, how: "2 × m5.large, m5a.large or m5n.large, 50 GiB gp3 each" });
  });

  it("SPOT is a range below the price on demand, and the sources say that this is assumed", () => {
    const { items, sources } = cost(withTemplate(group([1, 4], ["m5.large"], { capacity_type: "SPOT" })));
    expect(items[0]).toMatchObject({ after: { low: 11.01, high: 128.13 }, how: "1 to 4 × m5.large, SPOT, 50 GiB gp3 each" });
    expect(sources).toEqual(["Karpenter's price list (2026-07-20)", "common knowledge", "SPOT assumed 60 to 90 % below the price on demand"]);
    expect(cost(withTemplate(group([1, 4], ["m5.large"]))).sources.join()).not.toContain("SPOT");
  });

  itUnless(domainFactsMissing("domain/data/prices.json"), "the assumption is that of the source of prices", () => {
    const { spot } = JSON.parse(readFileSync(domainFacts("domain/data/prices.json")!, "utf8")) as { readonly spot: string };
    expect(spot).toContain(`${100 * assumedSpotDiscount.least} to ${100 * assumedSpotDiscount.most} % below on-demand`);
  });

  it("a new template, which has no id yet, is that of the group's key", () => {
    const unnamed = template(undefined, { id: undefined, name: undefined });
    const resources = [created(groupAddress, group([1, 1], ["m5.large"], { launch_template: [{}] })), created(templateAddress, unnamed), created('aws_launch_template.node_groups_this["b"]', unnamed)];
    expect(cost(resources).items[0]!.how).toBe("1 × m5.large, 50 GiB gp3 each");
  });
});

describe("before and after", () => {
  it("what stays counts on both sides, what is new on one, what is forgotten stays in AWS", () => {
    const { before, after, items } = cost([
      kept("aws_eip.stays", {}),
      created("aws_eip.new", {}),
      planned("aws_kms_key.goes", {}, undefined),
      { ...kept("aws_kms_key.left", {}), verb: "forget" },
    ]);
    expect([before, after]).toEqual([both(5.65), both(8.3)]);
    expect(items.map((item) => [item.what, item.before?.low, item.after?.low])).toEqual([["Elastic IP address stays", 3.65, 3.65], ["Elastic IP address new", undefined, 3.65], ["KMS key goes", 1, undefined], ["KMS key left", 1, 1]]);
  });

  it("a change of instance types shows both", () => {
    const { items } = cost([planned(groupAddress, group([1, 1], ["m5.large"]), group([1, 1], ["m6i.xlarge"])), kept(templateAddress, template())]);
    expect(items[0]).toMatchObject({ before: both(74.08), after: both(144.16), how: "1 × m5.large, 50 GiB gp3 each → 1 × m6i.xlarge, 50 GiB gp3 each" });
  });

  it("without a price on one side it counts on none", () => {
    const { items, before, after, notPriced } = cost([planned(groupAddress, group([1, 1], ["m5.large"]), group([1, 1], ["m99.large"])), kept(templateAddress, template())]);
    expect([items, before, after, notPriced[0]]).toEqual([[], both(0), both(0), "node group a: no price of m99.large"]);
  });

  it("what the day decides is decided on the day", () => {
    const extended = [kept("aws_eks_cluster.this", { name: "main", version: "1.34", upgrade_policy: [{ support_type: "EXTENDED" }] })];
    expect(["2026-12-02", "2026-12-03"].map((day) => cost(extended, new Date(day)).after.low)).toEqual([73, 438]);
  });
});

describe("what is not priced is named", () => {
  it.each<[string, readonly PlannedResource[], string]>([
    ["Windows", withTemplate(group([1, 1], ["m5.large"], { ami_type: "WINDOWS_CORE_2022_x86_64" })), "node group a: Windows, whose licence is in the price"],
    ["a capacity block", withTemplate(group([1, 1], ["p5.48xlarge"], { capacity_type: "CAPACITY_BLOCK" })), "node group a: a capacity block, which is paid for when it is bought"],
    ["dedicated hosts", withTemplate(group([1, 1], ["m5.large"]), template(undefined, { placement: [{ tenancy: "dedicated" }] })), "node group a: dedicated tenancy"],
    ["sizes that are not known", [created(groupAddress, { instance_types: ["m5.large"] })], "node group a: sizes that are known after apply"],
    ["types that are not known", withTemplate(group([1, 1], [])), "node group a: instance types that the plan does not say"],
    ["a disk of another kind", withTemplate(group([1, 1], ["m5.large"]), template({ volume_type: "io2", volume_size: 50 })), "disks of nodes that are not gp3 or take the image's size"],
    ["a fast disk", withTemplate(group([1, 1], ["m5.large"]), template({ volume_type: "gp3", volume_size: 50, iops: 3001 })), "IOPS and throughput of volumes beyond what gp3 includes"],
    ["disks of nobody's template", [created(groupAddress, group([1, 1], ["m5.large"]))], "disks of nodes without a launch template in the plan"],
    ["endpoints in subnets that are not there yet", [created('aws_vpc_endpoint.interface["ecr.api"]', { vpc_endpoint_type: "Interface" }, { subnet_ids: true })], "VPC endpoint interface ecr.api: subnets that are known after apply"],
    ["a regional NAT gateway", [created("aws_nat_gateway.regional", { availability_mode: "regional" })], "NAT gateway regional: a regional one is paid for in each zone that it is in"],
    ["nodes of Auto Mode", [created("aws_eks_cluster.this", { name: "main", version: "1.35", compute_config: [{ enabled: true }] })], "nodes of Auto Mode"],
    ["traffic", [kept("aws_nat_gateway.this", {})], "data through NAT gateways ($0.045 per GB)"],
    ["what controllers make", [created("helm_release.this", {})], "load balancers, volumes and nodes that controllers in the cluster make"],
    ["a type of which nothing is known", [created("aws_msk_cluster.this", {})], "aws_msk_cluster: nothing is known of its price here"],
  ])("%s", (_, resources, sentence) => {
    expect(cost(resources).notPriced).toContain(sentence);
  });

  it("once, however many there are, and nothing of what is free", () => {
    const addresses = Array.from({ length: 3 }, (__, index) => created(`aws_nat_gateway.this[${index}]`, {}));
    expect(cost([...addresses, created("aws_iam_role.this", {}), created("aws_vpc_endpoint.s3", { vpc_endpoint_type: "Gateway" })])).toMatchObject({ notPriced: ["data through NAT gateways ($0.045 per GB)"], items: { length: 3 } });
  });

  it("every type that a published module makes is decided", () => {
    const files = readdirSync("generated", { recursive: true, encoding: "utf8" }).filter((file) => /^[^/]+\/[^/]+\.tf$/.test(file));
    const types = new Set(files.flatMap((file) => [...readFileSync(join("generated", file), "utf8").matchAll(/^resource "(aws_\w+)"/gm)].map(([, type]) => type!)));
    expect(types.size).toBeGreaterThan(35);
    expect([...types].filter(isUnlooked)).toEqual([]);
    expect(Object.keys(billings).filter((type) => type in unpricedTypes)).toEqual([]);
  });
});

it.each([
  ["us-east-1a", []],
  ["eu-central-1b", ["those of eu-central-1 differ"]],
  ["us-gov-west-1a", ["those of us-gov-west-1 differ"]],
])("of a subnet in %s the sources say %j", (availability_zone, said) => {
  expect(cost([created("aws_subnet.this", { availability_zone })]).sources.filter((source) => source.includes("differ"))).toEqual(said);
});
