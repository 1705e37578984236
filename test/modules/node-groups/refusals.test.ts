import type { GivenInputs } from "../../../kernel";
import { describe as sentenceOf } from "../../../kernel/problem";
import { nodeGroupsInputs } from "../../../modules/node-groups/inputs";
import { nodeGroupsModule } from "../../../modules/node-groups/module";
import { NodeGroups } from "../../../modules/node-groups/node-groups";
import { nodeGroupProblems } from "../../../modules/node-groups/problems";
import { inFolder, planFiles, runTerraform } from "../../harness";
import { planned } from "../../offline";
import { floor, type Json, newest, problemsOf, synthStack } from "../../synth";
import { ruleIds, variableRefusals } from "../cluster/both-bindings";
import { roleRefusals, tagRefusals } from "../shared-refusals";
import { minimal, system } from "./minimal";

type Given = GivenInputs<typeof nodeGroupsInputs>;
const group = (change: Record<string, unknown>) => ({ groups: { a: { ...system, ...change } } });

const sizes = { min: 0, desired: 0, max: 1 };
const image = { id: "ami-0123456789abcdef0", family: "AL2023" };
const reservation = { id: "cr-0123456789abcdef0" };
const tooManyTaints = Array.from({ length: 51 }, (_, index) => ({ key: `taint-${index}`, effect: "NO_SCHEDULE" }));
const sevenPolicies = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((index) => [`p${index}`, `arn:aws:iam::aws:policy/Policy${index}`]));
const shown = (value: unknown) => (JSON.stringify(value).length > 120 ? `${JSON.stringify(value).slice(0, 120)}…` : JSON.stringify(value));

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [{ kubernetesVersion: "v1.35" }, `kubernetesVersion: expected a minor version such as 1.35, got "v1.35"; the image's release chooses the patch   [node-group-kubernetes-version]`],
  [{ subnetIds: {} }, `subnetIds: expected a subnet in at least one availability zone, got {}   [node-group-subnets]`],
  [
    { groups: { ["g".repeat(37)]: system } },
    `groups: expected a map in which each key is text of 1 to 36 characters, got ${JSON.stringify({ ["g".repeat(37)]: system }).slice(0, 120)}…   [node-group-name-length]`,
  ],
  [
    { groups: { "a.b": system } },
    `groups: expected a map in which each key is letters, digits, hyphens and underscores, the first a letter or digit, got ${JSON.stringify({ "a.b": system })}   [node-group-name]`,
  ],
  [group({ instanceTypes: [] }), `groups.a.instanceTypes: expected 1 to 20 elements, got []   [node-group-instance-types]`],
  [group({ instanceTypes: ["M5.Large"] }), `groups.a.instanceTypes[0]: expected an instance type such as m5.large, got "M5.Large"   [node-group-instance-type]`],
  [
    group({ instanceTypes: ["m5.large", "m5.large"] }),
    `groups.a.instanceTypes: expected a list without repeated elements, got ["m5.large","m5.large"]; try ["m5.large"]   [node-group-distinct-instance-types]`,
  ],
  [group({ sizes: { min: -1, desired: 1, max: 2 } }), `groups.a.sizes.min: expected a whole number from 0 to 100000, got -1; try 0   [node-group-min]`],
  [group({ sizes: { min: 0, desired: 1.5, max: 2 } }), `groups.a.sizes.desired: expected a whole number from 0 to 100000, got 1.5; try 2   [node-group-desired]`],
  [group({ sizes: { min: 0, desired: 0, max: 0 } }), `groups.a.sizes.max: expected a whole number from 1 to 100000, got 0; try 1   [node-group-max]`],
  [group({ sizes: { min: 3, desired: 2, max: 5 } }), `groups.a.sizes.min: expected a number that is at most desired, got 3; try 2   [node-group-min-desired]`],
  [group({ sizes: { min: 1, desired: 6, max: 5 } }), `groups.a.sizes.desired: expected a number that is at most max, got 6; try 5   [node-group-desired-max]`],
  [group({ sizes, autoscaler: { resources: { "nvidia.com/gpu": "many" } } }), `groups.a.autoscaler.resources["nvidia.com/gpu"]: expected a quantity such as 4 or 100Gi, got "many"   [autoscaler-resource]`],
  [group({ autoscaler: { options: { scaledownunneededtime: "5 min" } } }), `groups.a.autoscaler.options.scaledownunneededtime: expected a setting such as 0.5, 10m or true, got "5 min"   [autoscaler-option-value]`],
  [
    group({ autoscaler: { options: { expander: "priority" } } }),
    `groups.a.autoscaler.options: expected a map in which each key is one of scaledownutilizationthreshold, scaledowngpuutilizationthreshold, scaledownunneededtime, scaledownunreadytime, ignoredaemonsetsutilization, got {"expander":"priority"}   [autoscaler-option]`,
  ],
  [group({ amiType: null }), `groups.a: expected either an AMI type of EKS or an image of your own, got ${shown({ ...system, amiType: null })}   [node-group-image]`],
  [group({ image }), `groups.a: expected either an AMI type of EKS or an image of your own, got ${shown({ ...system, image })}   [node-group-image]`],
  [group({ amiType: null, image: { id: "image", family: "AL2023" } }), `groups.a.image.id: expected the id of an image, got "image"   [node-group-image-id]`],
  [
    group({ releaseVersion: "1.35.0-20260901", latestRelease: {} }),
    `groups.a: expected at most one of image, releaseVersion, latestRelease, got ${shown({ ...system, releaseVersion: "1.35.0-20260901", latestRelease: {} })}   [node-group-release]`,
  ],
  [
    group({ amiType: null, image, kubernetesVersion: "1.34" }),
    `groups.a: expected at most one of image, kubernetesVersion, got ${shown({ ...system, amiType: null, image, kubernetesVersion: "1.34" })}; an image has its version in it   [node-group-image-version]`,
  ],
  [group({ kubernetesVersion: "1.34.1" }), `groups.a.kubernetesVersion: expected a minor version such as 1.35, got "1.34.1"; the image's release chooses the patch   [group-kubernetes-version]`],
  [group({ disk: { gib: 19 } }), `groups.a.disk.gib: expected a whole number from 20 to 65536, got 19; try 20   [node-group-disk]`],
  [group({ disk: { kmsKeyArn: "alias/ebs" } }), `groups.a.disk.kmsKeyArn: expected the ARN of a KMS key, got "alias/ebs"   [node-group-disk-key]`],
  [group({ disk: { gp3: { iops: 2999 } } }), `groups.a.disk.gp3.iops: expected a whole number from 3000 to 80000, got 2999; try 3000   [disk-gp3-iops]`],
  [group({ disk: { gp3: { iops: 8000, throughputMibs: 1001 } } }), `groups.a.disk.gp3.throughputMibs: expected a whole number from 125 to 1000, got 1001; try 1000   [disk-gp3-throughput]`],
  [group({ disk: { gp3: { throughputMibs: 751 } } }), `groups.a.disk.gp3.throughputMibs: expected a number that is at most 0.25 times iops, got 751; EBS gives 1 MiB for 4 operations; try 750   [disk-gp3-throughput-iops]`],
  [group({ disk: { gib: 20, gp3: { iops: 10_001 } } }), `groups.a.disk.gp3.iops: expected a number that is at most 500 times gib, got 10001; try 10000   [disk-gp3-size-iops]`],
  [group({ disk: { gib: 20, io2: { iops: 20_001 } } }), `groups.a.disk.io2.iops: expected a number that is at most 1000 times gib, got 20001; try 20000   [disk-io2-size-iops]`],
  [group({ disk: { io2: { iops: 99 } } }), `groups.a.disk.io2.iops: expected a whole number from 100 to 256000, got 99; try 100   [disk-io2-iops]`],
  [group({ disk: { gp3: {}, io2: { iops: 100 } } }), `groups.a.disk: expected at most one of gp3, io2, got {"gp3":{},"io2":{"iops":100}}   [disk-kind]`],
  [group({ metadataHopLimit: 65 }), `groups.a.metadataHopLimit: expected a whole number from 1 to 64, got 65; try 64   [metadata-hop-limit]`],
  [group({ securityGroupIds: ["default"] }), `groups.a.securityGroupIds[0]: expected the id of a security group, got "default"   [node-security-group]`],
  [
    group({ securityGroupIds: [1, 2, 3, 4, 5].map((digit) => `sg-0000000${digit}`) }),
    `groups.a.securityGroupIds: expected at most 4 elements, got ["sg-00000001","sg-00000002","sg-00000003","sg-00000004","sg-00000005"]; a network interface takes 5, and the cluster's own is one   [node-security-groups]`,
  ],
  [group({ reservation: {} }), `groups.a.reservation: expected exactly one of id, resourceGroupArn, got {}   [reservation]`],
  [group({ reservation: { id: "block" } }), `groups.a.reservation.id: expected the id of a capacity reservation, got "block"   [reservation-id]`],
  [group({ reservation: { resourceGroupArn: "group" } }), `groups.a.reservation.resourceGroupArn: expected the ARN of a resource group, got "group"   [reservation-group]`],
  [group({ capacity: "SPOT", reservation }), `groups.a.reservation: expected nothing unless capacity is one of ON_DEMAND, CAPACITY_BLOCK, got {"id":"cr-0123456789abcdef0","resourceGroupArn":null}   [spot-reservation]`],
  [group({ capacity: "CAPACITY_BLOCK", zones: ["us-east-1a"] }), `groups.a.reservation: expected something where capacity is CAPACITY_BLOCK, got null   [capacity-block-reservation]`],
  [group({ efa: { interfaces: 33 } }), `groups.a.efa.interfaces: expected a whole number from 1 to 32, got 33; try 32   [efa-interfaces]`],
  [group({ maxPods: 0 }), `groups.a.maxPods: expected a whole number from 1 to 1000, got 0; try 1   [node-max-pods]`],
  [group({ scriptBefore: "#!/bin/sh\n--==node==" }), `groups.a.scriptBefore: expected text without --==node== or <powershell> or </powershell>, got "#!/bin/sh\\n--==node=="; it ends a part of the user data   [node-script-marks]`],
  [group({ scriptAfter: "</powershell>" }), `groups.a.scriptAfter: expected text without </powershell> or <powershell>, got "</powershell>"; it ends the user data   [node-script-after-marks]`],
  [group({ nodeConfig: { kubeletConfig: "[]" } }), `groups.a.nodeConfig.kubeletConfig: expected text with a JSON object, got "[]"   [kubelet-config]`],
  [group({ nodeConfig: { kubeletFlags: ["v=2"] } }), `groups.a.nodeConfig.kubeletFlags[0]: expected a flag such as --node-labels=a=b, got "v=2"   [kubelet-flag]`],
  [group({ bottlerocketSettings: '{"a":1}' }), `groups.a.bottlerocketSettings: expected TOML, such as pods-per-core = 10, got "{\\"a\\":1}"   [bottlerocket-toml]`],
  [
    group({ bottlerocketSettings: "[settings.kubernetes]\npods-per-core = 10" }),
    `groups.a.bottlerocketSettings: expected text without [settings.kubernetes], got "[settings.kubernetes]\\npods-per-core = 10"; the text begins inside it, and TOML takes a table once   [bottlerocket-table]`,
  ],
  [
    group({ labels: { ["k".repeat(64)]: "v" } }),
    `groups.a.labels: expected a map in which each key is text of 1 to 63 characters, got {"${"k".repeat(64)}":"v"}   [node-label-key-length]`,
  ],
  [
    group({ labels: { "-k": "v" } }),
    `groups.a.labels: expected a map in which each key is letters, digits, hyphens, underscores and dots, with a DNS name and a slash before it or not, got {"-k":"v"}   [node-label-key]`,
  ],
  [
    group({ labels: { "node.kubernetes.io/pool": "v" } }),
    `groups.a.labels: expected a map in which each key is text without kubernetes.io/ or k8s.io/ or eks.amazonaws.com/, got {"node.kubernetes.io/pool":"v"}; EKS and kubelet keep those for themselves   [node-label-reserved]`,
  ],
  [group({ labels: { pool: "v".repeat(64) } }), `groups.a.labels.pool: expected text of 1 to 63 characters, got "${"v".repeat(64)}"   [node-label-value-length]`],
  [group({ labels: { pool: "a b" } }), `groups.a.labels.pool: expected letters, digits, hyphens, underscores and dots, the first and last a letter or digit, got "a b"   [node-label-value]`],
  [group({ taints: [{ key: "k".repeat(64), effect: "NO_SCHEDULE" }] }), `groups.a.taints[0].key: expected text of 1 to 63 characters, got "${"k".repeat(64)}"   [taint-key-length]`],
  [
    group({ taints: [{ key: "a b", effect: "NO_SCHEDULE" }] }),
    `groups.a.taints[0].key: expected letters, digits, hyphens, underscores and dots, with a DNS name and a slash before it or not, got "a b"   [taint-key]`,
  ],
  [
    group({ taints: [{ key: "a", value: "v".repeat(64), effect: "NO_SCHEDULE" }] }),
    `groups.a.taints[0].value: expected text of 1 to 63 characters, got "${"v".repeat(64)}"   [taint-value-length]`,
  ],
  [
    group({ taints: [{ key: "a", value: "a:b", effect: "NO_SCHEDULE" }] }),
    `groups.a.taints[0].value: expected letters, digits, hyphens, underscores and dots, the first and last a letter or digit, got "a:b"   [taint-value]`,
  ],
  [
    group({ taints: [{ key: "a", value: "x", effect: "NO_SCHEDULE" }, { key: "a", value: "y", effect: "NO_SCHEDULE" }] }),
    `groups.a.taints: expected a different key and effect in each element, got [{"key":"a","value":"x","effect":"NO_SCHEDULE"},{"key":"a","value":"y","effect":"NO_SCHEDULE"}]   [distinct-taints]`,
  ],
  [group({ taints: tooManyTaints }), `groups.a.taints: expected at most 50 elements, got ${shown(tooManyTaints)}   [taint-count]`],
  [group({ timeoutMinutes: 4 }), `groups.a.timeoutMinutes: expected a whole number from 5 to 1440, got 4; try 5   [node-group-timeout]`],
  [group({ update: {} }), `groups.a.update: expected either a number or a percentage of nodes, got {}   [node-group-update]`],
  [
    group({ update: { maxUnavailable: 1, maxUnavailablePercentage: 50 } }),
    `groups.a.update: expected either a number or a percentage of nodes, got {"maxUnavailable":1,"maxUnavailablePercentage":50}   [node-group-update]`,
  ],
  [group({ update: { maxUnavailable: 0 } }), `groups.a.update.maxUnavailable: expected a whole number from 1 to 100, got 0; try 1   [node-group-unavailable]`],
  [
    group({ update: { maxUnavailablePercentage: 101 } }),
    `groups.a.update.maxUnavailablePercentage: expected a whole number from 1 to 100, got 101; try 100   [node-group-unavailable-percentage]`,
  ],
  [group({ roleArn: "nodes" }), `groups.a.roleArn: expected the ARN of an IAM role, got "nodes"   [node-group-role]`],
  [group({ name: "a.b" }), `groups.a.name: expected a name that AWS takes for a node group, got "a.b"   [node-group-fixed-name]`],
  [group({ name: "a".repeat(64) }), `groups.a.name: expected text of 1 to 63 characters, got "${"a".repeat(64)}"   [node-group-fixed-name-length]`],
  [group({ launchTemplateName: "ab" }), `groups.a.launchTemplateName: expected text of 3 to 125 characters, got "ab"   [launch-template-name-length]`],
  [group({ launchTemplateName: "a b" }), `groups.a.launchTemplateName: expected a name that AWS takes for a launch template, got "a b"   [launch-template-name]`],
  [{ roleName: "a".repeat(65) }, `roleName: expected text of 1 to 64 characters, got "${"a".repeat(65)}"   [node-role-name-length]`],
  [{ roleName: "a/b" }, `roleName: expected a name that AWS takes for a role, got "a/b"   [node-role-name]`],
  [group({ name: "a", perZone: {} }), `groups.a: expected at most one of name, perZone, got ${shown({ ...system, name: "a", perZone: {} })}; two groups of one name cannot be   [node-group-name-zones]`],
  [group({ launchTemplateName: "abc", perZone: {} }), `groups.a: expected at most one of launchTemplateName, perZone, got ${shown({ ...system, launchTemplateName: "abc", perZone: {} })}; two launch templates of one name cannot be   [launch-template-name-zones]`],
  [group({ zones: [] }), `groups.a.zones: expected at least one zone, got []   [node-group-zones]`],
  [
    group({ zones: ["us-east-1a", "us-east-1a"] }),
    `groups.a.zones: expected a list without repeated elements, got ["us-east-1a","us-east-1a"]; try ["us-east-1a"]   [node-group-distinct-zones]`,
  ],
  [{ policies: { own: "policy" } }, `policies.own: expected the ARN of an IAM policy, got "policy"   [node-policy]`],
  [{ policies: sevenPolicies }, `policies: expected at most 6 elements, got ${shown(sevenPolicies)}; a role takes 10, and nodes need 4   [node-policies]`],
  ...roleRefusals,
  ...tagRefusals,
];

