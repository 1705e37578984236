import type { GivenInputs } from "../../../kernel";
import { describe as sentenceOf } from "../../../kernel/problem";
import { Addons } from "../../../modules/addons/addons";
import { addonsInputs } from "../../../modules/addons/inputs";
import { addonsModule } from "../../../modules/addons/module";
import { inputsWithDefaults } from "../../../kernel/check";
import { addonProblems, identityProblems } from "../../../modules/addons/problems";
import { problemsOf, synthStack } from "../../synth";
import { ruleIds, terraformRefusals, variableRefusals } from "../cluster/both-bindings";
import { roleRefusals, tagRefusals } from "../shared-refusals";

type Given = GivenInputs<typeof addonsInputs>;
const minimal = { clusterName: "eks-test", region: "us-east-1", account: "111122223333", addons: {} };
const oidcArn = "arn:aws:iam::111122223333:oidc-provider/oidc/id";
const own = (change: Record<string, unknown>) => ({ oidcProvider: { arn: oidcArn, issuer: "oidc/id" }, addons: { own: { serviceAccounts: { namespace: "own", names: ["own"] }, ...change } } });
const coredns = (change: Record<string, unknown>) => ({ addons: { coredns: change } });

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [{ addons: { "core.dns": {} } }, `addons: expected a map in which each key is the name of an EKS add-on, of letters, digits, hyphens and underscores, got {"core.dns":{}}   [addon-name]`],
  [coredns({ version: "1.12" }), `addons.coredns.version: expected a version such as v1.20.4-eksbuild.1, got "1.12"   [addon-version]`],
  ...["{replicaCount: 2}", "[]", "null", "2", '"text"', "{} {}", ""].map(
    (text) =>
      [coredns({ configurationValues: text }), `addons.coredns.configurationValues: expected text with a JSON object, got ${JSON.stringify(text)}   [addon-configuration]`] as const,
  ),
  [coredns({ role: { arn: "coredns" } }), `addons.coredns.role.arn: expected the ARN of an IAM role, got "coredns"   [addon-role]`],
  [
    coredns({ version: "v1.12.4-eksbuild.1", resolveVersion: "latest" }),
    `addons.coredns: expected either a version or a way to find one, got {"version":"v1.12.4-eksbuild.1","resolveVersion":"latest"}   [addon-version-source]`,
  ],
  [
    { identity: "irsa", ...coredns({ role: { arn: "arn:aws:iam::111122223333:role/a" }, permissions: {}, serviceAccounts: { namespace: "a", names: ["a"] } }) },
    `addons.coredns: expected either a given role or permissions of one that is made here, got {"role":{"arn":"arn:aws:iam::111122223333:role/a"},"permissions":{},"serviceAccounts":{"namespace":"a","names":["a"]}}   [addon-role-source]`,
  ],
  ...(
    [
      ["policyArns", { a: "b" }, `.a: expected the ARN of an IAM policy, got "b"   [addon-policy]`],
      ["volumeKeys", { arns: [] }, `.arns: expected at least one ARN, got []   [addon-volume-key-count]`],
      ["volumeKeys", { arns: ["alias/a"] }, `.arns[0]: expected the ARN of a KMS key, got "alias/a"   [addon-volume-key]`],
      ["buckets", { arns: [] }, `.arns: expected at least one ARN, got []   [addon-bucket-count]`],
      ["buckets", { arns: ["data"] }, `.arns[0]: expected the ARN of an S3 bucket, got "data"   [addon-bucket]`],
      ["hostedZones", { arns: [] }, `.arns: expected at least one ARN, got []   [addon-hosted-zone-count]`],
      ["hostedZones", { arns: ["arn:aws:route53:::hostedzone/*"] }, `.arns[0]: expected the ARN of a hosted zone, got "arn:aws:route53:::hostedzone/*"   [addon-hosted-zone]`],
      ["logGroups", { arns: [] }, `.arns: expected at least one ARN, got []   [addon-log-group-count]`],
      ["logGroups", { arns: ["/apps"] }, `.arns[0]: expected the ARN of a log group, got "/apps"   [addon-log-group]`],
    ] as const
  ).map(([kind, value, told]) => [own({ permissions: { [kind]: value } }), `addons.own.permissions.${kind}${told}`] as const),
  [own({ serviceAccounts: { namespace: "Own", names: ["a"] } }), `addons.own.serviceAccounts.namespace: expected the name of a namespace, got "Own"   [addon-namespace]`],
  [own({ serviceAccounts: { namespace: "own", names: [] } }), `addons.own.serviceAccounts.names: expected at least one service account, got []   [addon-service-account-count]`],
  [
    own({ serviceAccounts: { namespace: "own", names: ["a-*"] } }),
    `addons.own.serviceAccounts.names[0]: expected the name of a service account, got "a-*"; a wildcard would let in others   [addon-service-account]`,
  ],
  [{ account: "12345" }, `account: expected an account id of twelve digits, got "12345"   [addons-account]`],
  [{ kubernetesVersion: "1.35.1" }, `kubernetesVersion: expected a minor version such as 1.35, got "1.35.1"   [addons-kubernetes-version]`],
  [{ oidcProvider: { arn: "arn", issuer: "oidc/id" } }, `oidcProvider.arn: expected the ARN of an OIDC provider, got "arn"   [addons-oidc-provider]`],
  [{ oidcProvider: { arn: oidcArn, issuer: "https://oidc/id" } }, `oidcProvider.issuer: expected an issuer without https://, got "https://oidc/id"   [addons-oidc-issuer]`],
  ...roleRefusals,
  ...tagRefusals,
  ...tagRefusals.map(([change, sentence]) => [coredns(change), `addons.coredns.${sentence}`] as const),
];

