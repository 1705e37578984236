import { forward, tf } from "../../../kernel";
import { Addons } from "../../../modules/addons/addons";
import { addonsInputs } from "../../../modules/addons/inputs";
import { addonsModule } from "../../../modules/addons/module";
import { NodeGroups } from "../../../modules/node-groups/node-groups";
import { synthModule, synthStack } from "../../synth";
import { bindings, planBoth } from "../cluster/both-bindings";
import { minimal as nodes } from "../node-groups/minimal";

const subject = { definition: addonsModule, inputs: addonsInputs, construct: Addons };
const place = { clusterName: "eks-test", region: "eu-west-1", account: "111122223333" } as const;
const oidcProvider = { arn: "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/AB", issuer: "oidc.eks.eu-west-1.amazonaws.com/id/AB" };
const agent = { "eks-pod-identity-agent": {} };
const every = {
  version: "v1.20.4-eksbuild.1",
  configurationValues: JSON.stringify({ env: { WARM_ENI_TARGET: "1", PATTERN: "${name} %{if} \"quoted\" \\" } }),
  resolveConflictsOnCreate: "NONE",
  resolveConflictsOnUpdate: "PRESERVE",
  preserve: true,
  identity: "irsa",
  role: { arn: "arn:aws:iam::111122223333:role/cni" },
  tags: { addon: "cni" },
} as const;
const keyArns = ["arn:aws:kms:eu-west-1:111122223333:key/1", "arn:aws:kms:eu-west-1:111122223333:key/2"];
const cases = {
  classic: { ...place, addons: { coredns: {}, "kube-proxy": {}, "vpc-cni": {} } },
  every: { ...place, addons: { "vpc-cni": every, ...agent, "aws-ebs-csi-driver": {}, Market_place: {} }, tags: { team: "platform" } },
  moved: { ...place, addons: { coredns: { phase: "beforeNodes" }, "kube-proxy": { phase: "last" }, adot: {}, "cert-manager": {}, ...agent } },
  none: { ...place, addons: {} },
  podIdentity: {
    ...place,
    rolePath: "/eks/",
    permissionsBoundary: "arn:aws:iam::111122223333:policy/boundary",
    addons: {
      ...agent,
      "vpc-cni": { permissions: { policyLogs: {} } },
      "aws-ebs-csi-driver": { permissions: { volumeKeys: { arns: keyArns }, policyArns: { more: "arn:aws:iam::111122223333:policy/more" } }, tags: { a: "b" } },
      "aws-efs-csi-driver": {},
      "aws-mountpoint-s3-csi-driver": { permissions: { buckets: { arns: ["arn:aws:s3:::data"] } } },
      "external-dns": { permissions: { hostedZones: { arns: ["arn:aws:route53:::hostedzone/Z1"] } } },
      "fluent-bit": { permissions: { logGroups: { arns: ["arn:aws:logs:eu-west-1:111122223333:log-group:/apps"] } } },
      "cert-manager": {},
      market: { role: { arn: "arn:aws:iam::111122223333:role/market" }, serviceAccounts: { namespace: "market", names: ["one", "two"] } },
      coredns: {},
    },
    tags: { team: "platform" },
  },
  irsa: { ...place, oidcProvider, ipFamily: "ipv6", addons: { "vpc-cni": {}, "aws-efs-csi-driver": {}, "aws-ebs-csi-driver": { identity: "node" }, coredns: {} } },
  node: { ...place, identity: "node", oidcProvider, addons: { ...agent, "vpc-cni": {}, "aws-ebs-csi-driver": { identity: "podIdentity" } } },
  long: { ...place, clusterName: "c".repeat(100), addons: { ...agent, "vpc-cni": {}, "aws-efs-csi-driver": {} } },
  fits: { ...place, clusterName: "c".repeat(56), addons: { ...agent, "vpc-cni": {} } },
  unknown: { ...place, clusterName: tf<string>`aws_vpc.other.id`, addons: { ...agent, coredns: {}, "vpc-cni": { role: { arn: tf<string>`aws_vpc.other.arn` } } } },
} as const;
let planned: Awaited<ReturnType<typeof planBoth>>;

