import type { Confirm } from "../../cli/deploy/confirmation";
import { deploy, type DeployOptions } from "../../cli/deploy/deploy-command";
import type { Kind } from "../../cli/deploy/deployment";
import { outputsCommand } from "../../cli/deploy/outputs-command";
import { checks } from "../../cli/doctor/checks";
import { examine } from "../../cli/doctor/examination";
import { Look } from "../../cli/doctor/look";
import { messageOf } from "../../cli/failure";
import { planLayers } from "../../cli/plan/plan-layers";
import { reviewLocally } from "../../cli/review/local-review";
import type { Progress } from "../../cli/progress";
import { initialize } from "../../cli/state/initialize";
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

async function run(kind: Kind, answers: readonly boolean[], options: Partial<DeployOptions> = {}): Promise<string[]> {
  const left = [...answers];
  return deployed(kind, () => Promise.resolve(left.shift() ?? false), options);
}

async function deployed(kind: Kind, confirm: Confirm, options: Partial<DeployOptions>): Promise<string[]> {
  return told((progress) => deploy({ root: project.root, environment: "qa", kind, options: { ...plain, ...options }, progress, confirm }));
}

/** The runs since the last call. */
function runs(): string[] {
  const all = [...cloud.runs.byId.values()].map(({ workspace, history }) => `${String(workspace.settings.name)} ${history.join(" ")}`);
  cloud.runs.byId.clear();
  return all;
}

const clusterAlone = { target: ["terraform_data.cluster_this"] };
const withoutIds = (lines: readonly string[]) => lines.map((line) => line.replace(/run-\w+/, "run-…"));
const refused = (work: Promise<unknown>) => work.then(() => "nothing was refused", (error: Error) => (error instanceof TerraformFailed ? explanations(error).map(sentence).join("\n") || error.message : messageOf(error)));

async function diagnosis(): Promise<readonly string[]> {
  const look = new Look(project.root, "qa", (await environmentStacks(project.root, "qa")).stacks);
  const { findings, failed } = await examine(look, checks.filter(({ asks }) => asks === "states"), { name: "credentials", run: () => [] });
  return [...findings.map(({ id, layer, found, mend }) => `${layer} ${id}: ${found} > ${mend.join(" > ")}`), ...failed.map(({ check, why }) => `${check}: ${why}`)];
}

// In order: each begins where the one before it ended.
describe("an environment whose states are in Terraform Cloud", () => {
  it("is looked at before it was deployed, and no workspace is made", async () => {
    const written = jest.spyOn(process.stdout, "write").mockReturnValue(true);
    await outputsCommand(project.root, "qa", { json: true });
    const shown = written.mock.calls.map(([text]) => String(text)).join("");
    written.mockRestore();
    expect(JSON.parse(shown)).toEqual({ "qa-network": {}, "qa-cluster": {} });
    expect(await diagnosis()).toEqual(["network", "cluster"].map((layer) => `qa-${layer} state-never-written: nothing at tfc.example.com/example/qa-${layer} > npx platform deploy qa`));
    expect(cloud.workspaces.byId.size).toBe(0);
  });

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

  it("leaves no plan behind where somebody interrupts the question", async () => {
    await expect(deployed("deploy", () => Promise.reject(new Error("interrupted")), clusterAlone)).rejects.toThrow("interrupted");
    expect(runs()).toEqual(["qa-cluster planning planned_and_saved discarded"]);
  });

  it("is planned no more where somebody interrupts: the run ends, too", async () => {
    cloud.runs.rules = () => ({ hold: new Promise(() => {}) });
    const interrupt = new AbortController();
    const plan = refused(told((progress) => planned(progress, interrupt.signal)));
    while (![...cloud.runs.byId.values()].some(({ plan: { log } }) => log.read(0, 1).length > 0)) await new Promise((done) => setTimeout(done, 20));
    // Terraform tells the address of the run before it follows it.
    await new Promise((done) => setTimeout(done, 500));
    interrupt.abort(new Error("interrupted"));
    await plan;
    await cloud.runs.idle();
    cloud.runs.rules = () => ({});
    expect(runs()).toEqual(["qa-network planning canceled"]);
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

  it("is reviewed by runs that only plan, too", async () => {
    const { stacks } = await environmentStacks(project.root, "qa");
    await told(async (progress) => {
      const layers = await reviewLocally(stacks, temporaryFolder(), progress, {});
      expect(layers.map(({ outcome }) => outcome)).toEqual(["planned", "planned"]);
    });
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
    expect(await diagnosis()).toEqual([`qa-cluster state-never-written: nothing at tfc.example.com/example/qa-cluster > npx platform deploy qa`, `qa-cluster state-locked: ${at} (example/qa-cluster) > # look at https://tfc.example.com/app/example/workspaces/qa-cluster/runs/run-1`]);
    delete cloud.workspaces.named("qa-cluster").lock;
  });

  it("is refused where its folder was initialized for another organization", async () => {
    const { stacks: [network] } = await environmentStacks(project.root, "qa");
    const other = { ...network!, json: { ...network!.json, terraform: { cloud: { hostname: standInHost, organization: "theirs", workspaces: { name: "qa-network" } } } } };
    expect(await refused(initialize(other, {}))).toMatch(/^qa-network: expected the state at tfc\.example\.com\/example\/qa-network, got "tfc\.example\.com\/theirs\/qa-network"; the folder was initialized for that one, and a state does not move by itself: .* {3}\[backend-other\]$/);
  });

  it("says which token is refused, and how to get another", async () => {
    cloud.server.tokens.clear();
    expect(await refused(told((progress) => planned(progress)))).toBe(
      `qa-network: expected a token that tfc.example.com takes, got "one that it refused"; nothing was changed; try "terraform login tfc.example.com"   [cloud-token]`,
    );
    const sentence = 'tfc.example.com: expected a token that it takes, got "one that it refused"; try "terraform login tfc.example.com"   [cloud-token]';
    expect(await diagnosis()).toEqual(["network", "cluster"].map((layer) => `qa-${layer} cloud-token: ${sentence} > terraform login tfc.example.com`));
  });

  it("is destroyed from the top down", async () => {
    cloud.server.tokens.set(cloud.token, ["example"]);
    await run("deploy", [true], clusterAlone);
    runs();
    expect((await run("destroy", [true, true])).filter((line) => line.includes("destroy "))).toEqual(["  ok      destroy qa-cluster: 0 added, 0 changed, 1 destroyed", "  ok      destroy qa-network: 0 added, 0 changed, 1 destroyed"]);
    expect(runs()).toEqual(["qa-cluster planning planned_and_saved confirmed applying applied", "qa-network planning planned_and_saved confirmed applying applied"]);
  });
});

async function planned(progress: Progress, signal?: AbortSignal): Promise<unknown> {
  const { stacks } = await environmentStacks(project.root, "qa");
  return planLayers(stacks, temporaryFolder(), progress, { ...(signal && { signal }) });
}