const override = { condition: "AcceleratedInstanceNotReady", reason: "NvidiaXID13Error", waitMinutes: 10, action: "Replace" };
const refusedRepair: readonly (readonly [repair: Record<string, unknown>, sentence: string])[] = [
  [{ stopAbove: {} }, `stopAbove: expected either a number or a percentage of nodes, got {}   [repair-stop]`],
  [{ stopAbove: { count: 0 } }, `stopAbove.count: expected a whole number from 1 to 100, got 0; try 1   [repair-stop-count]`],
  [{ stopAbove: { percentage: 101 } }, `stopAbove.percentage: expected a whole number from 1 to 100, got 101; try 100   [repair-stop-percentage]`],
  [{ atOnce: { count: 1, percentage: 1 } }, `atOnce: expected either a number or a percentage of nodes, got {"count":1,"percentage":1}   [repair-at-once]`],
  [{ atOnce: { count: 101 } }, `atOnce.count: expected a whole number from 1 to 100, got 101; try 100   [repair-at-once-count]`],
  [{ atOnce: { percentage: 0 } }, `atOnce.percentage: expected a whole number from 1 to 100, got 0; try 1   [repair-at-once-percentage]`],
  [{ overrides: [{ ...override, condition: "" }] }, `overrides[0].condition: expected text of 1 to 63 characters, got ""   [repair-condition]`],
  [{ overrides: [{ ...override, reason: "" }] }, `overrides[0].reason: expected text of 1 to 63 characters, got ""   [repair-reason]`],
  [{ overrides: [{ ...override, waitMinutes: 0 }] }, `overrides[0].waitMinutes: expected a whole number from 1 to 1440, got 0; try 1   [repair-wait]`],
];

