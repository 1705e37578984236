import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { execa } from "execa";
import { lockHash, stampFile } from "../../cli/requirements.mjs";

export const checkout = resolve(__dirname, "..", "..");
const parts = ["accounts", "aws", "charts", "cli", "emulator", "envs", "kernel", "locks", "modules", "review", "cdktf.json", "main.ts", "package.json", "package-lock.json", "tsconfig.json", "tsconfig.program.json"];

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** What a command did. */
export interface Ran {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** The project in a folder of its own, with the packages of this checkout: what a test breaks is not the user's. */
export class ProjectCopy {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), "project-")));

  constructor() {
    made.push(this.root);
    for (const part of parts) cpSync(join(checkout, part), join(this.root, part), { recursive: true, preserveTimestamps: true });
    this.linkPackages();
    this.bringVerdict();
    // Bundled packages are named by their content. Without them the copy bundles its own, which takes seconds.
    const bundles = join(checkout, ".cache", "bundle");
    if (existsSync(bundles)) cpSync(bundles, join(this.root, ".cache", "bundle"), { recursive: true, filter: (path) => !/\.tmp$|(?<!vendor-[0-9a-f]+)\.json$/.test(path) });
  }

  // One link a package: an installation that starts in the copy then takes away links, and never the packages behind them.
  private linkPackages(): void {
    const [from, to] = [checkout, this.root].map((folder) => join(folder, "node_modules")) as [string, string];
    mkdirSync(to);
    for (const name of readdirSync(from)) symlinkSync(join(from, name), join(to, name));
    rmSync(join(this.root, stampFile), { force: true });
    writeFileSync(join(this.root, stampFile), lockHash(this.root));
  }

  // What was checked here is not checked again: the verdict is on the content of every file. What the compiler remembers
  // names packages by where they are, which is still in this checkout.
  private bringVerdict(): void {
    const [from, to] = [checkout, this.root].map((folder) => join(folder, ".cache")) as [string, string];
    mkdirSync(to, { recursive: true });
    for (const name of ["passed", "tsbuildinfo"].map((end) => `tsconfig.program.json.${end}`).filter((name) => existsSync(join(from, name)))) {
      writeFileSync(join(to, name), readFileSync(join(from, name), "utf8").replaceAll('"../node_modules/', `"${relative(to, checkout)}/node_modules/`));
    }
  }

  /** Runs a program of Node in the copy, without a terminal and without input. */
  async run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
    const { exitCode, stdout, stderr } = await execa(process.execPath, args, { cwd: this.root, env, reject: false, stdin: "ignore" });
    return { exitCode, stdout, stderr };
  }

  synth(...args: readonly string[]): Promise<Ran> {
    return this.run(["cli/start.mjs", "synth", ...args]);
  }

  /** Changes a file; what it replaces must be there. */
  edit(path: string, from: string, to: string): void {
    const text = readFileSync(join(this.root, path), "utf8");
    if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
    writeFileSync(join(this.root, path), text.replace(from, to));
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), "utf8");
  }

  /** Every file below a folder with its content. */
  files(folder: string): Readonly<Record<string, string>> {
    const entries = readdirSync(join(this.root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return Object.fromEntries(entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).toSorted().map((path) => [path.slice(this.root.length + 1), readFileSync(path, "utf8")]));
  }
}
