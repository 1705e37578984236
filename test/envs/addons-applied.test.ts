import { setTimeout } from "node:timers/promises";
import type { Environment } from "../../envs/environment";
import { eks } from "../emulator/aws-call";
import { applyAndIdempotent, destroy, expectNoChanges, getResourceCount, init, temporaryFolder, useEmulator, writeFiles } from "../harness";
import type { Json } from "../synth";
import { qa } from "./example";
import { stackOf } from "./stack";

const folder = temporaryFolder("addons");
const emulator = useEmulator();

const roleOf = (addon: string) => `arn:aws:iam::123456789012:role/eks-qa-${addon}`;
const zones = { hostedZones: { arns: ["arn:aws:route53:::hostedzone/Z1"] } };

const withAddons = (more: Partial<Environment>, cni: object = {}): Environment => ({
  ...qa,
  account: "123456789012",
  provider: { emulated: true },
  network: { ...qa.network!, nat: "none", publicSubnets: null, flowLogs: null, podSubnets: { cidr: "100.64.0.0/16" } },
  addons: {
    "eks-pod-identity-agent": {},
    "vpc-cni": {
      podNetwork: { prefixDelegation: true, podSubnets: {}, networkPolicy: { cloudWatchLogs: true } },
      configuration: { env: { AWS_VPC_K8S_CNI_LOGLEVEL: "INFO" } },
      ...cni,
    },
    "kube-proxy": {},
    coredns: { configuration: { autoScaling: { enabled: true, minReplicas: 2, maxReplicas: 4 } } },
    "aws-ebs-csi-driver": { permissions: { volumeKeys: { arns: ["arn:aws:kms:us-east-1:123456789012:key/1"] } } },
    "aws-efs-csi-driver": {},
    "aws-mountpoint-s3-csi-driver": { permissions: { buckets: { arns: ["arn:aws:s3:::data"] } } },
    "snapshot-controller": {},
    "metrics-server": { resolveVersion: "latest" },
    "eks-node-monitoring-agent": {},
    "amazon-cloudwatch-observability": {},
    "external-dns": { permissions: zones },
    "cert-manager": {},
    adot: {},
  },
  ...more,
});

/** Where this environment is what is to be applied. */
function options(environment: Environment) {
  writeFiles(folder, { "cdk.tf.json": stackOf(environment) });
  return { terraformDir: folder, envVars: emulator.environment, parallelism: 30 };
}

const addon = async (name: string): Promise<Json> => (await eks(emulator, `GET /clusters/eks-qa/addons/${name}`)).body["addon"] as Json;

async function associations(): Promise<string[]> {
  const { body } = await eks(emulator, "GET /clusters/eks-qa/pod-identity-associations");
  return (body["associations"] as Json[]).map(({ serviceAccount }) => serviceAccount as string).sort();
}

const serviceAccounts = ["aws-node", "cloudwatch-agent", "ebs-csi-controller-sa", "efs-csi-controller-sa", "efs-csi-node-sa", "external-dns", "s3-csi-driver-sa"];

// One environment through a part of its life: each step stands on the one before.
test("the usual add-ons come up with their roles by Pod Identity, and the next plan is clean", async () => {
  const environment = withAddons({}, { version: "v1.21.2-eksbuild.1" });
  await init(options(environment));
  await applyAndIdempotent(options(environment));
  expect(await associations()).toEqual(serviceAccounts);
  const names = Object.keys(environment.addons);
  expect((await Promise.all(names.map(addon))).map(({ addonName, status }) => [addonName, status])).toEqual(names.map((name) => [name, "ACTIVE"]));
});

test("vpc-cni is told of the network in its own words", async () => {
  const { configurationValues, addonVersion } = await addon("vpc-cni");
  const subnet = { id: expect.stringMatching(/^subnet-/) as string, securityGroups: [expect.stringMatching(/^sg-/) as string] };
  expect(addonVersion).toBe("v1.21.2-eksbuild.1");
  expect(JSON.parse(configurationValues as string)).toEqual({
    enableNetworkPolicy: "true",
    eniConfig: { create: true, region: "us-east-1", subnets: { "us-east-1a": subnet, "us-east-1b": subnet } },
    env: {
      AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true",
      AWS_VPC_K8S_CNI_LOGLEVEL: "INFO",
      ENABLE_PREFIX_DELEGATION: "true",
      ENI_CONFIG_LABEL_DEF: "topology.kubernetes.io/zone",
      NETWORK_POLICY_ENFORCING_MODE: "standard",
    },
    nodeAgent: { enableCloudWatchLogs: "true", enablePolicyEventLogs: "true" },
  });
});

test("a move to IRSA and a newer vpc-cni change add-ons in place, and no role", async () => {
  const environment = withAddons({ addonIdentity: "irsa" });
  expect(getResourceCount(await applyAndIdempotent(options(environment)))).toEqual({ add: 0, change: 6, destroy: 0 });
  expect(await associations()).toEqual([]);
  expect(await addon("aws-efs-csi-driver")).toMatchObject({ serviceAccountRoleArn: roleOf("aws-efs-csi-driver") });
  expect(await addon("vpc-cni")).toMatchObject({ serviceAccountRoleArn: roleOf("vpc-cni"), addonVersion: "v1.22.4-eksbuild.3" });
});

// The provider sends an empty ARN where a role is to go, which EKS refuses: hashicorp/terraform-provider-aws#30645.
test("back to Pod Identity, the command of docs/modules/addons.md is all that is needed", async () => {
  const accounts = { "vpc-cni": ["aws-node"], "aws-ebs-csi-driver": ["ebs-csi-controller-sa"], "aws-efs-csi-driver": ["efs-csi-controller-sa", "efs-csi-node-sa"], "aws-mountpoint-s3-csi-driver": ["s3-csi-driver-sa"], "external-dns": ["external-dns"], "amazon-cloudwatch-observability": ["cloudwatch-agent"] };
  for (const [name, own] of Object.entries(accounts)) {
    const podIdentityAssociations = own.map((serviceAccount) => ({ serviceAccount, roleArn: roleOf(name) }));
    expect((await eks(emulator, `POST /clusters/eks-qa/addons/${name}/update`, { podIdentityAssociations })).status).toBe(200);
  }
  await setTimeout(1500);
  expect(await associations()).toEqual(serviceAccounts);
  expect(await addon("vpc-cni")).not.toHaveProperty("serviceAccountRoleArn");
  await expectNoChanges(options(withAddons({ addonIdentity: "podIdentity" })));
});

test("all of it goes", async () => {
  expect(getResourceCount(await destroy(options(withAddons({ addonIdentity: "podIdentity" }))))).toMatchObject({ add: 0, change: 0 });
});
