module "fluentd" {
  source = "../.."

  cluster_name = "eks-example"
  region       = "us-east-1"

  output = {
    cloud_watch = { on_destroy = "keep" }
  }
}
