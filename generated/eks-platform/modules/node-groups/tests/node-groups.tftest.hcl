mock_provider "aws" {
  mock_resource "aws_eks_node_group" {
    defaults = {
      resources = [{ autoscaling_groups = [{ name = "eks-example" }] }]
    }
  }

  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::111122223333:role/example"
    }
  }

  mock_resource "aws_launch_template" {
    defaults = {
      id = "lt-0123456789abcdef0"
    }
  }
}

variables {
  cluster_name       = "eks-example"
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
  }
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition     = aws_eks_node_group.this["system"].scaling_config[0].desired_size == 2
    error_message = "Terraform owns the number of nodes"
  }

  assert {
    condition = (
      aws_launch_template.this["system"].metadata_options[0].http_tokens == "required"
      && aws_launch_template.this["system"].metadata_options[0].http_put_response_hop_limit == 1
    )
    error_message = "the metadata service asks for tokens, and pods do not reach it"
  }

  assert {
    condition     = aws_launch_template.this["system"].block_device_mappings[0].ebs[0].encrypted == "true"
    error_message = "the disk is encrypted"
  }

  assert {
    condition     = aws_launch_template.this["system"].user_data == null
    error_message = "user data is left to EKS"
  }
}

run "the_complete_example_applies" {
  module {
    source = "./examples/complete"
  }

  providers = {
    aws = aws
  }

  assert {
    condition = keys(module.node_groups.node_group_names) == [
      "database-us-east-1a",
      "database-us-east-1b",
      "hardened",
      "spot",
      "system",
      "training",
    ]
    error_message = "a group of each zone where one asks for it"
  }

  assert {
    condition     = length(module.node_groups.ready) == 6
    error_message = "all groups are ready together"
  }
}

run "an_autoscaler_owns_the_number_of_nodes_and_is_told_what_a_node_is" {
  command = plan

  variables {
    groups = {
      gpu = {
        instance_types = ["g5.xlarge"]
        ami_type       = "AL2023_x86_64_NVIDIA"
        sizes          = { min = 0, desired = 0, max = 4 }
        autoscaler     = { resources = { "nvidia.com/gpu" = "1" } }
      }
    }
  }

  assert {
    condition     = keys(aws_eks_node_group.autoscaled) == ["gpu"] && length(aws_eks_node_group.this) == 0
    error_message = "the group is the autoscaler's"
  }

  assert {
    condition = keys(aws_autoscaling_group_tag.this) == [
      "gpu/k8s.io/cluster-autoscaler/node-template/resources/ephemeral-storage",
      "gpu/k8s.io/cluster-autoscaler/node-template/resources/nvidia.com/gpu",
    ]
    error_message = "its tags name the disk and the GPU"
  }
}

run "a_spot_group_with_a_reservation_is_refused" {
  command = plan

  variables {
    groups = {
      spot = {
        capacity       = "SPOT"
        instance_types = ["m5.large"]
        ami_type       = "AL2023_x86_64_STANDARD"
        sizes          = { min = 0, desired = 0, max = 4 }
        reservation    = { id = "cr-0123456789abcdef0" }
      }
    }
  }

  expect_failures = [var.groups]
}

run "an_image_of_one_s_own_without_the_cluster_s_address_is_refused" {
  command = plan

  variables {
    groups = {
      own = {
        instance_types = ["m5.large"]
        image          = { id = "ami-0123456789abcdef0", family = "AL2023" }
        sizes          = { min = 1, desired = 1, max = 2 }
      }
    }
  }

  expect_failures = [aws_launch_template.this]
}
