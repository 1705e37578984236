import { execa } from "execa";

/** What a checkout is at. */
export interface Commit {
  readonly commit: string;
  /** Something in it is not committed. */
  readonly dirty: boolean;
}

/** Nothing outside of git, and before the first commit. */
export async function headOf(root: string): Promise<Commit | undefined> {
  const head = await git(root, "rev-parse", "HEAD");
  if (head.failed) return undefined;
  const status = await git(root, "status", "--porcelain");
  return { commit: head.stdout.trim(), dirty: status.failed || status.stdout.trim() !== "" };
}

/** Whether HEAD is that commit or came after it. A commit that the checkout does not know is not in it. */
export async function containsCommit(root: string, commit: string): Promise<"yes" | "no" | "unknown"> {
  const known = await git(root, "cat-file", "-e", `${commit}^{commit}`);
  if (known.failed) return "unknown";
  return (await git(root, "merge-base", "--is-ancestor", commit, "HEAD")).failed ? "no" : "yes";
}

function git(cwd: string, ...args: readonly string[]) {
  return execa("git", args, { cwd, reject: false, stdin: "ignore" });
}
