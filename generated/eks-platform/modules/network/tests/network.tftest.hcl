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
  name  = "example"
  cidr  = "10.0.0.0/16"
  zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
  nat   = "single"
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition = alltrue([
      for tier in [
        output.public_subnet_cidr_blocks,
        output.private_subnet_cidr_blocks,
        output.intra_subnet_cidr_blocks,
      ] : tolist(keys(tier)) == output.zones
    ])
    error_message = "three tiers, each with a subnet in every zone"
  }

  assert {
    condition     = length(aws_nat_gateway.zonal) == 1
    error_message = "one NAT gateway for all zones"
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
    condition     = length(module.network.nat_gateway_ids) == 3
    error_message = "a NAT gateway in each zone"
  }

  assert {
    condition = alltrue([
      for cidr in values(module.network.pod_subnet_cidr_blocks) : startswith(cidr, "100.64.")
    ])
    error_message = "pods have their own block in each zone"
  }

  assert {
    condition     = keys(module.network.interface_endpoint_ids) == ["ecr.api", "ecr.dkr", "sts"]
    error_message = "the endpoints stand"
  }

  assert {
    condition     = module.network.flow_log_group_name != null
    error_message = "flow logs go to a log group"
  }
}

run "a_fourth_zone_moves_no_block_of_the_others" {
  command = plan

  variables {
    zones = ["us-east-1d", "us-east-1a", "us-east-1b", "us-east-1c"]
  }

  assert {
    condition = (
      output.private_subnet_cidr_blocks["us-east-1a"] == "10.0.0.0/19"
      && output.private_subnet_cidr_blocks["us-east-1d"] == "10.0.96.0/19"
    )
    error_message = "each zone's block follows from its letter"
  }
}

run "a_block_that_aws_does_not_take_is_refused" {
  command = plan

  variables {
    cidr = "10.0.0.0/8"
  }

  expect_failures = [var.cidr]
}

run "zonal_nat_without_public_subnets_is_refused" {
  command = plan

  variables {
    public_subnets = null
  }

  expect_failures = [aws_vpc.this]
}
