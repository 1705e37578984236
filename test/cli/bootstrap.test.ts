import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import type { Account } from "../../accounts/account";
import { checkedAccount } from "../../accounts/checks";
import { accountStack } from "../../accounts/synthesize";
import { bootstrapStack } from "../../cli/bootstrap/bootstrap";
import { Progress } from "../../cli/progress";
import type { Stack } from "../../cli/synth/stacks";
import { terraform } from "../../cli/terraform/terraform";
import { terraformProcesses } from "../../cli/terraform/terraform-processes";
import { PlatformApp } from "../../kernel";
import { useEmulator } from "../harness";
import { providersEnvironment } from "../harness/providers";
import { checkout, temporaryFolder } from "./temporary";

// The provider looks at a lifecycle for most of a minute before it believes it.
const qa: Account = {
  name: "qa",
  account: "123456789012",
  region: "us-east-1",
  provider: { emulated: true },
  store: { bucket: "qa-states", table: {}, managedPolicies: {}, oldVersions: null, accessLogs: null },
};
const root = temporaryFolder();
const home = join(root, ".bootstrap", "qa");
const state = join(home, "bootstrap.tfstate");
const emulator = useEmulator();

beforeAll(async () => {
  // First, for the provider may have to be fetched by a Terraform of its own, and the environment of the first one stays.
  Object.assign(process.env, emulator.environment);
  Object.assign(process.env, await providersEnvironment(join(checkout, "generated", "state-backend"), emulator.environment));
});

function stackOf(account: Account): Stack {
  const json = accountStack(new PlatformApp({ outdir: join(root, "never-written") }), checkedAccount(account), []).toJson() as never;
  return { name: "state-qa", folder: root, reads: [], json };
}

/** Runs the command and gives its exit code and what it told. */
async function run(confirm: () => Promise<boolean> = () => Promise.resolve(true), account = qa): Promise<{ readonly code: number; readonly told: string }> {
  let told = "";
  const stream = new Writable({ write: (chunk: Buffer, _, done) => ((told += chunk.toString()), done()) });
  const code = await bootstrapStack(home, stackOf(account), new Progress(stream as NodeJS.WriteStream), confirm);
  return { code, told };
}

const resources = async () => (await terraform(["state", "list"], { cwd: home })).stdout.split("\n").filter((line) => line !== "");
const local = () => JSON.parse(readFileSync(state, "utf8")) as { lineage: string; serial: number };
const remote = async () => JSON.parse((await terraform(["state", "pull"], { cwd: home })).stdout) as { lineage: string; serial: number; resources: unknown[] };
const requests = async (action: string) => (await emulator.log()).filter((one) => one.action === action).length;

// One store through all the points at which a bootstrap may stop: each step stands on the one before.
test("a question that is answered with no leaves nothing in AWS", async () => {
  expect((await run(() => Promise.resolve(false))).code).toBe(2);
  expect(await requests("CreateTable")).toBe(0);
});

test("Terraform is killed in the middle of the first apply: what it made is in AWS", async () => {
  await emulator.inject({ kind: "latency", service: "s3", action: "PutBucketVersioning", latencySeconds: 20 });
  let ended = false;
  const broken = run().catch((error: Error) => error).finally(() => (ended = true));
  while (!ended && (await requests("CreateAlias")) * (await requests("CreateTable")) === 0) await new Promise((done) => setTimeout(done, 100));
  for (const { pid } of (await terraformProcesses())!.filter(({ folder }) => folder === home)) process.kill(pid, "SIGKILL");
  expect(await broken).toBeInstanceOf(Error);
  await emulator.clearFaults();
  expect(await requests("CreateKey")).toBe(1);
});

test("the next run takes it over, makes the rest, and the state is in the store and nowhere else", async () => {
  const { code, told } = await run();
  expect(told).toMatch(/taken over: aws_/);
  expect(told).toMatch(/state: \{ s3: \{ bucket: "qa-states", region: "us-east-1", kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key\/[0-9a-f-]+", table: "terraform-locks" \} \},/);
  expect(code).toBe(0);
  expect([await requests("CreateKey"), await requests("CreateTable"), await requests("CreateBucket")]).toEqual([1, 1, 1]);
  expect(existsSync(state)).toBe(false);
  expect(await resources()).toContain("aws_s3_bucket.state_backend_this");
});

test("when all is done there is nothing to do", async () => {
  const { code, told } = await run(() => Promise.reject(new Error("asked")));
  expect(code).toBe(0);
  expect(told).toContain("its state is in it");
});

test("a local state that was left after the move goes when the store holds the same", async () => {
  writeFileSync(state, JSON.stringify(await remote()));
  writeFileSync(`${state}.backup`, "{}");
  expect((await run()).code).toBe(0);
  expect([existsSync(state), existsSync(`${state}.backup`)]).toEqual([false, false]);
});

test("a move that was broken off between its two writes is made again", async () => {
  const kept = await remote();
  writeFileSync(state, JSON.stringify({ ...kept, lineage: "before", serial: 10 }));
  writeFileSync(join(root, "half.tfstate"), JSON.stringify({ ...kept, serial: 1 }));
  await terraform(["state", "push", "-force", join(root, "half.tfstate")], { cwd: home });
  expect((await run()).code).toBe(0);
  expect(await remote()).toMatchObject({ lineage: "before", resources: kept.resources });
});

test("a local state that the store does not hold stays, and is told", async () => {
  const kept = await remote();
  writeFileSync(state, JSON.stringify({ ...kept, lineage: "another", outputs: {} }));
  const error = (await run().catch((thrown: Error) => thrown)) as Error;
  const shown = (lineage: string) => `lineage ${lineage}, serial ${kept.serial}, `;
  expect(error.message).toContain(`state-qa: expected a state in the store equal to the local one, ${shown("another")}`);
  expect(error.message).toContain(`got "${shown(kept.lineage)}`);
  expect(error.message).toContain("; the local one is left where it is   [store-state-differs]");
  expect(local().lineage).toBe("another");
});

test("applied and not moved: the state moves without a change", async () => {
  const kept = await remote();
  writeFileSync(state, JSON.stringify(kept));
  const gone = await fetch(`${emulator.url}/qa-states/eks-platform/state-qa/terraform.tfstate`, { method: "DELETE", headers: { authorization: "AWS4-HMAC-SHA256 Credential=emulator/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0" } });
  expect(gone.status).toBe(204);
  await forgetDigest();
  const { code } = await run();
  expect({ code, ...(await remote()) }).toMatchObject({ code: 0, lineage: kept.lineage });
  expect(existsSync(state)).toBe(false);
});

test("another account than the file's is refused before anything", async () => {
  const error = (await run(undefined, { ...qa, account: "210987654321" }).catch((thrown: Error) => thrown)) as Error;
  expect(error.message).toBe(`state-qa account: expected credentials of account 210987654321, got "123456789012"; nothing was planned, and no lock was taken   [other-account]`);
});

/** The table remembers the digest of a state that is gone. */
async function forgetDigest(): Promise<void> {
  const body = JSON.stringify({ TableName: "terraform-locks", Key: { LockID: { S: "qa-states/eks-platform/state-qa/terraform.tfstate-md5" } } });
  const headers = { "x-amz-target": "DynamoDB_20120810.DeleteItem", "content-type": "application/x-amz-json-1.0", authorization: "AWS4-HMAC-SHA256 Credential=emulator/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0" };
  await fetch(emulator.url, { method: "POST", headers, body });
}
