import { partitionOf } from "../aws/regions";
import { checkEnvironment } from "../envs/checks";
import type { CheckedEnvironment, Environment } from "../envs/environment";
import { ownerOutputs } from "../envs/owner";
import { plainProvider, targetOf } from "../envs/provider";
import { s3Backend } from "../envs/state";
import { PlatformApp, PlatformStack, refuse } from "../kernel";
import { StateBackend } from "../modules/state-backend/state-backend";
import { accessOf } from "./access";
import type { Account, CheckedAccount } from "./account";
import { accountProblems, checkedAccount, inAccounts } from "./checks";

/**
 * Writes the stack of an account: the store of its states. `environments` are those that keep theirs in it.
 *
 * @throws ProblemsError with every problem of the account and of these environments.
 */
export function synthesizeAccount(account: Account, environments: readonly Environment[]): void {
  const checked = environments.map((environment, index) => checkEnvironment(environment, `environments[${index}]`));
  const alone = accountProblems(account);
  refuse([...checked.flatMap(({ problems }) => problems), ...(alone.length > 0 ? alone : inAccounts([account])(checked.map(({ readable }) => readable)))]);
  const app = new PlatformApp();
  accountStack(app, checkedAccount(account), checked.map(({ environment }) => environment!));
  app.synth();
}

export function accountStack(app: PlatformApp, account: CheckedAccount, environments: readonly CheckedEnvironment[]): PlatformStack {
  const { name, region, store, tags, provider } = account;
  const stackName = `state-${name}`;
  const stack = new PlatformStack(app, stackName, targetOf(provider.version), "1.11");
  const key = `eks-platform/${stackName}/terraform.tfstate`;
  // The store is its own: who bootstraps adds the key, whose ARN nobody knows before it is made.
  s3Backend(stack, { key, emulated: provider.emulated }, { bucket: store.bucket, region, kmsKeyArn: store.key.arn, table: store.table?.name ?? null, lockFile: true, roleArn: provider.roleArn });
  plainProvider(stack, { ...account, sessionName: `eks-platform-${stackName}`, tags: { ManagedBy: "terraform", ...tags } });
  ownerOutputs(stack, { name: stackName, layout: "one", production: false }, "cluster");
  const access = { [stackName]: { writes: [key], reads: null }, ...accessOf(store.bucket, environments) };
  new StateBackend(stack, "state_backend", { ...store, region, partition: partitionOf(region), account: account.account, access, tags: {} } as never);
  return stack;
}
