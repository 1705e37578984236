import { tf } from "../../../kernel";
import { Cluster } from "../../../modules/cluster/cluster";
import { clusterInputs } from "../../../modules/cluster/inputs";
import { clusterModule } from "../../../modules/cluster/module";
import { floor, newest, synthModule, synthStack } from "../../synth";
import { bindings, planBoth } from "./both-bindings";
import { minimal } from "./minimal";

const subject = { definition: clusterModule, inputs: clusterInputs, construct: Cluster };
const longName = "a-name-as-long-as-eks-allows-".padEnd(100, "x");
const given = {
  partition: "aws-cn",
  endpoint: { private: true, public: { cidrs: ["203.0.113.0/24", "198.51.100.7/32"] } },
  logTypes: ["audit", "authenticator"],
  logRetentionDays: 365,
  logKmsKeyArn: "arn:aws-cn:kms:cn-north-1:111122223333:key/logs",
  secretsKey: { arn: "arn:aws-cn:kms:cn-north-1:111122223333:key/secrets" },
  authenticationMode: "API_AND_CONFIG_MAP",
  accessEntries: {
    "Platform team": { principalArn: "arn:aws-cn:iam::111122223333:role/platform", policies: { AmazonEKSClusterAdminPolicy: {} } },
    anna: {
      principalArn: "arn:aws-cn:iam::111122223333:user/ops/anna",
      username: "anna",
      kubernetesGroups: ["developers"],
      policies: { AmazonEKSViewPolicy: {}, AmazonEKSEditPolicy: { namespaces: ["apps", "team-*"] } },
    },
    nodes: { principalArn: "arn:aws-cn:iam::111122223333:role/own-nodes", type: "EC2_LINUX" },
    auto: { principalArn: "arn:aws-cn:iam::111122223333:role/own-pools", type: "EC2", policies: { AmazonEKSAutoNodePolicy: {} } },
  },
  upgradePolicy: "EXTENDED",
  serviceCidr: "172.20.0.0/16",
  oidcProvider: null,
  forceUpdate: true,
  permissionsBoundary: "arn:aws-cn:iam::111122223333:policy/boundary",
  tags: { team: "platform", note: "${name} and %{if}" },
} as const;

const cases = {
  minimal,
  given: { ...minimal, ...given },
  publicOnly: { ...minimal, endpoint: { private: false, public: { cidrs: ["203.0.113.0/24"] } } },
  ownRotation: { ...minimal, secretsKey: { create: { rotationDays: 180, deletionWindowDays: 7 } } },
  keyOfSamePlan: { ...minimal, secretsKey: { arn: tf<string>`aws_kms_key.own.arn` } },
  long: { ...minimal, name: longName },
  longToo: { ...minimal, name: longName.replace(/x$/, "y") },
};
let planned: Awaited<ReturnType<typeof planBoth>>;

beforeAll(async () => {
  planned = await planBoth(subject, cases, { aws_kms_key: { own: {} } });
});

