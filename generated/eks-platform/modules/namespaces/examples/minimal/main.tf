module "namespaces" {
  source = "../.."

  namespaces = {
    shop = {
      network = { dns = {}, same_namespace = {} }
    }
  }
}
