variable "name" {
  description = "Name of the network: the `Name` tag of the VPC and the start of every other name."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.name) >= 1 && length(var.name) <= 100
    error_message = "name: expected text of 1 to 100 characters, got ${jsonencode(var.name)} [network-name-length]"
  }

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", var.name))
    error_message = "name: expected letters, digits, _ and -, with a letter or digit first, got ${jsonencode(var.name)} [network-name]"
  }
}

variable "cidr" {
  description = "IPv4 block of the VPC, for example `10.0.0.0/16`. Cannot be changed later without replacing the VPC."
  type        = string
  nullable    = false

  validation {
    condition = try(
      cidrsubnet(var.cidr, 0, 0) == var.cidr
      && length(split(":", var.cidr)) == 1
      && tonumber(split("/", var.cidr)[1]) >= 16
      && tonumber(split("/", var.cidr)[1]) <= 28,
      false
    )
    error_message = "cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got ${jsonencode(var.cidr)} [vpc-cidr-prefix]"
  }
}

variable "zones" {
  description = "Availability zones that subnets are made in, for example `us-east-1a`. A zone's subnets are numbered by its letter, so zones can be added and removed in any order and no other subnet moves."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.zones) >= 2 && length(var.zones) <= 8
    error_message = "zones: expected 2 to 8 elements, got ${try(length(var.zones), "another value")}; a cluster needs subnets in two zones [zones-count]"
  }

  validation {
    condition     = length(distinct(var.zones)) == length(var.zones)
    error_message = "zones: expected a list without repeated elements, got ${jsonencode(var.zones)} [zones-distinct]"
  }

  validation {
    condition     = length(distinct([for zone in var.zones : replace(zone, "/[a-z]$/", "")])) <= 1
    error_message = "zones: expected zones of one region, got ${jsonencode(var.zones)} [zones-region]"
  }

  validation {
    condition = alltrue([for item in var.zones : can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$", item))])
    error_message = join("", [
      "zones[*]: expected the name of an availability zone such as us-east-1a, got ",
      try(
        [
          for at in [index(
            [for item in var.zones : can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$", item))],
            false
          )] : "${at} = ${jsonencode(var.zones[at])}"
        ][0],
        "another value"
      ),
      " [zone-name]",
    ])
  }
}

variable "zone_slots" {
  description = "How many zones the computed layout leaves room for: 4 (letters a to d) or 8 (letters a to h). Fewer slots make larger subnets. Changing it replaces every subnet with a computed block."
  type        = number
  default     = 4
  nullable    = false

  validation {
    condition     = contains([4, 8], var.zone_slots)
    error_message = "zone_slots: expected one of 4, 8, got ${jsonencode(var.zone_slots)} [zone-slots]"
  }
}

variable "secondary_cidrs" {
  description = "Further IPv4 blocks of the VPC by a name of your own, for explicit subnets. The block of `pod_subnets` is added by itself."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([
      for item in var.secondary_cidrs : try(
        cidrsubnet(item, 0, 0) == item
        && length(split(":", item)) == 1
        && tonumber(split("/", item)[1]) >= 16
        && tonumber(split("/", item)[1]) <= 28,
        false
      )
    ])
    error_message = join("", [
      "secondary_cidrs[*]: expected an IPv4 CIDR block with a prefix from /16 to /28, got ",
      try(
        [
          for at in [index(
            [
              for item in var.secondary_cidrs : try(
                cidrsubnet(item, 0, 0) == item
                && length(split(":", item)) == 1
                && tonumber(split("/", item)[1]) >= 16
                && tonumber(split("/", item)[1]) <= 28,
                false
              )
            ],
            false
          )] : "${keys(var.secondary_cidrs)[at]} = ${jsonencode(values(var.secondary_cidrs)[at])}"
        ][0],
        "another value"
      ),
      " [secondary-cidr]",
    ])
  }
}

variable "public_subnets" {
  description = "Subnets with a route to the internet gateway, for load balancers and zonal NAT gateways. Null leaves out the tier and the internet gateway."
  type = object({
    # CIDR blocks by zone, inside the VPC's block or one of `secondary_cidrs`. All zones or none:
    # when empty, the blocks are computed.
    cidrs = optional(map(string), {})
    # Gives instances in these subnets a public address at launch. Nodes in public subnets need it.
    map_public_ip = optional(bool, false)
    # Tags of this tier's subnets. They win over the network's own tags.
    tags = optional(map(string), {})
  })
  default = {}

  validation {
    condition = (
      var.public_subnets == null
      ? true
      : alltrue([
        for item in var.public_subnets.cidrs : try(
          cidrsubnet(item, 0, 0) == item
          && length(split(":", item)) == 1
          && tonumber(split("/", item)[1]) >= 16
          && tonumber(split("/", item)[1]) <= 28,
          false
        )
      ])
    )
    error_message = join("", [
      "public_subnets.cidrs[*]: expected an IPv4 CIDR block with a prefix from /16 to /28, got ",
      try(
        [
          for at in [index(
            [
              for item in var.public_subnets.cidrs : try(
                cidrsubnet(item, 0, 0) == item
                && length(split(":", item)) == 1
                && tonumber(split("/", item)[1]) >= 16
                && tonumber(split("/", item)[1]) <= 28,
                false
              )
            ],
            false
          )] : "${keys(var.public_subnets.cidrs)[at]} = ${jsonencode(values(var.public_subnets.cidrs)[at])}"
        ][0],
        "another value"
      ),
      " [public-subnet-cidr]",
    ])
  }
}

variable "private_subnets" {
  description = "Subnets for nodes, with a route table a zone. Computed blocks share the first half of the VPC. Null leaves out the tier."
  type = object({
    # CIDR blocks by zone, inside the VPC's block or one of `secondary_cidrs`. All zones or none:
    # when empty, the blocks are computed.
    cidrs = optional(map(string), {})
    # Tags of this tier's subnets. They win over the network's own tags.
    tags = optional(map(string), {})
  })
  default = {}

  validation {
    condition = (
      var.private_subnets == null
      ? true
      : alltrue([
        for item in var.private_subnets.cidrs : try(
          cidrsubnet(item, 0, 0) == item
          && length(split(":", item)) == 1
          && tonumber(split("/", item)[1]) >= 16
          && tonumber(split("/", item)[1]) <= 28,
          false
        )
      ])
    )
    error_message = join("", [
      "private_subnets.cidrs[*]: expected an IPv4 CIDR block with a prefix from /16 to /28, got ",
      try(
        [
          for at in [index(
            [
              for item in var.private_subnets.cidrs : try(
                cidrsubnet(item, 0, 0) == item
                && length(split(":", item)) == 1
                && tonumber(split("/", item)[1]) >= 16
                && tonumber(split("/", item)[1]) <= 28,
                false
              )
            ],
            false
          )] : "${keys(var.private_subnets.cidrs)[at]} = ${jsonencode(values(var.private_subnets.cidrs)[at])}"
        ][0],
        "another value"
      ),
      " [private-subnet-cidr]",
    ])
  }
}

variable "intra_subnets" {
  description = "Small subnets without a way out, for the network interfaces of the control plane. Computed blocks are the last /28s of the VPC. Null leaves out the tier."
  type = object({
    # CIDR blocks by zone, inside the VPC's block or one of `secondary_cidrs`. All zones or none:
    # when empty, the blocks are computed.
    cidrs = optional(map(string), {})
    # Tags of this tier's subnets. They win over the network's own tags.
    tags = optional(map(string), {})
  })
  default = {}

  validation {
    condition = (
      var.intra_subnets == null
      ? true
      : alltrue([
        for item in var.intra_subnets.cidrs : try(
          cidrsubnet(item, 0, 0) == item
          && length(split(":", item)) == 1
          && tonumber(split("/", item)[1]) >= 16
          && tonumber(split("/", item)[1]) <= 28,
          false
        )
      ])
    )
    error_message = join("", [
      "intra_subnets.cidrs[*]: expected an IPv4 CIDR block with a prefix from /16 to /28, got ",
      try(
        [
          for at in [index(
            [
              for item in var.intra_subnets.cidrs : try(
                cidrsubnet(item, 0, 0) == item
                && length(split(":", item)) == 1
                && tonumber(split("/", item)[1]) >= 16
                && tonumber(split("/", item)[1]) <= 28,
                false
              )
            ],
            false
          )] : "${keys(var.intra_subnets.cidrs)[at]} = ${jsonencode(values(var.intra_subnets.cidrs)[at])}"
        ][0],
        "another value"
      ),
      " [intra-subnet-cidr]",
    ])
  }
}

variable "pod_subnets" {
  description = "Subnets for pods on a block of their own, for custom networking and subnet discovery of the VPC CNI. They use the private route tables."
  type = object({
    # A secondary block of the VPC for pods, usually from `100.64.0.0/10`.
    cidr = string
    # CIDR blocks by zone, inside this tier's own block. All zones or none: when empty, the blocks
    # are computed.
    cidrs = optional(map(string), {})
    # Tags of this tier's subnets. They win over the network's own tags.
    tags = optional(map(string), {})
  })
  default = null

  validation {
    condition = (
      var.pod_subnets == null
      ? true
      : try(
        cidrsubnet(var.pod_subnets.cidr, 0, 0) == var.pod_subnets.cidr
        && length(split(":", var.pod_subnets.cidr)) == 1
        && tonumber(split("/", var.pod_subnets.cidr)[1]) >= 16
        && tonumber(split("/", var.pod_subnets.cidr)[1]) <= 28,
        false
      )
    )
    error_message = "pod_subnets.cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got ${try(jsonencode(var.pod_subnets.cidr), "another value")} [pod-cidr]"
  }

  validation {
    condition = (
      var.pod_subnets == null
      ? true
      : alltrue([
        for item in var.pod_subnets.cidrs : try(
          cidrsubnet(item, 0, 0) == item
          && length(split(":", item)) == 1
          && tonumber(split("/", item)[1]) >= 16
          && tonumber(split("/", item)[1]) <= 28,
          false
        )
      ])
    )
    error_message = join("", [
      "pod_subnets.cidrs[*]: expected an IPv4 CIDR block with a prefix from /16 to /28, got ",
      try(
        [
          for at in [index(
            [
              for item in var.pod_subnets.cidrs : try(
                cidrsubnet(item, 0, 0) == item
                && length(split(":", item)) == 1
                && tonumber(split("/", item)[1]) >= 16
                && tonumber(split("/", item)[1]) <= 28,
                false
              )
            ],
            false
          )] : "${keys(var.pod_subnets.cidrs)[at]} = ${jsonencode(values(var.pod_subnets.cidrs)[at])}"
        ][0],
        "another value"
      ),
      " [pod-subnet-cidr]",
    ])
  }
}

variable "database_subnets" {
  description = "Subnets for databases, without a route to the internet."
  type = object({
    # CIDR blocks by zone, inside the VPC's block or one of `secondary_cidrs`. All zones or none:
    # when empty, the blocks are computed.
    cidrs = optional(map(string), {})
    # Tags of this tier's subnets. They win over the network's own tags.
    tags = optional(map(string), {})
  })
  default = null

  validation {
    condition = (
      var.database_subnets == null
      ? true
      : alltrue([
        for item in var.database_subnets.cidrs : try(
          cidrsubnet(item, 0, 0) == item
          && length(split(":", item)) == 1
          && tonumber(split("/", item)[1]) >= 16
          && tonumber(split("/", item)[1]) <= 28,
          false
        )
      ])
    )
    error_message = join("", [
      "database_subnets.cidrs[*]: expected an IPv4 CIDR block with a prefix from /16 to /28, got ",
      try(
        [
          for at in [index(
            [
              for item in var.database_subnets.cidrs : try(
                cidrsubnet(item, 0, 0) == item
                && length(split(":", item)) == 1
                && tonumber(split("/", item)[1]) >= 16
                && tonumber(split("/", item)[1]) <= 28,
                false
              )
            ],
            false
          )] : "${keys(var.database_subnets.cidrs)[at]} = ${jsonencode(values(var.database_subnets.cidrs)[at])}"
        ][0],
        "another value"
      ),
      " [database-subnet-cidr]",
    ])
  }
}

variable "nat" {
  description = "How private subnets reach the internet: `none`; `single`, one NAT gateway for all zones, which fails with its zone; `perZone`, one in each zone. Each zonal NAT gateway is paid by the hour."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["none", "single", "perZone"], var.nat)
    error_message = "nat: expected one of none, single, perZone, got ${jsonencode(var.nat)} [choice]"
  }
}

