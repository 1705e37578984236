import type { GivenInputs } from "../../../kernel";
import { stateBackendInputs } from "../../../modules/state-backend/inputs";
import { stateBackendModule } from "../../../modules/state-backend/module";
import { StateBackend } from "../../../modules/state-backend/state-backend";
import { problemsOf, synthStack } from "../../synth";
import { ruleIds, variableRefusals } from "../cluster/both-bindings";
import { roleRefusals, tagRefusals } from "../shared-refusals";

type Given = GivenInputs<typeof stateBackendInputs>;
const key = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000";
const create = (change: object) => ({ key: { create: change } });
const versions = (change: object) => ({ oldVersions: change });
const replica = (change: object) => ({ replication: { bucketArn: "arn:aws:s3:::copies", kmsKeyArn: key, ...change } });
const access = (entry: object) => ({ access: { a: entry } });
const bucketText = "lower-case letters, digits and hyphens, with a letter or digit at both ends";
const stateText = "the key of one state, such as app/dev/terraform.tfstate";
const shown = (value: unknown) => (JSON.stringify(value).length > 120 ? `${JSON.stringify(value).slice(0, 120)}…` : JSON.stringify(value));
const between = (min: number, max: number, got: number) => `expected a whole number from ${min} to ${max}, got ${got}; try ${got < min ? min : max}`;

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [{ bucket: "ab" }, `bucket: expected text of 3 to 63 characters, got "ab"   [state-bucket-length]`],
  [{ bucket: "a".repeat(64) }, `bucket: expected text of 3 to 63 characters, got ${shown("a".repeat(64))}   [state-bucket-length]`],
  ...["example.states", "States", "states-"].map((bucket) => [{ bucket }, `bucket: expected ${bucketText}, got "${bucket}"   [state-bucket]`] as const),
  [{ region: "us-east-1a" }, `region: expected an AWS region, got "us-east-1a"   [state-region]`],
  [{ account: "1111" }, `account: expected an account id of twelve digits, got "1111"   [state-account]`],
  [{ key: {} }, "key: expected exactly one of create, arn, got {}   [state-key]"],
  [{ key: { create: {}, arn: key } }, `key: expected exactly one of create, arn, got ${shown({ create: {}, arn: key })}   [state-key]`],
  [{ key: { arn: "alias/states" } }, `key.arn: expected the ARN of a KMS key, got "alias/states"   [state-key-arn]`],
  [create({ rotationDays: 89 }), `key.create.rotationDays: ${between(90, 2560, 89)}   [state-key-rotation]`],
  [create({ rotationDays: 2561 }), `key.create.rotationDays: ${between(90, 2560, 2561)}   [state-key-rotation]`],
  [create({ deletionWindowDays: 6 }), `key.create.deletionWindowDays: ${between(7, 30, 6)}   [state-key-deletion-window]`],
  [create({ deletionWindowDays: 31 }), `key.create.deletionWindowDays: ${between(7, 30, 31)}   [state-key-deletion-window]`],
  [create({ administrators: ["security"] }), `key.create.administrators[0]: expected the ARN of an IAM role or user, got "security"   [state-key-administrator]`],
  [create({ administrators: Array(2).fill("arn:aws:iam::111122223333:role/a") }), `key.create.administrators: expected a list without repeated elements, got ${shown(Array(2).fill("arn:aws:iam::111122223333:role/a"))}; try ["arn:aws:iam::111122223333:role/a"]   [state-key-distinct-administrators]`],
  [versions({ days: 0 }), `oldVersions.days: ${between(1, 3650, 0)}   [state-version-days]`],
  [versions({ newest: 0 }), `oldVersions.newest: ${between(1, 100, 0)}   [state-versions-kept]`],
  [versions({ newest: 101 }), `oldVersions.newest: ${between(1, 100, 101)}   [state-versions-kept]`],
  [versions({ lockFileDays: 366 }), `oldVersions.lockFileDays: ${between(1, 365, 366)}   [lock-file-days]`],
  [{ accessLogs: {} }, "accessLogs: expected either create or bucket, got {}   [state-access-logs]"],
  [{ accessLogs: { create: {}, bucket: "logs" } }, `accessLogs: expected either create or bucket, got {"create":{},"bucket":"logs"}   [state-access-logs]`],
  [{ accessLogs: { create: { name: "Logs" } } }, `accessLogs.create.name: expected ${bucketText}, got "Logs"   [state-log-bucket]`],
  [{ accessLogs: { create: { name: "ab" } } }, `accessLogs.create.name: expected text of 3 to 63 characters, got "ab"   [state-log-bucket-length]`],
  [{ accessLogs: { create: { retentionDays: 0 } } }, `accessLogs.create.retentionDays: ${between(1, 3650, 0)}   [state-log-days]`],
  [{ table: { name: "ab" } }, `table.name: expected text of 3 to 255 characters, got "ab"   [lock-table-length]`],
  [{ table: { name: "terraform locks" } }, `table.name: expected letters, digits, hyphens, dots and underscores, got "terraform locks"   [lock-table]`],
  [replica({ bucketArn: "arn:aws:s3:::copies/states" }), `replication.bucketArn: expected the ARN of a bucket, got "arn:aws:s3:::copies/states"   [replica-bucket]`],
  [replica({ kmsKeyArn: "alias/copies" }), `replication.kmsKeyArn: expected the ARN of a KMS key, got "alias/copies"   [replica-key]`],
  [replica({ account: "1111" }), `replication.account: expected an account id of twelve digits, got "1111"   [replica-account]`],
  [{ access: { "a b": { reads: ["a"] } } }, `access: expected a map in which each key is 1 to 64 letters, digits, hyphens and underscores, got {"a b":{"reads":["a"]}}; it stands in the name of the policy   [state-access-name]`],
  [access({}), "access.a: expected at least one of writes, reads, got {}   [state-access]"],
  ...["app/*", "app/", "/app", "a?", "a//b"].map((state) => [access({ writes: [state] }), `access.a.writes[0]: expected ${stateText}, got "${state}"   [written-state]`] as const),
  [access({ reads: ["app/*"] }), `access.a.reads[0]: expected ${stateText}, got "app/*"   [read-state]`],
  [access({ writes: [] }), "access.a.writes: expected at least one key, got []   [written-state-count]"],
  [access({ reads: [] }), "access.a.reads: expected at least one key, got []   [read-state-count]"],
  [access({ writes: ["a", "a"] }), `access.a.writes: expected a list without repeated elements, got ["a","a"]; try ["a"]   [written-state-distinct]`],
  [access({ reads: ["a", "a"] }), `access.a.reads: expected a list without repeated elements, got ["a","a"]; try ["a"]   [read-state-distinct]`],
  ...roleRefusals,
  ...tagRefusals,
];

