import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request, as a route sees it. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** What a JSON:API document in the body says. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Organizations that the token sees. */
  readonly organizations: readonly string[];
}

export interface Reply {
  readonly status: number;
  /** A resource of JSON:API. */
  readonly data?: object;
  /** A document of another form. */
  readonly json?: object;
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sentences of a refusal. */
  readonly errors?: readonly string[];
}

/** By `METHOD /path/:parameter`. */
export type Routes = Readonly<Record<string, (call: Call) => Reply>>;

/** Met by the next `count` requests whose `METHOD /path` it matches. */
export interface Fault {
  readonly on: RegExp;
  /** `cut`: the connection ends before the request is heard; `lost`: after it was done. */
  readonly kind: "throttle" | "unavailable" | "cut" | "lost";
  readonly count: number;
  readonly retryAfterSeconds?: number;
}

export interface LoggedRequest {
  /** `METHOD /path`. */
  readonly request: string;
  readonly status: number | "cut" | "lost";
  readonly authorization: string | undefined;
  readonly at: number;
}

/** The HTTP of Terraform Cloud's API on this machine: tokens, documents, throttling, faults, a log. What it answers are routes. */
export class TerraformCloudServer {
  readonly log: LoggedRequest[] = [];
  /** Organizations by token. */
  readonly tokens = new Map<string, readonly string[]>();
  private readonly faults: { fault: Fault; left: number }[] = [];
  private readonly server = createServer((request, response) => void this.answer(request, response));
  private routes: Routes = {};

  async start(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  add(routes: Routes): void {
    this.routes = { ...this.routes, ...routes };
  }

  inject(fault: Fault): void {
    this.faults.push({ fault, left: fault.count });
  }

  /** What is left of the faults is forgotten. */
  calm(): void {
    this.faults.length = 0;
  }

  /** The requests since the last call, each as `METHOD /path status`. */
  heard(): string[] {
    return this.log.splice(0).map(({ request, status }) => `${request} ${status}`);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", this.url);
    const name = `${request.method} ${pathname}`;
    const note = (status: LoggedRequest["status"]) => this.log.push({ request: name, status, authorization: request.headers.authorization, at: Date.now() });
    const fault = this.faultOf(name);
    if (fault?.kind === "cut") {
      note("cut");
      request.socket.destroy();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const reply = (fault && refused(fault)) ?? this.routed(name, Buffer.concat(chunks), request.headers.authorization);
    note(fault?.kind === "lost" ? "lost" : reply.status);
    if (fault?.kind === "lost") request.socket.destroy();
    else send(response, reply);
  }

  private faultOf(name: string): Fault | undefined {
    const met = this.faults.find(({ fault, left }) => left > 0 && fault.on.test(name));
    if (met !== undefined) met.left -= 1;
    return met?.fault;
  }

  private routed(name: string, body: Buffer, authorization = ""): Reply {
    const organizations = this.tokens.get(authorization.replace(/^Bearer /, ""));
    if (/^\w+ \/api\//.test(name) && organizations === undefined) return { status: 401, errors: ["unauthorized"] };
    for (const [route, handle] of Object.entries(this.routes)) {
      const match = new RegExp(`^${route.replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}$`).exec(name);
      if (match) return handle({ params: match.groups ?? {}, body, attributes: attributesIn(body), organizations: organizations ?? [] });
    }
    return { status: 404, errors: ["not found"] };
  }
}

/** As the API makes its ids. */
export function newId(kind: string): string {
  return `${kind}-${randomUUID().replaceAll("-", "").slice(0, 16)}`;
}

function refused({ kind, retryAfterSeconds }: Fault): Reply | undefined {
  if (kind === "lost") return undefined;
  const headers: Record<string, string> = retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
  return kind === "throttle" ? { status: 429, headers, errors: ["too many requests"] } : { status: 503, headers, errors: ["service unavailable"] };
}

function send(response: ServerResponse, { status, data, json, bytes, headers, errors }: Reply): void {
  const document = errors ? { errors: errors.map((detail) => ({ status: String(status), title: detail, detail })) } : data ? { data } : json;
  response.writeHead(status, { "content-type": json ? "application/json" : bytes ? "application/octet-stream" : "application/vnd.api+json", "tfp-api-version": "2.6", "x-ratelimit-limit": "30", ...headers });
  response.end(bytes ?? (document === undefined ? undefined : JSON.stringify(document)));
}

function attributesIn(body: Buffer): Call["attributes"] {
  try {
    return (JSON.parse(body.toString()) as { data?: { attributes?: Record<string, unknown> } }).data?.attributes ?? {};
  } catch {
    return {};
  }
}
