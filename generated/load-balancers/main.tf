locals {
  ingress_annotations = {
    for name, ingress in var.ingresses : name => merge(
      {
        "alb.ingress.kubernetes.io/scheme"      = ingress.scheme
        "alb.ingress.kubernetes.io/target-type" = ingress.target_type
        "alb.ingress.kubernetes.io/listen-ports" = (
          ingress.https == null
          ? jsonencode([{ HTTP = 80 }])
          : ingress.https.redirected
          ? jsonencode([{ HTTP = 80 }, { HTTPS = 443 }])
          : jsonencode([{ HTTPS = 443 }])
        )
        "alb.ingress.kubernetes.io/healthcheck-path" = ingress.health_check.path
        "alb.ingress.kubernetes.io/healthcheck-port" = ingress.health_check.port
        "alb.ingress.kubernetes.io/healthcheck-interval-seconds" = tostring(
          ingress.health_check.interval_seconds
        )
        "alb.ingress.kubernetes.io/healthcheck-timeout-seconds" = tostring(
          ingress.health_check.timeout_seconds
        )
        "alb.ingress.kubernetes.io/healthy-threshold-count" = tostring(ingress.health_check.healthy_threshold)
        "alb.ingress.kubernetes.io/unhealthy-threshold-count" = tostring(
          ingress.health_check.unhealthy_threshold
        )
        "alb.ingress.kubernetes.io/success-codes" = ingress.health_check.success_codes
        "alb.ingress.kubernetes.io/load-balancer-attributes" = join(",", [
          for key, value in merge(
            {
              "deletion_protection.enabled"                     = ingress.deletion_protected
              "idle_timeout.timeout_seconds"                    = ingress.idle_timeout_seconds
              "routing.http.drop_invalid_header_fields.enabled" = true
            },
            ingress.access_logs != null
            ? {
              "access_logs.s3.enabled" = "true"
              "access_logs.s3.bucket"  = ingress.access_logs.bucket
              "access_logs.s3.prefix"  = ingress.access_logs.prefix
            }
            : {},
            ingress.attributes
          ) : "${key}=${value}"
        ])
      },
      ingress.https != null
      ? {
        "alb.ingress.kubernetes.io/certificate-arn" = join(",", ingress.https.certificate_arns)
        "alb.ingress.kubernetes.io/ssl-policy"      = ingress.https.ssl_policy
      }
      : {},
      try(ingress.https.redirected, false) ? { "alb.ingress.kubernetes.io/ssl-redirect" = "443" } : {},
      ingress.group != null
      ? {
        "alb.ingress.kubernetes.io/group.name"  = ingress.group.name
        "alb.ingress.kubernetes.io/group.order" = tostring(ingress.group.order)
      }
      : {},
      ingress.waf_acl_arn != null ? { "alb.ingress.kubernetes.io/wafv2-acl-arn" = ingress.waf_acl_arn } : {},
      ingress.inbound_cidrs != null
      ? { "alb.ingress.kubernetes.io/inbound-cidrs" = join(",", ingress.inbound_cidrs) }
      : {},
      ingress.ip_address_type != null
      ? { "alb.ingress.kubernetes.io/ip-address-type" = ingress.ip_address_type }
      : {},
      ingress.subnet_ids != null
      ? { "alb.ingress.kubernetes.io/subnets" = join(",", ingress.subnet_ids) }
      : {},
      ingress.security_group_ids != null
      ? {
        "alb.ingress.kubernetes.io/security-groups"                     = join(",", ingress.security_group_ids)
        "alb.ingress.kubernetes.io/manage-backend-security-group-rules" = "true"
      }
      : {},
      length(ingress.tags) > 0
      ? { "alb.ingress.kubernetes.io/tags" = join(",", [for key, value in ingress.tags : "${key}=${value}"]) }
      : {},
      ingress.annotations
    )
  }

  service_annotations = {
    for name, service in var.services : name => merge(
      {
        "service.beta.kubernetes.io/aws-load-balancer-scheme"               = service.scheme
        "service.beta.kubernetes.io/aws-load-balancer-nlb-target-type"      = service.target_type
        "service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol" = service.health_check.protocol
        "service.beta.kubernetes.io/aws-load-balancer-healthcheck-port"     = service.health_check.port
        "service.beta.kubernetes.io/aws-load-balancer-healthcheck-interval" = tostring(
          service.health_check.interval_seconds
        )
        "service.beta.kubernetes.io/aws-load-balancer-healthcheck-timeout" = tostring(
          service.health_check.timeout_seconds
        )
        "service.beta.kubernetes.io/aws-load-balancer-healthcheck-healthy-threshold" = tostring(
          service.health_check.healthy_threshold
        )
        "service.beta.kubernetes.io/aws-load-balancer-healthcheck-unhealthy-threshold" = tostring(
          service.health_check.unhealthy_threshold
        )
        "service.beta.kubernetes.io/aws-load-balancer-attributes" = join(",", [
          for key, value in merge(
            {
              "deletion_protection.enabled"       = service.deletion_protected
              "load_balancing.cross_zone.enabled" = service.cross_zone
            },
            service.access_logs != null
            ? {
              "access_logs.s3.enabled" = "true"
              "access_logs.s3.bucket"  = service.access_logs.bucket
              "access_logs.s3.prefix"  = service.access_logs.prefix
            }
            : {},
            service.attributes
          ) : "${key}=${value}"
        ])
      },
      service.health_check.path != null
      ? { "service.beta.kubernetes.io/aws-load-balancer-healthcheck-path" = service.health_check.path }
      : {},
      service.tls != null
      ? {
        "service.beta.kubernetes.io/aws-load-balancer-ssl-cert"               = join(",", service.tls.certificate_arns)
        "service.beta.kubernetes.io/aws-load-balancer-ssl-ports"              = join(",", service.tls.ports)
        "service.beta.kubernetes.io/aws-load-balancer-ssl-negotiation-policy" = service.tls.ssl_policy
      }
      : {},
      service.proxy_protocol ? { "service.beta.kubernetes.io/aws-load-balancer-proxy-protocol" = "*" } : {},
      service.elastic_ip_ids != null
      ? { "service.beta.kubernetes.io/aws-load-balancer-eip-allocations" = join(",", service.elastic_ip_ids) }
      : {},
      service.ip_address_type != null
      ? { "service.beta.kubernetes.io/aws-load-balancer-ip-address-type" = service.ip_address_type }
      : {},
      service.subnet_ids != null
      ? { "service.beta.kubernetes.io/aws-load-balancer-subnets" = join(",", service.subnet_ids) }
      : {},
      service.security_group_ids != null
      ? {
        "service.beta.kubernetes.io/aws-load-balancer-security-groups"                     = join(",", service.security_group_ids)
        "service.beta.kubernetes.io/aws-load-balancer-manage-backend-security-group-rules" = "true"
      }
      : {},
      length(service.tags) > 0
      ? {
        "service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags" = join(",", [
          for key, value in service.tags : "${key}=${value}"
        ])
      }
      : {},
      service.annotations
    )
  }

  hosts = {
    for name, ingress in { for name, ingress in var.ingresses : name => ingress if ingress.hosts != null } : name => [
      for rank in sort([
        for host in keys(ingress.hosts) : format(
          "%03d %d %s",
          253 - length(host),
          startswith(host, "*") ? 1 : 0,
          host
        )
      ]) : split(" ", rank)[2]
    ]
  }
}

