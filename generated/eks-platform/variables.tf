variable "name" {
  description = "Name of the network, and of the cluster unless `cluster.name` says another. It cannot change."
  type        = string
  nullable    = false
}

variable "region" {
  description = "Region of the cluster."
  type        = string
  nullable    = false
}

variable "account" {
  description = "Id of the AWS account, twelve digits."
  type        = string
  nullable    = false
}

variable "partition" {
  description = "AWS partition of the account: decides how ARNs begin."
  type        = string
  default     = "aws"
  nullable    = false
}

variable "network" {
  description = "A VPC for the cluster, by the inputs of `modules/network`. `without` names what is there by default and is not wanted, such as `intra_subnets`."
  type        = object({ cidr = string, zones = list(string), zone_slots = optional(number, 4), secondary_cidrs = optional(map(string), {}), public_subnets = optional(object({ cidrs = optional(map(string), {}), map_public_ip = optional(bool, false), tags = optional(map(string), {}) }), {}), private_subnets = optional(object({ cidrs = optional(map(string), {}), tags = optional(map(string), {}) }), {}), intra_subnets = optional(object({ cidrs = optional(map(string), {}), tags = optional(map(string), {}) }), {}), pod_subnets = optional(object({ cidr = string, cidrs = optional(map(string), {}), tags = optional(map(string), {}) })), database_subnets = optional(object({ cidrs = optional(map(string), {}), tags = optional(map(string), {}) })), nat = string, nat_zone = optional(string), nat_elastic_ips = optional(map(string), {}), gateway_endpoints = optional(list(string), ["s3"]), interface_endpoints = optional(map(object({ service_name = optional(string), service_region = optional(string), zones = optional(list(string)), policy = optional(string), private_dns = optional(bool, true) })), {}), flow_logs = optional(object({ cloud_watch = optional(object({ retention_days = optional(number, 365), kms_key_arn = optional(string), log_group_name = optional(string), role_name = optional(string) })), s3 = optional(object({ bucket_arn = string, file_format = optional(string, "plain-text"), hive_partitions = optional(bool, false), hourly_partitions = optional(bool, false) })), traffic_type = optional(string, "ALL"), aggregation_seconds = optional(number, 600) }), { cloud_watch = {} }), dns_support = optional(bool, true), dns_hostnames = optional(bool, true), discovery_tag = optional(string), cluster_names = optional(list(string), []), without = optional(list(string), []) })
  default     = null

  validation {
    condition = (
      var.network == null
      ? true
      : alltrue([
        for item in var.network.without : contains(
          ["public_subnets", "private_subnets", "intra_subnets", "flow_logs"],
          item
        )
      ])
    )
    error_message = "network.without[*]: expected one of public_subnets, private_subnets, intra_subnets, flow_logs, got ${try([for at in [index([for item in var.network.without : contains(["public_subnets", "private_subnets", "intra_subnets", "flow_logs"], item)], false)] : "${at} = ${jsonencode(var.network.without[at])}"][0], "another value")} [choice]"
  }
}

