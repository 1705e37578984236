module "eks_platform" {
  source = "../.."

  name    = "eks-example"
  region  = "us-east-1"
  account = "111122223333"

  network = {
    cidr  = "10.0.0.0/16"
    zones = ["us-east-1a", "us-east-1b", "us-east-1c"]

    # One way out for each zone: the loss of a zone is the loss of that zone alone.
    nat = "perZone"

    database_subnets = {}
    flow_logs        = { cloud_watch = {} }
  }

  cluster = {
    kubernetes_version = "1.35"

    # From the VPC, and from the office.
    endpoint = {
      public = { cidrs = ["203.0.113.0/24"] }
    }

    access_entries = {
      platform = {
        principal_arn = "arn:aws:iam::111122223333:role/platform"
        policies      = { AmazonEKSClusterAdminPolicy = {} }
      }
      developers = {
        principal_arn = "arn:aws:iam::111122223333:role/developers"
        policies      = { AmazonEKSEditPolicy = { namespaces = ["shop"] } }
      }
    }

    log_retention_days = 365

    # Pods get their roles by Pod Identity alone.
    without = ["oidc_provider"]
  }

  node_groups = {
    # What the cluster itself needs stays on demand.
    system = {
      instance_types = ["m6g.large"]
      ami_type       = "AL2023_ARM_64_STANDARD"
      sizes          = { min = 2, desired = 2, max = 4 }
    }

    spot = {
      capacity       = "SPOT"
      instance_types = ["m5.large", "m5a.large", "m6i.large", "m6a.large", "m7i.large"]
      ami_type       = "AL2023_x86_64_STANDARD"
      sizes          = { min = 0, desired = 2, max = 10 }
      autoscaler     = {}
    }
  }

  fargate_profiles = {
    jobs = {
      selectors = [{ namespace = "jobs" }]
    }
  }

  addons = {
    eks-pod-identity-agent = {}
    vpc-cni                = {}
    kube-proxy             = {}
    coredns                = {}
    aws-ebs-csi-driver     = {}
  }

  # Roles of service accounts: what the pods may do in AWS.
  identities = {
    load-balancer-controller = {
      namespace       = "kube-system"
      service_account = "aws-load-balancer-controller"
      permissions     = { load_balancer_controller = {} }
    }

    fluentd = {
      namespace       = "kube-system"
      service_account = "fluentd"
      permissions     = { logs = { groups = ["/aws/containerinsights/eks-example/*"] } }
    }

    orders = {
      namespace       = "shop"
      service_account = "orders"
      permissions = {
        secrets = { secret_arns = ["arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/orders-??????"] }
      }
    }
  }

  role_path = "/platform/"

  tags = {
    Environment = "example"
  }
}
