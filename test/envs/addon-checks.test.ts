import { judgeAddons } from "../../envs/addon-checks";
import { nodesNeedCniPolicy } from "../../envs/addon-identity";
import type { Environment } from "../../envs/environment";
import { environmentInputs } from "../../envs/environment";
import { inputsWithDefaults } from "../../kernel/check";
import { describe as sentenceOf } from "../../kernel/problem";
import { existing, qa, refusals, warnings } from "./example";
import { stackOf } from "./stack";

const agent = { "eks-pod-identity-agent": {} };
const role = { arn: "arn:aws:iam::111122223333:role/a" };
const zones = { hostedZones: { arns: ["arn:aws:route53:::hostedzone/Z1"] } };
const of = (addons: Environment["addons"], more: Partial<Environment> = {}) => ({ ...qa, addons, ...more }) as Environment;
const complete = (environment: Environment) => inputsWithDefaults(environmentInputs, environment as never) as never;

describe("on an IPv6 cluster", () => {
  const ipv6 = (more: Partial<Environment>) => existing({}, { cluster: { ...qa.cluster, ipFamily: "ipv6" }, ...more });

  it("vpc-cni needs a role of its own", () => {
    expect(refusals(ipv6({ addonIdentity: "node" }))).toEqual([`envs/qa/environment.ts addons["vpc-cni"]: expected a role, by podIdentity or irsa, got "node"; the policy of the nodes is for IPv4 alone   [addon-ipv6-role]`]);
    expect(refusals(ipv6({}))).toEqual([]);
  });

  it("its role has the policy for IPv6", () => {
    const addons = (stackOf(ipv6({}))["variable"] as Record<string, { readonly default: object }>)["addons"]!.default;
    expect(addons).toMatchObject({ ip_family: "ipv6" });
  });
});

describe("the identity of add-ons", () => {
  const withoutIssuer = { cluster: { ...qa.cluster, oidcProvider: null } };

  it.each([
    [of({ "vpc-cni": {} }, { addonIdentity: "podIdentity" }), `addons: expected eks-pod-identity-agent among the add-ons, got ["vpc-cni"]; it hands out the credentials of Pod Identity   [addon-pod-identity-agent]`],
    [of({ "vpc-cni": {} }, { addonIdentity: "irsa", ...withoutIssuer }), `cluster.oidcProvider: expected the cluster's OIDC provider, got ["vpc-cni"]; it vouches for the service accounts of roles by IRSA   [addon-oidc-provider]`],
    [of({ "vpc-cni": { role } }, withoutIssuer), `addons: expected podIdentity or irsa as the identity of an add-on with a role or permissions, got ["vpc-cni"]; by node it has the permissions of the nodes and no other   [addon-role-unused]`],
    [of({ "external-dns": {} }), `addons["external-dns"].permissions: expected hostedZones, or a role that has what external-dns needs, got []; AWS has no policy for it that is narrow enough   [addon-permission-needed]`],
    [of({ "aws-ebs-csi-driver": { permissions: zones } }), `addons["aws-ebs-csi-driver"].permissions.hostedZones: expected policyArns or volumeKeys, got "hostedZones"; aws-ebs-csi-driver has no use for it   [addon-permission-kind]`],
    [of({ "aws-efs-csi-driver": { permissions: zones } }), `addons["aws-efs-csi-driver"].permissions.hostedZones: expected nothing but policyArns, got "hostedZones"; aws-efs-csi-driver has no use for it   [addon-permission-kind]`],
  ])("%# is refused with one sentence", (environment, sentence) => {
    expect(refusals(environment)).toEqual([`envs/qa/environment.ts ${sentence}`]);
  });

  it.each([
    of({ "vpc-cni": {}, ...agent }, { addonIdentity: "podIdentity" }),
    of({ "vpc-cni": {}, "aws-ebs-csi-driver": {} }),
    of({ "external-dns": { permissions: zones }, "cert-manager": { permissions: zones } }),
    of({ "external-dns": { role }, "cert-manager": {} }),
    of({ "vpc-cni": {} }, { addonIdentity: "node" }),
    of({ Market_place: { permissions: zones, serviceAccounts: { namespace: "market", names: ["a"] } } }),
  ])("%# is fine", (environment) => {
    expect(refusals(environment)).toEqual([]);
    expect(warnings(environment)).toEqual([]);
  });

  it("by the nodes is told of add-ons that cannot reach them", () => {
    expect(warnings(of({ "vpc-cni": {}, coredns: {}, "cert-manager": {}, "aws-ebs-csi-driver": {} }, withoutIssuer))).toEqual([
      `envs/qa/environment.ts addons["aws-ebs-csi-driver"]: expected a role, by podIdentity or irsa, got "node"; its pods cannot reach the metadata service of their node, and so not its role   [addon-node-permissions]`,
    ]);
  });

  it("is not judged where the add-ons cannot be read, and a cluster that cannot be read hides nothing else", () => {
    expect(judgeAddons("", {})).toEqual({ problems: [], warnings: [] });
    expect(judgeAddons("", { addons: (complete(of({ adot: {} })) as { addons: never }).addons }).problems.map(sentenceOf)).toHaveLength(1);
  });
});

describe("the nodes keep the policy of the CNI", () => {
  it.each([
    [{ "vpc-cni": {} }, {}, false],
    [{ "vpc-cni": {}, ...agent }, {}, false],
    [{ "vpc-cni": { identity: "node" } }, {}, true],
    [{ "vpc-cni": {} }, { addonIdentity: "node" }, true],
    [{ "vpc-cni": {} }, { cluster: { ...qa.cluster, oidcProvider: null } }, true],
    [{ "vpc-cni": { identity: "irsa", role } }, {}, false],
    [{ coredns: {} }, {}, true],
  ] as const)("%j, %j: %s", (addons, more, kept) => {
    expect(nodesNeedCniPolicy(complete(of(addons, more as never)))).toBe(kept);
  });
});
