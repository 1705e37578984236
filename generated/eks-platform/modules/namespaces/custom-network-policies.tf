locals {
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
      error_message = join("", [
        "namespaces: expected peers in declared namespaces, got ",
        try(
          jsonencode(setsubtract(
            [
              for peer in each.value.peers : peer.pods.namespace
              if peer.pods == null ? false : peer.pods.namespace != null
            ],
            keys(var.namespaces)
          )),
          "another value"
        ),
        "; a policy for a namespace that is not there lets nobody through; one that others make is declared with the origin existing [network-unknown-namespace]",
      ])
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
      error_message = join("", [
        "namespaces: expected peers in declared namespaces, got ",
        try(
          jsonencode(setsubtract(
            [
              for peer in each.value.peers : peer.pods.namespace
              if peer.pods == null ? false : peer.pods.namespace != null
            ],
            keys(var.namespaces)
          )),
          "another value"
        ),
        "; a policy for a namespace that is not there lets nobody through; one that others make is declared with the origin existing [network-unknown-namespace]",
      ])
    }
  }

  depends_on = [kubernetes_namespace_v1.this]
}
