import { join } from "node:path";
import { projectRoot } from "../../cli/root";
import type { Environment } from "../../envs/environment";
import { testAccount, type TestAccount } from "../emulator/account";
import { apply, init, temporaryFolder, useEmulator, writeFiles } from "../harness";
import type { Json } from "../synth";
import { qa } from "./example";
import { stackOf } from "./stack";

const emulator = useEmulator();
const root = temporaryFolder("upgrade");
let account: TestAccount;
beforeAll(async () => {
  account = await testAccount(emulator);
});

const addonVersions = {
  "1.34": { "vpc-cni": "v1.20.4-eksbuild.2", "kube-proxy": "v1.34.7-eksbuild.2", coredns: "v1.13.4-eksbuild.12" },
  "1.35": { "vpc-cni": "v1.21.2-eksbuild.1", "kube-proxy": "v1.35.4-eksbuild.2", coredns: "v1.13.4-eksbuild.14" },
} as const;

function environmentAt(version: keyof typeof addonVersions): Environment {
  const { network: _, ...rest } = qa;
  const [a, b] = account.subnets;
  return {
    ...rest,
    account: "123456789012",
    provider: { emulated: true },
    existingNetwork: { vpcId: account.vpcId, cidr: "10.10.0.0/16", privateSubnetIds: { "us-east-1a": a, "us-east-1b": b } },
    cluster: { ...qa.cluster, kubernetesVersion: version },
    addons: Object.fromEntries(Object.entries(addonVersions[version]).map(([name, version]) => [name, { version }])),
  };
}

it("an environment goes to the next minor in one apply: control plane, add-ons that stand before nodes, nodes, the other add-ons", async () => {
  await applied("environment", stackOf(environmentAt("1.34")));
  const changes = await applied("environment", stackOf(environmentAt("1.35")));
  const places = (pattern: RegExp) => changes.flatMap((line, index) => (pattern.test(line) ? [index] : []));
  const steps = [/^200 UpdateClusterVersion/, /^200 UpdateAddon .*\/(vpc-cni|kube-proxy)\/update$/, /^200 UpdateNodegroupVersion/, /^200 UpdateAddon .*\/coredns\/update$/].map(places);
  expect(steps.map((found) => found.length)).toEqual([1, 2, 1, 1]);
  expect(steps.flat()).toEqual(steps.flat().toSorted((x, y) => x - y));
  expect(changes).toHaveLength(5);
});

describe("with the published modules alone, EKS refuses as the first call of the apply, and nothing else changes", () => {
  const modules = (cluster: string, nodes: string): Json => {
    const [a, b] = account.subnets;
    const subnet_ids = { "us-east-1a": a, "us-east-1b": b };
    const source = (name: string) => join(projectRoot, "generated", name);
    const { principalArn } = Object.values(qa.cluster.accessEntries ?? {})[0]!;
    return {
      provider: { aws: {} },
      module: {
        cluster: { source: source("cluster"), name: "eks-modules", kubernetes_version: cluster, account: "123456789012", subnet_ids, access_entries: { me: { principal_arn: principalArn, policies: { AmazonEKSClusterAdminPolicy: {} } } } },
        addons: { source: source("addons"), cluster_name: "${module.cluster.cluster_name}", region: "us-east-1", account: "123456789012", addons: { "vpc-cni": {} } },
        node_groups: {
          source: source("node-groups"),
          cluster_name: "${module.cluster.cluster_name}",
          kubernetes_version: nodes,
          subnet_ids,
          addons_ready: "${module.addons.before_nodes_ready}",
          groups: { main: { instance_types: ["m5.large"], ami_type: "AL2023_x86_64_STANDARD", sizes: { min: 1, desired: 1, max: 2 } } },
        },
      },
    };
  };

  it("of two minors at once", async () => {
    await applied("modules", modules("1.33", "1.33"));
    const changes = await refused("modules", modules("1.35", "1.35"));
    expect(changes[0]).toBe("400 UpdateClusterVersion /clusters/eks-modules/updates");
    expect(changes.filter(isAccepted)).toEqual([]);
  });

  it("of nodes ahead of their cluster", async () => {
    const changes = await refused("modules", modules("1.33", "1.34"));
    expect(changes[0]).toMatch(/^400 UpdateNodegroupVersion \/clusters\/eks-modules\/node-groups\/main-[0-9a-f]+\/update-version$/);
    expect(changes.filter(isAccepted)).toEqual([]);
  });
});

/** What an apply asked AWS to change, in order, with the answers' status. */
async function applied(name: string, stack: Json, run: typeof apply = apply): Promise<string[]> {
  const options = { terraformDir: join(root, name), envVars: emulator.environment };
  const { "//": _, terraform: { backend: __, ...settings } = {} as Json, ...json } = stack;
  writeFiles(options.terraformDir, { "main.tf.json": { ...json, terraform: settings } });
  await init(options);
  await emulator.clearLog();
  await run(options);
  const requests = await emulator.log();
  return requests.filter(({ action }) => !/^(Describe|Get|List|Head|Assume)/.test(action)).map(({ status, action, path }) => `${status} ${action} ${path}`);
}

function isAccepted(change: string): boolean {
  return !change.startsWith("400 ");
}

function refused(name: string, stack: Json): Promise<string[]> {
  return applied(name, stack, async (options) => {
    await expect(apply(options)).rejects.toThrow("terraform apply");
    return "";
  });
}
