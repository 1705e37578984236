mock_provider "aws" {
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
}

variables {
  cluster_name = "eks-example"
  region       = "us-east-1"
  account      = "111122223333"

  identities = {
    controller = {
      namespace       = "kube-system"
      service_account = "aws-load-balancer-controller"
      permissions     = { load_balancer_controller = {} }
    }
  }
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition     = aws_iam_role.this["controller"].name == "eks-example-controller-pod"
    error_message = "the role is named by cluster and identity"
  }

  assert {
    condition = jsondecode(
      aws_iam_role.this["controller"].assume_role_policy
    ).Statement[0].Condition.ArnEquals["aws:SourceArn"] == "arn:aws:eks:us-east-1:111122223333:cluster/eks-example"
    error_message = "for pods of this cluster alone"
  }

  assert {
    condition     = aws_eks_pod_identity_association.this["controller"].service_account == "aws-load-balancer-controller"
    error_message = "by Pod Identity"
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
    condition = keys(module.workload_identity.role_arns) == [
      "external-dns",
      "fluentd",
      "load-balancer-controller",
      "reports",
    ]
    error_message = "each identity has a role"
  }

  assert {
    condition = (
      length(module.workload_identity.service_account_annotations["reports"]) == 1
      && length(module.workload_identity.service_account_annotations["fluentd"]) == 0
    )
    error_message = "IRSA wants an annotation and Pod Identity none"
  }

  assert {
    condition = jsondecode(
      module.workload_identity.assumed_role_trust_policies["reports"]["audit"]
    ).Statement[0].Condition.StringEquals["sts:ExternalId"] == "reports"
    error_message = "the other account is told what to ask for"
  }
}

run "by_irsa_there_is_no_association" {
  command = plan

  variables {
    oidc_provider = { arn = "arn:aws:iam::111122223333:oidc-provider/oidc/EXAMPLE", issuer = "oidc/EXAMPLE" }

    identities = {
      controller = { namespace = "kube-system", service_account = "controller", method = "irsa" }
    }
  }

  assert {
    condition     = length(aws_eks_pod_identity_association.this) == 0
    error_message = "no association"
  }

  assert {
    condition = jsondecode(
      aws_iam_role.this["controller"].assume_role_policy
    ).Statement[0].Condition.StringEquals["oidc/EXAMPLE:sub"] == "system:serviceaccount:kube-system:controller"
    error_message = "the service account and no other"
  }
}

run "both_ways_the_role_trusts_both" {
  command = plan

  variables {
    oidc_provider = { arn = "arn:aws:iam::111122223333:oidc-provider/oidc/EXAMPLE", issuer = "oidc/EXAMPLE" }

    identities = {
      controller = { namespace = "kube-system", service_account = "controller", method = "both" }
    }
  }

  assert {
    condition     = length(jsondecode(aws_iam_role.this["controller"].assume_role_policy).Statement) == 2
    error_message = "two statements"
  }
}

run "irsa_without_a_provider_is_refused" {
  command = plan

  variables {
    identities = {
      controller = { namespace = "kube-system", service_account = "controller", method = "irsa" }
    }
  }

  expect_failures = [aws_iam_role.this]
}

run "a_pattern_of_service_accounts_is_refused" {
  command = plan

  variables {
    identities = { a = { namespace = "a", service_account = "app-*" } }
  }

  expect_failures = [var.identities]
}

run "the_default_service_account_is_refused" {
  command = plan

  variables {
    identities = { a = { namespace = "a", service_account = "default" } }
  }

  expect_failures = [var.identities]
}

run "two_roles_for_one_service_account_are_refused" {
  command = plan

  variables {
    identities = { a = { namespace = "a", service_account = "a" }, b = { namespace = "a", service_account = "a" } }
  }

  expect_failures = [var.identities]
}

run "every_resource_without_a_reason_is_refused" {
  command = plan

  variables {
    identities = {
      controller = { namespace = "kube-system", service_account = "controller", statements = { All = { actions = ["s3:GetObject"], resources = ["*"] } } }
    }
  }

  expect_failures = [var.identities]
}
