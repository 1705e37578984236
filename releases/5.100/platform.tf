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

# Where the examples put what they make.
resource "kubernetes_namespace_v1" "given" {
  for_each = toset(["admin", "jobs", "shop"])

  metadata {
    name = each.key
  }
}

module "eks_platform" {
  source = "./generated/eks-platform"

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

module "load_balancer_controller" {
  source = "./generated/load-balancer-controller"

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

module "load_balancers" {
  source = "./generated/load-balancers"

  # What the module load-balancer-controller gives. Load balancers are destroyed before the controller.
  ready = ["load-balancer-controller"]

  ingresses = {
    shop = {
      namespace = "shop"
      scheme    = "internet-facing"

      hosts = {
        "shop.example.com" = {
          "/"    = { service = "frontend", port = 80 }
          "/api" = { service = "backend", port_name = "http" }
        }
        "*.shop.example.com" = {
          "/" = { service = "tenants", port = 80 }
        }
      }

      https = {
        certificate_arns = ["arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000"]
      }

      waf_acl_arn          = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/shop/00000000-0000-4000-8000-000000000000"
      idle_timeout_seconds = 120
      access_logs          = { bucket = "example-access-logs", prefix = "shop" }
      health_check         = { path = "/healthz", success_codes = "200-299" }
      tags                 = { Team = "shop" }
    }

    # Two ingresses of one group share a load balancer.
    admin = {
      namespace     = "admin"
      group         = { name = "inside", order = 10 }
      inbound_cidrs = ["10.0.0.0/8"]
      subnet_ids    = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
      hosts         = { "admin.example.internal" = { "/" = { service = "admin", port = 8080 } } }
    }

    # No ingress: its annotations are for a chart of your own.
    grafana = {
      namespace = "monitoring"
      group     = { name = "inside", order = 20 }
    }
  }

  services = {
    queue = {
      namespace = "shop"
      selector  = { app = "queue" }

      ports = {
        amqps = { port = 5671, target_port = "5672" }
      }

      tls = {
        ports            = ["amqps"]
        certificate_arns = ["arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000"]
      }

      source_cidrs = ["10.0.0.0/8"]
      cross_zone   = true
    }
  }
}

module "fluentd" {
  source = "./generated/fluentd"

  cluster_name = "eks-example"
  region       = "us-east-1"

  output = {
    cloud_watch = {
      # Logs outlive the cluster.
      on_destroy = "keep"
      log_groups = {
        application = { retention_days = 365, kms_key_arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" }
        dataplane   = { retention_days = 30 }
        host        = { name = "/eks-example/nodes", retention_days = 30 }
      }
    }
  }

  containers = {
    exclude_namespaces   = ["load-tests"]
    exclude_pods         = ["debug-*"]
    exclude_labels       = { "example.com/logs" = "off" }
    dataplane_namespaces = ["kube-system", "karpenter"]
    parsed_json          = true
    metadata             = { namespace_labels = true, annotations = ["^example\\.com/"] }
  }

  # Stack traces become one record.
  multiline = {
    orders = { namespace = "shop", pod_prefix = "orders-", container = "app", first_line = "^\\d{4}-\\d{2}-\\d{2}" }
  }

  journal = {
    kubelet    = { stream = "dataplane", matches = [{ _SYSTEMD_UNIT = "kubelet.service" }] }
    containerd = { stream = "dataplane", matches = [{ _SYSTEMD_UNIT = "containerd.service" }] }
    kernel     = { stream = "host", matches = [{ _TRANSPORT = "kernel" }] }
    sshd       = { stream = "host", matches = [{ _SYSTEMD_UNIT = "sshd.service" }, { SYSLOG_IDENTIFIER = "sudo" }] }
  }

  files = {
    audit = { stream = "host", paths = ["/var/log/audit/audit.log"] }
  }

  # A day without CloudWatch, at some 100 KiB a second.
  buffer         = { mib = 8192 }
  resources      = { requests = { cpu = "200m", memory = "512Mi" }, limits = { memory = "1Gi" } }
  update_percent = 25

  # What the module workload-identity gives for IRSA; nothing with Pod Identity.
  service_account_annotations = {
    "eks.amazonaws.com/role-arn" = "arn:aws:iam::111122223333:role/eks-example-fluentd-pod"
  }

  # Copies of chart and image, where the public ones are out of reach.
  repository       = "oci://111122223333.dkr.ecr.us-east-1.amazonaws.com/charts"
  image_repository = "111122223333.dkr.ecr.us-east-1.amazonaws.com/fluentd-kubernetes-daemonset"

  values = [yamlencode({ podAnnotations = { "example.com/owner" = "platform" } })]

  tags = {
    Environment = "example"
  }
}

module "storage_classes" {
  source = "./generated/storage-classes"

