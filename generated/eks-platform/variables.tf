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
  description = "A VPC for the cluster, by the inputs of `modules/network`. `without` names what is there by default and is not wanted, such as `intra_subnets`: null would take the default here."
  type = object({
    # IPv4 block of the VPC, for example `10.0.0.0/16`. Cannot be changed later without replacing the
    # VPC.
    cidr = string
    # Availability zones that subnets are made in, for example `us-east-1a`. A zone's subnets are
    # numbered by its letter, so zones can be added and removed in any order and no other subnet
    # moves.
    zones = list(string)
    # How many zones the computed layout leaves room for: 4 (letters a to d) or 8 (letters a to h).
    # Fewer slots make larger subnets. Changing it replaces every subnet with a computed block.
    zone_slots = optional(number, 4)
    # Further IPv4 blocks of the VPC by a name of your own, for explicit subnets. The block of
    # `pod_subnets` is added by itself.
    secondary_cidrs = optional(map(string), {})
    # Subnets with a route to the internet gateway, for load balancers and zonal NAT gateways. Null
    # leaves out the tier and the internet gateway.
    public_subnets = optional(object({
      # CIDR blocks by zone, inside the VPC's block or one of `secondary_cidrs`. All zones or none:
      # when empty, the blocks are computed.
      cidrs = optional(map(string), {})
      # Gives instances in these subnets a public address at launch. Nodes in public subnets need it.
      map_public_ip = optional(bool, false)
      # Tags of this tier's subnets. They win over the network's own tags.
      tags = optional(map(string), {})
    }), {})
    # Subnets for nodes, with a route table a zone. Computed blocks share the first half of the VPC.
    # Null leaves out the tier.
    private_subnets = optional(object({
      # CIDR blocks by zone, inside the VPC's block or one of `secondary_cidrs`. All zones or none:
      # when empty, the blocks are computed.
      cidrs = optional(map(string), {})
      # Tags of this tier's subnets. They win over the network's own tags.
      tags = optional(map(string), {})
    }), {})
    # Small subnets without a way out, for the network interfaces of the control plane. Computed
    # blocks are the last /28s of the VPC. Null leaves out the tier.
    intra_subnets = optional(object({
      # CIDR blocks by zone, inside the VPC's block or one of `secondary_cidrs`. All zones or none:
      # when empty, the blocks are computed.
      cidrs = optional(map(string), {})
      # Tags of this tier's subnets. They win over the network's own tags.
      tags = optional(map(string), {})
    }), {})
    # Subnets for pods on a block of their own, for custom networking and subnet discovery of the VPC
    # CNI. They use the private route tables.
    pod_subnets = optional(object({
      # A secondary block of the VPC for pods, usually from `100.64.0.0/10`.
      cidr = string
      # CIDR blocks by zone, inside this tier's own block. All zones or none: when empty, the blocks
      # are computed.
      cidrs = optional(map(string), {})
      # Tags of this tier's subnets. They win over the network's own tags.
      tags = optional(map(string), {})
    }))
    # Subnets for databases, without a route to the internet.
    database_subnets = optional(object({
      # CIDR blocks by zone, inside the VPC's block or one of `secondary_cidrs`. All zones or none:
      # when empty, the blocks are computed.
      cidrs = optional(map(string), {})
      # Tags of this tier's subnets. They win over the network's own tags.
      tags = optional(map(string), {})
    }))
    # How private subnets reach the internet: `none`; `single`, one NAT gateway for all zones, which
    # fails with its zone; `per_zone`, one in each zone. Each zonal NAT gateway is paid by the hour.
    nat = string
    # Zone of the single NAT gateway. Default: the first zone by name; name one where an earlier zone
    # may join later, because the gateway would move there.
    nat_zone = optional(string)
    # Allocation ids of elastic IPs that exist already, by zone of the NAT gateway. Zones without one
    # get a new address.
    nat_elastic_ips = optional(map(string), {})
    # Services reached through a gateway endpoint, which costs nothing, from every route table: `s3`
    # (image layers of ECR are there), `dynamodb`.
    gateway_endpoints = optional(list(string), ["s3"])
    # Interface endpoints by the short name of the service, for example `ecr.api`. They stand in the
    # private subnets, or in the intra subnets where there are no private ones, and are paid by zone
    # and hour.
    interface_endpoints = optional(map(object({
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
    })), {})
    # Log of the connections in the VPC, to a CloudWatch log group with a role of its own or to a
    # bucket. Null leaves it out.
    flow_logs = optional(object({
      cloud_watch = optional(object({
        # Days that events are kept; 0 keeps them for ever.
        retention_days = optional(number, 365)
        # KMS key that encrypts the log group. Its policy must let CloudWatch Logs use it. Null: a
        # key of AWS.
        kms_key_arn = optional(string)
        # Name of the log group, where it must be this one: an adopted log group keeps its name and
        # so is not replaced.
        log_group_name = optional(string)
        # Name of the role, where it must be this one: an adopted role keeps its name and so is not
        # replaced.
        role_name = optional(string)
      }))
      s3 = optional(object({
        # ARN of the bucket, with a prefix if wanted. The bucket's policy must let
        # `delivery.logs.amazonaws.com` write.
        bucket_arn = string
        # Parquet costs more to deliver and less to query.
        file_format = optional(string, "plain-text")
        # Names folders as Hive and Athena read them: `year=2026/month=11`.
        hive_partitions = optional(bool, false)
        # A folder an hour in place of one a day.
        hourly_partitions = optional(bool, false)
      }))
      # Which connections are logged.
      traffic_type = optional(string, "ALL")
      # Seconds over which packets are gathered into one record. Nitro instances take 60 at most,
      # whatever is set.
      aggregation_seconds = optional(number, 600)
    }), { cloud_watch = {} })
    # Answers DNS queries inside the VPC. Nodes need it to join a cluster.
    dns_support = optional(bool, true)
    # Gives instances DNS names. Nodes need it to join a cluster.
    dns_hostnames = optional(bool, true)
    # Value of the tag `karpenter.sh/discovery` on the private subnets, usually the cluster's name.
    # Null leaves out the tag.
    discovery_tag = optional(string)
    # Clusters that get the tag `kubernetes.io/cluster/<name> = shared` on the public and private
    # subnets. Needed only where several clusters share the network: the load balancer controller
    # then passes over subnets tagged for others alone.
    cluster_names = optional(list(string), [])
    # What is there by default and is not wanted. Any of `public_subnets`, `private_subnets`,
    # `intra_subnets`, `flow_logs`.
    without = optional(list(string), [])
  })
  default = null

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
    error_message = join("", [
      "network.without[*]: expected one of public_subnets, private_subnets, intra_subnets, flow_logs, got ",
      try(
        [
          for at in [index(
            [
              for item in var.network.without : contains(
                ["public_subnets", "private_subnets", "intra_subnets", "flow_logs"],
                item
              )
            ],
            false
          )] : "${at} = ${jsonencode(var.network.without[at])}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }
}

variable "existing_network" {
  description = "A VPC that exists already, in place of `network`. Its routes are taken to be there."
  type = object({
    # Id of the VPC.
    vpc_id = string
    # Primary IPv4 block of the VPC.
    cidr = string
    # Ids of the private subnets by zone: where nodes stand.
    private_subnet_ids = map(string)
    # Ids of the public subnets by zone.
    public_subnet_ids = optional(map(string), {})
    # Ids of the intra subnets by zone.
    intra_subnet_ids = optional(map(string), {})
    # Ids of the pod subnets by zone.
    pod_subnet_ids = optional(map(string), {})
    # Ids of the database subnets by zone.
    database_subnet_ids = optional(map(string), {})
    # Addresses from which the private subnets reach the internet.
    nat_public_ips = optional(list(string), [])
  })
  default = null

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
    error_message = join("", [
      "existing_network.private_subnet_ids: expected a map in which each key is the name of an availability zone such as us-east-1a, got ",
      try(
        jsonencode([
          for name in keys(var.existing_network.private_subnet_ids) : name
          if !can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$", name))
        ]),
        "another value"
      ),
      " [existing-private-zone]",
    ])
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
    error_message = join("", [
      "existing_network.private_subnet_ids[*]: expected a subnet id, got ",
      try(
        [
          for at in [index(
            [for item in var.existing_network.private_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))],
            false
          )] : "${keys(var.existing_network.private_subnet_ids)[at]} = ${jsonencode(values(var.existing_network.private_subnet_ids)[at])}"
        ][0],
        "another value"
      ),
      " [existing-private-subnet-id]",
    ])
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
    error_message = join("", [
      "existing_network.public_subnet_ids: expected a map in which each key is the name of an availability zone such as us-east-1a, got ",
      try(
        jsonencode([
          for name in keys(var.existing_network.public_subnet_ids) : name
          if !can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$", name))
        ]),
        "another value"
      ),
      " [existing-public-zone]",
    ])
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([for item in var.existing_network.public_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))])
    )
    error_message = join("", [
      "existing_network.public_subnet_ids[*]: expected a subnet id, got ",
      try(
        [
          for at in [index(
            [for item in var.existing_network.public_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))],
            false
          )] : "${keys(var.existing_network.public_subnet_ids)[at]} = ${jsonencode(values(var.existing_network.public_subnet_ids)[at])}"
        ][0],
        "another value"
      ),
      " [existing-public-subnet-id]",
    ])
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
    error_message = join("", [
      "existing_network.intra_subnet_ids: expected a map in which each key is the name of an availability zone such as us-east-1a, got ",
      try(
        jsonencode([
          for name in keys(var.existing_network.intra_subnet_ids) : name
          if !can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$", name))
        ]),
        "another value"
      ),
      " [existing-intra-zone]",
    ])
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([for item in var.existing_network.intra_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))])
    )
    error_message = join("", [
      "existing_network.intra_subnet_ids[*]: expected a subnet id, got ",
      try(
        [
          for at in [index(
            [for item in var.existing_network.intra_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))],
            false
          )] : "${keys(var.existing_network.intra_subnet_ids)[at]} = ${jsonencode(values(var.existing_network.intra_subnet_ids)[at])}"
        ][0],
        "another value"
      ),
      " [existing-intra-subnet-id]",
    ])
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
    error_message = join("", [
      "existing_network.pod_subnet_ids: expected a map in which each key is the name of an availability zone such as us-east-1a, got ",
      try(
        jsonencode([
          for name in keys(var.existing_network.pod_subnet_ids) : name
          if !can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$", name))
        ]),
        "another value"
      ),
      " [existing-pod-zone]",
    ])
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([for item in var.existing_network.pod_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))])
    )
    error_message = join("", [
      "existing_network.pod_subnet_ids[*]: expected a subnet id, got ",
      try(
        [
          for at in [index(
            [for item in var.existing_network.pod_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))],
            false
          )] : "${keys(var.existing_network.pod_subnet_ids)[at]} = ${jsonencode(values(var.existing_network.pod_subnet_ids)[at])}"
        ][0],
        "another value"
      ),
      " [existing-pod-subnet-id]",
    ])
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
    error_message = join("", [
      "existing_network.database_subnet_ids: expected a map in which each key is the name of an availability zone such as us-east-1a, got ",
      try(
        jsonencode([
          for name in keys(var.existing_network.database_subnet_ids) : name
          if !can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$", name))
        ]),
        "another value"
      ),
      " [existing-database-zone]",
    ])
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([
        for item in var.existing_network.database_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))
      ])
    )
    error_message = join("", [
      "existing_network.database_subnet_ids[*]: expected a subnet id, got ",
      try(
        [
          for at in [index(
            [for item in var.existing_network.database_subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))],
            false
          )] : "${keys(var.existing_network.database_subnet_ids)[at]} = ${jsonencode(values(var.existing_network.database_subnet_ids)[at])}"
        ][0],
        "another value"
      ),
      " [existing-database-subnet-id]",
    ])
  }

  validation {
    condition = (
      var.existing_network == null
      ? true
      : alltrue([
        for item in var.existing_network.nat_public_ips : can(regex("^[0-9]{1,3}(\\.[0-9]{1,3}){3}$", item))
      ])
    )
    error_message = join("", [
      "existing_network.nat_public_ips[*]: expected an IPv4 address, got ",
      try(
        [
          for at in [index(
            [
              for item in var.existing_network.nat_public_ips : can(regex(
                "^[0-9]{1,3}(\\.[0-9]{1,3}){3}$",
                item
              ))
            ],
            false
          )] : "${at} = ${jsonencode(var.existing_network.nat_public_ips[at])}"
        ][0],
        "another value"
      ),
      " [existing-nat-ip]",
    ])
  }

  validation {
    condition = (var.network == null) != (var.existing_network == null)
    error_message = join("", [
      "existing_network: expected either network or existing_network, got ",
      try(
        jsonencode([
          for name, given in { network = var.network, existing_network = var.existing_network } : name
          if given != null
        ]),
        "another value"
      ),
      " [platform-network]",
    ])
  }
}

