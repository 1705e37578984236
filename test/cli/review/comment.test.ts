import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { upsertComment } from "../../../cli/review/comment";
import { patient } from "../../../cli/terraform-cloud/patience";
import { markdown } from "../../../review/faces/markdown";
import { nodeGroupReplaced, refused, unchanged } from "../../review/samples";
import { Forge } from "./forge";

const forge = new Forge();
const token = "ghp_notToBeSeen";
const patience = { ...patient, retries: 2, firstMs: 5 };
const folder = mkdtempSync(join(tmpdir(), "comment-"));
const event = join(folder, "event.json");

beforeAll(async () => {
  await forge.start();
  writeFileSync(event, JSON.stringify({ action: "synchronize", pull_request: { number: 12 } }));
});
afterEach(() => forge.reset());
afterAll(async () => {
  await forge.server.stop();
  rmSync(folder, { recursive: true });
});

const gitHub = () => ({ GITHUB_TOKEN: token, GITHUB_REPOSITORY: "example/platform", GITHUB_API_URL: `${forge.server.url}/github`, GITHUB_EVENT_PATH: event });
const gitLab = () => ({ GITLAB_TOKEN: token, CI_API_V4_URL: `${forge.server.url}/gitlab`, CI_PROJECT_ID: "7", CI_PROJECT_URL: "https://gitlab.com/example/platform", CI_MERGE_REQUEST_IID: "3" });
const upsert = (text: string, env: NodeJS.ProcessEnv) => upsertComment(text, env, { patience });
const [older, newer, other] = [markdown(nodeGroupReplaced), markdown(unchanged), markdown(refused)];
const list = "/github/repos/example/platform/issues/12/comments";

describe.each([["GitHub", gitHub, "https://github.com/example/platform/pull/12#issuecomment-"], ["GitLab", gitLab, "https://gitlab.com/example/platform/-/merge_requests/3#note_"]])("%s", (_name, env, address) => {
  it("has one comment for each environment, and a later review takes the place of an earlier one", async () => {
    const first = await upsert(older, env());
    const second = await upsert(other, env());
    expect(first).toBe(`${address}${forge.comments[0]!.id}`);
    expect(second).toBe(`${address}${forge.comments[1]!.id}`);
    expect(await upsert(newer, env())).toBe(first);
    expect(forge.comments.map(({ body }) => body)).toEqual([newer, other]);
  });

  it("is left as it is where it says the same", async () => {
    forge.write(forge.me, older.trimEnd().replaceAll("\n", "\r\n"));
    forge.server.heard();
    await upsert(older, env());
    expect(forge.server.heard().filter((line) => !line.includes("graphql") && !line.startsWith("GET"))).toEqual([]);
  });

  it("of a later run stays, whichever run ends first; the same run writes again", async () => {
    const of = (run: number) => ({ ...env(), GITHUB_RUN_ID: `${run}`, CI_PIPELINE_ID: `${run}` });
    const address = await upsert(newer, of(9));
    expect(await upsert(older, of(8))).toBe(`${address} is of a later run, and stays`);
    expect(forge.comments[0]!.body).toContain(newer.split("\n").slice(1).join("\n"));
    for (const run of [9, 10]) expect([await upsert(older, of(run)), forge.comments.map(({ body }) => body)]).toEqual([address, [older.replace("\n", `\n<!-- run ${run} -->\n`)]]);
  });

  it("is found behind more than a page of others", async () => {
    for (let count = 0; count < 250; count += 1) forge.write("somebody", `comment ${count}`);
    const own = forge.write(forge.me, older);
    await upsert(newer, env());
    expect([forge.comments.length, own.body]).toEqual([251, newer]);
  });

  it("is never written over what somebody else wrote, marker or not", async () => {
    const planted = forge.write("mallory", older);
    await upsert(newer, env());
    expect(planted.body).toBe(older);
    expect(forge.comments.map(({ author }) => author)).toEqual(["mallory", forge.me]);
  });

  it("is written once, also where the answer to the first request is lost", async () => {
    forge.server.inject({ on: /^POST .*(comments|notes)$/, kind: "lost", count: 1 });
    await upsert(older, env());
    expect(forge.comments.map(({ body }) => body)).toEqual([older]);
  });

  it("comes also where the forge is busy", async () => {
    forge.server.inject({ on: /^GET .*(comments|notes)$/, kind: "throttle", count: 1 });
    forge.server.inject({ on: /^GET .*(comments|notes)$/, kind: "unavailable", count: 1 });
    await upsert(older, env());
    expect(forge.comments).toHaveLength(1);
  });
});