variable "existing_network" {
  description = "A VPC that exists already, in place of `network`. Its routes are taken to be there."
  type        = object({ vpc_id = string, cidr = string, private_subnet_ids = map(string), public_subnet_ids = optional(map(string), {}), intra_subnet_ids = optional(map(string), {}), pod_subnet_ids = optional(map(string), {}), database_subnet_ids = optional(map(string), {}), nat_public_ips = optional(list(string), []) })
  default     = null

  validation {
    condition = (
      var.existing_network == null
      ? true
      : can(regex("^vpc-[0-9a-f]+$", var.existing_network.vpc_id))
    )
    error_message = "existing_network.vpc_id: expected a VPC id, got ${try(jsonencode(var.existing_network.vpc_id), "another value")} [existing-vpc-id]"
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : try(
        cidrsubnet(var.existing_network.cidr, 0, 0) == var.existing_network.cidr
        && length(split(":", var.existing_network.cidr)) == 1
        && tonumber(split("/", var.existing_network.cidr)[1]) >= 16
        && tonumber(split("/", var.existing_network.cidr)[1]) <= 28,
        false
      )
    )
    error_message = "existing_network.cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got ${try(jsonencode(var.existing_network.cidr), "another value")} [existing-vpc-cidr]"
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([
        for name in keys(var.existing_network.private_subnet_ids) : can(regex(
          "^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$",
          name
        ))
      ])
    )
    error_message = "existing_network.private_subnet_ids: expected a map in which each key is the name of an availability zone such as us-east-1a, got ${try(jsonencode([for name in keys(var.existing_network.private_subnet_ids) : name if !(can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$", name)))]), "another value")} [existing-private-zone]"
  }

  validation {
    condition     = var.existing_network == null ? true : length(var.existing_network.private_subnet_ids) >= 2
    error_message = "existing_network.private_subnet_ids: expected at least 2 elements, got ${try(length(var.existing_network.private_subnet_ids), "another value")}; a cluster needs subnets in two zones [existing-zones-count]"
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([
        for item in var.existing_network.private_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))
      ])
    )
    error_message = "existing_network.private_subnet_ids[*]: expected a subnet id, got ${try([for at in [index([for item in var.existing_network.private_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))], false)] : "${keys(var.existing_network.private_subnet_ids)[at]} = ${jsonencode(values(var.existing_network.private_subnet_ids)[at])}"][0], "another value")} [existing-private-subnet-id]"
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([
        for name in keys(var.existing_network.public_subnet_ids) : can(regex(
          "^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$",
          name
        ))
      ])
    )
    error_message = "existing_network.public_subnet_ids: expected a map in which each key is the name of an availability zone such as us-east-1a, got ${try(jsonencode([for name in keys(var.existing_network.public_subnet_ids) : name if !(can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$", name)))]), "another value")} [existing-public-zone]"
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([for item in var.existing_network.public_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))])
    )
    error_message = "existing_network.public_subnet_ids[*]: expected a subnet id, got ${try([for at in [index([for item in var.existing_network.public_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))], false)] : "${keys(var.existing_network.public_subnet_ids)[at]} = ${jsonencode(values(var.existing_network.public_subnet_ids)[at])}"][0], "another value")} [existing-public-subnet-id]"
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([
        for name in keys(var.existing_network.intra_subnet_ids) : can(regex(
          "^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$",
          name
        ))
      ])
    )
    error_message = "existing_network.intra_subnet_ids: expected a map in which each key is the name of an availability zone such as us-east-1a, got ${try(jsonencode([for name in keys(var.existing_network.intra_subnet_ids) : name if !(can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$", name)))]), "another value")} [existing-intra-zone]"
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([for item in var.existing_network.intra_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))])
    )
    error_message = "existing_network.intra_subnet_ids[*]: expected a subnet id, got ${try([for at in [index([for item in var.existing_network.intra_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))], false)] : "${keys(var.existing_network.intra_subnet_ids)[at]} = ${jsonencode(values(var.existing_network.intra_subnet_ids)[at])}"][0], "another value")} [existing-intra-subnet-id]"
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([
        for name in keys(var.existing_network.pod_subnet_ids) : can(regex(
          "^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$",
          name
        ))
      ])
    )
    error_message = "existing_network.pod_subnet_ids: expected a map in which each key is the name of an availability zone such as us-east-1a, got ${try(jsonencode([for name in keys(var.existing_network.pod_subnet_ids) : name if !(can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$", name)))]), "another value")} [existing-pod-zone]"
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([for item in var.existing_network.pod_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))])
    )
    error_message = "existing_network.pod_subnet_ids[*]: expected a subnet id, got ${try([for at in [index([for item in var.existing_network.pod_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))], false)] : "${keys(var.existing_network.pod_subnet_ids)[at]} = ${jsonencode(values(var.existing_network.pod_subnet_ids)[at])}"][0], "another value")} [existing-pod-subnet-id]"
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([
        for name in keys(var.existing_network.database_subnet_ids) : can(regex(
          "^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$",
          name
        ))
      ])
    )
    error_message = "existing_network.database_subnet_ids: expected a map in which each key is the name of an availability zone such as us-east-1a, got ${try(jsonencode([for name in keys(var.existing_network.database_subnet_ids) : name if !(can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$", name)))]), "another value")} [existing-database-zone]"
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([
        for item in var.existing_network.database_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))
      ])
    )
    error_message = "existing_network.database_subnet_ids[*]: expected a subnet id, got ${try([for at in [index([for item in var.existing_network.database_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))], false)] : "${keys(var.existing_network.database_subnet_ids)[at]} = ${jsonencode(values(var.existing_network.database_subnet_ids)[at])}"][0], "another value")} [existing-database-subnet-id]"
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([
        for item in var.existing_network.nat_public_ips : can(regex("^[0-9]{1,3}(\\.[0-9]{1,3}){3}$", item))
      ])
    )
    error_message = "existing_network.nat_public_ips[*]: expected an IPv4 address, got ${try([for at in [index([for item in var.existing_network.nat_public_ips : can(regex("^[0-9]{1,3}(\\.[0-9]{1,3}){3}$", item))], false)] : "${at} = ${jsonencode(var.existing_network.nat_public_ips[at])}"][0], "another value")} [existing-nat-ip]"
  }

  validation {
    condition     = (var.network == null) != (var.existing_network == null)
    error_message = "existing_network: expected either network or existing_network, got ${try(jsonencode([for name, given in { network = var.network, existing_network = var.existing_network } : name if given != null]), "another value")} [platform-network]"
  }
}

