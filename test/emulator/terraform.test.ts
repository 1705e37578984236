import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../cli/root";
import { terraform, type TerraformRun } from "../../cli/terraform";
import { startEmulator, type Emulator } from "../../emulator/emulator";
import { eks, until } from "./aws-call";

const folder = mkdtempSync(join(tmpdir(), "platform-"));
let emulator: Emulator;
beforeAll(async () => {
  cpSync(join(projectRoot, "test", "emulator", "platform"), folder, { recursive: true });
  emulator = await startEmulator();
  await run("init", "-input=false");
});
afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]): Promise<TerraformRun> {
  return terraform([...args, "-no-color"], { cwd: folder, env: { ...emulator.environment }, accept: [0, 2] });
}

const apply = (...args: string[]) => run("apply", "-auto-approve", "-parallelism=30", ...args);

/** What a plan would still change: nothing, after an apply to an AWS that returns what it was given. */
async function drift(...args: string[]): Promise<string[]> {
  const plan = await run("plan", "-detailed-exitcode", "-parallelism=30", ...args);
  const changes = plan.stdout.split("\n").filter((line) => /^ {2}# .* (will|must) be /.test(line));
  return plan.exitCode === 0 ? [] : [`exit code ${plan.exitCode}`, ...changes];
}

// One configuration through its whole life: each step stands on the one before.
test("an apply comes through throttling, server errors and lost answers, and its second plan is clean", async () => {
  await emulator.inject({ kind: "throttle", service: "ec2", action: "CreateSubnet", count: 3 });
  await emulator.inject({ kind: "error", service: "iam", action: "CreateRole", status: 500, code: "ServiceFailure", count: 1 });
  await emulator.inject({ kind: "disconnect", service: "eks", action: "CreateCluster", count: 1 });
  await emulator.inject({ kind: "throttle", service: "eks", action: "CreateNodegroup", count: 2 });
  await emulator.inject({ kind: "disconnect", service: "eks", action: "Describe*", probability: 0.05, seed: 3 });
  await apply();
  const report = (await (await fetch(`${emulator.url}/_emulator/faults`)).json()) as { hits: number }[];
  expect(report.map(({ hits }) => hits).slice(0, 4)).toEqual([3, 1, 1, 2]);
  await emulator.clearFaults();
  expect(await drift()).toEqual([]);
});

const changed = ["-var=version_of_cluster=1.35", "-var=public=false", "-var=desired=3", "-var=volume_gib=80"];

test("an upgrade, a new template version and changed sizes are updates in place, and the plan after them is clean", async () => {
  const { stdout } = await apply(...changed);
  expect(stdout).toMatch(/Resources: 0 added, \d+ changed, 0 destroyed/);
  expect(await drift(...changed)).toEqual([]);
  const { body } = await eks(emulator, "GET /clusters/demo/node-groups/spot");
  expect(body).toMatchObject({ nodegroup: { version: "1.35", launchTemplate: { version: "2" }, scalingConfig: { desiredSize: 3 } } });
});

test("all of it goes again, with what EKS made for the cluster", async () => {
  await run("destroy", "-auto-approve", "-parallelism=30", "-target=aws_eks_node_group.main", "-target=aws_eks_node_group.plain", "-target=aws_eks_fargate_profile.main");
  // The provider waits up to a minute, by chance, before it deletes a cluster. So this one goes by the API.
  expect((await eks(emulator, "DELETE /clusters/demo")).status).toBe(200);
  await until(emulator, "/clusters/demo", "gone");
  await run("destroy", "-auto-approve", "-parallelism=30");
  expect((await run("state", "list")).stdout).toBe("");
});
