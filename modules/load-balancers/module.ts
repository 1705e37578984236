import { fromVariables, type ModuleDefinition } from "../../kernel";
import { loadBalancersAbout } from "./about";
import { loadBalancersInputs } from "./inputs";
import { LoadBalancers } from "./load-balancers";

const shop = (more: string) => `ingresses = { shop = { namespace = "shop", hosts = { "*" = { "/" = { service = "frontend", port = 80 } } }${more} } }`;
const annotation = (name: string) => `kubernetes_ingress_v1.this["shop"].metadata[0].annotations["alb.ingress.kubernetes.io/${name}"]`;

export const loadBalancersModule: ModuleDefinition = {
  name: "load-balancers",
  doc: "Ingresses with Application Load Balancers and services with Network Load Balancers, for the AWS Load Balancer Controller on Amazon EKS.",
  about: loadBalancersAbout,
  inputs: loadBalancersInputs,
  build: (scope) => void new LoadBalancers(scope, "load_balancers", fromVariables),
  example: shop(""),
  complete: `# What the module load-balancer-controller gives. Load balancers are destroyed before the controller.
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
}`,
  tests: {
    mocks: {},
    smallest: {
      "the load balancer is internal": `${annotation("scheme")} == "internal"`,
      "it reaches pods by their addresses": `${annotation("target-type")} == "ip"`,
      "for every host": 'kubernetes_ingress_v1.this["shop"].spec[0].rule[0].host == null',
    },
    complete: {
      "an ingress without hosts is no more than annotations": 'keys(module.load_balancers.ingress_hostnames) == ["admin", "shop"] && contains(keys(module.load_balancers.ingress_annotations), "grafana")',
      "HTTP is redirected": 'module.load_balancers.ingress_annotations["shop"]["alb.ingress.kubernetes.io/ssl-redirect"] == "443"',
      "TLS on the named port": 'module.load_balancers.service_annotations["queue"]["service.beta.kubernetes.io/aws-load-balancer-ssl-ports"] == "amqps"',
    },
    plans: {
      "a host is ruled before the pattern that fits it too": {
        given: 'ingresses = { shop = { namespace = "shop", hosts = { "*" = { "/" = { service = "rest", port = 80 } }, "*.b.example" = { "/" = { service = "b", port = 80 } }, "a.b.example" = { "/" = { service = "a", port = 80 } } } } }',
        holds: { "from the most exact to the least": 'kubernetes_ingress_v1.this["shop"].spec[0].rule[*].http[0].path[0].backend[0].service[0].name == tolist(["a", "b", "rest"])' },
      },
      "a number of its own for each port, or a name": { given: 'ingresses = { shop = { namespace = "shop", hosts = { "*" = { "/" = { service = "frontend" } } } } }', refusedBy: "var.ingresses" },
      "TLS on a port that is not there is refused": {
        given: 'services = { queue = { namespace = "shop", selector = { app = "queue" }, ports = { amqp = { port = 5672 } }, tls = { ports = ["amqps"], certificate_arns = ["arn:aws:acm:us-east-1:111122223333:certificate/0"] } } }',
        refusedBy: "kubernetes_service_v1.this",
      },
    },
  },
};
