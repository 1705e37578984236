import { tf } from "../../../kernel";
import { nodeGroupsInputs } from "../../../modules/node-groups/inputs";
import { nodeGroupsModule } from "../../../modules/node-groups/module";
import { NodeGroups } from "../../../modules/node-groups/node-groups";
import { newest, synthModule, synthStack } from "../../synth";
import { bindings, planBoth } from "../cluster/both-bindings";
import { minimal, system } from "./minimal";

const subject = { definition: nodeGroupsModule, inputs: nodeGroupsInputs, construct: NodeGroups };
const key = "arn:aws:kms:us-east-1:111122223333:key/disks";
const spot = {
  capacity: "SPOT",
  instanceTypes: ["m5.large", "m5a.large", "m6i.large"],
  amiType: "AL2023_ARM_64_STANDARD",
  sizes: { min: 0, desired: 0, max: 5 },
  disk: { gib: 100, kmsKeyArn: key, gp3: { iops: 6000, throughputMibs: 500 } },
  labels: { "example.com/pool": "spot" },
  taints: [{ key: "spot", value: "yes", effect: "NO_SCHEDULE" }, { key: "drain", effect: "NO_EXECUTE" }],
  update: { maxUnavailable: 2 },
  zones: ["us-east-1b"],
  releaseVersion: "1.35.0-20260901",
  detailedMonitoring: true,
  metadataHopLimit: 2,
  kubernetesVersion: "1.34",
  securityGroupIds: ["sg-00000001", "sg-00000002"],
  placement: { groupName: "near", dedicated: true },
  repair: {},
  forceUpdate: true,
  timeoutMinutes: 90,
  tags: { pool: "spot" },
} as const;
const own = { ...system, amiType: null, image: { id: "ami-0123456789abcdef0", family: "AL2023" } } as const;
const cluster = {
  clusterEndpoint: "https://example.eks.amazonaws.com",
  clusterCertificateAuthorityData: "Y2VydGlmaWNhdGU=",
  clusterServiceCidr: "10.100.0.0/16",
  clusterSecurityGroupId: "sg-cluster",
};
const cases = {
  groups: { ...minimal, ...cluster, groups: { system, spot, "Rocket-1": { ...system, amiType: "BOTTLEROCKET_x86_64" }, windows: { ...system, amiType: "WINDOWS_CORE_2022_x86_64" } }, tags: { team: "platform" } },
  none: { ...minimal, groups: {}, cniPolicy: null, partition: "aws-us-gov", permissionsBoundary: "arn:aws-us-gov:iam::111122223333:policy/boundary" },
  capacity: {
    ...minimal,
    ...cluster,
    groups: {
      block: { ...system, capacity: "CAPACITY_BLOCK", instanceTypes: ["p5.48xlarge"], reservation: { id: "cr-0123456789abcdef0" }, zones: ["us-east-1a"], efa: { interfaces: 3 }, securityGroupIds: ["sg-00000001"] },
      reserved: { ...system, reservation: { resourceGroupArn: "arn:aws:resource-groups:us-east-1:111122223333:group/reserved" }, disk: { io2: { iops: 5000 } } },
      own,
    },
    policies: { logs: "arn:aws:iam::111122223333:policy/logs" },
  },
  autoscaled: {
    ...minimal,
    groups: {
      fixed: system,
      scaled: {
        ...system,
        disk: { gib: 80 },
        labels: { "example.com/pool": "gpu" },
        taints: [{ key: "gpu", value: "yes", effect: "NO_SCHEDULE" }, { key: "slow", effect: "PREFER_NO_SCHEDULE" }],
        autoscaler: { resources: { "nvidia.com/gpu": "1" }, options: { scaledownunneededtime: "5m" } },
      },
      zonal: { ...system, perZone: {}, autoscaler: {} },
      one: { ...system, perZone: {}, zones: ["us-east-1b"] },
    },
  },
  long: { ...minimal, clusterName: "c".repeat(100), groups: { ["g".repeat(36)]: system } },
  unknown: {
    ...minimal,
    clusterName: tf<string>`aws_vpc.other.id`,
    subnetIds: { "us-east-1a": tf<string>`aws_vpc.other.id` },
    clusterEndpoint: tf<string>`aws_vpc.other.id`,
    clusterCertificateAuthorityData: tf<string>`aws_vpc.other.id`,
    clusterServiceCidr: tf<string>`aws_vpc.other.cidr_block`,
    clusterSecurityGroupId: tf<string>`aws_vpc.other.id`,
    groups: { system: { ...system, autoscaler: {}, disk: { kmsKeyArn: tf<string>`aws_kms_key.own.arn` } }, own: { ...own, securityGroupIds: ["sg-00000001"] } },
  },
} as const;
let planned: Awaited<ReturnType<typeof planBoth>>;

