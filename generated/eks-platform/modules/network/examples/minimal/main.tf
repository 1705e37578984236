module "network" {
  source = "../.."

  name  = "example"
  cidr  = "10.0.0.0/16"
  zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
  nat   = "single"
}
