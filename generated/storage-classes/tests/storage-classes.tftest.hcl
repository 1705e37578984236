mock_provider "kubernetes" {}

variables {
  classes = {
    gp3 = {
      default        = true
      reclaim_policy = "Delete"
      ebs            = {}
    }
  }
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition = kubernetes_storage_class_v1.ebs["gp3"].parameters == tomap({
      "csi.storage.k8s.io/fstype" = "ext4"
      encrypted                   = "true"
      type                        = "gp3"
    })
    error_message = "volumes are encrypted gp3"
  }

  assert {
    condition     = kubernetes_storage_class_v1.ebs["gp3"].volume_binding_mode == "WaitForFirstConsumer"
    error_message = "they are made where the pod runs"
  }

  assert {
    condition     = kubernetes_storage_class_v1.ebs["gp3"].metadata[0].annotations["storageclass.kubernetes.io/is-default-class"] == "true"
    error_message = "the class is the default"
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
    condition = keys(module.storage_classes.storage_class_names) == [
      "database",
      "gp3",
      "gp3-retained",
      "shared",
    ]
    error_message = "each class has a name"
  }
}

run "two_defaults_are_refused" {
  command = plan

  variables {
    classes = {
      a = { ebs = {}, default = true, reclaim_policy = "Delete" }
      b = { ebs = {}, default = true, reclaim_policy = "Delete" }
    }
  }

  expect_failures = [var.classes]
}

run "a_class_of_neither_kind_is_refused" {
  command = plan

  variables {
    classes = { a = { reclaim_policy = "Delete" } }
  }

  expect_failures = [var.classes]
}

run "volumes_without_encryption_need_a_reason" {
  command = plan

  variables {
    classes = { a = { reclaim_policy = "Delete", ebs = { unencrypted = { because = " " } } } }
  }

  expect_failures = [var.classes]
}
