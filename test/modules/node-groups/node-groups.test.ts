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
  diskGib: 100,
  diskKmsKeyArn: key,
  labels: { "example.com/pool": "spot", note: "${x}" },
  taints: [{ key: "spot", value: "yes", effect: "NO_SCHEDULE" }, { key: "drain", effect: "NO_EXECUTE" }],
  update: { maxUnavailable: 2 },
  zones: ["us-east-1b"],
  releaseVersion: "1.35.0-20260901",
  detailedMonitoring: true,
  tags: { pool: "spot" },
} as const;
const cases = {
  groups: { ...minimal, groups: { system, spot, "Rocket-1": { ...system, amiType: "BOTTLEROCKET_x86_64" }, windows: { ...system, amiType: "WINDOWS_CORE_2022_x86_64" } }, tags: { team: "platform" } },
  none: { ...minimal, groups: {}, cniPolicy: null, partition: "aws-us-gov", permissionsBoundary: "arn:aws-us-gov:iam::111122223333:policy/boundary" },
  long: { ...minimal, clusterName: "c".repeat(100), groups: { ["g".repeat(36)]: system } },
  unknown: {
    ...minimal,
    clusterName: tf<string>`aws_vpc.other.id`,
    subnetIds: { "us-east-1a": tf<string>`aws_vpc.other.id` },
    groups: { system: { ...system, diskKmsKeyArn: tf<string>`aws_kms_key.own.arn` } },
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
    expect(group("spot")["taint"]).toHaveLength(2);
    expect(group("spot")["taint"]).toEqual(expect.arrayContaining([{ key: "spot", value: "yes", effect: "NO_SCHEDULE" }, { key: "drain", value: "", effect: "NO_EXECUTE" }]));
  });

  it("keep pods from the metadata service", () => {
    expect(launchTemplate("system")["metadata_options"]).toMatchObject([{ http_endpoint: "enabled", http_tokens: "required", http_put_response_hop_limit: 1 }]);
  });

  it("have encrypted gp3 disks under the device names of their image", () => {
    const gp3 = { type: "gp3", encrypted: "true" };
    expect(disks("system")).toEqual([{ device: "/dev/xvda", gib: 50, ...gp3 }]);
    expect(disks("spot")).toEqual([{ device: "/dev/xvda", gib: 100, ...gp3 }]);
    // The size of the system disk is the image's own.
    expect(disks("Rocket-1")).toEqual([{ device: "/dev/xvda", ...gp3 }, { device: "/dev/xvdb", gib: 50, ...gp3 }]);
    expect(disks("windows")).toEqual([{ device: "/dev/sda1", gib: 50, ...gp3 }]);
    expect(launchTemplate("spot")["block_device_mappings"][0].ebs[0]).toMatchObject({ kms_key_id: key, delete_on_termination: "true" });
  });

  it("tag instances and volumes, which the provider's default tags do not reach", () => {
    const tags = { team: "platform", pool: "spot", Name: "eks-test-spot" };
    expect(launchTemplate("spot")["tag_specifications"]).toEqual([{ resource_type: "instance", tags }, { resource_type: "volume", tags }]);
  });

  it("are monitored in detail only when asked", () => {
    expect(["system", "spot"].map((name) => launchTemplate(name)["monitoring"])).toEqual([[{ enabled: false }], [{ enabled: true }]]);
  });

  it("leave image, type, network and profile to the node group", () => {
    expect(launchTemplate("spot")).toMatchObject({ image_id: null, instance_type: null, network_interfaces: [], iam_instance_profile: [], vpc_security_group_ids: null });
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
    expect(of("unknown").addresses()).toContain('aws_eks_node_group.this["system"]');
    expect(of("unknown").unknown('aws_eks_node_group.this["system"]')).toMatchObject({ cluster_name: true, subnet_ids: true });
  });
});

describe("the order of node groups", () => {
  it("is permissions, network and add-ons first", () => {
    expect(synthModule(nodeGroupsModule)["resource"].aws_eks_node_group.this.depends_on).toEqual([
      "aws_iam_role_policy_attachment.this",
      "aws_iam_role_policy_attachment.cni",
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
      "aws_eks_node_group.first_this",
      "var.second",
    ]);
  });

  it("puts the new group before the old one goes, under a name of its own", () => {
    const { aws_eks_node_group: groups, aws_launch_template: templates } = synthModule(nodeGroupsModule)["resource"];
    expect(groups.this.lifecycle.create_before_destroy).toBe(true);
    expect(templates.this.lifecycle.create_before_destroy).toBe(true);
    expect(groups.this).not.toHaveProperty("node_group_name");
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
