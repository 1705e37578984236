module "fargate_profiles" {
  source = "../.."

  cluster_name = "eks-example"
  region       = "us-east-1"
  account      = "111122223333"

  # Private subnets only.
  subnet_ids = {
    "us-east-1a" = "subnet-0123456789abcdef0"
    "us-east-1b" = "subnet-0123456789abcdef1"
  }

  profiles = {
    # CoreDNS runs on Fargate too, where the cluster has no nodes.
    system = {
      selectors = [{ namespace = "kube-system", labels = { "k8s-app" = "kube-dns" } }]
    }
    jobs = {
      selectors = [
        { namespace = "jobs-*" },
        { namespace = "default", labels = { runtime = "fargate" } },
      ]
      zones = ["us-east-1a"]
      tags  = { Team = "data" }
    }
  }

  # Apply the output logging_manifest to the cluster, and the pods write to the group.
  logging = {
    retention_days = 30
  }

  role_path = "/platform/"

  tags = {
    Environment = "example"
  }
}
