module "helm_release" {
  source = "../.."

  name      = "argo-cd"
  namespace = "argocd"

  chart = {
    published = { repository = "oci://ghcr.io/argoproj/argo-helm", name = "argo-cd", version = "8.6.1" }
  }

  # Helm would make it without labels: better a namespace of your own.
  create_namespace = true

  values = [yamlencode({
    redis-ha   = { enabled = true }
    controller = { replicas = 1 }
    server = {
      autoscaling = { enabled = true, minReplicas = 2 }
    }
  })]

  wait_for_jobs   = true
  timeout_minutes = 15
}
