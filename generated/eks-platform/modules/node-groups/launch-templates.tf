locals {
  short_cluster_name = (
    length(var.cluster_name) <= 61
    ? var.cluster_name
    : "${substr(var.cluster_name, 0, 52)}-${substr(sha256(var.cluster_name), 0, 8)}"
  )

  disks = {
    AL2023       = { "/dev/xvda" = "data" }
    BOTTLEROCKET = { "/dev/xvda" = "system", "/dev/xvdb" = "data" }
    WINDOWS      = { "/dev/sda1" = "data" }
  }
}

# What the instances of a group are like. Nobody logs in by a key: Session Manager does.
resource "aws_launch_template" "this" {
  for_each = local.groups

  name                   = each.value.launch_template_name
  name_prefix            = each.value.launch_template_name == null ? "${local.short_cluster_name}-${each.key}-" : null
  description            = "Node group ${each.key} of the EKS cluster ${var.cluster_name}"
  update_default_version = true
  image_id               = each.value.image == null ? null : each.value.image.id
  user_data              = lookup(local.user_data, each.key, null)
  vpc_security_group_ids = (
    each.value.efa == null && length(each.value.security_group_ids) > 0
    ? concat([var.cluster_security_group_id], each.value.security_group_ids)
    : null
  )
  instance_type = each.value.capacity == "CAPACITY_BLOCK" ? each.value.instance_types[0] : null

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
    # A limit of 1 keeps pods from the metadata service, and so from the nodes' role.
    http_put_response_hop_limit = each.value.metadata_hop_limit
    # EKS tags instances with keys that have slashes: where the account shows tags there, no instance
    # would start.
    instance_metadata_tags = "disabled"
  }

  monitoring {
    enabled = each.value.detailed_monitoring
  }

  # The provider's default tags do not reach what Auto Scaling starts.
  tag_specifications {
    resource_type = "instance"
    tags          = merge(var.tags, each.value.tags, { Name = "${var.cluster_name}-${each.key}" })
  }

  tag_specifications {
    resource_type = "volume"
    tags          = merge(var.tags, each.value.tags, { Name = "${var.cluster_name}-${each.key}" })
  }

  dynamic "block_device_mappings" {
    for_each = local.disks[local.families[each.key]]

    content {
      device_name = block_device_mappings.key

      ebs {
        volume_type = block_device_mappings.value == "data" && each.value.disk.io2 != null ? "io2" : "gp3"
        volume_size = block_device_mappings.value == "data" ? each.value.disk.gib : null
        iops = (
          block_device_mappings.value == "data"
          ? try(each.value.disk.io2.iops, each.value.disk.gp3.iops, null)
          : null
        )
        throughput = (
          block_device_mappings.value == "data"
          ? try(each.value.disk.gp3.throughput_mibs, null)
          : null
        )
        encrypted             = true
        kms_key_id            = each.value.disk.kms_key_arn
        delete_on_termination = true
      }
    }
  }

  dynamic "network_interfaces" {
    for_each = each.value.efa == null ? [] : range(each.value.efa.interfaces)

    content {
      interface_type        = "efa"
      network_card_index    = network_interfaces.value
      device_index          = network_interfaces.value == 0 ? 0 : 1
      delete_on_termination = true
      security_groups       = concat([var.cluster_security_group_id], each.value.security_group_ids)
    }
  }

  dynamic "instance_market_options" {
    for_each = each.value.capacity == "CAPACITY_BLOCK" ? [true] : []

    content {
      market_type = "capacity-block"
    }
  }

  dynamic "capacity_reservation_specification" {
    for_each = each.value.reservation[*]

    content {
      capacity_reservation_target {
        capacity_reservation_id                 = each.value.reservation.id
        capacity_reservation_resource_group_arn = each.value.reservation.resource_group_arn
      }
    }
  }

  dynamic "placement" {
    for_each = each.value.placement[*]

    content {
      group_name = each.value.placement.group_name
      tenancy    = each.value.placement.dedicated ? "dedicated" : null
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
      error_message = "groups.${each.key}.zones: expected zones of the network, got ${jsonencode(each.value.zones)} [node-group-zone]"
    }

    precondition {
      condition     = length(each.key) <= 36
      error_message = "groups.${each.key}.per_zone: expected at most 36 characters in the group's name with its zone, got ${try(jsonencode(length(each.key)), "another value")} [node-group-zone-name]"
    }

    precondition {
      condition     = each.value.capacity != "CAPACITY_BLOCK" || length(each.value.instance_types) == 1
      error_message = "groups.${each.key}.instance_types: expected one instance type for a capacity block, got ${jsonencode(each.value.instance_types)} [capacity-block-type]"
    }

    precondition {
      condition     = each.value.capacity != "CAPACITY_BLOCK" || try(length(each.value.zones) == 1, false)
      error_message = "groups.${each.key}.zones: expected one zone for a capacity block, got ${jsonencode(each.value.zones)}; it is of one zone [capacity-block-zones]"
    }

    precondition {
      condition     = local.families[each.key] != "WINDOWS" || each.value.disk.gib >= 50
      error_message = "groups.${each.key}.disk: expected at least 50 GiB for Windows, got ${try(jsonencode(each.value.disk.gib), "another value")} [windows-disk]"
    }

    precondition {
      condition     = local.families[each.key] != "WINDOWS" || each.value.repair == null
      error_message = "groups.${each.key}.repair: expected no repair for Windows, got ${try(jsonencode(local.families[each.key]), "another value")}; EKS repairs Linux nodes alone [windows-repair]"
    }

    precondition {
      condition     = local.families[each.key] == "AL2023" || each.value.node_config == null
      error_message = "groups.${each.key}.node_config: expected settings of nodeadm for Amazon Linux alone, got ${try(jsonencode(local.families[each.key]), "another value")} [node-config-family]"
    }

    precondition {
      condition     = local.families[each.key] == "BOTTLEROCKET" || each.value.bottlerocket_settings == null
      error_message = "groups.${each.key}.bottlerocket_settings: expected settings of Bottlerocket for Bottlerocket alone, got ${try(jsonencode(local.families[each.key]), "another value")} [bottlerocket-family]"
    }

    precondition {
      condition = (
        local.families[each.key] != "BOTTLEROCKET"
        || (each.value.script_before == null && each.value.script_after == null)
      )
      error_message = "groups.${each.key}.script_before: expected scripts for Amazon Linux and Windows alone, got ${try(jsonencode(local.families[each.key]), "another value")}; Bottlerocket has no shell [node-script-family]"
    }

    precondition {
      condition = (
        local.families[each.key] != "WINDOWS"
        || each.value.image != null
        || (each.value.max_pods == null && each.value.script_after == null)
      )
      error_message = "groups.${each.key}.image: expected an image of your own for Windows with max_pods or script_after, got ${try(jsonencode(local.families[each.key]), "another value")}; the commands of EKS that let a node join stand last [windows-own-image]"
    }

    precondition {
      condition = (
        each.value.image == null
        || (
          var.cluster_endpoint != null
          && var.cluster_certificate_authority_data != null
          && var.cluster_service_cidr != null
        )
      )
      error_message = "groups.${each.key}.image: expected cluster_endpoint, cluster_certificate_authority_data and cluster_service_cidr for an image of your own, got null; nodes would not know where to join [node-image-cluster]"
    }

    precondition {
      condition = (
        (each.value.efa == null && length(each.value.security_group_ids) == 0)
        || var.cluster_security_group_id != null
      )
      error_message = "groups.${each.key}.security_group_ids: expected cluster_security_group_id for nodes with further security groups or EFA, got null; the control plane could not reach them [node-cluster-security-group]"
    }

    precondition {
      condition     = try(length(local.user_data[each.key]), 0) * 3 / 4 <= 16386
      error_message = "groups.${each.key}.script_before: expected at most 16384 bytes of user data, got ${try(jsonencode(floor(length(local.user_data[each.key]) * 3 / 4)), "another value")} [node-user-data-size]"
    }
  }
}
