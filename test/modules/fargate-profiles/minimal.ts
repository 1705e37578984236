/** The least that Fargate profiles must be told. */
export const minimal = {
  clusterName: "eks-test",
  region: "us-east-1",
  account: "111122223333",
  subnetIds: { "us-east-1a": "subnet-a", "us-east-1b": "subnet-b" },
  profiles: { jobs: { selectors: [{ namespace: "jobs" }] } },
} as const;