variable "cluster" {
  description = "The control plane, by the inputs of `modules/cluster`. It stands in the intra subnets, or in the private ones where there are none. `without` names what is there by default and is not wanted, such as `oidc_provider`."
  type        = object({ name = optional(string), kubernetes_version = string, endpoint = optional(object({ private = optional(bool, true), public = optional(object({ cidrs = list(string) })) }), {}), security_group_ids = optional(list(string), []), cluster_security_group = optional(object({ ingress = optional(map(object({ description = string, protocol = optional(string, "tcp"), ports = optional(object({ from = number, to = number })), cidr_ipv4 = optional(string), cidr_ipv6 = optional(string), prefix_list_id = optional(string), security_group_id = optional(string), self = optional(object({})) })), {}), egress = optional(map(object({ description = string, protocol = optional(string, "tcp"), ports = optional(object({ from = number, to = number })), cidr_ipv4 = optional(string), cidr_ipv6 = optional(string), prefix_list_id = optional(string), security_group_id = optional(string), self = optional(object({})) })), {}) }), {}), ip_family = optional(string, "ipv4"), service_cidr = optional(string), remote_networks = optional(object({ node_cidrs = list(string), pod_cidrs = optional(list(string), []) })), log_types = optional(list(string), ["api", "audit", "authenticator", "controllerManager", "scheduler"]), log_retention_days = optional(number, 90), log_kms_key_arn = optional(string), secrets_key = optional(object({ create = optional(object({ rotation_days = optional(number, 365), deletion_window_days = optional(number, 30), administrators = optional(list(string), []) })), arn = optional(string) }), { create = {} }), authentication_mode = optional(string, "API"), access_entries = optional(map(object({ principal_arn = string, type = optional(string, "STANDARD"), username = optional(string), kubernetes_groups = optional(list(string), []), policies = optional(map(object({ namespaces = optional(list(string)) })), {}) })), {}), creator_admin = optional(bool, false), aws_auth = optional(object({ roles = optional(map(object({ arn = string, username = string, groups = optional(list(string), []) })), {}), users = optional(map(object({ arn = string, username = string, groups = optional(list(string), []) })), {}), accounts = optional(list(string), []) })), identity_provider = optional(object({ name = string, issuer_url = string, client_id = string, username_claim = optional(string), username_prefix = optional(string), groups_claim = optional(string), groups_prefix = optional(string), required_claims = optional(map(string), {}) })), upgrade_policy = optional(string, "STANDARD"), oidc_provider = optional(object({}), {}), force_update = optional(bool, false), zonal_shift = optional(bool), auto_mode = optional(object({ node_pools = optional(list(string), ["general-purpose", "system"]), node_role = optional(object({ create = optional(object({ name = optional(string) })), arn = optional(string) }), { create = {} }) })), role = optional(object({ create = optional(object({ name = optional(string) })), arn = optional(string) }), { create = {} }), pod_security_groups = optional(object({})), without = optional(list(string), []), security_group = optional(object({ name = optional(string), description = optional(string), ingress = optional(map(object({ description = string, protocol = optional(string, "tcp"), ports = optional(object({ from = number, to = number })), cidr_ipv4 = optional(string), cidr_ipv6 = optional(string), prefix_list_id = optional(string), security_group_id = optional(string), self = optional(object({})) })), {}), egress = optional(map(object({ description = string, protocol = optional(string, "tcp"), ports = optional(object({ from = number, to = number })), cidr_ipv4 = optional(string), cidr_ipv6 = optional(string), prefix_list_id = optional(string), security_group_id = optional(string), self = optional(object({})) })), {}) })) })
  nullable    = false

  validation {
    condition     = alltrue([for item in var.cluster.without : contains(["oidc_provider"], item)])
    error_message = "cluster.without[*]: expected one of oidc_provider, got ${try([for at in [index([for item in var.cluster.without : contains(["oidc_provider"], item)], false)] : "${at} = ${jsonencode(var.cluster.without[at])}"][0], "another value")} [choice]"
  }
}

