# A platform as a team writes it. What a release makes of it is the state that later versions are planned over.
# Modules that are not called here are called as in their complete example.

module "network" {
  source = "./generated/network"

  name  = "upgrade"
  cidr  = "10.0.0.0/16"
  zones = ["us-east-1a", "us-east-1b"]
  nat   = "perZone"

  database_subnets = {}
  pod_subnets      = { cidr = "100.64.0.0/16" }

  gateway_endpoints   = ["s3"]
  interface_endpoints = { sts = {} }
  flow_logs           = { cloud_watch = { retention_days = 90 } }

  tags = { Environment = "upgrade" }
}

module "cluster" {
  source = "./generated/cluster"

  name               = "eks-upgrade"
  kubernetes_version = "1.35"
  account            = "123456789012"
  subnet_ids         = module.network.intra_subnet_ids

  access_entries = {
    platform = {
      principal_arn = "arn:aws:iam::444455556666:role/platform"
      policies      = { AmazonEKSClusterAdminPolicy = {} }
    }
  }

  security_group = {
    vpc_id  = module.network.vpc_id
    ingress = { vpn = { description = "API server from the VPN", ports = { from = 443, to = 443 }, cidr_ipv4 = "10.99.0.0/16" } }
  }

  secrets_key = { create = { rotation_days = 180 } }
}

module "node_groups" {
  source = "./generated/node-groups"

  cluster_name       = module.cluster.cluster_name
  kubernetes_version = "1.35"
  subnet_ids         = module.network.private_subnet_ids

  groups = {
    system = {
      instance_types = ["m6i.large"]
      ami_type       = "AL2023_x86_64_STANDARD"
      sizes          = { min = 2, desired = 2, max = 4 }
      labels         = { "example.com/pool" = "system" }
    }
    spot = {
      capacity       = "SPOT"
      instance_types = ["m5.large", "m5a.large", "m6i.large"]
      ami_type       = "AL2023_x86_64_STANDARD"
      sizes          = { min = 1, desired = 1, max = 20 }
      autoscaler     = {}
      taints         = [{ key = "spot", value = "true", effect = "NO_SCHEDULE" }]
      disk           = { gib = 100, gp3 = { iops = 6000, throughput_mibs = 500 } }
    }
  }
}

module "fargate_profiles" {
  source = "./generated/fargate-profiles"

  cluster_name = module.cluster.cluster_name
  region       = "us-east-1"
  account      = "123456789012"
  subnet_ids   = module.network.private_subnet_ids
  profiles     = { jobs = { selectors = [{ namespace = "jobs-*" }] } }
  logging      = { retention_days = 30 }
}

module "addons" {
  source = "./generated/addons"

  cluster_name = module.cluster.cluster_name
  region       = "us-east-1"
  account      = "123456789012"
  identity     = "podIdentity"
  nodes_ready  = module.node_groups.ready

  addons = {
    eks-pod-identity-agent = { version = "v1.3.10-eksbuild.2" }
    vpc-cni                = { version = "v1.22.4-eksbuild.3" }
    kube-proxy             = { version = "v1.35.3-eksbuild.13" }
    coredns                = { version = "v1.14.3-eksbuild.3" }
    aws-ebs-csi-driver     = {}
  }
}

module "workload_identity" {
  source = "./generated/workload-identity"

  cluster_name  = module.cluster.cluster_name
  region        = "us-east-1"
  account       = "123456789012"
  oidc_provider = module.cluster.oidc_provider

  identities = {
    external-dns = {
      namespace       = "external-dns"
      service_account = "external-dns"
      permissions     = { external_dns = { hosted_zones = ["Z0123456789ABCDEFGHIJ"] } }
    }
    reports = {
      namespace       = "shop"
      service_account = "reports"
      method          = "both"
      permissions     = { s3 = { output = { bucket_arn = "arn:aws:s3:::example-reports", prefix = "daily/", access = "readWrite" } } }
    }
  }
}

module "state_backend" {
  source = "./generated/state-backend"

  bucket  = "example-terraform-states"
  region  = "us-east-1"
  account = "123456789012"

  key              = { create = {} }
  old_versions     = { days = 730, newest = 50 }
  access_logs      = { create = { retention_days = 90 } }
  table            = {}
  access           = { dev-network = { writes = ["app/dev/network/terraform.tfstate"] } }
  managed_policies = {}
}
