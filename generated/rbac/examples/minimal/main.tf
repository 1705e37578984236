module "rbac" {
  source = "../.."

  bindings = {
    readers = {
      cluster_role = "view"
      to           = [{ group = "readers" }]
      namespaces   = ["shop"]
    }
  }
}
