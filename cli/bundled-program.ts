import { createRequire } from "node:module";
import { join } from "node:path";
import { execa } from "execa";
import { bundle } from "./bundle.mjs";

/** Runs a TypeScript program of the project as it is, in this terminal. */
export async function runBundled(root: string, entry: string, args: readonly string[]): Promise<void> {
  const { program, vendor } = await bundle({ entry, root });
  const { exitCode = 1 } = await execa(process.execPath, [join(root, "cli", "load.cjs"), program, vendor, ...args], {
    cwd: root,
    stdio: "inherit",
    reject: false,
    killSignal: "SIGINT",
    forceKillAfterDelay: false,
  });
  process.exitCode = exitCode;
}

/** The same in this process, which gets the terminal's signals once and alone. */
export async function loadBundled(root: string, entry: string, args: readonly string[]): Promise<void> {
  const { program, vendor } = await bundle({ entry, root });
  const { load } = createRequire(join(root, "cli", "start.mjs"))("./load.cjs") as { load(program: string, vendor: string): void };
  process.argv = [process.argv[0]!, program, ...args];
  load(program, vendor);
}
