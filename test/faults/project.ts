import { join, resolve } from "node:path";
import { execaSync } from "execa";
import type { StackJson } from "../../cli/synth/stacks";
import { terraformEnvironment } from "../../cli/terraform/terraform";
import type { Emulator } from "../../emulator/emulator";
import { write } from "../cli/temporary";
import { checkout, ProjectCopy } from "../envs/project-copy";
import { type EndedCommand, type StartedCommand, startCommand } from "../harness";
import { providersEnvironment } from "../harness/providers";

// Stands for the framework and for an environment.
const program = (stacks: Readonly<Record<string, StackJson>>) => `
import { mkdirSync, writeFileSync } from "node:fs";
const stacks: Record<string, unknown> = JSON.parse(${JSON.stringify(JSON.stringify(stacks))});
for (const [name, json] of Object.entries(stacks)) {
  const folder = process.env.CDKTF_OUTDIR + "/stacks/" + name;
  mkdirSync(folder, { recursive: true });
  writeFileSync(folder + "/cdk.tf.json", JSON.stringify(json));
}
`;

interface RunOptions {
  /** Whoever deploys beside another one has an output folder of their own. */
  readonly output?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The project with small environments, whose stacks a test writes. */
export class FaultProject {
  private readonly copy = new ProjectCopy();
  readonly root = this.copy.root;
  private readonly programs = new Set<string>();
  private account: Readonly<Record<string, string>> = {};

  /** A checkout of git, as users have it: outside of one no deploy is written down. */
  constructor(emulator: Emulator) {
    beforeAll(async () => {
      this.account = { ...emulator.environment, ...(await providersEnvironment(join(checkout, "generated"), emulator.environment)) };
    });
    this.git("init", "--quiet");
    this.commit("package.json");
  }

  write(environment: string, stacks: Readonly<Record<string, StackJson>>): void {
    this.programs.add(`envs/${environment}`);
    // Types are checked at every synth; only the small programs' are in question here.
    const types = { extends: "./tsconfig.json", include: [...this.programs] };
    write(this.root, { [`envs/${environment}/main.ts`]: program(stacks), "tsconfig.program.json": JSON.stringify(types) });
  }

  folder(stack: string, output = "cdktf.out"): string {
    return resolve(this.root, output, "stacks", stack);
  }

  /** `npx platform <args>` */
  platform(args: readonly string[], { output = "cdktf.out", env = {} }: RunOptions = {}): StartedCommand {
    return startCommand(process.execPath, [join(this.root, "cli/start.mjs"), ...args], { cwd: this.root, env: { CDKTF_OUTDIR: output, ...this.account, ...env } });
  }

  /** A deploy as a pipeline runs it. */
  deploy(environment: string, args: readonly string[] = [], options: RunOptions = {}): StartedCommand {
    return this.platform(["deploy", environment, "--yes", ...args], options);
  }

  async terraform(stack: string, args: readonly string[], { output = "cdktf.out", env = {} }: RunOptions = {}): Promise<StartedCommand> {
    return startCommand("terraform", args, { cwd: this.folder(stack, output), env: { ...(await terraformEnvironment()), ...this.account, ...env } });
  }

  /** Frees a lock as its owner's death left it. */
  unlock(environment: string, id: string): Promise<EndedCommand> {
    return this.platform(["unlock", environment, "all", id, "--yes"]).ended;
  }

  /** Types what a sentence says to try. */
  async follow(output: string): Promise<EndedCommand> {
    const said = /; try ("(?:[^"\\]|\\.)*") {3}\[/.exec(output);
    if (said === null) throw new Error(`expected a sentence that says what to try, got\n${output}`);
    const line = (JSON.parse(said[1]!) as string).replace(/^npx platform/, `'${process.execPath}' cli/start.mjs`).replace(/(?<=^'.*unlock .*)$/, " --yes");
    return startCommand("sh", ["-c", line], { cwd: this.root, env: { ...(await terraformEnvironment()), ...this.account } }).ended;
  }

  /** Makes a commit of what stands at these paths, and gives its id. */
  commit(...paths: readonly string[]): string {
    this.git("add", ...paths);
    this.git("commit", "--quiet", "--message", "A change");
    return this.git("rev-parse", "HEAD");
  }

  git(...args: readonly string[]): string {
    const who = { NAME: "somebody", EMAIL: "somebody@example.com" };
    const env = { GIT_CONFIG_GLOBAL: "/dev/null", ...Object.fromEntries(Object.entries(who).flatMap(([key, value]) => [[`GIT_AUTHOR_${key}`, value], [`GIT_COMMITTER_${key}`, value]])) };
    return execaSync("git", args, { cwd: this.root, env }).stdout;
  }
}
