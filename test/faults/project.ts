import { join } from "node:path";
import { terraformEnvironment } from "../../cli/terraform";
import type { StackJson } from "../../cli/stacks";
import type { Emulator } from "../../emulator/emulator";
import { write } from "../cli/temporary";
import { ProjectCopy } from "../envs/project-copy";
import { Running } from "./running";

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
  readonly env?: NodeJS.ProcessEnv;
}

/** The project with small environments, whose stacks a test writes. */
export class FaultProject {
  private readonly copy = new ProjectCopy();
  readonly root = this.copy.root;
  private emulator: Emulator | undefined;
  private readonly programs = new Set<string>();

  use(emulator: Emulator): this {
    this.emulator = emulator;
    return this;
  }

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
  platform(args: readonly string[], { output = "cdktf.out", env = {} }: RunOptions = {}): Running {
    return new Running(process.execPath, [join(this.root, "cli/start.mjs"), ...args], this.root, { CDKTF_OUTDIR: output, ...this.emulator!.environment, ...env });
  }

  /** A deploy as a pipeline runs it. */
  deploy(environment: string, args: readonly string[] = [], options: RunOptions = {}): Running {
    return this.platform(["deploy", environment, "--yes", ...args], options);
  }

  async terraform(stack: string, args: readonly string[], { output = "cdktf.out", env = {} }: RunOptions = {}): Promise<Running> {
    return new Running("terraform", args, this.folder(stack, output), { ...(await terraformEnvironment()), ...this.emulator!.environment, ...env });
  }
}
