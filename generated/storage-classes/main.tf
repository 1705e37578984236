resource "kubernetes_storage_class_v1" "ebs" {
  for_each = { for name, class in var.classes : name => class if class.ebs != null }

  metadata {
    name        = each.key
    annotations = { "storageclass.kubernetes.io/is-default-class" = tostring(each.value.default) }
  }

  reclaim_policy      = each.value.reclaim_policy
  volume_binding_mode = each.value.binding_mode
  mount_options       = length(each.value.mount_options) > 0 ? each.value.mount_options : null
  storage_provisioner = each.value.ebs.driver
  parameters = merge(
    {
      type                        = each.value.ebs.io2 != null ? "io2" : "gp3"
      encrypted                   = tostring(each.value.ebs.unencrypted == null)
      "csi.storage.k8s.io/fstype" = each.value.ebs.file_system
    },
    each.value.ebs.gp3 == null
    ? {}
    : { iops = tostring(each.value.ebs.gp3.iops), throughput = tostring(each.value.ebs.gp3.throughput_mibs) },
    each.value.ebs.io2 == null ? {} : { iops = tostring(each.value.ebs.io2.iops) },
    each.value.ebs.kms_key == null ? {} : { kmsKeyId = each.value.ebs.kms_key.arn },
    each.value.reclaim_policy == "Delete" && each.value.ebs.driver == "ebs.csi.aws.com"
    ? { tagSpecification_driver = "eks-platform/deleted-by-driver-of=${var.cluster_name}" }
    : {}
  )
  allow_volume_expansion = each.value.ebs.expandable

  dynamic "allowed_topologies" {
    for_each = each.value.ebs.zones != null ? [true] : []

    content {
      match_label_expressions {
        key    = "topology.kubernetes.io/zone"
        values = each.value.ebs.zones
      }
    }
  }

  depends_on = [var.ready]
}

resource "kubernetes_storage_class_v1" "efs" {
  for_each = { for name, class in var.classes : name => class if class.efs != null }

  metadata {
    name        = each.key
    annotations = { "storageclass.kubernetes.io/is-default-class" = tostring(each.value.default) }
  }

  reclaim_policy      = each.value.reclaim_policy
  volume_binding_mode = each.value.binding_mode
  mount_options       = length(each.value.mount_options) > 0 ? each.value.mount_options : null
  storage_provisioner = "efs.csi.aws.com"
  parameters = merge(
    {
      provisioningMode = "efs-ap"
      fileSystemId     = each.value.efs.file_system_id
      directoryPerms   = each.value.efs.directory_permissions
    },
    each.value.efs.base_path == null ? {} : { basePath = each.value.efs.base_path },
    each.value.efs.gid_range == null
    ? {}
    : {
      gidRangeStart = tostring(each.value.efs.gid_range.start)
      gidRangeEnd   = tostring(each.value.efs.gid_range.end)
    }
  )
  # A file system has no size that could grow.
  allow_volume_expansion = false

  depends_on = [var.ready]
}

resource "helm_release" "snapshot_classes" {
  for_each = var.snapshot_classes

  name      = "snapshot-class-${each.key}"
  namespace = "kube-system"
  chart     = "${path.module}/charts/custom-resources"
  values = [yamlencode({
    manifests = [{
      apiVersion = "snapshot.storage.k8s.io/v1"
      kind       = "VolumeSnapshotClass"
      metadata = {
        name        = each.key
        annotations = { "snapshot.storage.kubernetes.io/is-default-class" = tostring(each.value.default) }
      }
      driver         = each.value.driver
      deletionPolicy = each.value.deletion_policy
      parameters = merge(
        { for key, value in each.value.tags : "tagSpecification_${key}" => "${key}=${value}" },
        each.value.deletion_policy == "Delete" && each.value.driver == "ebs.csi.aws.com"
        ? { tagSpecification_driver = "eks-platform/deleted-by-driver-of=${var.cluster_name}" }
        : {},
        each.value.fast_restore_zones != null
        ? { fastSnapshotRestoreAvailabilityZones = join(",", each.value.fast_restore_zones) }
        : {}
      )
    }]
  })]
  timeout         = 5 * 60
  atomic          = true
  cleanup_on_fail = true
  max_history     = 10

  depends_on = [var.ready]
}

# A destroy waits here until AWS has no volumes and snapshots with the policy Delete left.
resource "terraform_data" "drain" {
  input = {
    cluster         = var.cluster_name
    region          = var.region
    timeout_seconds = var.drain != null ? var.drain.timeout_minutes * 60 : 0
    profile         = try(coalesce(var.drain.profile), "")
    role_arn        = try(coalesce(var.drain.role_arn), "")
  }

  provisioner "local-exec" {
    when        = destroy
    interpreter = ["sh"]
    command     = "${path.module}/scripts/drain-volumes.sh"
    environment = self.input
  }

  depends_on = [kubernetes_storage_class_v1.ebs, helm_release.snapshot_classes]
}
