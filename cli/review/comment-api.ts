import { ProblemsError } from "../../kernel/problem";
import { asked, type Patience } from "../terraform-cloud/patience";

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly next: string | undefined;
}

export type Method = "GET" | "POST" | "PATCH" | "PUT";

/** The REST API of a forge. What is busy or cut off is asked again. The token goes to this host alone, and into no message. */
export class CommentApi {
  private constructor(private readonly base: URL, private readonly headers: Readonly<Record<string, string>>, private readonly needs: string, private readonly patience: Patience) {}

  /** `needs` is what lets a token write comments. */
  static at(variable: string, address: string, headers: Readonly<Record<string, string>>, needs: string, patience: Patience): CommentApi {
    const base = URL.canParse(address) ? new URL(address) : undefined;
    const loopback = base !== undefined && ["127.0.0.1", "localhost", "[::1]"].includes(base.hostname);
    if (base?.protocol === "https:" || (base?.protocol === "http:" && loopback)) return new CommentApi(base, headers, needs, patience);
    throw new ProblemsError([{ path: variable, expected: "an https address", got: address, why: "the token goes there", rule: "comment-address" }]);
  }

  /** `done` looks, before a request is sent again, whether the first was heard. */
  async request<T>(method: Method, path: string, body?: object, done?: () => Promise<T | undefined>): Promise<T> {
    const known = done && (async () => answerOf(await done()));
    return parsed<T>(await this.answer(method, this.address(path), body, known));
  }

  /** All pages of a list. */
  async list<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    for (let next: URL | undefined = this.address(path); next !== undefined; ) {
      const answer: Answer = await this.answer("GET", next);
      items.push(...parsed<T[]>(answer));
      next = answer.next === undefined ? undefined : this.sameHost(new URL(answer.next, next));
    }
    return items;
  }

  private async answer(method: Method, address: URL, body?: object, done?: () => Promise<Answer | undefined>): Promise<Answer> {
    const what = `${address.host} ${method} ${address.pathname}`;
    const headers = { "user-agent": "eks-platform", "content-type": "application/json", ...this.headers };
    const send = () => fetch(address, { method, headers, redirect: "manual", ...(body && { body: JSON.stringify(body) }) });
    const read = async (response: Response) => ({ status: response.status, text: await response.text(), next: nextOf(response.headers.get("link")) });
    const answer = await asked<Answer>(what, send, this.patience, { read, rule: "comment-answer", ...(done && { done }) });
    if (answer.status >= 200 && answer.status < 300) return answer;
    const got = `${answer.status}${reasonOf(answer.text)}`;
    if ([401, 403, 404].includes(answer.status)) throw new ProblemsError([{ path: what, expected: "a token that may write comments there", got, why: this.needs, rule: "comment-token" }]);
    throw new ProblemsError([{ path: what, expected: "the comment to be taken", got, rule: "comment-answer" }]);
  }

  private address(path: string): URL {
    return new URL(`${this.base.pathname.replace(/\/$/, "")}${path}`, this.base);
  }

  private sameHost(address: URL): URL {
    if (address.origin === this.base.origin) return address;
    throw new ProblemsError([{ path: this.base.host, expected: "its next page on the same host", got: address.origin, why: "the token goes there", rule: "comment-answer" }]);
  }
}

function answerOf(known: unknown): Answer | undefined {
  return known === undefined ? undefined : { status: 200, text: JSON.stringify(known), next: undefined };
}

function parsed<T>({ text }: Answer): T {
  return JSON.parse(text) as T;
}

function nextOf(link: string | null): string | undefined {
  return /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link ?? "")?.[1];
}

/** GitHub and GitLab both say it as `message`; GitLab also as an object. */
function reasonOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { readonly message?: unknown };
    return message === undefined ? "" : `: ${typeof message === "string" ? message : JSON.stringify(message)}`;
  } catch {
    return "";
  }
}
