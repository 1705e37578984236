import { execa } from "execa";
import { type Problem, ProblemsError } from "../../kernel/problem";
import { headOf } from "../deploy/commit";

/** The commit that is published. */
export interface Source {
  readonly commit: string;
  /** `name <mail> seconds zone`, as git writes it: what is made from the commit is made by its committer, at its time. */
  readonly committer: string;
  /** Where others find it. Nothing where there is no remote, or one on this machine. */
  readonly repository?: string;
}

/** @throws ProblemsError where the checkout is not exactly a commit. */
export async function sourceOf(root: string): Promise<Source> {
  const head = await headOf(root);
  if (head === undefined) throw new ProblemsError([{ path: "publish", expected: "a git checkout with a commit", got: undefined, why: "what is published names the commit that it came from", rule: "publish-commit" }]);
  if (head.dirty) throw new ProblemsError([await uncommitted(root)]);
  const [committer, remote] = await Promise.all([git(root, "log", "-1", "--date=raw", "--format=%cn <%ce> %cd"), git(root, "remote", "get-url", "origin")]);
  const repository = publicAddress(remote);
  return { commit: head.commit, committer, ...(repository !== undefined && { repository }) };
}

async function uncommitted(root: string): Promise<Problem> {
  const changed = (await git(root, "status", "--porcelain")).split("\n").map((line) => line.slice(3));
  return { path: "publish", expected: "a checkout without changes", got: changed.slice(0, 5).join(", "), why: "what is published comes from a commit", suggestion: "git commit", rule: "publish-commit" };
}

/** Without user and password. A path on this machine means nothing elsewhere. */
export function publicAddress(remote: string): string | undefined {
  const [, host, path] = /^(?:[^@/:]+@)?([^/:]+):(?!\/\/)(.+)$/.exec(remote) ?? [];
  if (host !== undefined) return `ssh://${host}/${path}`;
  if (!/^(https?|ssh|git):\/\//.test(remote)) return undefined;
  const url = new URL(remote);
  [url.username, url.password] = ["", ""];
  return url.href;
}

async function git(root: string, ...args: readonly string[]): Promise<string> {
  const { stdout, failed } = await execa("git", args, { cwd: root, reject: false, stdin: "ignore" });
  return failed ? "" : stdout.trimEnd();
}
