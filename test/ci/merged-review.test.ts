import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { execa } from "execa";
import { temporaryFolder } from "../harness";
import { recipes } from "./recipes";

const review = { format: 1, environment: "dev", verdict: { kind: "changes" } };
/** What GitLab has of a project with a merged merge request whose newer pipeline reviewed it. */
const whole: Readonly<Record<string, unknown>> = {
  "repository/commits/c0ffee/merge_requests": [{ iid: 6, state: "opened" }, { iid: 7, state: "merged" }],
  "merge_requests/7/pipelines": [{ id: 43, source: "push" }, { id: 42, source: "merge_request_event" }, { id: 41, source: "merge_request_event" }],
  "pipelines/42/jobs?per_page=100": [{ id: 1, name: "review-prod" }, { id: 2, name: "review-dev", web_url: "https://gitlab.example.com/jobs/2" }],
  "jobs/2/artifacts/review.json": review,
};

let answers = whole;
const server: Server = createServer(({ url, headers }, response) => {
  const answer = headers["private-token"] === "token" ? answers[url!.replace("/api/v4/projects/12/", "")] : undefined;
  response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer ?? {}));
});
beforeAll(() => new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening)));
afterAll(() => server.close());

async function fetched(served: Readonly<Record<string, unknown>>, env: NodeJS.ProcessEnv = {}) {
  answers = served;
  const cwd = temporaryFolder();
  const api = { CI_API_V4_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`, CI_PROJECT_ID: "12", CI_COMMIT_SHA: "c0ffee", CI_COMMIT_BRANCH: "main", GITLAB_TOKEN: "token" };
  const { exitCode, stderr } = await execa(process.execPath, [join(recipes, "gitlab/merged-review.mjs"), "review-dev"], { cwd, env: { ...api, ...env }, reject: false });
  return { exitCode, stderr, file: join(cwd, "review.json") };
}

it("the review of the merged merge request is what its newest pipeline kept", async () => {
  const { exitCode, file } = await fetched(whole);
  expect({ exitCode, written: JSON.parse(readFileSync(file, "utf8")) as unknown }).toEqual({ exitCode: 0, written: review });
});

it.each([
  ["a commit that nobody merged", { ...whole, "repository/commits/c0ffee/merge_requests": [{ iid: 6, state: "opened" }] }, {}, "commit c0ffee is of no merged merge request"],
  ["a merge request without a review", { ...whole, "merge_requests/7/pipelines": [{ id: 43, source: "push" }] }, {}, "nothing was reviewed of merge request !7"],
  ["a review that is no longer kept", { ...whole, "jobs/2/artifacts/review.json": undefined }, {}, "GitLab answered 404 to jobs/2/artifacts/review.json"],
  ["a job without a token", whole, { GITLAB_TOKEN: "" }, "expected a token that may read the API in GITLAB_TOKEN, got nothing"],
])("%s says what to do instead", async (_, served, env, why) => {
  expect(await fetched(served, env)).toMatchObject({ exitCode: 1, stderr: `review-dev: ${why}. Start a pipeline on main by hand: it reviews what is there, and its deploy job deploys that.` });
});