beforeAll(async () => {
  planned = await planBoth(subject, cases, { aws_vpc: { other: { cidr_block: "10.0.0.0/16" } } });
});

describe.each(bindings)("add-ons in a %s", (binding) => {
  const of = (name: keyof typeof cases) => planned(binding, name);
  const addonsIn = (name: keyof typeof cases) => of(name).addresses().filter((address) => address.startsWith("aws_eks_addon."));
  const policy = (name: keyof typeof cases, address: string) => JSON.parse(of(name).values(`aws_iam_role_policy.${address}`)["policy"])["Statement"];
  const trust = (name: keyof typeof cases, addon: string) => JSON.parse(of(name).values(`aws_iam_role.this["${addon}"]`)["assume_role_policy"]);

  it.each([
    ["classic", ['after_nodes["coredns"]', 'before_nodes["kube-proxy"]', 'before_nodes["vpc-cni"]']],
    ["every", ['after_nodes["Market_place"]', 'after_nodes["aws-ebs-csi-driver"]', 'before_nodes["vpc-cni"]', 'first["eks-pod-identity-agent"]']],
    ["moved", ['after_nodes["cert-manager"]', 'before_nodes["coredns"]', 'first["eks-pod-identity-agent"]', 'last["adot"]', 'last["kube-proxy"]']],
    ["none", []],
    ["unknown", ['after_nodes["coredns"]', 'before_nodes["vpc-cni"]', 'first["eks-pod-identity-agent"]']],
  ] as const)("stand where their name or their phase puts them: %s", (name, addresses) => {
    expect(addonsIn(name)).toEqual(addresses.map((address) => `aws_eks_addon.${address}`));
  });

  it("overwrite what others have set, go with their software and have no role, where nothing else is said", () => {
    expect(of("classic").values('aws_eks_addon.before_nodes["vpc-cni"]')).toMatchObject({
      cluster_name: "eks-test",
      addon_name: "vpc-cni",
      resolve_conflicts_on_create: "OVERWRITE",
      resolve_conflicts_on_update: "OVERWRITE",
      preserve: false,
      service_account_role_arn: null,
      pod_identity_association: [],
    });
    expect(of("classic").unknown('aws_eks_addon.after_nodes["coredns"]')).toMatchObject({ addon_version: true });
    expect(of("classic").addresses()).toHaveLength(3);
  });

  it("take every option, settings as they were written", () => {
    expect(of("every").values('aws_eks_addon.before_nodes["vpc-cni"]')).toMatchObject({
      addon_version: every.version,
      configuration_values: every.configurationValues,
      resolve_conflicts_on_create: "NONE",
      resolve_conflicts_on_update: "PRESERVE",
      preserve: true,
      service_account_role_arn: every.role.arn,
      tags: { team: "platform", addon: "cni" },
    });
  });

  it("take a role whose ARN is known only after apply", () => {
    expect(of("unknown").values('aws_eks_addon.before_nodes["vpc-cni"]')).toMatchObject({ pod_identity_association: [{ service_account: "aws-node" }] });
    expect(of("unknown").unknown('aws_eks_addon.before_nodes["vpc-cni"]')).toMatchObject({ pod_identity_association: [{ role_arn: true }], cluster_name: true });
    expect(of("unknown").addresses().filter((address) => address.startsWith("aws_iam"))).toEqual([]);
  });

  it("have a role each by Pod Identity, where they call AWS and the agent is there", () => {
    const roles = of("podIdentity").addresses().flatMap((address) => /^aws_iam_role\.this\["(.+)"\]$/.exec(address)?.[1] ?? []);
    expect(roles).toEqual(["aws-ebs-csi-driver", "aws-efs-csi-driver", "aws-mountpoint-s3-csi-driver", "external-dns", "fluent-bit", "vpc-cni"]);
    expect(of("podIdentity").values('aws_iam_role.this["aws-ebs-csi-driver"]')).toMatchObject({
      name: "eks-test-aws-ebs-csi-driver",
      path: "/eks/",
      permissions_boundary: "arn:aws:iam::111122223333:policy/boundary",
      tags: { team: "platform", a: "b" },
    });
    expect(trust("podIdentity", "vpc-cni")["Statement"]).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: { "aws:SourceAccount": "111122223333" },
          ArnEquals: { "aws:SourceArn": "arn:aws:eks:eu-west-1:111122223333:cluster/eks-test" },
        },
      },
    ]);
    const associations = (address: string) => of("podIdentity").values(`aws_eks_addon.after_nodes["${address}"]`)["pod_identity_association"].map((item: { service_account: string }) => item.service_account);
    expect(associations("aws-efs-csi-driver")).toEqual(["efs-csi-controller-sa", "efs-csi-node-sa"]);
    expect(of("podIdentity").values('aws_eks_addon.after_nodes["market"]')["pod_identity_association"]).toEqual([
      { service_account: "one", role_arn: "arn:aws:iam::111122223333:role/market" },
      { service_account: "two", role_arn: "arn:aws:iam::111122223333:role/market" },
    ]);
    expect([associations("coredns"), associations("cert-manager")]).toEqual([[], []]);
  });

  it("hold the policies that AWS recommends, and those of their author", () => {
    const attached = of("podIdentity").addresses().filter((address) => address.startsWith("aws_iam_role_policy_attachment."));
    expect(attached.map((address) => [/"(.+)"/.exec(address)![1], of("podIdentity").values(address)["policy_arn"]])).toEqual([
      ["aws-ebs-csi-driver/AmazonEBSCSIDriverPolicyV2", "arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2"],
      ["aws-ebs-csi-driver/more", "arn:aws:iam::111122223333:policy/more"],
      ["aws-efs-csi-driver/AmazonEFSCSIDriverPolicy", "arn:aws:iam::aws:policy/service-role/AmazonEFSCSIDriverPolicy"],
      ["vpc-cni/AmazonEKS_CNI_Policy", "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"],
    ]);
  });

  it("may do what is said of named resources, and no more", () => {
    const inline = of("podIdentity").addresses().filter((address) => address.startsWith("aws_iam_role_policy."));
    expect(inline.map((address) => address.slice("aws_iam_role_policy.".length))).toEqual([
      'buckets["aws-mountpoint-s3-csi-driver"]',
      'log_groups["fluent-bit"]',
      'policy_logs["vpc-cni"]',
      'records["external-dns"]',
      'volume_keys["aws-ebs-csi-driver"]',
    ]);
    expect(policy("podIdentity", 'volume_keys["aws-ebs-csi-driver"]')).toEqual([
      { Sid: "UseKeys", Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext", "kms:DescribeKey"], Resource: keyArns },
      { Sid: "GrantKeys", Effect: "Allow", Action: "kms:CreateGrant", Resource: keyArns, Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } },
    ]);
    expect(policy("podIdentity", 'buckets["aws-mountpoint-s3-csi-driver"]').map((statement: { Resource: unknown }) => statement.Resource)).toEqual([["arn:aws:s3:::data"], ["arn:aws:s3:::data/*"]]);
    expect(policy("podIdentity", 'records["external-dns"]')[0]).toMatchObject({ Sid: "ChangeRecords", Resource: ["arn:aws:route53:::hostedzone/Z1"] });
    expect(policy("podIdentity", 'policy_logs["vpc-cni"]')[1].Resource).toBe("arn:aws:logs:eu-west-1:111122223333:log-group:/aws/eks/eks-test/cluster:*");
    expect(policy("podIdentity", 'log_groups["fluent-bit"]')[0].Resource).toEqual(["arn:aws:logs:eu-west-1:111122223333:log-group:/apps", "arn:aws:logs:eu-west-1:111122223333:log-group:/apps:*"]);
  });

  it("have their roles by IRSA where there is no agent, each service account named", () => {
    expect(trust("irsa", "aws-efs-csi-driver")["Statement"]).toEqual([
      expect.objectContaining({ Principal: { Service: "pods.eks.amazonaws.com" } }),
      {
        Effect: "Allow",
        Principal: { Federated: oidcProvider.arn },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: {
            [`${oidcProvider.issuer}:aud`]: "sts.amazonaws.com",
            [`${oidcProvider.issuer}:sub`]: ["system:serviceaccount:kube-system:efs-csi-controller-sa", "system:serviceaccount:kube-system:efs-csi-node-sa"],
          },
        },
      },
    ]);
    expect(of("irsa").unknown('aws_eks_addon.before_nodes["vpc-cni"]')).toMatchObject({ service_account_role_arn: true });
    expect(of("irsa").values('aws_eks_addon.before_nodes["vpc-cni"]')["pod_identity_association"]).toEqual([]);
  });

  it("on IPv6 the policy of vpc-cni is an own one", () => {
    expect(of("irsa").addresses().filter((address) => address.includes("vpc-cni"))).toEqual([
      'aws_eks_addon.before_nodes["vpc-cni"]',
      'aws_iam_role.this["vpc-cni"]',
      'aws_iam_role_policy.ipv6["vpc-cni"]',
    ]);
    expect(policy("irsa", 'ipv6["vpc-cni"]')[1]).toEqual({ Effect: "Allow", Action: "ec2:CreateTags", Resource: "arn:aws:ec2:*:*:network-interface/*" });
  });

  it("go by the word of their own before that of all", () => {
    const roles = (name: keyof typeof cases) => of(name).addresses().filter((address) => address.startsWith("aws_iam_role.this"));
    expect(roles("irsa")).toEqual(['aws_iam_role.this["aws-efs-csi-driver"]', 'aws_iam_role.this["vpc-cni"]']);
    expect(roles("node")).toEqual(['aws_iam_role.this["aws-ebs-csi-driver"]']);
  });

  it("have role names of at most 64 characters that stay apart", () => {
    const name = (set: keyof typeof cases, addon: string) => of(set).values(`aws_iam_role.this["${addon}"]`)["name"] as string;
    expect(name("fits", "vpc-cni")).toBe(`${"c".repeat(56)}-vpc-cni`);
    expect([name("long", "vpc-cni").length, name("long", "aws-efs-csi-driver").length]).toEqual([64, 64]);
    expect(name("long", "vpc-cni")).not.toBe(name("long", "aws-efs-csi-driver"));
  });
});

