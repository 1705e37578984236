import type { GivenInputs } from "../../../kernel";
import { Cluster } from "../../../modules/cluster/cluster";
import type { clusterInputs } from "../../../modules/cluster/inputs";
import { testAccount, type TestAccount } from "../../emulator/account";
import { eks, until } from "../../emulator/aws-call";
import { apply, applyAndIdempotent, destroy, expectNoChanges, init, plan, temporaryFolder, useEmulator, writeFiles } from "../../harness";
import { synthStack } from "../../synth";

type Given = GivenInputs<typeof clusterInputs>;
const folder = temporaryFolder("cluster");
const emulator = useEmulator();
const options = () => ({ terraformDir: folder, envVars: emulator.environment });
const https = { from: 443, to: 443 };
let account: TestAccount;

beforeAll(async () => {
  account = await testAccount(emulator);
  write(rich());
  await init(options());
});

function rich(): Given {
  const { node, pod } = account.roles;
  return {
    name: "rich",
    kubernetesVersion: "1.35",
    account: "123456789012",
    subnetIds: { "us-east-1a": account.subnets[0], "us-east-1b": account.subnets[1] },
    authenticationMode: "API_AND_CONFIG_MAP",
    awsAuth: { roles: { nodes: { arn: node, username: "system:node:{{EC2PrivateDNSName}}", groups: ["system:nodes"] } } },
    accessEntries: {
      me: { principalArn: "arn:aws:iam::123456789012:role/admin", policies: { AmazonEKSClusterAdminPolicy: {} } },
      developers: { principalArn: pod, username: "developer", kubernetesGroups: ["developers"], policies: { AmazonEKSViewPolicy: {}, AmazonEKSEditPolicy: { namespaces: ["apps"] } } },
      nodes: { principalArn: node, type: "EC2_LINUX" },
    },
    endpoint: { public: { cidrs: ["203.0.113.0/24"] } },
    securityGroup: {
      vpcId: account.vpcId,
      ingress: { vpn: { description: "VPN", ports: https, cidrIpv4: "10.99.0.0/16" }, each_other: { description: "Among themselves", protocol: "-1", self: {} } },
      egress: { out: { description: "Webhooks", ports: https, cidrIpv4: "0.0.0.0/0" } },
    },
    clusterSecurityGroup: { ingress: { bastion: { description: "Bastion", ports: https, cidrIpv4: "10.98.0.0/16" } } },
    secretsKey: { create: { administrators: [account.roles.pod] } },
    identityProvider: { name: "company", issuerUrl: "https://login.example.com/tenant", clientId: "kubernetes", groupsClaim: "groups", groupsPrefix: "oidc:", requiredClaims: { tenant: "a" } },
    remoteNetworks: { nodeCidrs: ["10.80.0.0/16"], podCidrs: ["10.81.0.0/16"] },
    serviceCidr: "172.20.0.0/16",
    zonalShift: true,
    podSecurityGroups: {},
    autoMode: {},
    tags: { team: "platform" },
  };
}

/** The same cluster, with access by entries alone, less of what can go, and more of what can come. */
function changed(): Given {
  const { awsAuth: _, identityProvider: __, podSecurityGroups: ___, ...rest } = rich();
  const { me, developers } = rest.accessEntries as Record<"me" | "developers", { readonly principalArn: string }>;
  const entry = { ...developers, username: "dev", kubernetesGroups: ["readers"], policies: { AmazonEKSEditPolicy: { namespaces: ["apps", "jobs"] } } };
  return {
    ...rest,
    authenticationMode: "API",
    accessEntries: { me, developers: entry },
    endpoint: {},
    securityGroup: { vpcId: account.vpcId, ingress: { vpn: { description: "VPN", ports: https, cidrIpv4: "10.97.0.0/16" } } },
    logTypes: ["audit"],
    logRetentionDays: 365,
    upgradePolicy: "EXTENDED",
    zonalShift: false,
    autoMode: { nodePools: ["general-purpose"] },
  };
}

// One cluster through its whole life: each step stands on the one before.
test("a cluster with nearly every option is made, and its second plan is clean", async () => {
  await applyAndIdempotent(options());
  const { body } = await eks(emulator, "GET /clusters/rich");
  expect(body).toMatchObject({ cluster: { computeConfig: { enabled: true }, remoteNetworkConfig: { remoteNodeNetworks: [{ cidrs: ["10.80.0.0/16"] }] }, zonalShiftConfig: { enabled: true } } });
});

test("what can change changes in place, and the plan after it is clean", async () => {
  write(changed());
  const planned = { ...options(), planFilePath: "plan" };
  const told = await plan(planned);
  // EKS knows no other scope for an association that is there: it goes and comes again.
  expect(told.match(/\S+ must be replaced/g)).toEqual(['aws_eks_access_policy_association.cluster_this["developers/AmazonEKSEditPolicy"] must be replaced']);
  await apply(planned);
  await expectNoChanges(options());
  const { body } = await eks(emulator, `GET /clusters/rich/access-entries/{${account.roles.pod}}`);
  expect(body).toMatchObject({ accessEntry: { username: "dev", kubernetesGroups: ["readers"] } });
});

test("EKS does not take it back to the ConfigMap", async () => {
  write({ ...changed(), authenticationMode: "API_AND_CONFIG_MAP" });
  await expect(apply(options())).rejects.toThrow("Unsupported authentication mode update from API to API_AND_CONFIG_MAP");
});

test("whether its creator administers it was decided when it was made", async () => {
  write({ ...changed(), creatorAdmin: true });
  expect(await plan(options())).toContain("No changes.");
});

test("the groups of an entry go as well", async () => {
  const { developers, ...others } = changed().accessEntries as Readonly<Record<string, { readonly principalArn: string }>>;
  write({ ...changed(), accessEntries: { ...others, developers: { ...developers!, kubernetesGroups: [] } } });
  await apply(options());
  const { body } = await eks(emulator, `GET /clusters/rich/access-entries/{${account.roles.pod}}`);
  expect(body).toMatchObject({ accessEntry: { kubernetesGroups: [] } });
});

test("all of it goes again", async () => {
  await destroy({ ...options(), targets: ["aws_eks_access_entry.cluster_this", "aws_vpc_security_group_ingress_rule.cluster_cluster", "aws_iam_openid_connect_provider.cluster_this"] });
  // The provider waits up to a minute, by chance, before it deletes a cluster. So this one goes by the API.
  expect((await eks(emulator, "DELETE /clusters/rich")).status).toBe(200);
  await until(emulator, "/clusters/rich", "gone");
  await destroy(options());
});

function write(given: Given): void {
  const { "//": _, ...stack } = synthStack((root) => new Cluster(root, "cluster", given));
  writeFiles(folder, { "main.tf.json": { ...stack, provider: { aws: {} } } });
}
