import type { GivenInputs } from "../../../kernel";
import type { nodeGroupsInputs } from "../../../modules/node-groups/inputs";
import { NodeGroups } from "../../../modules/node-groups/node-groups";
import { keysByOwner, ownerMoves } from "../../../modules/node-groups/owners";
import { testAccount } from "../../emulator/account";
import { eks, query, until } from "../../emulator/aws-call";
import { apply as applyPlan, destroy, expectNoChanges, init, runTerraform, temporaryFolder, useEmulator, writeFiles } from "../../harness";
import { type Json, synthStack } from "../../synth";
import { system } from "./minimal";

type Groups = GivenInputs<typeof nodeGroupsInputs>["groups"];

const zones = ["us-east-1a", "us-east-1b"];
const folder = temporaryFolder("node-groups");
const emulator = useEmulator();
const image = { id: "ami-0123456789abcdef0", family: "AL2023" } as const;
let subnetIds: Record<string, string>;

beforeAll(async () => {
  const account = await testAccount(emulator);
  subnetIds = Object.fromEntries(zones.map((zone, index) => [zone, account.subnets[index]!]));
  await eks(emulator, "POST /clusters", { name: "eks-test", version: "1.35", roleArn: account.roles.cluster, resourcesVpcConfig: { subnetIds: account.subnets } });
  await until(emulator, "/clusters/eks-test", "ACTIVE");
});

/** The stack of these groups, each moved to its present owner. */
function write(groups: Groups): void {
  const stack = synthStack((root) => {
    const cluster = { clusterEndpoint: "https://example.com", clusterCertificateAuthorityData: "Y2E=", clusterServiceCidr: "10.100.0.0/16", clusterSecurityGroupId: "sg-0123456789abcdef0" };
    const nodes = new NodeGroups(root, "nodes", { clusterName: "eks-test", kubernetesVersion: "1.35", subnetIds, ...cluster, groups, tags: { team: "platform" } });
    ownerMoves(nodes, keysByOwner(groups as never, zones));
  });
  const { "//": _, ...json } = stack;
  const provider = { aws: { region: "us-east-1", skip_credentials_validation: true, skip_requesting_account_id: true, skip_metadata_api_check: true } };
  writeFiles(folder, { "main.tf.json": { ...json, provider } });
}

const options = () => ({ terraformDir: folder, envVars: emulator.environment, parallelism: 30 });

/** What a plan would do: `update aws_eks_node_group.nodes_this["a"]`. A move is told with where it comes from. */
async function changes(): Promise<string[]> {
  const { stdout } = await runTerraform(options(), ["plan", "-json", "-out=plan", "-parallelism=30"]);
  const messages = stdout.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Json);
  const planned = messages.filter(({ type }) => type === "planned_change").map(({ change }) => change as Json);
  return planned
    .filter(({ action }) => action !== "read")
    .map(({ action, resource, previous_resource: from }) => `${action} ${resource.addr}${from === undefined ? "" : ` from ${from.addr}`}`);
}

/** Carries out the plan that `changes` told of. */
const apply = () => applyPlan({ ...options(), planFilePath: "plan" });
const groupNames = async () => (await eks(emulator, "GET /clusters/eks-test/node-groups")).body["nodegroups"] as string[];
const named = async (prefix: string) => (await groupNames()).find((name) => name.startsWith(prefix))!;
const desired = async (prefix: string) => ((await eks(emulator, `GET /clusters/eks-test/node-groups/${await named(prefix)}`)).body["nodegroup"] as Json)["scalingConfig"].desiredSize;
const tagsOf = async () => (await query(emulator, "autoscaling", "DescribeTags")).match(/k8s\.io\/cluster-autoscaler\/node-template\/[^<]+/g) ?? [];

async function scaled(prefix: string, desiredSize: number): Promise<void> {
  const name = await named(prefix);
  await eks(emulator, `POST /clusters/eks-test/node-groups/${name}/update-config`, { scalingConfig: { desiredSize } });
  await until(emulator, `/clusters/eks-test/node-groups/${name}`, "ACTIVE");
}