describe("the order of add-ons", () => {
  it("is the agent, what nodes need, nodes, the others, and last what needs those", () => {
    const { first, before_nodes, after_nodes, last } = synthModule(addonsModule)["resource"].aws_eks_addon;
    expect(first.depends_on).toContain("aws_iam_role_policy_attachment.this");
    expect(before_nodes.depends_on).toEqual(["aws_eks_addon.first"]);
    expect(after_nodes.depends_on).toEqual(["aws_eks_addon.before_nodes", "var.nodes_ready"]);
    expect(last.depends_on).toEqual(["aws_eks_addon.after_nodes"]);
  });

  it("is add-ons, nodes, add-ons in a stack", () => {
    const json = synthStack((stack) => {
      const ready = forward("nodes");
      const addons = new Addons(stack, "addons", { ...cases.classic, nodesReady: ready.ready });
      ready.set(new NodeGroups(stack, "nodes", { ...nodes, addonsReady: addons.beforeNodesReady }).ready);
    })["resource"];
    expect(json.aws_eks_node_group.nodes_this.depends_on).toEqual(expect.arrayContaining(["aws_eks_addon.addons_first", "aws_eks_addon.addons_before_nodes"]));
    expect(json.aws_eks_node_group.nodes_this.depends_on).not.toContain("aws_eks_addon.addons_after_nodes");
    expect(json.aws_eks_addon.addons_after_nodes.depends_on).toEqual(expect.arrayContaining(["aws_eks_node_group.nodes_this", "aws_eks_node_group.nodes_autoscaled"]));
  });
});

it("outputs versions, ARNs, roles and readiness", () => {
  expect(Object.keys(synthModule(addonsModule)["output"] as object)).toEqual(["addon_versions", "addon_arns", "addon_role_arns", "before_nodes_ready", "ready"]);
});