const choices: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [coredns({ resolveConflictsOnCreate: "PRESERVE" }), `addons.coredns.resolveConflictsOnCreate: expected one of NONE, OVERWRITE, got "PRESERVE"   [choice]`],
  [coredns({ resolveConflictsOnUpdate: "overwrite" }), `addons.coredns.resolveConflictsOnUpdate: expected one of NONE, OVERWRITE, PRESERVE, got "overwrite"; try "OVERWRITE"   [choice]`],
  [coredns({ identity: "IRSA" }), `addons.coredns.identity: expected one of podIdentity, irsa, node, got "IRSA"; try "irsa"   [choice]`],
  [{ identity: "pod" }, `identity: expected one of podIdentity, irsa, node, got "pod"; try "node"   [choice]`],
  [coredns({ resolveVersion: "newest" }), `addons.coredns.resolveVersion: expected one of default, latest, got "newest"   [choice]`],
  [coredns({ phase: "beforeNode" }), `addons.coredns.phase: expected one of first, beforeNodes, afterNodes, last, got "beforeNode"; try "beforeNodes"   [choice]`],
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
  const sentences = await variableRefusals({ definition: addonsModule, inputs: addonsInputs }, refused.map(([change]) => change));
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});

describe("between the inputs", () => {
  const irsaWithout = { identity: "irsa", addons: { "vpc-cni": {}, coredns: {}, "aws-ebs-csi-driver": {} } } as const;
  const role = { arn: "arn:aws:iam::111122223333:role/a" };
  const crossed: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
    [{ identity: "podIdentity", addons: { "vpc-cni": {}, coredns: {} } }, `addons: expected eks-pod-identity-agent among the add-ons, got ["vpc-cni"]; it hands out the credentials of Pod Identity   [addon-pod-identity-agent]`],
    [{ addons: { "vpc-cni": { identity: "podIdentity", role } } }, `addons: expected eks-pod-identity-agent among the add-ons, got ["vpc-cni"]; it hands out the credentials of Pod Identity   [addon-pod-identity-agent]`],
    [irsaWithout, `oidcProvider: expected the cluster's OIDC provider, got ["aws-ebs-csi-driver","vpc-cni"]; it vouches for the service accounts of roles by IRSA   [addon-oidc-provider]`],
    [{ addons: { "vpc-cni": { role } } }, `addons: expected podIdentity or irsa as the identity of an add-on with a role or permissions, got ["vpc-cni"]; by node it has the permissions of the nodes and no other   [addon-role-unused]`],
    [
      { addons: { "eks-pod-identity-agent": {}, "vpc-cni": { identity: "node", permissions: { policyLogs: {} } } } },
      `addons: expected podIdentity or irsa as the identity of an add-on with a role or permissions, got ["vpc-cni"]; by node it has the permissions of the nodes and no other   [addon-role-unused]`,
    ],
    [
      { addons: { "eks-pod-identity-agent": {}, market: { permissions: {} } } },
      `addons: expected the service accounts of an add-on with a role or permissions, got ["market"]; AWS documents none for it   [addon-service-accounts-unknown]`,
    ],
    [{ addons: { coredns: { resolveVersion: "default" } } }, `kubernetesVersion: expected a Kubernetes version, got ["coredns"]; they ask EKS for the version that fits it   [addon-resolve-version]`],
  ];
  const fine: readonly Record<string, unknown>[] = [
    { identity: "podIdentity", addons: { coredns: {}, "kube-proxy": {} } },
    { identity: "irsa", addons: { coredns: {}, "external-dns": {} } },
    { addons: { "vpc-cni": { identity: "irsa", role } } },
    { identity: "node", addons: { "vpc-cni": {}, "aws-ebs-csi-driver": {} } },
    { addons: { "eks-pod-identity-agent": {}, market: { permissions: {}, serviceAccounts: { namespace: "a", names: ["b"] } } } },
  ];
  const complete = (change: Record<string, unknown>) => inputsWithDefaults(addonsInputs, { ...minimal, ...change }) as never;

  it.each(crossed)("%j is refused with one sentence", (change, sentence) => {
    expect(identityProblems(complete(change), "it").map(sentenceOf)).toEqual([`it.${sentence}`]);
  });

  it.each(fine)("%j is fine", (change) => {
    expect(identityProblems(complete(change), "it")).toEqual([]);
  });

  it("Terraform refuses the same", async () => {
    // A data source would ask AWS before the rule is judged: its Kubernetes version is the mistake.
    const cases = Object.fromEntries(crossed.slice(0, -1).map(([change], index) => [`case_${index}`, { ...minimal, ...change } as never]));
    const sentences = await terraformRefusals({ definition: addonsModule, inputs: addonsInputs, construct: Addons }, { ...cases, ...Object.fromEntries(fine.map((change, index) => [`fine_${index}`, { ...minimal, ...change } as never])) });
    expect(sentences.sort()).toEqual(crossed.slice(0, -1).map(([, sentence]) => sentence.replace(/ {3}\[/, " [").replace("oidcProvider", "oidc_provider")).sort());
  });
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
      [`addons.adot.phase: expected a phase after that of cert-manager, afterNodes, got "beforeNodes"; adot does not start without it   [addon-order]`],
    ],
  ] as const)("%j is told", (addons, sentences) => {
    expect(told(addons)).toEqual(sentences);
  });

  it.each([
    [{ adot: {}, "cert-manager": {} }],
    [{ "aws-fsx-csi-driver": {}, "eks-pod-identity-agent": {} }],
    [{ adot: { phase: "afterNodes" }, "cert-manager": { phase: "beforeNodes" } }],
    [{ adot: { phase: null }, "cert-manager": { phase: "beforeNodes" } }],
    [{ "some-marketplace-addon": {} }],
  ] as const)("%j is fine", (addons) => {
    expect(told(addons)).toEqual([]);
  });
});
