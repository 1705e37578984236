import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { terraform } from "../../cli/terraform";
import { type Emulator, startEmulator } from "../../emulator/emulator";
import type { Environment } from "../../envs/environment";
import { qaWith } from "../envs/example";
import { ProjectCopy } from "../envs/project-copy";
import { platformProvidersMissing, standIn } from "../providers";
import { itUnless } from "../skip";

const project = new ProjectCopy();
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.stop());

function write(layout: Environment["layout"]): void {
  const platform: Environment["platform"] = { namespaces: { shop: {} }, storageClasses: { gp3: { reclaimPolicy: "Delete", ebs: {} } } };
  const addons = { "vpc-cni": {}, "kube-proxy": {}, coredns: {}, "aws-ebs-csi-driver": {} };
  const environment = qaWith({ name: "local", account: "123456789012", provider: { emulated: true }, layout, addons, platform });
  writeFileSync(join(project.root, "envs/local/environment.ts"), `import type { Environment } from "../environment";\n\nexport const local: Environment = ${JSON.stringify(environment)};\n`);
}

itUnless(platformProvidersMissing, "an environment with a cluster and a platform goes from one stack into layers: the plans of all layers have no changes", async () => {
  const env = { ...emulator.environment, ...(await standIn()).environment };
  const command = (...args: readonly string[]) => project.run(["cli/start.mjs", ...args], env);
  write("one");
  await project.synth("local");
  const run = { cwd: join(project.root, "cdktf.out/stacks/local"), env };
  await terraform(["init", "-no-color"], run);
  await terraform(["apply", "-no-color", "-auto-approve"], run);
  write("layered");
  expect(await command("change-layout", "local")).toMatchObject({ exitCode: 0 });
  const { exitCode, stdout } = await command("plan", "local", "--json");
  expect(exitCode).toBe(0);
  const { layers } = JSON.parse(stdout) as { layers: unknown[] };
  expect(layers).toEqual(["local-network", "local-cluster", "local-platform"].map((layer) => expect.objectContaining({ layer, outcome: "planned", changed: false, problems: [] })));
}, 600_000);
