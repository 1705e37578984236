module "load_balancers" {
  source = "../.."

  ingresses = { shop = { namespace = "shop", hosts = { "*" = { "/" = { service = "frontend", port = 80 } } } } }
}
