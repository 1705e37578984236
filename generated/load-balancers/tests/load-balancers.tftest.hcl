mock_provider "kubernetes" {}

variables {
  ingresses = { shop = { namespace = "shop", hosts = { "*" = { "/" = { service = "frontend", port = 80 } } } } }
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition     = kubernetes_ingress_v1.this["shop"].metadata[0].annotations["alb.ingress.kubernetes.io/scheme"] == "internal"
    error_message = "the load balancer is internal"
  }

  assert {
    condition     = kubernetes_ingress_v1.this["shop"].metadata[0].annotations["alb.ingress.kubernetes.io/target-type"] == "ip"
    error_message = "it reaches pods by their addresses"
  }

  assert {
    condition     = kubernetes_ingress_v1.this["shop"].spec[0].rule[0].host == null
    error_message = "for every host"
  }
}

run "the_complete_example_applies" {
  module {
    source = "./examples/complete"
  }

  providers = {
    kubernetes = kubernetes
  }

  assert {
    condition = (
      keys(module.load_balancers.ingress_hostnames) == ["admin", "shop"]
      && contains(keys(module.load_balancers.ingress_annotations), "grafana")
    )
    error_message = "an ingress without hosts is no more than annotations"
  }

  assert {
    condition     = module.load_balancers.ingress_annotations["shop"]["alb.ingress.kubernetes.io/ssl-redirect"] == "443"
    error_message = "HTTP is redirected"
  }

  assert {
    condition     = module.load_balancers.service_annotations["queue"]["service.beta.kubernetes.io/aws-load-balancer-ssl-ports"] == "amqps"
    error_message = "TLS on the named port"
  }
}

run "a_host_is_ruled_before_the_pattern_that_fits_it_too" {
  command = plan

  variables {
    ingresses = { shop = { namespace = "shop", hosts = { "*" = { "/" = { service = "rest", port = 80 } }, "*.b.example" = { "/" = { service = "b", port = 80 } }, "a.b.example" = { "/" = { service = "a", port = 80 } } } } }
  }

  assert {
    condition = kubernetes_ingress_v1.this["shop"].spec[0].rule[*].http[0].path[0].backend[0].service[0].name == tolist([
      "a",
      "b",
      "rest",
    ])
    error_message = "from the most exact to the least"
  }
}

run "a_number_of_its_own_for_each_port_or_a_name" {
  command = plan

  variables {
    ingresses = { shop = { namespace = "shop", hosts = { "*" = { "/" = { service = "frontend" } } } } }
  }

  expect_failures = [var.ingresses]
}

run "tls_on_a_port_that_is_not_there_is_refused" {
  command = plan

  variables {
    services = { queue = { namespace = "shop", selector = { app = "queue" }, ports = { amqp = { port = 5672 } }, tls = { ports = ["amqps"], certificate_arns = ["arn:aws:acm:us-east-1:111122223333:certificate/0"] } } }
  }

  expect_failures = [kubernetes_service_v1.this]
}
