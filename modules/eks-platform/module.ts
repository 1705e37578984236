import { mockAttributes } from "../../aws/mock-attributes";
import { fromVariables, type ModuleDefinition } from "../../kernel";
import { addonsModule } from "../addons/module";
import { clusterModule } from "../cluster/module";
import { fargateProfilesModule } from "../fargate-profiles/module";
import { fluentdModule } from "../fluentd/module";
import { loadBalancerControllerModule } from "../load-balancer-controller/module";
import { namespacesModule } from "../namespaces/module";
import { networkModule } from "../network/module";
import { nodeGroupsModule } from "../node-groups/module";
import { storageClassesModule } from "../storage-classes/module";
import { workloadIdentityModule } from "../workload-identity/module";
import { eksPlatformAbout } from "./about";
import { completeExample } from "./complete-example";
import { EksPlatform } from "./eks-platform";
import { eksPlatformInputs } from "./inputs";
import { platformLayer } from "./platform-layer";

export const eksPlatformModule: ModuleDefinition = {
  name: "eks-platform",
  doc: "An Amazon EKS cluster with all that it needs, in one call: network, control plane, node groups, Fargate profiles, add-ons and the roles of service accounts. Each part is a module below `modules/`, which can be used alone as well.",
  about: eksPlatformAbout,
  inputs: eksPlatformInputs,
  modules: [
    networkModule, clusterModule, nodeGroupsModule, fargateProfilesModule, addonsModule, workloadIdentityModule,
    // Those of the example of the layer above.
    namespacesModule, storageClassesModule, loadBalancerControllerModule, fluentdModule,
  ],
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
  examples: { "platform-layer": platformLayer },
  notes: `## Parts

\`network\`, \`cluster\` and the elements of \`node_groups\`, \`fargate_profiles\`, \`addons\` and \`identities\` have the inputs of
their modules, whose READMEs say them all. What a part needs of another one is wired.

What is there by default and is not wanted is named in \`without\`, such as \`without = ["flow_logs"]\` of the network. A value
that a part refuses is shown with the line of this module that hands it on, such as \`cidr = var.network.cidr\`.

## What runs inside the cluster

Helm releases, storage classes and namespaces belong in another state, because their providers must reach a cluster that is
there. \`examples/platform-layer\` makes them on top of \`examples/complete\`: apply that one first.`,
  tests: {
    mocks: mockAttributes,
    smallest: {
      "the cluster has the name": 'output.cluster_name == "eks-example"',
      "a subnet for nodes in each zone": 'keys(output.private_subnet_ids) == ["us-east-1a", "us-east-1b"]',
      "vpc-cni has a role of its own": 'keys(output.addon_role_arns) == ["vpc-cni"]',
      "no profile, no role for Fargate": "length(module.fargate_profiles) == 0",
    },
    complete: {
      "each identity has its role": 'keys(module.eks_platform.identity_role_arns) == ["fluentd", "load-balancer-controller", "orders"]',
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
        holds: { "no VPC is made": "length(module.network) == 0", "the nodes stand in it": 'output.private_subnet_ids["us-east-1a"] == "subnet-0123456789abcdef0"' },
      },
      "neither network is refused": { given: "network = null", refusedBy: "var.existing_network" },
    },
  },
};
