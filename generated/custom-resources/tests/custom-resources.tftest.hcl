mock_provider "helm" {}

variables {
  releases = {
    snapshots = {
      manifests = [yamlencode({
        apiVersion     = "snapshot.storage.k8s.io/v1"
        kind           = "VolumeSnapshotClass"
        metadata       = { name = "ebs" }
        driver         = "ebs.csi.aws.com"
        deletionPolicy = "Delete"
      })]
    }
  }
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition     = endswith(helm_release.this["snapshots"].chart, "/charts/custom-resources")
    error_message = "a release of the module's own chart"
  }

  assert {
    condition     = yamldecode(helm_release.this["snapshots"].values[0]).manifests[0].driver == "ebs.csi.aws.com"
    error_message = "with the manifest as it was written"
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
    condition     = keys(module.custom_resources.namespaces) == ["database-secret", "node-pools"]
    error_message = "a release for each key"
  }

  assert {
    condition     = module.custom_resources.namespaces["database-secret"] == "shop"
    error_message = "in its namespace"
  }
}

run "a_manifest_without_a_name_is_refused" {
  command = plan

  variables {
    releases = { a = { manifests = ["{apiVersion: v1, kind: ConfigMap}"] } }
  }

  expect_failures = [var.releases]
}

run "one_object_in_two_releases_is_refused" {
  command = plan

  variables {
    releases = {
      a = { manifests = ["{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"] }
      b = { manifests = ["{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"] }
    }
  }

  expect_failures = [var.releases]
}

run "a_cluster_wide_object_in_a_namespace_is_refused" {
  command = plan

  variables {
    releases = { a = { manifests = ["{apiVersion: karpenter.sh/v1, kind: NodePool, metadata: {name: a, namespace: b}}"] } }
  }

  expect_failures = [var.releases]
}
