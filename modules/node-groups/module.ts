import { fromVariables, type ModuleDefinition } from "../../kernel";
import { nodeGroupsAbout } from "./about";
import { nodeGroupsInputs } from "./inputs";
import { complete } from "./complete-example";
import { NodeGroups } from "./node-groups";
import { nodeGroupsTests } from "./tests";

export const nodeGroupsModule = {
  name: "node-groups",
  doc: "Managed node groups of an Amazon EKS cluster, on demand or SPOT, each with a launch template: the metadata service asks for tokens, disks are encrypted.",
  about: nodeGroupsAbout,
  inputs: nodeGroupsInputs,
  build: (scope) => void new NodeGroups(scope, "node_groups", fromVariables),
  notes: `## A change of owner

Who gives a group the object \`autoscaler\`, or takes it away, moves it between two resources. These blocks in the calling
module keep the group as it is; with \`per_zone\` there is one for each zone, \`<group>-<zone>\`. Towards an autoscaler:

\`\`\`hcl
moved {
  from = module.node_groups.aws_eks_node_group.this["spot"]
  to   = module.node_groups.aws_eks_node_group.autoscaled["spot"]
}
\`\`\`

And back to Terraform, with \`from\` and \`to\` the other way round.`,
  example: `cluster_name       = "eks-example"
kubernetes_version = "1.35"

subnet_ids = {
  "us-east-1a" = "subnet-0123456789abcdef0"
  "us-east-1b" = "subnet-0123456789abcdef1"
}

groups = {
  system = {
    instance_types = ["m5.large"]
    ami_type       = "AL2023_x86_64_STANDARD"
    sizes          = { min = 2, desired = 2, max = 4 }
  }
}`,
  complete,
  tests: nodeGroupsTests,
} satisfies ModuleDefinition;
