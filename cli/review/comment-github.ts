import { readFileSync } from "node:fs";
import { ProblemsError } from "../../kernel/problem";
import type { Patience } from "../terraform-cloud/patience";
import { CommentApi } from "./comment-api";
import { type Comment, type CommentPlace, noPlace, tokenIn } from "./comment-place";

interface IssueComment {
  readonly id: number;
  readonly body?: string;
  readonly html_url: string;
  readonly user?: { readonly login: string; readonly type: string } | null;
}

const needs = "a workflow needs `permissions: pull-requests: write`, and may only read at a pull request of a fork";

/** Comments of a pull request. https://docs.github.com/en/rest/issues/comments */
export function gitHubPlace(env: NodeJS.ProcessEnv, repository: string, pullRequest: number | undefined, patience: Patience): CommentPlace {
  const number = pullRequest ?? numberOfEvent(env["GITHUB_EVENT_PATH"]);
  if (number === undefined) throw noPlace();
  const headers = { authorization: `Bearer ${tokenIn(env, "GITHUB_TOKEN", "env: GITHUB_TOKEN: ${{ github.token }}")}`, accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" };
  const address = env["GITHUB_API_URL"] ?? "https://api.github.com";
  const api = CommentApi.at("GITHUB_API_URL", address, headers, needs, patience);
  // Of Enterprise Server the two stand side by side: /api/v3 and /api/graphql.
  const graphql = CommentApi.at("GITHUB_GRAPHQL_URL", env["GITHUB_GRAPHQL_URL"] ?? `${address.replace(/\/v3\/?$/, "")}/graphql`, headers, needs, patience);
  const comments = `/repos/${repository}/issues/${number}/comments`;
  const own = async () => {
    const login = await loginOf(graphql);
    return (await api.list<IssueComment>(`${comments}?per_page=100`)).filter(({ user }) => user?.login === login || (user?.type === "Bot" && user.login === `${login}[bot]`));
  };
  return {
    own: async () => (await own()).map(commentOf),
    create: async (body) => commentOf(await api.request<IssueComment>("POST", comments, { body }, async () => (await own()).find((one) => one.body?.trim() === body.trim()))),
    replace: async ({ id }, body) => commentOf(await api.request<IssueComment>("PATCH", `/repos/${repository}/issues/comments/${id}`, { body })),
  };
}

/** Whom the token belongs to. REST tells it to nobody who comes with the token of a workflow; GraphQL does. */
async function loginOf(graphql: CommentApi): Promise<string> {
  const { data } = await graphql.request<{ readonly data?: { readonly viewer?: { readonly login: string } } }>("POST", "", { query: "{ viewer { login } }" });
  if (data?.viewer !== undefined) return data.viewer.login;
  throw new ProblemsError([{ path: "GITHUB_TOKEN", expected: "a token that says whose it is", why: needs, rule: "comment-token" }]);
}

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request */
function numberOfEvent(path: string | undefined): number | undefined {
  if (path === undefined) return undefined;
  return (JSON.parse(readFileSync(path, "utf8")) as { readonly pull_request?: { readonly number: number } }).pull_request?.number;
}

function commentOf({ id, body = "", html_url: url }: IssueComment): Comment {
  return { id, body, url };
}
