import { qa, qaWith, refusals } from "./example";
import { stackOf } from "./stack";

const addons = { ...qa.addons, "eks-pod-identity-agent": {} };
const pods = (serviceAccount: string, more: object = {}) => ({ namespace: "app", serviceAccount, ...more });

describe("what is refused between identities and the rest", () => {
  const statement = (change: object) => ({ addons, identities: { a: pods("a", { statements: { Own: { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::a"], ...change } } }) } });
  const elsewhere = (change: object) => ({ otherAccounts: { audit: { account: "555555555555", identities: { a: pods("a", { method: "irsa" }) }, ...change } } });

  it.each([
    [{ identities: { a: pods("a") } }, `addons: expected eks-pod-identity-agent among the add-ons, got ["vpc-cni","kube-proxy","coredns"]; a is served by Pod Identity   [pod-identity-agent]`],
    [{ addons, cluster: { ...qa.cluster, oidcProvider: null }, identities: { a: pods("a", { method: "both" }) } }, `cluster.oidcProvider: expected the cluster's OIDC provider for identities by IRSA, got ["a"]   [identity-oidc-provider]`],
    [{ addons, provider: { version: "6.25.0" }, identities: { a: pods("a", { method: "irsa", targetRole: { roleArn: "arn:aws:iam::555555555555:role/b" } }) } }, `identities: expected target roles with Pod Identity only, got ["a"]; IRSA knows none   [target-role-method]`],
    [{ addons, identities: { a: pods("a", { targetRole: { roleArn: "arn:aws:iam::555555555555:role/b" } }) } }, `identities.a.targetRole: expected nothing here for aws provider 5.100.0, got {"roleArn":"arn:aws:iam::555555555555:role/b"}; it needs aws provider 6.2 or newer   [provider-version]`],
    [{ addons, identities: { a: pods("default") } }, `identities.a.serviceAccount: expected anything but default, got "default"; every pod of the namespace that names no other would have the role   [identity-default-account]`],
    [statement({ actions: ["s3:GetObject", "s3:GetObjekt"] }), `identities.a.statements.Own.actions[1]: expected an action of s3, got "s3:GetObjekt"; IAM would take it and never match it; try "s3:GetObject"   [iam-action]`],
    [statement({ actionPatterns: ["s3:Fetch*"] }), `identities.a.statements.Own.actionPatterns[0]: expected an action of s3, got "s3:Fetch*"; IAM would take it and never match it   [iam-action]`],
    [elsewhere({ account: qa.account }), `otherAccounts.audit.account: expected an account other than the environment's, got "444444444444"   [other-account]`],
    [elsewhere({ identities: { a: pods("a") } }), `otherAccounts.audit.identities.a.method: expected irsa, got "podIdentity"; Pod Identity hands out roles of the cluster's account only; try "irsa"   [other-account-method]`],
    [elsewhere({ roleArn: "deploy" }), `otherAccounts.audit.roleArn: expected the ARN of an IAM role, got "deploy"   [other-account-role]`],
    [{ otherAccounts: { "Audit-1": elsewhere({}).otherAccounts.audit } }, `otherAccounts: expected a map in which each key is a name of lower-case letters, digits and underscores, the first a letter, got ${JSON.stringify({ "Audit-1": elsewhere({}).otherAccounts.audit })}   [other-account-name]`],
    [elsewhere({ account: "5" }), `otherAccounts.audit.account: expected an account id of twelve digits, got "5"   [other-account-id]`],
  ])("%j", (changes, sentence) => {
    const told = refusals(qaWith(changes));
    expect(told.map((line) => (line.length > 400 ? line.slice(0, 150) : line))).toEqual([`envs/qa/environment.ts ${sentence}`].map((line) => (line.length > 400 ? line.slice(0, 150) : line)));
  });

  it.each([
    [{ addons, identities: { a: pods("a"), b: pods("b", { method: "both" }) } }],
    [{ identities: { a: pods("a", { method: "irsa" }) } }],
    [elsewhere({})],
    [statement({ actions: ["batch:SubmitJob"] })],
    [statement({ actionPatterns: ["s3:*"] })],
  ])("%j is fine", (changes) => {
    expect(refusals(qaWith(changes))).toEqual([]);
  });
});

it("an identity of another account goes through that account's provider, with all that belongs to it", () => {
  const environment = qaWith({ roles: { rolePath: "/p/", permissionsBoundary: "arn:aws:iam::444444444444:policy/b" }, otherAccounts: { audit: { account: "555555555555", roleArn: "arn:aws:iam::555555555555:role/deploy", identities: { a: pods("a", { method: "irsa", permissions: { xray: {} } }) } } } });
  const json = stackOf(environment);
  const there = Object.values(json["resource"] as Record<string, Record<string, { provider?: string }>>).flatMap((byName) => Object.entries(byName));
  expect(there.filter(([name]) => name.startsWith("in_audit")).every(([, { provider }]) => provider === "aws.audit")).toBe(true);
  expect(there.filter(([name]) => !name.startsWith("in_audit")).some(([, { provider }]) => provider !== undefined)).toBe(false);
  expect(json["provider"].aws[1]).toMatchObject({ alias: "audit", allowed_account_ids: ["555555555555"], assume_role: [{ role_arn: "arn:aws:iam::555555555555:role/deploy" }] });
  expect(json["variable"].in_audit_identities.default).toMatchObject({ account: "555555555555", role_path: "/p/", permissions_boundary: null });
});
