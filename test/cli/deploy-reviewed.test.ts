import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deploy, type DeployOptions, type Report } from "../../cli/deploy/deploy-command";
import { Reviewed } from "../../cli/deploy/reviewed";
import { planEnvironment } from "../../cli/plan/plan-command";
import { guardProblems } from "../../review/guards/guard-findings";
import { change, findings } from "../review/guards/planned";
import { unchanged } from "../review/samples";
import { LayeredProject, type Layers, told } from "./layered-project";

const layers: Layers = { network: { vpc: "a" }, cluster: { this: "network.vpc" } };
const project = new LayeredProject();
const file = join(project.root, "review.json");

/** What `review --json` would write of the environment as it is now. */
async function review(more: object = {}): Promise<void> {
  let planned: Awaited<ReturnType<typeof planEnvironment>> = [];
  await told(async (progress) => (planned = await planEnvironment(project.root, "qa", progress)));
  writeFileSync(file, JSON.stringify({ ...unchanged, environment: "qa", layers: planned, ...more }));
}

async function deployReviewed(): Promise<{ readonly lines: readonly string[]; readonly report: Report }> {
  const options: DeployOptions = { yes: true, json: false, quiet: true, target: [], replace: [], lockTimeout: "0s", allowOlderCommit: false, allow: [], reviewed: file };
  let report: Report | undefined;
  const lines = await told(async (progress) => (report = await deploy({ root: project.root, environment: "qa", kind: "deploy", options, progress })), true);
  return { lines, report: report! };
}

const outcomes = ({ layers: results, result }: Report) => [result, ...results.map(({ layer, outcome }) => `${layer} ${outcome}`)];

// In order: each begins where the one before it ended.
describe("a deploy that is held to a review", () => {
  it("applies what was reviewed, and no layer that could not be planned then", async () => {
    project.write(layers, "layered");
    await review();
    const { lines, report } = await deployReviewed();
    expect(outcomes(report)).toEqual(["not-applied", "qa-network applied", "qa-cluster unreviewed"]);
    expect(lines).toContain("  waits   qa-cluster was reviewed before qa-network had its changes: review again, and deploy that");
    await review();
    expect(outcomes((await deployReviewed()).report)).toEqual(["done", "qa-network unchanged", "qa-cluster applied"]);
  });

  it("applies a layer that was planned on old outputs only where they have not changed it", async () => {
    project.write({ ...layers, network: { vpc: "b" } }, "layered");
    await review();
    expect(outcomes((await deployReviewed()).report)).toEqual(["not-applied", "qa-network applied", "qa-cluster unreviewed"]);
    project.write({ network: { vpc: "b", subnet: "c" }, cluster: { this: "network.vpc" } }, "layered");
    await review();
    expect(outcomes((await deployReviewed()).report)).toEqual(["done", "qa-network applied", "qa-cluster applied"]);
  });

  it("refuses any other plan, and says what differs", async () => {
    project.write({ network: { vpc: "c", subnet: "c", gateway: "f" } }, "layered");
    await review();
    project.write({ network: { vpc: "d", zone: "e" } }, "layered");
    const { lines, report } = await deployReviewed();
    expect(outcomes(report)).toEqual(["failed", "qa-network refused"]);
    expect(lines.find((line) => line.includes("refused:"))).toBe(
      `          refused: qa-network: expected the plan that was reviewed at ${unchanged.at}, got "another one"; not reviewed: terraform_data.network_subnet, terraform_data.network_zone; differs: terraform_data.network_vpc; reviewed and no longer planned: terraform_data.network_gateway; review again   [plan-unreviewed]`,
    );
    expect(report.layers).toMatchObject([{ problems: [{ rule: "plan-unreviewed" }] }]);
  });

  it.each([
    ["of another environment", { environment: "prod" }, `expected a review of qa, got "prod"   [review-other]`],
    ["that was refused", { verdict: { ...unchanged.verdict, kind: "refused", sentence: "1 guard is in the way" } }, `expected a review that lets the environment be deployed, got "refused"; 1 guard is in the way   [review-refused]`],
    ["in a format of later", { format: 2 }, "expected what `review --json` writes, in format 1, got 2   [review-format]"],
  ])("refuses a review %s before it begins", async (_, more, sentence) => {
    writeFileSync(file, JSON.stringify({ ...unchanged, environment: "qa", ...more }));
    await expect(deployReviewed()).rejects.toThrow(`--reviewed ${file}: ${sentence}`);
  });
});

it("a guard passes that the review shows as allowed, such as prod before staging on a pull request, and no other", () => {
  const follows = { name: "staging", parts: {}, own: {}, deployed: { kind: "no", commit: "0123456789abcdef" } } as const;
  const changes = [change("aws_subnet.this", {}, { tags: { a: "b" } }), change("aws_s3_bucket.this", {}, null)];
  const guards = findings(changes, { follows, allowed: [{ guard: "followed-lags", reason: "staging gets it on merge, before prod", by: "command" }] });
  writeFileSync(file, JSON.stringify({ ...unchanged, environment: "prod", guards }));
  const { allowed } = Reviewed.from(file, "prod");
  expect(guardProblems(findings(changes, { follows, allowed })).map(({ rule }) => rule)).toEqual(["destroy-bucket"]);
});
