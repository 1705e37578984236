import { mockAttributes } from "../../aws/mock-attributes";
import { fromVariables, type ModuleDefinition } from "../../kernel";
import { clusterAbout } from "./about";
import { Cluster } from "./cluster";
import { clusterInputs } from "./inputs";
import { clusterTests } from "./tests";

export const clusterModule = {
  name: "cluster",
  doc: "The control plane of an Amazon EKS cluster: its role, the key of its secrets, its log group, its endpoint, its security groups, who is let in, and IAM's OIDC provider.",
  about: clusterAbout,
  inputs: clusterInputs,
  build: (scope) => void new Cluster(scope, "cluster", fromVariables),
  example: `name               = "eks-example"
kubernetes_version = "1.35"
account            = "111122223333"

subnet_ids = {
  "us-east-1a" = "subnet-0123456789abcdef0"
  "us-east-1b" = "subnet-0123456789abcdef1"
}

access_entries = {
  platform = {
    principal_arn = "arn:aws:iam::111122223333:role/platform"
    policies      = { AmazonEKSClusterAdminPolicy = {} }
  }
}`,
  complete: `name               = "eks-example"
kubernetes_version = "1.35"
account            = "111122223333"

subnet_ids = {
  "us-east-1a" = "subnet-0123456789abcdef0"
  "us-east-1b" = "subnet-0123456789abcdef1"
}

# From the VPC, and from the office.
endpoint = {
  public = { cidrs = ["203.0.113.0/24"] }
}

access_entries = {
  platform = {
    principal_arn = "arn:aws:iam::111122223333:role/platform"
    policies      = { AmazonEKSClusterAdminPolicy = {} }
  }

  # Reads everything but secrets, and changes what is theirs.
  developers = {
    principal_arn = "arn:aws:iam::111122223333:role/developers"
    policies = {
      AmazonEKSViewPolicy = {}
      AmazonEKSEditPolicy = { namespaces = ["apps", "jobs-*"] }
    }
  }

  # For role bindings of one's own.
  auditors = {
    principal_arn     = "arn:aws:iam::111122223333:role/auditors"
    kubernetes_groups = ["auditors"]
  }

  # Nodes that EKS does not manage.
  gpu = {
    principal_arn = "arn:aws:iam::111122223333:role/gpu-nodes"
    type          = "EC2_LINUX"
  }
}

# Two rules of the control plane's own group, one of the group that EKS makes.
security_group = {
  vpc_id = "vpc-0123456789abcdef0"
  ingress = {
    vpn = { description = "API server from the VPN", ports = { from = 443, to = 443 }, cidr_ipv4 = "10.99.0.0/16" }
  }
  egress = {
    webhooks = { description = "Webhooks in the VPC", ports = { from = 443, to = 443 }, cidr_ipv4 = "10.0.0.0/16" }
  }
}

cluster_security_group = {
  ingress = {
    bastion = { description = "Bastion", ports = { from = 443, to = 443 }, security_group_id = "sg-0123456789abcdef0" }
  }
}

service_cidr       = "172.20.0.0/16"
log_types          = ["api", "audit", "authenticator"]
log_retention_days = 365

secrets_key = {
  create = { rotation_days = 180, administrators = ["arn:aws:iam::111122223333:role/security"] }
}

# People who sign in at the company's own issuer, beside IAM.
identity_provider = {
  name          = "company"
  issuer_url    = "https://login.example.com"
  client_id     = "kubernetes"
  groups_claim  = "groups"
  groups_prefix = "oidc:"
}

zonal_shift         = true
pod_security_groups = {}
role_path           = "/platform/"

tags = {
  Environment = "example"
}`,
  tests: clusterTests(mockAttributes),
} satisfies ModuleDefinition;
