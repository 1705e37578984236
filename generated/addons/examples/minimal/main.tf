module "addons" {
  source = "../.."

  cluster_name = "eks-example"

  addons = {
    vpc-cni    = {}
    kube-proxy = {}
    coredns    = {}
  }
}
