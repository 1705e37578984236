import type { GivenInputs } from "../../../kernel";
import { describe as sentenceOf } from "../../../kernel/problem";
import { workloadIdentityInputs } from "../../../modules/workload-identity/inputs";
import { workloadIdentityModule } from "../../../modules/workload-identity/module";
import { workloadIdentityProblems } from "../../../modules/workload-identity/problems";
import { WorkloadIdentity } from "../../../modules/workload-identity/workload-identity";
import { problemsOf, synthStack } from "../../synth";
import { ruleIds, variableRefusals } from "../cluster/both-bindings";
import { roleRefusals, tagRefusals } from "../shared-refusals";
import { base } from "./cases";

type Given = GivenInputs<typeof workloadIdentityInputs>;
type Refused = readonly [change: Record<string, unknown>, sentence: string];

const shown = (value: unknown) => (JSON.stringify(value).length > 120 ? `${JSON.stringify(value).slice(0, 120)}…` : JSON.stringify(value));
const of = (change: object): Record<string, unknown> => ({ identities: { a: { namespace: "app", serviceAccount: "a", ...change } } });
const may = (permissions: object) => of({ permissions });
const own = (change: object) => of({ statements: { Own: { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::a"], ...change } } });
const provider = (change: object) => ({ oidcProvider: { issuer: "oidc.example.com/id/0A", ...change } });
const at = "identities.a.permissions";
const arn = "arn:aws:s3:::a";
const twice = { a: { namespace: "app", serviceAccount: "a" }, b: { namespace: "app", serviceAccount: "a" } };
const policies = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`p${index}`, `arn:aws:iam::aws:policy/P${index}`]));

/** Lists of ARNs that are alike: what a wrong element, none and two of one are told. */
function arnLists(kind: string, field: string, rule: string, noun: string, right: string): Refused[] {
  const path = `${at}.${kind}.${field}`;
  const list = (values: readonly string[]) => may({ [kind]: { [field]: values } });
  return [
    [list(["x"]), `${path}[0]: expected ${noun}, got "x"   [${rule}]`],
    [list([]), `${path}: expected at least 1 elements, got []   [${rule}-count]`],
    [list([right, right]), `${path}: expected a list without repeated elements, got ${shown([right, right])}; try ${shown([right])}   [${rule}-distinct]`],
  ];
}

const place = "us-east-1:111122223333";
const refused: readonly Refused[] = [
  [{ region: "Virginia" }, `region: expected an AWS region, got "Virginia"   [identity-region]`],
  [{ account: "11112222333" }, `account: expected an account id of twelve digits, got "11112222333"   [identity-account]`],
  [provider({ issuer: "https://oidc.example.com", create: {} }), `oidcProvider.issuer: expected an issuer without https://, got "https://oidc.example.com"   [oidc-issuer]`],
  [provider({ arn: "oidc" }), `oidcProvider.arn: expected the ARN of an OIDC provider in IAM, got "oidc"   [oidc-provider-arn]`],
  [provider({}), `oidcProvider: expected either arn or create, got {"issuer":"oidc.example.com/id/0A"}   [oidc-provider]`],
  [{ organizationId: "o-1" }, `organizationId: expected the id of an organization, got "o-1"   [organization-id]`],
  [{ identities: { "a/b": twice.a } }, `identities: expected a map in which each key is a name of letters, digits and _.@-, got ${shown({ "a/b": twice.a })}; it stands in the name of the role   [identity-name]`],
  [{ identities: twice }, `identities: expected a service account of its own in each element, got ${shown(twice)}; a service account has one role   [identity-service-account-twice]`],
  [of({ namespace: "App" }), `identities.a.namespace: expected the name of a namespace: lower-case letters, digits and hyphens, at most 63, got "App"   [identity-namespace]`],
  [of({ namespace: "n".repeat(64) }), `identities.a.namespace: expected the name of a namespace: lower-case letters, digits and hyphens, at most 63, got "${"n".repeat(64)}"   [identity-namespace]`],
  ...["app-*", "*", "a?", "A", ""].map(
    (name): Refused => [of({ serviceAccount: name }), `identities.a.serviceAccount: expected the name of a service account: lower-case letters, digits, hyphens and dots, at most 253, got "${name}"; a pattern would let in accounts that nobody has made yet   [identity-service-account]`],
  ),
  [of({ serviceAccount: "default" }), `identities.a.serviceAccount: expected anything but default, got "default"; every pod of the namespace that names no other would have the role   [identity-default-account]`],
  [of({ roleName: "a b" }), `identities.a.roleName: expected letters, digits and _+=,.@-, got "a b"   [identity-role-name]`],
  [of({ roleName: "r".repeat(65) }), `identities.a.roleName: expected text of 1 to 64 characters, got "${"r".repeat(65)}"   [identity-role-name-length]`],
  [of({ description: "“x”" }), `identities.a.description: expected 1 to 1000 letters, digits, blanks and _.,:;()/+=@-, got "“x”"   [identity-description]`],
  [of({ maxSessionHours: 13 }), `identities.a.maxSessionHours: expected a whole number from 1 to 12, got 13; try 12   [identity-session-hours]`],
  [of({ managedPolicyArns: { a: "ReadOnlyAccess" } }), `identities.a.managedPolicyArns.a: expected the ARN of an IAM policy, got "ReadOnlyAccess"   [identity-managed-policy]`],
  [of({ managedPolicyArns: policies }), `identities.a.managedPolicyArns: expected at most 10 policies, got ${shown(policies)}; IAM attaches no more to a role unless the quota is raised   [identity-managed-policies]`],
  [of({ assumes: { b: { roleArn: "b" } } }), `identities.a.assumes.b.roleArn: expected the ARN of an IAM role, got "b"   [assumed-role]`],
  [of({ assumes: { b: { roleArn: "arn:aws:iam::444455556666:role/b", externalId: "x" } } }), `identities.a.assumes.b.externalId: expected text of 2 to 1224 characters, got "x"   [assumed-role-external-id]`],
  [of({ assumes: { b: { roleArn: "arn:aws:iam::444455556666:role/b", externalId: "x y" } } }), `identities.a.assumes.b.externalId: expected letters, digits and _+=,.@:/-, got "x y"   [assumed-role-external-id-text]`],
  [may({ loadBalancerController: { vpcId: "vpc" } }), `${at}.loadBalancerController.vpcId: expected the id of a VPC, got "vpc"   [controller-vpc]`],
  ...arnLists("externalDns", "hostedZones", "hosted-zone", "the id of a hosted zone", "Z1"),
  ...arnLists("efsCsi", "fileSystemArns", "file-system", "the ARN of an EFS file system", `arn:aws:elasticfilesystem:${place}:file-system/fs-0a`),
  ...arnLists("prometheus", "workspaceArns", "prometheus-workspace", "the ARN of a workspace", `arn:aws:aps:${place}:workspace/ws-0a`),
  ...arnLists("secrets", "secretArns", "secret", "the ARN of a secret", `arn:aws:secretsmanager:${place}:secret:a`),
  ...arnLists("parameters", "parameterArns", "parameter", "the ARN of a parameter", `arn:aws:ssm:${place}:parameter/a`),
  [may({ ebsCsi: { kmsKeyArns: ["alias/a"] } }), `${at}.ebsCsi.kmsKeyArns[0]: expected the ARN of a KMS key, got "alias/a"; an alias or a key id is not enough   [permission-key]`],
  ...arnLists("logs", "groups", "log-group", "the name or ARN of a log group, with a star at the end for all that start so", "a").slice(1),
  ...["a*b", `arn:aws:logs:${place}:log-group:a:*`].map((group): Refused => [may({ logs: { groups: [group] } }), `${at}.logs.groups[0]: expected the name or ARN of a log group, with a star at the end for all that start so, got "${group}"   [log-group]`]),
  [may({ s3: { b: { bucketArn: "arn:aws:s3:::*", access: "read" } } }), `${at}.s3.b.bucketArn: expected the ARN of a bucket, got "arn:aws:s3:::*"   [bucket]`],
  [may({ s3: { b: { bucketArn: "arn:aws:s3:::abc", prefix: "a*", access: "read" } } }), `${at}.s3.b.prefix: expected the beginning of a name, of letters, digits and !_.'()/=-, got "a*"   [bucket-prefix]`],
  [of({ statements: { "own-1": { actions: ["s3:GetObject"], resources: [arn] } } }), `identities.a.statements: expected a map in which each key is letters and digits, got ${shown({ "own-1": { actions: ["s3:GetObject"], resources: [arn] } })}; IAM takes no other in the id of a statement   [statement-id]`],
  ...["s3:Get*", "*", "s3", "s3:*"].map((action): Refused => [own({ actions: [action] }), `identities.a.statements.Own.actions[0]: expected an action such as sqs:SendMessage, got "${action}"; patterns stand in action patterns   [statement-action]`]),
  ...["*", "*:*", "s3:Get?"].map((action): Refused => [own({ actionPatterns: [action] }), `identities.a.statements.Own.actionPatterns[0]: expected a pattern of actions of one service, such as sqs:Get*, got "${action}"   [statement-action-pattern]`]),
  [own({ actions: [] }), `identities.a.statements.Own.actions: expected at least 1 elements, got []   [statement-list]`],
  [own({ actions: null }), `identities.a.statements.Own: expected at least one of actions, actionPatterns, got {"actions":null,"resources":["${arn}"]}   [statement-actions]`],
  [own({ resources: [arn, "*"] }), `identities.a.statements.Own.resources: expected a list without *, got ["${arn}","*"]; every resource is said by any resource   [statement-any-resource]`],
  [own({ resources: null }), `identities.a.statements.Own: expected either resources or anyResource, got {"actions":["s3:GetObject"],"resources":null}   [statement-resources]`],
  [own({ resources: null, anyResource: { because: " " } }), `identities.a.statements.Own.anyResource.because: expected a reason, got " "   [statement-because]`],
  [own({ conditions: {} }), `identities.a.statements.Own.conditions: expected at least 1 elements, got {}   [statement-conditions]`],
  ...roleRefusals,
  ...tagRefusals,
];

const problems = (change: Record<string, unknown>) => problemsOf(() => synthStack((stack) => new WorkloadIdentity(stack, "it", { ...base, ...change } as unknown as Given)));
const ruleOf = (sentence: string) => /\[([a-z0-9-]+)\]$/.exec(sentence)![1]!;

it.each(refused)("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test it.${sentence}`]);
});