variable "node_groups" {
  description = "Node groups by name. The name stands in front of the group's own, which AWS makes unique, so that a group that must be replaced is there before the old one goes."
  type        = map(object({ capacity = optional(string, "ON_DEMAND"), instance_types = list(string), ami_type = optional(string), image = optional(object({ id = string, family = string })), sizes = object({ min = number, desired = number, max = number }), autoscaler = optional(object({ resources = optional(map(string), {}), options = optional(map(string), {}) })), zones = optional(list(string)), per_zone = optional(object({})), kubernetes_version = optional(string), release_version = optional(string), latest_release = optional(object({})), disk = optional(object({ gib = optional(number, 50), gp3 = optional(object({ iops = optional(number, 3000), throughput_mibs = optional(number, 125) })), io2 = optional(object({ iops = number })), kms_key_arn = optional(string) }), {}), metadata_hop_limit = optional(number, 1), detailed_monitoring = optional(bool, false), security_group_ids = optional(list(string), []), reservation = optional(object({ id = optional(string), resource_group_arn = optional(string) })), placement = optional(object({ group_name = optional(string), dedicated = optional(bool, false) })), efa = optional(object({ interfaces = number })), max_pods = optional(number), script_before = optional(string), script_after = optional(string), node_config = optional(object({ kubelet_config = optional(string), kubelet_flags = optional(list(string), []), containerd_config = optional(string), local_storage = optional(string), feature_gates = optional(map(bool), {}) })), bottlerocket_settings = optional(string), labels = optional(map(string), {}), taints = optional(list(object({ key = string, value = optional(string), effect = string })), []), update = optional(object({ max_unavailable = optional(number), max_unavailable_percentage = optional(number) }), { max_unavailable_percentage = 33 }), repair = optional(object({})), force_update = optional(bool, false), timeout_minutes = optional(number, 60), name = optional(string), launch_template_name = optional(string), role_arn = optional(string), tags = optional(map(string), {}) }))
  default     = {}
  nullable    = false
}