const rich = {
  ...system,
  labels: { "example.com/pool": "rich" },
  taints: [{ key: "rich", value: "yes", effect: "NO_SCHEDULE" }],
  latestRelease: {},
  disk: { gib: 80, gp3: { iops: 4000, throughputMibs: 250 } },
  maxPods: 58,
  scriptBefore: "#!/bin/sh\necho before",
  scriptAfter: "#!/bin/sh\necho after",
  nodeConfig: { localStorage: "RAID0", kubeletFlags: ["--v=2"] },
  repair: {},
  placement: { groupName: "near" },
  securityGroupIds: ["sg-0123456789abcdef1"],
  autoscaler: { resources: { "nvidia.com/gpu": "1" } },
  tags: { pool: "rich" },
} as const;
const first: Groups = {
  fixed: system,
  zonal: { ...system, perZone: {}, autoscaler: {} },
  rich,
  own: { ...system, amiType: null, image, efa: { interfaces: 2 } },
  rocket: { ...system, amiType: "BOTTLEROCKET_x86_64", bottlerocketSettings: "pods-per-core = 10", disk: { io2: { iops: 5000 } }, latestRelease: {} },
};

// One configuration through its whole life: each step stands on the one before.
test("every kind of group applies, and the plan after it is clean", async () => {
  await eks(emulator, "POST /clusters/eks-test/addons", { addonName: "vpc-cni" });
  write(first);
  await init(options());
  await changes();
  await apply();
  await expectNoChanges(options());
  expect(await tagsOf()).toHaveLength(6);
});

const switched: Groups = { ...first, fixed: { ...system, autoscaler: {} }, zonal: { ...system, perZone: {} } };

test("a change of the owner moves groups and replaces none", async () => {
  const before = await groupNames();
  write(switched);
  const planned = await changes();
  expect(planned.filter((line) => line.includes("aws_eks_node_group")).sort()).toEqual([
    'move aws_eks_node_group.nodes_autoscaled["fixed"] from aws_eks_node_group.nodes_this["fixed"]',
    'move aws_eks_node_group.nodes_this["zonal-us-east-1a"] from aws_eks_node_group.nodes_autoscaled["zonal-us-east-1a"]',
    'move aws_eks_node_group.nodes_this["zonal-us-east-1b"] from aws_eks_node_group.nodes_autoscaled["zonal-us-east-1b"]',
  ]);
  const template = "k8s.io/cluster-autoscaler/node-template/resources/ephemeral-storage";
  expect(planned.filter((line) => !line.includes("aws_eks_node_group")).sort()).toEqual([
    `create aws_autoscaling_group_tag.nodes_this["fixed/${template}"]`,
    `delete aws_autoscaling_group_tag.nodes_this["zonal-us-east-1a/${template}"]`,
    `delete aws_autoscaling_group_tag.nodes_this["zonal-us-east-1b/${template}"]`,
  ]);
  await apply();
  expect(await groupNames()).toEqual(before);
});

test("a number of nodes that somebody else sets stays with an autoscaler, and does not without", async () => {
  await scaled("fixed-", 4);
  await scaled("zonal-us-east-1a-", 4);
  expect(await changes()).toEqual(['update aws_eks_node_group.nodes_this["zonal-us-east-1a"]']);
});

test("the way back replaces nothing either, and sets the number again", async () => {
  const before = await groupNames();
  write(first);
  const planned = await changes();
  expect(planned.filter((line) => line.includes("aws_eks_node_group")).sort()).toEqual([
    'move aws_eks_node_group.nodes_autoscaled["zonal-us-east-1a"] from aws_eks_node_group.nodes_this["zonal-us-east-1a"]',
    'move aws_eks_node_group.nodes_autoscaled["zonal-us-east-1b"] from aws_eks_node_group.nodes_this["zonal-us-east-1b"]',
    'update aws_eks_node_group.nodes_this["fixed"] from aws_eks_node_group.nodes_autoscaled["fixed"]',
  ]);
  await apply();
  expect([await groupNames(), await desired("fixed-"), await desired("zonal-us-east-1a-")]).toEqual([before, 2, 4]);
});

test("user data, disks, labels and further groups change in place, and all of it goes again", async () => {
  write({ ...first, rich: { ...rich, maxPods: 60, disk: { gib: 90 }, labels: {}, taints: [] }, late: { ...system, zones: ["us-east-1b"] } });
  expect((await changes()).filter((line) => /^(delete|replace) aws_(eks|launch)/.test(line))).toEqual([]);
  await apply();
  await expectNoChanges(options());
  await destroy(options());
  expect([await groupNames(), await tagsOf()]).toEqual([[], []]);
});
