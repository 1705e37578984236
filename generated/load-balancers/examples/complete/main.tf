module "load_balancers" {
  source = "../.."

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
