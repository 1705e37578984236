# Made before the cluster: EKS would make it itself, without key and kept for ever.
resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/eks/${var.name}/cluster"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn

  tags = var.tags
}

resource "aws_eks_cluster" "this" {
  name     = var.name
  role_arn = var.role.create != null ? aws_iam_role.this[0].arn : var.role.arn
  version  = var.kubernetes_version
  # Add-ons are managed as such: what EKS installs by itself could be neither set nor updated.
  bootstrap_self_managed_addons = false
  force_update_version          = var.force_update
  enabled_cluster_log_types     = var.log_types

  access_config {
    authentication_mode                         = var.authentication_mode
    bootstrap_cluster_creator_admin_permissions = var.creator_admin
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = var.secrets_key.create != null ? aws_kms_key.secrets[0].arn : var.secrets_key.arn
    }
  }

  kubernetes_network_config {
    ip_family         = var.ip_family
    service_ipv4_cidr = var.service_cidr

    dynamic "elastic_load_balancing" {
      for_each = var.auto_mode[*]

      content {
        enabled = true
      }
    }
  }

  upgrade_policy {
    support_type = var.upgrade_policy
  }

  vpc_config {
    subnet_ids              = values(var.subnet_ids)
    security_group_ids      = concat(aws_security_group.this[*].id, var.security_group_ids)
    endpoint_private_access = var.endpoint.private
    endpoint_public_access  = var.endpoint.public != null
    public_access_cidrs     = var.endpoint.public == null ? null : var.endpoint.public.cidrs
  }

  dynamic "compute_config" {
    for_each = var.auto_mode[*]

    content {
      enabled    = true
      node_pools = var.auto_mode.node_pools
      # EKS takes a role where it has node pools to give it to.
      node_role_arn = (
        length(var.auto_mode.node_pools) == 0
        ? null
        : (local.auto_mode_role ? aws_iam_role.auto_mode[0].arn : try(var.auto_mode.node_role.arn, null))
      )
    }
  }

  dynamic "remote_network_config" {
    for_each = var.remote_networks[*]

    content {
      remote_node_networks {
        cidrs = var.remote_networks.node_cidrs
      }

      dynamic "remote_pod_networks" {
        for_each = length(var.remote_networks.pod_cidrs) > 0 ? [true] : []

        content {
          cidrs = var.remote_networks.pod_cidrs
        }
      }
    }
  }

  dynamic "storage_config" {
    for_each = var.auto_mode[*]

    content {
      block_storage {
        enabled = true
      }
    }
  }

  dynamic "zonal_shift_config" {
    for_each = var.zonal_shift[*]

    content {
      enabled = var.zonal_shift
    }
  }

  tags = var.tags

  lifecycle {
    # Said once, when the cluster is made, and EKS forgets it: an adopted cluster may have said
    # otherwise, an imported one says nothing.
    ignore_changes = [access_config[0].bootstrap_cluster_creator_admin_permissions, bootstrap_self_managed_addons]

    precondition {
      condition = (
        var.authentication_mode != "API"
        || var.creator_admin
        || anytrue([
          for entry in values(var.access_entries) : try(
            entry.policies["AmazonEKSClusterAdminPolicy"].namespaces == null,
            false
          )
        ])
      )
      error_message = "access_entries: expected an entry with AmazonEKSClusterAdminPolicy in the whole cluster, got ${try(jsonencode(keys(var.access_entries)), "another value")}; with the mode API nobody else could administer it, unless whoever creates it does [cluster-administrator]"
    }

    precondition {
      condition     = var.authentication_mode != "CONFIG_MAP" || length(var.access_entries) == 0
      error_message = "access_entries: expected no entry with the mode CONFIG_MAP, got ${try(jsonencode(keys(var.access_entries)), "another value")}; EKS keeps access entries in the other modes only [access-entries-mode]"
    }

    precondition {
      condition     = var.authentication_mode != "API" || var.aws_auth == null
      error_message = "aws_auth: expected nothing with the mode API, got ${jsonencode(var.authentication_mode)}; EKS reads the ConfigMap in the other modes only [aws-auth-mode]"
    }

    precondition {
      condition     = var.authentication_mode != "CONFIG_MAP" || var.creator_admin
      error_message = "creator_admin: expected true with the mode CONFIG_MAP, got ${jsonencode(var.creator_admin)}; EKS lets in the creator of such a cluster in any case [creator-admin-mode]"
    }

    precondition {
      condition     = var.authentication_mode != "CONFIG_MAP" || var.auto_mode == null
      error_message = "auto_mode: expected nothing with the mode CONFIG_MAP, got ${jsonencode(var.authentication_mode)}; nodes of Auto Mode join by access entries [auto-mode-access]"
    }

    precondition {
      condition = (
        (var.authentication_mode != "CONFIG_MAP" && var.ip_family != "ipv6")
        || var.remote_networks == null
      )
      error_message = "remote_networks: expected nothing with the mode CONFIG_MAP or with ipv6, got ${try(jsonencode([var.authentication_mode, var.ip_family]), "another value")}; hybrid nodes join by access entries and have IPv4 addresses [remote-networks-mode]"
    }

    precondition {
      condition     = var.ip_family != "ipv6" || var.service_cidr == null
      error_message = "service_cidr: expected nothing with ipv6, got ${jsonencode(var.service_cidr)}; EKS takes a block of its own for services [service-cidr-family]"
    }

    precondition {
      condition     = var.security_group == null || length(var.security_group_ids) < 5
      error_message = "security_group_ids: expected at most 4 beside a group that is made here, got ${try(jsonencode(length(var.security_group_ids)), "another value")}; EKS takes 5 [cluster-security-group-count]"
    }
  }

  # EKS needs its permissions until the cluster is deleted.
  depends_on = [
    aws_iam_role_policy_attachment.this,
    aws_iam_role_policy.secrets_key,
    aws_cloudwatch_log_group.this,
    aws_iam_role_policy_attachment.auto_mode,
  ]
}
