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

  mock_resource "aws_security_group" {
    defaults = {
      arn = "arn:aws:ec2:us-east-1:111122223333:security-group/sg-0123456789abcdef0"
      id  = "sg-0123456789abcdef0"
    }
  }
}

variables {
  name               = "eks-example"
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
  }
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition = (
      aws_eks_cluster.this.vpc_config[0].endpoint_private_access
      && !aws_eks_cluster.this.vpc_config[0].endpoint_public_access
    )
    error_message = "the API server is reached from the VPC alone"
  }

  assert {
    condition     = length(aws_eks_cluster.this.enabled_cluster_log_types) == 5
    error_message = "all control-plane logs are on"
  }

  assert {
    condition     = !aws_eks_cluster.this.access_config[0].bootstrap_cluster_creator_admin_permissions
    error_message = "whoever creates it is not let in by that"
  }

  assert {
    condition     = aws_kms_key.secrets[0].enable_key_rotation
    error_message = "its key rotates"
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
    condition     = keys(module.cluster.access_entries) == ["auditors", "developers", "gpu", "platform"]
    error_message = "each principal has an entry"
  }

  assert {
    condition     = module.cluster.cluster_name == "eks-example"
    error_message = "it has its name"
  }
}

run "a_policy_in_namespaces_is_an_association_of_its_own" {
  command = plan

  variables {
    access_entries = {
      platform = {
        principal_arn = "arn:aws:iam::111122223333:role/platform"
        policies = {
          AmazonEKSClusterAdminPolicy = {}
          AmazonEKSEditPolicy         = { namespaces = ["apps"] }
        }
      }
    }
  }

  assert {
    condition     = aws_eks_access_policy_association.this["platform/AmazonEKSEditPolicy"].access_scope[0].type == "namespace"
    error_message = "its scope is the namespace"
  }

  assert {
    condition     = aws_eks_access_policy_association.this["platform/AmazonEKSClusterAdminPolicy"].access_scope[0].type == "cluster"
    error_message = "the other's is the cluster"
  }
}

run "auto_mode_is_three_switches" {
  command = plan

  variables {
    auto_mode = {}
  }

  assert {
    condition = (
      aws_eks_cluster.this.compute_config[0].enabled
      && aws_eks_cluster.this.storage_config[0].block_storage[0].enabled
      && aws_eks_cluster.this.kubernetes_network_config[0].elastic_load_balancing[0].enabled
    )
    error_message = "all of them are on"
  }

  assert {
    condition     = length(aws_iam_role.auto_mode) == 1
    error_message = "its nodes have a role"
  }
}

run "nobody_who_administers_is_refused" {
  command = plan

  variables {
    access_entries = {}
  }

  expect_failures = [aws_eks_cluster.this]
}

run "access_entries_with_the_configmap_alone_are_refused" {
  command = plan

  variables {
    authentication_mode = "CONFIG_MAP"
    creator_admin       = true
  }

  expect_failures = [aws_eks_cluster.this]
}

run "the_whole_internet_is_refused" {
  command = plan

  variables {
    endpoint = { public = { cidrs = ["0.0.0.0/0"] } }
  }

  expect_failures = [var.endpoint]
}
