mock_provider "aws" {
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
    condition = (
      keys(aws_eks_addon.first) == ["eks-pod-identity-agent"]
      && keys(aws_eks_addon.before_nodes) == ["kube-proxy", "vpc-cni"]
      && keys(aws_eks_addon.after_nodes) == ["coredns"]
    )
    error_message = "the agent stands first, and what nodes need before the others"
  }

  assert {
    condition     = keys(aws_iam_role.this) == ["vpc-cni"]
    error_message = "one add-on calls AWS and has a role"
  }

  assert {
    condition = jsondecode(
      aws_iam_role.this["vpc-cni"].assume_role_policy
    ).Statement[0].Condition.ArnEquals["aws:SourceArn"] == "arn:aws:eks:us-east-1:111122223333:cluster/eks-example"
    error_message = "for pods of this cluster alone"
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
    condition = keys(module.addons.addon_role_arns) == [
      "amazon-cloudwatch-observability",
      "aws-ebs-csi-driver",
      "aws-efs-csi-driver",
      "external-dns",
      "vpc-cni",
    ]
    error_message = "each add-on that calls AWS has a role"
  }

  assert {
    condition     = module.addons.addon_role_arns["amazon-cloudwatch-observability"] == "arn:aws:iam::111122223333:role/observability"
    error_message = "a given role is taken as it is"
  }

  assert {
    condition     = module.addons.addon_versions["vpc-cni"] == "v1.22.4-eksbuild.3"
    error_message = "versions are those that are pinned"
  }
}

run "by_irsa_the_trust_names_the_service_account" {
  command = plan

  variables {
    identity = "irsa"

    oidc_provider = { arn = "arn:aws:iam::111122223333:oidc-provider/oidc/EXAMPLE", issuer = "oidc/EXAMPLE" }
  }

  assert {
    condition = one(
      jsondecode(
        aws_iam_role.this["vpc-cni"].assume_role_policy
      ).Statement[1].Condition.StringEquals["oidc/EXAMPLE:sub"]
    ) == "system:serviceaccount:kube-system:aws-node"
    error_message = "the service account of vpc-cni and no other"
  }
}

run "by_the_nodes_there_is_no_role" {
  command = plan

  variables {
    identity = "node"
  }

  assert {
    condition     = length(aws_iam_role.this) == 0
    error_message = "no role"
  }
}

run "irsa_without_the_oidc_provider_is_refused" {
  command = plan

  variables {
    identity = "irsa"
  }

  expect_failures = [output.addon_role_arns]
}

run "pod_identity_without_its_agent_is_refused" {
  command = plan

  variables {
    identity = "podIdentity"
    addons   = { vpc-cni = {} }
  }

  expect_failures = [output.addon_role_arns]
}

run "settings_that_are_no_json_are_refused" {
  command = plan

  variables {
    addons = { coredns = { configuration_values = "replicaCount: 2" } }
  }

  expect_failures = [var.addons]
}
