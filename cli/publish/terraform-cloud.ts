import { setTimeout } from "node:timers/promises";
import pRetry from "p-retry";
import { ProblemsError } from "../../kernel/problem";

/** How often, and how patiently. */
export interface Patience {
  readonly retries: number;
  /** Before the first retry; then twice as long each time. */
  readonly firstMs: number;
  /** Between two looks at what the server works on. */
  readonly pollMs: number;
  /** How long it may work. */
  readonly workMs: number;
  /** How long what was uploaded may wait to be worked on. */
  readonly pendingMs: number;
}

export const patient: Patience = { retries: 6, firstMs: 1000, pollMs: 2000, workMs: 5 * 60_000, pendingMs: 20_000 };

/** A resource of JSON:API. https://developer.hashicorp.com/terraform/cloud-docs/api-docs (read 2026-11-22) */
export interface Resource<A> {
  readonly attributes: A;
  readonly links?: Readonly<Record<string, string>>;
}

export interface Answer<A> {
  readonly status: number;
  readonly data?: Resource<A>;
  /** Of a refusal. */
  readonly errors: string;
}

interface Document<A> {
  readonly data?: Resource<A>;
  readonly errors?: readonly { readonly title?: string; readonly detail?: string }[];
}

/** Passes: the server is busy, or away for a moment. */
class NoAnswer extends Error {
  constructor(message: string, readonly afterMs = 0) {
    super(message);
  }
}

/**
 * The API of Terraform Cloud and Enterprise, by its address and the services it tells. What is busy, throttled or cut off is
 * asked again. The token goes to the API alone, and into no message.
 */
export class TerraformCloud {
  private constructor(readonly host: string, private readonly services: Readonly<Record<"api" | "modules", URL>>, private readonly token: string, private readonly patience: Patience) {}

  /** https://developer.hashicorp.com/terraform/internals/remote-service-discovery (read 2026-11-22) */
  static async discover(origin: URL, token: string, patience: Patience): Promise<TerraformCloud> {
    const address = new URL("/.well-known/terraform.json", origin);
    const response = await asked(`${origin.host} GET ${address.pathname}`, () => fetch(address), patience);
    const services = response.ok ? ((await response.json().catch(() => ({}))) as Record<string, unknown>) : {};
    const [api, modules] = [services["tfe.v2"], services["modules.v1"]];
    if (typeof api !== "string" || typeof modules !== "string") throw refusal(origin.host, "a host of Terraform Cloud or Enterprise, with the services tfe.v2 and modules.v1", `${response.status} and ${JSON.stringify(Object.keys(services))}`);
    return new TerraformCloud(origin.host, { api: new URL(api, address), modules: new URL(modules, address) }, token, patience);
  }

  async request<A = unknown>(method: "GET" | "POST" | "DELETE", path: string, data?: object): Promise<Answer<A>> {
    const headers = { authorization: `Bearer ${this.token}`, "content-type": "application/vnd.api+json" };
    const send = () => fetch(new URL(path, this.services.api), { method, headers, ...(data && { body: JSON.stringify({ data }) }) });
    const { status, text } = await asked(`${this.host} ${method} ${path}`, send, this.patience, async (response) => ({ status: response.status, text: await response.text() }));
    if (status === 401) throw refusal(this.host, "a token that it takes", "one that it refused", "terraform login", "registry-token");
    const { data: resource, errors = [] } = parsed<A>(text);
    return { status, ...(resource && { data: resource }), errors: errors.map(({ title, detail }) => detail ?? title ?? "").join("; ") };
  }

  /** To an address with a secret of its own, which is told nowhere. */
  async upload(address: string, content: Uint8Array): Promise<void> {
    const { ok, status } = await asked(`${this.host} upload`, () => fetch(address, { method: "PUT", headers: { "content-type": "application/octet-stream" }, body: content }), this.patience);
    if (!ok) throw refusal(this.host, "the upload to be taken", status);
  }

  /** The archive that a consumer of a module's version gets, or nothing where it is no archive. */
  async download(module: string): Promise<Uint8Array | undefined> {
    const from = new URL(`${module}/download`, this.services.modules);
    const answer = await asked(`${this.host} GET ${from.pathname}`, () => fetch(from, { headers: { authorization: `Bearer ${this.token}` } }), this.patience);
    const address = answer.headers.get("x-terraform-get");
    if (!answer.ok || address === null || /^\w+::|^git@/.test(address)) return undefined;
    const archive = await asked(`${this.host} download`, () => fetch(new URL(address, from)), this.patience, async (response) => ({ ok: response.ok, bytes: new Uint8Array(await response.arrayBuffer()) }));
    return archive.ok ? archive.bytes : undefined;
  }

  /** Asks until there is an answer. */
  async until<T>(look: () => Promise<T | undefined>, workMs = this.patience.workMs): Promise<T | undefined> {
    for (const end = Date.now() + workMs; ; await setTimeout(this.patience.pollMs)) {
      const seen = await look();
      if (seen !== undefined || Date.now() >= end) return seen;
    }
  }
}

/** `at` is the host, and what was asked of it. */
export function refusal(at: string, expected: string, got: unknown, suggestion?: string, rule = "registry-answer"): ProblemsError {
  return new ProblemsError([{ path: `registry ${at}`, expected, got, ...(suggestion !== undefined && { suggestion }), rule }]);
}

const timeoutMs = 60_000;

/** `read` belongs to the attempt: a connection is cut in the middle of an answer, too. */
async function asked<T = Response>(what: string, send: () => Promise<Response>, { retries, firstMs }: Patience, read: (response: Response) => Promise<T> = async (response) => response as T): Promise<T> {
  const attempt = async () => {
    const response = await within(send()).catch(cut);
    if (response.status === 429 || response.status >= 500) throw new NoAnswer(`the server answered with ${response.status}`, secondsOf(response.headers.get("retry-after")) * 1000);
    return read(response).catch(cut);
  };
  try {
    return await pRetry(attempt, { retries, minTimeout: firstMs, onFailedAttempt: ({ error, retriesLeft }) => (error instanceof NoAnswer && retriesLeft > 0 ? setTimeout(error.afterMs) : undefined) });
  } catch (error) {
    throw refusal(what, "an answer", `${(error as Error).message}, ${retries + 1} times`);
  }
}

async function within(response: Promise<Response>): Promise<Response> {
  const late = new AbortController();
  const timeout = setTimeout(timeoutMs, undefined, { signal: late.signal, ref: false }).then(() => Promise.reject(new Error(`nothing for ${timeoutMs / 1000} s`)));
  timeout.catch(() => {});
  return Promise.race([response, timeout]).finally(() => late.abort());
}

// Seconds or a date; what cannot be read is no wish.
function secondsOf(header: string | null): number {
  if (header === null) return 0;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}

function parsed<A>(text: string): Document<A> {
  try {
    return JSON.parse(text) as Document<A>;
  } catch {
    return {};
  }
}

/** Node tells the reason of "fetch failed" one level below. */
function cut(error: unknown): never {
  const { message, cause } = error as { readonly message: string; readonly cause?: { readonly message?: string } };
  throw new NoAnswer(cause?.message || message);
}
