import type { Environment } from "../environment";

/** Runs against the emulator on this machine: `npm run demo`. No AWS account is needed, and none can be reached. */
export const local: Environment = {
  name: "local",
  account: "123456789012",
  region: "us-east-1",
  state: { local: {} },
  provider: { emulated: true },
  network: { cidr: "10.40.0.0/16", zones: ["us-east-1a", "us-east-1b"], nat: "single" },
  cluster: {
    name: "eks-local",
    kubernetesVersion: "1.35",
    accessEntries: {
      me: { principalArn: "arn:aws:iam::123456789012:role/admin", policies: { AmazonEKSClusterAdminPolicy: {} } },
      viewers: { principalArn: "arn:aws:iam::123456789012:role/viewer", policies: { AmazonEKSViewPolicy: { namespaces: ["shop"] } } },
    },
  },
  nodeGroups: {
    system: { instanceTypes: ["m6g.large"], sizes: { min: 1, desired: 1, max: 2 } },
    spot: {
      capacity: "SPOT",
      instanceTypes: ["m5.large", "m5a.large", "m5d.large", "m5n.large", "m6i.large"],
      sizes: { min: 1, desired: 2, max: 5 },
    },
  },
  addons: { "eks-pod-identity-agent": {}, "vpc-cni": {}, "kube-proxy": {}, coredns: {} },
  identities: {
    orders: {
      namespace: "shop",
      serviceAccount: "orders",
      permissions: { secrets: { secretArns: ["arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/orders-??????"] } },
    },
  },
};
