resource "kubernetes_storage_class_v1" "ebs" {
  for_each = { for name, class in var.classes : name => class if class.ebs != null }

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
    each.value.ebs.kms_key == null ? {} : { kmsKeyId = each.value.ebs.kms_key.arn }
  )
  allow_volume_expansion = each.value.ebs.expandable

  metadata {
    name        = each.key
    annotations = { "storageclass.kubernetes.io/is-default-class" = tostring(each.value.default) }
  }

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
  allow_volume_expansion = false

  metadata {
    name        = each.key
    annotations = { "storageclass.kubernetes.io/is-default-class" = tostring(each.value.default) }
  }

  depends_on = [var.ready]
}
