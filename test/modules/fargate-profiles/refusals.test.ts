import type { GivenInputs } from "../../../kernel";
import { describe as sentenceOf } from "../../../kernel/problem";
import { FargateProfiles } from "../../../modules/fargate-profiles/fargate-profiles";
import { fargateProfilesInputs } from "../../../modules/fargate-profiles/inputs";
import { fargateProfilesModule } from "../../../modules/fargate-profiles/module";
import { fargateZoneProblems } from "../../../modules/fargate-profiles/problems";
import { planFiles } from "../../harness";
import { planned } from "../../offline";
import { problemsOf, synthStack } from "../../synth";
import { ruleIds, variableRefusals } from "../cluster/both-bindings";
import { roleRefusals, tagRefusals } from "../shared-refusals";
import { minimal } from "./minimal";

type Given = GivenInputs<typeof fargateProfilesInputs>;
const profile = (change: object) => ({ profiles: { a: { selectors: [{ namespace: "jobs" }], ...change } } });
const selector = (change: object) => profile({ selectors: [{ namespace: "jobs", ...change }] });
const named = (name: string) => ({ profiles: { [name]: { selectors: [{ namespace: "a" }] } } });
const six = Array.from({ length: 6 }, () => ({ namespace: "jobs" }));
const labels = Object.fromEntries([..."abcdef"].map((letter) => [letter, "x"]));
const shown = (value: unknown) => (JSON.stringify(value).length > 120 ? `${JSON.stringify(value).slice(0, 120)}…` : JSON.stringify(value));

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [{ account: "1" }, `account: expected an account id of twelve digits, got "1"; the role trusts the profiles of this cluster alone   [fargate-account]`],
  [{ subnetIds: {} }, `subnetIds: expected a subnet in at least one availability zone, got {}   [fargate-subnets]`],
  [named("p".repeat(64)), `profiles: expected a map in which each key is text of 1 to 63 characters, got ${shown(named("p".repeat(64)).profiles)}   [fargate-profile-name-length]`],
  [named("a.b"), `profiles: expected a map in which each key is letters, digits, hyphens and underscores, the first a letter or digit, got ${shown(named("a.b").profiles)}   [fargate-profile-name]`],
  [named("eks-a"), `profiles: expected a map in which each key is text that does not begin with eks-, got ${shown(named("eks-a").profiles)}; EKS keeps those for itself   [fargate-profile-reserved]`],
  [profile({ selectors: [] }), `profiles.a.selectors: expected 1 to 5 elements, got []   [fargate-selectors]`],
  [profile({ selectors: six }), `profiles.a.selectors: expected 1 to 5 elements, got ${shown(six)}   [fargate-selectors]`],
  [selector({ namespace: "n".repeat(64) }), `profiles.a.selectors[0].namespace: expected text of 1 to 63 characters, got "${"n".repeat(64)}"   [fargate-namespace-length]`],
  ...["Jobs", "-jobs", "jobs-", "a.b"].map(
    (namespace) => [selector({ namespace }), `profiles.a.selectors[0].namespace: expected a Kubernetes namespace, or a pattern with * and ?, got "${namespace}"   [fargate-namespace]`] as const,
  ),
  [selector({ labels }), `profiles.a.selectors[0].labels: expected at most 5 elements, got ${shown(labels)}   [fargate-labels]`],
  [selector({ labels: { ["k".repeat(318)]: "x" } }), `profiles.a.selectors[0].labels: expected a map in which each key is text of 1 to 317 characters, got ${shown({ ["k".repeat(318)]: "x" })}   [fargate-label-key]`],
  [selector({ labels: { a: "v".repeat(64) } }), `profiles.a.selectors[0].labels.a: expected text of at most 63 characters, got "${"v".repeat(64)}"   [fargate-label-value]`],
  [profile({ roleArn: "pods" }), `profiles.a.roleArn: expected the ARN of an IAM role, got "pods"   [fargate-role]`],
  [{ roleName: "a".repeat(65) }, `roleName: expected text of 1 to 64 characters, got "${"a".repeat(65)}"   [fargate-role-name-length]`],
  [{ roleName: "a/b" }, `roleName: expected a name that AWS takes for a role, got "a/b"   [fargate-role-name]`],
  [profile({ zones: [] }), `profiles.a.zones: expected at least one zone, got []   [fargate-zones]`],
  [
    profile({ zones: ["us-east-1a", "us-east-1a"] }),
    `profiles.a.zones: expected a list without repeated elements, got ["us-east-1a","us-east-1a"]; try ["us-east-1a"]   [fargate-distinct-zones]`,
  ],
  [
    { logging: { retentionDays: 42 } },
    `logging.retentionDays: expected one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 42; CloudWatch Logs knows no other   [fargate-log-retention]`,
  ],
  [{ logging: { kmsKeyArn: "alias/logs" } }, `logging.kmsKeyArn: expected the ARN of a KMS key, got "alias/logs"   [fargate-log-key]`],
  ...roleRefusals,
  ...tagRefusals,
];

const problems = (change: Record<string, unknown>) => problemsOf(() => synthStack((stack) => new FargateProfiles(stack, "it", { ...minimal, ...change } as unknown as Given)));
const ruleOf = (sentence: string) => /\[([a-z-]+)\]$/.exec(sentence)![1]!;

it.each(refused)("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test it.${sentence}`]);
});

it.each([
  named("p".repeat(63)),
  named("e"),
  profile({ selectors: six.slice(1) }),
  selector({ namespace: "*" }),
  selector({ namespace: "team-?-*" }),
  selector({ namespace: "n".repeat(63) }),
  selector({ labels: { ["k".repeat(317)]: "v".repeat(63), empty: "", "*": "?" } }),
])("%j is taken", (change) => {
  expect(problems(change)).toEqual([]);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(fargateProfilesInputs).sort());
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  const sentences = await variableRefusals({ definition: fargateProfilesModule, inputs: fargateProfilesInputs }, refused.map(([change]) => change));
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});

describe("a zone without a subnet", () => {
  const profiles = { jobs: { selectors: [{ namespace: "jobs" }], zones: ["us-east-1a", "us-east-1f"] }, all: { selectors: [{ namespace: "all" }], zones: null } };

  it("is named at synth", () => {
    expect(fargateZoneProblems(profiles, ["us-east-1a", "us-east-1b"], "envs/dev/environment.ts fargateProfiles").map(sentenceOf)).toEqual([
      `envs/dev/environment.ts fargateProfiles.jobs.zones: expected zones of the network (us-east-1a, us-east-1b), got "us-east-1f"   [fargate-zone]`,
    ]);
  });

  it("stops the plan", async () => {
    const stack = planned(synthStack((root) => new FargateProfiles(root, "fargate", { ...minimal, profiles })));
    const error: Error = await planFiles({ "main.tf.json": stack }).then(() => new Error("planned"), (reason: Error) => reason);
    expect(error.message.replace(/[│\s]+/g, " ")).toContain(
      `profiles.jobs.zones: expected zones of subnet_ids (us-east-1a, us-east-1b), got ["us-east-1a","us-east-1f"] [fargate-zone]`,
    );
  });
});
