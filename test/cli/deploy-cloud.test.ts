import { deploy, type DeployOptions, type Report } from "../../cli/deploy/deploy-command";
import type { Kind } from "../../cli/deploy/deployment";
import { standInHost, useTerraformCloud } from "../terraform-cloud/stand-in";
import { LayeredProject, type Layers, told } from "./layered-project";
import { temporaryProject } from "./temporary";

const cloud = useTerraformCloud();
const layers: Layers = { network: { vpc: "a" }, cluster: { this: "network.vpc" } };
const plain: DeployOptions = { yes: false, json: false, quiet: false, target: [], replace: [], lockTimeout: "2m", allowOlderCommit: false };

async function run(project: LayeredProject, kind: Kind, answers: readonly boolean[], options: Partial<DeployOptions> = {}) {
  const questions: string[] = [];
  let report: Report | undefined;
  const lines = await told(async (progress) => {
    report = await deploy({ root: project.root, environment: "qa", kind, options: { ...plain, ...options }, progress, confirm: (question) => Promise.resolve(answers[questions.push(question) - 1] ?? false) });
  }, options.quiet);
  return { lines, questions, report: report! };
}

describe("an environment whose states are in Terraform Cloud", () => {
  const project = new LayeredProject(temporaryProject({ "main.ts": "export {};\n" }), { hostname: standInHost, organization: "example" });

  beforeAll(async () => {
    Object.assign(process.env, await cloud.environment());
    project.write(layers, "layered");
  });

  it("is deployed", async () => {
    const { lines, questions, report } = await run(project, "deploy", [true]);
    expect({ lines, questions, report, runs: [...cloud.runs.byId.values()].map(({ history }) => history.join(" ")) }).toEqual({});
  });
});
