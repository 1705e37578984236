module "workload_identity" {
  source = "../.."

  cluster_name = "eks-example"
  region       = "us-east-1"
  account      = "111122223333"

  identities = {
    controller = {
      namespace       = "kube-system"
      service_account = "aws-load-balancer-controller"
      permissions     = { load_balancer_controller = {} }
    }
  }
}