beforeAll(async () => {
  planned = await planBoth(subject, cases, { aws_vpc: { other: { cidr_block: "10.0.0.0/16" } }, aws_kms_key: { own: {} } });
});

describe.each(bindings)("node groups in a %s", (binding) => {
  const of = (name: keyof typeof cases) => planned(binding, name);
  const group = (name: string) => of("groups").values(`aws_eks_node_group.this[${JSON.stringify(name)}]`);
  const launchTemplate = (name: string) => of("groups").values(`aws_launch_template.this[${JSON.stringify(name)}]`);
  const disks = (name: string) =>
    launchTemplate(name)["block_device_mappings"].map((disk: any) => ({ device: disk.device_name, gib: disk.ebs[0].volume_size, type: disk.ebs[0].volume_type, encrypted: disk.ebs[0].encrypted }));

  it("are on demand, in all zones, and update a third at a time, by default", () => {
    expect(group("system")).toMatchObject({
      cluster_name: "eks-test",
      node_group_name_prefix: "system-",
      capacity_type: "ON_DEMAND",
      ami_type: "AL2023_x86_64_STANDARD",
      instance_types: ["m5.large"],
      version: "1.35",
      subnet_ids: ["subnet-a", "subnet-b"],
      scaling_config: [{ min_size: 1, desired_size: 2, max_size: 5 }],
      update_config: [{ max_unavailable: null, max_unavailable_percentage: 33 }],
      labels: null,
      taint: [],
      tags: { team: "platform" },
    });
  });

  it("take every option", () => {
    expect(group("spot")).toMatchObject({
      capacity_type: "SPOT",
      ami_type: "AL2023_ARM_64_STANDARD",
      instance_types: ["m5.large", "m5a.large", "m6i.large"],
      release_version: "1.35.0-20260901",
      subnet_ids: ["subnet-b"],
      scaling_config: [{ min_size: 0, desired_size: 0, max_size: 5 }],
      update_config: [{ max_unavailable: 2, max_unavailable_percentage: null }],
      labels: spot.labels,
      tags: { team: "platform", pool: "spot" },
    });
    expect(group("spot")).toMatchObject({ version: "1.34", force_update_version: true, node_repair_config: [{ enabled: true }], timeouts: { create: "90m", update: "90m", delete: "90m" } });
    expect(launchTemplate("spot")).toMatchObject({ placement: [{ group_name: "near", tenancy: "dedicated" }], instance_market_options: [] });
    expect(group("spot")["taint"]).toHaveLength(2);
    expect(group("spot")["taint"]).toEqual(expect.arrayContaining([{ key: "spot", value: "yes", effect: "NO_SCHEDULE" }, { key: "drain", value: "", effect: "NO_EXECUTE" }]));
  });

  it("keep pods from the metadata service", () => {
    const guarded = { http_endpoint: "enabled", http_tokens: "required", http_put_response_hop_limit: 1, instance_metadata_tags: "disabled" };
    expect(launchTemplate("system")["metadata_options"]).toMatchObject([guarded]);
    expect(launchTemplate("spot")["metadata_options"]).toMatchObject([{ ...guarded, http_put_response_hop_limit: 2 }]);
  });

  it("have encrypted gp3 disks under the device names of their image", () => {
    const gp3 = { type: "gp3", encrypted: "true" };
    expect(disks("system")).toEqual([{ device: "/dev/xvda", gib: 50, ...gp3 }]);
    expect(disks("spot")).toEqual([{ device: "/dev/xvda", gib: 100, ...gp3 }]);
    // The size of the system disk is the image's own.
    expect(disks("Rocket-1")).toEqual([{ device: "/dev/xvda", ...gp3 }, { device: "/dev/xvdb", gib: 50, ...gp3 }]);
    expect(disks("windows")).toEqual([{ device: "/dev/sda1", gib: 50, ...gp3 }]);
    expect(launchTemplate("spot")["block_device_mappings"][0].ebs[0]).toMatchObject({ kms_key_id: key, delete_on_termination: "true", iops: 6000, throughput: 500 });
    expect(of("capacity").values('aws_launch_template.this["reserved"]')["block_device_mappings"][0].ebs[0]).toMatchObject({ volume_type: "io2", iops: 5000 });
  });

  it("tag instances and volumes, which the provider's default tags do not reach", () => {
    const tags = { team: "platform", pool: "spot", Name: "eks-test-spot" };
    expect(launchTemplate("spot")["tag_specifications"]).toEqual([{ resource_type: "instance", tags }, { resource_type: "volume", tags }]);
  });

  it("are monitored in detail only when asked", () => {
    expect(["system", "spot"].map((name) => launchTemplate(name)["monitoring"])).toEqual([[{ enabled: false }], [{ enabled: true }]]);
  });

  it("leave image, type, network and profile to the node group", () => {
    expect(launchTemplate("system")).toMatchObject({ image_id: null, instance_type: null, network_interfaces: [], iam_instance_profile: [], vpc_security_group_ids: null, key_name: null, user_data: null });
  });

  it("keep the cluster's security group beside further ones", () => {
    expect(launchTemplate("spot")["vpc_security_group_ids"]).toEqual(["sg-00000001", "sg-00000002", "sg-cluster"]);
  });

  it("take a capacity block by its reservation, with EFA on every card", () => {
    const block = of("capacity").values('aws_launch_template.this["block"]');
    const card = { interface_type: "efa", security_groups: ["sg-00000001", "sg-cluster"], delete_on_termination: "true", subnet_id: null };
    expect(block).toMatchObject({ instance_type: "p5.48xlarge", instance_market_options: [{ market_type: "capacity-block" }], vpc_security_group_ids: null });
    expect(block["capacity_reservation_specification"][0].capacity_reservation_target).toMatchObject([{ capacity_reservation_id: "cr-0123456789abcdef0" }]);
    expect(block["network_interfaces"]).toMatchObject([0, 1, 2].map((index) => ({ ...card, network_card_index: index, device_index: index === 0 ? 0 : 1 })));
    expect(of("capacity").values('aws_eks_node_group.this["block"]')).toMatchObject({ capacity_type: "CAPACITY_BLOCK", subnet_ids: ["subnet-a"] });
    expect(of("capacity").unknown('aws_eks_node_group.this["block"]')).toMatchObject({ instance_types: true });
    const group = "arn:aws:resource-groups:us-east-1:111122223333:group/reserved";
    expect(of("capacity").values('aws_launch_template.this["reserved"]')["capacity_reservation_specification"][0].capacity_reservation_target).toMatchObject([{ capacity_reservation_resource_group_arn: group }]);
  });

  it("have the version of their own image", () => {
    expect(of("capacity").values('aws_launch_template.this["own"]')["image_id"]).toBe("ami-0123456789abcdef0");
    expect(of("capacity").unknown('aws_eks_node_group.this["own"]')).toMatchObject({ ami_type: true, version: true, release_version: true });
  });

  it("belong to an autoscaler where one is said, zone by zone where asked", () => {
    expect(of("autoscaled").addresses().filter((address) => address.startsWith("aws_eks_node_group"))).toEqual([
      'aws_eks_node_group.autoscaled["scaled"]',
      'aws_eks_node_group.autoscaled["zonal-us-east-1a"]',
      'aws_eks_node_group.autoscaled["zonal-us-east-1b"]',
      'aws_eks_node_group.this["fixed"]',
      'aws_eks_node_group.this["one-us-east-1b"]',
    ]);
    const zonal = of("autoscaled").values('aws_eks_node_group.autoscaled["zonal-us-east-1b"]');
    expect(zonal).toMatchObject({ subnet_ids: ["subnet-b"], node_group_name_prefix: "zonal-us-east-1b-", scaling_config: [{ min_size: 1, desired_size: 2, max_size: 5 }] });
  });

  it("tell the Cluster Autoscaler what a first node would be", () => {
    const template = "k8s.io/cluster-autoscaler/node-template";
    const tags = of("autoscaled").addresses().filter((address) => address.startsWith("aws_autoscaling_group_tag"));
    const tag = (key: string) => of("autoscaled").values(`aws_autoscaling_group_tag.this[${JSON.stringify(key)}]`)["tag"];
    expect(tags).toHaveLength(8);
    const told = {
      [`${template}/label/example.com/pool`]: "gpu",
      [`${template}/taint/gpu`]: "yes:NoSchedule",
      [`${template}/taint/slow`]: ":PreferNoSchedule",
      [`${template}/resources/ephemeral-storage`]: "80Gi",
      [`${template}/resources/nvidia.com/gpu`]: "1",
      [`${template}/autoscaling-options/scaledownunneededtime`]: "5m",
    };
    for (const [key, value] of Object.entries(told)) expect(tag(`scaled/${key}`)).toEqual([{ key, value, propagate_at_launch: false }]);
    expect(tag(`zonal-us-east-1a/${template}/resources/ephemeral-storage`)).toMatchObject([{ value: "50Gi" }]);
  });

  it("have further policies by name", () => {
    expect(of("capacity").values('aws_iam_role_policy_attachment.further["logs"]')).toMatchObject({ role: "eks-test-nodes", policy_arn: "arn:aws:iam::111122223333:policy/logs" });
  });

  it("share a role with what nodes need and no more", () => {
    expect(of("groups").addresses().filter((address) => address.startsWith("aws_iam"))).toEqual([
      "aws_iam_role.this",
      "aws_iam_role_policy_attachment.cni[0]",
      'aws_iam_role_policy_attachment.this["AmazonEC2ContainerRegistryPullOnly"]',
      'aws_iam_role_policy_attachment.this["AmazonEKSWorkerNodePolicy"]',
      'aws_iam_role_policy_attachment.this["AmazonSSMManagedInstanceCore"]',
    ]);
    expect(JSON.parse(of("groups").values("aws_iam_role.this")["assume_role_policy"] as string)).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
    });
  });

  it("are no groups where none is written; the CNI's permission goes with its key", () => {
    expect(of("none").addresses()).toEqual([
      "aws_iam_role.this",
      'aws_iam_role_policy_attachment.this["AmazonEC2ContainerRegistryPullOnly"]',
      'aws_iam_role_policy_attachment.this["AmazonEKSWorkerNodePolicy"]',
      'aws_iam_role_policy_attachment.this["AmazonSSMManagedInstanceCore"]',
    ]);
    expect(of("none").values("aws_iam_role.this")).toMatchObject({ name: "eks-test-nodes", permissions_boundary: cases.none.permissionsBoundary });
    expect(of("none").values('aws_iam_role_policy_attachment.this["AmazonEKSWorkerNodePolicy"]')["policy_arn"]).toBe("arn:aws-us-gov:iam::aws:policy/AmazonEKSWorkerNodePolicy");
  });

  it("fit the longest names", () => {
    const group = "g".repeat(36);
    expect(of("long").values(`aws_eks_node_group.this["${group}"]`)["node_group_name_prefix"]).toBe(`${group}-`);
    expect(of("long").values(`aws_launch_template.this["${group}"]`)["name_prefix"]).toMatch(new RegExp(`^c{52}-[0-9a-f]{8}-${group}-$`));
    expect(of("long").values("aws_iam_role.this")["name"]).toMatch(/^c{49}-[0-9a-f]{8}-nodes$/);
  });

  it("are planned although cluster, subnets and key are known only after apply", () => {
    expect(of("unknown").addresses()).toEqual(expect.arrayContaining(['aws_eks_node_group.autoscaled["system"]', 'aws_eks_node_group.this["own"]']));
    expect(of("unknown").unknown('aws_eks_node_group.autoscaled["system"]')).toMatchObject({ cluster_name: true, subnet_ids: true });
    expect(of("unknown").unknown('aws_launch_template.this["own"]')).toMatchObject({ user_data: true, vpc_security_group_ids: true });
  });
});

