locals {
  role_name = (
    length(var.cluster_name) <= 58
    ? "${var.cluster_name}-nodes"
    : "${substr(var.cluster_name, 0, 49)}-${substr(sha256(var.cluster_name), 0, 8)}-nodes"
  )

  disks = {
    AL2023       = { "/dev/xvda" = "data" }
    BOTTLEROCKET = { "/dev/xvda" = "system", "/dev/xvdb" = "data" }
    WINDOWS      = { "/dev/sda1" = "data" }
  }

  short_cluster_name = (
    length(var.cluster_name) <= 61
    ? var.cluster_name
    : "${substr(var.cluster_name, 0, 52)}-${substr(sha256(var.cluster_name), 0, 8)}"
  )
}

resource "aws_iam_role" "this" {
  name        = local.role_name
  description = "Nodes of the EKS cluster ${var.cluster_name}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
  path                 = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = var.tags
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = toset([
    "AmazonEKSWorkerNodePolicy",
    "AmazonEC2ContainerRegistryPullOnly",
    "AmazonSSMManagedInstanceCore",
  ])

  role       = aws_iam_role.this.name
  policy_arn = "arn:${var.partition}:iam::aws:policy/${each.value}"
}

resource "aws_iam_role_policy_attachment" "cni" {
  count = var.cni_policy != null ? 1 : 0

  role       = aws_iam_role.this.name
  policy_arn = "arn:${var.partition}:iam::aws:policy/AmazonEKS_CNI_Policy"
}

# Pods are kept from the metadata service, and so from the nodes' role, by a hop limit of 1.
resource "aws_launch_template" "this" {
  for_each = var.groups

  name_prefix            = "${local.short_cluster_name}-${each.key}-"
  description            = "Node group ${each.key} of the EKS cluster ${var.cluster_name}"
  update_default_version = true

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  monitoring {
    enabled = each.value.detailed_monitoring
  }

  tag_specifications {
    resource_type = "instance"
    tags          = merge(var.tags, each.value.tags, { Name = "${var.cluster_name}-${each.key}" })
  }

  tag_specifications {
    resource_type = "volume"
    tags          = merge(var.tags, each.value.tags, { Name = "${var.cluster_name}-${each.key}" })
  }

  dynamic "block_device_mappings" {
    for_each = local.disks[split("_", each.value.ami_type)[0]]

    content {
      device_name = block_device_mappings.key

      ebs {
        volume_type           = "gp3"
        volume_size           = block_device_mappings.value == "data" ? each.value.disk_gib : null
        encrypted             = true
        kms_key_id            = each.value.disk_kms_key_arn
        delete_on_termination = true
      }
    }
  }

  tags = merge(var.tags, each.value.tags)

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_eks_node_group" "this" {
  for_each = var.groups

  cluster_name           = var.cluster_name
  node_group_name_prefix = "${each.key}-"
  node_role_arn          = aws_iam_role.this.arn
  subnet_ids = (
    each.value.zones == null
    ? values(var.subnet_ids)
    : [for zone in each.value.zones : var.subnet_ids[zone]]
  )
  version         = var.kubernetes_version
  release_version = each.value.release_version
  capacity_type   = each.value.capacity
  ami_type        = each.value.ami_type
  instance_types  = each.value.instance_types
  labels          = each.value.labels

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

  dynamic "taint" {
    for_each = each.value.taints

    content {
      key    = taint.value.key
      value  = taint.value.value
      effect = taint.value.effect
    }
  }

  tags = merge(var.tags, each.value.tags)

  lifecycle {
    create_before_destroy = true

    precondition {
      condition = (
        each.value.zones == null
        ? true
        : alltrue([for zone in each.value.zones : contains(keys(var.subnet_ids), zone)])
      )
      error_message = "groups.${each.key}.zones: expected zones of subnet_ids (${join(", ", keys(var.subnet_ids))}), got ${jsonencode(each.value.zones)} [node-group-zone]"
    }
  }

  depends_on = [
    aws_iam_role_policy_attachment.this,
    aws_iam_role_policy_attachment.cni,
    var.network_ready,
    var.addons_ready,
  ]
}
