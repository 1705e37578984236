module "load_balancer_controller" {
  source = "../.."

  cluster_name = "eks-example"
  region       = "us-east-1"
  vpc_id       = "vpc-0123456789abcdef0"

  # A mirror of chart and image, for a VPC that reaches AWS by endpoints alone.
  repository       = "oci://111122223333.dkr.ecr.us-east-1.amazonaws.com/charts"
  image_repository = "111122223333.dkr.ecr.us-east-1.amazonaws.com/eks/aws-load-balancer-controller"
  isolated         = true

  # What the module workload-identity gives for IRSA; nothing with Pod Identity.
  service_account_annotations = {
    "eks.amazonaws.com/role-arn" = "arn:aws:iam::111122223333:role/eks-example-load-balancer-controller-pod"
  }

  replicas  = 3
  resources = { requests = { cpu = "200m", memory = "256Mi" }, limits = { memory = "1Gi" } }

  tolerations   = [{ key = "CriticalAddonsOnly", operator = "Exists" }]
  node_selector = { role = "system" }
  zone_spread   = "DoNotSchedule"

  ingress_class = {
    default = true
    parameters = {
      scheme        = "internal"
      group         = "shared"
      ssl_policy    = "ELBSecurityPolicy-TLS13-1-2-2021-06"
      inbound_cidrs = ["10.0.0.0/8"]
      subnets       = { ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"] }

      load_balancer_attributes = {
        "idle_timeout.timeout_seconds" = "120"
      }
    }
  }

  default_tags = {
    Environment = "example"
  }

  feature_gates = {
    SubnetDiscoveryByReachability = false
  }

  service_monitor = {
    labels = { release = "prometheus" }
  }

  # Where Terraform runs there is no aws command, so a destroy does not wait.
  drain = null
}
