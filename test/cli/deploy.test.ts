import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { deploy, type DeployOptions, type Report } from "../../cli/deploy/deploy-command";
import type { Kind } from "../../cli/deploy/deployment";
import { messageOf } from "../../cli/failure";
import type { TerraformFailed } from "../../cli/terraform/terraform";
import { LayeredProject, type Layers, told } from "./layered-project";

const layers: Layers = { network: { vpc: "a" }, cluster: { this: "network.vpc" }, platform: { release: "cluster.this" } };
const plain: DeployOptions = { yes: false, json: false, quiet: false, target: [], replace: [], lockTimeout: "0s", allowOlderCommit: false, allow: [] };

interface Told {
  readonly lines: readonly string[];
  readonly questions: readonly string[];
  readonly report: Report;
}

/** A command whose questions are answered in their order; after the last, with no. */
async function run(project: LayeredProject, kind: Kind, answers: readonly boolean[], options: Partial<DeployOptions> = {}): Promise<Told> {
  const questions: string[] = [];
  let report: Report | undefined;
  const lines = await told(async (progress) => {
    report = await deploy({ root: project.root, environment: "qa", kind, options: { ...plain, ...options }, progress, confirm: (question) => Promise.resolve(answers[questions.push(question) - 1] ?? false) });
  }, options.quiet);
  return { lines, questions, report: report! };
}

const outcomes = ({ layers: results }: Report) => results.map(({ layer, outcome }) => `${layer} ${outcome}`);
const all = ["qa-network", "qa-cluster", "qa-platform"] as const;

// In order: each begins where the one before it ended.
describe("a deploy", () => {
  const project = new LayeredProject();
  const resources = () => all.map((stack) => project.resources(stack).length);

  it("asks before each layer, and with a no goes no further", async () => {
    project.write(layers, "layered");
    const { lines, questions, report } = await run(project, "deploy", [true]);
    expect(questions).toEqual(["Apply qa-network: 1 to add?", "Apply qa-cluster: 1 to add?"]);
    expect(lines).toEqual([
      "  ok      synth: qa-network, qa-cluster, qa-platform",
      "  ok      qa-network: 1 to add",
      "            + terraform_data ×1",
      "  ok      apply qa-network: 1 added, 0 changed, 0 destroyed",
      "  ok      qa-cluster: 1 to add",
      "            + terraform_data ×1",
      "          qa-cluster is left as it is",
      "  ok      outputs: cdktf.out/outputs/qa.json",
      "qa: there are changes that were not applied",
    ]);
    expect(report).toMatchObject({ result: "not-applied", environment: "qa", command: "deploy" });
    expect(resources()).toEqual([1, 0, 0]);
  });

  it("plans each layer on what the one below it has become, and asks nothing about one without changes", async () => {
    const { questions, report } = await run(project, "deploy", [true, true]);
    expect(questions).toEqual(["Apply qa-cluster: 1 to add?", "Apply qa-platform: 1 to add?"]);
    expect([report.result, outcomes(report)]).toEqual(["done", ["qa-network unchanged", "qa-cluster applied", "qa-platform applied"]]);
    project.write({ ...layers, network: { vpc: "b" } }, "layered");
    const changed = await run(project, "deploy", [true, true, true]);
    expect(changed.questions).toEqual(["Apply qa-network: 1 to change?", "Apply qa-cluster: 1 to change?", "Apply qa-platform: 1 to change?"]);
    expect(readOutputs(project)).toEqual({ "qa-network": { network_vpc: "b" }, "qa-cluster": { cluster_this: "b" }, "qa-platform": { platform_release: "b" } });
  });

  it("leaves the outputs in a file that its owner alone reads", () => {
    expect(statSync(outputs(project)).mode & 0o777).toBe(0o600);
  });

  it("with a target plans the layers that declare it, and makes anew what it is told to", async () => {
    const { questions, report } = await run(project, "deploy", [true], { replace: ["terraform_data.cluster_this"] });
    expect([questions, outcomes(report)]).toEqual([["Apply qa-cluster: 1 to replace?"], ["qa-cluster applied"]]);
    expect(outcomes((await run(project, "deploy", [], { target: ["terraform_data.platform_release"] })).report)).toEqual(["qa-platform unchanged"]);
  });

  it("refuses an address that no layer declares", async () => {
    await expect(run(project, "deploy", [], { target: ["terraform_data.cluster_thos"] })).rejects.toThrow(
      `--target: expected the address of a resource of qa-network, qa-cluster, qa-platform, got "terraform_data.cluster_thos"; try "terraform_data.cluster_this"   [unknown-address]`,
    );
  });

  it("quiet tells a line for each layer", async () => {
    project.write({ ...layers, network: { vpc: "b" }, platform: { release: "c" } }, "layered");
    const { lines } = await run(project, "deploy", [true], { quiet: true });
    expect(lines).toEqual(["  ok      qa-network: no changes", "  ok      qa-cluster: no changes", "  ok      qa-platform: 1 to change", "qa: done"]);
  });
});

