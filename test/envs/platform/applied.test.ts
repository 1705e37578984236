import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TerraformRun } from "../../../cli/terraform";
import { type Emulator, startEmulator } from "../../../emulator/emulator";
import { checkEnvironment } from "../../../envs/checks";
import type { Environment } from "../../../envs/environment";
import { environmentStacks } from "../../../envs/wiring";
import { PlatformApp, refuse } from "../../../kernel";
import { eks } from "../../emulator/aws-call";
import { terraformRun } from "../../plan";
import { platformProvidersMissing, standIn } from "../../providers";
import { describeUnless } from "../../skip";
import type { Json } from "../../synth";
import { qa } from "../example";

// Of another account, whose roles the emulator does not look up.
const roleArn = "arn:aws:iam::444444444444:role/deploy";
const environment: Environment = {
  ...qa,
  account: "123456789012",
  layout: "layered",
  provider: { emulated: true },
  network: { ...qa.network!, flowLogs: null },
  cluster: { ...qa.cluster, accessEntries: { deploy: { principalArn: roleArn, policies: { AmazonEKSClusterAdminPolicy: {} } } } },
  addons: { ...qa.addons, "eks-pod-identity-agent": {}, "aws-ebs-csi-driver": {} },
  platform: {
    access: { exec: { profile: "deploy", roleArn } },
    storageClasses: { gp3: { ebs: {}, reclaimPolicy: "Delete" } },
    volumeDrain: null,
    loadBalancerController: { drain: null },
  },
};

const root = mkdtempSync(join(tmpdir(), "layers-"));
const names = ["qa-network", "qa-cluster", "qa-platform"];
let emulator: Emulator;
beforeAll(async () => {
  const { environment: checked, problems } = checkEnvironment(environment);
  refuse(problems);
  const app = new PlatformApp({ outdir: root });
  environmentStacks(app, checked!);
  app.synth();
  emulator = await startEmulator();
});
afterAll(async () => {
  await emulator.stop();
  rmSync(root, { recursive: true, force: true });
});

function run(stack: string, args: readonly string[], accept: readonly number[] = [0]): Promise<TerraformRun> {
  return terraformRun(join(root, "stacks", stack), args, { env: emulator.environment, accept });
}

async function deploy(stack: string): Promise<void> {
  await run(stack, ["init"]);
  await run(stack, ["apply", "-auto-approve", "-parallelism=30"]);
}

/** What a plan would still change. */
async function pending(stack: string): Promise<string[]> {
  const { stdout } = await run(stack, ["plan", "-detailed-exitcode", "-parallelism=30"], [0, 2]);
  return stdout.split("\n").filter((line) => /^ {2}# .* (will|must) be /.test(line));
}

// One environment through its life: each test stands on the one before.
describeUnless(platformProvidersMissing, "an environment in layers, on the emulator and a cluster that is stood in for", () => {
  it("is deployed layer by layer, and the next plans are clean", async () => {
    expect(readdirSync(join(root, "stacks")).toSorted()).toEqual(names.toSorted());
    for (const stack of names) await deploy(stack);
    expect(await Promise.all(names.map(pending))).toEqual([[], [], []]);
  });

  it("has in the cluster what its platform says", async () => {
    const { cluster } = await standIn();
    expect(cluster.ids()).toEqual(expect.arrayContaining(["helm_release kube-system/aws-load-balancer-controller", "kubernetes_storage_class_v1 gp3"]));
    expect(cluster.read("helm_release", "kube-system/aws-load-balancer-controller")).toMatchObject({ status: "deployed", atomic: true });
  });

  it("reached the cluster's API by its endpoint, with a fresh token of the aws command", async () => {
    const { configured } = await standIn();
    const { body } = await eks(emulator, "GET /clusters/eks-qa");
    const { endpoint, certificateAuthority } = body["cluster"] as Json;
    const api = { host: endpoint, cluster_ca_certificate: Buffer.from(certificateAuthority.data, "base64").toString(), token: null };
    const exec = {
      api_version: "client.authentication.k8s.io/v1beta1",
      command: "aws",
      args: [..."eks get-token --output json --region us-east-1 --cluster-name eks-qa --profile deploy --role-arn".split(" "), roleArn],
    };
    expect(Object.fromEntries(configured)).toMatchObject({ helm: { kubernetes: { ...api, exec } }, kubernetes: { ...api, exec: [exec] } });
  });

  it("ends its plan with the API out of reach, and changes nothing", async () => {
    const { cluster, faults } = await standIn();
    const before = cluster.ids();
    faults.push({ unreachable: true });
    expect((await run("qa-platform", ["plan"], [1])).output).toContain("i/o timeout");
    faults.splice(0);
    expect(cluster.ids()).toEqual(before);
  });

  it("is destroyed from the top, and leaves nothing", async () => {
    for (const stack of names.toReversed()) await run(stack, ["destroy", "-auto-approve", "-parallelism=30"]);
    expect((await standIn()).cluster.ids()).toEqual([]);
    expect((await eks(emulator, "GET /clusters")).body["clusters"]).toEqual([]);
  });
});