describe.each(bindings)("a cluster in a %s", (binding) => {
  const of = (name: keyof typeof cases) => planned(binding, name);

  it("has a control plane that is private, encrypted, logged and entered by access entries, by default", () => {
    expect(of("minimal").values("aws_eks_cluster.this")).toMatchObject({
      name: "eks-test",
      version: "1.35",
      bootstrap_self_managed_addons: false,
      force_update_version: false,
      enabled_cluster_log_types: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
      access_config: [{ authentication_mode: "API", bootstrap_cluster_creator_admin_permissions: false }],
      encryption_config: [{ resources: ["secrets"] }],
      upgrade_policy: [{ support_type: "STANDARD" }],
      vpc_config: [{ subnet_ids: ["subnet-a", "subnet-b"], endpoint_private_access: true, endpoint_public_access: false, security_group_ids: null }],
    });
    expect(of("minimal").unknown("aws_eks_cluster.this")["encryption_config"]).toEqual([{ provider: [{ key_arn: true }], resources: [false] }]);
  });

  it("is made of these resources and no other, by default", () => {
    expect(of("minimal").addresses()).toEqual([
      "aws_cloudwatch_log_group.this",
      'aws_eks_access_entry.this["platform"]',
      'aws_eks_access_policy_association.this["platform/AmazonEKSClusterAdminPolicy"]',
      "aws_eks_cluster.this",
      "aws_iam_openid_connect_provider.this[0]",
      "aws_iam_role.this[0]",
      'aws_iam_role_policy_attachment.this["AmazonEKSClusterPolicy"]',
      "aws_kms_alias.secrets[0]",
      "aws_kms_key.secrets[0]",
    ]);
  });

  it("takes every option", () => {
    expect(of("given").values("aws_eks_cluster.this")).toMatchObject({
      force_update_version: true,
      enabled_cluster_log_types: ["audit", "authenticator"],
      access_config: [{ authentication_mode: "API_AND_CONFIG_MAP", bootstrap_cluster_creator_admin_permissions: false }],
      encryption_config: [{ resources: ["secrets"], provider: [{ key_arn: given.secretsKey.arn }] }],
      kubernetes_network_config: [{ service_ipv4_cidr: "172.20.0.0/16" }],
      upgrade_policy: [{ support_type: "EXTENDED" }],
      vpc_config: [{ endpoint_private_access: true, endpoint_public_access: true, public_access_cidrs: ["198.51.100.7/32", "203.0.113.0/24"] }],
      tags: given.tags,
    });
  });

  it("can be reached from the listed blocks alone", () => {
    expect(of("publicOnly").values("aws_eks_cluster.this")["vpc_config"]).toMatchObject([
      { endpoint_private_access: false, endpoint_public_access: true, public_access_cidrs: ["203.0.113.0/24"] },
    ]);
  });

  it("has a log group of EKS's own name, with retention and key", () => {
    expect(of("minimal").values("aws_cloudwatch_log_group.this")).toMatchObject({ name: "/aws/eks/eks-test/cluster", retention_in_days: 90, kms_key_id: null });
    expect(of("given").values("aws_cloudwatch_log_group.this")).toMatchObject({ retention_in_days: 365, kms_key_id: given.logKmsKeyArn, tags: given.tags });
  });

  it("makes a key that rotates, with an alias", () => {
    expect(of("minimal").values("aws_kms_key.secrets[0]")).toMatchObject({ enable_key_rotation: true, rotation_period_in_days: 365, deletion_window_in_days: 30 });
    expect(of("ownRotation").values("aws_kms_key.secrets[0]")).toMatchObject({ enable_key_rotation: true, rotation_period_in_days: 180, deletion_window_in_days: 7 });
    expect(of("minimal").values("aws_kms_alias.secrets[0]")).toMatchObject({ name: "alias/eks/eks-test" });
  });

  it("makes no key where one is given, and lets its role use that", () => {
    expect(of("given").addresses().filter((address) => /kms|openid/.test(address))).toEqual([]);
    const policy = JSON.parse(of("given").values("aws_iam_role_policy.secrets_key[0]")["policy"] as string) as { Statement: unknown };
    expect(policy.Statement).toEqual([
      {
        Sid: "ClusterSecrets",
        Effect: "Allow",
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:ListGrants", "kms:CreateGrant"],
        Resource: given.secretsKey.arn,
      },
    ]);
  });

  it("takes a key whose ARN is known only after apply", () => {
    expect(of("keyOfSamePlan").addresses()).toContain("aws_iam_role_policy.secrets_key[0]");
    expect(of("keyOfSamePlan").addresses().filter((address) => address.includes("kms"))).toEqual([]);
  });

  it("lets in each principal, with each policy by its name", () => {
    const { anna, nodes } = given.accessEntries;
    const policies = (entry: string) => of("given").addresses().filter((address) => address.startsWith(`aws_eks_access_policy_association.this["${entry}/`));
    expect(of("given").values('aws_eks_access_entry.this["Platform team"]')).toMatchObject({ cluster_name: "eks-test", type: "STANDARD" });
    expect(of("given").values('aws_eks_access_entry.this["anna"]')).toMatchObject({ principal_arn: anna.principalArn, user_name: "anna", kubernetes_groups: ["developers"] });
    expect(of("given").values('aws_eks_access_entry.this["nodes"]')).toMatchObject({ principal_arn: nodes.principalArn, type: "EC2_LINUX" });
    expect(policies("nodes")).toEqual([]);
    expect(policies("anna")).toHaveLength(2);
    expect(of("given").values('aws_eks_access_policy_association.this["Platform team/AmazonEKSClusterAdminPolicy"]')).toMatchObject({
      policy_arn: "arn:aws-cn:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
      access_scope: [{ type: "cluster", namespaces: null }],
    });
    expect(of("given").values('aws_eks_access_policy_association.this["anna/AmazonEKSEditPolicy"]')).toMatchObject({
      principal_arn: anna.principalArn,
      access_scope: [{ type: "namespace", namespaces: ["apps", "team-*"] }],
    });
  });

  it("has a role that EKS alone assumes", () => {
    const role = of("given").values("aws_iam_role.this[0]");
    expect(role).toMatchObject({ name: "eks-test-cluster", permissions_boundary: given.permissionsBoundary, tags: given.tags });
    expect(JSON.parse(role["assume_role_policy"] as string)).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "eks.amazonaws.com" }, Action: ["sts:AssumeRole", "sts:TagSession"] }],
    });
    expect(of("given").values('aws_iam_role_policy_attachment.this["AmazonEKSClusterPolicy"]')["policy_arn"]).toBe("arn:aws-cn:iam::aws:policy/AmazonEKSClusterPolicy");
  });

  it("gives IAM an OIDC provider for STS, without a thumbprint", () => {
    expect(of("minimal").values("aws_iam_openid_connect_provider.this[0]")).toMatchObject({ client_id_list: ["sts.amazonaws.com"] });
    expect(of("minimal").unknown("aws_iam_openid_connect_provider.this[0]")).toMatchObject({ thumbprint_list: true, url: true });
  });

  it("cuts the role's name to what IAM takes, and two long names stay two", () => {
    const [one, two] = (["long", "longToo"] as const).map((name) => of(name).values("aws_iam_role.this[0]")["name"] as string);
    expect(one).toMatch(/^a-name-as-long-as-eks-allows-x{18}-[0-9a-f]{8}-cluster$/);
    expect(one).toHaveLength(64);
    expect(two).not.toBe(one);
  });
});

