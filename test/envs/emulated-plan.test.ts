import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { dev } from "../../envs/dev/environment";
import type { Environment } from "../../envs/environment";
import { local } from "../../envs/local/environment";
import { prod } from "../../envs/prod/environment";
import { staging } from "../../envs/staging/environment";
import { getResourceCount, runTerraform, useEmulator } from "../harness";
import { ProjectCopy } from "./project-copy";
import { makeStateStores } from "./state-store";

const project = new ProjectCopy();
const emulator = useEmulator();

beforeAll(async () => {
  await project.synth();
  await makeStateStores(emulator, [dev, staging, prod]);
});

/** As a deploy does it, at the endpoints of the emulator. */
function run(stack: string, args: readonly string[], accept: readonly number[] = [0]) {
  return runTerraform({ terraformDir: join(project.root, "cdktf.out/stacks", stack), envVars: emulator.environment }, args, { accept });
}

/** A state that has outputs and nothing else. */
function stateWith(outputs: Readonly<Record<string, unknown>>): object {
  const typed = Object.entries(outputs).map(([name, value]) => [name, { value, type: typeof value === "string" ? "string" : ["object", Object.fromEntries(Object.keys(value as object).map((key) => [key, "string"]))] }]);
  return { version: 4, terraform_version: "1.11.0", serial: 1, lineage: "00000000-0000-4000-8000-000000000001", outputs: Object.fromEntries(typed), resources: [] };
}

function networkOutputs({ network }: Environment): Readonly<Record<string, unknown>> {
  const ids = (tier: number) => Object.fromEntries(network!.zones.map((zone, index) => [zone, `subnet-0${tier}${index}`]));
  return { network_vpc_id: "vpc-0a", network_vpc_cidr_block: network!.cidr, network_private_subnet_ids: ids(1), network_intra_subnet_ids: ids(2), network_public_subnet_ids: ids(3), network_pod_subnet_ids: {} };
}

const toEmulator = "-backend-config=use_path_style=true";

/** Plans a stack from its own lock file and state, and returns the addresses that it would create. */
async function created(stack: string, environment: Environment): Promise<string[]> {
  await run(stack, ["init", "-lockfile=readonly", ...(environment.state.s3 ? [toEmulator] : [])]);
  const { stdout } = await run(stack, ["plan", "-detailed-exitcode"], [2]);
  expect(getResourceCount(stdout)).toMatchObject({ change: 0, destroy: 0 });
  return [...stdout.matchAll(/^ {2}# (\S+) will be created$/gm)].map(([, address]) => address!);
}

it.each([
  ["dev", dev, 4, 3],
  ["staging-network", staging, 6, 0],
  ["prod-network", prod, 9, 0],
  ["local", local, 4, 4],
])("%s is planned with the reviewed provider, its backend and its role", async (stack, environment, subnets, addons) => {
  const addresses = await created(stack, environment);
  expect(addresses.filter((address) => /^aws_subnet\.network_(public|private|database)/.test(address))).toHaveLength(subnets);
  expect(addresses.filter((address) => address.startsWith("aws_eks_addon."))).toHaveLength(addons);
});

it("a layer is planned on the outputs that the layer below has in its state", async () => {
  const outputs = join(project.root, "network.tfstate");
  writeFileSync(outputs, JSON.stringify(stateWith(networkOutputs(prod))));
  await run("prod-network", ["state", "push", outputs]);
  const addresses = await created("prod-cluster", prod);
  expect(addresses).toContain("aws_eks_cluster.cluster_this");
  expect(addresses.filter((address) => address.startsWith("aws_eks_addon."))).toHaveLength(Object.keys(prod.addons!).length);
});

it("an environment of another account than that of the credentials ends at plan, in the provider's own words", async () => {
  project.edit("envs/local/environment.ts", `account: "123456789012"`, `account: "999999999999"`);
  expect(await project.synth("local")).toMatchObject({ exitCode: 0 });
  const { output } = await run("local", ["plan"], [1]);
  expect(output).toContain("AWS account ID not allowed: 123456789012");
});
