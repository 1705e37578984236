mock_provider "helm" {}

variables {
  cluster_name = "eks-example"
  region       = "us-east-1"
  vpc_id       = "vpc-0123456789abcdef0"
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition = yamldecode(helm_release.this.values[0]) == {
      clusterName    = "eks-example"
      region         = "us-east-1"
      vpcId          = "vpc-0123456789abcdef0"
      serviceAccount = { name = "aws-load-balancer-controller", annotations = {} }
    }
    error_message = "no pod asks the instance where it is"
  }

  assert {
    condition = (
      yamldecode(helm_release.this.values[1]).replicaCount == 2
      && yamldecode(helm_release.this.values[1]).podDisruptionBudget.maxUnavailable == 1
    )
    error_message = "two replicas, of which one stays"
  }

  assert {
    condition     = yamldecode(helm_release.this.values[1]).keepTLSSecret
    error_message = "the webhooks keep their certificate"
  }

  assert {
    condition = (
      !contains(keys(yamldecode(helm_release.this.values[1])), "enableShield")
      && !contains(keys(yamldecode(helm_release.this.values[1])), "serviceMonitor")
    )
    error_message = "what is off is left to the chart"
  }

  assert {
    condition     = terraform_data.drain.input.timeout_seconds == 900
    error_message = "a destroy waits for what the controller made"
  }
}

run "the_complete_example_applies" {
  module {
    source = "./examples/complete"
  }

  providers = {
    helm = helm
  }

  assert {
    condition     = module.load_balancer_controller.ingress_class_name == "alb"
    error_message = "the class has its name"
  }
}

run "without_the_aws_command_a_destroy_does_not_wait" {
  command = plan

  variables {
    drain = null
  }

  assert {
    condition     = terraform_data.drain.input.timeout_seconds == 0
    error_message = "no time to wait"
  }
}

run "a_name_in_place_of_an_id_is_refused" {
  command = plan

  variables {
    vpc_id = "main"
  }

  expect_failures = [var.vpc_id]
}

run "a_tag_with_a_comma_is_refused" {
  command = plan

  variables {
    default_tags = { Owners = "a,b" }
  }

  expect_failures = [var.default_tags]
}
