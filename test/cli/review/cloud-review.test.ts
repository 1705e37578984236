import { setTimeout } from "node:timers/promises";
import { filesIn } from "../../../cli/archive";
import { type CloudReview, markOf, reviewInCloud } from "../../../cli/review/cloud-review";
import { CloudRun } from "../../../cli/review/cloud-run";
import { ReviewWorkspaces, reviewTag } from "../../../cli/review/review-workspaces";
import { stackArchive } from "../../../cli/review/stack-archive";
import type { Stack } from "../../../cli/synth/stacks";
import { TerraformCloud } from "../../../cli/terraform-cloud/terraform-cloud";
import type { LayerInput } from "../../../review/report/review-input";
import { planSummary } from "../../../cli/plan/plan-summary";
import { standInHost, useTerraformCloud } from "../../terraform-cloud/stand-in";
import { told } from "../layered-project";
import { temporaryFolder, write } from "../temporary";
import { ReviewedStacks } from "./reviewed-stacks";

const cloud = useTerraformCloud();
const secret = "a-secret-that-nobody-may-see";
const place = { environment: "qa", hostname: standInHost, organization: "example", project: null };
const impatient = { retries: 3, firstMs: 1, pollMs: 20, workMs: 5000, pendingMs: 300 };
let env: Record<string, string>;
const lines: string[] = [];

beforeAll(async () => {
  env = await cloud.environment();
});

interface Reviewed {
  readonly layers: readonly LayerInput[];
  readonly screen: readonly string[];
}

/** All that was shown, or a caller was given to show, is without the token and the secret of the state. */
async function review(stacks: readonly Stack[], more: Partial<CloudReview> = {}, signal?: AbortSignal): Promise<Reviewed> {
  let layers: readonly LayerInput[] = [];
  lines.length = 0;
  const screen = await told(async (progress) => {
    layers = await reviewInCloud(stacks, temporaryFolder(), progress, { ...place, timeoutMs: 30_000, onLine: (line) => lines.push(line), ...more }, { patience: impatient, env, ...(signal && { signal }) });
  });
  const shown = JSON.stringify([screen, lines, layers.map((layer) => (layer.outcome === "planned" ? { ...layer, plan: null } : layer))]);
  expect([cloud.token, secret, "_archivist"].filter((hidden) => shown.includes(hidden))).toEqual([]);
  return { layers, screen };
}

const outcomes = (layers: readonly LayerInput[]) => layers.map((one) => [one.layer, one.outcome, ...(one.outcome === "planned" ? [one.onOldOutputsOf, planSummary(one.plan).changed, planSummary(one.plan).added] : [])]);
const runs = () => [...cloud.runs.byId.values()];
const stateOf = (name: string) => cloud.workspaces.named(name).states.map(({ bytes }) => bytes.toString());

