/** What runs inside the cluster, in a state of its own. */
export const platformLayer: Readonly<Record<string, string>> = {
  "main.tf": `# The state of ../complete. Where that one is kept elsewhere, this block says where.
data "terraform_remote_state" "platform" {
  backend = "local"

  config = {
    path = "../complete/terraform.tfstate"
  }
}

locals {
  platform = data.terraform_remote_state.platform.outputs
  region   = "us-east-1"
}

module "namespaces" {
  source = "../../modules/namespaces"

  namespaces = {
    shop = {
      network = {
        dns            = {}
        same_namespace = {}
      }
    }
  }
}

module "storage_classes" {
  source = "../../modules/storage-classes"

  cluster_name = local.platform.cluster_name
  region       = local.region

  classes = {
    gp3 = {
      default        = true
      reclaim_policy = "Delete"
      ebs            = {}
    }
  }
}

# Its role is the identity load-balancer-controller of ../complete.
module "load_balancer_controller" {
  source = "../../modules/load-balancer-controller"

  cluster_name = local.platform.cluster_name
  region       = local.region
  vpc_id       = local.platform.vpc_id
}

# Its role is the identity fluentd.
module "fluentd" {
  source = "../../modules/fluentd"

  cluster_name = local.platform.cluster_name
  region       = local.region

  output = {
    cloud_watch = { on_destroy = "keep" }
  }
}
`,
  "versions.tf": `# Which versions, the modules say.
terraform {
  required_providers {
    aws        = { source = "hashicorp/aws" }
    helm       = { source = "hashicorp/helm" }
    kubernetes = { source = "hashicorp/kubernetes" }
  }
}
`,
  "providers.tf": `provider "aws" {
  region = local.region
}

# A token for whoever runs Terraform, fresh whenever one is needed: none stands in a state.
locals {
  token = ["eks", "get-token", "--output", "json", "--region", local.region, "--cluster-name", local.platform.cluster_name]
}

provider "helm" {
  kubernetes = {
    host                   = local.platform.cluster_endpoint
    cluster_ca_certificate = base64decode(local.platform.cluster_certificate_authority_data)

    exec = {
      api_version = "client.authentication.k8s.io/v1beta1"
      command     = "aws"
      args        = local.token
    }
  }
}

provider "kubernetes" {
  host                   = local.platform.cluster_endpoint
  cluster_ca_certificate = base64decode(local.platform.cluster_certificate_authority_data)

  exec {
    api_version = "client.authentication.k8s.io/v1beta1"
    command     = "aws"
    args        = local.token
  }
}
`,
};
