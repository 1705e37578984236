import { once } from "node:events";
import { constants, createServer, type Http2Server, type IncomingHttpHeaders, type ServerHttp2Session, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { ProviderProcess } from "./provider-process";
import { configurationIn, schemaPart } from "./schema-part";

const service = "/tfplugin5.Provider/";
const grpc = { ":status": 200, "content-type": "application/grpc" };
/** By program. It says the same to everybody, and takes seconds to make. */
const schemas = new Map<string, Promise<Buffer>>();

/** What one process does for its clients. A client that only validates needs no configuration, or can do with any. */
interface Used {
  readonly starting: Promise<ProviderProcess>;
  readonly clients: Set<ServerHttp2Session>;
  readonly configured: Set<ServerHttp2Session>;
  configuration?: string;
  /** It was told to stop, or still works on what nobody waits for. */
  spent?: boolean;
}

/**
 * The real AWS provider for all Terraform runs that are sent to one AWS. Terraform would start it anew for every command and read
 * the schemas of its 1,500 types: seconds of processor time, most of what a plan costs. Here its processes stay, one for
 * each configuration, and a schema has the types that a test uses.
 */
export class ServedProvider {
  private readonly live = new Set<Used>();
  private readonly types = new Set<string>();

  private constructor(private readonly server: Http2Server, private readonly program: string, private readonly env: NodeJS.ProcessEnv) {}

  static async start(program: string, env: NodeJS.ProcessEnv): Promise<ServedProvider> {
    const server = createServer();
    const served = new ServedProvider(server, program, env);
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
    const idle = [...this.live].filter(({ clients }) => clients.size === 0);
    await Promise.all(idle.slice(1).map((used) => this.end(used)));
  }

  async stop(): Promise<void> {
    process.off("exit", this.kill);
    this.server.close();
    await Promise.all([...this.live].map((used) => this.end(used)));
  }

  private readonly kill = (): void => {
    for (const { starting } of this.live) void starting.then((provider) => provider.kill());
  };

  /** Terraform has a client for each walk of its graph, and closes all of them when it ends. */
  private serve(session: ServerHttp2Session): void {
    let used: Used | undefined;
    let underWay = 0;
    session.on("error", () => {});
    session.on("stream", (stream, headers) => {
      stream.on("error", () => {});
      const path = String(headers[":path"]);
      if (path === `${service}GetSchema`) return void this.answerSchema(stream);
      // Terraform asks for a log stream, too.
      if (!path.startsWith(service)) return stream.respond({ ...grpc, "grpc-status": "12" }, { endStream: true });
      underWay += 1;
      stream.on("close", () => (underWay -= 1));
      const answer = async () => {
        const request = path === `${service}Configure` ? Buffer.concat((await stream.toArray()) as Buffer[]) : undefined;
        if (used === undefined || request !== undefined) {
          this.leave(session, used);
          used = this.join(session, request && configurationIn(request.subarray(5)));
        }
        if (path === `${service}Stop`) used.spent = true;
        relay(stream, headers, await used.starting, request);
      };
      answer().catch((error: Error) => stream.destroy(error));
    });
    session.on("close", () => {
      if (used !== undefined && underWay > 0) used.spent = true;
      this.leave(session, used);
    });
  }

  private join(session: ServerHttp2Session, configuration: string | undefined): Used {
    const free = [...this.live].filter(({ spent }) => !spent);
    const fitting = configuration === undefined ? free[0] : (free.find((used) => used.configuration === configuration) ?? free.find(({ configured }) => configured.size === 0));
    const used = fitting ?? this.another();
    used.clients.add(session);
    if (configuration !== undefined) {
      used.configured.add(session);
      used.configuration = configuration;
    }
    return used;
  }

  private another(): Used {
    const used: Used = { starting: ProviderProcess.start(this.program, this.env), clients: new Set(), configured: new Set() };
    this.live.add(used);
    return used;
  }

  private leave(session: ServerHttp2Session, used: Used | undefined): void {
    used?.clients.delete(session);
    used?.configured.delete(session);
    if (used?.spent && used.clients.size === 0) void this.end(used);
  }

  private async end(used: Used): Promise<void> {
    this.live.delete(used);
    await (await used.starting).stop();
  }

  private async answerSchema(stream: ServerHttp2Stream): Promise<void> {
    stream.resume();
    const schema = schemas.get(this.program) ?? this.wholeSchema();
    schemas.set(this.program, schema);
    const part = schemaPart(await schema, this.types);
    stream.respond(grpc, { waitForTrailers: true });
    stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
    stream.end(framed(part));
  }

  private async wholeSchema(): Promise<Buffer> {
    const [used = this.another()] = this.live;
    const { session } = await used.starting;
    const request = session.request({ ":method": "POST", ":path": `${service}GetSchema`, "content-type": "application/grpc", te: "trailers" });
    request.end(framed(Buffer.alloc(0)));
    const chunks = (await request.toArray()) as Buffer[];
    return Buffer.concat(chunks).subarray(5);
  }
}

/** A message of gRPC: not compressed, its length, itself. */
function framed(message: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

function relay(stream: ServerHttp2Stream, { ":authority": _, ...headers }: IncomingHttpHeaders, { session }: ProviderProcess, message?: Buffer): void {
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
  if (message === undefined) stream.pipe(request);
  else request.end(message);
}
