import { setTimeout } from "node:timers/promises";
import { execa } from "execa";

export interface Ended {
  readonly exitCode: number | undefined;
  readonly output: string;
}

/** A command under way: a test waits for what it says and sends it signals. */
export class Running {
  readonly ended: Promise<Ended>;
  private output = "";
  private readonly child;

  constructor(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
    this.child = execa(command, args, { cwd, env, all: true, reject: false, stdin: "ignore", forceKillAfterDelay: false });
    this.child.all.on("data", (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = this.child.then(({ exitCode, all }) => ({ exitCode, output: all }));
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  async waitFor(line: RegExp): Promise<void> {
    const ended = this.ended.then(({ output }) => output);
    while (!line.test(this.output)) {
      const over = await Promise.race([ended, setTimeout(25)]);
      if (over !== undefined && !line.test(over)) throw new Error(`ended without ${line}:\n${over}`);
    }
  }
}
