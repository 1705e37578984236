import type { Environment } from "../environment";

export const dev: Environment = {
  name: "dev",
  account: "111111111111",
  region: "us-east-1",
  state: {
    s3: {
      bucket: "example-terraform-states-dev",
      region: "us-east-1",
      kmsKeyArn: "arn:aws:kms:us-east-1:111111111111:key/00000000-0000-4000-8000-000000000001",
      table: "terraform-locks",
    },
  },
  provider: { roleArn: "arn:aws:iam::111111111111:role/platform-deploy" },
  network: { cidr: "10.30.0.0/16", zones: ["us-east-1a", "us-east-1b"], nat: "single" },
  cluster: {
    name: "eks-dev",
    kubernetesVersion: "1.35",
    endpoint: { public: { cidrs: ["203.0.113.0/24"] } },
    accessEntries: { developers: { principalArn: "arn:aws:iam::111111111111:role/developers", policies: { AmazonEKSClusterAdminPolicy: {} } } },
  },
  nodeGroups: {
    spot: {
      capacity: "SPOT",
      instances: { vcpus: 2, memoryGib: 8, asOf: "2026-11-21" },
      sizes: { min: 1, desired: 2, max: 3 },
    },
  },
  addons: { "vpc-cni": {}, "kube-proxy": {}, coredns: {} },
};
