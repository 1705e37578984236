locals {
  namespace_bindings = merge(
    [
      for name, binding in var.bindings : {
        for namespace in binding.namespaces : "${name}/${namespace}" => { namespace = namespace, name = name }
      }
      if binding.namespaces != null
    ]...
  )
}

resource "kubernetes_cluster_role_v1" "this" {
  for_each = var.cluster_roles

  metadata {
    name = each.key
    labels = {
      for word in each.value.aggregated_to : "rbac.authorization.k8s.io/aggregate-to-${word}" => "true"
    }
  }

  dynamic "rule" {
    for_each = each.value.rules

    content {
      api_groups = (
        rule.value.urls != null
        ? null
        : rule.value.any_api_group != null
        ? ["*"]
        : coalesce(rule.value.api_groups, [""])
      )
      resources         = rule.value.any_resource != null ? ["*"] : rule.value.resources
      resource_names    = rule.value.resource_names
      non_resource_urls = rule.value.urls
      verbs             = rule.value.any_verb != null ? ["*"] : rule.value.verbs
    }
  }

  depends_on = [var.ready]
}

resource "kubernetes_cluster_role_binding_v1" "this" {
  for_each = { for name, binding in var.bindings : name => binding if binding.cluster_wide != null }

  metadata {
    name = each.key
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = each.value.cluster_role
  }

  dynamic "subject" {
    for_each = each.value.to

    content {
      kind = (
        subject.value.service_account != null
        ? "ServiceAccount"
        : subject.value.user != null
        ? "User"
        : "Group"
      )
      name = (
        subject.value.service_account != null
        ? subject.value.service_account.name
        : subject.value.service_accounts_of != null
        ? "system:serviceaccounts:${subject.value.service_accounts_of}"
        : coalesce(subject.value.user, subject.value.group)
      )
      namespace = subject.value.service_account != null ? subject.value.service_account.namespace : null
      api_group = subject.value.service_account != null ? "" : "rbac.authorization.k8s.io"
    }
  }

  depends_on = [kubernetes_cluster_role_v1.this, var.ready]
}

resource "kubernetes_role_binding_v1" "this" {
  for_each = local.namespace_bindings

  metadata {
    name      = each.value.name
    namespace = each.value.namespace
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = var.bindings[each.value.name].cluster_role
  }

  dynamic "subject" {
    for_each = var.bindings[each.value.name].to

    content {
      kind = (
        subject.value.service_account != null
        ? "ServiceAccount"
        : subject.value.user != null
        ? "User"
        : "Group"
      )
      name = (
        subject.value.service_account != null
        ? subject.value.service_account.name
        : subject.value.service_accounts_of != null
        ? "system:serviceaccounts:${subject.value.service_accounts_of}"
        : coalesce(subject.value.user, subject.value.group)
      )
      namespace = subject.value.service_account != null ? subject.value.service_account.namespace : null
      api_group = subject.value.service_account != null ? "" : "rbac.authorization.k8s.io"
    }
  }

  depends_on = [kubernetes_cluster_role_v1.this, var.ready]
}
