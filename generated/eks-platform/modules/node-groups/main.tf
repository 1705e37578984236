locals {
  groups = {
    for item in flatten([
      for name, group in var.groups : [
        for zone in coalesce(group.per_zone == null ? [null] : group.zones, keys(var.subnet_ids)) : {
          key   = zone == null ? name : "${name}-${zone}"
          group = merge(group, { zones = zone == null ? group.zones : [zone] })
        }
      ]
    ]) : item.key => item.group
  }

  families = {
    for key, group in local.groups : key => try(group.image.family, split("_", group.ami_type)[0])
  }
}

# The wanted number of nodes is that of the inputs.
resource "aws_eks_node_group" "this" {
  for_each = { for key, group in local.groups : key => group if group.autoscaler == null }

  cluster_name           = var.cluster_name
  node_group_name        = each.value.name
  node_group_name_prefix = each.value.name == null ? "${each.key}-" : null
  node_role_arn          = coalesce(each.value.role_arn, aws_iam_role.this.arn)
  subnet_ids = (
    each.value.zones == null
    ? values(var.subnet_ids)
    : [for zone in each.value.zones : var.subnet_ids[zone]]
  )
  version              = each.value.image == null ? coalesce(each.value.kubernetes_version, var.kubernetes_version) : null
  release_version      = lookup(local.releases, each.key, each.value.release_version)
  force_update_version = each.value.force_update
  capacity_type        = each.value.capacity
  ami_type             = each.value.ami_type
  instance_types       = each.value.capacity == "CAPACITY_BLOCK" ? null : each.value.instance_types
  labels               = each.value.labels

  launch_template {
    id      = aws_launch_template.this[each.key].id
    version = aws_launch_template.this[each.key].latest_version
  }

  scaling_config {
    min_size     = each.value.sizes.min
    desired_size = each.value.sizes.desired
    max_size     = each.value.sizes.max
  }

  update_config {
    max_unavailable            = each.value.update.max_unavailable
    max_unavailable_percentage = each.value.update.max_unavailable_percentage
  }

  dynamic "node_repair_config" {
    for_each = each.value.repair[*]

    content {
      enabled = true
    }
  }

  dynamic "taint" {
    for_each = each.value.taints

    content {
      key    = taint.value.key
      value  = taint.value.value
      effect = taint.value.effect
    }
  }

  tags = merge(var.tags, each.value.tags)

  timeouts {
    create = "${each.value.timeout_minutes}m"
    update = "${each.value.timeout_minutes}m"
    delete = "${each.value.timeout_minutes}m"
  }

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [
    aws_iam_role_policy_attachment.this,
    aws_iam_role_policy_attachment.cni,
    aws_iam_role_policy_attachment.further,
    var.network_ready,
    var.addons_ready,
  ]
}

# The wanted number of nodes belongs to an autoscaler. A resource of its own, because ignore_changes
# cannot follow from a value.
resource "aws_eks_node_group" "autoscaled" {
  for_each = { for key, group in local.groups : key => group if group.autoscaler != null }

  cluster_name           = var.cluster_name
  node_group_name        = each.value.name
  node_group_name_prefix = each.value.name == null ? "${each.key}-" : null
  node_role_arn          = coalesce(each.value.role_arn, aws_iam_role.this.arn)
  subnet_ids = (
    each.value.zones == null
    ? values(var.subnet_ids)
    : [for zone in each.value.zones : var.subnet_ids[zone]]
  )
  version              = each.value.image == null ? coalesce(each.value.kubernetes_version, var.kubernetes_version) : null
  release_version      = lookup(local.releases, each.key, each.value.release_version)
  force_update_version = each.value.force_update
  capacity_type        = each.value.capacity
  ami_type             = each.value.ami_type
  instance_types       = each.value.capacity == "CAPACITY_BLOCK" ? null : each.value.instance_types
  labels               = each.value.labels

  launch_template {
    id      = aws_launch_template.this[each.key].id
    version = aws_launch_template.this[each.key].latest_version
  }

  scaling_config {
    min_size     = each.value.sizes.min
    desired_size = each.value.sizes.desired
    max_size     = each.value.sizes.max
  }

  update_config {
    max_unavailable            = each.value.update.max_unavailable
    max_unavailable_percentage = each.value.update.max_unavailable_percentage
  }

  dynamic "node_repair_config" {
    for_each = each.value.repair[*]

    content {
      enabled = true
    }
  }

  dynamic "taint" {
    for_each = each.value.taints

    content {
      key    = taint.value.key
      value  = taint.value.value
      effect = taint.value.effect
    }
  }

  tags = merge(var.tags, each.value.tags)

  timeouts {
    create = "${each.value.timeout_minutes}m"
    update = "${each.value.timeout_minutes}m"
    delete = "${each.value.timeout_minutes}m"
  }

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [scaling_config[0].desired_size]
  }

  depends_on = [
    aws_iam_role_policy_attachment.this,
    aws_iam_role_policy_attachment.cni,
    aws_iam_role_policy_attachment.further,
    var.network_ready,
    var.addons_ready,
  ]
}