describe("an environment that was deployed", () => {
  const project = new ReviewedStacks();
  const before = { network: { vpc: "vpc-1", password: "p" }, cluster: { eks: "network.vpc" } };
  let reviewed: Reviewed;
  let states: readonly string[];

  beforeAll(async () => {
    const withSecret = { network: { output: { vpc: { value: "${terraform_data.vpc.output}" }, password: { value: secret, sensitive: true } } } };
    project.write(before, withSecret);
    await project.deploy("network", "cluster");
    states = [project.state("network"), project.state("cluster")];
    const stacks = project.write({ ...before, network: { vpc: "vpc-2", password: "p" } }, withSecret);
    write(project.folder("network"), { "charts/it/Chart.yaml": "name: it\n", "charts/it/old.tfstate.backup": "state", ".terraform.lock.hcl": "# locks\n", "network.tfplan": "plan", plan: "plan", "secret.auto.tfvars": `# ${secret}`, "metadata.json": "{}" });
    cloud.server.inject({ on: /^POST .*\/runs$/, kind: "lost", count: 1 });
    cloud.server.inject({ on: /\/state-versions$/, kind: "lost", count: 1 });
    cloud.server.inject({ on: /actions\/lock$/, kind: "lost", count: 1 });
    cloud.server.inject({ on: /./, kind: "unavailable", count: 2 });
    cloud.server.inject({ on: /^GET .*plans/, kind: "throttle", count: 2 });
    reviewed = await review(stacks, { commit: { id: "0123456789abcdef", dirty: true } });
  });

  it("is planned layer by layer on its real state, and what reads a layer with changes is on old outputs", () => {
    expect(outcomes(reviewed.layers)).toEqual([
      ["qa-network", "planned", [], ["terraform_data.vpc"], []],
      ["qa-cluster", "planned", ["qa-network"], [], []],
    ]);
  });

  it("tells where each run is, and streams what Terraform prints", () => {
    const [network, cluster] = runs();
    const url = (name: string, id: string) => `https://${standInHost}/app/example/workspaces/eks-platform-qa-${name}-review/runs/${id}`;
    expect(reviewed.screen).toEqual([
      `          runs at ${url("network", network!.id)}`,
      "  ok      qa-network: 1 to change",
      `          runs at ${url("cluster", cluster!.id)}`,
      "  ok      qa-cluster: no changes",
      "          planned on the old outputs of qa-network, which has changes",
    ]);
    expect(reviewed.layers.map((layer) => "run" in layer && layer.run)).toEqual([
      { id: network!.id, url: url("network", network!.id), status: "planned_and_finished", policies: [] },
      { id: cluster!.id, url: url("cluster", cluster!.id), status: "planned_and_finished", policies: [] },
    ]);
    expect(lines).toContain("Plan: 0 to add, 1 to change, 0 to destroy.");
    expect(lines.filter((line) => line.startsWith("terraform_data.vpc: Refreshing state... [id="))).toHaveLength(1);
  });

  it("is applied nowhere: plan-only runs, the states as they were, and no lock is left", () => {
    expect(runs().map(({ options, history }) => [options.planOnly, history.join(" ")])).toEqual([
      [true, "planning planned_and_finished"],
      [true, "planning planned_and_finished"],
    ]);
    expect([project.state("network"), project.state("cluster")]).toEqual(states);
    expect(stateOf("eks-platform-qa-network-review").map((text) => JSON.parse(text) as unknown)).toEqual([JSON.parse(states[0]!)]);
    expect(cloud.workspaces.named("eks-platform-qa-network-review").lock).toBeUndefined();
  });

  it("has workspaces that say what they are", () => {
    const { settings, tags } = cloud.workspaces.named("eks-platform-qa-network-review");
    expect(settings).toMatchObject({ "execution-mode": "remote", "auto-apply": false, "working-directory": "", "terraform-version": "1.11.4", description: "Plans of the environment qa for review. Nothing is applied here; npx platform review-cleanup qa deletes it." });
    expect(tags.map(({ key }) => key)).toEqual([reviewTag]);
    expect(runs()[0]!.options.message).toMatch(/^Review of qa-network at 0123456789ab, with changes that are not committed \([0-9a-f]{12}\)$/);
  });

  it("uploads the configuration without its backend, its locks and what stands beside it, and nothing else", async () => {
    const files = await filesIn(runs()[0]!.configuration.archive!);
    expect(Object.keys(files).sort()).toEqual([".terraform.lock.hcl", "cdk.tf.json", "charts/it/Chart.yaml"]);
    expect(Object.keys(JSON.parse(files["cdk.tf.json"]!) as object)).toEqual(["terraform", "resource", "output"]);
    expect((JSON.parse(files["cdk.tf.json"]!) as { terraform: object }).terraform).toEqual({ required_version: ">= 1.9" });
  });

  it("is planned again on the same workspace and state, or on a newer one, and goes on with a run that is under way", async () => {
    const stacks = [project.write({ ...before, network: { vpc: "vpc-2", password: "p" } })[0]!];
    await project.deploy("network");
    cloud.server.heard();
    const client = await TerraformCloud.discover(new URL(`https://${standInHost}`), { env, patience: impatient });
    const workspaces = new ReviewWorkspaces(client, { ...place, terraformVersion: "1.11.4" });
    const archive = await stackArchive(stacks[0]!);
    // As a review that was killed after it had begun the run.
    const mark = markOf(archive, project.state("network"));
    const isLookedAt = (async () => {
      while (!cloud.server.log.some(({ request }) => request.startsWith("GET /api/v2/plans/"))) await setTimeout(20);
    })();
    cloud.runs.rules = () => ({ hold: isLookedAt });
    const { run } = await CloudRun.begin(workspaces, await workspaces.ensure("eks-platform-qa-network-review"), archive, { message: "Review of qa-network", mark });
    cloud.server.heard();
    const { layers, screen } = await review(stacks);
    cloud.runs.rules = () => ({});
    expect(outcomes(layers)).toEqual([["qa-network", "planned", [], [], []]]);
    expect(screen[0]).toBe(`          goes on at https://${standInHost}/app/example/workspaces/eks-platform-qa-network-review/runs/${run.id}`);
    expect(stateOf("eks-platform-qa-network-review")).toHaveLength(2);
    expect(cloud.server.heard().filter((line) => /^(POST|PUT|PATCH|DELETE)/.test(line)).map((line) => line.replace(/ws-\w+/, "…"))).toEqual([
      "POST /api/v2/workspaces/…/actions/lock 200",
      "POST /api/v2/workspaces/…/state-versions 201",
      "POST /api/v2/workspaces/…/actions/unlock 200",
    ]);
  });
});

it("a run is gone on with where the state is the same, in whichever order Terraform prints its checks", () => {
  const state = (value: string, checks: readonly string[]) => JSON.stringify({ version: 4, terraform_version: "1.11.4", serial: 1, lineage: "one", outputs: { vpc: { value } }, resources: [], check_results: checks });
  const marks = [state("a", ["one", "two"]), state("a", ["two", "one"]), state("b", ["one", "two"]), undefined].map((text) => markOf(Buffer.from("archive"), text));
  expect(marks[1]).toBe(marks[0]);
  expect(new Set(marks).size).toBe(3);
});
