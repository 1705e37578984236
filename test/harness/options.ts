import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How Terraform is run in a folder. The names are terratest's. */
export interface TerraformOptions {
  /** The folder of the configuration, such as a copy of `cdktf.out/stacks/dev`. */
  readonly terraformDir: string;
  /** Values of variables, of any type. */
  readonly vars?: Readonly<Record<string, unknown>>;
  readonly varFiles?: readonly string[];
  /** What `init` adds to the backend's block. */
  readonly backendConfig?: Readonly<Record<string, string | number | boolean>>;
  /** Added to the environment of this process, such as `emulator.environment`. */
  readonly envVars?: Readonly<Record<string, string>>;
  /** How long a run waits for the state's lock, as Terraform writes it: `5m`. @default not at all */
  readonly lockTimeout?: string;
  /** @default Terraform's own, 10 */
  readonly parallelism?: number;
  readonly targets?: readonly string[];
  /** `plan` writes its plan here, and `apply` applies it. */
  readonly planFilePath?: string;
  /** Further arguments by command: `{ plan: ["-refresh=false"] }`. */
  readonly extraArgs?: Readonly<Record<string, readonly string[]>>;
  /** Gets every line as it comes. @default silent */
  readonly logger?: (line: string) => void;
  /** Errors on which a run is tried again: patterns of its output, and why. `withDefaultRetryableErrors` has the usual. */
  readonly retryableErrors?: Readonly<Record<string, string>>;
  /** Tries after the first. @default none */
  readonly maxRetries?: number;
  readonly timeBetweenRetriesSeconds?: number;
  /** A run that takes longer gets one SIGINT, on which Terraform gives the lock back, and is waited for. @default never */
  readonly timeoutMinutes?: number;
  /** The same, at a moment of the caller's choice. */
  readonly signal?: AbortSignal;
}

type Command = "init" | "validate" | "plan" | "apply" | "destroy";

/** The arguments of a command, without the variables. */
export function argumentsOf(command: Command, options: TerraformOptions): string[] {
  const { backendConfig = {}, lockTimeout, parallelism, targets = [], planFilePath, extraArgs = {} } = options;
  const isPlan = command !== "init" && command !== "validate";
  return [
    command,
    ...(command === "validate" ? [] : ["-input=false"]),
    ...(command === "init" ? Object.entries(backendConfig).map(([name, value]) => `-backend-config=${name}=${value}`) : []),
    ...(lockTimeout === undefined || command === "validate" ? [] : [`-lock-timeout=${lockTimeout}`]),
    ...(isPlan && parallelism !== undefined ? [`-parallelism=${parallelism}`] : []),
    ...(isPlan && !appliesPlan(command, options) ? targets.map((target) => `-target=${target}`) : []),
    ...(command === "plan" && planFilePath !== undefined ? [`-out=${planFilePath}`] : []),
    ...(command === "apply" || command === "destroy" ? ["-auto-approve"] : []),
    ...(extraArgs[command] ?? []),
    ...(appliesPlan(command, options) ? [planFilePath!] : []),
  ];
}

/** Runs `use` with the arguments that give the variables. Terraform takes text, numbers and objects alike from a file only. */
export async function withVariables<T>({ vars = {}, varFiles = [] }: TerraformOptions, use: (args: readonly string[]) => Promise<T>): Promise<T> {
  const files = varFiles.map((file) => `-var-file=${file}`);
  if (Object.keys(vars).length === 0) return use(files);
  const folder = mkdtempSync(join(tmpdir(), "vars-"));
  try {
    const file = join(folder, "vars.tfvars.json");
    writeFileSync(file, JSON.stringify(vars), { mode: 0o600 });
    return await use([...files, `-var-file=${file}`]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What such a run applies is decided: it takes no variables and no targets. */
export function appliesPlan(command: string, { planFilePath }: TerraformOptions): boolean {
  return command === "apply" && planFilePath !== undefined;
}
