import { exitCodeOf, planEnvironment } from "../../cli/plan/plan-command";
import type { LayerOutcome } from "../../cli/plan/plan-layers";
import { countsOf, summaryLines } from "../../cli/plan/plan-summary";
import { layeredProgram, LayeredProject, told } from "./layered-project";
import { write } from "./temporary";

const project = new LayeredProject();
const layers = { network: { vpc: "a" }, cluster: { this: "network.vpc" }, platform: { release: "cluster.this" } };

async function plan(): Promise<{ lines: string[]; outcomes: readonly LayerOutcome[]; exitCode: number }> {
  let outcomes: readonly LayerOutcome[] = [];
  const lines = await told(async (progress) => (outcomes = await planEnvironment(project.root, "qa", progress)));
  return { lines, outcomes, exitCode: exitCodeOf(outcomes) };
}

const synth = "  ok      synth: qa-network, qa-cluster, qa-platform";

// In order: each begins where the one before it ended.
describe("the plan of an environment in layers", () => {
  it("a layer waits for one that was never applied, and so does what waits for that one", async () => {
    project.write(layers, "layered");
    const { lines, exitCode } = await plan();
    expect(exitCode).toBe(2);
    expect(lines).toEqual([synth, "  ok      qa-network: 1 to add", "            + terraform_data ×1", "  waits   qa-cluster waits for qa-network", "  waits   qa-platform waits for qa-cluster"]);
  });

  it("is planned when that one is applied", async () => {
    await project.deploy("qa-network");
    const { lines } = await plan();
    expect(lines).toEqual([synth, "  ok      qa-network: no changes", "  ok      qa-cluster: 1 to add", "            + terraform_data ×1", "  waits   qa-platform waits for qa-cluster"]);
  });

  it("waits for an output that the layer below does not have yet", async () => {
    project.write({ ...layers, network: { vpc: "a", subnet: "b" }, cluster: { this: "network.subnet" } }, "layered");
    const { lines, exitCode } = await plan();
    expect(exitCode).toBe(2);
    expect(lines.slice(1)).toEqual(["  ok      qa-network: 1 to add", "            + terraform_data ×1", "  waits   qa-cluster waits for qa-network", "  waits   qa-platform waits for qa-cluster"]);
  });

  it("has no changes when every layer is applied", async () => {
    project.write(layers, "layered");
    await plan();
    await project.deploy("qa-cluster");
    await project.deploy("qa-platform");
    const { outcomes, exitCode } = await plan();
    expect(exitCode).toBe(0);
    expect(outcomes.map((one) => [one.layer, one.outcome === "planned" && one.changed])).toEqual([["qa-network", false], ["qa-cluster", false], ["qa-platform", false]]);
  });

  it("above one with changes, a layer is planned on the old outputs and says so", async () => {
    project.write({ ...layers, network: { vpc: "b" } }, "layered");
    const { lines, outcomes, exitCode } = await plan();
    expect(exitCode).toBe(2);
    expect(lines.slice(1)).toEqual([
      "  ok      qa-network: 1 to change",
      "            ~ terraform_data.network_vpc",
      "  ok      qa-cluster: no changes",
      "          planned on the old outputs of qa-network, which has changes",
      "  ok      qa-platform: no changes",
    ]);
    expect(outcomes[1]).toMatchObject({ layer: "qa-cluster", outcome: "planned", onOldOutputsOf: ["qa-network"], problems: [] });
  });

  it("an environment in one stack has one plan", async () => {
    project.write(layers, "one");
    expect((await plan()).lines).toEqual(["  ok      synth: qa", "  ok      qa: 3 to add", "            + terraform_data ×3"]);
  });

  it("Terraform's error is told in its words", async () => {
    project.write({ network: { vpc: "${nothing}" } }, "one");
    await expect(plan()).rejects.toThrow(/terraform plan .* ended with 1\n[^]*nothing/);
  });
});

describe("the summary", () => {
  const summary = { replaced: ["aws_eks_cluster.this"], destroyed: ['aws_subnet.this["a"]'], forgotten: [], changed: ["aws_vpc.this"], added: ['module.a["x.y"].aws_subnet.this["b.c"]', 'aws_subnet.this["d"]', "aws_eip.this"], outputs: [] };
  const none = { replaced: [], destroyed: [], forgotten: [], changed: [], added: [], outputs: [] };

  it("names what is replaced and destroyed first, and counts what is new by type", () => {
    expect(countsOf(summary)).toBe("1 to replace, 1 to destroy, 1 to change, 3 to add");
    expect(summaryLines(summary)).toEqual(["-/+ aws_eks_cluster.this", '  - aws_subnet.this["a"]', "  ~ aws_vpc.this", "  + aws_subnet ×2", "  + aws_eip ×1"]);
  });

  it("a plan may change outputs alone", () => {
    expect([countsOf(none), countsOf({ ...none, outputs: ["vpc_id"] })]).toEqual(["no changes", "no changes but of outputs: vpc_id"]);
  });

  it("a plan that is refused ends with 1", () => {
    const problem = { path: "a", expected: "b", rule: "c-d" };
    const planned = { layer: "qa", outcome: "planned", changed: true, problems: [problem], guards: [], digests: {}, onOldOutputsOf: [], outputs: [], seconds: 1, summary: none } as const;
    expect(exitCodeOf([planned])).toBe(1);
  });
});

it("that the environment it follows has not got the change is refused once, of the first layer that changes", async () => {
  const follows = `const json = { "//": { review: { follows: "dev", cloud: null, allowed: {} } },`;
  write(project.root, {
    "envs/dev/main.ts": layeredProgram({ network: { vpc: "a" } }, true).replaceAll("qa", "dev"),
    "envs/qa/main.ts": layeredProgram({ ...layers, network: { vpc: "b" }, platform: { release: "b" } }, true).replace("const json = {", follows),
  });
  const { lines, outcomes, exitCode } = await plan();
  expect({ exitCode, refused: lines.filter((line) => line.includes("refused")) }).toEqual({
    exitCode: 1,
    refused: ["          refused: qa: expected the environment that this one follows to have the change first, got \"nobody can tell whether dev has this commit: there is no record of a deploy of dev-network\"; if it is meant: --allow 'followed-lags:qa=<reason>'   [followed-lags]"],
  });
  expect(outcomes.map((one) => one.outcome === "planned" && one.changed)).toEqual([true, false, true]);
});
