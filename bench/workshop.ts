import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../cli/bundle.mjs";
import { cacheFolder, projectRoot } from "../cli/root";
import type { Row, SkippedRow } from "./row";
import type { Command } from "./usage";

/** Everything that benches make. */
export const workshop = join(cacheFolder, "bench");

/** What a bench found. */
export interface Finding {
  readonly rows: readonly (Row | SkippedRow)[];
  /** What was looked at beside the measuring, a sentence each. */
  readonly notes?: readonly string[];
}

export interface Bench {
  readonly about: string;
  /** Runs of each command, unless told otherwise. */
  readonly runs: number;
  run(runs: number): Promise<Finding>;
}

/** A bundled program that writes `stacks` stacks. */
export async function stacksProgram(entry: string, stacks: number, ...args: readonly string[]): Promise<Command> {
  const output = join(workshop, "out", `${entry.replaceAll("/", "-")}-${stacks}`);
  const program = await bundledProgram(entry, ...args);
  return {
    ...program,
    env: { CDKTF_OUTDIR: output },
    before: () => emptied(output),
    after: () => {
      const written = readdirSync(join(output, "stacks")).length;
      if (written !== stacks) throw new Error(`bug: ${entry} wrote ${written} stacks where ${stacks} are measured`);
    },
  };
}

/** A program of the project, bundled and started as every command of the project is. */
export async function bundledProgram(entry: string, ...args: readonly string[]): Promise<Command> {
  const { program, vendor } = await bundle({ entry, root: projectRoot });
  return { words: [process.execPath, join(projectRoot, "cli", "load.cjs"), program, vendor, ...args], cwd: projectRoot };
}

function emptied(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
