import type { Patience } from "../terraform-cloud/patience";
import { CommentApi } from "./comment-api";
import { type CommentPlace, noPlace, tokenIn } from "./comment-place";

interface Note {
  readonly id: number;
  readonly body: string;
  readonly author: { readonly id: number };
}

const needs = "a project access token with the scope api and the role Reporter; CI_JOB_TOKEN cannot write notes";

/** Notes of a merge request. https://docs.gitlab.com/api/notes/#merge-requests */
export function gitLabPlace(env: NodeJS.ProcessEnv, mergeRequest: string, patience: Patience): CommentPlace {
  // In the pipeline of a fork, CI_PROJECT_ID is the fork.
  const [project, url] = [env["CI_MERGE_REQUEST_PROJECT_ID"] ?? env["CI_PROJECT_ID"], env["CI_MERGE_REQUEST_PROJECT_URL"] ?? env["CI_PROJECT_URL"] ?? ""];
  if (project === undefined) throw noPlace();
  const token = tokenIn(env, "GITLAB_TOKEN", "a masked variable of the project with a project access token of the scope api");
  const api = CommentApi.at("CI_API_V4_URL", env["CI_API_V4_URL"] ?? "https://gitlab.com/api/v4", { "private-token": token }, needs, patience);
  const notes = `/projects/${project}/merge_requests/${mergeRequest}/notes`;
  const own = async () => {
    const { id } = await api.request<{ readonly id: number }>("GET", "/user");
    return (await api.list<Note>(`${notes}?per_page=100`)).filter(({ author }) => author.id === id);
  };
  const commentOf = ({ id, body }: Note) => ({ id, body, url: `${url}/-/merge_requests/${mergeRequest}#note_${id}` });
  return {
    own: async () => (await own()).map(commentOf),
    create: async (body) => commentOf(await api.request<Note>("POST", notes, { body }, async () => (await own()).find((one) => one.body.trim() === body.trim()))),
    replace: async ({ id }, body) => commentOf(await api.request<Note>("PUT", `${notes}/${id}`, { body })),
  };
}
