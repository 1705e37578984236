import { fromVariables, type ModuleDefinition } from "../../kernel";
import { Cluster } from "./cluster";
import { clusterInputs } from "./inputs";

export const clusterModule: ModuleDefinition = {
  name: "cluster",
  doc: "The control plane of an Amazon EKS cluster: its role, the key of its secrets, its log group, its endpoint, its security groups, who is let in, and IAM's OIDC provider.",
  inputs: clusterInputs,
  build: (scope) => void new Cluster(scope, "cluster", fromVariables),
  example: `name               = "eks-example"
kubernetes_version = "1.35"
account            = "111122223333"

subnet_ids = {
  "us-east-1a" = "subnet-0123456789abcdef0"
  "us-east-1b" = "subnet-0123456789abcdef1"
}

access_entries = {
  platform = {
    principal_arn = "arn:aws:iam::111122223333:role/platform"
    policies      = { AmazonEKSClusterAdminPolicy = {} }
  }
}`,
};