variable "nat_zone" {
  description = "Zone of the single NAT gateway. Default: the first zone by name; name one where an earlier zone may join later, because the gateway would move there."
  type        = string
  default     = null
}

variable "nat_elastic_ips" {
  description = "Allocation ids of elastic IPs that exist already, by zone of the NAT gateway. Zones without one get a new address."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for item in var.nat_elastic_ips : can(regex("^eipalloc-[0-9a-f]+$", item))])
    error_message = join("", [
      "nat_elastic_ips[*]: expected the allocation id of an elastic IP, got ",
      try(
        [
          for at in [index(
            [for item in var.nat_elastic_ips : can(regex("^eipalloc-[0-9a-f]+$", item))],
            false
          )] : "${keys(var.nat_elastic_ips)[at]} = ${jsonencode(values(var.nat_elastic_ips)[at])}"
        ][0],
        "another value"
      ),
      " [nat-elastic-ip-id]",
    ])
  }
}

variable "gateway_endpoints" {
  description = "Services reached through a gateway endpoint, which costs nothing, from every route table: `s3` (image layers of ECR are there), `dynamodb`."
  type        = list(string)
  default     = ["s3"]
  nullable    = false

  validation {
    condition     = length(distinct(var.gateway_endpoints)) == length(var.gateway_endpoints)
    error_message = "gateway_endpoints: expected a list without repeated elements, got ${jsonencode(var.gateway_endpoints)} [gateway-endpoints-distinct]"
  }

  validation {
    condition = alltrue([for item in var.gateway_endpoints : contains(["s3", "dynamodb"], item)])
    error_message = join("", [
      "gateway_endpoints[*]: expected one of s3, dynamodb, got ",
      try(
        [
          for at in [index(
            [for item in var.gateway_endpoints : contains(["s3", "dynamodb"], item)],
            false
          )] : "${at} = ${jsonencode(var.gateway_endpoints[at])}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }
}

variable "interface_endpoints" {
  description = "Interface endpoints by the short name of the service, for example `ecr.api`. They stand in the private subnets, or in the intra subnets where there are no private ones, and are paid by zone and hour."
  type = map(object({
    # Full name, where it does not follow from the key: a partner's or an own service.
    service_name = optional(string)
    # Region of the service, where it is another than the network's.
    service_region = optional(string)
    # Zones of the endpoint's network interfaces, where the service is not offered in all. Default:
    # all zones.
    zones = optional(list(string))
    # Endpoint policy as JSON. Default: everything that the caller may do.
    policy = optional(string)
    # Answers the service's own name with the endpoint's addresses inside the VPC.
    private_dns = optional(bool, true)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for name in keys(var.interface_endpoints) : can(regex("^[a-z0-9][a-z0-9.-]*$", name))
    ])
    error_message = join("", [
      "interface_endpoints: expected a map in which each key is a service name such as ecr.api, got ",
      try(
        jsonencode([
          for name in keys(var.interface_endpoints) : name
          if !can(regex("^[a-z0-9][a-z0-9.-]*$", name))
        ]),
        "another value"
      ),
      " [endpoint-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.interface_endpoints : item.zones == null ? true : length(item.zones) >= 1 && length(item.zones) <= 8
    ])
    error_message = join("", [
      "interface_endpoints[*].zones: expected 1 to 8 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.interface_endpoints : item.zones == null ? true : length(item.zones) >= 1 && length(item.zones) <= 8
            ],
            false
          )] : "${keys(var.interface_endpoints)[at]} = ${length(values(var.interface_endpoints)[at].zones)}"
        ][0],
        "another value"
      ),
      " [endpoint-zones]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.interface_endpoints : item.policy == null ? true : can(keys(jsondecode(item.policy)))
    ])
    error_message = join("", [
      "interface_endpoints[*].policy: expected text with a JSON object, got ",
      try(
        [
          for at in [index(
            [
              for item in var.interface_endpoints : item.policy == null ? true : can(keys(jsondecode(
                item.policy
              )))
            ],
            false
          )] : "${keys(var.interface_endpoints)[at]} = ${jsonencode(values(var.interface_endpoints)[at].policy)}"
        ][0],
        "another value"
      ),
      " [endpoint-policy]",
    ])
  }
}

