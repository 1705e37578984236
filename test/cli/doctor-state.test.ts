import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, PutBucketVersioningCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { checks, credentialCheck } from "../../cli/doctor/checks";
import { type Diagnosis, examine } from "../../cli/doctor/examination";
import { findingLines } from "../../cli/doctor/finding";
import { Look } from "../../cli/doctor/look";
import { newerState, nodeFindings } from "../../cli/doctor/tools";
import type { Stack } from "../../cli/synth/stacks";
import { terraform } from "../../cli/terraform/terraform";
import { useEmulator } from "../harness";
import type { Json } from "../synth";
import { apply, bucket, makeStores, plainStack, put, s3Backend, stacksOf, table } from "./stacks-with-state";
import { temporaryFolder, write } from "./temporary";

const emulator = useEmulator();
let s3: S3Client;
let items: DynamoDBClient;
/** A state that Terraform has written, and the stack. */
let sound: Stack;

const owner = (layer: string) => ({ environment: { value: "qa" }, layer: { value: layer } });
const client = { region: "us-east-1", credentials: { accessKeyId: "emulator", secretAccessKey: "emulator" } };
const made = new Map<string, string>();

beforeAll(async () => {
  Object.assign(process.env, emulator.environment);
  await makeStores(emulator);
  s3 = new S3Client({ ...client, forcePathStyle: true });
  items = new DynamoDBClient(client);
  await s3.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: "Enabled" } }));
  sound = inS3("sound");
  await apply(sound, emulator.environment);
});
afterAll(() => (s3.destroy(), items.destroy()));

function inS3(name: string, resources?: Json): Stack {
  const root = temporaryFolder();
  const stack = stacksOf({ [`qa-${name}`]: plainStack(s3Backend(name), resources, owner(name)) }, root)[`qa-${name}`]!;
  made.set(stack.name, root);
  return stack;
}

/** A stack whose state is what Terraform wrote of another, perhaps changed. */
async function withState(name: string, change: (state: Json) => unknown = (state) => state): Promise<Stack> {
  const stack = inS3(name);
  const state = JSON.parse(await objectAt("sound")) as Json;
  state["outputs"]["layer"].value = name;
  const changed = change(state);
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: Buffer.from(typeof changed === "string" ? changed : JSON.stringify(changed)) }));
  return stack;
}

async function objectAt(key: string): Promise<string> {
  return (await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))).Body!.transformToString();
}

function item(id: string, values: Readonly<Record<string, string>>): Promise<unknown> {
  return items.send(new PutItemCommand({ TableName: table, Item: { LockID: { S: id }, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { S: value }])) } }));
}

async function diagnosis(stack: Stack): Promise<Diagnosis> {
  return examine(new Look(made.get(stack.name)!, "qa", [stack]), checks, credentialCheck);
}

/** The one finding of a stack. */
async function finding(stack: Stack) {
  const { findings, failed } = await diagnosis(stack);
  expect({ ids: findings.map(({ id }) => id).length, failed }).toEqual({ ids: 1, failed: [] });
  return findings[0]!;
}

it("a sound state has no finding", async () => {
  expect(await diagnosis(sound)).toEqual({ findings: [], failed: [] });
});

describe("reach", () => {
  it("a state that was never written", async () => {
    expect(await finding(inS3("nothing"))).toMatchObject({ id: "state-never-written", found: "nothing at s3://states/nothing", mend: ["npx platform deploy qa"] });
  });

  it.each([
    ["bucket", { bucket: "nowhere" }, "state-bucket-missing"],
    ["dynamodb_table", { dynamodb_table: "nothing" }, "lock-table-missing"],
  ])("a missing %s leads to bootstrap", async (_, changed, id) => {
    const backend = s3Backend("sound");
    const root = temporaryFolder();
    write(root, { "accounts/main/account.ts": 'export const main = { account: "123456789012" };' });
    const json = { ...plainStack({ s3: { ...backend["s3"], ...changed } }), provider: { aws: [{ allowed_account_ids: ["123456789012"] }] } };
    const stack = stacksOf({ "qa-x": json }, root)["qa-x"]!;
    made.set("qa-x", root);
    const { findings } = await diagnosis(stack);
    expect(findings).toMatchObject([{ id, layer: "qa-x", mend: ["npx platform bootstrap main"] }]);
  });

  it("a backend that nobody may read, and one that does not answer: the other checks go on", async () => {
    const stack = await withState("denied");
    writeFileSync(join(stack.folder, "old.tfplan"), "");
    await emulator.inject({ kind: "error", service: "s3", action: "GetObject", status: 403, code: "AccessDenied" });
    const { findings } = await diagnosis(stack);
    await emulator.clearFaults();
    expect(findings.map(({ id }) => id)).toEqual(["plan-readable", "state-denied"]);
  });
});

