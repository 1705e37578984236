module "eks_platform" {
  source = "../.."

  name    = "eks-example"
  region  = "us-east-1"
  account = "111122223333"

  network = {
    cidr  = "10.0.0.0/16"
    zones = ["us-east-1a", "us-east-1b"]
    nat   = "single"
  }

  cluster = {
    kubernetes_version = "1.35"

    access_entries = {
      platform = {
        principal_arn = "arn:aws:iam::111122223333:role/platform"
        policies      = { AmazonEKSClusterAdminPolicy = {} }
      }
    }
  }

  node_groups = {
    system = {
      instance_types = ["m6i.large"]
      ami_type       = "AL2023_x86_64_STANDARD"
      sizes          = { min = 2, desired = 2, max = 4 }
    }
  }

  addons = {
    eks-pod-identity-agent = {}
    vpc-cni                = {}
    kube-proxy             = {}
    coredns                = {}
  }
}
