module "addons" {
  source = "../.."

  cluster_name = "eks-example"
  region       = "us-east-1"
  account      = "111122223333"

  addons = {
    eks-pod-identity-agent = {}
    vpc-cni                = {}
    kube-proxy             = {}
    coredns                = {}
  }
}
