import type { Environment } from "../../envs/environment";
import type { Emulator } from "../../emulator/emulator";

/** What teams have before their first deploy: the buckets of their states and the tables of their locks. */
export async function makeStateStores(emulator: Emulator, environments: readonly Environment[]): Promise<void> {
  const stores = environments.flatMap(({ state }) => state.s3 ?? []);
  await Promise.all(stores.map(({ bucket }) => call(emulator, "s3", `/${bucket}`, { method: "PUT" })));
  await Promise.all([...new Set(stores.flatMap(({ table }) => table ?? []))].map((table) => makeTable(emulator, table)));
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
