import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { execa, execaSync, type ResultPromise } from "execa";
import { atEnd } from "./lifetime";

export interface EndedCommand {
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  /** What it has told, errors as well, in order. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly logger?: (line: string) => void;
}

/** A command that runs while a test goes on. It ends with the test file at the latest, with all that it has started. */
export interface StartedCommand {
  readonly pid: number;
  readonly ended: Promise<EndedCommand>;
  /** What it has told so far. */
  readonly output: string;
  /** Resolves with the first line that matches, one already told included. Fails when the command ends without it. */
  waitFor(line: RegExp, timeoutSeconds?: number): Promise<string>;
  /** To the command itself; to the group of all its processes, as a terminal's Ctrl-C goes; or to those below it whose command line matches. */
  signal(signal: NodeJS.Signals, to?: "command" | "group" | RegExp): void;
}

/** Starts a command in a process group of its own, without a terminal and without input. */
export function startCommand(file: string, args: readonly string[], { cwd, env = {}, logger }: CommandOptions): StartedCommand {
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  const note = function* (line: unknown) {
    lines.push(String(line));
    logger?.(String(line));
    for (const listener of listeners) listener();
    yield line;
  };
  // What it starts has this, too, and keeps it when its parent is killed.
  const id = randomUUID();
  const child = execa(file, args, { cwd, env: { ...env, STARTED_COMMAND: id }, stdin: "ignore", stdout: note, stderr: note, all: true, reject: false, detached: true, cleanup: false, forceKillAfterDelay: false });
  const ended = endOf(child).then(({ exitCode, signal }) => ({ exitCode, signal, output: lines.join("\n") }));
  // Whoever awaits it gets the error; nobody need.
  ended.catch(() => {});
  const { pid } = child;
  const signalTo = (target: number | undefined, signal: NodeJS.Signals) => {
    // 0 and its like would be this process' own group.
    if (target !== undefined && Math.abs(target) > 1) send(target, signal);
  };
  atEnd(async () => {
    signalTo(pid && -pid, "SIGKILL");
    for (const orphan of marked(`STARTED_COMMAND=${id}`)) signalTo(orphan, "SIGKILL");
    await ended.catch(() => {});
  });
  return {
    pid: pid ?? 0,
    ended,
    get output() {
      return lines.join("\n");
    },
    waitFor: (line, timeoutSeconds = 60) => waitForLine(line, timeoutSeconds, { lines, listeners, ended }),
    signal: (signal, to = "command") => {
      const targets = to === "command" ? [pid] : to === "group" ? [pid && -pid] : below(pid).filter(({ command }) => to.test(command)).map((process) => process.pid);
      if (targets.length === 0) throw new Error(`expected a process that matches ${String(to)}, got\n${below(pid).map(({ command }) => command).join("\n")}`);
      for (const target of targets) signalTo(target, signal);
    },
  };
}

/** What the command started may live on and hold its output open: that is not waited for. */
async function endOf(child: ResultPromise): Promise<Pick<EndedCommand, "exitCode" | "signal">> {
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve())).then(() => setTimeout(300));
  await Promise.race([child, exited]);
  if (child.pid === undefined) throw new Error((await child).message);
  return { exitCode: child.exitCode ?? undefined, signal: child.signalCode ?? undefined };
}

interface Told {
  readonly lines: readonly string[];
  readonly listeners: Set<() => void>;
  readonly ended: Promise<EndedCommand>;
}

function waitForLine(line: RegExp, timeoutSeconds: number, { lines, listeners, ended }: Told): Promise<string> {
  const found = () => lines.find((told) => line.test(told));
  let listener: () => void;
  let timer: NodeJS.Timeout;
  const waited = new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`expected a line like ${String(line)}, got none ${why}\n${lines.join("\n")}`));
    timer = globalThis.setTimeout(() => fail(`in ${timeoutSeconds} s`), timeoutSeconds * 1000);
    listener = () => {
      const match = found();
      if (match !== undefined) resolve(match);
    };
    listeners.add(listener);
    ended.then(() => fail("before the end"), reject);
    listener();
  });
  return waited.finally(() => {
    clearTimeout(timer);
    listeners.delete(listener);
  });
}

/** The processes that a process has started, and those that they have. */
function below(pid: number | undefined): { readonly pid: number; readonly command: string }[] {
  const { stdout } = execaSync("ps", ["-A", "-o", "pid=,ppid=,args="]);
  const all = stdout.split("\n").map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)).filter((match) => match !== null).map(([, own, parent, command]) => ({ pid: Number(own), parent: Number(parent), command: command! }));
  const children = (parent: number | undefined): typeof all => all.filter((one) => one.parent === parent).flatMap((one) => [one, ...children(one.pid)]);
  return children(pid);
}

/** The processes with this in their environment. Where there is no /proc, those of the command's own group are all that is found. */
function marked(mark: string): number[] {
  if (!existsSync("/proc/self/environ")) return [];
  const environmentOf = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, "utf8");
    } catch {
      return "";
    }
  };
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && environmentOf(name).split("\0").includes(mark)).map(Number);
}

/** What has ended meanwhile needs no signal. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
