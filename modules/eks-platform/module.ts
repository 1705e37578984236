import { mockAttributes } from "../../aws/mock-attributes";
import { fromVariables, type ModuleDefinition } from "../../kernel";
import { addonsModule } from "../addons/module";
import { clusterModule } from "../cluster/module";
import { fargateProfilesModule } from "../fargate-profiles/module";
import { networkModule } from "../network/module";
import { nodeGroupsModule } from "../node-groups/module";
import { workloadIdentityModule } from "../workload-identity/module";
import { eksPlatformAbout } from "./about";
import { completeExample } from "./complete-example";
import { EksPlatform } from "./eks-platform";
import { eksPlatformInputs } from "./inputs";

export const eksPlatformModule: ModuleDefinition = {
  name: "eks-platform",
  doc: "An Amazon EKS cluster with all that it needs, in one call: network, control plane, node groups, Fargate profiles, add-ons and the roles of service accounts. Each part is a module below `modules/`, which can be used alone as well.",
  about: eksPlatformAbout,
  inputs: eksPlatformInputs,
  modules: [networkModule, clusterModule, nodeGroupsModule, fargateProfilesModule, addonsModule, workloadIdentityModule],
  build: (scope) => void new EksPlatform(scope, "eks_platform", fromVariables),
  example: `name    = "eks-example"
region  = "us-east-1"
account = "111122223333"

network = {
  cidr  = "10.0.0.0/16"
  zones = ["us-east-1a", "us-east-1b"]
  nat   = "single"
}

cluster = {
  kubernetes_version = "1.35"

  access_entries = {
    platform = {
      principal_arn = "arn:aws:iam::111122223333:role/platform"
      policies      = { AmazonEKSClusterAdminPolicy = {} }
    }
  }
}

node_groups = {
  system = {
    instance_types = ["m6i.large"]
    ami_type       = "AL2023_x86_64_STANDARD"
    sizes          = { min = 2, desired = 2, max = 4 }
  }
}

addons = {
  eks-pod-identity-agent = {}
  vpc-cni                = {}
  kube-proxy             = {}
  coredns                = {}
}`,
  complete: completeExample,
  tests: {
    mocks: mockAttributes,
    smallest: {
      "the network and the cluster have the name": 'module.network[0].vpc_id != null && output.cluster_name == "eks-example"',
    },
    complete: {
      "an identity has its role": 'keys(module.eks_platform.identity_role_arns) == ["load-balancer-controller", "orders"]',
    },
    plans: {
      "a network that exists takes the place of one that is made": {
        given: `network = null

existing_network = {
  vpc_id = "vpc-0123456789abcdef0"
  cidr   = "10.0.0.0/16"
  private_subnet_ids = {
    "us-east-1a" = "subnet-0123456789abcdef0"
    "us-east-1b" = "subnet-0123456789abcdef1"
  }
}`,
        holds: { "no VPC is made": "length(module.network) == 0" , "the nodes stand in it": 'output.private_subnet_ids["us-east-1a"] == "subnet-0123456789abcdef0"' },
      },
      "neither network is refused": { given: "network = null", refusedBy: "var.existing_network" },
    },
  },
};
