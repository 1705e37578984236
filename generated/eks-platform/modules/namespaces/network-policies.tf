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
      error_message = "api_server_cidrs: expected the address of the Kubernetes API, got ${jsonencode(var.api_server_cidrs)} [network-api-server-blocks]"
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