variable "flow_logs" {
  description = "Log of the connections in the VPC, to a CloudWatch log group with a role of its own or to a bucket. Null leaves it out."
  type = object({
    cloud_watch = optional(object({
      # Days that events are kept; 0 keeps them for ever.
      retention_days = optional(number, 365)
      # KMS key that encrypts the log group. Its policy must let CloudWatch Logs use it. Null: a key
      # of AWS.
      kms_key_arn = optional(string)
      # Name of the log group, where it must be this one: an adopted log group keeps its name and so
      # is not replaced.
      log_group_name = optional(string)
      # Name of the role, where it must be this one: an adopted role keeps its name and so is not
      # replaced.
      role_name = optional(string)
    }))
    s3 = optional(object({
      # ARN of the bucket, with a prefix if wanted. The bucket's policy must let
      # `delivery.logs.amazonaws.com` write.
      bucket_arn = string
      # Parquet costs more to deliver and less to query. One of `plain-text`, `parquet`.
      file_format = optional(string, "plain-text")
      # Names folders as Hive and Athena read them: `year=2026/month=11`.
      hive_partitions = optional(bool, false)
      # A folder an hour in place of one a day.
      hourly_partitions = optional(bool, false)
    }))
    # Which connections are logged. One of `ALL`, `ACCEPT`, `REJECT`.
    traffic_type = optional(string, "ALL")
    # Seconds over which packets are gathered into one record. Nitro instances take 60 at most,
    # whatever is set.
    aggregation_seconds = optional(number, 600)
  })
  default = { cloud_watch = {} }

  validation {
    condition = (
      var.flow_logs == null
      ? true
      : length([
        for given in [var.flow_logs.cloud_watch != null, var.flow_logs.s3 != null] : given
        if given
      ]) == 1
    )
    error_message = join("", [
      "flow_logs: expected one destination, CloudWatch or S3, got ",
      try(
        jsonencode([
          for name, given in {
            cloud_watch = var.flow_logs.cloud_watch != null
            s3          = var.flow_logs.s3 != null
          } : name
          if given
        ]),
        "another value"
      ),
      " [flow-logs-destination]",
    ])
  }

  validation {
    condition = (
      var.flow_logs == null
      ? true
      : var.flow_logs.cloud_watch == null
      ? true
      : contains(
        [
          0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
          3288, 3653,
        ],
        var.flow_logs.cloud_watch.retention_days
      )
    )
    error_message = "flow_logs.cloud_watch.retention_days: expected one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got ${try(jsonencode(var.flow_logs.cloud_watch.retention_days), "another value")} [flow-logs-retention]"
  }

  validation {
    condition = (
      var.flow_logs == null
      ? true
      : var.flow_logs.cloud_watch == null
      ? true
      : var.flow_logs.cloud_watch.log_group_name == null
      ? true
      : length(var.flow_logs.cloud_watch.log_group_name) >= 1
      && length(var.flow_logs.cloud_watch.log_group_name) <= 512
    )
    error_message = "flow_logs.cloud_watch.log_group_name: expected text of 1 to 512 characters, got ${try(jsonencode(var.flow_logs.cloud_watch.log_group_name), "another value")} [flow-logs-group-name-length]"
  }

  validation {
    condition = (
      var.flow_logs == null
      ? true
      : var.flow_logs.cloud_watch == null
      ? true
      : var.flow_logs.cloud_watch.log_group_name == null
      ? true
      : can(regex("^[A-Za-z0-9._/#-][A-Za-z0-9._/#-]*$", var.flow_logs.cloud_watch.log_group_name))
    )
    error_message = "flow_logs.cloud_watch.log_group_name: expected a name that AWS takes for a log group, got ${try(jsonencode(var.flow_logs.cloud_watch.log_group_name), "another value")} [flow-logs-group-name]"
  }

  validation {
    condition = (
      var.flow_logs == null
      ? true
      : var.flow_logs.cloud_watch == null
      ? true
      : var.flow_logs.cloud_watch.role_name == null
      ? true
      : length(var.flow_logs.cloud_watch.role_name) >= 1 && length(var.flow_logs.cloud_watch.role_name) <= 64
    )
    error_message = "flow_logs.cloud_watch.role_name: expected text of 1 to 64 characters, got ${try(jsonencode(var.flow_logs.cloud_watch.role_name), "another value")} [flow-logs-role-name-length]"
  }

  validation {
    condition = (
      var.flow_logs == null
      ? true
      : var.flow_logs.cloud_watch == null
      ? true
      : var.flow_logs.cloud_watch.role_name == null
      ? true
      : can(regex("^[A-Za-z0-9_+=,.@-][A-Za-z0-9_+=,.@-]*$", var.flow_logs.cloud_watch.role_name))
    )
    error_message = "flow_logs.cloud_watch.role_name: expected a name that AWS takes for a role, got ${try(jsonencode(var.flow_logs.cloud_watch.role_name), "another value")} [flow-logs-role-name]"
  }

  validation {
    condition = (
      var.flow_logs == null
      ? true
      : var.flow_logs.s3 == null
      ? true
      : can(regex("^arn:aws[a-z-]*:s3:::.+$", var.flow_logs.s3.bucket_arn))
    )
    error_message = "flow_logs.s3.bucket_arn: expected the ARN of a bucket, got ${try(jsonencode(var.flow_logs.s3.bucket_arn), "another value")} [flow-logs-bucket]"
  }

  validation {
    condition = (
      var.flow_logs == null
      ? true
      : var.flow_logs.s3 == null
      ? true
      : contains(["plain-text", "parquet"], var.flow_logs.s3.file_format)
    )
    error_message = "flow_logs.s3.file_format: expected one of plain-text, parquet, got ${try(jsonencode(var.flow_logs.s3.file_format), "another value")} [choice]"
  }

  validation {
    condition = (
      var.flow_logs == null
      ? true
      : contains(["ALL", "ACCEPT", "REJECT"], var.flow_logs.traffic_type)
    )
    error_message = "flow_logs.traffic_type: expected one of ALL, ACCEPT, REJECT, got ${try(jsonencode(var.flow_logs.traffic_type), "another value")} [choice]"
  }

  validation {
    condition     = var.flow_logs == null ? true : contains([60, 600], var.flow_logs.aggregation_seconds)
    error_message = "flow_logs.aggregation_seconds: expected one of 60, 600, got ${try(jsonencode(var.flow_logs.aggregation_seconds), "another value")} [flow-logs-aggregation]"
  }
}

