import { parse } from "yaml";
import { Cluster } from "../../../modules/cluster/cluster";
import { clusterInputs } from "../../../modules/cluster/inputs";
import { clusterModule } from "../../../modules/cluster/module";
import { planFiles } from "../../harness";
import { planned as asPlanned } from "../../offline";
import { floor, type Json, newest, synthModule, synthStack } from "../../synth";
import { bindings, planBoth } from "./both-bindings";
import { minimal } from "./minimal";

const subject = { definition: clusterModule, inputs: clusterInputs, construct: Cluster };
const { accessEntries: _, ...rest } = minimal;
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const keyArn = "arn:aws:kms:us-east-1:111122223333:key/secrets";
const https = { from: 443, to: 443 };

const awsAuth = {
  roles: {
    nodes: { arn: role("nodes"), username: "system:node:{{EC2PrivateDNSName}}", groups: ["system:bootstrappers", "system:nodes"] },
    admins: { arn: role("admins"), username: "admin", groups: ["system:masters"] },
  },
  users: { anna: { arn: "arn:aws:iam::111122223333:user/anna", username: "anna" } },
  accounts: ["444455556666"],
};
const identityProvider = { name: "company", issuerUrl: "https://login.example.com/tenant", clientId: "kubernetes" };

const cases = {
  own: {
    ...minimal,
    securityGroup: {
      vpcId: "vpc-0a",
      ingress: {
        vpn: { description: "API server from the VPN", ports: https, cidrIpv4: "10.99.0.0/16" },
        each_other: { description: "Among themselves", protocol: "-1" as const, self: {} },
      },
      egress: { all_v6: { description: "Webhooks", protocol: "udp" as const, ports: { from: 1, to: 65535 }, cidrIpv6: "::/0" }, endpoints: { description: "S3", ports: https, prefixListId: "pl-0a" } },
    },
    securityGroupIds: ["sg-0a", "sg-0b"],
    clusterSecurityGroup: { ingress: { bastion: { description: "Bastion", ports: https, securityGroupId: "sg-0c" }, ping: { description: "Ping", protocol: "icmp" as const, ports: { from: 8, to: -1 }, self: {} } } },
  },
  company: { ...minimal, identityProvider },
  strict: { ...minimal, identityProvider: { ...identityProvider, usernameClaim: "email", usernamePrefix: "-", groupsClaim: "groups", groupsPrefix: "oidc:", requiredClaims: { tenant: "a" } } },
  auto: { ...minimal, autoMode: {}, podSecurityGroups: {} },
  ownPools: { ...minimal, autoMode: { nodePools: [], nodeRole: { arn: role("pools") } } },
  givenNodes: { ...minimal, autoMode: { nodePools: ["system" as const], nodeRole: { arn: role("pools") } } },
  hybrid: { ...minimal, remoteNetworks: { nodeCidrs: ["10.80.0.0/16"], podCidrs: ["10.81.0.0/16"] } },
  nodesOnly: { ...minimal, remoteNetworks: { nodeCidrs: ["10.80.0.0/16"] } },
  six: { ...minimal, ipFamily: "ipv6" as const },
  shifted: { ...minimal, zonalShift: true, logTypes: [] },
  givenRole: { ...minimal, role: { arn: role("eks") }, secretsKey: { arn: keyArn } },
  keyAdmins: { ...minimal, secretsKey: { create: { administrators: [role("security")] } } },
  old: { ...rest, authenticationMode: "CONFIG_MAP" as const, creatorAdmin: true, awsAuth },
};
let planned: Awaited<ReturnType<typeof planBoth>>;
beforeAll(async () => {
  planned = await planBoth(subject, cases);
});

