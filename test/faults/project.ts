import { join } from "node:path";
import { terraformEnvironment } from "../../cli/terraform";
import type { StackJson } from "../../cli/stacks";
import type { Emulator } from "../../emulator/emulator";
import { write } from "../cli/temporary";
import { ProjectCopy } from "../envs/project-copy";
import { type StartedCommand, startCommand } from "../harness";

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

  constructor(private readonly emulator: Emulator) {}

  write(environment: string, stacks: Readonly<Record<string, StackJson>>): void {
    this.programs.add(`envs/${environment}`);
    // Types are checked at every synth; only the small programs' are in question here.
    const types = { extends: "./tsconfig.json", include: [...this.programs] };
    write(this.root, { [`envs/${environment}/main.ts`]: program(stacks), "tsconfig.program.json": JSON.stringify(types) });
  }

  folder(stack: string, output = "cdktf.out"): string {
    return join(this.root, output, "stacks", stack);
  }

  /** `npx platform <args>` */
  platform(args: readonly string[], { output = "cdktf.out", env = {} }: RunOptions = {}): StartedCommand {
    return startCommand(process.execPath, [join(this.root, "cli/start.mjs"), ...args], { cwd: this.root, env: { CDKTF_OUTDIR: output, ...this.emulator.environment, ...env } });
  }

  /** A deploy as a pipeline runs it. */
  deploy(environment: string, args: readonly string[] = [], options: RunOptions = {}): StartedCommand {
    return this.platform(["deploy", environment, "--yes", ...args], options);
  }

  async terraform(stack: string, args: readonly string[], { output = "cdktf.out", env = {} }: RunOptions = {}): Promise<StartedCommand> {
    return startCommand("terraform", args, { cwd: this.folder(stack, output), env: { ...(await terraformEnvironment()), ...this.emulator.environment, ...env } });
  }

  /** What `npx platform unlock` ends in. */
  async unlock(stack: string): Promise<void> {
    const refused = await (await this.terraform(stack, ["plan", "-lock-timeout=0s", "-no-color"])).ended;
    const id = /ID: +(\S+)/.exec(refused.output)![1]!;
    const { exitCode, output } = await (await this.terraform(stack, ["force-unlock", "-force", id])).ended;
    if (exitCode !== 0) throw new Error(output);
  }
}