resource "kubernetes_ingress_v1" "this" {
  for_each = { for name, ingress in var.ingresses : name => ingress if ingress.hosts != null }

  metadata {
    name        = each.key
    namespace   = each.value.namespace
    annotations = local.ingress_annotations[each.key]
  }

  wait_for_load_balancer = true

  spec {
    ingress_class_name = each.value.ingress_class

    dynamic "rule" {
      for_each = local.hosts[each.key]

      content {
        host = rule.value == "*" ? null : rule.value

        http {
          dynamic "path" {
            for_each = each.value.hosts[rule.value]

            content {
              path      = path.key
              path_type = path.value.match

              backend {
                service {
                  name = path.value.service

                  port {
                    number = path.value.port
                    name   = path.value.port_name
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  depends_on = [var.ready]
}

resource "kubernetes_service_v1" "this" {
  for_each = { for name, service in var.services : name => service if service.ports != null }

  metadata {
    name        = each.key
    namespace   = each.value.namespace
    annotations = local.service_annotations[each.key]
  }

  wait_for_load_balancer = true

  spec {
    type                = "LoadBalancer"
    load_balancer_class = "service.k8s.aws/nlb"
    # Pods are reached by their own addresses: ports of nodes would be open for nobody.
    allocate_load_balancer_node_ports = each.value.target_type == "instance"
    load_balancer_source_ranges       = each.value.source_cidrs
    selector                          = each.value.selector

    dynamic "port" {
      for_each = each.value.ports

      content {
        name        = port.key
        port        = port.value.port
        target_port = coalesce(port.value.target_port, tostring(port.value.port))
        protocol    = port.value.protocol
      }
    }
  }

  lifecycle {
    precondition {
      condition = length(
        each.value.tls == null
        ? []
        : [for port in each.value.tls.ports : port if !contains(keys(each.value.ports), port)]
      ) == 0
      error_message = join("", [
        "services: expected TLS on ports that the service has, got ",
        try(
          jsonencode(
            each.value.tls == null
            ? []
            : [for port in each.value.tls.ports : port if !contains(keys(each.value.ports), port)]
          ),
          "another value"
        ),
        " [service-tls-port]",
      ])
    }
  }

  depends_on = [var.ready]
}
