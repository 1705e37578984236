mock_provider "aws" {
  mock_resource "aws_iam_policy" {
    defaults = {
      arn = "arn:aws:iam::111122223333:policy/example"
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

  mock_resource "aws_s3_bucket" {
    defaults = {
      arn = "arn:aws:s3:::example"
    }
  }
}

variables {
  bucket  = "example-terraform-states"
  region  = "us-east-1"
  account = "111122223333"
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    error_message = "old versions stay"
  }

  assert {
    condition = (
      aws_s3_bucket_public_access_block.this.restrict_public_buckets
      && aws_s3_bucket_public_access_block.this.block_public_policy
    )
    error_message = "nothing is public"
  }

  assert {
    condition     = aws_s3_bucket.this.force_destroy == false
    error_message = "a bucket with states is never emptied"
  }

  assert {
    condition     = aws_kms_key.this[0].enable_key_rotation
    error_message = "the key rotates"
  }

  assert {
    condition     = aws_s3_bucket.logs[0].bucket == "example-terraform-states-logs"
    error_message = "reads and writes are logged"
  }

  assert {
    condition     = length(aws_dynamodb_table.locks) == 0
    error_message = "there is no table that nobody asked for"
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
    condition = alltrue([
      for statement in jsondecode(module.state_backend.access_policies["dashboards"]).Statement : contains(
        ["s3:ListBucket", "s3:GetObject", "kms:Decrypt"],
        statement.Action
      )
    ])
    error_message = "a reader may do nothing but read"
  }

  assert {
    condition = strcontains(
      module.state_backend.backend_lines,
      "use_lockfile = true\ndynamodb_table = \"terraform-locks\""
    )
    error_message = "backend lines name both locks"
  }

  assert {
    condition     = keys(module.state_backend.access_policy_arns) == ["dashboards", "dev-network", "dev-platform"]
    error_message = "each has a policy"
  }
}

run "a_table_is_protected_and_can_be_brought_back" {
  command = plan

  variables {
    table = {}
  }

  assert {
    condition     = aws_dynamodb_table.locks[0].deletion_protection_enabled
    error_message = "deletion is refused"
  }

  assert {
    condition     = aws_dynamodb_table.locks[0].point_in_time_recovery[0].enabled
    error_message = "any second of 35 days"
  }
}

run "a_given_key_is_used" {
  command = plan

  variables {
    key = { arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001" }
  }

  assert {
    condition     = length(aws_kms_key.this) == 0
    error_message = "none is made"
  }

  assert {
    condition = endswith(
      one(
        aws_s3_bucket_server_side_encryption_configuration.this.rule[*].apply_server_side_encryption_by_default[0].kms_master_key_id
      ),
      "000001"
    )
    error_message = "by the bucket"
  }
}

run "logs_are_off_by_choice" {
  command = plan

  variables {
    access_logs = null
  }

  assert {
    condition     = length(aws_s3_bucket.logs) == 0
    error_message = "no bucket for them"
  }

  assert {
    condition     = length(aws_s3_bucket_logging.this) == 0
    error_message = "no logging"
  }
}

run "a_pattern_of_states_is_refused" {
  command = plan

  variables {
    access = { all = { writes = ["app/*"] } }
  }

  expect_failures = [var.access]
}

run "access_to_nothing_is_refused" {
  command = plan

  variables {
    access = { nobody = {} }
  }

  expect_failures = [var.access]
}

run "a_bucket_with_a_dot_is_refused" {
  command = plan

  variables {
    bucket = "example.states"
  }

  expect_failures = [var.bucket]
}
