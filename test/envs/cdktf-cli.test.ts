import { join } from "node:path";
import { terraformEnvironment } from "../../cli/terraform/terraform";
import { dev } from "../../envs/dev/environment";
import { useEmulator } from "../harness";
import { providersEnvironment } from "../harness/providers";
import { checkout, ProjectCopy } from "./project-copy";
import { inStore } from "../../cli/state/state-store";
import { stacksIn } from "../../cli/synth/stacks";
import { standInHost, useTerraformCloud } from "../terraform-cloud/stand-in";
import { makeStateStores } from "./state-store";

const project = new ProjectCopy();
const emulator = useEmulator();
const cloud = useTerraformCloud();
beforeAll(() => makeStateStores(emulator, [dev]));

/** Runs `npx cdktf` as a pipeline does, and returns what a reader is left with. Throws with all of it when it fails. */
async function cdktf(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  // Its plugin cache in the home folder is the user's, and not safe in parallel.
  const own = { ...(await terraformEnvironment()), ...emulator.environment, CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1" };
  const { exitCode, stdout, stderr } = await project.run(["node_modules/cdktf-cli/bundle/bin/cdktf", ...args], { ...own, ...env });
  const said = plain(`${stdout}\n${stderr}`);
  if (exitCode !== 0) throw new Error(`cdktf ${args.join(" ")} ended with ${exitCode}\n${said}`);
  return said;
}

// Colours, and the frames of a spinner that a terminal would have drawn over each other.
function plain(text: string): string {
  return text
    .replaceAll(/\u001b\[[0-9;]*[A-Za-z]/g, "")
    .split("\n")
    .map((line) => line.replace(/^(local|dev)? +/, "").trimEnd())
    .filter((line) => line !== "" && !/^[⠀-⣿] /.test(line))
    .join("\n");
}

/** The state of local as its bucket has it, with the number of its versions. */
async function stateOfLocal() {
  Object.assign(process.env, emulator.environment);
  const [stack] = stacksIn(join(project.root, "cdktf.out"), ["local"]);
  return inStore(stack!, async (store) => ({ text: (await store.object(store.place.key))!.toString(), versions: (await store.versions(store.place.key)).length }));
}

async function resourcesOfLocal(): Promise<readonly { readonly type: string; readonly mode: string }[]> {
  return (JSON.parse((await stateOfLocal()).text) as { resources: { type: string; mode: string }[] }).resources;
}

const unattended = ["--auto-approve", "--skip-provider-lock"];

it("list and synth know every stack of every environment", async () => {
  const stacks = ["dev", "local", "prod-cluster", "prod-network", "prod-platform", "staging-cluster", "staging-network", "staging-platform"];
  const listed = await cdktf(["list"]);
  expect([...listed.matchAll(/cdktf\.out\/stacks\/([\w-]+)$/gm)].map(([, stack]) => stack)).toEqual(stacks);
  // The command breaks long lines.
  expect((await cdktf(["synth"])).replaceAll("\n", " ")).toContain(`Generated Terraform code for the stacks: ${stacks.join(", ")}`);
});

it("a mistake ends the command in the project's own words, and no Terraform starts", async () => {
  const environment = "envs/local/environment.ts";
  project.edit(environment, `cidr: "10.40.0.0/16"`, `cidr: "10.40.0.0/15"`);
  const failed = cdktf(["deploy", "local", ...unattended]);
  await expect(failed).rejects.toThrow(`${environment} network.cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.40.0.0/15"; try "10.40.0.0/16"   [vpc-cidr-prefix]`);
  await expect(failed).rejects.not.toThrow(/Initializing/);
  project.edit(environment, `cidr: "10.40.0.0/15"`, `cidr: "10.40.0.0/16"`);
});

// The emulator's host has no names of buckets.
const pathStyle = { TF_CLI_ARGS_init: "-backend-config=use_path_style=true" };

it("diff plans dev with its role and its state", async () => {
  const said = await cdktf(["diff", "dev", "--skip-provider-lock"], pathStyle);
  expect(said).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy\./);
  expect(said).toContain("Reusing previous version of hashicorp/aws from the dependency lock file");
});

// The plan has shown that the command starts the provider: here it is attached.
const attached = () => providersEnvironment(join(checkout, "generated"), emulator.environment);
const attachedCdktf = async (...args: readonly string[]) => cdktf(args, { ...(await attached()), ...pathStyle });

describe("local, with its state in a bucket", () => {
  const environment = "envs/local/environment.ts";
  const { s3 } = dev.state;

  it("is deployed by one command, which ends with the outputs", async () => {
    project.edit(environment, "state: { local: {} }", `state: ${JSON.stringify({ s3 })}`);
    const said = await attachedCdktf("deploy", "local", ...unattended);
    expect(said).toMatch(/Apply complete! Resources: \d+ added, 0 changed, 0 destroyed\./);
    expect(said).toMatch(/^vpcId = vpc-\w+$/m);
    expect(said).toMatch(/^clusterName = eks-local$/m);
    const resources = await resourcesOfLocal();
    expect(resources.map(({ type }) => type)).toEqual(expect.arrayContaining(["aws_vpc", "aws_eks_cluster", "aws_eks_node_group", "aws_eks_addon"]));
  });

  it("takes a change in place: a size, a label, one more group", async () => {
    project.edit(environment, "sizes: { min: 1, desired: 1, max: 2 }", `sizes: { min: 1, desired: 2, max: 3 }, labels: { pool: "system" }`);
    project.edit(environment, "nodeGroups: {", `nodeGroups: {\n    more: { instanceTypes: ["m6g.large"], sizes: { min: 0, desired: 0, max: 1 } },`);
    const said = await attachedCdktf("deploy", "local", ...unattended);
    // The new group and its launch template; the group that changed.
    expect(said).toContain("Plan: 2 to add, 1 to change, 0 to destroy.");
    expect(await attachedCdktf("deploy", "local", ...unattended)).toContain("No changes. Your infrastructure matches the configuration.");
  });

  it("a review in Terraform Cloud shows the node group that other instance types replace, and touches nothing", async () => {
    project.edit(environment, `system: { instanceTypes: ["m6g.large"]`, `system: { instanceTypes: ["m6g.xlarge"]`);
    cloud.worker.environment = { ...emulator.environment, ...(await attached()) };
    const before = await stateOfLocal();
    await emulator.clearLog();
    const options = ["--host", standInHost, "--organization", "example", "--json", "review.json"];
    const { exitCode, stdout, stderr } = await project.run(["cli/start.mjs", "review", "local", ...options], { ...emulator.environment, ...pathStyle, ...(await cloud.environment()) });
    expect([exitCode, stderr]).toEqual([2, ""]);
    expect(stdout).toContain("+/- replaces node group system: 2 nodes drain, the new ones are there first");
    expect(stdout).toContain(`because instance_types  ["m6g.large"] → ["m6g.xlarge"]`);
    expect(await stateOfLocal()).toEqual(before);
    expect((await emulator.log()).map(({ action }) => action).filter((action) => !/^(Get|GET|List|Describe|Head|Assume)/.test(action))).toEqual([]);
    expect([...cloud.runs.byId.values()].map(({ options: { planOnly }, workspace }) => [planOnly, workspace.states.length])).toEqual([[true, 1]]);
  });

  it("is destroyed to the last resource", async () => {
    expect(await attachedCdktf("destroy", "local", ...unattended)).toMatch(/Destroy complete! Resources: \d+ destroyed\./);
    expect(await resourcesOfLocal()).toEqual([]);
  });
});
