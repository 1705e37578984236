import { randomUUID } from "node:crypto";
import type { Emulator } from "../../emulator/emulator";

/** Where states are, and where their locks. */
export interface StateStore {
  readonly bucket: string;
  readonly table?: string;
}

export type LockMode = "file" | "table" | "both" | "none";

/** Makes the bucket of states and the table of locks in the emulator. */
export async function makeStateStore(emulator: Emulator, store: StateStore = { bucket: "states", table: "locks" }): Promise<StateStore> {
  await call(emulator, "s3", `/${store.bucket}`, { method: "PUT" });
  if (store.table !== undefined) await makeTable(emulator, store.table);
  return store;
}

/** The block `backend "s3"` of a state in the emulator. */
export function stateBackend({ bucket, table }: StateStore, lock: LockMode = "file", key = `test/${randomUUID()}/terraform.tfstate`): Readonly<Record<string, unknown>> {
  const tableLock = lock === "table" || lock === "both";
  return { bucket, key, region: "us-east-1", use_path_style: true, use_lockfile: lock === "file" || lock === "both", ...(tableLock && { dynamodb_table: table }) };
}

function makeTable(emulator: Emulator, name: string): Promise<void> {
  const body = JSON.stringify({
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
  });
  const headers = { "x-amz-target": "DynamoDB_20120810.CreateTable", "content-type": "application/x-amz-json-1.0" };
  return call(emulator, "dynamodb", "/", { method: "POST", headers, body });
}

async function call({ url, environment }: Emulator, service: string, path: string, request: RequestInit): Promise<void> {
  // The emulator reads service and account from the signature and does not check it.
  const scope = `${environment["AWS_ACCESS_KEY_ID"]}/20260101/us-east-1/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  const response = await fetch(url + path, { ...request, headers: { ...request.headers, authorization } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
}
