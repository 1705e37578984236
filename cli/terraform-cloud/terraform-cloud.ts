import { setTimeout } from "node:timers/promises";
import { cliConfiguration } from "./cli-configuration";
import { type Services, servicesOf } from "./discovery";
import { Pace } from "./pace";
import { asked, type Patience, patient } from "./patience";
import { refusal } from "./refusal";
import { terraformToken, tokenVariable } from "./terraform-token";

/** A resource of JSON:API. https://developer.hashicorp.com/terraform/cloud-docs/api-docs (read 2026-11-22) */
export interface Resource<A = Readonly<Record<string, unknown>>> {
  readonly id: string;
  readonly type: string;
  readonly attributes: A;
  readonly relationships?: Readonly<Record<string, { readonly data?: Linked | readonly Linked[] | null }>>;
  readonly links?: Readonly<Record<string, string>>;
}

interface Linked {
  readonly id: string;
  readonly type: string;
}

export interface Answer<A> {
  readonly status: number;
  readonly data?: Resource<A>;
  /** Further resources that the request asked for. */
  readonly included: readonly Resource[];
  /** Of a refusal. */
  readonly errors: string;
}

export interface Request<A> {
  readonly data?: object;
  /** Of the few requests whose body is no document. */
  readonly body?: object;
  /** Of what makes something: looks whether it was made, where the answer was lost. */
  readonly made?: () => Promise<Resource<A> | undefined>;
}

interface Document<A> {
  readonly data?: Resource<A> | readonly Resource<A>[];
  readonly included?: readonly Resource[];
  readonly errors?: readonly { readonly title?: string; readonly detail?: string }[];
  readonly meta?: { readonly pagination?: { readonly "next-page"?: number | null } };
}

interface Told<A> {
  readonly status: number;
  readonly document: Document<A>;
}

export interface CloudOptions {
  readonly patience?: Patience;
  readonly env?: NodeJS.ProcessEnv;
  readonly home?: string;
  /** Ends what waits. */
  readonly signal?: AbortSignal;
}

/**
 * The API of Terraform Cloud and Enterprise, by its address and the services it tells. What is busy, throttled or cut off is
 * asked again. The token goes to the API alone, and into no message.
 */
export class TerraformCloud {
  private readonly pace = new Pace();

  private constructor(readonly host: string, private readonly services: Services, private readonly token: string, readonly patience: Patience, private readonly signal?: AbortSignal) {}

  /** With the token of the host, as Terraform finds both. */
  static async discover(origin: URL, { patience = patient, env = process.env, home, signal }: CloudOptions = {}): Promise<TerraformCloud> {
    const { host } = origin;
    const configuration = cliConfiguration(env, home);
    const token = terraformToken(host, configuration, env);
    if (token === undefined) throw refusal(host, `a token in ${tokenVariable(host)} or of terraform login`, undefined, `terraform login ${host}`, "cloud-token");
    return new TerraformCloud(host, await servicesOf(origin, configuration, patience, signal), token, patience, signal);
  }

  /** One that an abort does not end: for what must be put in order after it. */
  unending(): TerraformCloud {
    return new TerraformCloud(this.host, this.services, this.token, this.patience);
  }

  get aborted(): boolean {
    return this.signal?.aborted ?? false;
  }

  async request<A = unknown>(method: "GET" | "POST" | "PATCH" | "DELETE", path: string, { data, body = data && { data }, made }: Request<A> = {}): Promise<Answer<A>> {
    const { status, document } = await this.document<A>(method, path, body, made);
    const one = Array.isArray(document.data) ? undefined : (document.data as Resource<A> | undefined);
    return { status, ...(one && { data: one }), included: document.included ?? [], errors: errorsIn(document) };
  }

  /** All pages of a list. `path` has a query already, or none. */
  async list<A = unknown>(path: string): Promise<readonly Resource<A>[]> {
    const all: Resource<A>[] = [];
    for (let page: number | undefined = 1; page !== undefined; ) {
      const { status, document }: Told<A> = await this.document<A>("GET", `${path}${path.includes("?") ? "&" : "?"}page%5Bsize%5D=100&page%5Bnumber%5D=${page}`);
      if (status !== 200) throw refusal(`${this.host} GET ${path}`, "a list", errorsIn(document) || status);
      all.push(...(Array.isArray(document.data) ? (document.data as readonly Resource<A>[]) : []));
      page = document.meta?.pagination?.["next-page"] ?? undefined;
    }
    return all;
  }

