provider "aws" {
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
