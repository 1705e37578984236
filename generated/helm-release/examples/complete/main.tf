module "helm_release" {
  source = "../.."

  name      = "karpenter"
  namespace = "kube-system"

  chart = {
    published = { repository = "oci://public.ecr.aws/karpenter", name = "karpenter", version = "1.14.1" }
  }

  values = [yamlencode({
    replicas = 2
    settings = {
      clusterName       = "eks-example"
      interruptionQueue = "eks-example-interruptions"
    }
  })]

  # From a release of their own, which upgrades them.
  skip_crds = true

  wait_for_jobs   = true
  timeout_minutes = 15
}
