import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { terraform } from "../../../cli/terraform/terraform";
import { StateBackend } from "../../../modules/state-backend/state-backend";
import { authorization } from "../../emulator/aws-call";
import { useEmulator } from "../../harness";
import { providersEnvironment } from "../../harness/providers";
import { synthStack } from "../../synth";
import { allows, type Asked } from "./policy";
import { recorder } from "./recorded";

const folder = mkdtempSync(join(tmpdir(), "state-backend-"));
const credentials = { access_key: "emulator", secret_key: "emulator", skip_metadata_api_check: true };
const [own, below] = ["app/dev/cluster/terraform.tfstate", "app/dev/network/terraform.tfstate"];
// Terraform's provider looks at a lifecycle for most of a minute before it believes it.
const given = {
  bucket: "states",
  region: "us-east-1",
  account: "123456789012",
  oldVersions: null,
  accessLogs: null,
  table: {},
  access: { cluster: { writes: [own], reads: [below] }, reader: { reads: [own] } },
  managedPolicies: {},
};
const emulator = useEmulator();
let made: { readonly backend_lines: string; readonly access_policies: Readonly<Record<string, string>>; readonly kms_key_arn: string };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, headers: Readonly<Record<string, string>> = {}, body = "x") {
  return fetch(emulator.url + path, { method: "PUT", body, headers: { authorization: authorization("s3", { accessKey: "emulator" }), ...headers } });
}

async function run(args: readonly string[], cwd = folder, url = emulator.url) {
  return terraform([...args, "-no-color"], { cwd, env: { ...(await providersEnvironment(cwd, emulator.environment)), ...emulator.environment, AWS_ENDPOINT_URL: url }, accept: [0, 2] });
}

test("the store comes up with table and policies, and its second plan is clean", async () => {
  const json = synthStack((stack) => new StateBackend(stack, "it", given as never));
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ ...json, provider: { aws: { region: "us-east-1", ...credentials, s3_use_path_style: true } } }));
  await run(["init", "-input=false"]);
  expect((await run(["apply", "-auto-approve", "-parallelism=30"])).stdout).toMatch(/Apply complete!/);
  expect((await run(["plan", "-detailed-exitcode"])).stdout).toContain("No changes.");
  const outputs = JSON.parse((await run(["output", "-json"])).stdout) as Record<string, { value: never }>;
  made = Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name.replace("it_", ""), value])) as never;
});

test.each([
  ["its key", 200, () => ({ "x-amz-server-side-encryption": "aws:kms", "x-amz-server-side-encryption-aws-kms-key-id": made.kms_key_arn })],
  ["another key", 403, () => ({ "x-amz-server-side-encryption": "aws:kms", "x-amz-server-side-encryption-aws-kms-key-id": `${made.kms_key_arn}0` })],
  ["a key of S3's own", 403, () => ({ "x-amz-server-side-encryption": "AES256" })],
  ["no key", 403, () => ({})],
])("an object with %s is answered with %i", async (_, status, headers) => {
  expect((await put("/states/elsewhere", headers())).status).toBe(status);
});

test("Terraform does all of its work with the backend lines under the policy of one who writes, whatever it asks S3 and the table", async () => {
  const stack = join(folder, "stack");
  mkdirSync(stack);
  writeFileSync(join(stack, "main.tf.json"), JSON.stringify({ terraform: { backend: { s3: { key: own, use_path_style: true, ...credentials } } }, resource: { terraform_data: { a: { input: 1 } } } }));
  writeFileSync(join(stack, "store.tfbackend"), made.backend_lines);
  const proxy = await recorder(emulator);
  for (const args of [["init", "-backend-config=store.tfbackend"], ["apply", "-auto-approve"], ["plan", "-detailed-exitcode"], ["state", "pull"]]) await run(args, stack, proxy.url);
  proxy.stop();
  const writer = made.access_policies["cluster"]!;
  expect([...new Set(proxy.asked.map(({ action }) => action))].sort()).toEqual(["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "s3:DeleteObject", "s3:GetObject", "s3:ListBucket", "s3:PutObject"]);
  // Workspaces stand below env:/. Terraform takes a refusal there for none: https://github.com/hashicorp/terraform/pull/34511
  const refused = proxy.asked.filter((asked) => !allows(writer, asked)).map(({ action, context }) => `${action} ${String(context?.["s3:prefix"])}`);
  expect([...new Set(refused)]).toEqual(["s3:ListBucket env:/"]);
});

const object = (action: string, key: string): Asked => ({ action: `s3:${action}`, resource: `arn:aws:s3:::states/${key}` });
const item = (action: string, key: string): Asked => ({ action: `dynamodb:${action}`, resource: "arn:aws:dynamodb:us-east-1:123456789012:table/terraform-locks", context: { "dynamodb:LeadingKeys": [`states/${key}`] } });
const key = (action: string, arn = "arn:aws:s3:::states", service = "s3.us-east-1.amazonaws.com") => ({ action: `kms:${action}`, context: { "kms:ViaService": service, "kms:EncryptionContext:aws:s3:arn": arn } });

test.each([
  [object("GetObject", own), true, true],
  [object("PutObject", own), true, false],
  [object("DeleteObject", own), false, false],
  [object("DeleteObject", `${own}.tflock`), true, false],
  [object("PutObject", `${own}.tflock`), true, false],
  [object("PutObject", `${own}.deploy.json`), true, false],
  [object("GetObject", below), true, false],
  [object("PutObject", below), false, false],
  [object("PutObject", `${below}.tflock`), false, false],
  [object("GetObject", `${own}x`), false, false],
  [item("PutItem", own), true, false],
  [item("GetItem", `${own}-md5`), true, false],
  [item("PutItem", below), false, false],
  [key("Decrypt"), true, true],
  [key("Decrypt", `arn:aws:s3:::states/${own}`), true, true],
  [key("GenerateDataKey"), true, false],
  [key("Decrypt", "arn:aws:s3:::others"), false, false],
  [key("Decrypt", undefined, "ec2.us-east-1.amazonaws.com"), false, false],
])("%j is allowed to one who writes: %j, to one who reads: %j", (asked, writer, reader) => {
  const { cluster, reader: readerPolicy } = made.access_policies;
  const complete = { resource: made.kms_key_arn, ...asked };
  expect([allows(cluster!, complete), allows(readerPolicy!, complete)]).toEqual([writer, reader]);
});
