import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Account } from "../../accounts/account";
import { accountProblems, checkedAccount, inAccounts } from "../../accounts/checks";
import { devAccount } from "../../accounts/dev/account";
import { prodAccount } from "../../accounts/prod/account";
import { stagingAccount } from "../../accounts/staging/account";
import { accountStack } from "../../accounts/synthesize";
import { checkEnvironment } from "../../envs/checks";
import { dev } from "../../envs/dev/environment";
import type { Environment } from "../../envs/environment";
import { prod } from "../../envs/prod/environment";
import { staging } from "../../envs/staging/environment";
import { describe as sentence, PlatformApp } from "../../kernel";
import { stackOf } from "../envs/stack";

const accounts = [devAccount, stagingAccount, prodAccount];
const told = (environments: readonly Environment[], of: readonly Account[] = accounts) => inAccounts(of)(environments.map((environment) => checkEnvironment(environment).readable)).map(sentence);
const s3 = dev.state.s3!;
const kept = (change: object): Environment => ({ ...dev, state: { s3: { ...s3, ...change } } });

it("the shipped environments keep their states in the stores of their accounts", () => {
  expect(told([dev, staging, prod])).toEqual([]);
});

it.each([
  ["bucket", { bucket: "elsewhere" }, "example-terraform-states-dev"],
  ["region", { region: "eu-west-1" }, "us-east-1"],
  ["table", { table: "locks" }, "terraform-locks"],
])("another %s than the account's is refused", (field, change, wanted) => {
  const got = Object.values(change)[0];
  expect(told([kept(change)])).toEqual([`envs/dev/environment.ts state.s3.${field}: expected what accounts/dev/account.ts says, got "${got}"; the store of the account is another; try "${wanted}"   [state-store]`]);
});

it("no table is needed to lock with the file alone, and an account without a file is not judged", () => {
  expect(told([kept({ table: null })])).toEqual([]);
  expect(told([kept({ bucket: "elsewhere" })], [prodAccount])).toEqual([]);
});

it.each([
  [{ account: "1111" }, `accounts/dev/account.ts account: expected an account id of twelve digits, got "1111"   [store-account-id]`],
  [{ name: "Dev" }, `accounts/Dev/account.ts name: expected 2 to 32 lower-case letters, digits and hyphens, the first a letter, got "Dev"   [account-name]`],
  [{ region: "us-east-9" }, `accounts/dev/account.ts region: expected a region with EKS, got "us-east-9"; try "us-east-1"   [region]`],
  [{ provider: { roleArn: "arn:aws:iam::222222222222:role/a" } }, `accounts/dev/account.ts provider.roleArn: expected a role of the account, arn:aws:iam::111111111111:role/…, got "arn:aws:iam::222222222222:role/a"   [role-account]`],
  [{ provider: { roleArn: "a" } }, `accounts/dev/account.ts provider.roleArn: expected the ARN of an IAM role, got "a"   [store-role-arn]`],
])("an account with %j is refused", (change, line) => {
  expect(accountProblems({ ...devAccount, ...change }).map(sentence)).toEqual([line]);
});

it("each stack of an environment may write its own state and read those of the layers below", () => {
  const json = accountStack(new PlatformApp({ outdir: join(tmpdir(), "never-written") }), checkedAccount(prodAccount), [checkEnvironment(prod).environment!]).toJson() as Record<string, any>;
  const key = (layer: string) => `eks-platform/prod/${layer}/terraform.tfstate`;
  expect(json["variable"].state_backend.default.access).toEqual({
    "state-prod": { writes: ["eks-platform/state-prod/terraform.tfstate"], reads: null },
    "prod-network": { writes: [key("network")], reads: null },
    "prod-cluster": { writes: [key("cluster")], reads: [key("network")] },
    "prod-platform": { writes: [key("platform")], reads: [key("network"), key("cluster")] },
  });
  expect(json["terraform"].backend.s3).toEqual({
    bucket: "example-terraform-states-prod",
    key: "eks-platform/state-prod/terraform.tfstate",
    region: "us-east-1",
    encrypt: true,
    assume_role: { role_arn: "arn:aws:iam::333333333333:role/platform-deploy" },
    use_lockfile: true,
    dynamodb_table: "terraform-locks",
  });
});

it.each([
  [{}, { use_lockfile: true, dynamodb_table: "terraform-locks" }],
  [{ table: null }, { use_lockfile: true }],
  [{ lockFile: false }, { dynamodb_table: "terraform-locks" }],
])("an environment with %j locks with %j", (change, locks) => {
  const { use_lockfile, dynamodb_table } = stackOf(kept(change))["terraform"].backend.s3;
  expect({ ...(use_lockfile !== undefined && { use_lockfile }), ...(dynamodb_table !== undefined && { dynamodb_table }) }).toEqual(locks);
});

it("an environment without any lock is refused", () => {
  const { problems } = checkEnvironment(kept({ lockFile: false, table: null }));
  const got = JSON.stringify({ ...s3, lockFile: false, table: null }).slice(0, 120);
  expect(problems.map(sentence)).toEqual([`envs/dev/environment.ts state.s3: expected at least one of lockFile, table, got ${got}…; without a lock two deploys at once both succeed, and the work of one is lost   [state-lock]`]);
});