variable "node_policies" {
  description = "Further policies of the nodes' role, by a name of yours."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "fargate_profiles" {
  description = "Fargate profiles by name. Whatever changes but tags replaces a profile, and ends the pods that run by it."
  type        = map(object({ selectors = list(object({ namespace = string, labels = optional(map(string), {}) })), zones = optional(list(string)), role_arn = optional(string), tags = optional(map(string), {}) }))
  default     = {}
  nullable    = false
}

variable "fargate_logging" {
  description = "A log group for the pods, and the permission to write to it. The pods' logs go there as soon as the manifest in the outputs is applied to the cluster."
  type        = object({ retention_days = optional(number, 90), kms_key_arn = optional(string) })
  default     = null
}

variable "addons" {
  description = "Add-ons by the name that EKS gives them. Nodes wait for those that stand before nodes, and the others wait for nodes."
  type        = map(object({ version = optional(string), resolve_version = optional(string), resolve_conflicts_on_create = optional(string, "OVERWRITE"), resolve_conflicts_on_update = optional(string, "OVERWRITE"), preserve = optional(bool, false), identity = optional(string), permissions = optional(object({ policy_arns = optional(map(string), {}), volume_keys = optional(object({ arns = list(string) })), buckets = optional(object({ arns = list(string) })), hosted_zones = optional(object({ arns = list(string) })), log_groups = optional(object({ arns = list(string) })), policy_logs = optional(object({})) })), role = optional(object({ arn = string })), service_accounts = optional(object({ namespace = string, names = list(string) })), phase = optional(string), tags = optional(map(string), {}), configuration_values = optional(string) }))
  nullable    = false
}

variable "addon_identity" {
  description = "How add-ons come by permissions: `podIdentity` and `irsa` give each a role of its own, `node` leaves them those of the nodes. Null: Pod Identity where eks-pod-identity-agent is among the add-ons, else IRSA where the cluster has its OIDC provider, else the nodes. A change keeps the roles: from Pod Identity to IRSA it changes the add-ons in place; for the way back see the docs."
  type        = string
  default     = null
}

variable "identities" {
  description = "Roles of service accounts by a name of your own."
  type        = map(object({ namespace = string, service_account = string, method = optional(string, "podIdentity"), permissions = optional(object({ load_balancer_controller = optional(object({ vpc_id = optional(string), certificates = optional(object({})), accelerators = optional(object({})) })), gateway_api_controller = optional(object({})), external_dns = optional(object({ hosted_zones = list(string) })), cert_manager = optional(object({ hosted_zones = list(string) })), cluster_autoscaler = optional(object({})), ebs_csi = optional(object({ volumes = optional(string, "driver"), kms_key_arns = optional(list(string), []) })), efs_csi = optional(object({ file_system_arns = list(string) })), logs = optional(object({ groups = list(string), create_groups = optional(object({})) })), cloud_watch_agent = optional(object({})), xray = optional(object({})), prometheus = optional(object({ workspace_arns = list(string) })), secrets = optional(object({ secret_arns = list(string), kms_key_arns = optional(list(string), []) })), parameters = optional(object({ parameter_arns = list(string), kms_key_arns = optional(list(string), []) })), s3 = optional(map(object({ bucket_arn = string, prefix = optional(string, ""), access = string, kms_key_arns = optional(list(string), []) })), {}) }), {}), statements = optional(map(object({ effect = optional(string, "Allow"), actions = optional(list(string)), action_patterns = optional(list(string)), resources = optional(list(string)), any_resource = optional(object({ because = string })), conditions = optional(map(map(list(string)))) })), {}), managed_policy_arns = optional(map(string), {}), assumes = optional(map(object({ role_arn = string, external_id = optional(string) })), {}), role_name = optional(string), description = optional(string), max_session_hours = optional(number, 1) }))
  default     = {}
  nullable    = false
}

variable "organization_id" {
  description = "Organization to which the cluster's account must belong while Pod Identity hands out the roles."
  type        = string
  default     = null
}

variable "role_path" {
  description = "Path of the roles that are made here, such as `/platform/`. To change it replaces them."
  type        = string
  default     = "/"
  nullable    = false
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the roles that are made here."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of everything that is made here, instances and volumes included."
  type        = map(string)
  default     = {}
  nullable    = false
}