  cluster_name = "eks-example"
  region       = "us-east-1"

  classes = {
    # Claims that name no class get a volume that goes with them.
    gp3 = {
      default        = true
      reclaim_policy = "Delete"
      ebs            = {}
    }

    # A key of the company's own: the role of the driver must be allowed to use it.
    gp3-retained = {
      reclaim_policy = "Retain"
      ebs = {
        file_system = "xfs"
        gp3         = { iops = 6000, throughput_mibs = 500 }
        kms_key     = { arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" }
        zones       = ["us-east-1a", "us-east-1b"]
      }
    }

    database = {
      reclaim_policy = "Retain"
      ebs            = { io2 = { iops = 20000 } }
    }

    # For pods of many nodes at once.
    shared = {
      reclaim_policy = "Delete"
      binding_mode   = "Immediate"
      mount_options  = ["iam"]
      efs = {
        file_system_id = "fs-0123456789abcdef0"
        base_path      = "/volumes"
        gid_range      = { start = 1000, end = 2000 }
      }
    }
  }

  # The add-on snapshot-controller must be there.
  snapshot_classes = {
    nightly = {
      default         = true
      deletion_policy = "Delete"
      tags            = { Purpose = "backup" }
    }

    golden = {
      deletion_policy    = "Retain"
      fast_restore_zones = ["us-east-1a", "us-east-1b"]
    }
  }

  # Where Terraform runs there is no aws command, so a destroy does not wait.
  drain = null
}

module "custom_resources" {
  source = "./generated/custom-resources"

  releases = {
    # Both change together, because they are one release.
    node-pools = {
      manifests = [
        yamlencode({
          apiVersion = "karpenter.k8s.aws/v1"
          kind       = "EC2NodeClass"
          metadata   = { name = "general" }
          spec = {
            role                       = "eks-example-node"
            amiSelectorTerms           = [{ alias = "bottlerocket@v1.49.0" }]
            subnetSelectorTerms        = [{ tags = { "karpenter.sh/discovery" = "eks-example" } }]
            securityGroupSelectorTerms = [{ tags = { "karpenter.sh/discovery" = "eks-example" } }]
          }
        }),
        yamlencode({
          apiVersion = "karpenter.sh/v1"
          kind       = "NodePool"
          metadata   = { name = "general" }
          spec = {
            limits = { cpu = "64" }
            template = {
              spec = {
                nodeClassRef = { group = "karpenter.k8s.aws", kind = "EC2NodeClass", name = "general" }
                requirements = [
                  { key = "karpenter.sh/capacity-type", operator = "In", values = ["spot", "on-demand"] },
                ]
              }
            }
          }
        }),
      ]

      # Karpenter empties the nodes of a pool before it lets it go.
      timeout_minutes = 30
    }

    # Stands in the namespace of the release.
    database-secret = {
      namespace = "shop"
      manifests = [
        <<-YAML
        apiVersion: secrets-store.csi.x-k8s.io/v1
        kind: SecretProviderClass
        metadata:
          name: database
        spec:
          provider: aws
          parameters:
            objects: |
              - objectName: shop/database
                objectType: secretsmanager
        YAML
      ]
    }
  }
}

module "helm_release" {
  source = "./generated/helm-release"

  name      = "karpenter"
  namespace = "kube-system"