describe("locks", () => {
  const info = { ID: "0d9b6d2c-0000-4000-8000-000000000001", Operation: "OperationTypeApply", Who: "ci@runner-1", Version: "1.11.4", Created: "2026-11-01T10:00:00Z" };

  it("a lock is told with its owner and its age, and unlock takes its id", async () => {
    const stack = await withState("locked");
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: "locked.tflock", Body: JSON.stringify(info) }));
    await item("states/locked", { Info: JSON.stringify(info) });
    const { found, ...rest } = await finding(stack);
    expect(found).toMatch(/^ci@runner-1 took it for apply \d+ d \d+ h ago with Terraform 1\.11\.4; that is another machine, so ask there whether it still runs \(0d9b6d2c-.*\)$/);
    expect(rest).toMatchObject({ id: "state-locked", layer: "qa-locked", mend: [`npx platform unlock qa locked ${info.ID}`] });
  });

  it("two locks of two owners, or one that says nothing, go by hand", async () => {
    const stack = await withState("two");
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: "two.tflock", Body: Buffer.alloc(0) }));
    await item("states/two", { Info: JSON.stringify(info) });
    expect((await finding(stack)).mend).toEqual(["aws s3 rm s3://states/two.tflock", `aws dynamodb delete-item --table-name locks --key '{"LockID":{"S":"states/two"}}'`]);
  });
});

describe("digests", () => {
  it("a newer state of which the table was not told: the older version is found", async () => {
    const stack = await withState("digest");
    const older = await objectAt("digest");
    await item("states/digest-md5", { Digest: md5(older) });
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: "digest", Body: `${older} ` }));
    const { id, means, mend } = await finding(stack);
    expect({ id, means }).toEqual({ id: "digest-wrong", means: expect.stringMatching(/^Terraform refuses the state: the table knows version \S+, and a newer one was written without it/) as string });
    expect(mend).toEqual([
      "# a write of a moment ago? wait a minute and look again",
      "# the state is right? tell the table:",
      `aws dynamodb put-item --table-name locks --item '{"LockID":{"S":"states/digest-md5"},"Digest":{"S":"${md5(`${older} `)}"}}'`,
      "# or the older state comes back, and what the newer one knows is lost:",
      expect.stringMatching(/^aws s3api copy-object --bucket states --key digest --copy-source 'states\/digest\?versionId=\S+' /) as string,
    ]);
  });

  it("a digest that no version has", async () => {
    const stack = await withState("digest-none");
    await item("states/digest-none-md5", { Digest: "0".repeat(32) });
    expect((await finding(stack)).means).toBe("Terraform refuses the state: it is not what Terraform wrote last, or the table was not told");
  });
});

