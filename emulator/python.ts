import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { cacheFolder, projectRoot } from "../cli/root";
import { EmulatorFailed } from "./failure";

const floor = { major: 3, minor: 10 };
const commands = ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"];
const requirements = join(projectRoot, "emulator", "requirements.txt");

interface Python {
  readonly executable: string;
  readonly version: string;
}

/** The interpreter of the emulator's private virtual environment, which is made when it is missing. */
export async function emulatorPython(onProgress: (line: string) => void = () => {}): Promise<string> {
  const python = await findPython();
  const folder = join(cacheFolder, "python", environmentKey(python));
  const interpreter = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  // A virtual environment holds absolute paths, so it cannot be made elsewhere and renamed: this file, written last, completes it.
  const stamp = join(folder, "complete");
  if (existsSync(stamp)) return interpreter;
  const release = await lock(`${folder}.lock`, onProgress);
  try {
    if (existsSync(stamp)) return interpreter;
    await removeIncomplete(dirname(folder));
    onProgress("making a private Python environment for the emulator (once, about a minute)");
    await run(python.executable, ["-m", "venv", "--clear", folder]);
    onProgress("installing moto into it");
    // Byte code of what is used is written at first use; compiling everything is a third of the installation.
    await run(interpreter, ["-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check", "-r", requirements]);
    await writeFile(stamp, `${python.version}\n`);
    return interpreter;
  } finally {
    await release();
  }
}

/** The first Python that is new enough, under any of its usual names. */
export async function findPython(names: readonly string[] = commands): Promise<Python> {
  const found: string[] = [];
  for (const name of names) {
    const python = await ask(name);
    if (python === undefined) continue;
    const [major = 0, minor = 0] = python.version.split(".").map(Number);
    if (major === floor.major && minor >= floor.minor) return python;
    found.push(`${name} ${python.version}`);
  }
  const got = found.length === 0 ? "nothing" : JSON.stringify(found.join(", "));
  throw new EmulatorFailed(`python: expected version ${floor.major}.${floor.minor} or newer on the PATH, got ${got}; the emulator runs on it   [python-version]`);
}

async function ask(name: string): Promise<Python | undefined> {
  const question = "import sys; print(sys.executable); print('%d.%d.%d' % sys.version_info[:3])";
  const { exitCode, stdout } = await execa(name, ["-c", question], { reject: false, stdin: "ignore", timeout: 20_000 });
  const [executable, version] = exitCode === 0 ? stdout.trim().split(/\r?\n/) : [];
  return executable && version ? { executable, version } : undefined;
}

function environmentKey({ executable, version }: Python): string {
  return createHash("sha256").update(readFileSync(requirements)).update(executable).update(version).digest("hex").slice(0, 16);
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const { exitCode, all } = await execa(command, args, { reject: false, stdin: "ignore", all: true });
  if (exitCode === 0) return;
  const end = all.trim().split("\n").slice(-5).join(" | ");
  throw new EmulatorFailed(`${command} ${args.join(" ")}: expected exit code 0, got ${exitCode ?? "none"}; ${end}   [python-environment]`);
}

async function removeIncomplete(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (name.endsWith(".lock") || existsSync(join(parent, `${name}.lock`)) || existsSync(join(parent, name, "complete"))) continue;
    await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** Two commands may start on a fresh clone at once. Making a folder is atomic, so the folder is the lock. */
async function lock(folder: string, onProgress: (line: string) => void): Promise<() => Promise<void>> {
  await mkdir(dirname(folder), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      await mkdir(folder);
      await writeFile(join(folder, "pid"), String(process.pid));
      return () => rm(folder, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (ownerIsGone(folder)) await rm(folder, { recursive: true, force: true });
    else if (!told) onProgress("waiting for another command that makes the emulator's Python environment");
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

function ownerIsGone(folder: string): boolean {
  try {
    process.kill(Number(readFileSync(join(folder, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    // ESRCH: no such process. A missing file is an owner that has only just made the folder, or one that has left.
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
