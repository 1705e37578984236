mock_provider "kubernetes" {}

variables {
  namespaces = {
    shop = {
      network = { dns = {}, same_namespace = {} }
    }
  }
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition     = kubernetes_namespace_v1.this["shop"].metadata[0].labels["pod-security.kubernetes.io/enforce"] == "restricted"
    error_message = "pods are held to the strictest level"
  }

  assert {
    condition = kubernetes_network_policy_v1.default_deny["shop"].spec[0].policy_types == tolist([
      "Ingress",
      "Egress",
    ])
    error_message = "nothing is allowed that is not said"
  }

  assert {
    condition     = kubernetes_network_policy_v1.dns["shop"].metadata[0].namespace == "shop"
    error_message = "names are found"
  }

  assert {
    condition     = kubernetes_default_service_account_v1.this["shop"].automount_service_account_token == false
    error_message = "pods get no token that they do not ask for"
  }
}

run "the_complete_example_applies" {
  module {
    source = "./examples/complete"
  }

  providers = {
    kubernetes = kubernetes
  }

  assert {
    condition     = keys(module.namespaces.namespace_names) == ["backend", "frontend", "kube-system", "logging"]
    error_message = "each namespace has a name"
  }
}

run "refusing_without_dns_needs_a_reason" {
  command = plan

  variables {
    namespaces = { shop = { network = {} } }
  }

  expect_failures = [var.namespaces]
}

run "a_peer_in_a_namespace_that_is_not_declared_is_refused" {
  command = plan

  variables {
    namespaces = { shop = { network = { dns = {}, egress = { a = { to = [{ pods = { namespace = "elsewhere" } }] } } } } }
  }

  expect_failures = [kubernetes_network_policy_v1.egress]
}

run "kube_system_cannot_be_made" {
  command = plan

  variables {
    namespaces = { kube-system = {} }
  }

  expect_failures = [kubernetes_namespace_v1.this]
}

run "labels_of_an_existing_namespace_are_refused" {
  command = plan

  variables {
    namespaces = { a = { origin = "existing", labels = { a = "b" } } }
  }

  expect_failures = [var.namespaces]
}

run "load_balancers_without_their_blocks_are_refused" {
  command = plan

  variables {
    namespaces = { shop = { network = { dns = {}, load_balancers = {} } } }
  }

  expect_failures = [kubernetes_network_policy_v1.load_balancers]
}
