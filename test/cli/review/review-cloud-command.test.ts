import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { reviewed } from "../../../cli/review/review-command";
import type { Review } from "../../../review/report/review";
import { patient } from "../../../cli/terraform-cloud/patience";
import { standInHost, useTerraformCloud } from "../../terraform-cloud/stand-in";
import { LayeredProject, told } from "../layered-project";

const cloud = useTerraformCloud();
const project = new LayeredProject();

it("a change is reviewed in Terraform Cloud: the report is that of a local plan, with the run; nothing was applied", async () => {
  project.write({ network: { vpc: "a" } }, "one");
  let review: Review | undefined;
  const env = await cloud.environment();
  const options = { local: false, comment: false, allow: [], timeoutMs: 60_000, host: standInHost, organization: "example" };
  const inCloud = async (log = false) => told(async (progress) => (review = await reviewed(project.root, "qa", { ...options, log }, progress, { env, patience: { ...patient, pollMs: 20 } })));
  await inCloud();
  expect(review).toMatchObject({ plannedIn: { kind: "cloud", host: standInHost, organization: "example" }, verdict: { kind: "changes", exitCode: 2 }, layers: [{ layer: "qa", outcome: "planned", counts: { create: 1 }, run: { status: "planned_and_finished" } }] });
  const file = join(project.folder("qa"), "terraform.qa.tfstate");
  expect(existsSync(file)).toBe(false);
  await project.deploy("qa");
  const state = readFileSync(file, "utf8");
  project.write({ network: { vpc: "b" } }, "one");
  const lines = await inCloud(true);
  expect(review).toMatchObject({ verdict: { exitCode: 2 }, layers: [{ counts: { update: 1, create: 0 } }] });
  expect(lines).toContain("          Plan: 0 to add, 1 to change, 0 to destroy.");
  expect(readFileSync(file, "utf8")).toBe(state);
});
