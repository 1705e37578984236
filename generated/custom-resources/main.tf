resource "helm_release" "this" {
  for_each = var.releases

  name            = each.key
  namespace       = each.value.namespace
  chart           = "${path.module}/charts/custom-resources"
  values          = [yamlencode({ manifests = [for manifest in each.value.manifests : yamldecode(manifest)] })]
  timeout         = each.value.timeout_minutes * 60
  atomic          = true
  cleanup_on_fail = true
  max_history     = 10

  depends_on = [var.ready]
}
