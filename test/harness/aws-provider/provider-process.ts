import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { type ClientHttp2Session, connect } from "node:http2";
import { connect as connectSocket } from "node:net";
import { createInterface } from "node:readline";

/** The real AWS provider, started once for many runs of Terraform. */
export class ProviderProcess {
  private constructor(private readonly child: ChildProcess, private readonly socket: string, readonly session: ClientHttp2Session) {}

  static async start(program: string, env: NodeJS.ProcessEnv): Promise<ProviderProcess> {
    const child = spawn(program, ["-debug"], { env, stdio: ["ignore", "pipe", "ignore"] });
    const socket = await socketOf(child);
    const session = connect("http://provider", { createConnection: () => connectSocket(socket), maxSessionMemory: 200 });
    session.on("error", () => {});
    await once(session, "connect");
    return new ProviderProcess(child, socket, session);
  }

  /** It holds nothing that a good end would save, and would wait for its clients. */
  kill(): void {
    this.child.kill("SIGKILL");
  }

  async stop(): Promise<void> {
    this.session.destroy();
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, "exit");
    this.kill();
    await ended;
    rmSync(this.socket, { force: true });
  }
}

/** It prints the line that a developer would give to Terraform. */
async function socketOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const attach = /TF_REATTACH_PROVIDERS='(.*)'/.exec(line)?.[1];
    if (attach === undefined) continue;
    child.stdout!.resume();
    const [{ Addr }] = Object.values(JSON.parse(attach) as Record<string, { Addr: { String: string } }>) as [{ Addr: { String: string } }];
    return Addr.String;
  }
  throw new Error("the AWS provider ended before it said where it listens");
}
