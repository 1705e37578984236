/** The least that a cluster must be told. */
export const minimal = {
  name: "eks-test",
  kubernetesVersion: "1.35",
  account: "111122223333",
  subnetIds: { "us-east-1a": "subnet-a", "us-east-1b": "subnet-b" },
  accessEntries: { platform: { principalArn: "arn:aws:iam::111122223333:role/platform", policies: { AmazonEKSClusterAdminPolicy: {} } } },
};