describe.each(bindings)("the options of a cluster in a %s", (binding) => {
  const of = (name: keyof typeof cases) => planned(binding, name);
  const cluster = (name: keyof typeof cases) => of(name).values("aws_eks_cluster.this");
  const own = (name: keyof typeof cases, start: string) => of(name).addresses().filter((address) => address.startsWith(start));

  it("a security group of its own has one resource a rule, by its name", () => {
    expect(of("own").values("aws_security_group.this[0]")).toMatchObject({ name: "eks-eks-test-control-plane", vpc_id: "vpc-0a", tags: { Name: "eks-eks-test-control-plane" } });
    expect(of("own").values('aws_vpc_security_group_ingress_rule.this["vpn"]')).toMatchObject({ description: "API server from the VPN", ip_protocol: "tcp", from_port: 443, to_port: 443, cidr_ipv4: "10.99.0.0/16", tags: { Name: "vpn" } });
    expect(of("own").values('aws_vpc_security_group_ingress_rule.this["each_other"]')).toMatchObject({ ip_protocol: "-1", from_port: null, to_port: null });
    expect(of("own").unknown('aws_vpc_security_group_ingress_rule.this["each_other"]')).toMatchObject({ referenced_security_group_id: true });
    expect(of("own").values('aws_vpc_security_group_egress_rule.this["all_v6"]')).toMatchObject({ ip_protocol: "udp", cidr_ipv6: "::/0", to_port: 65535 });
    expect(of("own").values('aws_vpc_security_group_egress_rule.this["endpoints"]')).toMatchObject({ prefix_list_id: "pl-0a" });
  });

  it("the group that EKS makes takes further rules", () => {
    expect(of("own").values('aws_vpc_security_group_ingress_rule.cluster["bastion"]')).toMatchObject({ referenced_security_group_id: "sg-0c", from_port: 443 });
    expect(of("own").values('aws_vpc_security_group_ingress_rule.cluster["ping"]')).toMatchObject({ ip_protocol: "icmp", from_port: 8, to_port: -1 });
    expect(of("own").unknown('aws_vpc_security_group_ingress_rule.cluster["ping"]')).toMatchObject({ security_group_id: true, referenced_security_group_id: true });
  });

  it("an issuer of the user's own signs in people", () => {
    const { issuerUrl: issuer_url, clientId: client_id } = identityProvider;
    expect(of("company").values("aws_eks_identity_provider_config.this[0]")).toMatchObject({ cluster_name: "eks-test", oidc: [{ identity_provider_config_name: "company", issuer_url, client_id, username_claim: null, groups_claim: null }] });
    expect(of("strict").values("aws_eks_identity_provider_config.this[0]")).toMatchObject({
      oidc: [{ username_claim: "email", username_prefix: "-", groups_claim: "groups", groups_prefix: "oidc:", required_claims: { tenant: "a" } }],
    });
    expect(own("auto", "aws_eks_identity_provider_config")).toEqual([]);
  });

  it("Auto Mode is three switches, a node role and four more policies", () => {
    expect(cluster("auto")).toMatchObject({
      compute_config: [{ enabled: true, node_pools: ["general-purpose", "system"] }],
      storage_config: [{ block_storage: [{ enabled: true }] }],
      kubernetes_network_config: [{ elastic_load_balancing: [{ enabled: true }] }],
    });
    expect(of("auto").unknown("aws_eks_cluster.this")["compute_config"]).toMatchObject([{ node_role_arn: true }]);
    expect(own("auto", "aws_iam_role_policy_attachment")).toEqual(
      [
        ...["AmazonEC2ContainerRegistryPullOnly", "AmazonEKSWorkerNodeMinimalPolicy"].map((policy) => `auto_mode["${policy}"]`),
        ...["BlockStoragePolicy", "ClusterPolicy", "ComputePolicy", "LoadBalancingPolicy", "NetworkingPolicy", "VPCResourceController"].map((policy) => `this["AmazonEKS${policy}"]`),
      ].map((name) => `aws_iam_role_policy_attachment.${name}`),
    );
    expect(of("auto").values("aws_iam_role.auto_mode[0]")["name"]).toBe("eks-test-auto-node");
  });

  it("Auto Mode takes a node role that is given, and none where it has no node pools", () => {
    expect(cluster("givenNodes")["compute_config"]).toEqual([{ enabled: true, node_pools: ["system"], node_role_arn: role("pools") }]);
    expect(cluster("ownPools")["compute_config"]).toEqual([{ enabled: true, node_pools: null, node_role_arn: null }]);
    expect(own("ownPools", "aws_iam_role.auto_mode")).toEqual([]);
  });

  it("nothing is said of Auto Mode where it is not asked for", () => {
    expect(cluster("company")).toMatchObject({ compute_config: [], storage_config: [] });
  });

  it("hybrid nodes have networks of their own, and pods may have", () => {
    expect(cluster("hybrid")["remote_network_config"]).toEqual([{ remote_node_networks: [{ cidrs: ["10.80.0.0/16"] }], remote_pod_networks: [{ cidrs: ["10.81.0.0/16"] }] }]);
    expect(cluster("nodesOnly")["remote_network_config"]).toMatchObject([{ remote_node_networks: [{ cidrs: ["10.80.0.0/16"] }] }]);
  });

  it("addresses are IPv6 where asked, and zonal shift and logs are what is said", () => {
    expect(cluster("six")["kubernetes_network_config"]).toMatchObject([{ ip_family: "ipv6" }]);
    expect(cluster("shifted")).toMatchObject({ zonal_shift_config: [{ enabled: true }], enabled_cluster_log_types: null });
    expect(cluster("six")["zonal_shift_config"]).toEqual([]);
  });

  it("a role that is given stays as it is", () => {
    expect(cluster("givenRole")["role_arn"]).toBe(role("eks"));
    expect(own("givenRole", "aws_iam_role")).toEqual([]);
    expect(own("givenRole", "aws_kms")).toEqual([]);
  });

  it("a cluster of the ConfigMap has no access entries and its creator as administrator", () => {
    expect(cluster("old")["access_config"]).toEqual([{ authentication_mode: "CONFIG_MAP", bootstrap_cluster_creator_admin_permissions: true }]);
    expect(own("old", "aws_eks_access")).toEqual([]);
  });
});

