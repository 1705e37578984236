module "storage_classes" {
  source = "../.."

  cluster_name = "eks-example"
  region       = "us-east-1"

  classes = {
    gp3 = {
      default        = true
      reclaim_policy = "Delete"
      ebs            = {}
    }
  }
}
