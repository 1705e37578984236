import type { Environment } from "../environment";

export const staging: Environment = {
  name: "staging",
  account: "222222222222",
  region: "us-east-1",
  layout: "layered",
  state: {
    s3: {
      bucket: "example-terraform-states-staging",
      region: "us-east-1",
      kmsKeyArn: "arn:aws:kms:us-east-1:222222222222:key/00000000-0000-4000-8000-000000000002",
      table: "terraform-locks",
    },
  },
  provider: { roleArn: "arn:aws:iam::222222222222:role/platform-deploy" },
  network: {
    cidr: "10.20.0.0/16",
    zones: ["us-east-1a", "us-east-1b", "us-east-1c"],
    nat: "single",
  },
  cluster: {
    name: "eks-staging",
    kubernetesVersion: "1.35",
    accessEntries: {
      platform: { principalArn: "arn:aws:iam::222222222222:role/platform-admin", policies: { AmazonEKSClusterAdminPolicy: {} } },
      deployer: { principalArn: "arn:aws:iam::222222222222:role/platform-deploy", policies: { AmazonEKSClusterAdminPolicy: {} } },
      planner: { principalArn: "arn:aws:iam::222222222222:role/platform-plan", policies: { AmazonEKSAdminViewPolicy: {} } },
    },
  },
  nodeGroups: {
    system: { instanceTypes: ["m6g.large"], sizes: { min: 2, desired: 2, max: 3 } },
    spot: {
      capacity: "SPOT",
      instanceTypes: ["m5.large", "m5a.large", "m5d.large", "m5n.large"],
      sizes: { min: 0, desired: 1, max: 4 },
    },
  },
  addons: { "vpc-cni": {}, "kube-proxy": {}, coredns: {}, "aws-ebs-csi-driver": {} },
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
    fluentd: { output: { cloudWatch: { onDestroy: "drop" } } },
  },
};
