# The state of ../complete. Where that one is kept elsewhere, this block says where.
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
