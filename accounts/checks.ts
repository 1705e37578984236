import { partitionOf, regions } from "../aws/regions";
import { targetOf } from "../envs/provider";
import { providerVersions } from "../envs/provider-versions";
import type { ReadableEnvironment } from "../envs/readable";
import type { Problem } from "../kernel";
import { checkInputs, inputsWithDefaults } from "../kernel/check";
import { nearest } from "../kernel/nearest";
import { type Account, accountInputs, type CheckedAccount } from "./account";

/** What is wrong with an account alone. */
export function accountProblems(data: Account): Problem[] {
  const path = `accounts/${data.name}/account.ts `;
  const declared = checkInputs(accountInputs, data, { path, target: targetOf(providerVersions.at(-1)!) });
  if (declared.length > 0) return declared;
  const { account, region, provider } = checkedAccount(data);
  if (!regions.includes(region)) return [{ path: `${path}region`, expected: "a region with EKS", got: region, suggestion: nearest(region, regions), rule: "region" }];
  const start = `arn:${partitionOf(region)}:iam::${account}:role/`;
  if (provider.roleArn === null || provider.roleArn.startsWith(start)) return [];
  return [{ path: `${path}provider.roleArn`, expected: `a role of the account, ${start}…`, got: provider.roleArn, rule: "role-account" }];
}

export function checkedAccount(data: Account): CheckedAccount {
  return inputsWithDefaults(accountInputs, data) as CheckedAccount;
}

/** Environments that keep their state elsewhere than the store of their account. An account without a file is not judged. */
export function inAccounts(accounts: readonly Account[]): (environments: readonly ReadableEnvironment[]) => Problem[] {
  const checked = accounts.filter((account) => accountProblems(account).length === 0).map(checkedAccount);
  return (environments) => [...accounts.flatMap(accountProblems), ...environments.flatMap((environment) => storeProblems(environment, checked))];
}

function storeProblems({ name, account, state }: ReadableEnvironment, accounts: readonly CheckedAccount[]): Problem[] {
  const own = accounts.filter((one) => one.account === account);
  const s3 = state?.s3;
  if (s3 == null || own.length === 0) return [];
  const { name: owner, region, store } = own.find((one) => one.store.bucket === s3.bucket) ?? own[0]!;
  const file = `accounts/${owner}/account.ts`;
  const differ = (field: string, wanted: unknown, got: unknown): Problem[] => {
    if (wanted === got) return [];
    return [{ path: `envs/${name}/environment.ts state.s3.${field}`, expected: `what ${file} says`, got, why: "the store of the account is another", suggestion: wanted, rule: "state-store" }];
  };
  return [
    ...differ("bucket", store.bucket, s3.bucket),
    ...differ("region", region, s3.region),
    // Who locks with the file alone needs no table.
    ...(s3.table === null ? [] : differ("table", store.table?.name ?? null, s3.table)),
    ...(store.key.arn === null ? [] : differ("kmsKeyArn", store.key.arn, s3.kmsKeyArn)),
  ];
}
