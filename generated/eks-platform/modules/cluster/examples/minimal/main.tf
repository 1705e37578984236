module "cluster" {
  source = "../.."

  name               = "eks-example"
  kubernetes_version = "1.35"
  account            = "111122223333"

  subnet_ids = {
    "us-east-1a" = "subnet-0123456789abcdef0"
    "us-east-1b" = "subnet-0123456789abcdef1"
  }

  access_entries = {
    platform = {
      principal_arn = "arn:aws:iam::111122223333:role/platform"
      policies      = { AmazonEKSClusterAdminPolicy = {} }
    }
  }
}
