import { cloudPlaceOf } from "../../../cli/review/cloud-place";
import { deleteWorkspaces } from "../../../cli/review/review-cleanup-command";
import { ReviewWorkspaces, reviewTag, type Workspace } from "../../../cli/review/review-workspaces";
import { seeded } from "../../../cli/review/seed";
import { TerraformCloud } from "../../../cli/terraform-cloud/terraform-cloud";
import { standInHost, useTerraformCloud } from "../../terraform-cloud/stand-in";
import { told } from "../layered-project";

const cloud = useTerraformCloud();
const name = "eks-platform-qa-network-review";
const path = `${standInHost}/example/${name}`;
let workspaces: ReviewWorkspaces;
let workspace: Workspace;

const state = (serial: number, lineage = "one", value = "a") => JSON.stringify({ version: 4, terraform_version: "1.11.4", serial, lineage, outputs: { vpc: { value, type: "string" } }, resources: [], check_results: null });
const there = () => cloud.workspaces.named(name);
const serials = () => there().states.map(({ state: { serial, lineage } }) => `${lineage} ${serial}`);

beforeEach(async () => {
  cloud.workspaces.byId.clear();
  cloud.runs.byId.clear();
  const client = await TerraformCloud.discover(new URL(`https://${standInHost}`), { env: await cloud.environment(), patience: { retries: 3, firstMs: 1, pollMs: 10, workMs: 1000, pendingMs: 60 } });
  workspaces = new ReviewWorkspaces(client, { environment: "qa", organization: "example", project: null, terraformVersion: "1.11.4" });
  workspace = await workspaces.ensure(name);
  cloud.server.heard();
});

describe("a state", () => {
  it("is written where there is none, and where it goes on from the one that is there", async () => {
    await seeded(workspaces, workspace, state(1));
    await seeded(workspaces, workspace, state(5));
    expect(serials()).toEqual(["one 5", "one 1"]);
    expect(there()).toMatchObject({ id: workspace.id });
    expect(there().lock).toBeUndefined();
  });

  it("is not written where it is there, nor a workspace made anew for one that never was", async () => {
    expect(await seeded(workspaces, workspace, undefined)).toBe(workspace);
    await seeded(workspaces, workspace, state(1));
    cloud.server.heard();
    await seeded(workspaces, workspace, state(1));
    expect(cloud.server.heard().filter((line) => !line.startsWith("GET"))).toEqual([]);
  });

  const others = [
    ["of another lineage", state(7, "two"), ["two 7"]],
    ["that went back", state(3), ["one 3"]],
    ["of the same serial with other content", state(5, "one", "b"), ["one 5"]],
    ["that is gone", undefined, []],
  ] as const;
  it.each(others)("%s gets a workspace of its own", async (_, other, expected) => {
    await seeded(workspaces, workspace, state(5));
    expect((await seeded(workspaces, workspace, other)).id).not.toBe(workspace.id);
    expect(serials()).toEqual(expected);
  });

  it("is not written when it is refused, and the lock is given back", async () => {
    await seeded(workspaces, workspace, state(1));
    cloud.server.inject({ on: /\/state-versions$/, kind: "unavailable", count: 4 });
    await expect(seeded(workspaces, workspace, state(2))).rejects.toThrow(/POST workspaces\/ws-\w+\/state-versions: expected an answer, got "the server answered with 503, 4 times" {3}\[cloud-answer\]$/);
    expect(there().lock).toBeUndefined();
    expect(serials()).toEqual(["one 1"]);
  });
});

describe("a lock", () => {
  it("that a killed review left is given back", async () => {
    there().lock = { by: { type: "users", id: "somebody" }, reason: "eks-platform review: a state is written by ci@runner, process 7" };
    await seeded(workspaces, workspace, state(1));
    expect(serials()).toEqual(["one 1"]);
    expect(there().lock).toBeUndefined();
  });

  it("of somebody else stays, and is told", async () => {
    const lock = { by: { type: "users", id: "somebody" }, reason: "Friday" } as const;
    there().lock = lock;
    await expect(seeded(workspaces, workspace, state(1))).rejects.toThrow(`${path}: expected a workspace that nobody has locked, got "Friday"; a review writes the real state into it; unlock it there, or wait   [review-workspace]`);
    expect(there().lock).toEqual(lock);
    expect(serials()).toEqual([]);
  });
});

