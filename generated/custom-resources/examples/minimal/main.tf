module "custom_resources" {
  source = "../.."

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