describe("the order of node groups", () => {
  it("is permissions, network and add-ons first", () => {
    expect(synthModule(nodeGroupsModule)["resource"].aws_eks_node_group.this.depends_on).toEqual([
      "aws_iam_role_policy_attachment.this",
      "aws_iam_role_policy_attachment.cni",
      "aws_iam_role_policy_attachment.further",
      "var.network_ready",
      "var.addons_ready",
    ]);
  });

  it("follows what readiness reads in a stack, and others follow the groups", () => {
    const json = synthStack((stack) => {
      const first = new NodeGroups(stack, "first", minimal);
      new NodeGroups(stack, "second", { ...minimal, networkReady: first.ready });
    });
    expect(json["resource"].aws_eks_node_group.second_this.depends_on).toEqual([
      "aws_iam_role_policy_attachment.second_this",
      "aws_iam_role_policy_attachment.second_cni",
      "aws_iam_role_policy_attachment.second_further",
      "aws_eks_node_group.first_this",
      "aws_eks_node_group.first_autoscaled",
      "var.second",
    ]);
  });

  it("puts the new group before the old one goes, under a name of its own", () => {
    const { aws_eks_node_group: groups, aws_launch_template: templates } = synthModule(nodeGroupsModule)["resource"];
    expect(groups.this.lifecycle.create_before_destroy).toBe(true);
    expect(templates.this.lifecycle.create_before_destroy).toBe(true);
    expect(groups.this.node_group_name_prefix).toBe('${each.value.name == null ? "${each.key}-" : null}');
  });
});

describe("image types", () => {
  const words = (json: any) => /contains\((\[[^\]]*\]), item\.ami_type\)/.exec(JSON.stringify(json.variable.groups.validation))![1]!;

  it("are those that the provider takes and AWS still makes", () => {
    const [older, newer] = [words(synthModule(nodeGroupsModule)), words(synthModule(nodeGroupsModule, newest))];
    expect(older).not.toMatch(/AL2_|CUSTOM|WINDOWS_CORE_2025/);
    expect(newer).not.toMatch(/AL2_|CUSTOM/);
    expect(newer).toMatch(/WINDOWS_CORE_2025_x86_64/);
  });
});

it("outputs groups by name, the nodes' role and readiness", () => {
  expect(Object.keys(synthModule(nodeGroupsModule)["output"] as object)).toEqual([
    "node_group_arns",
    "node_group_names",
    "node_group_autoscaling_group_names",
    "node_iam_role_arn",
    "node_iam_role_name",
    "launch_template_ids",
    "ready",
  ]);
});
