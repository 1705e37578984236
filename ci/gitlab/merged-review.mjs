// Writes review.json: what a job of the merge request reviewed whose merge this commit is. The argument names the job.
import { writeFileSync } from "node:fs";

const { CI_API_V4_URL, CI_PROJECT_ID, CI_COMMIT_SHA, CI_COMMIT_BRANCH, GITLAB_TOKEN } = process.env;
const [jobName] = process.argv.slice(2);

await fetchReview().catch((error) => {
  process.stderr.write(`${jobName}: ${error.message}. Start a pipeline on ${CI_COMMIT_BRANCH} by hand: it reviews what is there, and its deploy job deploys that.\n`);
  process.exitCode = 1;
});

async function fetchReview() {
  if (!GITLAB_TOKEN) throw new Error("expected a token that may read the API in GITLAB_TOKEN, got nothing");
  const merged = (await read(`repository/commits/${CI_COMMIT_SHA}/merge_requests`)).find(({ state }) => state === "merged");
  if (merged === undefined) throw new Error(`commit ${CI_COMMIT_SHA} is of no merged merge request`);
  // The newest comes first.
  const pipeline = (await read(`merge_requests/${merged.iid}/pipelines`)).find(({ source }) => source === "merge_request_event");
  if (pipeline === undefined) throw new Error(`nothing was reviewed of merge request !${merged.iid}`);
  const job = (await read(`pipelines/${pipeline.id}/jobs?per_page=100`)).find(({ name }) => name === jobName);
  if (job === undefined) throw new Error(`pipeline ${pipeline.id} of merge request !${merged.iid} has no such job`);
  const review = await read(`jobs/${job.id}/artifacts/review.json`);
  writeFileSync("review.json", JSON.stringify(review));
  process.stdout.write(`${jobName}: as reviewed in merge request !${merged.iid}, ${job.web_url}\n`);
}

async function read(path) {
  const response = await fetch(`${CI_API_V4_URL}/projects/${CI_PROJECT_ID}/${path}`, { headers: { "PRIVATE-TOKEN": GITLAB_TOKEN } });
  if (!response.ok) throw new Error(`GitLab answered ${response.status} to ${path}`);
  return response.json();
}
