import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request, as a route sees it. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly query: URLSearchParams;
  /** What a JSON:API document in the body says. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly relationships: Readonly<Record<string, { readonly data?: unknown }>>;
  /** Organizations that the token sees. */
  readonly organizations: readonly string[];
  /** Whose token it is. */
  readonly user: string;
}

export interface Reply {
  readonly status: number;
  /** A resource of JSON:API, or a list of them. */
  readonly data?: object;
  readonly included?: readonly object[];
  readonly meta?: object;
  /** A document of another form. */
  readonly json?: object;
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sentences of a refusal. */
  readonly errors?: readonly string[];
}

/** By `METHOD /path/:parameter`. */
export type Routes = Readonly<Record<string, (call: Call) => Reply>>;

export const missing: Reply = { status: 404, errors: ["not found"] };

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
  /** Users by token, where it matters who somebody is. */
  readonly users = new Map<string, string>();
  /** Above it the API answers with 429. */
  private bucket: TokenBucket | undefined;
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

  /** From now on the API takes so many requests a second. */
  limit(requestsPerSecond: number): void {
    this.bucket = new TokenBucket(requestsPerSecond);
  }

  /** What is left of the faults is forgotten, and so is the limit. */
  calm(): void {
    this.faults.length = 0;
    this.bucket = undefined;
  }

  /** The requests since the last call, each as `METHOD /path status`. */
  heard(): string[] {
    return this.log.splice(0).map(({ request, status }) => `${request} ${status}`);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", this.url);
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
    const full = /^\w+ \/api\//.test(name) ? this.bucket?.take() : undefined;
    const reply = (fault && refused(fault)) ?? full ?? this.routed(name, { query: searchParams, body: Buffer.concat(chunks) }, request.headers.authorization);
    note(fault?.kind === "lost" ? "lost" : reply.status);
    if (fault?.kind === "lost") request.socket.destroy();
    else send(response, { ...reply, headers: { ...this.bucket?.headers(), ...reply.headers } });
  }

  private faultOf(name: string): Fault | undefined {
    const met = this.faults.find(({ fault, left }) => left > 0 && fault.on.test(name));
    if (met !== undefined) met.left -= 1;
    return met?.fault;
  }

  private routed(name: string, asked: Pick<Call, "query" | "body">, authorization = ""): Reply {
    const token = authorization.replace(/^Bearer /, "");
    const organizations = this.tokens.get(token);
    if (/^\w+ \/api\//.test(name) && organizations === undefined) return { status: 401, errors: ["unauthorized"] };
    for (const [route, handle] of Object.entries(this.routes)) {
      const match = new RegExp(`^${route.replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}$`).exec(name);
      if (match) return handle({ params: match.groups ?? {}, ...asked, ...documentIn(asked.body), organizations: organizations ?? [], user: this.users.get(token) ?? "somebody" });
    }
    return missing;
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

/** https://developer.hashicorp.com/terraform/cloud-docs/api-docs#rate-limiting (read 2026-11-22) */
class TokenBucket {
  private left: number;
  private filled = Date.now();

  constructor(private readonly perSecond: number) {
    this.left = perSecond;
  }

  take(): Reply | undefined {
    const now = Date.now();
    this.left = Math.min(this.perSecond, this.left + ((now - this.filled) / 1000) * this.perSecond);
    this.filled = now;
    if (this.left < 1) return { status: 429, errors: ["too many requests"] };
    this.left -= 1;
    return undefined;
  }

  /** Seconds to the next request that would be taken, as a fraction. */
  headers(): Readonly<Record<string, string>> {
    const reset = this.left >= 1 ? 0 : (1 - this.left) / this.perSecond;
    return { "x-ratelimit-limit": String(this.perSecond), "x-ratelimit-remaining": String(Math.floor(this.left)), "x-ratelimit-reset": reset.toFixed(3) };
  }
}

function send(response: ServerResponse, { status, data, included, meta, json, bytes, headers, errors }: Reply): void {
  const document = errors ? { errors: errors.map((detail) => ({ status: String(status), title: detail, detail })) } : data ? { data, ...(included && { included }), ...(meta && { meta }) } : json;
  response.writeHead(status, { "content-type": json ? "application/json" : bytes ? "application/octet-stream" : "application/vnd.api+json", "tfp-api-version": "2.6", "x-ratelimit-limit": "30", ...headers });
  response.end(bytes ?? (document === undefined ? undefined : JSON.stringify(document)));
}

function documentIn(body: Buffer): Pick<Call, "attributes" | "relationships"> {
  try {
    const { data } = JSON.parse(body.toString()) as { data?: Partial<Pick<Call, "attributes" | "relationships">> };
    return { attributes: data?.attributes ?? {}, relationships: data?.relationships ?? {} };
  } catch {
    return { attributes: {}, relationships: {} };
  }
}