const needed = { bucket: "example-states", region: "us-east-1", account: "111122223333" };
const problems = (change: Record<string, unknown>) => problemsOf(() => synthStack((stack) => new StateBackend(stack, "it", { ...needed, ...change } as unknown as Given)));
const ruleOf = (sentence: string) => /\[([a-z0-9-]+)\]$/.exec(sentence)![1]!;

it.each(refused)("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test it.${sentence}`]);
});

it.each([
  { bucket: "a".repeat(63) },
  { bucket: "a1b" },
  { key: { arn: key } },
  create({ rotationDays: 90, deletionWindowDays: 7 }),
  create({ rotationDays: 2560, deletionWindowDays: 30, administrators: ["arn:aws:iam::111122223333:user/a"] }),
  versions({ days: 3650, newest: 100, lockFileDays: 365 }),
  versions({ days: 1, newest: 1, lockFileDays: 1 }),
  { accessLogs: null },
  { accessLogs: { bucket: "logs" } },
  { table: {} },
  { table: { name: "a.b", deletionProtection: false } },
  replica({ account: "444455556666" }),
  access({ writes: ["a"], reads: ["a/b.c/terraform.tfstate"] }),
])("%j is taken", (change) => {
  expect(problems(change)).toEqual([]);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(stateBackendInputs).sort());
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  const sentences = await variableRefusals({ definition: stateBackendModule, inputs: stateBackendInputs }, refused.map(([change]) => change));
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});