variable "dns_support" {
  description = "Answers DNS queries inside the VPC. Nodes need it to join a cluster."
  type        = bool
  default     = true
  nullable    = false
}

variable "dns_hostnames" {
  description = "Gives instances DNS names. Nodes need it to join a cluster."
  type        = bool
  default     = true
  nullable    = false
}

variable "discovery_tag" {
  description = "Value of the tag `karpenter.sh/discovery` on the private subnets, usually the cluster's name. Null leaves out the tag."
  type        = string
  default     = null
}

variable "cluster_names" {
  description = "Clusters that get the tag `kubernetes.io/cluster/<name> = shared` on the public and private subnets. Needed only where several clusters share the network: the load balancer controller then passes over subnets tagged for others alone."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(distinct(var.cluster_names)) == length(var.cluster_names)
    error_message = "cluster_names: expected a list without repeated elements, got ${jsonencode(var.cluster_names)} [cluster-names-distinct]"
  }
}

variable "role_path" {
  description = "Path of the roles that are made here, such as `/platform/`. To change it replaces them."
  type        = string
  default     = "/"
  nullable    = false

  validation {
    condition     = can(regex("^/([!-~]{1,510}/)?$", var.role_path))
    error_message = "role_path: expected a path that begins and ends with a slash, got ${jsonencode(var.role_path)} [role-path]"
  }
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds the permissions of the roles that are made here."
  type        = string
  default     = null

  validation {
    condition = (
      var.permissions_boundary == null
      ? true
      : can(regex(
        "^arn:aws[a-z-]*:iam::(aws|[0-9]{12}):policy/[A-Za-z0-9_+=,.@/-]+$",
        var.permissions_boundary
      ))
    )
    error_message = "permissions_boundary: expected the ARN of an IAM policy, got ${jsonencode(var.permissions_boundary)} [permissions-boundary]"
  }
}

