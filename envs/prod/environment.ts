import type { Environment } from "../environment";

export const prod: Environment = {
  name: "prod",
  account: "333333333333",
  region: "us-east-1",
  production: true,
  follows: "staging",
  layout: "layered",
  state: {
    s3: {
      bucket: "example-terraform-states-prod",
      region: "us-east-1",
      kmsKeyArn: "arn:aws:kms:us-east-1:333333333333:key/00000000-0000-4000-8000-000000000003",
      table: "terraform-locks",
    },
  },
  provider: { roleArn: "arn:aws:iam::333333333333:role/platform-deploy" },
  tags: { CostCenter: "platform" },
  network: {
    cidr: "10.10.0.0/16",
    zones: ["us-east-1a", "us-east-1b", "us-east-1c"],
    nat: "perZone",
    databaseSubnets: {},
  },
  cluster: {
    name: "eks-prod",
    kubernetesVersion: "1.35",
    accessEntries: {
      platform: { principalArn: "arn:aws:iam::333333333333:role/platform-admin", policies: { AmazonEKSClusterAdminPolicy: {} } },
      deployer: { principalArn: "arn:aws:iam::333333333333:role/platform-deploy", policies: { AmazonEKSClusterAdminPolicy: {} } },
      planner: { principalArn: "arn:aws:iam::333333333333:role/platform-plan", policies: { AmazonEKSAdminViewPolicy: {} } },
    },
  },
  nodeGroups: {
    spot: {
      capacity: "SPOT",
      instanceTypes: ["m5.large", "m5a.large", "m5d.large", "m5n.large"],
      sizes: { min: 1, desired: 2, max: 5 },
    },
  },
  addons: {
    "vpc-cni": { resolveConflictsOnCreate: "OVERWRITE", resolveConflictsOnUpdate: "OVERWRITE" },
    "kube-proxy": { resolveConflictsOnCreate: "OVERWRITE", resolveConflictsOnUpdate: "OVERWRITE" },
    coredns: { resolveConflictsOnCreate: "OVERWRITE", resolveConflictsOnUpdate: "OVERWRITE" },
    "aws-ebs-csi-driver": {},
  },
  platform: {
    identity: "irsa",
    namespaces: {
      frontend: {
        readinessGated: true,
        network: {
          dns: {},
          loadBalancers: { pods: { app: "web" }, ports: [{ port: 8080 }] },
          egress: { backend: { to: [{ pods: { namespace: "backend", labels: { app: "api" } } }], ports: [{ port: 9090 }] } },
        },
      },
      backend: {
        network: {
          dns: {},
          sameNamespace: {},
          ingress: { frontend: { pods: { app: "api" }, from: [{ pods: { namespace: "frontend" } }], ports: [{ port: 9090 }] } },
        },
      },
    },
    storageClasses: { gp3: { default: true, reclaimPolicy: "Delete", ebs: {} } },
    loadBalancerController: {},
    fluentd: { output: { cloudWatch: { onDestroy: "keep" } } },
  },
};