it("waits where GitHub says with 403 how long", async () => {
  let asked = 0;
  const busy = { status: 403, json: { message: "You have exceeded a secondary rate limit" }, headers: { "retry-after": "0" } };
  forge.server.add({ "POST /github/graphql": () => ((asked += 1) === 1 ? busy : { status: 200, json: { data: { viewer: { login: forge.me } } } }) });
  await upsert(older, gitHub());
  expect([asked, forge.comments.length]).toEqual([2, 1]);
});

it("sends the token to the forge in its own header, and to nobody else", async () => {
  await upsert(older, gitHub());
  expect([...new Set(forge.server.log.map(({ authorization }) => authorization))]).toEqual([`Bearer ${token}`]);
});

it("takes the number of the pull request from the command, too", async () => {
  const { GITHUB_EVENT_PATH: _event, ...env } = gitHub();
  await upsertComment(older, env, { patience, pullRequest: 12 });
  expect(forge.comments).toHaveLength(1);
});

const needs = "a workflow needs `permissions: pull-requests: write`, and may only read at a pull request of a fork";

describe("refuses", () => {
  const nowhere = "comment: expected a pull request (GITHUB_REPOSITORY with a pull_request event or --pull-request), or a merge request of GitLab (CI_MERGE_REQUEST_IID), got nothing   [comment-place]";

  it.each([
    ["outside of both", () => ({}), nowhere],
    ["without a pull request", () => ({ ...gitHub(), GITHUB_EVENT_PATH: undefined }), nowhere],
    ["without a token of GitHub", () => ({ ...gitHub(), GITHUB_TOKEN: "" }), 'GITHUB_TOKEN: expected a token that may write comments, got nothing; try "env: GITHUB_TOKEN: ${{ github.token }}"   [comment-token]'],
    ["without a token of GitLab", () => ({ ...gitLab(), GITLAB_TOKEN: undefined }), 'GITLAB_TOKEN: expected a token that may write comments, got nothing; try "a masked variable of the project with a project access token of the scope api"   [comment-token]'],
    ["http elsewhere than here", () => ({ ...gitHub(), GITHUB_API_URL: "http://github.example.com/api/v3" }), 'GITHUB_API_URL: expected an https address, got "http://github.example.com/api/v3"; the token goes there   [comment-address]'],
  ])("%s", async (_what, env, sentence) => {
    await expect(upsert(older, env())).rejects.toThrow(new Error(sentence));
  });

  it("a token that may not write, and says what it needs", async () => {
    const refusal = { status: 403, json: { message: "Resource not accessible by integration" } };
    const host = new URL(forge.server.url).host;
    forge.server.add({ [`POST ${list}`]: () => refusal });
    const failure = await upsert(older, gitHub()).catch((error: Error) => error.message);
    expect(failure).toBe(`${host} POST ${list}: expected a token that may write comments there, got "403: Resource not accessible by integration"; ${needs}   [comment-token]`);
    expect(failure).not.toContain(token);
  });

  it("a forge that gives no answer", async () => {
    forge.server.inject({ on: /^GET .*user$/, kind: "cut", count: 9 });
    await expect(upsert(older, gitLab())).rejects.toThrow(`${new URL(forge.server.url).host} GET /gitlab/user: expected an answer, got "other side closed, 3 times"   [comment-answer]`);
  });

  it("a next page on another host", async () => {
    forge.server.add({ "GET /gitlab/projects/7/merge_requests/3/notes": () => ({ status: 200, json: [], headers: { link: '<https://elsewhere.example.com/notes>; rel="next"' } }) });
    await expect(upsert(older, gitLab())).rejects.toThrow('expected its next page on the same host, got "https://elsewhere.example.com"; the token goes there   [comment-answer]');
  });
});
