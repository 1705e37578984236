module "namespaces" {
  source = "../.."

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
