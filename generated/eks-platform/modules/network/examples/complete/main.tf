module "network" {
  source = "../.."

  name  = "example"
  cidr  = "10.0.0.0/16"
  zones = ["us-east-1a", "us-east-1b", "us-east-1c"]

  # One way out for each zone: the loss of a zone is the loss of that zone alone.
  nat = "perZone"

  # Public, private and intra subnets are there by themselves.
  public_subnets = {
    tags = { Reach = "internet" }
  }

  database_subnets = {}

  # Pods get addresses from a block of their own.
  pod_subnets = {
    cidr = "100.64.0.0/16"
  }

  # What nodes ask for most does not pay for NAT.
  gateway_endpoints = ["s3", "dynamodb"]

  interface_endpoints = {
    "ecr.api" = {}
    "ecr.dkr" = {}
    sts       = {}
  }

  flow_logs = {
    cloud_watch  = { retention_days = 90 }
    traffic_type = "REJECT"
  }

  discovery_tag = "eks-example"

  tags = {
    Environment = "example"
  }
}
