import type { Account } from "../account";

export const stagingAccount: Account = {
  name: "staging",
  account: "222222222222",
  region: "us-east-1",
  provider: { roleArn: "arn:aws:iam::222222222222:role/platform-deploy" },
  store: { bucket: "example-terraform-states-staging", table: {}, managedPolicies: {} },
};
