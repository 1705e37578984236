mock_provider "aws" {
  mock_resource "aws_cloudwatch_log_group" {
    defaults = {
      arn = "arn:aws:logs:us-east-1:111122223333:log-group:example"
    }
  }

  mock_resource "aws_eks_cluster" {
    defaults = {
      arn                   = "arn:aws:eks:us-east-1:111122223333:cluster/eks-example"
      endpoint              = "https://example.gr7.us-east-1.eks.amazonaws.com"
      identity              = [{ oidc = [{ issuer = "https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE" }] }]
      certificate_authority = [{ data = "ZXhhbXBsZQ==" }]
    }
  }

  mock_resource "aws_eks_node_group" {
    defaults = {
      resources = [{ autoscaling_groups = [{ name = "eks-example" }] }]
    }
  }

  mock_resource "aws_iam_openid_connect_provider" {
    defaults = {
      arn = "arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE"
    }
  }

  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::111122223333:role/example"
    }
  }

  mock_resource "aws_kms_key" {
    defaults = {
      arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000"
    }
  }

  mock_resource "aws_launch_template" {
    defaults = {
      id = "lt-0123456789abcdef0"
    }
  }

  mock_resource "aws_security_group" {
    defaults = {
      arn = "arn:aws:ec2:us-east-1:111122223333:security-group/sg-0123456789abcdef0"
      id  = "sg-0123456789abcdef0"
    }
  }

  mock_resource "aws_vpc" {
    defaults = {
      arn      = "arn:aws:ec2:us-east-1:111122223333:vpc/vpc-0123456789abcdef0"
      id       = "vpc-0123456789abcdef0"
      owner_id = "111122223333"
    }
  }
}

variables {
  name    = "eks-example"
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
  }
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition     = output.cluster_name == "eks-example"
    error_message = "the cluster has the name"
  }

  assert {
    condition     = keys(output.private_subnet_ids) == ["us-east-1a", "us-east-1b"]
    error_message = "a subnet for nodes in each zone"
  }

  assert {
    condition     = keys(output.addon_role_arns) == ["vpc-cni"]
    error_message = "vpc-cni has a role of its own"
  }

  assert {
    condition     = length(module.fargate_profiles) == 0
    error_message = "no profile, no role for Fargate"
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
    condition = keys(module.eks_platform.identity_role_arns) == [
      "fluentd",
      "load-balancer-controller",
      "orders",
    ]
    error_message = "each identity has its role"
  }
}

run "a_network_that_exists_takes_the_place_of_one_that_is_made" {
  command = plan

  variables {
    network = null

    existing_network = {
      vpc_id = "vpc-0123456789abcdef0"
      cidr   = "10.0.0.0/16"
      private_subnet_ids = {
        "us-east-1a" = "subnet-0123456789abcdef0"
        "us-east-1b" = "subnet-0123456789abcdef1"
      }
    }
  }

  assert {
    condition     = length(module.network) == 0
    error_message = "no VPC is made"
  }

  assert {
    condition     = output.private_subnet_ids["us-east-1a"] == "subnet-0123456789abcdef0"
    error_message = "the nodes stand in it"
  }
}

run "neither_network_is_refused" {
  command = plan

  variables {
    network = null
  }

  expect_failures = [var.existing_network]
}
