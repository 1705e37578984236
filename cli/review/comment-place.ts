import { ProblemsError } from "../../kernel/problem";

export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
}

/** Where comments stand: a pull request of GitHub, a merge request of GitLab. */
export interface CommentPlace {
  /** Those that whom the token belongs to wrote. Others can write a marker, too, and could change what stands behind it. */
  readonly own: () => Promise<readonly Comment[]>;
  readonly create: (body: string) => Promise<Comment>;
  readonly replace: (comment: Comment, body: string) => Promise<Comment>;
}

export function tokenIn(env: NodeJS.ProcessEnv, variable: string, suggestion: string): string {
  const token = env[variable];
  if (token !== undefined && token !== "") return token;
  throw new ProblemsError([{ path: variable, expected: "a token that may write comments", suggestion, rule: "comment-token" }]);
}

export function noPlace(): ProblemsError {
  const expected = "a pull request (GITHUB_REPOSITORY with a pull_request event or --pull-request), or a merge request of GitLab (CI_MERGE_REQUEST_IID)";
  return new ProblemsError([{ path: "comment", expected, rule: "comment-place" }]);
}
