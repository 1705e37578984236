locals {
  network = {
    vpc_id = var.network == null ? var.existing_network.vpc_id : module.network[0].vpc_id
    cidr   = var.network == null ? var.existing_network.cidr : module.network[0].vpc_cidr_block
    zones  = var.network == null ? keys(var.existing_network.private_subnet_ids) : module.network[0].zones
    public_subnet_ids = (
      var.network == null
      ? var.existing_network.public_subnet_ids
      : module.network[0].public_subnet_ids
    )
    private_subnet_ids = (
      var.network == null
      ? var.existing_network.private_subnet_ids
      : module.network[0].private_subnet_ids
    )
    intra_subnet_ids = (
      var.network == null
      ? var.existing_network.intra_subnet_ids
      : module.network[0].intra_subnet_ids
    )
    pod_subnet_ids = (
      var.network == null
      ? var.existing_network.pod_subnet_ids
      : module.network[0].pod_subnet_ids
    )
    database_subnet_ids = (
      var.network == null
      ? var.existing_network.database_subnet_ids
      : module.network[0].database_subnet_ids
    )
    public_subnet_cidrs  = var.network == null ? {} : module.network[0].public_subnet_cidr_blocks
    private_subnet_cidrs = var.network == null ? {} : module.network[0].private_subnet_cidr_blocks
    egress_ready         = var.network == null ? [] : module.network[0].egress_ready
    nat_public_ips = (
      var.network == null
      ? var.existing_network.nat_public_ips
      : module.network[0].nat_public_ips
    )
  }
}

module "network" {
  source = "./modules/network"
  count  = var.network != null ? 1 : 0

  name                 = var.name
  cidr                 = var.network.cidr
  zones                = var.network.zones
  zone_slots           = var.network.zone_slots
  secondary_cidrs      = var.network.secondary_cidrs
  public_subnets       = contains(var.network.without, "public_subnets") ? null : var.network.public_subnets
  private_subnets      = contains(var.network.without, "private_subnets") ? null : var.network.private_subnets
  intra_subnets        = contains(var.network.without, "intra_subnets") ? null : var.network.intra_subnets
  pod_subnets          = var.network.pod_subnets
  database_subnets     = var.network.database_subnets
  nat                  = var.network.nat
  nat_zone             = var.network.nat_zone
  nat_elastic_ips      = var.network.nat_elastic_ips
  gateway_endpoints    = var.network.gateway_endpoints
  interface_endpoints  = var.network.interface_endpoints
  flow_logs            = contains(var.network.without, "flow_logs") ? null : var.network.flow_logs
  dns_support          = var.network.dns_support
  dns_hostnames        = var.network.dns_hostnames
  discovery_tag        = var.network.discovery_tag
  cluster_names        = var.network.cluster_names
  role_path            = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = var.tags
}

module "cluster" {
  source = "./modules/cluster"

  name    = coalesce(var.cluster.name, var.name)
  account = var.account
  subnet_ids = (
    length(local.network.intra_subnet_ids) > 0
    ? local.network.intra_subnet_ids
    : local.network.private_subnet_ids
  )
  kubernetes_version     = var.cluster.kubernetes_version
  endpoint               = var.cluster.endpoint
  security_group_ids     = var.cluster.security_group_ids
  cluster_security_group = var.cluster.cluster_security_group
  ip_family              = var.cluster.ip_family
  service_cidr           = var.cluster.service_cidr
  remote_networks        = var.cluster.remote_networks
  log_types              = var.cluster.log_types
  log_retention_days     = var.cluster.log_retention_days
  log_kms_key_arn        = var.cluster.log_kms_key_arn
  secrets_key            = var.cluster.secrets_key
  authentication_mode    = var.cluster.authentication_mode
  access_entries         = var.cluster.access_entries
  creator_admin          = var.cluster.creator_admin
  aws_auth               = var.cluster.aws_auth
  identity_provider      = var.cluster.identity_provider
  upgrade_policy         = var.cluster.upgrade_policy
  oidc_provider          = contains(var.cluster.without, "oidc_provider") ? null : var.cluster.oidc_provider
  force_update           = var.cluster.force_update
  zonal_shift            = var.cluster.zonal_shift
  auto_mode              = var.cluster.auto_mode
  role                   = var.cluster.role
  pod_security_groups    = var.cluster.pod_security_groups
  security_group = (
    var.cluster.security_group == null
    ? null
    : merge(var.cluster.security_group, { vpc_id = local.network.vpc_id })
  )
  partition            = var.partition
  role_path            = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = var.tags
}

module "addons" {
  source = "./modules/addons"

  cluster_name         = module.cluster.cluster_name
  kubernetes_version   = module.cluster.cluster_version
  nodes_ready          = concat(module.node_groups.ready, flatten(module.fargate_profiles[*].ready))
  region               = var.region
  account              = var.account
  identity             = var.addon_identity
  ip_family            = var.cluster.ip_family
  oidc_provider        = module.cluster.oidc_provider
  addons               = var.addons
  partition            = var.partition
  role_path            = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = var.tags
}

module "node_groups" {
  source = "./modules/node-groups"

  cluster_name                       = module.cluster.cluster_name
  kubernetes_version                 = module.cluster.cluster_version
  cluster_endpoint                   = module.cluster.cluster_endpoint
  cluster_certificate_authority_data = module.cluster.cluster_certificate_authority_data
  cluster_service_cidr               = module.cluster.cluster_service_cidr
  cluster_security_group_id          = module.cluster.cluster_security_group_id
  subnet_ids                         = local.network.private_subnet_ids
  network_ready                      = local.network.egress_ready
  addons_ready                       = module.addons.before_nodes_ready
  groups                             = var.node_groups
  cni_policy                         = contains(keys(module.addons.addon_role_arns), "vpc-cni") ? null : {}
  policies                           = var.node_policies
  role_name                          = var.node_role_name
  partition                          = var.partition
  role_path                          = var.role_path
  permissions_boundary               = var.permissions_boundary

  tags = var.tags
}

module "fargate_profiles" {
  source = "./modules/fargate-profiles"
  count  = length(var.fargate_profiles) > 0 ? 1 : 0

  cluster_name         = module.cluster.cluster_name
  subnet_ids           = local.network.private_subnet_ids
  network_ready        = local.network.egress_ready
  region               = var.region
  account              = var.account
  profiles             = var.fargate_profiles
  logging              = var.fargate_logging
  role_name            = var.fargate_role_name
  partition            = var.partition
  role_path            = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = var.tags
}

module "identities" {
  source = "./modules/workload-identity"

  cluster_name         = module.cluster.cluster_name
  agent_ready          = module.addons.before_nodes_ready
  region               = var.region
  account              = var.account
  oidc_provider        = module.cluster.oidc_provider
  organization_id      = var.organization_id
  identities           = var.identities
  partition            = var.partition
  role_path            = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = var.tags
}
