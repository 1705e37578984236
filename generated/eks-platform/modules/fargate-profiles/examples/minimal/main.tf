module "fargate_profiles" {
  source = "../.."

  cluster_name = "eks-example"
  region       = "us-east-1"
  account      = "111122223333"

  subnet_ids = {
    "us-east-1a" = "subnet-0123456789abcdef0"
    "us-east-1b" = "subnet-0123456789abcdef1"
  }

  profiles = {
    jobs = {
      selectors = [{ namespace = "jobs" }]
    }
  }
}
