import { deploy, type DeployOptions } from "../../cli/deploy/deploy-command";
import type { Kind } from "../../cli/deploy/deployment";
import { messageOf } from "../../cli/failure";
import { planLayers } from "../../cli/plan/plan-layers";
import type { Progress } from "../../cli/progress";
import { unlockCommand } from "../../cli/state/unlock-command";
import { environmentStacks } from "../../cli/synth/environment-stacks";
import { explanations } from "../../cli/terraform/explained";
import { TerraformFailed } from "../../cli/terraform/terraform";
import { describe as sentence } from "../../kernel/problem";
import { standInHost, useTerraformCloud } from "../terraform-cloud/stand-in";
import { LayeredProject, type Layers, told } from "./layered-project";
import { temporaryFolder, temporaryProject } from "./temporary";

const cloud = useTerraformCloud();
const layers: Layers = { network: { vpc: "a" }, cluster: { this: "network.vpc" } };
const plain: DeployOptions = { yes: false, json: false, quiet: false, target: [], replace: [], lockTimeout: "2m", allowOlderCommit: false, allow: [] };
const project = new LayeredProject(temporaryProject({ "main.ts": "export {};\n" }), { hostname: standInHost, organization: "example" });

beforeAll(async () => {
  Object.assign(process.env, await cloud.environment());
  project.write(layers, "layered");
});

async function run(kind: Kind, answers: readonly boolean[]): Promise<string[]> {
  const left = [...answers];
  return told((progress) => deploy({ root: project.root, environment: "qa", kind, options: plain, progress, confirm: () => Promise.resolve(left.shift() ?? false) }));
}

/** The runs since the last call. */
function runs(): string[] {
  const all = [...cloud.runs.byId.values()].map(({ workspace, history }) => `${String(workspace.settings.name)} ${history.join(" ")}`);
  cloud.runs.byId.clear();
  return all;
}

const withoutIds = (lines: readonly string[]) => lines.map((line) => line.replace(/run-\w+/, "run-…"));
const refused = (work: Promise<unknown>) => work.then(() => "nothing was refused", (error: Error) => (error instanceof TerraformFailed ? explanations(error).map(sentence).join("\n") || error.message : messageOf(error)));

// In order: each begins where the one before it ended.
describe("an environment whose states are in Terraform Cloud", () => {
  it("is deployed by plans that are saved there; one that is declined is discarded", async () => {
    expect(withoutIds(await run("deploy", [true]))).toEqual([
      "  ok      synth: qa-network, qa-cluster",
      "  ok      qa-network: 1 to add",
      "            + terraform_data ×1",
      "          https://tfc.example.com/app/example/qa-network/runs/run-…",
      "  ok      apply qa-network: 1 added, 0 changed, 0 destroyed",
      "  ok      qa-cluster: 1 to add",
      "            + terraform_data ×1",
      "          https://tfc.example.com/app/example/qa-cluster/runs/run-…",
      "          qa-cluster is left as it is",
      "  ok      outputs: cdktf.out/outputs/qa.json",
      "qa: there are changes that were not applied",
    ]);
    expect(runs()).toEqual(["qa-network planning planned_and_saved confirmed applying applied", "qa-cluster planning planned_and_saved discarded"]);
  });

  it("is planned by runs that only plan", async () => {
    expect(withoutIds(await told((progress) => planned(progress)))).toEqual([
      "  ok      qa-network: no changes",
      "          https://tfc.example.com/app/example/qa-network/runs/run-…",
      "  ok      qa-cluster: 1 to add",
      "            + terraform_data ×1",
      "          https://tfc.example.com/app/example/qa-cluster/runs/run-…",
    ]);
    expect(runs()).toEqual(["qa-network planning planned_and_finished", "qa-cluster planning planned_and_finished"]);
  });

  it("is not deployed while somebody has locked a workspace, until it is freed", async () => {
    const network = cloud.workspaces.named("qa-network");
    network.lock = { by: { type: "users", id: "alice" }, reason: "maintenance" };
    expect(await refused(run("deploy", []))).toBe(
      `qa-network: expected a state that nobody else works on, got "alice has locked the workspace (maintenance)"; wait for them, or free it; try "npx platform unlock qa network example/qa-network"   [state-locked]`,
    );
    const unlocked = await told((progress) => unlockCommand({ root: project.root, environment: "qa", layer: "network", id: "example/qa-network", yes: true }, progress));
    expect(unlocked).toEqual(["qa-network: alice has locked the workspace (maintenance)", "qa-network: free"]);
    expect(network.lock).toBeUndefined();
  });

  it("is neither deployed nor unlocked while a run has its workspace", async () => {
    cloud.workspaces.named("qa-cluster").lock = { by: { type: "runs", id: "run-1" }, reason: "" };
    const at = "run-1 has locked the workspace until it ends: https://tfc.example.com/app/example/workspaces/qa-cluster/runs/run-1";
    expect(await refused(run("deploy", []))).toBe(`qa-cluster: expected a state that nobody else works on, got "${at}"; wait for it, or apply, discard or cancel it there   [state-locked]`);
    const unlock = unlockCommand({ root: project.root, environment: "qa", layer: "cluster", id: "example/qa-cluster", yes: true });
    expect(await refused(unlock)).toBe(`qa-cluster: expected a lock of somebody who is gone, got "${at}"; apply, discard or cancel the run there, and it gives the lock back   [lock-in-use]`);
    delete cloud.workspaces.named("qa-cluster").lock;
  });

  it("says which token is refused, and how to get another", async () => {
    cloud.server.tokens.clear();
    expect(await refused(told((progress) => planned(progress)))).toBe(
      `qa-network: expected a token that tfc.example.com takes, got "one that it refused"; nothing was changed; try "terraform login tfc.example.com"   [cloud-token]`,
    );
  });

  it("is destroyed from the top down", async () => {
    cloud.server.tokens.set(cloud.token, ["example"]);
    await run("deploy", [true]);
    runs();
    expect((await run("destroy", [true, true])).filter((line) => line.includes("destroy "))).toEqual(["  ok      destroy qa-cluster: 0 added, 0 changed, 1 destroyed", "  ok      destroy qa-network: 0 added, 0 changed, 1 destroyed"]);
    expect(runs()).toEqual(["qa-cluster planning planned_and_saved confirmed applying applied", "qa-network planning planned_and_saved confirmed applying applied"]);
  });
});

async function planned(progress: Progress): Promise<unknown> {
  const { stacks } = await environmentStacks(project.root, "qa");
  return planLayers(stacks, temporaryFolder(), progress, {});
}
