locals {
  new = { for name, namespace in var.namespaces : name => namespace if namespace.origin == "new" }

  pod_security = {
    for name, namespace in local.new : name => namespace.pod_security == null ? {
      enforce = "restricted"
      audit   = "restricted"
      warn    = "restricted"
      version = "latest"
    } : namespace.pod_security
  }

  security_labels = {
    for name, security in local.pod_security : name => {
      "pod-security.kubernetes.io/enforce"         = security.enforce
      "pod-security.kubernetes.io/enforce-version" = security.version
      "pod-security.kubernetes.io/audit"           = security.audit
      "pod-security.kubernetes.io/audit-version"   = security.version
      "pod-security.kubernetes.io/warn"            = security.warn
      "pod-security.kubernetes.io/warn-version"    = security.version
    }
  }

  networks = { for name, namespace in var.namespaces : name => namespace if namespace.network != null }

  ingress = merge(
    [
      for name, namespace in local.networks : {
        for rule, allowed in namespace.network.ingress : "${name}/${rule}" => {
          namespace = name
          rule      = rule
          pods      = allowed.pods
          peers     = allowed.from
          ports     = allowed.ports
        }
      }
    ]...
  )

  egress = merge(
    [
      for name, namespace in local.networks : {
        for rule, allowed in namespace.network.egress : "${name}/${rule}" => {
          namespace = name
          rule      = rule
          pods      = allowed.pods
          peers     = allowed.to
          ports     = allowed.ports
        }
      }
    ]...
  )
}

resource "kubernetes_namespace_v1" "this" {
  for_each = local.new

  metadata {
    name = each.key
    labels = merge(
      each.value.labels,
      local.security_labels[each.key],
      each.value.readiness_gated ? { "elbv2.k8s.aws/pod-readiness-gate-inject" = "enabled" } : {}
    )
    annotations = each.value.annotations
  }

  timeouts {
    delete = "15m"
  }

  lifecycle {
    precondition {
      condition     = each.key != "default" && !startswith(each.key, "kube-")
      error_message = "namespaces: expected the origin existing for default and kube-…, got ${try(jsonencode(each.key), "another value")}; Kubernetes makes those itself [namespace-reserved]"
    }
  }

  depends_on = [var.ready]
}

