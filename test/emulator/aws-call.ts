import type { Emulator } from "../../emulator/emulator";

export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: Record<string, unknown>;
}

export interface Caller {
  readonly accessKey?: string;
  readonly region?: string;
  /** What an SDK gives every attempt of one call. */
  readonly invocation?: string;
}

/** The emulator checks no signature, as moto does not: the scope in the header is what routes a request. */
export function authorization(service: string, { accessKey = "AKIAIOSFODNN7EXAMPLE", region = "us-east-1" }: Caller = {}): string {
  return `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
}

/** One request to EKS. A path part in braces is encoded: `/clusters/c/access-entries/{arn:…}`. */
export async function eks(emulator: Emulator, request: string, body?: unknown, caller?: Caller): Promise<Answer> {
  const [method = "GET", path = "/"] = request.split(" ");
  const encoded = path.replaceAll(/\{([^}]*)\}/g, (_, part: string) => encodeURIComponent(part));
  const response = await fetch(emulator.url + encoded, {
    method,
    headers: { authorization: authorization("eks", caller), "content-type": "application/json" },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const code = response.headers.get("x-amzn-errortype") ?? undefined;
  return { status: response.status, code, body: (await response.json()) as Record<string, unknown> };
}

/** One request of the query protocol (EC2, IAM, STS); gives the XML. */
export async function query(emulator: Emulator, service: string, action: string, parameters: Record<string, string> = {}, caller?: Caller): Promise<string> {
  const response = await fetch(emulator.url, {
    method: "POST",
    headers: {
      authorization: authorization(service, caller),
      "content-type": "application/x-www-form-urlencoded",
      ...(caller?.invocation ? { "amz-sdk-invocation-id": caller.invocation } : {}),
    },
    body: new URLSearchParams({ Action: action, Version: versions[service] ?? "", ...parameters }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${service} ${action}: ${response.status} ${text}`);
  return text;
}

const versions: Record<string, string> = { ec2: "2016-11-15", iam: "2010-05-08", sts: "2011-06-15" };

export function xml(text: string, tag: string): string {
  const value = new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(text)?.[1];
  if (value === undefined) throw new Error(`expected <${tag}> in ${text}`);
  return value;
}

/** Asks until the status of a thing is the one that is waited for. */
export async function until(emulator: Emulator, path: string, wanted: string): Promise<Record<string, unknown>> {
  for (let tries = 0; tries < 100; tries++) {
    const { status, body } = await eks(emulator, `GET ${path}`);
    if (wanted === "gone" ? status === 404 : statusOf(body) === wanted) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${path} never became ${wanted}`);
}

export function statusOf(body: Record<string, unknown>): unknown {
  return (Object.values(body)[0] as Record<string, unknown> | undefined)?.["status"];
}