const problems = (change: Record<string, unknown>) =>
  problemsOf(() => synthStack((stack) => new NodeGroups(stack, "nodes", { ...minimal, ...change } as Given), floor));
const ruleOf = (sentence: string) => /\[([a-z0-9-]+)\]$/.exec(sentence)![1]!;

it.each(refused)("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test nodes.${sentence}`]);
});

it.each([
  ["capacity", "spot", /^test nodes\.groups\.a\.capacity: expected one of ON_DEMAND, SPOT, CAPACITY_BLOCK, got "spot"; try "SPOT" {3}\[choice\]$/],
  ["amiType", "AL2_x86_64", /^test nodes\.groups\.a\.amiType: expected one of AL2023_x86_64_STANDARD, .*, got "AL2_x86_64" {3}\[choice\]$/],
  [
    "amiType",
    "WINDOWS_CORE_2025_x86_64",
    /^test nodes\.groups\.a\.amiType: expected nothing here for aws provider 5\.100\.0, got "WINDOWS_CORE_2025_x86_64"; it needs aws provider 6\.25\.0 or newer {3}\[provider-version\]$/,
  ],
])("%s does not take %s", (name, value, sentence) => {
  const found = problems(group({ [name]: value }));
  expect(found).toEqual([expect.stringMatching(sentence)]);
});

