locals {
  groups = {
    for item in flatten([
      for name, group in var.groups : [
        for zone in(group.per_zone == null ? [null] : coalesce(group.zones, keys(var.subnet_ids))) : {
          key   = zone == null ? name : "${name}-${zone}"
          group = merge(group, { zones = zone == null ? group.zones : [zone] })
        }
      ]
    ]) : item.key => item.group
  }

  families = {
    for key, group in local.groups : key => try(group.image.family, split("_", group.ami_type)[0])
  }

  role_name = (
    length(var.cluster_name) <= 58
    ? "${var.cluster_name}-nodes"
    : "${substr(var.cluster_name, 0, 49)}-${substr(sha256(var.cluster_name), 0, 8)}-nodes"
  )

  amazon_linux_groups = {
    for key, group in local.groups : key => group
    if local.families[key] == "AL2023"
    && (
      (group.image != null || group.max_pods != null || group.node_config != null)
      || group.script_before != null
      || group.script_after != null
    )
  }

  node_configs = {
    for key, group in local.amazon_linux_groups : key => yamlencode({
      apiVersion = "node.eks.aws/v1alpha1"
      kind       = "NodeConfig"
      spec = {
        for field, value in {
          cluster = (
            group.image == null
            ? null
            : {
              name                 = var.cluster_name
              apiServerEndpoint    = var.cluster_endpoint
              certificateAuthority = var.cluster_certificate_authority
              cidr                 = var.cluster_service_cidr
            }
          )
          kubelet = {
            for field, value in {
              config = merge(
                jsondecode(try(coalesce(group.node_config.kubelet_config, "{}"), "{}")),
                { for field, value in { maxPods = group.max_pods } : field => value if value != null }
              )
              flags = try(group.node_config.kubelet_flags, [])
            } : field => value
            if try(length(value), 0) > 0
          }
          containerd = {
            for field, value in { config = try(group.node_config.containerd_config, null) } : field => value
            if value != null
          }
          instance = {
            for field, value in {
              localStorage = {
                for field, value in { strategy = try(group.node_config.local_storage, null) } : field => value
                if value != null
              }
            } : field => value
            if try(length(value), 0) > 0
          }
          featureGates = try(group.node_config.feature_gates, null)
        } : field => value
        if try(length(value), 0) > 0
      }
    })
  }

  amazon_linux_user_data = {
    for key, group in local.amazon_linux_groups : key => join(
      "\n",
      concat(
        ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=\"==node==\"", ""],
        group.script_before == null
        ? []
        : ["--==node==", "Content-Type: text/x-shellscript; charset=\"utf-8\"", "", group.script_before],
        (group.image != null || group.max_pods != null || group.node_config != null)
        ? ["--==node==", "Content-Type: application/node.eks.aws", "", "---", local.node_configs[key]]
        : [],
        group.script_after == null
        ? []
        : [
          "--==node==",
          "Content-Type: text/x-shellscript; charset=\"utf-8\"",
          "",
          "#!/bin/bash",
          "echo ${base64encode(group.script_after)} | base64 --decode > /usr/local/sbin/after-joining",
          "chmod 0700 /usr/local/sbin/after-joining",
          "systemd-run --no-block --unit=after-joining --property=After=nodeadm-run.service /usr/local/sbin/after-joining",
        ],
        ["--==node==--", ""]
      )
    )
  }

  bottlerocket_groups = {
    for key, group in local.groups : key => group
    if local.families[key] == "BOTTLEROCKET"
    && (group.image != null || group.max_pods != null || group.bottlerocket_settings != null)
  }

  bottlerocket_user_data = {
    for key, group in local.bottlerocket_groups : key => join(
      "\n",
      concat(
        ["[settings.kubernetes]"],
        group.image == null
        ? []
        : [
          "cluster-name = ${jsonencode(var.cluster_name)}",
          "api-server = ${jsonencode(var.cluster_endpoint)}",
          "cluster-certificate = ${jsonencode(var.cluster_certificate_authority)}",
          "cluster-dns-ip = ${jsonencode(try(cidrhost(var.cluster_service_cidr, 10), null))}",
        ],
        group.max_pods == null ? [] : ["max-pods = ${group.max_pods}"],
        group.bottlerocket_settings[*],
        [""]
      )
    )
  }

  windows_groups = {
    for key, group in local.groups : key => group
    if local.families[key] == "WINDOWS" && (group.image != null || group.script_before != null)
  }

  windows_user_data = {
    for key, group in local.windows_groups : key => join(
      "\n",
      concat(
        ["<powershell>"],
        group.script_before[*],
        group.image == null
        ? []
        : [join(
          " ",
          concat(
            [
              "& \"$env:ProgramFiles\\Amazon\\EKS\\Start-EKSBootstrap.ps1\"",
              "-EKSClusterName ${jsonencode(var.cluster_name)}",
              "-APIServerEndpoint ${jsonencode(var.cluster_endpoint)}",
              "-Base64ClusterCA ${jsonencode(var.cluster_certificate_authority)}",
              "-DNSClusterIP ${jsonencode(try(cidrhost(var.cluster_service_cidr, 10), null))}",
              "-ServiceCIDR ${jsonencode(var.cluster_service_cidr)}",
            ],
            group.max_pods == null ? [] : ["-KubeletExtraArgs \"--max-pods=${group.max_pods}\""]
          )
        )],
        group.script_after[*],
        ["</powershell>", ""]
      )
    )
  }

  user_data = {
    for key, text in merge(
      local.amazon_linux_user_data,
      local.bottlerocket_user_data,
      local.windows_user_data
    ) : key => base64encode(text)
  }

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

  release_parameters = {
    AL2023_x86_64_STANDARD          = "/aws/service/eks/optimized-ami/%s/amazon-linux-2023/x86_64/standard/recommended/release_version"
    AL2023_ARM_64_STANDARD          = "/aws/service/eks/optimized-ami/%s/amazon-linux-2023/arm64/standard/recommended/release_version"
    AL2023_x86_64_NVIDIA            = "/aws/service/eks/optimized-ami/%s/amazon-linux-2023/x86_64/nvidia/recommended/release_version"
    AL2023_ARM_64_NVIDIA            = "/aws/service/eks/optimized-ami/%s/amazon-linux-2023/arm64/nvidia/recommended/release_version"
    AL2023_x86_64_NEURON            = "/aws/service/eks/optimized-ami/%s/amazon-linux-2023/x86_64/neuron/recommended/release_version"
    BOTTLEROCKET_x86_64             = "/aws/service/bottlerocket/aws-k8s-%s/x86_64/latest/image_version"
    BOTTLEROCKET_ARM_64             = "/aws/service/bottlerocket/aws-k8s-%s/arm64/latest/image_version"
    BOTTLEROCKET_x86_64_FIPS        = "/aws/service/bottlerocket/aws-k8s-%s-fips/x86_64/latest/image_version"
    BOTTLEROCKET_ARM_64_FIPS        = "/aws/service/bottlerocket/aws-k8s-%s-fips/arm64/latest/image_version"
    BOTTLEROCKET_x86_64_NVIDIA      = "/aws/service/bottlerocket/aws-k8s-%s-nvidia/x86_64/latest/image_version"
    BOTTLEROCKET_ARM_64_NVIDIA      = "/aws/service/bottlerocket/aws-k8s-%s-nvidia/arm64/latest/image_version"
    BOTTLEROCKET_x86_64_NVIDIA_FIPS = "/aws/service/bottlerocket/aws-k8s-%s-nvidia-fips/x86_64/latest/image_version"
    BOTTLEROCKET_ARM_64_NVIDIA_FIPS = "/aws/service/bottlerocket/aws-k8s-%s-nvidia-fips/arm64/latest/image_version"
    WINDOWS_CORE_2019_x86_64        = "/aws/service/ami-windows-latest/Windows_Server-2019-English-Core-EKS_Optimized-%s"
    WINDOWS_FULL_2019_x86_64        = "/aws/service/ami-windows-latest/Windows_Server-2019-English-Full-EKS_Optimized-%s"
    WINDOWS_CORE_2022_x86_64        = "/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-EKS_Optimized-%s"
    WINDOWS_FULL_2022_x86_64        = "/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-EKS_Optimized-%s"
    WINDOWS_CORE_2025_x86_64        = "/aws/service/ami-windows-latest/Windows_Server-2025-English-Core-EKS_Optimized-%s"
    WINDOWS_FULL_2025_x86_64        = "/aws/service/ami-windows-latest/Windows_Server-2025-English-Full-EKS_Optimized-%s"
  }

  releases = {
    for key, parameter in data.aws_ssm_parameter.release : key => try(
      jsondecode(parameter.insecure_value).release_version,
      parameter.insecure_value
    )
  }

  taint_effects = {
    NO_SCHEDULE        = "NoSchedule"
    NO_EXECUTE         = "NoExecute"
    PREFER_NO_SCHEDULE = "PreferNoSchedule"
  }

  node_templates = {
    for name, group in { for key, group in local.groups : key => group if group.autoscaler != null } : name => merge(
      { for label, value in group.labels : "k8s.io/cluster-autoscaler/node-template/label/${label}" => value },
      merge(
        [
          for taint in group.taints : {
            ("k8s.io/cluster-autoscaler/node-template/taint/${taint.key}") = "${taint.value == null ? "" : taint.value}:${local.taint_effects[taint.effect]}"
          }
        ]...
      ),
      {
        for resource, quantity in merge(
          { "ephemeral-storage" = "${group.disk.gib}Gi" },
          group.autoscaler.resources
        ) : "k8s.io/cluster-autoscaler/node-template/resources/${resource}" => quantity
      },
      {
        for option, value in group.autoscaler.options : "k8s.io/cluster-autoscaler/node-template/autoscaling-options/${option}" => value
      }
    )
  }

  autoscaler_tags = merge(
    [
      for name, tags in local.node_templates : {
        for tag, value in tags : "${name}/${tag}" => { group = name, tag = tag, value = value }
      }
    ]...
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

resource "aws_iam_role_policy_attachment" "further" {
  for_each = var.policies

  role       = aws_iam_role.this.name
  policy_arn = each.value
}

# Pods are kept from the metadata service, and so from the nodes' role, by a hop limit of 1. Nobody
# logs in by a key: Session Manager does.
resource "aws_launch_template" "this" {
  for_each = local.groups

  name_prefix            = "${local.short_cluster_name}-${each.key}-"
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
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = each.value.metadata_hop_limit
    instance_metadata_tags      = "disabled"
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
      error_message = "groups.${each.key}.zones: expected zones of the network, got ${try(jsonencode(each.value.zones), "another value")} [node-group-zone]"
    }

    precondition {
      condition     = length(each.key) <= 36
      error_message = "groups.${each.key}.per_zone: expected at most 36 characters in the group's name with its zone, got ${try(jsonencode(length(each.key)), "another value")} [node-group-zone-name]"
    }

    precondition {
      condition     = !(each.value.capacity == "CAPACITY_BLOCK") || length(each.value.instance_types) == 1
      error_message = "groups.${each.key}.instance_types: expected one instance type for a capacity block, got ${try(jsonencode(each.value.instance_types), "another value")} [capacity-block-type]"
    }

    precondition {
      condition     = !(each.value.capacity == "CAPACITY_BLOCK") || try(length(each.value.zones) == 1, false)
      error_message = "groups.${each.key}.zones: expected one zone for a capacity block, got ${try(jsonencode(each.value.zones), "another value")}; it is of one zone [capacity-block-zones]"
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
          && var.cluster_certificate_authority != null
          && var.cluster_service_cidr != null
        )
      )
      error_message = "groups.${each.key}.image: expected cluster_endpoint, cluster_certificate_authority and cluster_service_cidr for an image of your own, got null; nodes would not know where to join [node-image-cluster]"
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

data "aws_ssm_parameter" "release" {
  for_each = { for key, group in local.groups : key => group if group.latest_release != null }

  name = format(
    local.release_parameters[each.value.ami_type],
    coalesce(each.value.kubernetes_version, var.kubernetes_version)
  )
}

# The wanted number of nodes is that of the inputs.
resource "aws_eks_node_group" "this" {
  for_each = { for key, group in local.groups : key => group if group.autoscaler == null }

  cluster_name           = var.cluster_name
  node_group_name_prefix = "${each.key}-"
  node_role_arn          = aws_iam_role.this.arn
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

# The wanted number of nodes belongs to an autoscaler.
resource "aws_eks_node_group" "autoscaled" {
  for_each = { for key, group in local.groups : key => group if group.autoscaler != null }

  cluster_name           = var.cluster_name
  node_group_name_prefix = "${each.key}-"
  node_role_arn          = aws_iam_role.this.arn
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

resource "aws_autoscaling_group_tag" "this" {
  for_each = local.autoscaler_tags

  autoscaling_group_name = aws_eks_node_group.autoscaled[each.value.group].resources[0].autoscaling_groups[0].name

  tag {
    key                 = each.value.tag
    value               = each.value.value
    propagate_at_launch = false
  }
}