variable "tags" {
  description = "Tags of everything that can have tags."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(var.tags) <= 50
    error_message = "tags: expected at most 50 elements, got ${try(length(var.tags), "another value")} [tag-count]"
  }

  validation {
    condition = alltrue([for name in keys(var.tags) : length(name) >= 1 && length(name) <= 128])
    error_message = join("", [
      "tags: expected a map in which each key is text of 1 to 128 characters, got ",
      try(
        jsonencode([for name in keys(var.tags) : name if !(length(name) >= 1 && length(name) <= 128)]),
        "another value"
      ),
      " [tag-key]",
    ])
  }

  validation {
    condition = alltrue([for name in keys(var.tags) : !startswith(name, "aws:")])
    error_message = join("", [
      "tags: expected a map in which each key is text that does not begin with aws:, got ",
      try(jsonencode([for name in keys(var.tags) : name if startswith(name, "aws:")]), "another value"),
      "; AWS keeps those for itself [tag-key-reserved]",
    ])
  }

  validation {
    condition = alltrue([for item in var.tags : length(item) <= 256])
    error_message = join("", [
      "tags[*]: expected text of at most 256 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.tags : length(item) <= 256],
            false
          )] : "${keys(var.tags)[at]} = ${jsonencode(values(var.tags)[at])}"
        ][0],
        "another value"
      ),
      " [tag-value]",
    ])
  }
}