describe("a destroy", () => {
  const project = new LayeredProject();

  it("goes from the top, stops at a no, and goes on when it is started again", async () => {
    project.write(layers, "layered");
    await run(project, "deploy", [true, true, true]);
    const declined = await run(project, "destroy", [true]);
    expect(declined.questions).toEqual(["Destroy qa-platform: 1 to destroy?", "Destroy qa-cluster: 1 to destroy?"]);
    expect(declined.report.result).toBe("not-applied");
    const { lines, questions, report } = await run(project, "destroy", [true, true]);
    expect(lines[1]).toBe("  ok      qa-platform: nothing to destroy");
    expect(questions).toEqual(["Destroy qa-cluster: 1 to destroy?", "Destroy qa-network: 1 to destroy?"]);
    expect([report.result, all.map((stack) => project.resources(stack).length)]).toEqual(["done", [0, 0, 0]]);
    expect((await run(project, "destroy", [])).report).toMatchObject({ result: "done", layers: [] });
  });
});

describe("in git", () => {
  const project = new LayeredProject();
  const git = async (...args: readonly string[]) => (await execa("git", ["-c", "user.name=qa", "-c", "user.email=qa@example.com", ...args], { cwd: project.root })).stdout;
  const commit = async () => {
    await git("commit", "-q", "--allow-empty", "-m", "next");
    return git("rev-parse", "HEAD");
  };
  const record = () => JSON.parse(readFileSync(join(project.folder("qa-network"), "terraform.qa-network.tfstate.deploy.json"), "utf8")) as Record<string, unknown>;

  it("a deploy is written down beside the state, and an older commit does not go over it", async () => {
    await git("init", "-q");
    project.write({ network: { vpc: "a" } }, "layered");
    const older = await commit();
    await run(project, "deploy", [true]);
    expect(record()).toMatchObject({ layer: "qa-network", command: "deploy", commit: older, dirty: true, complete: true, serial: expect.any(Number), who: expect.stringContaining("@") });
    const newer = await commit();
    project.write({ network: { vpc: "b" } }, "layered");
    await run(project, "deploy", [true]);
    await git("reset", "-q", "--hard", older);
    const refused = run(project, "deploy", [true]);
    await expect(refused).rejects.toThrow(
      new RegExp(`^qa-network: expected a commit that contains ${newer.slice(0, 12)}, got "HEAD"; it would take back what came with ${newer.slice(0, 12)} with uncommitted changes, deployed by \\S+@\\S+ at \\S+Z; --allow-older-commit goes on all the same   \\[older-commit\\]$`),
    );
    project.write({ network: { vpc: "c" } }, "layered");
    expect((await run(project, "deploy", [true], { allowOlderCommit: true })).report.result).toBe("done");
    expect(record()).toMatchObject({ commit: older });
  });

  it("a commit that the checkout does not know counts as newer", async () => {
    writeFileSync(join(project.folder("qa-network"), "terraform.qa-network.tfstate.deploy.json"), JSON.stringify({ ...record(), commit: "0123456789".repeat(4), dirty: false }));
    await expect(run(project, "deploy", [])).rejects.toThrow("this checkout does not know 012345678901, deployed by");
  });

  it("nothing is taken back where all was destroyed", async () => {
    await run(project, "destroy", [true]);
    expect(record()).toMatchObject({ command: "destroy", complete: true });
    writeFileSync(join(project.folder("qa-network"), "terraform.qa-network.tfstate.deploy.json"), JSON.stringify({ ...record(), commit: "0123456789".repeat(4) }));
    expect((await run(project, "deploy", [true])).report.result).toBe("done");
  });
});

it("a state that was not saved must be, before anything else is done", async () => {
  const project = new LayeredProject();
  project.write({ network: { vpc: "a" } }, "one");
  await run(project, "deploy", [true]);
  writeFileSync(join(project.folder("qa"), "errored.tfstate"), "{}");
  await expect(run(project, "deploy", [true])).rejects.toThrow("[state-errored]");
});

it("a plan that has become old is not applied, and a sentence says so", async () => {
  const project = new LayeredProject();
  project.write({ network: { vpc: "a" } }, "one");
  await run(project, "deploy", [true]);
  project.write({ network: { vpc: "b" } }, "one");
  const late = told((progress) => deploy({ root: project.root, environment: "qa", kind: "deploy", options: plain, progress, confirm: () => project.deploy("qa").then(() => true) }));
  const error = await late.then(() => undefined, (failed: TerraformFailed) => failed);
  expect(messageOf(error!).split("\n")[0]).toBe(`qa: expected the state for which the plan was made, got "a newer one"; somebody deployed between plan and apply; of this plan nothing was applied; try "npx platform deploy qa"   [plan-stale]`);
});

it("without a terminal and without --yes nothing is begun", async () => {
  const project = new LayeredProject();
  await expect(told((progress) => deploy({ root: project.root, environment: "qa", kind: "deploy", options: plain, progress }))).rejects.toThrow(
    `deploy: expected a terminal to ask on, got nothing; without one, --yes says that nobody is asked; try "--yes"   [no-terminal]`,
  );
  expect(existsSync(join(project.root, "cdktf.out"))).toBe(false);
});

function outputs({ root }: LayeredProject): string {
  return join(root, "cdktf.out/outputs/qa.json");
}

function readOutputs(project: LayeredProject): unknown {
  return JSON.parse(readFileSync(outputs(project), "utf8"));
}
