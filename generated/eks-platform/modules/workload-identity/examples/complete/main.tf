module "workload_identity" {
  source = "../.."

  cluster_name = "eks-example"
  region       = "us-east-1"
  account      = "111122223333"

  # Only for identities by IRSA; those by Pod Identity need none.
  oidc_provider = {
    arn    = "arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE"
    issuer = "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE"
  }

  identities = {
    load-balancer-controller = {
      namespace       = "kube-system"
      service_account = "aws-load-balancer-controller"
      permissions     = { load_balancer_controller = { vpc_id = "vpc-0123456789abcdef0" } }
    }

    external-dns = {
      namespace       = "external-dns"
      service_account = "external-dns"
      permissions     = { external_dns = { hosted_zones = ["Z0123456789ABCDEFGHIJ"] } }
    }

    fluentd = {
      namespace       = "logging"
      service_account = "fluentd"
      permissions     = { logs = { groups = ["/aws/containerinsights/eks-example/*"] } }
    }

    # Halfway from IRSA to Pod Identity: the role trusts both.
    reports = {
      namespace       = "shop"
      service_account = "reports"
      method          = "both"

      permissions = {
        s3 = {
          input  = { bucket_arn = "arn:aws:s3:::example-orders", access = "read" }
          output = { bucket_arn = "arn:aws:s3:::example-reports", prefix = "daily/", access = "readWrite" }
        }
        secrets = { secret_arns = ["arn:aws:secretsmanager:us-east-1:111122223333:secret:reports/db-??????"] }
      }

      statements = {
        Announce = {
          actions   = ["sns:Publish"]
          resources = ["arn:aws:sns:us-east-1:111122223333:reports"]
        }
        FindQueues = {
          actions      = ["sqs:ListQueues"]
          any_resource = { because = "the action knows no resource" }
        }
      }

      # The output assumed_role_trust_policies says what the other account must write.
      assumes = {
        audit = { role_arn = "arn:aws:iam::444455556666:role/audit", external_id = "reports" }
      }

      max_session_hours = 4
    }
  }

  role_path = "/pods/"

  tags = {
    Environment = "example"
  }
}
