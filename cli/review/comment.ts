import { type Patience, patient } from "../terraform-cloud/patience";
import { gitHubPlace } from "./comment-github";
import { gitLabPlace } from "./comment-gitlab";
import { type CommentPlace, noPlace } from "./comment-place";

export interface CommentOptions {
  /** Of GitHub, where no event says it. */
  readonly pullRequest?: number;
  readonly patience?: Patience;
}

/** One comment for each environment: a later review takes the place of an earlier one. Its address. */
export async function upsertComment(markdown: string, env: NodeJS.ProcessEnv, options: CommentOptions = {}): Promise<string> {
  const place = commentPlace(env, options);
  const marker = markdown.split("\n", 1)[0]!;
  const before = (await place.own()).find(({ body }) => body.startsWith(marker));
  if (before === undefined) return (await place.create(markdown)).url;
  // Forges end lines in their own way.
  if (before.body.replaceAll("\r\n", "\n").trim() === markdown.trim()) return before.url;
  return (await place.replace(before, markdown)).url;
}

/** Where the comment goes, by the variables of a pipeline. Throws where they name no pull request, or hold no token. */
export function commentPlace(env: NodeJS.ProcessEnv, { pullRequest, patience = patient }: CommentOptions): CommentPlace {
  const [repository, mergeRequest] = [env["GITHUB_REPOSITORY"], env["CI_MERGE_REQUEST_IID"]];
  if (repository !== undefined) return gitHubPlace(env, repository, pullRequest, patience);
  if (mergeRequest !== undefined) return gitLabPlace(env, mergeRequest, patience);
  throw noPlace();
}