describe("the order of a cluster", () => {
  const json = synthModule(clusterModule);

  it("is role, key and log group first", () => {
    expect(json["resource"].aws_eks_cluster.this.depends_on).toEqual([
      "aws_iam_role_policy_attachment.this",
      "aws_iam_role_policy.secrets_key",
      "aws_cloudwatch_log_group.this",
      "aws_iam_role_policy_attachment.auto_mode",
    ]);
  });

  it("puts access entries after the cluster by its name", () => {
    expect(json["resource"].aws_eks_access_entry.this.cluster_name).toBe("${aws_eks_cluster.this.name}");
  });
});

describe("the key's policy", () => {
  it("leaves administration to the account and use to the cluster's role", () => {
    const { policy } = synthStack((stack) => new Cluster(stack, "cluster", minimal))["resource"].aws_kms_key.cluster_secrets;
    expect(policy).toContain('Principal = { AWS = "arn:${var.cluster.partition}:iam::${var.cluster.account}:root" }, Action = "kms:*", Resource = "*"');
    expect(policy).toContain("Principal = { AWS = var.cluster.role.create != null ? aws_iam_role.cluster_this[0].arn : var.cluster.role.arn }");
  });
});

describe("deletion protection", () => {
  it("stands where the provider knows it, and is on", () => {
    const json = synthModule(clusterModule, newest);
    expect(json["resource"].aws_eks_cluster.this.deletion_protection).toBe("${var.deletion_protection}");
    expect(json["variable"].deletion_protection.default).toBe(true);
  });

  it("is absent for the oldest provider", () => {
    const json = synthModule(clusterModule, floor);
    expect(json["resource"].aws_eks_cluster.this).not.toHaveProperty("deletion_protection");
    expect(json["variable"]).not.toHaveProperty("deletion_protection");
  });
});

it("outputs what users of other cluster modules look for", () => {
  expect(Object.keys(synthModule(clusterModule)["output"] as object)).toEqual([
    "cluster_name",
    "cluster_arn",
    "cluster_version",
    "cluster_platform_version",
    "cluster_status",
    "cluster_endpoint",
    "cluster_certificate_authority_data",
    "cluster_security_group_id",
    "own_security_group_id",
    "cluster_service_cidr",
    "cluster_ip_family",
    "cluster_oidc_issuer_url",
    "oidc_provider",
    "oidc_provider_arn",
    "cluster_iam_role_arn",
    "cluster_iam_role_name",
    "auto_mode_node_role_arn",
    "kms_key_arn",
    "cloudwatch_log_group_name",
    "cloudwatch_log_group_arn",
    "access_entries",
    "access_ready",
    "kubeconfig",
    "aws_auth_config_map",
  ]);
});
