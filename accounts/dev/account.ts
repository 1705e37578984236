import type { Account } from "../account";

export const devAccount: Account = {
  name: "dev",
  account: "111111111111",
  region: "us-east-1",
  store: { bucket: "example-terraform-states-dev", table: {}, managedPolicies: {} },
};
