import { execa } from "execa";
import { type Problem, ProblemsError } from "../../kernel/problem";

/** A bare repository of this run, beside a remote. */
export class GitRepository {
  constructor(private readonly folder: string, readonly remote: string) {}

  /** Everything that the remote has. */
  async fetch(): Promise<void> {
    await this.run(["init", "--quiet", "--bare", "."]);
    await this.talk(["fetch", "--quiet", "--no-tags", "--", this.remote, "+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"], "a git remote that can be read; it is made by you, empty");
  }

  /** The object that a name stands for, if there is one. */
  async find(name: string): Promise<string | undefined> {
    const { stdout, failed } = await this.git(["rev-parse", "--quiet", "--verify", "--end-of-options", name]);
    return failed ? undefined : stdout.trim();
  }

  /** No force: what is there stays. Both names or none. */
  async push(refs: readonly string[]): Promise<void> {
    await this.talk(["push", "--quiet", "--atomic", "--", this.remote, ...refs], "a git remote that takes a commit and a tag");
  }

  async run(args: readonly string[], input?: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
    const { stdout, stderr, failed } = await this.git(args, input, env);
    if (failed) throw new Error(`bug: git ${args[0]} ended with ${stderr}`);
    return stdout.trim();
  }

  private async talk(args: readonly string[], expected: string): Promise<void> {
    const { stderr, failed } = await this.git(args);
    if (!failed) return;
    const problem: Problem = { path: `git ${withoutSecrets(this.remote)}`, expected, got: withoutSecrets(said(stderr)), rule: "git-remote" };
    throw new ProblemsError([problem]);
  }

  // A question for a password would wait for ever in a pipeline, and once for each module elsewhere.
  private git(args: readonly string[], input?: string, env: NodeJS.ProcessEnv = {}) {
    return execa("git", args, { cwd: this.folder, env: { GIT_TERMINAL_PROMPT: "0", ...env, LC_ALL: "C" }, reject: false, ...(input === undefined ? { stdin: "ignore" as const } : { input }) });
  }
}

/** An address may hold a user and a password. */
export function withoutSecrets(text: string): string {
  return text.replaceAll(/(\w+:\/\/)[^/@\s]*@/g, "$1");
}

/** What git says itself, and a server through it. */
function said(stderr: string): string {
  const lines = stderr.split("\n").map((line) => line.trim());
  const telling = lines.filter((line) => /^(fatal|error|remote|! )/.test(line));
  return (telling.length > 0 ? telling : lines).slice(0, 3).join("; ");
}