describe("a workspace", () => {
  it("gets its settings back, but keeps an agent that somebody gave it", async () => {
    Object.assign(there().settings, { "auto-apply": true, "execution-mode": "local" });
    expect((await workspaces.ensure(name)).attributes).toMatchObject({ "auto-apply": false, "execution-mode": "remote" });
    Object.assign(there().settings, { "execution-mode": "agent" });
    expect((await workspaces.ensure(name)).attributes).toMatchObject({ "execution-mode": "agent" });
  });

  const others = [
    ["without the tag", () => (there().tags = [])],
    ["of another environment", () => (there().settings.description = "Plans of the environment prod for review.")],
  ] as const;
  it.each(others)("%s is somebody else's: no state goes there, it is not listed, and not deleted", async (_, change) => {
    change();
    const sentence = `${path}: expected a workspace with the tag ${reviewTag} and the description of one of qa, got "one without"; it is somebody else's, and a review would put a state into it   [review-workspace]`;
    await expect(workspaces.ensure(name)).rejects.toThrow(sentence);
    expect(await workspaces.all()).toEqual([]);
    await expect(workspaces.delete((await workspaces.read(workspace))!)).rejects.toThrow(sentence);
    expect(there().id).toBe(workspace.id);
  });

  it("in which something could be applied is not deleted", async () => {
    const configuration = { id: "cv-1", organization: "example", workspace: there(), speculative: false };
    cloud.runs.byId.set("run-1", { id: "run-1", organization: "example", workspace: there(), configuration, options: { planOnly: false }, status: "applied", history: [], checks: { policyChecks: [], stages: [] }, plan: { id: "plan-1" }, apply: { id: "apply-1" } } as never);
    await expect(workspaces.delete(workspace)).rejects.toThrow(`${path}: expected plan-only runs and no others, got "1 that may apply"; a workspace that manages something is not deleted here   [review-workspace]`);
    expect(there().id).toBe(workspace.id);
  });

  it("is made in the project that the environment names", async () => {
    const within = (project: string) => new ReviewWorkspaces(workspaces.cloud, { ...workspaces.place, project });
    await within("platform & reviews").ensure(`${name}-2`);
    expect(cloud.workspaces.named(`${name}-2`).project).toBe("prj-example-2");
    await expect(within("platform").ensure(`${name}-3`)).rejects.toThrow(`${standInHost}/example: expected a project that the token may see, got "platform"   [cloud-answer]`);
  });

  it("is asked for in an organization that the token sees", async () => {
    const client = await TerraformCloud.discover(new URL(`https://${standInHost}`), { env: await cloud.environment() });
    const elsewhere = new ReviewWorkspaces(client, { ...workspaces.place, organization: "theirs" });
    await expect(elsewhere.ensure(name)).rejects.toThrow(`${standInHost}: expected an organization in which the token may make workspaces, got "theirs"   [cloud-answer]`);
    await expect(elsewhere.all()).rejects.toThrow(`${standInHost}: expected an organization that the token may see, got "theirs"   [cloud-answer]`);
  });
});

describe("review-cleanup", () => {
  const place = { hostname: standInHost, organization: "example", project: null };
  const cleanUp = async (environment: string, answer: boolean): Promise<readonly string[]> => {
    const env = await cloud.environment();
    return told((progress) => deleteWorkspaces(environment, place, progress, () => Promise.resolve(answer), { env }));
  };

  it("lists the workspaces of the environment, and deletes them when that is confirmed", async () => {
    await seeded(workspaces, workspace, state(1));
    cloud.workspaces.make("example", { name: "eks-platform-qa-other-review" }, [{ key: reviewTag, value: null }]);
    cloud.workspaces.make("example", { name: "eks-platform-qa-network" });
    expect(await cleanUp("qa", false)).toEqual([`  ${path}`]);
    expect(await cleanUp("prod", true)).toEqual([`${standInHost}/example: no review workspaces of prod`]);
    expect(cloud.workspaces.byId.size).toBe(3);
    expect(await cleanUp("qa", true)).toEqual([`  ${path}`, `  ok      ${name}: deleted`]);
    expect([...cloud.workspaces.byId.values()].map(({ settings }) => settings.name)).toEqual(["eks-platform-qa-other-review", "eks-platform-qa-network"]);
  });

  it("and a review say where: the command before the environment's file, and neither is a refusal", () => {
    const cloudOf = (organization: string) => ({ cloud: { organization, hostname: "tfe.example.com", project: "reviews" } });
    expect(cloudPlaceOf("qa", cloudOf("one"), {})).toEqual({ hostname: "tfe.example.com", organization: "one", project: "reviews" });
    expect(cloudPlaceOf("qa", cloudOf("one"), { host: "app.terraform.io", organization: "two" })).toEqual({ hostname: "app.terraform.io", organization: "two", project: "reviews" });
    expect(cloudPlaceOf("qa", { cloud: null }, { organization: "two" })).toEqual({ hostname: "app.terraform.io", organization: "two", project: null });
    expect(() => cloudPlaceOf("qa", { cloud: null }, {})).toThrow("envs/qa/environment.ts: expected review.cloud with an organization of Terraform Cloud, or --organization, got nothing; --local plans on this machine, without an account   [review-place]");
    expect(() => cloudPlaceOf("qa", { cloud: null }, { organization: "two", host: "http://tfe.example.com" })).toThrow('--host: expected the name of a host, got "http://tfe.example.com"; try "app.terraform.io"   [review-place]');
  });
});
