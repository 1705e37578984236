mock_provider "helm" {}

mock_provider "kubernetes" {}

variables {
  cluster_name = "eks-example"
  region       = "us-east-1"

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
      tagSpecification_driver     = "eks-platform/deleted-by-driver-of=eks-example"
    })
    error_message = "volumes are encrypted gp3"
  }

  assert {
    condition     = kubernetes_storage_class_v1.ebs["gp3"].volume_binding_mode == "WaitForFirstConsumer"
    error_message = "they are made where the pod runs"
  }

  assert {
    condition     = terraform_data.drain.input.timeout_seconds == 900
    error_message = "a destroy waits for volumes"
  }

  assert {
    condition     = length(helm_release.snapshot_classes) == 0
    error_message = "no snapshots, no release"
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
    helm       = helm
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

run "what_is_retained_is_not_waited_for" {
  command = plan

  variables {
    classes = { a = { reclaim_policy = "Retain", ebs = {} } }
  }

  assert {
    condition     = !contains(keys(kubernetes_storage_class_v1.ebs["a"].parameters), "tagSpecification_driver")
    error_message = "no tag"
  }
}

run "snapshots_have_tags_and_are_fast_in_their_zones" {
  command = plan

  variables {
    snapshot_classes = { a = { deletion_policy = "Delete", tags = { Purpose = "backup" }, fast_restore_zones = ["us-east-1a", "us-east-1b"] } }
  }

  assert {
    condition = yamldecode(helm_release.snapshot_classes["a"].values[0]).manifests[0].parameters == {
      fastSnapshotRestoreAvailabilityZones = "us-east-1a,us-east-1b"
      tagSpecification_Purpose             = "Purpose=backup"
      tagSpecification_driver              = "eks-platform/deleted-by-driver-of=eks-example"
    }
    error_message = "its parameters"
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
