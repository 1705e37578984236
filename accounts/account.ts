import { arnPatterns } from "../aws/arn-patterns";
import { providerVersions } from "../envs/provider-versions";
import { choice, type Data, flag, matches, nullable, object, text } from "../kernel";
import type { Value } from "../kernel/schema";
import { stateBackendInputs } from "../modules/state-backend/inputs";

const { bucket, key, oldVersions, accessLogs, table, replication, managedPolicies, rolePath, permissionsBoundary, tags } = stateBackendInputs;

/** Everything that an account says. `accounts/<name>/account.ts` holds one as plain data. */
export const accountInputs = {
  name: text({ doc: "Name of the account here. Its stack is `state-<name>`.", rules: [matches("account-name", /^[a-z][a-z0-9-]{0,30}[a-z0-9]$/, "2 to 32 lower-case letters, digits and hyphens, the first a letter")] }),
  account: text({ doc: "The AWS account that may be touched.", rules: [matches("store-account-id", /^[0-9]{12}$/, "an account id of twelve digits")] }),
  region: text({ doc: "Region of the store." }),
  provider: object(
    {
      version: choice(providerVersions, { doc: "Exact version of the AWS provider.", default: providerVersions[0] }),
      roleArn: nullable(text({ doc: "Role to assume, for the store and for its own state.", rules: [matches("store-role-arn", arnPatterns.iamRole, "the ARN of an IAM role")] })),
      emulated: flag({ doc: "Fixed credentials that no AWS account knows, so that only the emulator can be reached.", default: false }),
    },
    { doc: "The AWS provider of the account.", default: {} },
  ),
  store: object({ bucket, key, oldVersions, accessLogs, table, replication, managedPolicies, rolePath, permissionsBoundary }, { doc: "The store of the account's states." }),
  tags,
};

/** An account as its file says it. */
export type Account = Data<typeof accountInputs>;
/** An account with every default filled in. */
export type CheckedAccount = Value<typeof accountInputs>;
