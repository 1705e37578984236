import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";

const onPath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].flatMap((name) => (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name)));

/** The program that the variable CHROMIUM names, or one on the PATH. */
const program = process.env["CHROMIUM"] ?? onPath.find((path) => existsSync(path));

export const withoutBrowser = program === undefined ? "no chromium on PATH and no CHROMIUM in the environment" : undefined;

type Answer = Readonly<Record<string, unknown>>;

/** A tab, by what the DevTools protocol calls its commands: https://chromedevtools.github.io/devtools-protocol (read 2026-11-22). */
export interface Tab {
  /** Addresses that were asked for. */
  readonly requests: readonly string[];
  open(url: string, width: number, more?: { readonly scripts?: boolean }): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
  press(key: string): Promise<void>;
}

export async function inTab<T>(use: (tab: Tab) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const args = ["--headless", "--disable-gpu", "--no-first-run", `--user-data-dir=${profile}`, "--remote-debugging-pipe", ...asRoot, "about:blank"];
  const browser = spawn(program!, args, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => browser.once("close", resolve));
  try {
    return await use(await tabOf(new Connection(browser)));
  } finally {
    browser.kill("SIGKILL");
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function tabOf(connection: Connection): Promise<Tab> {
  const { targetId } = await connection.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await connection.send("Target.attachToTarget", { targetId, flatten: true });
  const send = async (method: string, params: Answer = {}) => connection.send(method, params, sessionId as string);
  await Promise.all([send("Page.enable"), send("Network.enable")]);
  const evaluate = async (expression: string) => {
    const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as Answer)["value"];
  };
  return {
    requests: connection.requests,
    evaluate,
    open: async (url, width, { scripts = true } = {}) => {
      await send("Emulation.setScriptExecutionDisabled", { value: !scripts });
      await send("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: false });
      await send("Page.navigate", { url });
      while ((await evaluate("document.readyState + location.protocol")) !== "completefile:") await wait(20);
    },
    press: async (key) => {
      const text = key.length === 1 ? { text: key } : {};
      await send("Input.dispatchKeyEvent", { type: "keyDown", key, ...text });
      await send("Input.dispatchKeyEvent", { type: "keyUp", key });
    },
  };
}

/** Commands and answers as JSON, each ended by a zero byte. */
class Connection {
  readonly requests: string[] = [];
  private readonly waiting = new Map<number, { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }>();
  private readonly input: Writable;
  private text = "";

  constructor(browser: ChildProcess) {
    this.input = browser.stdio[3] as Writable;
    (browser.stdio[4] as Readable).setEncoding("utf8").on("data", (chunk: string) => {
      const messages = (this.text + chunk).split("\0");
      this.text = messages.pop()!;
      for (const message of messages) this.read(JSON.parse(message) as Answer);
    });
    browser.once("close", (code) => {
      for (const { reject } of this.waiting.values()) reject(new Error(`the browser ended with ${code}`));
    });
  }

  async send(method: string, params: Answer, sessionId?: string): Promise<Answer> {
    const id = this.waiting.size + 1;
    const answer = new Promise<Answer>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return answer;
  }

  private read({ id, result, error, method, params }: Answer): void {
    if (method === "Network.requestWillBeSent") this.requests.push(((params as Answer)["request"] as Answer)["url"] as string);
    if (typeof id !== "number") return;
    if (error === undefined) this.waiting.get(id)!.resolve(result as Answer);
    else this.waiting.get(id)!.reject(new Error(JSON.stringify(error)));
  }
}
