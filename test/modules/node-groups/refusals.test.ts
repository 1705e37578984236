import type { GivenInputs } from "../../../kernel";
import { describe as sentenceOf } from "../../../kernel/problem";
import { nodeGroupsInputs } from "../../../modules/node-groups/inputs";
import { nodeGroupsModule } from "../../../modules/node-groups/module";
import { NodeGroups } from "../../../modules/node-groups/node-groups";
import { nodeGroupProblems } from "../../../modules/node-groups/problems";
import { plan, planned } from "../../plan";
import { floor, problemsOf, synthStack } from "../../synth";
import { ruleIds, terraformRefusals } from "../cluster/both-bindings";
import { roleRefusals, tagRefusals } from "../shared-refusals";
import { minimal, system } from "./minimal";

type Given = GivenInputs<typeof nodeGroupsInputs>;
const group = (change: Record<string, unknown>) => ({ groups: { a: { ...system, ...change } } });

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [{ kubernetesVersion: "v1.35" }, `kubernetesVersion: expected a minor version such as 1.35, got "v1.35"; releaseVersion chooses the patch   [node-group-kubernetes-version]`],
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
  [group({ diskGib: 8 }), `groups.a.diskGib: expected a whole number from 20 to 16384, got 8; try 20   [node-group-disk]`],
  [group({ diskKmsKeyArn: "alias/ebs" }), `groups.a.diskKmsKeyArn: expected the ARN of a KMS key, got "alias/ebs"   [node-group-disk-key]`],
  [
    group({ labels: { ["k".repeat(64)]: "v" } }),
    `groups.a.labels: expected a map in which each key is text of 1 to 63 characters, got {"${"k".repeat(64)}":"v"}   [node-label-key]`,
  ],
  [group({ labels: { pool: "" } }), `groups.a.labels.pool: expected text of 1 to 63 characters, got ""   [node-label-value]`],
  [group({ taints: [{ key: "", effect: "NO_SCHEDULE" }] }), `groups.a.taints[0].key: expected text of 1 to 63 characters, got ""   [taint-key]`],
  [
    group({ taints: [{ key: "a", value: "v".repeat(64), effect: "NO_SCHEDULE" }] }),
    `groups.a.taints[0].value: expected text of at most 63 characters, got "${"v".repeat(64)}"   [taint-value]`,
  ],
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
  [group({ zones: [] }), `groups.a.zones: expected at least one zone, got []   [node-group-zones]`],
  [
    group({ zones: ["us-east-1a", "us-east-1a"] }),
    `groups.a.zones: expected a list without repeated elements, got ["us-east-1a","us-east-1a"]; try ["us-east-1a"]   [node-group-distinct-zones]`,
  ],
  ...roleRefusals,
  ...tagRefusals,
];

const problems = (change: Record<string, unknown>) =>
  problemsOf(() => synthStack((stack) => new NodeGroups(stack, "nodes", { ...minimal, ...change } as Given), floor));
const ruleOf = (sentence: string) => /\[([a-z-]+)\]$/.exec(sentence)![1]!;

it.each(refused)("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test nodes.${sentence}`]);
});

it.each([
  ["capacity", "spot", /^test nodes\.groups\.a\.capacity: expected one of ON_DEMAND, SPOT, got "spot"; try "SPOT" {3}\[choice\]$/],
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

it("image type and sizes have no default", () => {
  expect(problems({ groups: { a: { instanceTypes: ["m5.large"] } } })).toEqual([
    expect.stringMatching(/^test nodes\.groups\.a\.amiType: expected one of .*, got nothing; it has no default {3}\[required\]$/),
    "test nodes.groups.a.sizes: expected an object, got nothing; it has no default   [required]",
  ]);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(nodeGroupsInputs).sort());
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  const cases = Object.fromEntries(refused.map(([change], index) => [`case_${index}`, { ...minimal, ...change } as never]));
  const sentences = await terraformRefusals({ definition: nodeGroupsModule, inputs: nodeGroupsInputs, construct: NodeGroups }, cases);
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});

describe("a zone without a subnet", () => {
  const groups = { spot: { ...system, zones: ["us-east-1a", "us-east-1f"] }, system: { ...system, zones: null } };

  it("is named at synth", () => {
    expect(nodeGroupProblems(groups, ["us-east-1a", "us-east-1b"], "envs/dev/environment.ts nodeGroups").map(sentenceOf)).toEqual([
      `envs/dev/environment.ts nodeGroups.spot.zones: expected zones of the network (us-east-1a, us-east-1b), got "us-east-1f"   [node-group-zone]`,
    ]);
  });

  it("stops the plan", async () => {
    const stack = planned(synthStack((root) => new NodeGroups(root, "nodes", { ...minimal, groups })));
    const error: Error = await plan({ "main.tf.json": stack }).then(() => new Error("planned"), (reason: Error) => reason);
    expect(error.message.replace(/[│\s]+/g, " ")).toContain(
      `groups.spot.zones: expected zones of subnet_ids (us-east-1a, us-east-1b), got ["us-east-1a","us-east-1f"] [node-group-zone]`,
    );
  });
});
