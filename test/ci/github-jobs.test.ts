import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa, execaSync } from "execa";
import { CommandProject } from "../cli/command-project";
import { itUnless } from "../skip";
import { github, stepsOf } from "./recipes";

const jq = execaSync("jq", ["--version"], { reject: false }).failed ? "jq, which GitHub's machines have, is not here" : undefined;
const stepNamed = (path: string, name: string) => stepsOf(github[path]!).find((step) => step["name"] === name)!["run"] as string;

const project = new CommandProject();
const summary = join(project.temporary, "summary.md");
const output = join(project.temporary, "output");

/** Runs a step as GitHub's runner does. */
function step(run: string) {
  writeFileSync(output, "");
  const env = { TMPDIR: project.temporary, ENVIRONMENT: "qa", COMMENT: "false", GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output };
  return execa("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", run], { cwd: project.root, env, reject: false, all: true, stdin: "ignore" });
}

itUnless(jq, "the review's step passes with changes, and tells them to the steps after it", async () => {
  project.layers({ network: { a: "one" } }, "one");
  const { exitCode, all } = await step(stepNamed("actions/review/action.yml", "Review"));
  expect({ exitCode, all }).toMatchObject({ exitCode: 0, all: expect.stringContaining("::notice title=qa::changes") });
  expect(readFileSync(output, "utf8")).toBe("verdict=changes\n");
  expect(readFileSync(summary, "utf8")).toContain("<!-- eks-platform review qa -->");
  expect(existsSync(join(project.root, "review.html"))).toBe(true);
});

itUnless(jq, "the deploy's step applies what was reviewed, and fails at a plan that nobody has read", async () => {
  const deploy = stepNamed("workflows/deploy-environment.yml", "Deploy");
  expect(await step(deploy)).toMatchObject({ exitCode: 0 });
  expect(project.held("qa")).toEqual(["network_a"]);
  project.layers({ network: { a: "one", b: "two" } }, "one");
  expect(await step(deploy)).toMatchObject({ exitCode: 1, all: expect.stringContaining("[plan-unreviewed]") });
  expect(project.held("qa")).toEqual(["network_a"]);
});
