import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changeLayout } from "../../cli/plan/change-layout";
import { exitCodeOf, planEnvironment } from "../../cli/plan/plan-command";
import { terraform } from "../../cli/terraform/terraform";
import { LayeredProject, told } from "./layered-project";

const layers = { network: { vpc: "a" }, cluster: { this: "network.vpc" } };
const stacks = ["qa", "qa-network", "qa-cluster"] as const;
let project: LayeredProject;

const resources = () => stacks.map((stack) => project.resources(stack));
const change = () => told((progress) => changeLayout(project.root, "qa", progress));
const refusal = () => change().then(() => "nothing", (error: Error) => error.message);
const inOne = [["terraform_data.cluster_this", "terraform_data.network_vpc"], [], []];
const inLayers = [[], ["terraform_data.network_vpc"], ["terraform_data.cluster_this"]];

const deployed = new LayeredProject();
beforeAll(async () => {
  deployed.write(layers, "one");
  await told((progress) => planEnvironment(deployed.root, "qa", progress));
  await deployed.deploy("qa");
  deployed.write(layers, "layered");
});

/** An environment that is deployed in one stack, and whose file says layers now. */
beforeEach(() => void (project = deployed.copy()));

async function planned(): Promise<number> {
  let exitCode = -1;
  await told(async (progress) => (exitCode = exitCodeOf(await planEnvironment(project.root, "qa", progress))));
  return exitCode;
}

it("an environment goes from one stack into layers and back, and its plans have no changes", async () => {
  expect(await change()).toEqual([
    "  ok      synth: qa-cluster, qa-network",
    "  ok      synth of the other layout: qa",
    "  ok      read the states",
    "  ok      plan on copies: no changes",
    expect.stringMatching(/^ {2}ok {6}back up: state-backups\/qa-\d{8}T\d{6}Z$/),
    "  ok      write qa-network: 1 resources",
    "  ok      write qa-cluster: 1 resources",
    "  ok      empty qa",
  ]);
  expect(resources()).toEqual(inLayers);
  expect(await planned()).toBe(0);
  expect((await change()).at(-1)).toBe("nothing to move: qa has no resources");
  project.write(layers, "one");
  await change();
  expect(resources()).toEqual(inOne);
  expect(await planned()).toBe(0);
});

it("the states from before are kept, for their owner alone", async () => {
  await change();
  const backups = join(project.root, "state-backups");
  const [folder] = readdirSync(backups);
  expect(statSync(join(backups, folder!)).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(backups, folder!))).toEqual(["qa.tfstate"]);
  expect(statSync(join(backups, folder!, "qa.tfstate")).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(join(backups, folder!, "qa.tfstate"), "utf8"))).toMatchObject({ resources: [{ name: "cluster_this" }, { name: "network_vpc" }] });
});

it("what was broken off goes on where it ended", async () => {
  await change();
  const backups = join(project.root, "state-backups");
  // As it was after the first of two states.
  writeFileSync(join(project.folder("qa"), "terraform.qa.tfstate"), readFileSync(join(backups, readdirSync(backups)[0]!, "qa.tfstate")));
  rmSync(join(project.folder("qa-cluster"), "terraform.qa-cluster.tfstate"));
  expect((await change()).slice(-2)).toEqual(["  ok      write qa-cluster: 1 resources", "  ok      empty qa"]);
  expect(resources()).toEqual(inLayers);
  // As it was before the last of two old states was emptied.
  const cluster = readFileSync(join(project.folder("qa-cluster"), "terraform.qa-cluster.tfstate"));
  project.write(layers, "one");
  await change();
  writeFileSync(join(project.folder("qa-cluster"), "terraform.qa-cluster.tfstate"), cluster);
  expect((await change()).slice(3)).toEqual(["  ok      empty qa-cluster"]);
  expect(resources()).toEqual(inOne);
});

describe("nothing is written when", () => {
  it("the program wants something else than what there is", async () => {
    project.write({ ...layers, network: { vpc: "b", subnet: "c" } }, "layered");
    expect(await refusal()).toBe(
      `qa-network: expected a plan without changes, got "1 to change, 1 to add"; deploy in the old layout first: ~ terraform_data.network_vpc + terraform_data ×1   [layout-unclean]`,
    );
    expect(resources()).toEqual(inOne);
    expect(existsSync(join(project.root, "state-backups"))).toBe(false);
  });

  it("a resource would have no state", async () => {
    project.write({ network: { vpc: "a" } }, "layered");
    expect(await refusal()).toBe(
      "terraform_data.cluster_this: expected a resource of qa-network, got nothing; deploy in the old layout first, so that the state has what the program has   [layout-unplaced]",
    );
    expect(resources()).toEqual(inOne);
  });

  it("a new state is in use already", async () => {
    project.write({ network: { vpc: "other" } }, "layered");
    await told((progress) => planEnvironment(project.root, "qa", progress));
    await project.deploy("qa-network");
    project.write(layers, "layered");
    expect(await refusal()).toBe(
      `qa-network: expected an empty state, got "1 resources"; what is in it did not come from the other layout; a key of one's own must differ between the layouts   [layout-state-taken]`,
    );
    expect(resources()).toEqual([inOne[0], ["terraform_data.network_vpc"], []]);
  });
});

it("an environment that was never deployed has nothing to move", async () => {
  const { stdout } = await terraform(["state", "list"], { cwd: project.folder("qa") });
  expect(stdout).not.toBe("");
  rmSync(project.folder("qa"), { recursive: true });
  mkdirSync(project.folder("qa"));
  expect((await change()).at(-1)).toBe("nothing to move: qa has no resources");
});
