import type { Account } from "../account";

export const prodAccount: Account = {
  name: "prod",
  account: "333333333333",
  region: "us-east-1",
  provider: { roleArn: "arn:aws:iam::333333333333:role/platform-deploy" },
  store: { bucket: "example-terraform-states-prod", table: {}, managedPolicies: {} },
};
