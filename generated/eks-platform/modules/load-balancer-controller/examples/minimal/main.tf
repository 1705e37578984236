module "load_balancer_controller" {
  source = "../.."

  cluster_name = "eks-example"
  region       = "us-east-1"
  vpc_id       = "vpc-0123456789abcdef0"
}
