import type { GivenInputs } from "../../../kernel";
import { describe as sentenceOf } from "../../../kernel/problem";
import { Addons } from "../../../modules/addons/addons";
import { addonsInputs } from "../../../modules/addons/inputs";
import { addonsModule } from "../../../modules/addons/module";
import { addonProblems } from "../../../modules/addons/problems";
import { problemsOf, synthStack } from "../../synth";
import { ruleIds, terraformRefusals } from "../cluster/both-bindings";
import { tagRefusals } from "../shared-refusals";

type Given = GivenInputs<typeof addonsInputs>;
const minimal = { clusterName: "eks-test", addons: {} };
const coredns = (change: Record<string, unknown>) => ({ addons: { coredns: change } });

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [{ addons: { "core.dns": {} } }, `addons: expected a map in which each key is the name of an EKS add-on, of letters, digits, hyphens and underscores, got {"core.dns":{}}   [addon-name]`],
  [coredns({ version: "1.12" }), `addons.coredns.version: expected a version such as v1.20.4-eksbuild.1, got "1.12"   [addon-version]`],
  ...["{replicaCount: 2}", "[]", "null", "2", '"text"', "{} {}", ""].map(
    (text) =>
      [coredns({ configurationValues: text }), `addons.coredns.configurationValues: expected text with a JSON object, got ${JSON.stringify(text)}   [addon-configuration]`] as const,
  ),
  [coredns({ roleArn: "coredns" }), `addons.coredns.roleArn: expected the ARN of an IAM role, got "coredns"   [addon-role]`],
  ...tagRefusals,
];

const choices: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [coredns({ resolveConflictsOnCreate: "PRESERVE" }), `addons.coredns.resolveConflictsOnCreate: expected one of NONE, OVERWRITE, got "PRESERVE"   [choice]`],
  [coredns({ resolveConflictsOnUpdate: "overwrite" }), `addons.coredns.resolveConflictsOnUpdate: expected one of NONE, OVERWRITE, PRESERVE, got "overwrite"; try "OVERWRITE"   [choice]`],
  [coredns({ phase: "beforeNode" }), `addons.coredns.phase: expected one of beforeNodes, afterNodes, got "beforeNode"; try "beforeNodes"   [choice]`],
];

const problems = (change: Record<string, unknown>) => problemsOf(() => synthStack((stack) => new Addons(stack, "it", { ...minimal, ...change } as unknown as Given)));
const ruleOf = (sentence: string) => /\[([a-z-]+)\]$/.exec(sentence)![1]!;

it.each([...refused, ...choices])("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test it.${sentence}`]);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(addonsInputs).sort());
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  const cases = Object.fromEntries(refused.map(([change], index) => [`case_${index}`, { ...minimal, ...change } as never]));
  const sentences = await terraformRefusals({ definition: addonsModule, inputs: addonsInputs, construct: Addons }, cases);
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});

describe("add-ons that need others", () => {
  const told = (addons: Parameters<typeof addonProblems>[0]) => addonProblems(addons, "addons").map(sentenceOf);

  it.each([
    [{ adot: {} }, [`addons.adot: expected cert-manager among the add-ons, got ["adot"]; adot does not start without it   [addon-requires]`]],
    [
      { "aws-fsx-csi-driver": {}, coredns: {} },
      [`addons["aws-fsx-csi-driver"]: expected eks-pod-identity-agent among the add-ons, got ["aws-fsx-csi-driver","coredns"]; aws-fsx-csi-driver does not start without it   [addon-requires]`],
    ],
    [
      { adot: { phase: "beforeNodes" }, "cert-manager": {} },
      [`addons.adot.phase: expected afterNodes, got "beforeNodes"; it needs cert-manager, which comes after nodes   [addon-order]`],
    ],
  ] as const)("%j is told", (addons, sentences) => {
    expect(told(addons)).toEqual(sentences);
  });

  it.each([
    [{ adot: {}, "cert-manager": {} }],
    [{ "aws-fsx-csi-driver": {}, "eks-pod-identity-agent": {} }],
    [{ adot: { phase: "beforeNodes" }, "cert-manager": { phase: "beforeNodes" } }],
    [{ adot: { phase: null }, "cert-manager": { phase: "beforeNodes" } }],
    [{ "some-marketplace-addon": {} }],
  ] as const)("%j is fine", (addons) => {
    expect(told(addons)).toEqual([]);
  });
});