variable "cluster" {
  description = "The control plane, by the inputs of `modules/cluster`. It stands in the intra subnets, or in the private ones where there are none. `without` names what is there by default and is not wanted, such as `oidc_provider`: null would take the default here."
  type = object({
    # Name of the cluster. Null takes `name`.
    name = optional(string)
    # Kubernetes version of the control plane, such as `1.35`. It goes up one minor version at a
    # time.
    kubernetes_version = string
    # Where the API server can be reached: `private` from the VPC, `public` from the internet by the
    # listed blocks, or both. Private only unless said otherwise.
    endpoint = optional(object({
      # Reached from inside the VPC, without leaving it.
      private = optional(bool, true)
      public = optional(object({
        # Address blocks that may reach it. Without the private endpoint the nodes' own public
        # addresses must be among them.
        cidrs = list(string)
      }))
    }), {})
    # Existing security groups that the control plane gets besides.
    security_group_ids = optional(list(string), [])
    # Further rules of the security group that EKS makes, for example to let a bastion or a VPN reach
    # the private endpoint.
    cluster_security_group = optional(object({
      # Rules for incoming traffic, by a name of yours, which becomes the tag `Name`.
      ingress = optional(map(object({
        # What it is for. The console and whoever audits it read this.
        description = string
        # Protocol; `-1` is all of them.
        protocol = optional(string, "tcp")
        # Ports, both ends included. None with the protocol `-1`.
        ports = optional(object({
          # First port, or the ICMP type; -1 is every type.
          from = number
          # Last port, or the ICMP code; -1 is every code.
          to = number
        }))
        # IPv4 block on the other side.
        cidr_ipv4 = optional(string)
        # IPv6 block on the other side.
        cidr_ipv6 = optional(string)
        # Prefix list on the other side.
        prefix_list_id    = optional(string)
        security_group_id = optional(string)
        # The group itself is on the other side.
        self = optional(object({}))
      })), {})
      # Rules for outgoing traffic, by a name of yours, which becomes the tag `Name`.
      egress = optional(map(object({
        # What it is for. The console and whoever audits it read this.
        description = string
        # Protocol; `-1` is all of them.
        protocol = optional(string, "tcp")
        # Ports, both ends included. None with the protocol `-1`.
        ports = optional(object({
          # First port, or the ICMP type; -1 is every type.
          from = number
          # Last port, or the ICMP code; -1 is every code.
          to = number
        }))
        # IPv4 block on the other side.
        cidr_ipv4 = optional(string)
        # IPv6 block on the other side.
        cidr_ipv6 = optional(string)
        # Prefix list on the other side.
        prefix_list_id    = optional(string)
        security_group_id = optional(string)
        # The group itself is on the other side.
        self = optional(object({}))
      })), {})
    }), {})
    # Addresses of pods and services. With `ipv6` the subnets must have IPv6 blocks. It cannot
    # change: another one replaces the cluster.
    ip_family = optional(string, "ipv4")
    # Address block of Kubernetes services, apart from the VPC and all it reaches. It cannot change:
    # another one replaces the cluster. Null lets EKS take 10.100.0.0/16 or 172.20.0.0/16; with
    # `ipv6` EKS takes one of its own.
    service_cidr = optional(string)
    # Networks outside AWS whose machines join as hybrid nodes. They must overlap neither the VPC nor
    # the services.
    remote_networks = optional(object({
      # Address blocks of the hybrid nodes.
      node_cidrs = list(string)
      # Address blocks of the pods on them, for webhooks that run there. Without these the control
      # plane cannot call such pods.
      pod_cidrs = optional(list(string), [])
    }))
    # Control-plane logs that are sent to CloudWatch Logs. All of them unless said otherwise.
    log_types = optional(list(string), ["api", "audit", "authenticator", "controllerManager", "scheduler"])
    # Days that the log group keeps events; 0 keeps them for ever.
    log_retention_days = optional(number, 90)
    # KMS key that encrypts the log group; its policy must let CloudWatch Logs use it. Null leaves it
    # to AWS.
    log_kms_key_arn = optional(string)
    # KMS key that encrypts Kubernetes secrets: `create` makes one, `arn` names an existing one. A
    # cluster keeps its key for life.
    secrets_key = optional(object({
      create = optional(object({
        # Days between automatic rotations of the key.
        rotation_days = optional(number, 365)
        # Days between the key's deletion and its end, in which it can be brought back. Without the
        # key the cluster is lost.
        deletion_window_days = optional(number, 30)
        # ARNs of roles and users that administer the key and need not be allowed to by IAM. The
        # account administers it in any case.
        administrators = optional(list(string), [])
      }))
      # ARN of an existing symmetric key of the same region.
      arn = optional(string)
    }), { create = {} })
    # Who is let in: by access entries (`API`), by the `aws-auth` ConfigMap (`CONFIG_MAP`), or by
    # both. A cluster goes from `CONFIG_MAP` to `API_AND_CONFIG_MAP` to `API`, and never back.
    authentication_mode = optional(string, "API")
    # Who is let in, by a name of yours. With the mode `API` somebody needs
    # `AmazonEKSClusterAdminPolicy` in the whole cluster. EKS makes the entries of managed nodes and
    # Fargate itself.
    access_entries = optional(map(object({
      # ARN of the IAM role or user. To change it replaces the entry.
      principal_arn = string
      # `STANDARD` for people and programs; the others for nodes that EKS does not manage, whose
      # permissions EKS brings itself. To change it replaces the entry.
      type = optional(string, "STANDARD")
      # Name inside Kubernetes. Absent: one made of the ARN, which audit logs can be traced by.
      username = optional(string)
      # Groups inside Kubernetes, for role bindings of your own.
      kubernetes_groups = optional(list(string), [])
      # Access policies of EKS by name, such as `AmazonEKSViewPolicy`, each with the namespaces in
      # which it holds.
      policies = optional(map(object({
        # Namespaces in which it holds. Absent: in the whole cluster.
        namespaces = optional(list(string))
      })), {})
    })), {})
    # Whoever creates the cluster administers it, by an access entry that no file shows. Decided when
    # the cluster is made: to change it later does nothing.
    creator_admin = optional(bool, false)
    # Content of the `aws-auth` ConfigMap of an old cluster. The output `aws_auth_config_map` is the
    # whole manifest, for `kubectl apply`; it must name the nodes' roles too, because it replaces
    # what EKS has written there.
    aws_auth = optional(object({
      # IAM roles, by a name of yours.
      roles = optional(map(object({
        # ARN of the role without its path, which `aws-auth` does not understand.
        arn = string
        # Name inside Kubernetes; templates such as `{{SessionName}}` are filled in at sign-in.
        username = string
        # Groups inside Kubernetes. `system:masters` administers everything.
        groups = optional(list(string), [])
      })), {})
      # IAM users, by a name of yours.
      users = optional(map(object({
        # ARN of the user.
        arn = string
        # Name inside Kubernetes; templates such as `{{SessionName}}` are filled in at sign-in.
        username = string
        # Groups inside Kubernetes. `system:masters` administers everything.
        groups = optional(list(string), [])
      })), {})
      # Accounts of which every user and role is let in, without any group.
      accounts = optional(list(string), [])
    }))
    # An OIDC issuer of yours that signs in people, beside IAM. A cluster has one at most, and a
    # change of anything but tags replaces it.
    identity_provider = optional(object({
      # Name of the configuration.
      name = string
      # URL of the issuer, as tokens name it. EKS must reach it over the internet.
      issuer_url = string
      # Audience of the tokens.
      client_id = string
      # Claim that is the user's name. Absent: `sub`.
      username_claim = optional(string)
      # Put before user names, so that they meet no others; `-` puts nothing. Absent: the issuer's
      # URL, but for the claim `email`.
      username_prefix = optional(string)
      # Claim that lists the user's groups.
      groups_claim = optional(string)
      # Put before group names, so that nobody is in a group of Kubernetes itself.
      groups_prefix = optional(string)
      # Claims that a token must have, with their values.
      required_claims = optional(map(string), {})
    }))
    # At the end of standard support: `STANDARD` upgrades the cluster by itself, `EXTENDED` keeps the
    # version for a year more at a higher price.
    upgrade_policy = optional(string, "STANDARD")
    # IAM's OIDC provider of the cluster, by which service accounts assume roles (IRSA). Null makes
    # none.
    oidc_provider = optional(object({}), {})
    # Updates the version although upgrade insights report problems.
    force_update = optional(bool, false)
    # Lets Application Recovery Controller move traffic away from an availability zone that is
    # impaired. Null leaves it as it is: to leave it, say `false`.
    zonal_shift = optional(bool)
    # EKS Auto Mode: EKS brings nodes, block storage and load balancing, and with them the add-ons
    # that they need.
    auto_mode = optional(object({
      # Node pools that EKS brings. None leaves it to node pools of your own.
      node_pools = optional(list(string), ["general-purpose", "system"])
      # Role of the nodes: `create` makes one, `arn` names an existing one. Another role replaces the
      # cluster.
      node_role = optional(object({
        create = optional(object({
          # Name of the role, where it must be this one: an adopted role keeps its name and so is not
          # replaced.
          name = optional(string)
        }))
        # ARN of an existing role.
        arn = optional(string)
      }), { create = {} })
    }))
    # Role of the control plane: `create` makes one, `arn` names an existing one, which must have the
    # policies and the use of the key that this one would. Another role replaces the cluster, and so
    # does another `role_path`.
    role = optional(object({
      create = optional(object({
        # Name of the role, where it must be this one: an adopted role keeps its name and so is not
        # replaced.
        name = optional(string)
      }))
      # ARN of an existing role.
      arn = optional(string)
    }), { create = {} })
    # Lets pods have security groups of their own: the role may then manage their network interfaces.
    # The add-on vpc-cni must be told as well.
    pod_security_groups = optional(object({}))
    # What is there by default and is not wanted. Any of `oidc_provider`.
    without = optional(list(string), [])
    # A security group of the control plane's own, with rules by name.
    security_group = optional(object({
      # Name of the security group, where it must be this one: an adopted security group keeps its
      # name and so is not replaced.
      name = optional(string)
      # Description of the group, where it must be this one. To change it replaces the group.
      description = optional(string)
      # Rules for incoming traffic, by a name of yours, which becomes the tag `Name`.
      ingress = optional(map(object({
        # What it is for. The console and whoever audits it read this.
        description = string
        # Protocol; `-1` is all of them.
        protocol = optional(string, "tcp")
        # Ports, both ends included. None with the protocol `-1`.
        ports = optional(object({
          # First port, or the ICMP type; -1 is every type.
          from = number
          # Last port, or the ICMP code; -1 is every code.
          to = number
        }))
        # IPv4 block on the other side.
        cidr_ipv4 = optional(string)
        # IPv6 block on the other side.
        cidr_ipv6 = optional(string)
        # Prefix list on the other side.
        prefix_list_id    = optional(string)
        security_group_id = optional(string)
        # The group itself is on the other side.
        self = optional(object({}))
      })), {})
      # Rules for outgoing traffic, by a name of yours, which becomes the tag `Name`.
      egress = optional(map(object({
        # What it is for. The console and whoever audits it read this.
        description = string
        # Protocol; `-1` is all of them.
        protocol = optional(string, "tcp")
        # Ports, both ends included. None with the protocol `-1`.
        ports = optional(object({
          # First port, or the ICMP type; -1 is every type.
          from = number
          # Last port, or the ICMP code; -1 is every code.
          to = number
        }))
        # IPv4 block on the other side.
        cidr_ipv4 = optional(string)
        # IPv6 block on the other side.
        cidr_ipv6 = optional(string)
        # Prefix list on the other side.
        prefix_list_id    = optional(string)
        security_group_id = optional(string)
        # The group itself is on the other side.
        self = optional(object({}))
      })), {})
    }))
  })
  nullable = false

  validation {
    condition = alltrue([for item in var.cluster.without : contains(["oidc_provider"], item)])
    error_message = join("", [
      "cluster.without[*]: expected one of oidc_provider, got ",
      try(
        [
          for at in [index(
            [for item in var.cluster.without : contains(["oidc_provider"], item)],
            false
          )] : "${at} = ${jsonencode(var.cluster.without[at])}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }
}

variable "node_groups" {
  description = "Node groups by name. The name stands in front of the group's own, which AWS makes unique, so that a group that must be replaced is there before the old one goes."
  type = map(object({
    # `SPOT` is cheaper and may be taken back at two minutes' notice. `CAPACITY_BLOCK` is a block
    # that was reserved for machine learning.
    capacity = optional(string, "ON_DEMAND")
    # Instance types: in order of preference for on-demand capacity, a pool to choose from for SPOT.
    instance_types = list(string)
    # Image of the nodes, one of EKS's own: its operating system, architecture and drivers.
    ami_type = optional(string)
    # An image of your own in place of `ami_type`. EKS then writes no user data: it is all made here,
    # from the cluster's endpoint, certificate authority and service block. Its Kubernetes version is
    # what is in it.
    image = optional(object({
      # Id of the image.
      id = string
      # What it was built from: decides how nodes are told to join, and the names of the disks.
      family = string
    }))
    # Number of nodes: the least, the wanted and the most. Terraform sets the wanted number at every
    # apply, unless there is an `autoscaler`.
    sizes = object({ min = number, desired = number, max = number })
    # The wanted number of nodes belongs to an autoscaler: Terraform sets it when the group is made
    # and leaves it alone from then on. The Auto Scaling group is tagged with labels, taints and
    # resources, so that the Cluster Autoscaler can start at no node.
    autoscaler = optional(object({
      # What a new node would have, beside CPU, memory and the disk: `{ "nvidia.com/gpu" = "1" }`.
      # Needed where a group starts at no node.
      resources = optional(map(string), {})
      # Settings of the Cluster Autoscaler for this group alone, such as `{ scaledownunneededtime =
      # "5m" }`.
      options = optional(map(string), {})
    }))
    # Availability zones of the group, of those that `subnetIds` has. Null takes all.
    zones = optional(list(string))
    # Makes a group of each zone, `<group>-<zone>`, each of the sizes given. For pods with volumes:
    # an autoscaler then starts nodes in the zone of the volume.
    per_zone = optional(object({}))
    # Kubernetes version of this group, where it stays behind the others. Null takes that of all
    # groups.
    kubernetes_version = optional(string)
    # Release of EKS's image, such as `1.35.0-20260901`. Null takes the newest when the group is made
    # or its version changes.
    release_version = optional(string)
    # Takes the release that AWS recommends on the day of the plan: a plan on another day may replace
    # the nodes. Asks Systems Manager at every plan.
    latest_release = optional(object({}))
    # The disk that holds images and pods: gp3 and encrypted unless said otherwise.
    disk = optional(object({
      # Size in GiB. Windows images need at least 50.
      gib = optional(number, 50)
      # A gp3 volume with more than 3000 operations and 125 MiB a second.
      gp3 = optional(object({
        # Operations a second.
        iops = optional(number, 3000)
        # MiB a second.
        throughput_mibs = optional(number, 125)
      }))
      # An io2 volume, for latency under load.
      io2 = optional(object({
        # Operations a second.
        iops = number
      }))
      # KMS key; its policy must let Auto Scaling use it. Null takes the account's key for EBS.
      kms_key_arn = optional(string)
    }), {})
    # Hops that an answer of the instance metadata service may take. 1 keeps pods from it, and so
    # from the nodes' role.
    metadata_hop_limit = optional(number, 1)
    # CloudWatch metrics of the instances every minute, at a price.
    detailed_monitoring = optional(bool, false)
    # Security groups of the nodes beside the cluster's own.
    security_group_ids = optional(list(string), [])
    # Capacity that was reserved before. Nodes start in it and nowhere else.
    reservation = optional(object({
      # Id of the reservation or capacity block.
      id = optional(string)
      # ARN of a resource group of reservations.
      resource_group_arn = optional(string)
    }))
    # Where in a zone the instances stand.
    placement = optional(object({
      # Name of a placement group. One of the kind `cluster` is of one zone, and so must be the node
      # group.
      group_name = optional(string)
      # On hardware that no other account uses, at a price.
      dedicated = optional(bool, false)
    }))
    # Elastic Fabric Adapter on every network card, for machine learning and HPC. The group should be
    # of one zone.
    efa = optional(object({
      # Network cards that get one: as many as the instance type has.
      interfaces = number
    }))
    # Most pods of a node. Null leaves it to EKS, or to the image when it is your own.
    max_pods = optional(number)
    # Script that runs before a node joins: a shell script with its first line `#!…` on Amazon Linux,
    # PowerShell on Windows.
    script_before = optional(string)
    # The same once kubelet has been started. On Windows only with an image of your own.
    script_after = optional(string)
    # Settings of nodeadm. Amazon Linux only. EKS merges them with its own.
    node_config = optional(object({
      # Fields of a KubeletConfiguration, as JSON.
      kubelet_config = optional(string)
      # Flags of kubelet.
      kubelet_flags = optional(list(string), [])
      # Configuration of containerd, as TOML.
      containerd_config = optional(string)
      # What becomes of the instance's own disks: one file system for kubelet and containerd, or one
      # mount each.
      local_storage = optional(string)
      # Features of nodeadm that are switched on or off, such as `{ FastImagePull = true }`.
      feature_gates = optional(map(bool), {})
    }))
    # Settings of Bottlerocket, as TOML. The text begins inside `[settings.kubernetes]`; other tables
    # follow under their own headers.
    bottlerocket_settings = optional(string)
    # Kubernetes labels of the nodes.
    labels = optional(map(string), {})
    # Kubernetes taints of the nodes. Those of an image of your own come after a node has joined.
    taints = optional(list(object({ key = string, value = optional(string), effect = string })), [])
    # How many nodes an update replaces at a time.
    update = optional(object({
      # Nodes at a time.
      max_unavailable = optional(number)
      # Percentage of the nodes at a time.
      max_unavailable_percentage = optional(number)
    }), { max_unavailable_percentage = 33 })
    # EKS reboots or replaces nodes that are not healthy. Linux only. It sees more with the add-on
    # eks-node-monitoring-agent.
    repair = optional(object({}))
    # Updates the nodes although a disruption budget keeps pods from leaving.
    force_update = optional(bool, false)
    # Minutes that Terraform waits for the group to be made, changed or deleted. Large groups whose
    # pods leave slowly take longer.
    timeout_minutes = optional(number, 60)
    # Name of the node group, where it must be this one: an adopted node group keeps its name and so
    # is not replaced.
    name = optional(string)
    # Name of the launch template, where it must be this one: an adopted launch template keeps its
    # name and so is not replaced.
    launch_template_name = optional(string)
    # ARN of an existing role of the nodes, in place of the one that all groups share. It must have
    # the policies that a node needs. Another role replaces the group.
    role_arn = optional(string)
    # Tags of the group, its instances and their volumes, beside those of everything.
    tags = optional(map(string), {})
  }))
  default  = {}
  nullable = false
}

variable "node_policies" {
  description = "Further policies of the nodes' role, by a name of yours."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "node_role_name" {
  description = "Name of the role of the nodes, where it must be this one: an adopted role keeps its name and so is not replaced."
  type        = string
  default     = null
}

variable "fargate_profiles" {
  description = "Fargate profiles by name. Whatever changes but tags replaces a profile, and ends the pods that run by it."
  type = map(object({
    # Which pods run on Fargate: those that one of the selectors fits.
    selectors = list(object({
      # Namespace of the pods. `*` stands for any text, `?` for one character.
      namespace = string
      # Labels that the pods must have, all of them. `*` and `?` stand as in namespaces.
      labels = optional(map(string), {})
    }))
    # Availability zones of the pods, of those that `subnetIds` has. Null takes all.
    zones = optional(list(string))
    # ARN of an existing pod execution role, in place of the one that all profiles share. Another
    # role replaces the profile.
    role_arn = optional(string)
    # Tags of the profile, beside those of everything. Pods do not get them.
    tags = optional(map(string), {})
  }))
  default  = {}
  nullable = false
}

variable "fargate_logging" {
  description = "A log group for the pods, and the permission to write to it. The pods' logs go there as soon as the manifest in the outputs is applied to the cluster."
  type = object({
    # Days that the log group keeps events; 0 keeps them for ever.
    retention_days = optional(number, 90)
    # KMS key that encrypts the log group; its policy must let CloudWatch Logs use it. Null leaves it
    # to AWS.
    kms_key_arn = optional(string)
  })
  default = null
}

variable "fargate_role_name" {
  description = "Name of the role of the pods on Fargate, where it must be this one: an adopted role keeps its name and so is not replaced."
  type        = string
  default     = null
}

variable "addons" {
  description = "Add-ons by the name that EKS gives them. Nodes wait for those that stand before nodes, and the others wait for nodes."
  type = map(object({
    # Version, such as `v1.20.4-eksbuild.1`. Null takes what EKS holds to be right for the cluster's
    # version when the add-on is made, and keeps it.
    version = optional(string)
    # Asks EKS for the version at every plan: its default for the Kubernetes version, or the latest.
    # A plan then changes by itself.
    resolve_version = optional(string)
    # What happens to fields of the same objects that somebody else has set, when the add-on is made.
    resolve_conflicts_on_create = optional(string, "OVERWRITE")
    # The same at every update. `PRESERVE` keeps what others have set.
    resolve_conflicts_on_update = optional(string, "OVERWRITE")
    # Keeps the add-on's software in the cluster when the add-on is deleted.
    preserve = optional(bool, false)
    # How this add-on comes by its role, where it is not as for the others.
    identity = optional(string)
    # What the role that is made here may do beside what AWS recommends for the add-on.
    permissions = optional(object({
      # Further policies by a name of yours.
      policy_arns = optional(map(string), {})
      # aws-ebs-csi-driver: own KMS keys of its volumes.
      volume_keys = optional(object({
        # The keys.
        arns = list(string)
      }))
      # aws-mountpoint-s3-csi-driver: buckets that pods read and write.
      buckets = optional(object({
        # The buckets.
        arns = list(string)
      }))
      # external-dns, cert-manager: Route 53 zones whose records they change.
      hosted_zones = optional(object({
        # The zones.
        arns = list(string)
      }))
      # fluent-bit: log groups that it writes to.
      log_groups = optional(object({
        # The log groups.
        arns = list(string)
      }))
      # vpc-cni: sends the flow logs of network policies to the cluster's log group.
      policy_logs = optional(object({}))
    }))
    # An existing role, in place of one that is made here. Its trust is its owner's.
    role = optional(object({
      # Its ARN.
      arn = string
    }))
    # Service accounts that take the role. Null: those that AWS documents for the add-on.
    service_accounts = optional(object({
      # Their namespace.
      namespace = string
      # Their names.
      names = list(string)
    }))
    # When the add-on is made. Null goes by its name: eks-pod-identity-agent first, vpc-cni,
    # kube-proxy before nodes, adot, aws-privateca-connector-for-kubernetes last, all others after
    # nodes. To change it replaces the add-on.
    phase = optional(string)
    # Tags of the add-on and its role, beside those of everything.
    tags = optional(map(string), {})
    # Settings of the add-on as a JSON object, by the schema of its version.
    configuration_values = optional(string)
  }))
  nullable = false
}

variable "addon_identity" {
  description = "How add-ons come by permissions: `podIdentity` and `irsa` give each a role of its own, `node` leaves them those of the nodes. Null: Pod Identity where eks-pod-identity-agent is among the add-ons, else IRSA where the cluster has its OIDC provider, else the nodes. A change keeps the roles: from Pod Identity to IRSA it changes the add-ons in place; the way back begins with `aws eks update-addon --pod-identity-associations` for each, because the provider takes a role from no add-on."
  type        = string
  default     = null
}

variable "identities" {
  description = "Roles of service accounts by a name of your own."
  type = map(object({
    # Kubernetes namespace of the service account.
    namespace = string
    # Name of the service account. One alone: there are no patterns.
    service_account = string
    # How pods get the role: by EKS Pod Identity, by the cluster's OIDC provider (IRSA), or by
    # either, which is the step between the two. A change never replaces the role.
    method = optional(string, "podIdentity")
    # What it may do, by the software that needs it.
    permissions = optional(object({
      # AWS Load Balancer Controller.
      load_balancer_controller = optional(object({
        # The only VPC whose security groups it may open. Null leaves it all of the account, as
        # upstream has it.
        vpc_id = optional(string)
        # For its feature EnableCertificateManagement: certificates and their DNS records.
        certificates = optional(object({}))
        # For its feature GlobalAcceleratorController.
        accelerators = optional(object({}))
      }))
      # AWS Gateway API Controller for VPC Lattice, as upstream ships it: all of VPC Lattice.
      gateway_api_controller = optional(object({}))
      # external-dns.
      external_dns = optional(object({
        # Ids of the hosted zones whose records it may change.
        hosted_zones = list(string)
      }))
      # cert-manager with DNS01 challenges in Route 53: text records only.
      cert_manager = optional(object({
        # Ids of the hosted zones whose records it may change.
        hosted_zones = list(string)
      }))
      # Cluster Autoscaler, for the Auto Scaling groups of this cluster.
      cluster_autoscaler = optional(object({}))
      # EBS CSI driver.
      ebs_csi = optional(object({
        # Which volumes it may touch: all that a driver has made in the account, or those of this
        # cluster, for which the driver must run with `--k8s-tag-cluster-id`.
        volumes = optional(string, "driver")
        # Keys of your own that encrypt the volumes.
        kms_key_arns = optional(list(string), [])
      }))
      # EFS CSI driver. Its controller and its nodes have a service account each.
      efs_csi = optional(object({
        # ARNs of the file systems in which it makes access points.
        file_system_arns = list(string)
      }))
      # Writing to CloudWatch Logs, for Fluentd and Fluent Bit.
      logs = optional(object({
        # Log groups, by name in the account and region, or by ARN. A star at the end stands for all
        # that start so.
        groups = list(string)
        # Lets it make the groups. Null wants them made beforehand, with retention and key.
        create_groups = optional(object({}))
      }))
      # CloudWatch agent with Container Insights, for the log groups of this cluster.
      cloud_watch_agent = optional(object({}))
      # Writing traces to X-Ray.
      xray = optional(object({}))
      # Writing metrics to Amazon Managed Service for Prometheus.
      prometheus = optional(object({
        # ARNs of the workspaces.
        workspace_arns = list(string)
      }))
      # Reading secrets of Secrets Manager.
      secrets = optional(object({
        # ARNs of the secrets. AWS adds six characters to a name: end an ARN without them in
        # `-??????`.
        secret_arns = list(string)
        # Keys of your own that encrypt the secrets.
        kms_key_arns = optional(list(string), [])
      }))
      # Reading parameters of Systems Manager.
      parameters = optional(object({
        # ARNs of the parameters; `…/app/*` stands for all below `/app/`.
        parameter_arns = list(string)
        # Keys of your own that encrypt the parameters.
        kms_key_arns = optional(list(string), [])
      }))
      # Objects in buckets, over TLS only, by a name of your own.
      s3 = optional(map(object({
        # ARN of the bucket.
        bucket_arn = string
        # What the names of the objects start with, such as `reports/`. Empty stands for all.
        prefix = optional(string, "")
        # What it may do with the objects. `write` deletes too.
        access = string
        # Keys of your own that encrypt the objects.
        kms_key_arns = optional(list(string), [])
      })), {})
    }), {})
    # What else it may do, by the statement's id.
    statements = optional(map(object({
      # Whether it allows or forbids.
      effect = optional(string, "Allow")
      # Actions, each in full.
      actions = optional(list(string))
      # Patterns of actions with stars.
      action_patterns = optional(list(string))
      # ARNs of what it is about; stars inside an ARN are patterns.
      resources = optional(list(string))
      # Every resource, with the reason.
      any_resource = optional(object({
        # Why no resource is named, such as an action that knows none.
        because = string
      }))
      # Conditions as IAM writes them: the operator, then the key, then values. `StringEquals = {
      # "aws:RequestTag/team" = ["a"] }`.
      conditions = optional(map(map(list(string))))
    })), {})
    # Further policies by a name of your own.
    managed_policy_arns = optional(map(string), {})
    # Roles that it may assume in turn, also in other accounts, by a name of your own.
    assumes = optional(map(object({
      # ARN of the other role.
      role_arn = string
      # External id that the other role asks for.
      external_id = optional(string)
    })), {})
    # Name of the role. Null makes it of the cluster's name and the identity's. To change it replaces
    # the role.
    role_name = optional(string)
    # Description of the role. Null names the service account.
    description = optional(string)
    # Hours that a session of the role may last.
    max_session_hours = optional(number, 1)
  }))
  default  = {}
  nullable = false
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