  chart = {
    published = { repository = "oci://public.ecr.aws/karpenter", name = "karpenter", version = "1.14.1" }
  }

  values = [yamlencode({
    replicas = 2
    settings = {
      clusterName       = "eks-example"
      interruptionQueue = "eks-example-interruptions"
    }
  })]

  # From a release of their own, which upgrades them.
  skip_crds = true

  wait_for_jobs   = true
  timeout_minutes = 15
}

module "namespaces" {
  source = "./generated/namespaces"

  # The first address of the block of services, and CoreDNS's own.
  api_server_cidrs = ["172.20.0.1/32"]
  dns_addresses    = { cidrs = ["172.20.0.10/32"] }

  load_balancer_cidrs = {
    internet = ["10.0.0.0/24", "10.0.1.0/24"]
  }

  namespaces = {
    # The internet reaches the frontend, the frontend the backend, the backend a database.
    frontend = {
      labels          = { team = "shop" }
      readiness_gated = true

      network = {
        dns            = {}
        load_balancers = { pods = { app = "web" }, ports = [{ port = 8080 }] }

        egress = {
          backend = { to = [{ pods = { namespace = "backend", labels = { app = "api" } } }], ports = [{ port = 9090 }] }
        }
      }
    }

    backend = {
      network = {
        dns            = {}
        same_namespace = {}
        pod_identity   = {}
        api_server     = {}

        ingress = {
          frontend = { pods = { app = "api" }, from = [{ pods = { namespace = "frontend" } }], ports = [{ port = 9090 }] }
        }
        egress = {
          database = { to = [{ block = { cidr = "10.0.128.0/20" } }], ports = [{ port = 5432 }] }
          internet = {
            to    = [{ block = { cidr = "0.0.0.0/0", except = ["10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"] } }]
            ports = [{ port = 443 }]
          }
        }
      }

      quota = { "requests.cpu" = "20", "requests.memory" = "40Gi", pods = "100" }

      limit_range = {
        Container = {
          default         = { memory = "256Mi" }
          default_request = { cpu = "100m", memory = "256Mi" }
          max             = { memory = "8Gi" }
        }
        PersistentVolumeClaim = { max = { storage = "100Gi" } }
      }
    }

    # Its pods read the logs of their node.
    logging = {
      pod_security = { enforce = "privileged" }
    }

    # Exists already: its quota alone is managed here.
    kube-system = {
      origin = "existing"
      quota  = { "count/secrets" = "500" }
    }
  }
}

module "rbac" {
  source = "./generated/rbac"

  cluster_roles = {
    # What somebody on call may do beside reading.
    on-call = {
      rules = [
        { resources = ["pods"], verbs = ["delete"] },
        { resources = ["pods/log", "pods/portforward"], verbs = ["get", "create"] },
        { api_groups = ["apps"], resources = ["deployments/scale"], verbs = ["get", "update", "patch"] },
      ]
    }

    # Whoever may read, may read these too.
    read-node-pools = {
      aggregated_to = ["view"]
      rules         = [{ api_groups = ["karpenter.sh"], resources = ["nodepools", "nodeclaims"], verbs = ["get", "list", "watch"] }]
    }

    scrape = {
      rules = [{ urls = ["/metrics"], verbs = ["get"] }]
    }

    backup = {
      rules = [{
        any_api_group = { because = "a backup holds whatever there is" }
        any_resource  = { because = "a backup holds whatever there is" }
        verbs         = ["get", "list"]
      }]
    }
  }

  bindings = {
    readers = {
      cluster_role = "view"
      to           = [{ group = "readers" }, { user = "auditor" }]
      cluster_wide = {}
    }
    on-call = {
      cluster_role = "on-call"
      to           = [{ group = "on-call" }]
      namespaces   = ["frontend", "backend"]
    }
    scrape = {
      cluster_role = "scrape"
      to           = [{ service_account = { namespace = "monitoring", name = "prometheus" } }]
      cluster_wide = {}
    }
    jobs = {
      cluster_role = "edit"
      to           = [{ service_accounts_of = "ci" }]
      namespaces   = ["jobs"]
    }
  }
}
