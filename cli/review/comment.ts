import { type Patience, patient } from "../terraform-cloud/patience";
import { gitHubPlace } from "./comment-github";
import { gitLabPlace } from "./comment-gitlab";
import { type CommentPlace, noPlace } from "./comment-place";

export interface CommentOptions {
  /** Of GitHub, where no event says it. */
  readonly pullRequest?: number;
  readonly patience?: Patience;
}

/** One comment for each environment: a later review takes the place of an earlier one, and never the other way round. Its address. */
export async function upsertComment(markdown: string, env: NodeJS.ProcessEnv, options: CommentOptions = {}): Promise<string> {
  const place = commentPlace(env, options);
  const [marker, ...rest] = markdown.split("\n") as [string, ...string[]];
  const run = runIn(env);
  const body = run === undefined ? markdown : [marker, `<!-- run ${run} -->`, ...rest].join("\n");
  const before = (await place.own()).find((comment) => comment.body.startsWith(marker));
  if (before === undefined) return (await place.create(body)).url;
  if (run !== undefined && run < (writtenBy(before.body) ?? run)) return `${before.url} is of a later run, and stays`;
  // Forges end lines in their own way.
  if (before.body.replaceAll("\r\n", "\n").trim() === body.trim()) return before.url;
  return (await place.replace(before, body)).url;
}

/** Of the pipeline. It grows from commit to commit, and stays where a job runs again. Of commits nobody can tell: a branch may go back. */
function runIn(env: NodeJS.ProcessEnv): number | undefined {
  const id = env["GITHUB_RUN_ID"] ?? env["CI_PIPELINE_ID"];
  return id === undefined ? undefined : Number(id);
}

function writtenBy(body: string): number | undefined {
  const run = /^.*\n<!-- run (\d+) -->/.exec(body)?.[1];
  return run === undefined ? undefined : Number(run);
}

/** Where the comment goes, by the variables of a pipeline. Throws where they name no pull request, or hold no token. */
export function commentPlace(env: NodeJS.ProcessEnv, { pullRequest, patience = patient }: CommentOptions): CommentPlace {
  const [repository, mergeRequest] = [env["GITHUB_REPOSITORY"], env["CI_MERGE_REQUEST_IID"]];
  if (repository !== undefined) return gitHubPlace(env, repository, pullRequest, patience);
  if (mergeRequest !== undefined) return gitLabPlace(env, mergeRequest, patience);
  throw noPlace();
}
