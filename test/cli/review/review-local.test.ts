import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ReviewOptions, reviewed } from "../../../cli/review/review-command";
import { takesStdout } from "../../../cli/review/faces";
import type { Review } from "../../../review/report/review";
import { LayeredProject, told } from "../layered-project";

const project = new LayeredProject();
const layers = { network: { vpc: "a" }, cluster: { this: "network.vpc" }, platform: { release: "cluster.this" } };

async function review(options: Partial<ReviewOptions> = {}): Promise<{ review: Review; lines: string[] }> {
  let made: Review | undefined;
  const lines = await told(async (progress) => (made = await reviewed(project.root, "qa", { local: true, comment: false, allow: [], timeoutMs: 60_000, log: false, ...options }, progress)));
  return { review: made!, lines };
}

const state = () => readFileSync(join(project.folder("qa-network"), "terraform.qa-network.tfstate"), "utf8");

// In order: each begins where the one before it ended.
describe("a review by plans on this machine", () => {
  it("has what waits, and ends with 2", async () => {
    project.write(layers, "layered");
    const { review: made } = await review();
    expect(made.verdict).toMatchObject({ kind: "changes", exitCode: 2 });
    expect(made.layers).toMatchObject([{ layer: "qa-network", outcome: "planned", counts: { create: 1 } }, { layer: "qa-cluster", outcome: "waits", for: "qa-network" }, { layer: "qa-platform", outcome: "waits", for: "qa-cluster" }]);
  });

  it("ends with 0 where everything is applied", async () => {
    for (const stack of ["qa-network", "qa-cluster", "qa-platform"]) await project.deploy(stack);
    expect((await review()).review.verdict).toMatchObject({ kind: "unchanged", exitCode: 0 });
  });

  it("neither takes a lock nor writes a state, and says what was planned on old outputs", async () => {
    project.write({ ...layers, network: { vpc: "b" } }, "layered");
    const before = state();
    // Somebody else's lock.
    const lock = join(project.folder("qa-network"), ".terraform.qa-network.tfstate.lock.info");
    writeFileSync(lock, JSON.stringify({ ID: "of somebody", Operation: "OperationTypeApply", Who: "somebody" }));
    const { review: made } = await review();
    expect(made.layers).toMatchObject([{ layer: "qa-network", counts: { update: 1 } }, { layer: "qa-cluster", changed: false, onOldOutputsOf: ["qa-network"] }, { layer: "qa-platform", onOldOutputsOf: [] }]);
    expect(made.verdict.exitCode).toBe(2);
    expect(state()).toBe(before);
    expect(existsSync(lock)).toBe(true);
  });

  it("a plan that fails is part of it, what stands above waits, and it ends with 1", async () => {
    project.write({ ...layers, network: { vpc: "${nothing}" } }, "layered");
    const { review: made } = await review();
    expect(made.layers).toMatchObject([{ layer: "qa-network", outcome: "failed", error: expect.stringContaining("nothing") as string }, { outcome: "waits", for: "qa-network" }, { outcome: "waits" }]);
    expect(made.verdict).toMatchObject({ kind: "failed", exitCode: 1 });
  });

  it("says which allowed guards nothing trips, and refuses those that nobody can mean", async () => {
    project.write(layers, "layered");
    expect((await review({ allow: ["destroy-bucket=it is empty"] })).lines).toContain("          warning: --allow destroy-bucket lets nothing pass, and would one day when nobody remembers it");
    await expect(review({ allow: ["destroy-buckets=it is empty"] })).rejects.toThrow(/^--allow: expected one of the guards .*; try "destroy-bucket" {3}\[guard-unknown\]$/);
  });
});

it.each([
  [{}, false],
  [{ json: true }, true],
  [{ markdown: true }, true],
  [{ json: "review.json", markdown: "review.md", html: "review.html" }, false],
] as const)("%j takes stdout: %s", (faces, takes) => {
  expect(takesStdout(faces)).toBe(takes);
});
