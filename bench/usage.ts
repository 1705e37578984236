import { join } from "node:path";
import { execa } from "execa";
import { projectRoot } from "../cli/root";
import { findPython } from "../emulator/python";

/** What a command took. CPU is that of all its processes together, memory that of the largest one. */
export interface Usage {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMib: number;
}

export interface Command {
  readonly words: readonly string[];
  readonly cwd: string;
  /** Added to this process's environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Done before every run and not measured. */
  readonly before?: () => void;
  /** Done after every run and not measured: looks at what the run made. */
  readonly after?: () => void;
}

/** Runs every command once unmeasured, then `runs` times in turn, so that a busy moment of the machine meets all of them. */
export async function interleaved<K extends string>(commands: Readonly<Record<K, Command>>, runs: number): Promise<Record<K, Usage[]>> {
  const names = Object.keys(commands) as K[];
  const usages = Object.fromEntries(names.map((name): [K, Usage[]] => [name, []])) as Record<K, Usage[]>;
  for (let round = 0; round <= runs; round++) {
    const order = round % 2 === 0 ? names : names.toReversed();
    for (const name of order) {
      const usage = await run(commands[name]);
      if (round > 0) usages[name].push(usage);
    }
  }
  return usages;
}

async function run({ words, cwd, env, before, after }: Command): Promise<Usage> {
  const python = await interpreter();
  before?.();
  const { stdout, stderr, exitCode } = await execa(python, [join(projectRoot, "bench", "usage.py"), ...words], { cwd, env: { CHECKPOINT_DISABLE: "1", ...env }, stdin: "ignore", reject: false });
  if (exitCode !== 0) throw new Error(`${words.join(" ")} ended with ${exitCode}\n${stderr}`);
  after?.();
  return JSON.parse(stdout) as Usage;
}

let found: Promise<string> | undefined;

function interpreter(): Promise<string> {
  found ??= findPython().then(({ executable }) => executable);
  return found;
}
