import { cpSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { terraformFloor } from "../../cli/terraform/terraform";
import { nodeRefused } from "../../cli/requirements.mjs";
import { temporaryFolder } from "../harness";
import { itUnless } from "../skip";
import { actionlint, checkJsonschema, shellcheck } from "./linters";
import { github, gitlab, jenkins, readRecipe, recipes, scripts, stepsOf } from "./recipes";

const workflows = Object.entries(github).filter(([path]) => path.startsWith("workflows/"));
const jobs = workflows.flatMap(([path, { jobs }]) => Object.entries(jobs as Record<string, any>).map(([name, job]) => ({ name: `${path}: ${name}`, job })));

describe("GitHub", () => {
  itUnless(actionlint.missing, "actionlint has nothing to say of the workflows, in the place where they go", async () => {
    const folder = temporaryFolder();
    cpSync(join(recipes, "github"), join(folder, ".github"), { recursive: true });
    await execa("git", ["init", "-q"], { cwd: folder });
    // What shells run is held by a test of its own, in actions, too.
    const { stdout } = await execa(actionlint.path!, ["-no-color", "-shellcheck=", "-pyflakes="], { cwd: folder, reject: false });
    expect(stdout).toBe("");
  });

  itUnless(checkJsonschema.missing, "actions are what GitHub takes", async () => {
    const actions = Object.keys(github).filter((path) => path.startsWith("actions/"));
    expect(await execa(checkJsonschema.path!, ["--builtin-schema", "vendor.github-actions", ...actions.map((path) => join(recipes, "github", path))], { reject: false })).toMatchObject({ exitCode: 0 });
  });

  it("every action of somebody else is pinned by its commit, and the version stands beside it", () => {
    const uses = Object.keys(github).flatMap((path) => [...readRecipe(`github/${path}`).matchAll(/uses: (.*)/g)].map(([, used]) => used!));
    const others = uses.filter((used) => !used.startsWith("./"));
    expect(others.length).toBeGreaterThan(5);
    for (const used of others) expect(used).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    // One commit of each, in whatever file.
    expect(new Set(others).size).toBe(new Set(others.map((used) => used.split("@")[0])).size);
  });

  it("a token may do nothing but what its job says", () => {
    for (const [, workflow] of workflows) expect(workflow["permissions"]).toEqual({});
    expect(Object.fromEntries(jobs.map(({ name, job }) => [name, Object.entries(job.permissions as object).filter(([, value]) => value === "write").map(([key]) => key)]))).toEqual({
      "workflows/deploy-environment.yml: reviewed": ["id-token"],
      "workflows/deploy-environment.yml: deploy": ["id-token"],
      "workflows/deploy.yml: dev": ["id-token"],
      "workflows/deploy.yml: staging": ["id-token"],
      "workflows/deploy.yml: prod": ["id-token"],
      "workflows/drift.yml: drift": ["id-token"],
      "workflows/review.yml: review": ["id-token", "pull-requests"],
    });
  });

  it("a fork's code gets no credentials", () => {
    expect(Object.keys(github["workflows/review.yml"]!["on"] as object)).toEqual(["pull_request"]);
    expect(github["workflows/review.yml"]!["jobs"].review.if).toBe("github.event.pull_request.head.repo.full_name == github.repository");
    for (const path of Object.keys(github)) expect(readRecipe(`github/${path}`)).not.toMatch(/pull_request_target|workflow_run/);
  });

  it("every job has an end, and leaves no token in the checkout", () => {
    for (const { job } of jobs.filter(({ job }) => job.uses === undefined)) expect(job["timeout-minutes"]).toEqual(expect.any(Number));
    const checkouts = Object.values(github).flatMap(stepsOf).filter(({ uses }) => String(uses).startsWith("actions/checkout@"));
    expect(checkouts).toHaveLength(4);
    for (const checkout of checkouts) expect(checkout["with"]).toEqual({ "fetch-depth": 0, "persist-credentials": false });
  });

  it("a deploy is cut off by nothing; a review, which takes no lock, by that of a newer commit", () => {
    const groups = [...workflows.map(([, workflow]) => workflow), ...jobs.map(({ job }) => job)].flatMap(({ concurrency }) => concurrency ?? []);
    expect(Object.fromEntries(groups.map((one) => [one.group, one["cancel-in-progress"]]))).toEqual({ "deploy-${{ inputs.environment }}": false, drift: false, "review-${{ github.event.pull_request.number }}": true });
  });
});

describe("GitLab", () => {
  itUnless(checkJsonschema.missing, "the pipeline is what GitLab takes", async () => {
    const file = join(recipes, "gitlab", ".gitlab-ci.yml");
    expect(await execa(checkJsonschema.path!, ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", file], { reject: false })).toMatchObject({ exitCode: 0 });
  });

  const keywords = ["workflow", "stages", "default", "variables"];
  const all = Object.entries(gitlab).filter(([name]) => !keywords.includes(name));

  it("what jobs extend and need is there", () => {
    const names = all.map(([name]) => name);
    const named = all.flatMap(([, job]) => [job.extends ?? [], ...((job.rules ?? []) as { needs?: string[] }[]).map(({ needs }) => needs ?? [])].flat(2) as string[]);
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) expect(names).toContain(name);
    expect([...new Set(all.flatMap(([, { stage }]) => stage ?? []))]).toEqual(gitlab["stages"]);
  });

  it("a deploy is of main alone, and one at a time", () => {
    const deploys = all.filter(([name]) => name.startsWith("deploy-"));
    expect(deploys.map(([name]) => name)).toEqual(["deploy-dev", "deploy-staging", "deploy-prod"]);
    expect(gitlab["workflow"].rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }, { if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" }]);
    for (const [, job] of deploys) for (const rule of job.rules as { if: string }[]) expect(rule.if).toMatch(/^\$CI_PIPELINE_SOURCE == "(push|web)"$/);
    expect(gitlab[".deploy"]).toMatchObject({ resource_group: "$ENVIRONMENT", variables: { ROLE: "platform-deploy" } });
    expect(gitlab["default"].interruptible).toBe(false);
    expect(all.filter(([, job]) => JSON.stringify(job).includes('"interruptible":true')).map(([name]) => name)).toEqual([".review"]);
  });
});

describe("Jenkins", () => {
  // Its linter is the controller's own, and the one on npm brings a Java and a Groovy of 100 MB.
  it("brackets and quotes of the Jenkinsfile close, and its stages are review, approve, deploy", () => {
    const code = jenkins.replaceAll(/\/\/.*$|\/\*\*[^]*?\*\//gm, "").replaceAll(/'[^'\n]*'|"[^"\n]*"/g, "");
    expect(code).not.toMatch(/['"]/);
    let inner = code.replaceAll(/[^()[\]{}]/g, "");
    for (let before = ""; inner !== before; ) [before, inner] = [inner, inner.replaceAll(/\(\)|\[\]|\{\}/g, "")];
    expect(inner).toBe("");
    expect([...jenkins.matchAll(/stage\("(.*) \$\{environment\}"\)/g)].map(([, name]) => name)).toEqual(["Review", "Approve", "Deploy"]);
  });

  it("only main is deployed, and only what somebody approved", () => {
    expect(jenkins.match(/\bdeploy\(.*/g)).toEqual(["deploy(environment)", "deploy(String environment) {"]);
    expect(jenkins).toMatch(/if \(env\.BRANCH_NAME == 'main' && !nightly\) \{\n.*\n {4}if \(review\(environment\)\) \{\n {6}approve\(environment\)\n {6}deploy\(environment\)/);
  });
});

describe("what shells run", () => {
  it.each(scripts)("$where: a shell can read it, and no expression of the CI system is pasted into it", async ({ text }) => {
    expect(await execa("bash", ["-n"], { input: text, reject: false })).toMatchObject({ exitCode: 0, stderr: "" });
    expect(text).not.toContain("${{");
  });

  itUnless(shellcheck.missing, "shellcheck has nothing to say", async () => {
    const found = await Promise.all(scripts.map(async ({ where, text }) => ({ where, said: (await execa(shellcheck.path!, ["--shell=bash", "--format=gcc", "-"], { input: text, reject: false })).stdout })));
    expect(found.filter(({ said }) => said !== "")).toEqual([]);
  });
});

const recipeFiles = [...Object.keys(github).map((path) => `github/${path}`), "gitlab/.gitlab-ci.yml", "jenkins/Jenkinsfile", "image/Dockerfile"];

it.each(recipeFiles)("%s holds no key and no password", (path) => {
  expect(readRecipe(path)).not.toMatch(/secrets\.|AKIA|aws-access-key-id|AWS_SECRET_ACCESS_KEY|AWS_ACCESS_KEY_ID|password/i);
});

it("every system has the Node and the Terraform that the commands want", () => {
  const text = recipeFiles.map(readRecipe).join("\n");
  const terraforms = [...text.matchAll(/(?:terraform_version: |hashicorp\/terraform:)(.*?)(?: AS .*)?$/gm)].map(([, version]) => version!);
  expect(terraforms).toHaveLength(2);
  for (const version of terraforms) expect(version.split(".").map(Number).slice(0, 2)).toEqual([terraformFloor.major, terraformFloor.minor]);
  const nodes = [...text.matchAll(/(?:node-version: |node:)(\d+)/g)].map(([, version]) => version!);
  expect(nodes).toHaveLength(2);
  for (const version of nodes) expect(nodeRefused(`v${version}.12.0`)).toBeUndefined();
});
