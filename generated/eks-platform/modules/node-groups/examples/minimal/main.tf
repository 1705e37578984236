module "node_groups" {
  source = "../.."

  cluster_name       = "eks-example"
  kubernetes_version = "1.35"

  subnet_ids = {
    "us-east-1a" = "subnet-0123456789abcdef0"
    "us-east-1b" = "subnet-0123456789abcdef1"
  }

  groups = {
    system = {
      instance_types = ["m5.large"]
      ami_type       = "AL2023_x86_64_STANDARD"
      sizes          = { min = 2, desired = 2, max = 4 }
    }
  }
}
