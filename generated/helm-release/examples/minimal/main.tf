module "helm_release" {
  source = "../.."

  name      = "traefik"
  namespace = "traefik"

  chart = {
    published = { repository = "https://traefik.github.io/charts", name = "traefik", version = "41.3.0" }
  }
}
