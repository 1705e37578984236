import { createHash, createHmac } from "node:crypto";
import type { AwsAccess } from "../aws-access";

/** A GET of EKS's API, signed as AWS asks for it: one client of the SDK less. Nothing where AWS has no such thing. */
export async function eksGet<T>({ region, credentials }: AwsAccess, path: string): Promise<T | undefined> {
  const url = new URL(path, process.env.AWS_ENDPOINT_URL_EKS ?? process.env.AWS_ENDPOINT_URL ?? `https://eks.${region}.${region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com"}`);
  const keys = typeof credentials === "function" ? await credentials() : credentials;
  const headers = signedHeaders(url, { region, service: "eks", time: new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "") }, keys);
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`EKS answered ${response.status} to GET ${path}: ${await response.text()}`);
  return (await response.json()) as T;
}

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** Of a GET without a query. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html, read 2026-11-21. */
export function signedHeaders(url: URL, at: { readonly region: string; readonly service: string; readonly time: string }, { accessKeyId, secretAccessKey, sessionToken }: Keys): Record<string, string> {
  const headers: Record<string, string> = { host: url.host, "x-amz-date": at.time, ...(sessionToken && { "x-amz-security-token": sessionToken }) };
  const names = Object.keys(headers).sort();
  const request = ["GET", url.pathname, "", ...names.map((name) => `${name}:${headers[name]!}`), "", names.join(";"), sha256("")].join("\n");
  const scope = `${at.time.slice(0, 8)}/${at.region}/${at.service}/aws4_request`;
  const key = scope.split("/").reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  const signature = hmac(key, ["AWS4-HMAC-SHA256", at.time, scope, sha256(request)].join("\n")).toString("hex");
  const { host: _, ...sent } = headers;
  return { ...sent, authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}` };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
