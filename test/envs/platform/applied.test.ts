import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../../envs/environment";
import { eks } from "../../emulator/aws-call";
import { destroy, initAndApply, plan, useEmulator } from "../../harness";
import { providersEnvironment } from "../../harness/providers";
import { platformProvidersMissing, standIn } from "../../harness/stand-in";
import { describeUnless } from "../../skip";
import type { Json } from "../../synth";
import { qa } from "../example";
import { checkout, ProjectCopy } from "../project-copy";

// Of another account, whose roles the emulator does not look up.
const roleArn = "arn:aws:iam::444444444444:role/deploy";
const environment: Environment = {
  ...qa,
  name: "local",
  account: "123456789012",
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

const project = new ProjectCopy();
const names = ["local-network", "local-cluster", "local-platform"];
const emulator = useEmulator();

function write(layout: Environment["layout"]): void {
  writeFileSync(join(project.root, "envs/local/environment.ts"), `import type { Environment } from "../environment";\n\nexport const local: Environment = ${JSON.stringify({ ...environment, layout })};\n`);
}

/** A command of the project, with the providers of this test file. */
async function command(...args: readonly string[]) {
  return project.run(["cli/start.mjs", ...args], { ...emulator.environment, ...(await providersEnvironment(join(checkout, "generated"), emulator.environment)) });
}

function options(stack: string) {
  return { terraformDir: join(project.root, "cdktf.out/stacks", stack), envVars: emulator.environment, parallelism: 30 };
}

// One environment through its life: each test stands on the one before.
describeUnless(platformProvidersMissing, "an environment in layers, on the emulator and a cluster that is stood in for", () => {
  it("goes from one stack into layers without a change", async () => {
    write("one");
    await project.synth("local");
    await initAndApply(options("local"));
    write("layered");
    expect(await command("change-layout", "local")).toMatchObject({ exitCode: 0 });
    const { exitCode, stdout } = await command("plan", "local", "--json");
    expect(exitCode).toBe(0);
    expect((JSON.parse(stdout) as { layers: unknown }).layers).toEqual(names.map((layer) => expect.objectContaining({ layer, outcome: "planned", changed: false, problems: [] })));
  }, 600_000);

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
    await expect(plan(options("local-platform"))).rejects.toThrow("i/o timeout");
    faults.splice(0);
    expect(cluster.ids()).toEqual(before);
  });

  it("is destroyed from the top, and leaves nothing", async () => {
    for (const stack of names.toReversed()) await destroy(options(stack));
    expect((await standIn()).cluster.ids()).toEqual([]);
    expect((await eks(emulator, "GET /clusters")).body["clusters"]).toEqual([]);
  });
});
