import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { terraform } from "../../cli/terraform";
import { type Emulator, startEmulator } from "../../emulator/emulator";
import type { Environment } from "../../envs/environment";
import { eks } from "../emulator/aws-call";
import { qa } from "./example";
import { stackOf } from "./stack";

const folder = mkdtempSync(join(tmpdir(), "fargate-"));
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

const account = "123456789012";
const dns = { selectors: [{ namespace: "kube-system", labels: { "k8s-app": "kube-dns" } }] };
const jobs = { selectors: [{ namespace: "jobs-*" }, { namespace: "default", labels: { runtime: "fargate" } }], zones: ["us-east-1a"] };

const withProfiles = (fargateProfiles: NonNullable<Environment["fargateProfiles"]>): Environment => ({
  ...qa,
  account,
  provider: { emulated: true },
  network: { ...qa.network!, nat: "none", publicSubnets: null, flowLogs: null },
  cluster: { ...qa.cluster, oidcProvider: null },
  nodeGroups: {},
  fargateProfiles,
  fargateLogging: { retentionDays: 7 },
  addons: { coredns: { configuration: { computeType: "Fargate" } } },
});

async function run(environment: Environment, ...args: readonly string[]) {
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(stackOf(environment)));
  return terraform([...args, "-no-color"], { cwd: folder, env: { ...emulator.environment }, accept: [0, 2] });
}

const profilesOf = async () => ((await eks(emulator, "GET /clusters/eks-qa/fargate-profiles")).body as { fargateProfileNames: string[] }).fargateProfileNames;

// One environment through a part of its life: each step stands on the one before.
test("a cluster without nodes comes up with its DNS on Fargate, and the next plan is clean", async () => {
  const environment = withProfiles({ dns, jobs });
  await run(environment, "init", "-input=false");
  const { stdout } = await run(environment, "apply", "-auto-approve", "-parallelism=30");
  expect(stdout).toMatch(/Apply complete!/);
  expect(await profilesOf()).toEqual(["dns", "jobs"]);
  expect((await eks(emulator, "GET /clusters/eks-qa/addons/coredns")).body).toMatchObject({ addon: { status: "ACTIVE" } });
  expect((await run(environment, "plan", "-detailed-exitcode")).stdout).toContain("No changes.");
});

test("a profile that comes or goes touches no other", async () => {
  const { stdout } = await run(withProfiles({ dns, web: { selectors: [{ namespace: "web" }] } }), "apply", "-auto-approve", "-parallelism=30");
  expect(stdout).toMatch(/Resources: 1 added, 0 changed, 1 destroyed/);
  expect(await profilesOf()).toEqual(["dns", "web"]);
});
