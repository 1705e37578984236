import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { ProjectCopy } from "../envs/project-copy";
import { layeredProgram, type Layers } from "./layered-project";
import { temporaryFolder, write } from "./temporary";

/** What a terminal showed, and how the command in it ended. */
export interface Shown {
  readonly exitCode: number;
  readonly screen: string;
}

export interface Step {
  /** Waits for this on the screen. */
  readonly shows: string;
  /** Seconds from then. */
  readonly after?: number;
  readonly type?: string;
  readonly kill?: "SIGTERM" | "SIGKILL" | "SIGINT";
}

/** The project with an environment `qa` that needs no provider, for commands as people type them. */
export class CommandProject extends ProjectCopy {
  /** Where its commands keep what is private: each of them takes away there what others left. */
  readonly temporary = temporaryFolder();

  layers(layers: Layers, layout: "one" | "layered"): void {
    write(this.root, { "envs/qa/main.ts": layeredProgram(layers, layout === "layered") });
  }

  command(...args: readonly string[]) {
    return this.run(["cli/start.mjs", ...args], { TMPDIR: this.temporary });
  }

  /** In a terminal, with somebody who types. */
  async inTerminal(command: readonly string[], steps: readonly Step[], env: NodeJS.ProcessEnv = {}): Promise<Shown> {
    const { stdout } = await execa("python3", [join(__dirname, "terminal.py"), JSON.stringify(steps), ...command], { cwd: this.root, env: { TMPDIR: this.temporary, ...env }, stdin: "ignore" });
    const { left, ...shown } = JSON.parse(stdout) as Shown & { left: readonly Step[] };
    if (left.length > 0) throw new Error(`the terminal never showed ${JSON.stringify(left[0]!.shows)}:\n${shown.screen}`);
    return shown;
  }

  path(stack: string, file = ""): string {
    return join(this.root, "cdktf.out/stacks", stack, file);
  }

  /** Names of resources in the state of a stack. */
  held(stack: string): string[] {
    const file = this.path(stack, `terraform.${stack}.tfstate`);
    if (!existsSync(file)) return [];
    const { resources } = JSON.parse(readFileSync(file, "utf8")) as { resources: { name: string; instances: unknown[] }[] };
    return resources.flatMap(({ name, instances }) => (instances.length > 0 ? [name] : [])).sort();
  }

  /** Somebody works on the state. */
  locked(stack: string): boolean {
    return existsSync(this.path(stack, `.terraform.${stack}.tfstate.lock.info`));
  }
}
