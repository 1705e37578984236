import { setTimeout } from "node:timers/promises";
import pRetry from "p-retry";
import { ProblemsError } from "../../kernel/problem";
import { refusal } from "./refusal";

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

export interface Attempts<T> {
  /** Belongs to the attempt: a connection is cut in the middle of an answer, too. */
  readonly read: (response: Response) => Promise<T>;
  /** Looks, before it is asked again, whether the lost answer was to a request that was done. */
  readonly done?: () => Promise<T | undefined>;
  readonly signal?: AbortSignal;
  /** That no answer came. */
  readonly rule?: string;
}

/** Passes: the server is busy, or away for a moment. */
class NoAnswer extends Error {
  constructor(message: string, readonly afterMs = 0) {
    super(message);
  }
}

/** Asks until there is an answer. What is busy, throttled or cut off is asked again. */
export async function asked<T>(what: string, send: () => Promise<Response>, { retries, firstMs }: Patience, { read, done, signal, rule }: Attempts<T>): Promise<T> {
  const attempt = async (count: number) => {
    const known = count > 1 ? await done?.() : undefined;
    if (known !== undefined) return known;
    const response = await within(send()).catch(cut);
    if (isBusy(response)) throw new NoAnswer(`the server answered with ${response.status}`, secondsOf(response.headers.get("retry-after")) * 1000);
    return read(response).catch(cut);
  };
  const wait = async (ms: number) => setTimeout(ms, undefined, { ...(signal && { signal }) });
  try {
    return await pRetry(attempt, { retries, minTimeout: firstMs, ...(signal && { signal }), shouldRetry: ({ error }) => error instanceof NoAnswer, onFailedAttempt: ({ error, retriesLeft }) => (error instanceof NoAnswer && retriesLeft > 0 ? wait(error.afterMs) : undefined) });
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof NoAnswer)) throw error;
    throw refusal(what, "an answer", `${error.message}, ${retries + 1} times`, undefined, rule);
  }
}

/** GitHub says with 403 and a time to wait that requests come too fast. https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function isBusy({ status, headers }: Response): boolean {
  return status === 429 || status >= 500 || (status === 403 && headers.has("retry-after"));
}

const timeoutMs = 60_000;

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

/** Node tells the reason of "fetch failed" one level below. */
function cut(error: unknown): never {
  if (error instanceof ProblemsError) throw error;
  const { message, cause } = error as { readonly message: string; readonly cause?: { readonly message?: string } };
  throw new NoAnswer(cause?.message || message);
}
