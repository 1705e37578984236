locals {
  new = { for name, namespace in var.namespaces : name => namespace if namespace.origin == "new" }

  pod_security = {
    for name, namespace in local.new : name => (
      namespace.pod_security == null
      ? { enforce = "restricted", audit = "restricted", warn = "restricted", version = "latest" }
      : namespace.pod_security
    )
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
      error_message = "namespaces: expected the origin existing for default and kube-…, got ${jsonencode(each.key)}; Kubernetes makes those itself [namespace-reserved]"
    }
  }

  depends_on = [var.ready]
}

resource "kubernetes_default_service_account_v1" "this" {
  for_each = local.new

  metadata {
    namespace = each.key
  }

  automount_service_account_token = each.value.automounted_token

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

  metadata {
    name      = "amazon-vpc-cni"
    namespace = "kube-system"
  }

  data = { enable-network-policy-controller = "true" }

  depends_on = [var.ready]
}