it("every rule of the inputs stands in this table", () => {
  const own = new Set(refused.map(([, sentence]) => ruleOf(sentence)));
  // Only a newer provider has target roles; the rule is that of every other ARN of a role.
  expect(ruleIds(workloadIdentityInputs).filter((id) => !own.has(id))).toEqual(["target-role"]);
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  const sentences = await variableRefusals({ definition: workloadIdentityModule, inputs: workloadIdentityInputs }, refused.map(([change]) => change));
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});

describe("what is wrong between inputs", () => {
  const told = (oidcProvider: object | null, ...identities: readonly { method: string; targetRole?: object }[]) =>
    workloadIdentityProblems("it", { oidcProvider, identities: Object.fromEntries(identities.map((identity, index) => [`i${index}`, identity])) }).map(sentenceOf);

  it("is IRSA without a provider, and a target role with IRSA", () => {
    expect(told(null, { method: "irsa", targetRole: {} }, { method: "both" }, { method: "podIdentity" })).toEqual([
      `it.oidcProvider: expected the cluster's OIDC provider for identities by IRSA, got ["i0","i1"]   [identity-oidc-provider]`,
      `it.identities: expected target roles with Pod Identity only, got ["i0"]; IRSA knows none   [target-role-method]`,
    ]);
  });

  it("is nothing else", () => {
    expect(told(null, { method: "podIdentity", targetRole: {} })).toEqual([]);
    expect(told({}, { method: "irsa" }, { method: "both", targetRole: {} })).toEqual([]);
  });
});