it("sizes have no default", () => {
  expect(problems({ groups: { a: { instanceTypes: ["m5.large"] } } })).toEqual([
    "test nodes.groups.a.sizes: expected an object, got nothing; it has no default   [required]",
  ]);
});

// Newer than the oldest provider, so Terraform's side is judged by the rules' own test.
it.each(refusedRepair)("%j is refused with one sentence where the provider has it", (repair, sentence) => {
  const action = () => synthStack((stack) => new NodeGroups(stack, "nodes", { ...minimal, ...group({ repair }) } as Given), newest);
  expect(problemsOf(action)).toEqual([`test nodes.groups.a.repair.${sentence}`]);
});

it("every rule of the inputs stands in these tables", () => {
  expect([...new Set([...refused, ...refusedRepair].map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(nodeGroupsInputs).sort());
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  // What is wrong with groups is found in one call: each rule is told of its first group.
  const groups = Object.fromEntries(refused.flatMap(([{ groups: own }], index) => (own !== undefined && "a" in (own as object) ? [[`g${index}`, (own as { a: object }).a]] : [])));
  const others = refused.filter(([{ groups: own }]) => own === undefined || !("a" in (own as object)));
  const sentences = await variableRefusals({ definition: nodeGroupsModule, inputs: nodeGroupsInputs }, [...others.map(([change]) => change), { groups }]);
  expect([...new Set(sentences.map(ruleOf))].sort()).toEqual([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort());
});

/** Sentences with which a plan ends. */
function planRefusals(stack: Json): Promise<string[]> {
  return inFolder({ "main.tf.json": stack }, async (folder) => {
    await runTerraform({ terraformDir: folder }, ["init", "-input=false"]);
    const { stdout } = await runTerraform({ terraformDir: folder }, ["plan", "-input=false", "-json"], { accept: [1] });
    const messages = stdout.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Json);
    return messages.flatMap((message) => (message["diagnostic"] === undefined ? [] : [String(message["diagnostic"].detail).split("\n")[0]!]));
  });
}

describe("rules that see more than one input of a group", () => {
  const zones = ["us-east-1a", "us-east-1b"];
  const windows = { ...system, amiType: "WINDOWS_CORE_2022_x86_64" } as const;
  const bottlerocket = { ...system, amiType: "BOTTLEROCKET_x86_64" } as const;
  const block = { ...system, capacity: "CAPACITY_BLOCK", reservation, zones: ["us-east-1a"] } as const;
  const broken: Readonly<Record<string, readonly [group: Record<string, unknown>, sentence: string]>> = {
    place: [{ ...system, zones: ["us-east-1a", "us-east-1f"] }, `zones: expected zones of the network (us-east-1a, us-east-1b), got "us-east-1f"   [node-group-zone]`],
    ["g".repeat(26)]: [{ ...system, perZone: {} }, `perZone: expected at most 36 characters in the group's name with its zone, got "${"g".repeat(26)}-us-east-1a"   [node-group-zone-name]`],
    types: [{ ...block, instanceTypes: ["p5.48xlarge", "p4d.24xlarge"] }, `instanceTypes: expected one instance type for a capacity block, got ["p5.48xlarge","p4d.24xlarge"]   [capacity-block-type]`],
    places: [{ ...block, zones }, `zones: expected one zone for a capacity block, got ["us-east-1a","us-east-1b"]; it is of one zone   [capacity-block-zones]`],
    everywhere: [{ ...block, zones: null }, `zones: expected one zone for a capacity block, got null; it is of one zone   [capacity-block-zones]`],
    disk: [{ ...windows, disk: { gib: 49 } }, `disk: expected at least 50 GiB for Windows, got 49   [windows-disk]`],
    repair: [{ ...windows, repair: {} }, `repair: expected no repair for Windows, got "WINDOWS"; EKS repairs Linux nodes alone   [windows-repair]`],
    config: [{ ...bottlerocket, nodeConfig: {} }, `nodeConfig: expected settings of nodeadm for Amazon Linux alone, got "BOTTLEROCKET"   [node-config-family]`],
    settings: [{ ...system, bottlerocketSettings: "a = 1" }, `bottlerocketSettings: expected settings of Bottlerocket for Bottlerocket alone, got "AL2023"   [bottlerocket-family]`],
    before: [{ ...bottlerocket, scriptBefore: "#!/bin/sh" }, `scriptBefore: expected scripts for Amazon Linux and Windows alone, got "BOTTLEROCKET"; Bottlerocket has no shell   [node-script-family]`],
    after: [{ ...bottlerocket, amiType: null, image: { ...image, family: "BOTTLEROCKET" }, scriptAfter: "x" }, `scriptBefore: expected scripts for Amazon Linux and Windows alone, got "BOTTLEROCKET"; Bottlerocket has no shell   [node-script-family]`],
    pods: [{ ...windows, maxPods: 20 }, `image: expected an image of your own for Windows with maxPods or scriptAfter, got "WINDOWS"; the commands of EKS that let a node join stand last   [windows-own-image]`],
    late: [{ ...windows, scriptAfter: "x" }, `image: expected an image of your own for Windows with maxPods or scriptAfter, got "WINDOWS"; the commands of EKS that let a node join stand last   [windows-own-image]`],
  };
  const right = {
    ["g".repeat(25)]: { ...system, perZone: {}, zones: ["us-east-1a"] },
    block,
    disk: { ...windows, disk: { gib: 50 } },
    windows: { ...windows, amiType: null, image: { ...image, family: "WINDOWS" }, maxPods: 20, scriptAfter: "x" },
    linux: { ...system, nodeConfig: {}, scriptBefore: "x", scriptAfter: "y", maxPods: 20, repair: {} },
    bottlerocket: { ...bottlerocket, bottlerocketSettings: "a = 1", repair: {} },
  };
  const told = (groups: object) => nodeGroupProblems(groups as never, zones, "envs/dev/environment.ts nodeGroups").map(sentenceOf);

  it.each(Object.entries(broken))("are judged at synth: %s", (name, [group, sentence]) => {
    expect(told({ [name]: group })).toEqual([`envs/dev/environment.ts nodeGroups.${name}.${sentence}`]);
  });

  it("are kept at the edge", () => {
    expect(told(right)).toEqual([]);
  });

  it("are judged by Terraform, for every group at once, beside those that it alone can judge", async () => {
    const own = { amiType: null, image };
    const groups = {
      ...Object.fromEntries(Object.entries(broken).map(([name, [group]]) => [name, group])),
      joins: { ...system, ...own },
      guarded: { ...system, securityGroupIds: ["sg-0123456789abcdef0"] },
      fabric: { ...system, efa: { interfaces: 1 } },
      long: { ...system, scriptBefore: `#!/bin/sh\n${"x".repeat(16_384)}` },
    };
    const stack = planned(synthStack((root) => new NodeGroups(root, "nodes", { ...minimal, groups } as Given)));
    const found = (await planRefusals(stack)).map((sentence) => `${/^groups\.([\w-]+)/.exec(sentence)![1]!} ${ruleOf(sentence)}`);
    const expected = Object.entries(broken).map(([name, [, sentence]]) => `${name.length > 20 ? `${name}-us-east-1a` : name} ${ruleOf(sentence)}`);
    const further = ["joins node-image-cluster", "after node-image-cluster", "guarded node-cluster-security-group", "fabric node-cluster-security-group", "long node-user-data-size", `${"g".repeat(26)}-us-east-1b node-group-zone-name`];
    expect(found.sort()).toEqual([...expected, ...further].sort());
  });
});

describe("a group of a zone with the name of another group", () => {
  const groups = { db: { ...system, perZone: {} }, "db-us-east-1a": system };

  it("is refused at synth", () => {
    expect(nodeGroupProblems(groups, ["us-east-1a", "us-east-1b"], "nodeGroups").map(sentenceOf)).toEqual([
      `nodeGroups.db: expected a name of its own for the group of each zone, got "db-us-east-1a"   [node-group-twin]`,
    ]);
  });

  it("stops the plan", async () => {
    const stack = planned(synthStack((root) => new NodeGroups(root, "nodes", { ...minimal, groups } as Given)));
    await expect(planFiles({ "main.tf.json": stack })).rejects.toThrow(/Duplicate object key/);
  });
});