  /** What stands at a path of the API, at an address that it told, or behind a redirect to one, such as a state or a plan's JSON. */
  async content(path: string): Promise<{ readonly status: number; readonly bytes?: Uint8Array }> {
    const api = this.service("tfe.v2");
    const address = new URL(path, api);
    const withToken = address.origin === api.origin && address.pathname.startsWith("/api/");
    const first = await this.ask(withToken ? `GET ${path}` : "download", () => fetch(address, { redirect: "manual", ...(withToken && { headers: this.headers() }) }), whole);
    if (first.status === 401 && withToken) throw this.unauthorized();
    if (first.location !== null) return this.content(new URL(first.location, address).href);
    return { status: first.status, ...(first.status === 200 && { bytes: first.bytes }) };
  }

  /** To an address with a secret of its own, which is told nowhere. */
  async upload(address: string, content: Uint8Array): Promise<number> {
    const { status } = await this.ask("upload", () => fetch(address, { method: "PUT", headers: { "content-type": "application/octet-stream" }, body: content }), whole);
    return status;
  }

  /** The archive that a consumer of a module's version gets, or nothing where it is no archive. */
  async module(path: string): Promise<Uint8Array | undefined> {
    const from = new URL(`${path}/download`, this.service("modules.v1"));
    const answer = await this.ask(`GET ${from.pathname}`, () => fetch(from, { headers: { authorization: `Bearer ${this.token}` } }), whole);
    const { ok, terraformGet: address } = answer;
    if (!ok || address === null || /^\w+::|^git@/.test(address)) return undefined;
    return (await this.content(new URL(address, from).href)).bytes;
  }

  /** Asks until there is an answer. */
  async until<T>(look: () => Promise<T | undefined>, workMs = this.patience.workMs): Promise<T | undefined> {
    for (const end = Date.now() + workMs; ; await this.pause()) {
      const seen = await look();
      if (seen !== undefined || Date.now() >= end) return seen;
    }
  }

  private async pause(): Promise<void> {
    await setTimeout(this.patience.pollMs, undefined, { ...(this.signal && { signal: this.signal }) }).catch(() => this.signal?.throwIfAborted());
  }

  private async document<A>(method: string, path: string, body?: object, made?: Request<A>["made"]): Promise<Told<A>> {
    const send = () => fetch(new URL(path, this.service("tfe.v2")), { method, headers: this.headers(), ...(body && { body: JSON.stringify(body) }) });
    const read = async (response: Response) => ({ status: response.status, document: parsed<A>(await response.text()) });
    const done = async () => {
      const found = await made?.();
      return found && { status: 200, document: { data: found } };
    };
    const answer = await this.ask(`${method} ${path}`, send, read, done);
    if (answer.status === 401) throw this.unauthorized();
    return answer;
  }

  private async ask<T>(what: string, send: () => Promise<Response>, read: (response: Response) => Promise<T>, done?: () => Promise<T | undefined>): Promise<T> {
    const paced = async () => {
      await this.pace.turn();
      const response = await send();
      this.pace.learn(response.headers.get("x-ratelimit-limit"));
      return response;
    };
    return asked(`${this.host} ${what}`, paced, this.patience, { read, ...(done && { done }), ...(this.signal && { signal: this.signal }) });
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}`, "content-type": "application/vnd.api+json" };
  }

  private service(name: "tfe.v2" | "modules.v1"): URL {
    const address = this.services[name];
    if (address === undefined) throw refusal(this.host, `a host of Terraform Cloud or Enterprise, which has the service ${name}`, Object.keys(this.services).join(", "));
    return address;
  }

  private unauthorized() {
    return refusal(this.host, "a token that it takes", "one that it refused", `terraform login ${this.host}`, "cloud-token");
  }
}

async function whole(response: Response) {
  return { ok: response.ok, status: response.status, location: response.headers.get("location"), terraformGet: response.headers.get("x-terraform-get"), bytes: new Uint8Array(await response.arrayBuffer()) };
}

function errorsIn({ errors = [] }: Document<unknown>): string {
  return errors.map(({ title, detail }) => detail ?? title ?? "").join("; ");
}

function parsed<A>(text: string): Document<A> {
  try {
    return JSON.parse(text) as Document<A>;
  } catch {
    return {};
  }
}
