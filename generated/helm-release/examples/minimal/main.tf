module "helm_release" {
  source = "../.."

  name      = "kyverno"
  namespace = "kyverno"

  chart = {
    published = { repository = "https://kyverno.github.io/kyverno", name = "kyverno", version = "3.5.2" }
  }
}
