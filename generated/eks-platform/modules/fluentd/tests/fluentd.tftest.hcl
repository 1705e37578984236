mock_provider "aws" {
  mock_resource "aws_cloudwatch_log_group" {
    defaults = {
      arn = "arn:aws:logs:us-east-1:111122223333:log-group:example"
    }
  }
}

mock_provider "helm" {}

variables {
  cluster_name = "eks-example"
  region       = "us-east-1"

  output = {
    cloud_watch = { on_destroy = "keep" }
  }
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition = (
      aws_cloudwatch_log_group.this["application"].name == "/aws/containerinsights/eks-example/application"
      && length(aws_cloudwatch_log_group.this) == 3
    )
    error_message = "a group for each stream, where Container Insights looks"
  }

  assert {
    condition     = aws_cloudwatch_log_group.this["host"].skip_destroy
    error_message = "which a destroy leaves"
  }

  assert {
    condition     = yamldecode(helm_release.this.values[0]).variant == "cloudwatch"
    error_message = "the image has the plugin"
  }

  assert {
    condition     = yamldecode(helm_release.this.values[0]).tolerations == [{ operator = "Exists" }]
    error_message = "it runs on every node"
  }

  assert {
    condition = concat(keys(yamldecode(helm_release.this.values[0]).fileConfigs), keys(yamldecode(helm_release.this.values[1]).fileConfigs)) == [
      "01_sources.conf",
      "02_filters.conf",
      "03_dispatch.conf",
      "04_outputs.conf",
    ]
    error_message = "none of the chart's own files is left"
  }

  assert {
    condition = strcontains(
      yamldecode(helm_release.this.values[1]).fileConfigs["04_outputs.conf"],
      "retry_forever true"
    )
    error_message = "nothing is given up"
  }
}

run "the_complete_example_applies" {
  module {
    source = "./examples/complete"
  }

  providers = {
    aws  = aws
    helm = helm
  }

  assert {
    condition     = module.fluentd.log_group_names["host"] == "/eks-example/nodes"
    error_message = "the groups have their names"
  }
}

run "opensearch_makes_no_group" {
  command = plan

  variables {
    output = { open_search = { host = "search.example.com", sig_v4 = {} } }
  }

  assert {
    condition     = length(aws_cloudwatch_log_group.this) == 0
    error_message = "no group"
  }

  assert {
    condition     = yamldecode(helm_release.this.values[0]).variant == "opensearch"
    error_message = "its own image"
  }
}

run "a_secret_is_read_by_the_pods_alone" {
  command = plan

  variables {
    output = { elasticsearch = { host = "search.example.com", version = "9", secret = { name = "search" } } }
  }

  assert {
    condition = [
      for item in yamldecode(helm_release.this.values[0]).env : item.valueFrom.secretKeyRef.name
      if item.name == "FLUENT_PASSWORD"
    ] == ["search"]
    error_message = "by reference"
  }

  assert {
    condition     = yamldecode(helm_release.this.values[0]).variant == "elasticsearch9"
    error_message = "its own image"
  }
}

run "two_outputs_are_refused" {
  command = plan

  variables {
    output = { cloud_watch = { on_destroy = "keep" }, open_search = { host = "search.example.com" } }
  }

  expect_failures = [var.output]
}

run "a_retention_that_cloudwatch_does_not_know_is_refused" {
  command = plan

  variables {
    output = { cloud_watch = { on_destroy = "keep", log_groups = { host = { retention_days = 42 } } } }
  }

  expect_failures = [var.output]
}

run "a_file_elsewhere_on_the_node_is_refused" {
  command = plan

  variables {
    output = { cloud_watch = { on_destroy = "drop" } }

    files = { secrets = { stream = "host", paths = ["/etc/shadow"] } }
  }

  expect_failures = [var.files]
}
