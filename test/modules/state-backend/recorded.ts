import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { Emulator } from "../../../emulator/emulator";
import type { Asked } from "./policy";

/** What was asked of S3 and DynamoDB by way of `url`, as IAM sees it. */
export interface Recorder {
  readonly url: string;
  readonly asked: readonly Asked[];
  stop(): void;
}

/** Hands every request on to the emulator and keeps what it asks. */
export async function recorder(emulator: Emulator): Promise<Recorder> {
  const asked: Asked[] = [];
  const server = createServer((from, answer) => {
    const body: Buffer[] = [];
    from.on("data", (chunk: Buffer) => void body.push(chunk)).on("end", () => {
      asked.push(...asIam(from, Buffer.concat(body).toString()));
      const to = request({ host: "127.0.0.1", port: emulator.port, path: from.url, method: from.method, headers: from.headers }, (got) => got.pipe(answer.writeHead(got.statusCode!, got.headers)));
      to.end(Buffer.concat(body));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, stop: () => void server.close() };
}

// HeadObject is allowed by s3:GetObject.
const objectActions: Readonly<Record<string, string>> = { GET: "s3:GetObject", HEAD: "s3:GetObject", PUT: "s3:PutObject", DELETE: "s3:DeleteObject" };

function asIam({ method, url, headers }: IncomingMessage, body: string): Asked[] {
  const target = headers["x-amz-target"];
  if (typeof target === "string" && target.startsWith("DynamoDB")) return [inTable(target.split(".")[1]!, JSON.parse(body) as TableRequest)];
  const { pathname, searchParams } = new URL(url!, "http://s3");
  const [bucket, ...key] = pathname.slice(1).split("/");
  // STS asks who the caller is, which nobody can be refused.
  if (bucket === "") return [];
  if (key.length === 0) return [{ action: "s3:ListBucket", resource: `arn:aws:s3:::${bucket}`, context: { "s3:prefix": searchParams.get("prefix") ?? "" } }];
  return [{ action: objectActions[method!]!, resource: `arn:aws:s3:::${bucket}/${key.join("/")}` }];
}

interface TableRequest {
  readonly TableName: string;
  readonly Key?: { readonly LockID: { readonly S: string } };
  readonly Item?: { readonly LockID: { readonly S: string } };
}

function inTable(action: string, { TableName: name, Key, Item }: TableRequest): Asked {
  const key = (Key ?? Item)?.LockID.S;
  return { action: `dynamodb:${action}`, resource: `arn:aws:dynamodb:us-east-1:123456789012:table/${name}`, ...(key !== undefined && { context: { "dynamodb:LeadingKeys": [key] } }) };
}
