mock_provider "aws" {
  mock_resource "aws_cloudwatch_log_group" {
    defaults = {
      arn = "arn:aws:logs:us-east-1:111122223333:log-group:example"
    }
  }

  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::111122223333:role/example"
    }
  }
}

variables {
  cluster_name = "eks-example"
  region       = "us-east-1"
  account      = "111122223333"

  subnet_ids = {
    "us-east-1a" = "subnet-0123456789abcdef0"
    "us-east-1b" = "subnet-0123456789abcdef1"
  }

  profiles = {
    jobs = {
      selectors = [{ namespace = "jobs" }]
    }
  }
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition     = length(aws_eks_fargate_profile.this["jobs"].subnet_ids) == 2
    error_message = "a profile in all subnets"
  }

  assert {
    condition = jsondecode(
      aws_iam_role.this.assume_role_policy
    ).Statement[0].Condition.ArnLike["aws:SourceArn"] == "arn:aws:eks:us-east-1:111122223333:fargateprofile/eks-example/*"
    error_message = "the role is for the profiles of this cluster alone"
  }

  assert {
    condition     = length(aws_cloudwatch_log_group.this) == 0 && output.logging_manifest == null
    error_message = "no log group"
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
    condition     = keys(module.fargate_profiles.fargate_profile_arns) == ["jobs", "system"]
    error_message = "two profiles"
  }

  assert {
    condition     = module.fargate_profiles.log_group_name == "/aws/eks/eks-example/fargate"
    error_message = "logs go to the group of the cluster"
  }

  assert {
    condition = strcontains(
      module.fargate_profiles.logging_manifest,
      "log_group_name /aws/eks/eks-example/fargate"
    )
    error_message = "the manifest names the group"
  }
}

run "a_name_that_eks_keeps_for_itself_is_refused" {
  command = plan

  variables {
    profiles = { eks-jobs = { selectors = [{ namespace = "jobs" }] } }
  }

  expect_failures = [var.profiles]
}

run "a_zone_without_a_subnet_is_refused" {
  command = plan

  variables {
    profiles = { jobs = { selectors = [{ namespace = "jobs" }], zones = ["us-east-1f"] } }
  }

  expect_failures = [aws_eks_fargate_profile.this]
}
