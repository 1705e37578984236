import { once } from "node:events";
import { constants, createServer, type Http2Server, type IncomingHttpHeaders, type ServerHttp2Session, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { ProviderProcess } from "./provider-process";
import { schemaPart } from "./schema-part";

const service = "/tfplugin5.Provider/";
/** Processes beyond which it is quicker to wait for one than to start another. */
const enough = 3;
const patienceMs = 4000;
const grpc = { ":status": 200, "content-type": "application/grpc" };

/**
 * The real AWS provider for all Terraform runs that are sent to one AWS. Terraform would start it anew for every command and read
 * the schemas of its 1,500 types: seconds of processor time, most of what a plan costs. Here its processes stay, each
 * for one client at a time, and a schema has the types that a test uses.
 */
export class ServedProvider {
  private readonly idle: ProviderProcess[] = [];
  private readonly live = new Set<Promise<ProviderProcess>>();
  private readonly waiting: ((provider: ProviderProcess) => void)[] = [];
  private readonly types = new Set<string>();
  private schema: Promise<Buffer> | undefined;

  private constructor(private readonly server: Http2Server, private readonly launch: () => Promise<ProviderProcess>) {}

  static async start(program: string, env: NodeJS.ProcessEnv): Promise<ServedProvider> {
    const server = createServer();
    const served = new ServedProvider(server, () => ProviderProcess.start(program, env));
    server.on("session", (session: ServerHttp2Session) => served.serve(session));
    await once(server.listen(0, "127.0.0.1"), "listening");
    server.unref();
    process.once("exit", served.kill);
    return served;
  }

  /** What `TF_REATTACH_PROVIDERS` says of a provider that was started elsewhere. */
  get attachment(): object {
    const { port } = this.server.address() as AddressInfo;
    return { Protocol: "grpc", ProtocolVersion: 5, Pid: process.pid, Test: true, Addr: { Network: "tcp", String: `127.0.0.1:${port}` } };
  }

  /** Resource types and data sources of which Terraform is told. */
  know(types: Iterable<string>): void {
    for (const type of types) this.types.add(type);
  }

  /** Until somebody comes again, one process is enough. */
  async rest(): Promise<void> {
    await Promise.all(this.idle.splice(1).map((provider) => this.end(provider)));
  }

  async stop(): Promise<void> {
    process.off("exit", this.kill);
    this.server.close();
    await Promise.all([...this.live].map(async (starting) => (await starting).stop()));
  }

  private readonly kill = (): void => {
    for (const starting of this.live) void starting.then((provider) => provider.kill());
  };

  /** One client is one configuration of the provider: it has a process of its own while it is there. */
  private serve(session: ServerHttp2Session): void {
    let taken: Promise<ProviderProcess> | undefined;
    let underWay = 0;
    let stopped = false;
    session.on("error", () => {});
    session.on("stream", (stream, headers) => {
      stream.on("error", () => {});
      const path = String(headers[":path"]);
      if (path === `${service}GetSchema`) return void this.answerSchema(stream);
      // Terraform asks for a log stream, too.
      if (!path.startsWith(service)) return stream.respond({ ...grpc, "grpc-status": "12" }, { endStream: true });
      if (path === `${service}Stop`) stopped = true;
      underWay += 1;
      stream.on("close", () => (underWay -= 1));
      taken ??= this.take();
      taken.then((provider) => relay(stream, headers, provider), (error: Error) => stream.destroy(error));
    });
    session.on("close", () => void taken?.then((provider) => this.giveBack(provider, stopped || underWay > 0), () => {}));
  }

  /** One that was told to stop, or still works on what nobody waits for, is not used again. */
  private giveBack(provider: ProviderProcess, spent: boolean): Promise<void> | undefined {
    if (spent) return this.end(provider);
    const next = this.waiting.shift();
    if (next === undefined) this.idle.push(provider);
    else next(provider);
    return undefined;
  }

  private async take(): Promise<ProviderProcess> {
    const idle = this.idle.pop() ?? (this.live.size < enough ? undefined : await this.soonFree());
    if (idle !== undefined) return idle;
    const starting = this.launch();
    this.live.add(starting);
    return starting;
  }

  private async end(provider: ProviderProcess): Promise<void> {
    for (const starting of this.live) if ((await starting) === provider) this.live.delete(starting);
    await provider.stop();
  }

  /** Nothing when none was given back in time: whoever asks may hold one already, for another account. */
  private soonFree(): Promise<ProviderProcess | undefined> {
    return new Promise((resolve) => {
      const next = (provider: ProviderProcess) => {
        clearTimeout(timer);
        resolve(provider);
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(next), 1);
        resolve(undefined);
      }, patienceMs);
      this.waiting.push(next);
    });
  }

  private async answerSchema(stream: ServerHttp2Stream): Promise<void> {
    stream.resume();
    this.schema ??= this.wholeSchema();
    const part = schemaPart(await this.schema, this.types);
    stream.respond(grpc, { waitForTrailers: true });
    stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
    stream.end(framed(part));
  }

  private async wholeSchema(): Promise<Buffer> {
    const provider = await this.take();
    const request = provider.session.request({ ":method": "POST", ":path": `${service}GetSchema`, "content-type": "application/grpc", te: "trailers" });
    request.end(framed(Buffer.alloc(0)));
    const chunks = (await request.toArray()) as Buffer[];
    await this.giveBack(provider, false);
    return Buffer.concat(chunks).subarray(5);
  }
}

/** A message of gRPC: not compressed, its length, itself. */
function framed(message: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

function relay(stream: ServerHttp2Stream, { ":authority": _, ...headers }: IncomingHttpHeaders, { session }: ProviderProcess): void {
  if (stream.destroyed) return;
  const request = session.request(headers);
  let trailers: IncomingHttpHeaders = {};
  request.on("error", (error) => stream.destroy(error));
  request.on("response", (answer) => {
    // An answer without a message has its status in the first headers.
    stream.respond(answer, { waitForTrailers: answer["grpc-status"] === undefined });
    stream.on("wantTrailers", () => stream.sendTrailers(trailers));
    request.pipe(stream);
  });
  request.on("trailers", (last) => (trailers = last));
  stream.on("aborted", () => request.close(constants.NGHTTP2_CANCEL));
  stream.pipe(request);
}
