import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { writeFileAtomic } from "../cli/atomic-file";
import { cacheFolder, projectRoot } from "../cli/root";
import { EmulatorFailed } from "./failure";
import type { Fault } from "./fault";
import { emulatorPython } from "./python";

export interface EmulatorOptions {
  /** On 127.0.0.1. @default a free one */
  readonly port?: number;
  /** Receives the requests and the errors of the server. @default none, errors only */
  readonly logFile?: string;
  /** Faults that are there from the first request. */
  readonly faults?: readonly Fault[];
  readonly onProgress?: (line: string) => void;
}

export interface LoggedRequest {
  /** Signing name, such as `eks`. */
  readonly service: string;
  readonly action: string;
  readonly path: string;
  /** HTTP status of the answer; null where none was given. */
  readonly status: number | null;
}

/** A running local AWS with nothing in it. It ends with this process, however this process ends. */
export interface Emulator {
  readonly url: string;
  readonly port: number;
  /** What a terraform or aws process needs besides its own environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Drops every resource, every fault and the log. */
  reset(): Promise<void>;
  inject(fault: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  /** The requests so far, in the order in which they came. */
  log(): Promise<readonly LoggedRequest[]>;
  clearLog(): Promise<void>;
  stop(): Promise<void>;
}

const region = "us-east-1";

export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const python = await emulatorPython(options.onProgress);
  options.onProgress?.("starting the emulator");
  const child = await launch(python, options);
  return emulatorAt(await readPort(child), () => stop(child));
}

/** One that somebody else has started. */
export function emulatorAt(port: number, stop: () => Promise<void>): Emulator {
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    environment: environmentFor(url),
    reset: () => control(url, "POST", "reset"),
    inject: (fault) => control(url, "POST", "faults", fault),
    clearFaults: () => control(url, "DELETE", "faults"),
    log: () => control<LoggedRequest[]>(url, "GET", "log"),
    clearLog: () => control(url, "DELETE", "log"),
    stop,
  };
}

async function launch(python: string, options: EmulatorOptions): Promise<ChildProcess> {
  const args = ["-m", "aws", "--stop-with-parent", "--port", String(options.port ?? 0)];
  for (const fault of options.faults ?? []) args.push("--fault", JSON.stringify(fault));
  if (options.logFile) {
    args.push("--verbose");
    await mkdir(dirname(options.logFile), { recursive: true });
  }
  const log = options.logFile ? openSync(options.logFile, "a") : undefined;
  try {
    return spawn(python, args, {
      cwd: projectRoot,
      env: serverEnvironment(),
      // The open standard input is what ties the server to this process: the system closes it even after a kill -9.
      stdio: ["pipe", "pipe", log ?? "pipe"],
    });
  } finally {
    if (log !== undefined) closeSync(log);
  }
}

function serverEnvironment(): NodeJS.ProcessEnv {
  // The caller's AWS settings, above all an endpoint of its own, are none of the server's business.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(AWS|MOTO|PYTHON)/.test(name));
  return { ...Object.fromEntries(inherited), PYTHONPATH: join(projectRoot, "emulator"), PYTHONPYCACHEPREFIX: join(cacheFolder, "pycache") };
}

async function readPort(child: ChildProcess): Promise<number> {
  const { stdin, stdout, stderr } = child;
  if (!stdout) throw new Error("bug: the emulator has no standard output");
  let errors = "";
  stderr?.on("data", (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)));
  const lines = createInterface({ input: stdout });
  const failed = once(child, "exit").then(([code]) => {
    const last = errors.trim().split("\n").at(-1) ?? "";
    throw new EmulatorFailed(`emulator: expected it to start, got exit code ${String(code)}; ${last}   [emulator-start]`);
  });
  failed.catch(() => {});
  const [line] = (await Promise.race([once(lines, "line"), failed])) as [string];
  lines.close();
  // A caller that forgets to stop the emulator may still end: the server ends with it.
  for (const part of [child, stdin, stdout, stderr]) (part as { unref?: () => void } | null)?.unref?.();
  return (JSON.parse(line) as { port: number }).port;
}

function environmentFor(url: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: "emulator",
    AWS_SECRET_ACCESS_KEY: "emulator",
    AWS_SESSION_TOKEN: "",
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: "true",
    // The user's own profile and files must neither be needed nor lead elsewhere; an empty AWS_PROFILE is an error to boto.
    AWS_PROFILE: "default",
    AWS_CONFIG_FILE: profileFile(),
    AWS_SHARED_CREDENTIALS_FILE: profileFile(),
    // A proxy must not see requests to this machine.
    NO_PROXY: noProxy(),
    no_proxy: noProxy(),
  };
}

function profileFile(): string {
  const file = join(cacheFolder, "emulator", "aws-profile");
  writeFileAtomic(file, `[default]\nregion = ${region}\naws_access_key_id = emulator\naws_secret_access_key = emulator\n`);
  return file;
}

function noProxy(): string {
  return [process.env.NO_PROXY ?? process.env.no_proxy, "127.0.0.1"].filter(Boolean).join(",");
}

async function control<T = void>(url: string, method: string, name: string, body?: unknown): Promise<T> {
  const response = await fetch(`${url}/_emulator/${name}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const text = await response.text();
  if (!response.ok) throw new EmulatorFailed(`${(JSON.parse(text) as { message: string }).message}   [emulator-control]`);
  return JSON.parse(text) as T;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
