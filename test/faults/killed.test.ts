import { setTimeout } from "node:timers/promises";
import { query } from "../emulator/aws-call";
import { type StartedCommand, useEmulator } from "../harness";
import { fault } from "./fault";
import { Gate } from "./gate";
import { FaultProject } from "./project";
import { addresses, stack, withHeld } from "./stacks";
import { Store } from "./store";

const emulator = useEmulator();
const project = new FaultProject(emulator);
const store = new Store(emulator);
beforeAll(() => store.make());

/** The VPCs of the environment that AWS has. */
async function vpcs(): Promise<string[]> {
  const text = await query(emulator, "ec2", "DescribeVpcs", { "Filter.1.Name": "tag:Environment", "Filter.1.Value.1": "qa" }, { accessKey: "emulator" });
  return [...text.matchAll(/<vpcId>([^<]+)</g)].map(([, id]) => id!);
}

/** As the kernel does when memory is out. */
async function killTerraform(running: StartedCommand) {
  running.signal("SIGKILL", /terraform apply/);
  return running.ended;
}

const made = async (action: string) => {
  while (!(await emulator.log()).some((request) => request.action === action && request.status === 200)) await setTimeout(100);
};

fault("terraform-killed-early", "a VPC that no state has, and a lock: the lock is freed, the VPC adopted, and there is one", async () => {
  project.write("qa", { qa: stack("qa", { resource: { aws_vpc: { this: { cidr_block: "10.20.0.0/16" } } } }) });
  await emulator.inject({ kind: "latency", service: "ec2", action: "DescribeVpcs", latencySeconds: 10 });
  const running = project.deploy("qa");
  await Promise.race([made("CreateVpc"), running.ended]);
  expect(await killTerraform(running)).toMatchObject({ exitCode: 1, output: expect.stringContaining("apply qa") });
  await emulator.clearFaults();
  const vpc = await vpcs();
  expect([vpc.length, await store.state("qa"), await store.locks("qa")]).toEqual([1, undefined, ["file", "table"]]);
  const locked = await project.deploy("qa", ["--lock-timeout=0s"]).ended;
  expect(locked).toMatchObject({ exitCode: 1, output: expect.stringMatching(/try "npx platform unlock qa all \S+" {3}\[state-locked\]/) });
  expect(await project.follow(locked.output)).toMatchObject({ exitCode: 0, output: expect.stringContaining("qa: free") });
  const adopted = await project.platform(["doctor", "qa", "--adopt", "--yes"]).ended;
  expect(adopted).toMatchObject({ exitCode: 2, output: expect.stringContaining(`aws_vpc.this is ${vpc[0]}\n`) });
  expect((await project.deploy("qa").ended).exitCode).toBe(0);
  expect([await vpcs(), await store.resources("qa"), await store.locks("qa")]).toEqual([vpc, ["aws_vpc.this"], []]);
});

fault("terraform-killed-late", "the state has what was done until it was saved last: with the lock freed, the next deploy makes the rest", async () => {
  const gate = new Gate();
  const name = "qa-late";
  const { held, first } = withHeld(gate, "first").resource!["terraform_data"] as Record<string, object>;
  // Terraform saves the state when something is done 20 seconds after it saved it last.
  const slow = { provisioner: [{ "local-exec": { command: "sleep 21" } }] };
  project.write(name, { [name]: stack(name, { resource: { terraform_data: { first: first!, slow, held: { ...held, depends_on: ["terraform_data.slow"] } } } }) });
  const running = project.deploy(name);
  await gate.reached(running);
  expect(await killTerraform(running)).toMatchObject({ exitCode: 1 });
  expect([await store.resources(name), await store.locks(name)]).toEqual([addresses("first", "slow"), ["file", "table"]]);
  gate.open();
  expect((await project.unlock(name, await store.lockId(name))).exitCode).toBe(0);
  expect((await project.deploy(name).ended).exitCode).toBe(0);
  expect(await store.resources(name)).toEqual(addresses("first", "held", "slow"));
});

fault("command-killed", "Terraform goes on alone, saves the state and gives back the lock; the next deploy has nothing to do", async () => {
  const gate = new Gate();
  const name = "qa-command";
  project.write(name, { [name]: stack(name, withHeld(gate, "first")) });
  const running = project.deploy(name);
  await gate.reached(running);
  running.signal("SIGKILL");
  expect(await running.ended).toMatchObject({ exitCode: undefined, signal: "SIGKILL" });
  expect(await store.locks(name)).toEqual(["file", "table"]);
  gate.open();
  expect(await project.deploy(name).ended).toMatchObject({ exitCode: 0, output: expect.stringContaining(`${name}: no changes`) });
  expect([await store.resources(name), await store.locks(name)]).toEqual([addresses("first", "held"), []]);
});

describe.each(["SIGINT", "SIGTERM"] as const)("%s in an apply", (signal) => {
  fault(`apply-${signal.toLowerCase()}`, "the lock is free and the state whole, what was begun is tainted; the next deploy goes on", async () => {
    const gate = new Gate();
    const name = `qa-${signal.toLowerCase()}`;
    project.write(name, { [name]: stack(name, withHeld(gate, "first")) });
    const running = project.deploy(name);
    await gate.reached(running);
    running.signal(signal);
    expect(await running.ended).toMatchObject({ exitCode: 130, output: expect.stringContaining("interrupted: Terraform is ending in good order") });
    expect([await store.resources(name), await store.locks(name)]).toEqual([["terraform_data.first", "terraform_data.held (tainted)"], []]);
    gate.open();
    expect(await project.deploy(name).ended).toMatchObject({ exitCode: 0, output: expect.stringContaining("-/+ terraform_data.held") });
    expect(await store.resources(name)).toEqual(addresses("first", "held"));
  });
});

fault("destroy-interrupted", "what is not destroyed yet stays in the state; destroy again goes on to the end", async () => {
  const gate = new Gate();
  const name = "qa-destroy";
  const destroyed = { provisioner: [{ "local-exec": { when: "destroy", ...gate.provisioner["local-exec"] } }] };
  project.write(name, { [name]: stack(name, { resource: { terraform_data: { base: { input: "base" }, held: { ...destroyed, depends_on: ["terraform_data.base"] } } } }) });
  expect((await project.deploy(name).ended).exitCode).toBe(0);
  const running = project.platform(["destroy", name, "--yes"]);
  await gate.reached(running);
  running.signal("SIGINT");
  expect((await running.ended).exitCode).toBe(130);
  expect([await store.resources(name), await store.locks(name)]).toEqual([addresses("base", "held"), []]);
  gate.open();
  expect((await project.platform(["destroy", name, "--yes"]).ended).exitCode).toBe(0);
  expect([await store.resources(name), await store.locks(name)]).toEqual([[], []]);
});
