import { mockAttributes } from "../../aws/mock-attributes";
import type { ModuleTests } from "../../kernel/published/module-tests";

const template = "k8s.io/cluster-autoscaler/node-template";

export const nodeGroupsTests: ModuleTests = {
  mocks: mockAttributes,
  smallest: {
    "Terraform owns the number of nodes": 'aws_eks_node_group.this["system"].scaling_config[0].desired_size == 2',
    "the metadata service asks for tokens, and pods do not reach it":
      'aws_launch_template.this["system"].metadata_options[0].http_tokens == "required" && aws_launch_template.this["system"].metadata_options[0].http_put_response_hop_limit == 1',
    "the disk is encrypted": 'aws_launch_template.this["system"].block_device_mappings[0].ebs[0].encrypted == "true"',
    "user data is left to EKS": 'aws_launch_template.this["system"].user_data == null',
  },
  complete: {
    "a group of each zone where one asks for it": 'keys(module.node_groups.node_group_names) == ["database-us-east-1a", "database-us-east-1b", "hardened", "spot", "system", "training"]',
    "all groups are ready together": "length(module.node_groups.ready) == 6",
  },
  plans: {
    "an autoscaler owns the number of nodes and is told what a node is": {
      given: `groups = {
  gpu = {
    instance_types = ["g5.xlarge"]
    ami_type       = "AL2023_x86_64_NVIDIA"
    sizes          = { min = 0, desired = 0, max = 4 }
    autoscaler     = { resources = { "nvidia.com/gpu" = "1" } }
  }
}`,
      holds: {
        "the group is the autoscaler's": 'keys(aws_eks_node_group.autoscaled) == ["gpu"] && length(aws_eks_node_group.this) == 0',
        "its tags name the disk and the GPU": `keys(aws_autoscaling_group_tag.this) == ["gpu/${template}/resources/ephemeral-storage", "gpu/${template}/resources/nvidia.com/gpu"]`,
      },
    },
    "a SPOT group with a reservation is refused": {
      given: `groups = {
  spot = {
    capacity       = "SPOT"
    instance_types = ["m5.large"]
    ami_type       = "AL2023_x86_64_STANDARD"
    sizes          = { min = 0, desired = 0, max = 4 }
    reservation    = { id = "cr-0123456789abcdef0" }
  }
}`,
      refusedBy: "var.groups",
    },
    "an image of one's own without the cluster's address is refused": {
      given: `groups = {
  own = {
    instance_types = ["m5.large"]
    image          = { id = "ami-0123456789abcdef0", family = "AL2023" }
    sizes          = { min = 1, desired = 1, max = 2 }
  }
}`,
      refusedBy: "aws_launch_template.this",
    },
  },
};
