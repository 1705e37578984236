mock_provider "kubernetes" {}

variables {
  bindings = {
    readers = {
      cluster_role = "view"
      to           = [{ group = "readers" }]
      namespaces   = ["shop"]
    }
  }
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition     = keys(kubernetes_role_binding_v1.this) == ["readers/shop"]
    error_message = "a binding for each namespace"
  }

  assert {
    condition     = kubernetes_role_binding_v1.this["readers/shop"].role_ref[0].name == "view"
    error_message = "to a role of Kubernetes"
  }

  assert {
    condition     = kubernetes_role_binding_v1.this["readers/shop"].subject[0].kind == "Group"
    error_message = "of a group"
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
    condition     = keys(module.rbac.cluster_role_names) == ["backup", "on-call", "read-node-pools", "scrape"]
    error_message = "each role has a name"
  }
}

run "everything_without_a_reason_is_refused" {
  command = plan

  variables {
    cluster_roles = { all = { rules = [{ resources = ["*"], verbs = ["get"] }] } }
  }

  expect_failures = [var.cluster_roles]
}

run "the_role_that_may_do_everything_is_refused" {
  command = plan

  variables {
    bindings = { all = { cluster_role = "cluster-admin", to = [{ group = "a" }], cluster_wide = {} } }
  }

  expect_failures = [var.bindings]
}

run "groups_of_kubernetes_are_refused" {
  command = plan

  variables {
    bindings = { all = { cluster_role = "view", to = [{ group = "system:masters" }], cluster_wide = {} } }
  }

  expect_failures = [var.bindings]
}
