import { execa } from "execa";
import { ProblemsError } from "../../kernel/problem";
import { providerEnvironment, thisMachine } from "./provider-environment";
import { Transcript } from "./transcript";

/** Environments use ephemeral values and write-only arguments, which came with 1.11. */
export const terraformFloor = { major: 1, minor: 11 };

export interface Terraform {
  readonly path: string;
  readonly version: string;
}

/** The Terraform that the cdktf command line would run, too. */
export async function findTerraform(path: string = process.env.TERRAFORM_BINARY_NAME || "terraform"): Promise<Terraform> {
  const found = await execa(path, ["version", "-json"], { env: { CHECKPOINT_DISABLE: "1" }, reject: false, stdin: "ignore" });
  const version = found.failed ? undefined : terraformVersion(found.stdout);
  if (version === undefined) throw terraformRefused(found.code === "ENOENT" ? undefined : found.shortMessage ?? found.stdout);
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const { major: floorMajor, minor: floorMinor } = terraformFloor;
  if (major < floorMajor || (major === floorMajor && minor < floorMinor)) throw terraformRefused(version);
  return { path, version };
}

let found: Promise<Terraform> | undefined;
let environment: Promise<Record<string, string>> | undefined;

/**
 * The environment for any Terraform run. Where the public registry does not answer and the user has no CLI
 * configuration, providers come from a mirror on this machine; `onNotice` gets the line that says so.
 */
export function terraformEnvironment(onNotice: (line: string) => void = toStderr): Promise<Record<string, string>> {
  environment ??= providerEnvironment(thisMachine(), onNotice);
  return environment;
}

export interface TerraformOptions {
  readonly cwd: string;
  /** Added to `terraformEnvironment()`. */
  readonly env?: NodeJS.ProcessEnv;
  /** Exit codes that are answers, such as 2 of `plan -detailed-exitcode`; any other is an error. */
  readonly accept?: readonly number[];
  /** Gets every line of output and errors as it comes. */
  readonly onLine?: (line: string) => void;
  /**
   * Sends one SIGINT, on which Terraform ends in good order and gives the state lock back. A run with a signal is in a
   * process group of its own: the terminal's Ctrl-C would be a second one, at which Terraform leaves everything as it is.
   */
  readonly signal?: AbortSignal;
  /** A file for what it prints, in a private folder: such a run comes to a good end also when this process is killed. */
  readonly transcript?: string;
}

export interface TerraformRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they came. */
  readonly output: string;
}

/** Terraform itself ended with an exit code that is no answer, or could not be run to its end. */
export class TerraformFailed extends Error {
  override readonly name = "TerraformFailed";

  constructor(command: string, readonly run: TerraformRun, readonly cwd = ".") {
    super(`${command} ended with ${run.exitCode}\n${run.output}`);
  }
}

/** Runs Terraform. An interrupt is never followed by a kill, which would leave the state locked. */
export async function terraform(args: readonly string[], options: TerraformOptions): Promise<TerraformRun> {
  const { cwd, env, accept = [0], onLine = () => {}, signal, transcript: file } = options;
  signal?.throwIfAborted();
  found ??= findTerraform();
  const [{ path }, base] = await Promise.all([found, terraformEnvironment()]);
  const observe = function* (line: unknown) {
    onLine(String(line));
    yield line;
  };
  const transcript = file === undefined ? undefined : new Transcript(file, onLine);
  // Any descriptor will do; the type of execa knows those to 9.
  const sink = transcript === undefined ? observe : (transcript.fd as 3);
  const process = execa(path, args, {
    cwd,
    env: { ...base, ...env },
    extendEnv: false,
    stdin: "ignore",
    stdout: sink,
    stderr: sink,
    all: true,
    reject: false,
    killSignal: "SIGINT",
    forceKillAfterDelay: false,
    ...(signal ? { cancelSignal: signal, detached: true } : {}),
  });
  running.add(process);
  const ended = await process.finally(() => running.delete(process));
  const written = transcript?.end();
  const run = { exitCode: ended.exitCode ?? 1, stdout: written ?? String(ended.stdout), stderr: String(ended.stderr ?? ""), output: written ?? String(ended.all) };
  if (!accept.includes(run.exitCode) || ended.isCanceled) throw new TerraformFailed(`terraform ${args.join(" ")}`, run, cwd);
  return run;
}

const running = new Set<{ kill(signal: "SIGINT"): boolean }>();

export function terraformRuns(): boolean {
  return running.size > 0;
}

/** To what was interrupted already this is the second SIGINT: Terraform ends at once, and its lock stays. */
export function stopTerraformAtOnce(): void {
  for (const process of running) process.kill("SIGINT");
}

function terraformVersion(json: string): string | undefined {
  try {
    const { terraform_version: version } = JSON.parse(json) as { terraform_version?: unknown };
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}

function terraformRefused(got: unknown): ProblemsError {
  const { major, minor } = terraformFloor;
  return new ProblemsError([
    {
      path: "terraform",
      expected: `version ${major}.${minor} or newer on the PATH`,
      got,
      why: "see https://developer.hashicorp.com/terraform/install",
      rule: "terraform-version",
    },
  ]);
}

function toStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