describe("the aws-auth manifest", () => {
  it("is the whole ConfigMap, and null where nobody uses it", async () => {
    const stacks = (["old", "own"] as const).map((name) => synthStack((stack) => new Cluster(stack, "cluster", cases[name])));
    const [old, none] = (await Promise.all(stacks.map((stack) => planFiles({ "main.tf.json": asPlanned(stack) })))).map(({ outputs }) => outputs["cluster_aws_auth_config_map"]?.["value"] as string | null);
    const manifest = parse(old!) as Json;
    expect(manifest).toMatchObject({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "aws-auth", namespace: "kube-system" } });
    expect(parse(manifest["data"].mapRoles as string)).toEqual(Object.values(awsAuth.roles).map(({ arn, ...item }) => ({ rolearn: arn, ...item })).reverse());
    expect(parse(manifest["data"].mapUsers as string)).toEqual([{ userarn: awsAuth.users.anna.arn, username: "anna", groups: [] }]);
    expect(parse(manifest["data"].mapAccounts as string)).toEqual(["444455556666"]);
    expect(none).toBeNull();
  });
});

describe("the key's administrators", () => {
  it("stand in its policy, and in no statement where there are none", async () => {
    const policy = (name: "keyAdmins" | "own") => synthStack((stack) => new Cluster(stack, "cluster", cases[name]))["resource"].aws_kms_key.cluster_secrets.policy as string;
    expect(policy("keyAdmins")).toContain('length(var.cluster.secrets_key.create.administrators) == 0 ? [] : [{ Sid = "Administrators"');
  });
});

describe("capabilities, the control plane's tier and the way out of Auto Mode", () => {
  const json = synthModule(clusterModule, newest);

  it("stand where the provider knows them", () => {
    expect(json["resource"].aws_eks_capability.this).toMatchObject({ type: "${upper(each.key)}", delete_propagation_policy: "RETAIN" });
    expect(json["resource"].aws_iam_role.capability.assume_role_policy).toContain('Service = "capabilities.eks.amazonaws.com"');
    expect(json["resource"].aws_eks_cluster.this.dynamic.control_plane_scaling_config.content).toEqual({ tier: "${var.control_plane_tier}" });
    expect(Object.keys(json["output"] as object)).toContain("capability_role_arns");
    expect(json["resource"].aws_eks_cluster.this.dynamic.compute_config.content).toMatchObject({ enabled: "${var.auto_mode.enabled}", node_pools: "${!var.auto_mode.enabled ? null : var.auto_mode.node_pools}" });
  });

  it("are absent for the oldest provider", () => {
    const text = JSON.stringify(synthModule(clusterModule, floor));
    expect(text).not.toMatch(/capabilit|control_plane_scaling|HYPERPOD/);
  });
});
