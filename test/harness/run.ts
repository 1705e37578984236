import { terraform, TerraformFailed, type TerraformRun } from "../../cli/terraform/terraform";
import { atEnd } from "./lifetime";
import { keepLog, type Log, logOf } from "./log";
import type { TerraformOptions } from "./options";
import { doWithRetry } from "./retry";
import { providersEnvironment } from "./providers";

/** How one run differs from the others of its folder. */
export interface RunOptions {
  /** Exit codes that are answers. @default 0 alone */
  readonly accept?: readonly number[];
  /** Output that may hold secrets goes to no log and no error. */
  readonly secret?: boolean;
}

/** Runs any Terraform command. Its error has the output and names the file with the logs of every run in the folder. */
export function runTerraform(options: TerraformOptions, args: readonly string[], run: RunOptions = {}): Promise<TerraformRun> {
  const { maxRetries = 0, timeBetweenRetriesSeconds = 0, retryableErrors = {} } = options;
  const patterns = Object.keys(retryableErrors).map((pattern) => new RegExp(pattern));
  const retryable = (error: Error) => error instanceof TerraformFailed && patterns.some((pattern) => pattern.test(error.run.output));
  return doWithRetry(`terraform ${args[0]}`, { maxRetries, timeBetweenRetriesSeconds, retryable }, () => attempt(options, args, run));
}

async function attempt(options: TerraformOptions, args: readonly string[], { accept, secret = false }: RunOptions): Promise<TerraformRun> {
  const { terraformDir: cwd, envVars, timeoutMinutes } = options;
  const log = logOf(cwd);
  log.begin(args);
  const leftBehind = new AbortController();
  const signals = [leftBehind.signal, ...(options.signal ? [options.signal] : []), ...(timeoutMinutes === undefined ? [] : [AbortSignal.timeout(timeoutMinutes * 60_000)])];
  const signal = AbortSignal.any(signals);
  const onLine = (line: string) => {
    log.add(line);
    options.logger?.(line);
  };
  const run = terraform(colorless(args), { cwd, env: { ...(await providersEnvironment(cwd, envVars)), ...envVars }, signal, ...(accept && { accept }), ...(secret ? {} : { onLine }) });
  const ended = run.then(() => {}, () => {});
  // A test whose time was over leaves its run behind.
  atEnd(() => (leftBehind.abort(new Error("the test has ended")), ended));
  try {
    return await run;
  } catch (error) {
    throw error instanceof TerraformFailed ? explained(error, log, { args, interrupted: signal.aborted ? signal.reason : undefined, secret }) : error;
  }
}

function explained({ run }: TerraformFailed, log: Log, { args, interrupted, secret }: { readonly args: readonly string[]; readonly interrupted: unknown; readonly secret: boolean }): TerraformFailed {
  const shown = secret ? { ...run, stdout: "", output: run.stderr } : run;
  if (secret) log.add(run.stderr);
  const why = interrupted === undefined ? "" : ` (was interrupted: ${(interrupted as Error).message})`;
  const error = new TerraformFailed(`terraform ${args.join(" ")}${why}`, shown);
  error.message += `\nlogs of every run: ${keepLog(log)}`;
  return error;
}

// The other commands know no such argument, or are read by machines.
const colored = new Set(["init", "validate", "plan", "apply", "destroy", "import", "refresh", "test"]);

function colorless(args: readonly string[]): readonly string[] {
  const [command = "", ...rest] = args;
  return colored.has(command) ? [command, "-no-color", ...rest] : args;
}
