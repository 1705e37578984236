import { join } from "node:path";
import { terraform } from "../../cli/terraform";
import { type Emulator, startEmulator } from "../../emulator/emulator";
import { dev } from "../../envs/dev/environment";
import { local } from "../../envs/local/environment";
import { prod } from "../../envs/prod/environment";
import { staging } from "../../envs/staging/environment";
import { ProjectCopy } from "./project-copy";
import { makeStateStores } from "./state-store";

const project = new ProjectCopy();
let emulator: Emulator;

beforeAll(async () => {
  [emulator] = await Promise.all([startEmulator(), project.synth()]);
  await makeStateStores(emulator, [dev, staging, prod]);
});
afterAll(() => emulator.stop());

/** As a deploy does it, at the endpoints of the emulator. */
function run(stack: string, [command, ...args]: readonly [string, ...string[]], accept?: readonly number[]) {
  return terraform([command, "-no-color", ...args], { cwd: join(project.root, "cdktf.out/stacks", stack), env: emulator.environment, ...(accept && { accept }) });
}

const toEmulator = "-backend-config=use_path_style=true";

it.each([
  ["dev", dev, 4],
  ["staging", staging, 6],
  ["prod", prod, 9],
  ["local", local, 4],
])("%s is planned with the reviewed provider, its backend and its role", async (stack, environment, subnets) => {
  await run(stack, ["init", "-lockfile=readonly", ...(environment.state.s3 ? [toEmulator] : [])]);
  const { stdout } = await run(stack, ["plan", "-detailed-exitcode"], [2]);
  expect(stdout).toMatch(/^Plan: \d+ to add, 0 to change, 0 to destroy\.$/m);
  const created = [...stdout.matchAll(/^ {2}# (\S+) will be created$/gm)].map(([, address]) => address!);
  expect(created.filter((address) => /^aws_subnet\.network_(public|private|database)/.test(address))).toHaveLength(subnets);
  expect(created.filter((address) => address.startsWith("aws_eks_addon."))).toHaveLength(Object.keys(environment.addons).length);
});

it("an environment of another account than that of the credentials ends at plan, in the provider's own words", async () => {
  project.edit("envs/local/environment.ts", `account: "123456789012"`, `account: "999999999999"`);
  expect(await project.synth("local")).toMatchObject({ exitCode: 0 });
  const { output } = await run("local", ["plan"], [1]);
  expect(output).toContain("AWS account ID not allowed: 123456789012");
});