resource "kubernetes_default_service_account_v1" "this" {
  for_each = local.new

  automount_service_account_token = each.value.automounted_token

  metadata {
    namespace = each.key
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_network_policy_v1" "default_deny" {
  for_each = local.networks

  metadata {
    name      = "default-deny"
    namespace = each.key
  }

  spec {
    policy_types = ["Ingress", "Egress"]

    pod_selector {}
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_network_policy_v1" "dns" {
  for_each = { for name, namespace in local.networks : name => namespace if namespace.network.dns != null }

  metadata {
    name      = "dns"
    namespace = each.key
  }

  spec {
    policy_types = ["Egress"]

    pod_selector {}

    egress {
      to {
        namespace_selector {
          match_labels = { "kubernetes.io/metadata.name" = "kube-system" }
        }

        pod_selector {
          match_labels = { k8s-app = "kube-dns" }
        }
      }

      ports {
        port     = "53"
        protocol = "UDP"
      }

      ports {
        port     = "53"
        protocol = "TCP"
      }
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_network_policy_v1" "dns_addresses" {
  for_each = {
    for name, namespace in local.networks : name => namespace
    if namespace.network.dns != null && var.dns_addresses != null
  }

  metadata {
    name      = "dns-addresses"
    namespace = each.key
  }

  spec {
    policy_types = ["Egress"]

    pod_selector {}

    egress {
      ports {
        port     = "53"
        protocol = "UDP"
      }

      ports {
        port     = "53"
        protocol = "TCP"
      }

      dynamic "to" {
        for_each = var.dns_addresses.cidrs

        content {
          ip_block {
            cidr = to.value
          }
        }
      }
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_network_policy_v1" "same_namespace" {
  for_each = {
    for name, namespace in local.networks : name => namespace
    if namespace.network.same_namespace != null
  }

  metadata {
    name      = "same-namespace"
    namespace = each.key
  }

  spec {
    policy_types = ["Ingress", "Egress"]

    pod_selector {}

    ingress {
      from {
        pod_selector {}
      }
    }

    egress {
      to {
        pod_selector {}
      }
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_network_policy_v1" "pod_identity" {
  for_each = {
    for name, namespace in local.networks : name => namespace
    if namespace.network.pod_identity != null
  }

  metadata {
    name      = "pod-identity"
    namespace = each.key
  }

  spec {
    policy_types = ["Egress"]

    pod_selector {}

    egress {
      to {
        ip_block {
          cidr = var.ip_family == "ipv6" ? "fd00:ec2::23/128" : "169.254.170.23/32"
        }
      }

      ports {
        port     = "80"
        protocol = "TCP"
      }
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_network_policy_v1" "instance_metadata" {
  for_each = {
    for name, namespace in local.networks : name => namespace
    if namespace.network.instance_metadata != null
  }

  metadata {
    name      = "instance-metadata"
    namespace = each.key
  }

  spec {
    policy_types = ["Egress"]

    pod_selector {}

    egress {
      to {
        ip_block {
          cidr = var.ip_family == "ipv6" ? "fd00:ec2::254/128" : "169.254.169.254/32"
        }
      }

      ports {
        port     = "80"
        protocol = "TCP"
      }
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_network_policy_v1" "api_server" {
  for_each = {
    for name, namespace in local.networks : name => namespace
    if namespace.network.api_server != null
  }

  metadata {
    name      = "api-server"
    namespace = each.key
  }

  spec {
    policy_types = ["Egress"]

    pod_selector {}

    egress {
      ports {
        port     = "443"
        protocol = "TCP"
      }

      dynamic "to" {
        for_each = var.api_server_cidrs

        content {
          ip_block {
            cidr = to.value
          }
        }
      }
    }
  }

  lifecycle {
    precondition {
      condition     = length(var.api_server_cidrs) > 0
      error_message = "api_server_cidrs: expected the address of the Kubernetes API, got ${try(jsonencode(var.api_server_cidrs), "another value")} [network-api-server-blocks]"
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_network_policy_v1" "load_balancers" {
  for_each = {
    for name, namespace in local.networks : name => namespace
    if namespace.network.load_balancers != null
  }

  metadata {
    name      = "load-balancers"
    namespace = each.key
  }

  spec {
    policy_types = ["Ingress"]

    pod_selector {
      match_labels = each.value.network.load_balancers.pods
    }

    ingress {
      dynamic "from" {
        for_each = var.load_balancer_cidrs[each.value.network.load_balancers.facing]

        content {
          ip_block {
            cidr = from.value
          }
        }
      }

      dynamic "ports" {
        for_each = each.value.network.load_balancers.ports

        content {
          port     = ports.value.port
          end_port = ports.value.end_port
          protocol = ports.value.protocol
        }
      }
    }
  }

  lifecycle {
    precondition {
      condition     = length(var.load_balancer_cidrs[each.value.network.load_balancers.facing]) > 0
      error_message = "load_balancer_cidrs: expected the blocks in which the load balancers are, got ${try(jsonencode(var.load_balancer_cidrs[each.value.network.load_balancers.facing]), "another value")} [network-load-balancer-blocks]"
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_network_policy_v1" "ingress" {
  for_each = local.ingress

  metadata {
    name      = "ingress-${each.value.rule}"
    namespace = each.value.namespace
  }

  spec {
    policy_types = ["Ingress"]

    pod_selector {
      match_labels = each.value.pods
    }

    ingress {
      dynamic "from" {
        for_each = each.value.peers

        content {
          dynamic "ip_block" {
            for_each = from.value.block[*]

            content {
              cidr   = from.value.block.cidr
              except = from.value.block.except
            }
          }

          dynamic "namespace_selector" {
            for_each = from.value.pods[*]

            content {
              match_labels = {
                "kubernetes.io/metadata.name" = coalesce(from.value.pods.namespace, each.value.namespace)
              }
            }
          }

          dynamic "pod_selector" {
            for_each = from.value.pods[*]

            content {
              match_labels = from.value.pods.labels
            }
          }
        }
      }

      dynamic "ports" {
        for_each = each.value.ports

        content {
          port     = ports.value.port
          end_port = ports.value.end_port
          protocol = ports.value.protocol
        }
      }
    }
  }

  lifecycle {
    precondition {
      condition = length(setsubtract(
        [
          for peer in each.value.peers : peer.pods.namespace
          if peer.pods == null ? false : peer.pods.namespace != null
        ],
        keys(var.namespaces)
      )) == 0
      error_message = "namespaces: expected peers in declared namespaces, got ${try(jsonencode(setsubtract([for peer in each.value.peers : peer.pods.namespace if peer.pods == null ? false : peer.pods.namespace != null], keys(var.namespaces))), "another value")}; a policy for a namespace that is not there lets nobody through; one that others make is declared with the origin existing [network-unknown-namespace]"
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_network_policy_v1" "egress" {
  for_each = local.egress

  metadata {
    name      = "egress-${each.value.rule}"
    namespace = each.value.namespace
  }

  spec {
    policy_types = ["Egress"]

    pod_selector {
      match_labels = each.value.pods
    }

    egress {
      dynamic "to" {
        for_each = each.value.peers

        content {
          dynamic "ip_block" {
            for_each = to.value.block[*]

            content {
              cidr   = to.value.block.cidr
              except = to.value.block.except
            }
          }

          dynamic "namespace_selector" {
            for_each = to.value.pods[*]

            content {
              match_labels = {
                "kubernetes.io/metadata.name" = coalesce(to.value.pods.namespace, each.value.namespace)
              }
            }
          }

          dynamic "pod_selector" {
            for_each = to.value.pods[*]

            content {
              match_labels = to.value.pods.labels
            }
          }
        }
      }

      dynamic "ports" {
        for_each = each.value.ports

        content {
          port     = ports.value.port
          end_port = ports.value.end_port
          protocol = ports.value.protocol
        }
      }
    }
  }

  lifecycle {
    precondition {
      condition = length(setsubtract(
        [
          for peer in each.value.peers : peer.pods.namespace
          if peer.pods == null ? false : peer.pods.namespace != null
        ],
        keys(var.namespaces)
      )) == 0
      error_message = "namespaces: expected peers in declared namespaces, got ${try(jsonencode(setsubtract([for peer in each.value.peers : peer.pods.namespace if peer.pods == null ? false : peer.pods.namespace != null], keys(var.namespaces))), "another value")}; a policy for a namespace that is not there lets nobody through; one that others make is declared with the origin existing [network-unknown-namespace]"
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_resource_quota_v1" "this" {
  for_each = { for name, namespace in var.namespaces : name => namespace if namespace.quota != null }

  metadata {
    name      = "quota"
    namespace = each.key
  }

  spec {
    hard = each.value.quota
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_limit_range_v1" "this" {
  for_each = {
    for name, namespace in var.namespaces : name => namespace
    if length(namespace.limit_range) > 0
  }

  metadata {
    name      = "limits"
    namespace = each.key
  }

  spec {
    dynamic "limit" {
      for_each = each.value.limit_range

      content {
        type            = limit.key
        default         = limit.value.default
        default_request = limit.value.default_request
        min             = limit.value.min
        max             = limit.value.max
      }
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}

resource "kubernetes_config_map_v1" "auto_mode" {
  count = var.auto_mode_policies != null ? 1 : 0

  data = { enable-network-policy-controller = "true" }

  metadata {
    name      = "amazon-vpc-cni"
    namespace = "kube-system"
  }

  depends_on = [var.ready]
}