describe("errored.tfstate", () => {
  it.each<[string, (state: Json) => unknown, RegExp, readonly string[]]>([
    ["newer than the state", (state) => ({ ...state, serial: 9 }), /has serial 9, and the state \d$/, ["terraform -chdir=stacks/qa-NAME state push errored.tfstate && rm stacks/qa-NAME/errored.tfstate"]],
    ["older than the state", (state) => ({ ...state, serial: 0 }), /has serial 0, and the state \d$/, ["rm stacks/qa-NAME/errored.tfstate"]],
    ["of another lineage", (state) => ({ ...state, lineage: "other" }), /is of lineage other, and the state of /, [expect.stringMatching(/^# look/) as string, "rm stacks/qa-NAME/errored.tfstate"]],
    ["not whole", () => `{"version": 4, "ser`, /is no JSON: /, [expect.stringMatching(/^# look/) as string, "rm stacks/qa-NAME/errored.tfstate"]],
  ])("%s", async (title, change, found, mend) => {
    const name = `errored-${title.split(" ")[0]!}`;
    const stack = await withState(name);
    const errored = change(JSON.parse(await objectAt(name)) as Json);
    put(stack, "errored.tfstate", typeof errored === "string" ? errored : JSON.stringify(errored));
    const told = await finding(stack);
    expect(told).toMatchObject({ id: "state-errored", found: expect.stringMatching(found) as string, mend: mend.map((line) => (typeof line === "string" ? line.replaceAll("NAME", name) : line)) });
  });

  it("one that is pushed as it says is the state then", async () => {
    const stack = inS3("pushed", { one: { input: "1" } });
    await apply(stack, emulator.environment);
    const state = JSON.parse(await objectAt("pushed")) as Json;
    put(stack, "errored.tfstate", JSON.stringify({ ...state, serial: 40 }));
    const [, line] = /^(.*) && rm/.exec((await finding(stack)).mend[0]!)!;
    await terraform(line!.split(" ").slice(1), { cwd: made.get(stack.name)!, env: emulator.environment });
    expect((JSON.parse(await objectAt("pushed")) as Json)["serial"]).toBeGreaterThanOrEqual(40);
    expect((await finding(stack)).mend).toEqual(["rm stacks/qa-pushed/errored.tfstate"]);
  });
});

describe("files", () => {
  it.each<[string, string, (folder: string, root: string) => void, RegExp]>([
    ["a local state of another time", "state-file-stray", (folder) => copyFileSync(join(sound.folder, ".terraform/terraform.tfstate"), join(folder, "terraform.tfstate")), /^rm stacks\/qa-files\/terraform\.tfstate$/],
    ["an empty state", "state-file-empty", (folder) => writeFileSync(join(folder, "terraform.qa.tfstate"), ""), /^rm stacks\/qa-files\/terraform\.qa\.tfstate$/],
    ["what init remembers of another backend", "backend-other", (folder) => (mkdirSync(join(folder, ".terraform")), copyFileSync(join(sound.folder, ".terraform/terraform.tfstate"), join(folder, ".terraform/terraform.tfstate"))), /init -migrate-state/],
    ["a plan that others can read", "plan-readable", (folder) => (writeFileSync(join(folder, "plan"), ""), chmodSync(join(folder, "plan"), 0o644)), /^rm stacks\/qa-files\/plan$/],
    ["backups of states", "secrets-kept", (_, root) => mkdirSync(join(root, "state-backups")), /^rm -r state-backups$/],
    ["the log of cdktf", "secrets-kept", (_, root) => writeFileSync(join(root, "cdktf.log"), ""), /^rm cdktf\.log$/],
  ])("%s", async (_, id, prepare, mend) => {
    const stack = await withState("files");
    prepare(stack.folder, made.get(stack.name)!);
    const found = await finding(stack);
    expect({ id: found.id, mend: found.mend.at(-1) }).toEqual({ id, mend: expect.stringMatching(mend) as string });
  });

  it("a private plan and the state of a local backend are where they belong", async () => {
    const root = temporaryFolder();
    const stack = stacksOf({ "qa-local": plainStack({ local: { path: "terraform.qa-local.tfstate" } }) }, root)["qa-local"]!;
    made.set(stack.name, root);
    await apply(stack, emulator.environment);
    put(stack, "my.tfplan", "");
    chmodSync(join(stack.folder, "my.tfplan"), 0o600);
    expect(await diagnosis(stack)).toEqual({ findings: [], failed: [] });
    put(stack, ".terraform.qa-local.tfstate.lock.info", "{}");
    expect(await finding(stack)).toMatchObject({ id: "lock-file-left", mend: [`rm ${join(stack.folder, ".terraform.qa-local.tfstate.lock.info")}`] });
  });
});

describe("content", () => {
  it.each<[string, (state: Json) => unknown, string, RegExp]>([
    ["no JSON", () => "<html>", "state-corrupt", /^s3:\/\/states\/content is no JSON: /],
    ["cut off", (state) => JSON.stringify(state).slice(0, 60), "state-corrupt", /is no JSON/],
    ["empty", () => "", "state-corrupt", /is no JSON/],
    ["of another format", (state) => ({ ...state, version: 5 }), "state-corrupt", /has version 5 and not 4$/],
    ["of another environment", (state) => ({ ...state, outputs: { environment: { value: "prod" } } }), "state-of-another", /^s3:\/\/states\/content says environment "prod", the program "qa"$/],
    ["tainted", (state) => ({ ...state, resources: [{ ...state["resources"][0], instances: [{ index_key: "a", status: "tainted" }] }] }), "resource-tainted", /^terraform_data\.one\["a"\] is tainted$/],
    ["of a newer Terraform", (state) => ({ ...state, terraform_version: "1.99.0" }), "terraform-older-than-state", /^the state was written by Terraform 1\.99\.0, here is /],
  ])("a state that is %s", async (_, change, id, found) => {
    expect(await finding(await withState("content", change))).toMatchObject({ id, layer: "qa-content", found: expect.stringMatching(found) as string });
  });
});

it.each([["1.11.4", 0], ["1.11.5", 1], ["1.12.0", 1], ["2.0.0", 1], ["1.9.0", 0], [undefined, 0]])("Terraform 1.11.4 beside a state of %s: %d findings", (written, count) => {
  expect(newerState("qa", written, "1.11.4")).toHaveLength(count);
});

it.each([["20.4.0", 1], ["20.5.0", 0], ["22.99.0", 0], ["23.0.0", 1], ["18.20.0", 1]])("Node %s: %d findings", (version, count) => {
  expect(nodeFindings(version)).toHaveLength(count);
});

it("a finding has one shape", () => {
  expect(findingLines({ id: "state-locked", layer: "qa-x", found: "a", means: "b", mend: ["c", "d"] })).toEqual(["qa-x  state-locked", "  found  a", "  means  b", "  mend   c", "         d"]);
});

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

