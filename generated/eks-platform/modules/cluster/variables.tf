variable "name" {
  description = "Name of the cluster, unique in its account and region. It stands in the names of everything that belongs to the cluster and cannot change."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.name) >= 1 && length(var.name) <= 100
    error_message = "name: expected text of 1 to 100 characters, got ${jsonencode(var.name)} [cluster-name-length]"
  }

  validation {
    condition     = can(regex("^[0-9A-Za-z][A-Za-z0-9_-]*$", var.name))
    error_message = "name: expected letters, digits, hyphens and underscores, the first a letter or digit, got ${jsonencode(var.name)} [cluster-name]"
  }
}

variable "kubernetes_version" {
  description = "Kubernetes version of the control plane, such as `1.35`. It goes up one minor version at a time."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "kubernetes_version: expected a minor version such as 1.35, got ${jsonencode(var.kubernetes_version)}; EKS chooses the patch version itself [cluster-kubernetes-version]"
  }
}

variable "partition" {
  description = "AWS partition of the account: decides how ARNs begin."
  type        = string
  default     = "aws"
  nullable    = false

  validation {
    condition = contains(
      ["aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f"],
      var.partition
    )
    error_message = "partition: expected one of aws, aws-cn, aws-us-gov, aws-eusc, aws-iso, aws-iso-b, aws-iso-e, aws-iso-f, got ${jsonencode(var.partition)} [choice]"
  }
}

variable "account" {
  description = "Id of the AWS account, twelve digits. It administers the key that encrypts the secrets."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "account: expected an account id of twelve digits, got ${jsonencode(var.account)} [cluster-account]"
  }
}

variable "subnet_ids" {
  description = "Subnets of the control plane's network interfaces by availability zone, in at least two zones. They may be others than those of the nodes. A later change must stay in the same zones."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids: expected subnets in at least two availability zones, got ${try(length(var.subnet_ids), "another value")} [cluster-subnet-zones]"
  }
}

variable "endpoint" {
  description = "Where the API server can be reached: `private` from the VPC, `public` from the internet by the listed blocks, or both. Private only unless said otherwise."
  type = object({
    # Reached from inside the VPC, without leaving it.
    private = optional(bool, true)
    public = optional(object({
      # Address blocks that may reach it. Without the private endpoint the nodes' own public
      # addresses must be among them.
      cidrs = list(string)
    }))
  })
  default  = {}
  nullable = false

  validation {
    condition = anytrue([
      var.endpoint.private != null && var.endpoint.private != false,
      var.endpoint.public != null && var.endpoint.public != false,
    ])
    error_message = "endpoint: expected at least one of private, public, got ${try("none", "another value")}; nobody could reach the API server [cluster-endpoint]"
  }

  validation {
    condition = (
      var.endpoint.public == null
      ? true
      : length(var.endpoint.public.cidrs) >= 1 && length(var.endpoint.public.cidrs) <= 40
    )
    error_message = "endpoint.public.cidrs: expected 1 to 40 address blocks, got ${try(length(var.endpoint.public.cidrs), "another value")}; EKS reads an empty list as the whole internet [public-endpoint-cidrs]"
  }

  validation {
    condition = (
      var.endpoint.public == null
      ? true
      : alltrue([
        for item in var.endpoint.public.cidrs : try(
          cidrsubnet(item, 0, 0) == item
          && length(split(":", item)) == 1
          && tonumber(split("/", item)[1]) >= 8
          && tonumber(split("/", item)[1]) <= 32,
          false
        )
      ])
    )
    error_message = join("", [
      "endpoint.public.cidrs: expected a list in which each element is an IPv4 CIDR block with a prefix from /8 to /32, got ",
      try(
        jsonencode(
          var.endpoint.public.cidrs[index([for item in var.endpoint.public.cidrs : try(cidrsubnet(item, 0, 0) == item && length(split(":", item)) == 1 && tonumber(split("/", item)[1]) >= 8 && tonumber(split("/", item)[1]) <= 32, false)], false)]
        ),
        "another value"
      ),
      "; a wider block opens the API server to the internet [public-endpoint-allow-list]",
    ])
  }

  validation {
    condition = (
      var.endpoint.public == null
      ? true
      : alltrue([
        for item in var.endpoint.public.cidrs : !startswith(item, "10.") && !startswith(item, "172.16.") && !startswith(item, "172.17.") && !startswith(item, "172.18.") && !startswith(item, "172.19.") && !startswith(item, "172.20.") && !startswith(item, "172.21.") && !startswith(item, "172.22.") && !startswith(item, "172.23.") && !startswith(item, "172.24.") && !startswith(item, "172.25.") && !startswith(item, "172.26.") && !startswith(item, "172.27.") && !startswith(item, "172.28.") && !startswith(item, "172.29.") && !startswith(item, "172.30.") && !startswith(item, "172.31.") && !startswith(
          item,
          "192.168."
        )
      ])
    )
    error_message = join("", [
      "endpoint.public.cidrs: expected a list in which each element is a block of public addresses, got ",
      try(
        jsonencode(
          var.endpoint.public.cidrs[index([for item in var.endpoint.public.cidrs : !startswith(item, "10.") && !startswith(item, "172.16.") && !startswith(item, "172.17.") && !startswith(item, "172.18.") && !startswith(item, "172.19.") && !startswith(item, "172.20.") && !startswith(item, "172.21.") && !startswith(item, "172.22.") && !startswith(item, "172.23.") && !startswith(item, "172.24.") && !startswith(item, "172.25.") && !startswith(item, "172.26.") && !startswith(item, "172.27.") && !startswith(item, "172.28.") && !startswith(item, "172.29.") && !startswith(item, "172.30.") && !startswith(item, "172.31.") && !startswith(item, "192.168.")], false)]
        ),
        "another value"
      ),
      "; private addresses reach the private endpoint [public-endpoint-private-block]",
    ])
  }

  validation {
    condition = (
      var.endpoint.public == null
      ? true
      : length(distinct(var.endpoint.public.cidrs)) == length(var.endpoint.public.cidrs)
    )
    error_message = "endpoint.public.cidrs: expected a list without repeated elements, got ${try(jsonencode(var.endpoint.public.cidrs), "another value")} [public-endpoint-distinct]"
  }
}

variable "security_group" {
  description = "A security group of the control plane's own, with rules by name. EKS makes one too, which nodes and control plane share and which is enough to run."
  type = object({
    # Id of the VPC. To change it replaces the group.
    vpc_id = string
    # Name of the security group, where it must be this one: an adopted security group keeps its name
    # and so is not replaced.
    name = optional(string)
    # Description of the group, where it must be this one. To change it replaces the group.
    description = optional(string)
    # Rules for incoming traffic, by a name of yours, which becomes the tag `Name`.
    ingress = optional(map(object({
      # What it is for. The console and whoever audits it read this.
      description = string
      # Protocol; `-1` is all of them. One of `tcp`, `udp`, `icmp`, `icmpv6`, `-1`.
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
      # Protocol; `-1` is all of them. One of `tcp`, `udp`, `icmp`, `icmpv6`, `-1`.
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
  })
  default = null

  validation {
    condition = (
      var.security_group == null
      ? true
      : var.security_group.name == null
      ? true
      : length(var.security_group.name) >= 1 && length(var.security_group.name) <= 255
    )
    error_message = "security_group.name: expected text of 1 to 255 characters, got ${try(jsonencode(var.security_group.name), "another value")} [control-plane-group-name-length]"
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : var.security_group.name == null
      ? true
      : can(regex(
        "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-][A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*$",
        var.security_group.name
      ))
    )
    error_message = "security_group.name: expected a name that AWS takes for a security group, got ${try(jsonencode(var.security_group.name), "another value")} [control-plane-group-name]"
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : var.security_group.description == null
      ? true
      : length(var.security_group.description) >= 1 && length(var.security_group.description) <= 255
    )
    error_message = "security_group.description: expected text of 1 to 255 characters, got ${try(jsonencode(var.security_group.description), "another value")} [control-plane-group-description-length]"
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : var.security_group.description == null
      ? true
      : can(regex(
        "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-][A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*$",
        var.security_group.description
      ))
    )
    error_message = "security_group.description: expected ASCII letters, digits, spaces and ._:/()#,@[]+=&;{}!$*-, got ${try(jsonencode(var.security_group.description), "another value")} [control-plane-group-description]"
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([for name in keys(var.security_group.ingress) : length(name) >= 1 && length(name) <= 256])
    )
    error_message = join("", [
      "security_group.ingress: expected a map in which each key is text of 1 to 256 characters, got ",
      try(
        jsonencode([
          for name in keys(var.security_group.ingress) : name
          if !(length(name) >= 1 && length(name) <= 256)
        ]),
        "another value"
      ),
      " [security-rule-name]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.ingress : length([
          for given in [
            item.cidr_ipv4 != null,
            item.cidr_ipv6 != null,
            item.prefix_list_id != null,
            item.security_group_id != null,
            item.self != null,
          ] : given
          if given
        ]) == 1
      ])
    )
    error_message = join("", [
      "security_group.ingress[*]: expected exactly one of cidr_ipv4, cidr_ipv6, prefix_list_id, security_group_id, self, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.ingress : length([
                for given in [
                  item.cidr_ipv4 != null,
                  item.cidr_ipv6 != null,
                  item.prefix_list_id != null,
                  item.security_group_id != null,
                  item.self != null,
                ] : given
                if given
              ]) == 1
            ],
            false
          )] : "${keys(var.security_group.ingress)[at]} = ${jsonencode([for name, given in { cidr_ipv4 = values(var.security_group.ingress)[at].cidr_ipv4 != null, cidr_ipv6 = values(var.security_group.ingress)[at].cidr_ipv6 != null, prefix_list_id = values(var.security_group.ingress)[at].prefix_list_id != null, security_group_id = values(var.security_group.ingress)[at].security_group_id != null, self = values(var.security_group.ingress)[at].self != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [security-rule-peer]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.ingress : !contains(["tcp", "udp", "icmp", "icmpv6"], item.protocol) || !contains(
          ["null", "false", "[]", "{}"],
          jsonencode(item.ports)
        )
      ])
    )
    error_message = join("", [
      "security_group.ingress[*].ports: expected something where protocol is one of tcp, udp, icmp, icmpv6, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.ingress : !contains(["tcp", "udp", "icmp", "icmpv6"], item.protocol) || !contains(
                ["null", "false", "[]", "{}"],
                jsonencode(item.ports)
              )
            ],
            false
          )] : "${keys(var.security_group.ingress)[at]} = ${"protocol = ${jsonencode(values(var.security_group.ingress)[at].protocol)}"}"
        ][0],
        "another value"
      ),
      " [security-rule-ports]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.ingress : contains(["null", "false", "[]", "{}"], jsonencode(item.ports)) || contains(
          ["tcp", "udp", "icmp", "icmpv6"],
          item.protocol
        )
      ])
    )
    error_message = join("", [
      "security_group.ingress[*].ports: expected nothing unless protocol is one of tcp, udp, icmp, icmpv6, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.ingress : contains(["null", "false", "[]", "{}"], jsonencode(item.ports)) || contains(
                ["tcp", "udp", "icmp", "icmpv6"],
                item.protocol
              )
            ],
            false
          )] : "${keys(var.security_group.ingress)[at]} = ${"protocol = ${jsonencode(values(var.security_group.ingress)[at].protocol)}"}"
        ][0],
        "another value"
      ),
      " [security-rule-all-ports]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([for item in var.security_group.ingress : length(item.description) <= 255])
    )
    error_message = join("", [
      "security_group.ingress[*].description: expected text of at most 255 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.security_group.ingress : length(item.description) <= 255],
            false
          )] : "${keys(var.security_group.ingress)[at]} = ${jsonencode(values(var.security_group.ingress)[at].description)}"
        ][0],
        "another value"
      ),
      " [security-rule-description-length]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.ingress : can(regex(
          "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-][A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*$",
          item.description
        ))
      ])
    )
    error_message = join("", [
      "security_group.ingress[*].description: expected ASCII letters, digits, spaces and ._:/()#,@[]+=&;{}!$*-, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.ingress : can(regex(
                "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-][A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*$",
                item.description
              ))
            ],
            false
          )] : "${keys(var.security_group.ingress)[at]} = ${jsonencode(values(var.security_group.ingress)[at].description)}"
        ][0],
        "another value"
      ),
      " [security-rule-description]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.ingress : contains(
          ["tcp", "udp", "icmp", "icmpv6", "-1"],
          item.protocol
        )
      ])
    )
    error_message = join("", [
      "security_group.ingress[*].protocol: expected one of tcp, udp, icmp, icmpv6, -1, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.ingress : contains(
                ["tcp", "udp", "icmp", "icmpv6", "-1"],
                item.protocol
              )
            ],
            false
          )] : "${keys(var.security_group.ingress)[at]} = ${jsonencode(values(var.security_group.ingress)[at].protocol)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.ingress : item.ports == null ? true : floor(
          item.ports.from
        ) == item.ports.from && item.ports.from >= -1 && item.ports.from <= 65535
      ])
    )
    error_message = join("", [
      "security_group.ingress[*].ports.from: expected a whole number from -1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.ingress : item.ports == null ? true : floor(
                item.ports.from
              ) == item.ports.from && item.ports.from >= -1 && item.ports.from <= 65535
            ],
            false
          )] : "${keys(var.security_group.ingress)[at]} = ${jsonencode(values(var.security_group.ingress)[at].ports.from)}"
        ][0],
        "another value"
      ),
      " [security-rule-from-port]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.ingress : item.ports == null ? true : floor(
          item.ports.to
        ) == item.ports.to && item.ports.to >= -1 && item.ports.to <= 65535
      ])
    )
    error_message = join("", [
      "security_group.ingress[*].ports.to: expected a whole number from -1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.ingress : item.ports == null ? true : floor(
                item.ports.to
              ) == item.ports.to && item.ports.to >= -1 && item.ports.to <= 65535
            ],
            false
          )] : "${keys(var.security_group.ingress)[at]} = ${jsonencode(values(var.security_group.ingress)[at].ports.to)}"
        ][0],
        "another value"
      ),
      " [security-rule-to-port]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.ingress : item.cidr_ipv4 == null ? true : try(
          cidrsubnet(item.cidr_ipv4, 0, 0) == item.cidr_ipv4
          && length(split(":", item.cidr_ipv4)) == 1
          && tonumber(split("/", item.cidr_ipv4)[1]) >= 0
          && tonumber(split("/", item.cidr_ipv4)[1]) <= 32,
          false
        )
      ])
    )
    error_message = join("", [
      "security_group.ingress[*].cidr_ipv4: expected an IPv4 CIDR block with a prefix from /0 to /32, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.ingress : item.cidr_ipv4 == null ? true : try(
                cidrsubnet(item.cidr_ipv4, 0, 0) == item.cidr_ipv4
                && length(split(":", item.cidr_ipv4)) == 1
                && tonumber(split("/", item.cidr_ipv4)[1]) >= 0
                && tonumber(split("/", item.cidr_ipv4)[1]) <= 32,
                false
              )
            ],
            false
          )] : "${keys(var.security_group.ingress)[at]} = ${jsonencode(values(var.security_group.ingress)[at].cidr_ipv4)}"
        ][0],
        "another value"
      ),
      " [security-rule-cidr]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.ingress : item.cidr_ipv6 == null ? true : can(regex(
          "^[0-9a-f:]*:[0-9a-f:]*/[0-9]{1,3}$",
          item.cidr_ipv6
        ))
      ])
    )
    error_message = join("", [
      "security_group.ingress[*].cidr_ipv6: expected an IPv6 CIDR block in lower case, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.ingress : item.cidr_ipv6 == null ? true : can(regex(
                "^[0-9a-f:]*:[0-9a-f:]*/[0-9]{1,3}$",
                item.cidr_ipv6
              ))
            ],
            false
          )] : "${keys(var.security_group.ingress)[at]} = ${jsonencode(values(var.security_group.ingress)[at].cidr_ipv6)}"
        ][0],
        "another value"
      ),
      " [security-rule-cidr-ipv6]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.ingress : item.prefix_list_id == null ? true : can(regex(
          "^pl-[0-9a-f]+$",
          item.prefix_list_id
        ))
      ])
    )
    error_message = join("", [
      "security_group.ingress[*].prefix_list_id: expected the id of a prefix list, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.ingress : item.prefix_list_id == null ? true : can(regex(
                "^pl-[0-9a-f]+$",
                item.prefix_list_id
              ))
            ],
            false
          )] : "${keys(var.security_group.ingress)[at]} = ${jsonencode(values(var.security_group.ingress)[at].prefix_list_id)}"
        ][0],
        "another value"
      ),
      " [security-rule-prefix-list]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.ingress : item.security_group_id == null ? true : can(regex(
          "^sg-[0-9a-f]+$",
          item.security_group_id
        ))
      ])
    )
    error_message = join("", [
      "security_group.ingress[*].security_group_id: expected the id of a security group, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.ingress : item.security_group_id == null ? true : can(regex(
                "^sg-[0-9a-f]+$",
                item.security_group_id
              ))
            ],
            false
          )] : "${keys(var.security_group.ingress)[at]} = ${jsonencode(values(var.security_group.ingress)[at].security_group_id)}"
        ][0],
        "another value"
      ),
      " [security-rule-group]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([for name in keys(var.security_group.egress) : length(name) >= 1 && length(name) <= 256])
    )
    error_message = join("", [
      "security_group.egress: expected a map in which each key is text of 1 to 256 characters, got ",
      try(
        jsonencode([
          for name in keys(var.security_group.egress) : name
          if !(length(name) >= 1 && length(name) <= 256)
        ]),
        "another value"
      ),
      " [security-rule-name]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.egress : length([
          for given in [
            item.cidr_ipv4 != null,
            item.cidr_ipv6 != null,
            item.prefix_list_id != null,
            item.security_group_id != null,
            item.self != null,
          ] : given
          if given
        ]) == 1
      ])
    )
    error_message = join("", [
      "security_group.egress[*]: expected exactly one of cidr_ipv4, cidr_ipv6, prefix_list_id, security_group_id, self, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.egress : length([
                for given in [
                  item.cidr_ipv4 != null,
                  item.cidr_ipv6 != null,
                  item.prefix_list_id != null,
                  item.security_group_id != null,
                  item.self != null,
                ] : given
                if given
              ]) == 1
            ],
            false
          )] : "${keys(var.security_group.egress)[at]} = ${jsonencode([for name, given in { cidr_ipv4 = values(var.security_group.egress)[at].cidr_ipv4 != null, cidr_ipv6 = values(var.security_group.egress)[at].cidr_ipv6 != null, prefix_list_id = values(var.security_group.egress)[at].prefix_list_id != null, security_group_id = values(var.security_group.egress)[at].security_group_id != null, self = values(var.security_group.egress)[at].self != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [security-rule-peer]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.egress : !contains(["tcp", "udp", "icmp", "icmpv6"], item.protocol) || !contains(
          ["null", "false", "[]", "{}"],
          jsonencode(item.ports)
        )
      ])
    )
    error_message = join("", [
      "security_group.egress[*].ports: expected something where protocol is one of tcp, udp, icmp, icmpv6, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.egress : !contains(["tcp", "udp", "icmp", "icmpv6"], item.protocol) || !contains(
                ["null", "false", "[]", "{}"],
                jsonencode(item.ports)
              )
            ],
            false
          )] : "${keys(var.security_group.egress)[at]} = ${"protocol = ${jsonencode(values(var.security_group.egress)[at].protocol)}"}"
        ][0],
        "another value"
      ),
      " [security-rule-ports]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.egress : contains(["null", "false", "[]", "{}"], jsonencode(item.ports)) || contains(
          ["tcp", "udp", "icmp", "icmpv6"],
          item.protocol
        )
      ])
    )
    error_message = join("", [
      "security_group.egress[*].ports: expected nothing unless protocol is one of tcp, udp, icmp, icmpv6, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.egress : contains(["null", "false", "[]", "{}"], jsonencode(item.ports)) || contains(
                ["tcp", "udp", "icmp", "icmpv6"],
                item.protocol
              )
            ],
            false
          )] : "${keys(var.security_group.egress)[at]} = ${"protocol = ${jsonencode(values(var.security_group.egress)[at].protocol)}"}"
        ][0],
        "another value"
      ),
      " [security-rule-all-ports]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([for item in var.security_group.egress : length(item.description) <= 255])
    )
    error_message = join("", [
      "security_group.egress[*].description: expected text of at most 255 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.security_group.egress : length(item.description) <= 255],
            false
          )] : "${keys(var.security_group.egress)[at]} = ${jsonencode(values(var.security_group.egress)[at].description)}"
        ][0],
        "another value"
      ),
      " [security-rule-description-length]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.egress : can(regex(
          "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-][A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*$",
          item.description
        ))
      ])
    )
    error_message = join("", [
      "security_group.egress[*].description: expected ASCII letters, digits, spaces and ._:/()#,@[]+=&;{}!$*-, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.egress : can(regex(
                "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-][A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*$",
                item.description
              ))
            ],
            false
          )] : "${keys(var.security_group.egress)[at]} = ${jsonencode(values(var.security_group.egress)[at].description)}"
        ][0],
        "another value"
      ),
      " [security-rule-description]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.egress : contains(
          ["tcp", "udp", "icmp", "icmpv6", "-1"],
          item.protocol
        )
      ])
    )
    error_message = join("", [
      "security_group.egress[*].protocol: expected one of tcp, udp, icmp, icmpv6, -1, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.egress : contains(
                ["tcp", "udp", "icmp", "icmpv6", "-1"],
                item.protocol
              )
            ],
            false
          )] : "${keys(var.security_group.egress)[at]} = ${jsonencode(values(var.security_group.egress)[at].protocol)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.egress : item.ports == null ? true : floor(
          item.ports.from
        ) == item.ports.from && item.ports.from >= -1 && item.ports.from <= 65535
      ])
    )
    error_message = join("", [
      "security_group.egress[*].ports.from: expected a whole number from -1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.egress : item.ports == null ? true : floor(
                item.ports.from
              ) == item.ports.from && item.ports.from >= -1 && item.ports.from <= 65535
            ],
            false
          )] : "${keys(var.security_group.egress)[at]} = ${jsonencode(values(var.security_group.egress)[at].ports.from)}"
        ][0],
        "another value"
      ),
      " [security-rule-from-port]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.egress : item.ports == null ? true : floor(
          item.ports.to
        ) == item.ports.to && item.ports.to >= -1 && item.ports.to <= 65535
      ])
    )
    error_message = join("", [
      "security_group.egress[*].ports.to: expected a whole number from -1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.egress : item.ports == null ? true : floor(
                item.ports.to
              ) == item.ports.to && item.ports.to >= -1 && item.ports.to <= 65535
            ],
            false
          )] : "${keys(var.security_group.egress)[at]} = ${jsonencode(values(var.security_group.egress)[at].ports.to)}"
        ][0],
        "another value"
      ),
      " [security-rule-to-port]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.egress : item.cidr_ipv4 == null ? true : try(
          cidrsubnet(item.cidr_ipv4, 0, 0) == item.cidr_ipv4
          && length(split(":", item.cidr_ipv4)) == 1
          && tonumber(split("/", item.cidr_ipv4)[1]) >= 0
          && tonumber(split("/", item.cidr_ipv4)[1]) <= 32,
          false
        )
      ])
    )
    error_message = join("", [
      "security_group.egress[*].cidr_ipv4: expected an IPv4 CIDR block with a prefix from /0 to /32, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.egress : item.cidr_ipv4 == null ? true : try(
                cidrsubnet(item.cidr_ipv4, 0, 0) == item.cidr_ipv4
                && length(split(":", item.cidr_ipv4)) == 1
                && tonumber(split("/", item.cidr_ipv4)[1]) >= 0
                && tonumber(split("/", item.cidr_ipv4)[1]) <= 32,
                false
              )
            ],
            false
          )] : "${keys(var.security_group.egress)[at]} = ${jsonencode(values(var.security_group.egress)[at].cidr_ipv4)}"
        ][0],
        "another value"
      ),
      " [security-rule-cidr]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.egress : item.cidr_ipv6 == null ? true : can(regex(
          "^[0-9a-f:]*:[0-9a-f:]*/[0-9]{1,3}$",
          item.cidr_ipv6
        ))
      ])
    )
    error_message = join("", [
      "security_group.egress[*].cidr_ipv6: expected an IPv6 CIDR block in lower case, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.egress : item.cidr_ipv6 == null ? true : can(regex(
                "^[0-9a-f:]*:[0-9a-f:]*/[0-9]{1,3}$",
                item.cidr_ipv6
              ))
            ],
            false
          )] : "${keys(var.security_group.egress)[at]} = ${jsonencode(values(var.security_group.egress)[at].cidr_ipv6)}"
        ][0],
        "another value"
      ),
      " [security-rule-cidr-ipv6]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.egress : item.prefix_list_id == null ? true : can(regex(
          "^pl-[0-9a-f]+$",
          item.prefix_list_id
        ))
      ])
    )
    error_message = join("", [
      "security_group.egress[*].prefix_list_id: expected the id of a prefix list, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.egress : item.prefix_list_id == null ? true : can(regex(
                "^pl-[0-9a-f]+$",
                item.prefix_list_id
              ))
            ],
            false
          )] : "${keys(var.security_group.egress)[at]} = ${jsonencode(values(var.security_group.egress)[at].prefix_list_id)}"
        ][0],
        "another value"
      ),
      " [security-rule-prefix-list]",
    ])
  }

  validation {
    condition = (
      var.security_group == null
      ? true
      : alltrue([
        for item in var.security_group.egress : item.security_group_id == null ? true : can(regex(
          "^sg-[0-9a-f]+$",
          item.security_group_id
        ))
      ])
    )
    error_message = join("", [
      "security_group.egress[*].security_group_id: expected the id of a security group, got ",
      try(
        [
          for at in [index(
            [
              for item in var.security_group.egress : item.security_group_id == null ? true : can(regex(
                "^sg-[0-9a-f]+$",
                item.security_group_id
              ))
            ],
            false
          )] : "${keys(var.security_group.egress)[at]} = ${jsonencode(values(var.security_group.egress)[at].security_group_id)}"
        ][0],
        "another value"
      ),
      " [security-rule-group]",
    ])
  }
}

variable "security_group_ids" {
  description = "Existing security groups that the control plane gets besides."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.security_group_ids) <= 5
    error_message = "security_group_ids: expected at most 5 elements, got ${try(length(var.security_group_ids), "another value")} [cluster-security-groups]"
  }

  validation {
    condition     = length(distinct(var.security_group_ids)) == length(var.security_group_ids)
    error_message = "security_group_ids: expected a list without repeated elements, got ${jsonencode(var.security_group_ids)} [cluster-distinct-security-groups]"
  }

  validation {
    condition = alltrue([for item in var.security_group_ids : can(regex("^sg-[0-9a-f]+$", item))])
    error_message = join("", [
      "security_group_ids[*]: expected the id of a security group, got ",
      try(
        [
          for at in [index(
            [for item in var.security_group_ids : can(regex("^sg-[0-9a-f]+$", item))],
            false
          )] : "${at} = ${jsonencode(var.security_group_ids[at])}"
        ][0],
        "another value"
      ),
      " [cluster-security-group]",
    ])
  }
}

variable "cluster_security_group" {
  description = "Further rules of the security group that EKS makes, for example to let a bastion or a VPN reach the private endpoint."
  type = object({
    # Rules for incoming traffic, by a name of yours, which becomes the tag `Name`.
    ingress = optional(map(object({
      # What it is for. The console and whoever audits it read this.
      description = string
      # Protocol; `-1` is all of them. One of `tcp`, `udp`, `icmp`, `icmpv6`, `-1`.
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
      # Protocol; `-1` is all of them. One of `tcp`, `udp`, `icmp`, `icmpv6`, `-1`.
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
  })
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for name in keys(var.cluster_security_group.ingress) : length(name) >= 1 && length(name) <= 256
    ])
    error_message = join("", [
      "cluster_security_group.ingress: expected a map in which each key is text of 1 to 256 characters, got ",
      try(
        jsonencode([
          for name in keys(var.cluster_security_group.ingress) : name
          if !(length(name) >= 1 && length(name) <= 256)
        ]),
        "another value"
      ),
      " [security-rule-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.ingress : length([
        for given in [
          item.cidr_ipv4 != null,
          item.cidr_ipv6 != null,
          item.prefix_list_id != null,
          item.security_group_id != null,
          item.self != null,
        ] : given
        if given
      ]) == 1
    ])
    error_message = join("", [
      "cluster_security_group.ingress[*]: expected exactly one of cidr_ipv4, cidr_ipv6, prefix_list_id, security_group_id, self, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.ingress : length([
                for given in [
                  item.cidr_ipv4 != null,
                  item.cidr_ipv6 != null,
                  item.prefix_list_id != null,
                  item.security_group_id != null,
                  item.self != null,
                ] : given
                if given
              ]) == 1
            ],
            false
          )] : "${keys(var.cluster_security_group.ingress)[at]} = ${jsonencode([for name, given in { cidr_ipv4 = values(var.cluster_security_group.ingress)[at].cidr_ipv4 != null, cidr_ipv6 = values(var.cluster_security_group.ingress)[at].cidr_ipv6 != null, prefix_list_id = values(var.cluster_security_group.ingress)[at].prefix_list_id != null, security_group_id = values(var.cluster_security_group.ingress)[at].security_group_id != null, self = values(var.cluster_security_group.ingress)[at].self != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [security-rule-peer]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.ingress : !contains(["tcp", "udp", "icmp", "icmpv6"], item.protocol) || !contains(
        ["null", "false", "[]", "{}"],
        jsonencode(item.ports)
      )
    ])
    error_message = join("", [
      "cluster_security_group.ingress[*].ports: expected something where protocol is one of tcp, udp, icmp, icmpv6, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.ingress : !contains(["tcp", "udp", "icmp", "icmpv6"], item.protocol) || !contains(
                ["null", "false", "[]", "{}"],
                jsonencode(item.ports)
              )
            ],
            false
          )] : "${keys(var.cluster_security_group.ingress)[at]} = ${"protocol = ${jsonencode(values(var.cluster_security_group.ingress)[at].protocol)}"}"
        ][0],
        "another value"
      ),
      " [security-rule-ports]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.ingress : contains(["null", "false", "[]", "{}"], jsonencode(item.ports)) || contains(
        ["tcp", "udp", "icmp", "icmpv6"],
        item.protocol
      )
    ])
    error_message = join("", [
      "cluster_security_group.ingress[*].ports: expected nothing unless protocol is one of tcp, udp, icmp, icmpv6, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.ingress : contains(["null", "false", "[]", "{}"], jsonencode(item.ports)) || contains(
                ["tcp", "udp", "icmp", "icmpv6"],
                item.protocol
              )
            ],
            false
          )] : "${keys(var.cluster_security_group.ingress)[at]} = ${"protocol = ${jsonencode(values(var.cluster_security_group.ingress)[at].protocol)}"}"
        ][0],
        "another value"
      ),
      " [security-rule-all-ports]",
    ])
  }

  validation {
    condition = alltrue([for item in var.cluster_security_group.ingress : length(item.description) <= 255])
    error_message = join("", [
      "cluster_security_group.ingress[*].description: expected text of at most 255 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.cluster_security_group.ingress : length(item.description) <= 255],
            false
          )] : "${keys(var.cluster_security_group.ingress)[at]} = ${jsonencode(values(var.cluster_security_group.ingress)[at].description)}"
        ][0],
        "another value"
      ),
      " [security-rule-description-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.ingress : can(regex(
        "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-][A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*$",
        item.description
      ))
    ])
    error_message = join("", [
      "cluster_security_group.ingress[*].description: expected ASCII letters, digits, spaces and ._:/()#,@[]+=&;{}!$*-, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.ingress : can(regex(
                "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-][A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*$",
                item.description
              ))
            ],
            false
          )] : "${keys(var.cluster_security_group.ingress)[at]} = ${jsonencode(values(var.cluster_security_group.ingress)[at].description)}"
        ][0],
        "another value"
      ),
      " [security-rule-description]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.ingress : contains(
        ["tcp", "udp", "icmp", "icmpv6", "-1"],
        item.protocol
      )
    ])
    error_message = join("", [
      "cluster_security_group.ingress[*].protocol: expected one of tcp, udp, icmp, icmpv6, -1, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.ingress : contains(
                ["tcp", "udp", "icmp", "icmpv6", "-1"],
                item.protocol
              )
            ],
            false
          )] : "${keys(var.cluster_security_group.ingress)[at]} = ${jsonencode(values(var.cluster_security_group.ingress)[at].protocol)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.ingress : item.ports == null ? true : floor(
        item.ports.from
      ) == item.ports.from && item.ports.from >= -1 && item.ports.from <= 65535
    ])
    error_message = join("", [
      "cluster_security_group.ingress[*].ports.from: expected a whole number from -1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.ingress : item.ports == null ? true : floor(
                item.ports.from
              ) == item.ports.from && item.ports.from >= -1 && item.ports.from <= 65535
            ],
            false
          )] : "${keys(var.cluster_security_group.ingress)[at]} = ${jsonencode(values(var.cluster_security_group.ingress)[at].ports.from)}"
        ][0],
        "another value"
      ),
      " [security-rule-from-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.ingress : item.ports == null ? true : floor(
        item.ports.to
      ) == item.ports.to && item.ports.to >= -1 && item.ports.to <= 65535
    ])
    error_message = join("", [
      "cluster_security_group.ingress[*].ports.to: expected a whole number from -1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.ingress : item.ports == null ? true : floor(
                item.ports.to
              ) == item.ports.to && item.ports.to >= -1 && item.ports.to <= 65535
            ],
            false
          )] : "${keys(var.cluster_security_group.ingress)[at]} = ${jsonencode(values(var.cluster_security_group.ingress)[at].ports.to)}"
        ][0],
        "another value"
      ),
      " [security-rule-to-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.ingress : item.cidr_ipv4 == null ? true : try(
        cidrsubnet(item.cidr_ipv4, 0, 0) == item.cidr_ipv4
        && length(split(":", item.cidr_ipv4)) == 1
        && tonumber(split("/", item.cidr_ipv4)[1]) >= 0
        && tonumber(split("/", item.cidr_ipv4)[1]) <= 32,
        false
      )
    ])
    error_message = join("", [
      "cluster_security_group.ingress[*].cidr_ipv4: expected an IPv4 CIDR block with a prefix from /0 to /32, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.ingress : item.cidr_ipv4 == null ? true : try(
                cidrsubnet(item.cidr_ipv4, 0, 0) == item.cidr_ipv4
                && length(split(":", item.cidr_ipv4)) == 1
                && tonumber(split("/", item.cidr_ipv4)[1]) >= 0
                && tonumber(split("/", item.cidr_ipv4)[1]) <= 32,
                false
              )
            ],
            false
          )] : "${keys(var.cluster_security_group.ingress)[at]} = ${jsonencode(values(var.cluster_security_group.ingress)[at].cidr_ipv4)}"
        ][0],
        "another value"
      ),
      " [security-rule-cidr]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.ingress : item.cidr_ipv6 == null ? true : can(regex(
        "^[0-9a-f:]*:[0-9a-f:]*/[0-9]{1,3}$",
        item.cidr_ipv6
      ))
    ])
    error_message = join("", [
      "cluster_security_group.ingress[*].cidr_ipv6: expected an IPv6 CIDR block in lower case, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.ingress : item.cidr_ipv6 == null ? true : can(regex(
                "^[0-9a-f:]*:[0-9a-f:]*/[0-9]{1,3}$",
                item.cidr_ipv6
              ))
            ],
            false
          )] : "${keys(var.cluster_security_group.ingress)[at]} = ${jsonencode(values(var.cluster_security_group.ingress)[at].cidr_ipv6)}"
        ][0],
        "another value"
      ),
      " [security-rule-cidr-ipv6]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.ingress : item.prefix_list_id == null ? true : can(regex(
        "^pl-[0-9a-f]+$",
        item.prefix_list_id
      ))
    ])
    error_message = join("", [
      "cluster_security_group.ingress[*].prefix_list_id: expected the id of a prefix list, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.ingress : item.prefix_list_id == null ? true : can(regex(
                "^pl-[0-9a-f]+$",
                item.prefix_list_id
              ))
            ],
            false
          )] : "${keys(var.cluster_security_group.ingress)[at]} = ${jsonencode(values(var.cluster_security_group.ingress)[at].prefix_list_id)}"
        ][0],
        "another value"
      ),
      " [security-rule-prefix-list]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.ingress : item.security_group_id == null ? true : can(regex(
        "^sg-[0-9a-f]+$",
        item.security_group_id
      ))
    ])
    error_message = join("", [
      "cluster_security_group.ingress[*].security_group_id: expected the id of a security group, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.ingress : item.security_group_id == null ? true : can(regex(
                "^sg-[0-9a-f]+$",
                item.security_group_id
              ))
            ],
            false
          )] : "${keys(var.cluster_security_group.ingress)[at]} = ${jsonencode(values(var.cluster_security_group.ingress)[at].security_group_id)}"
        ][0],
        "another value"
      ),
      " [security-rule-group]",
    ])
  }

  validation {
    condition = alltrue([
      for name in keys(var.cluster_security_group.egress) : length(name) >= 1 && length(name) <= 256
    ])
    error_message = join("", [
      "cluster_security_group.egress: expected a map in which each key is text of 1 to 256 characters, got ",
      try(
        jsonencode([
          for name in keys(var.cluster_security_group.egress) : name
          if !(length(name) >= 1 && length(name) <= 256)
        ]),
        "another value"
      ),
      " [security-rule-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.egress : length([
        for given in [
          item.cidr_ipv4 != null,
          item.cidr_ipv6 != null,
          item.prefix_list_id != null,
          item.security_group_id != null,
          item.self != null,
        ] : given
        if given
      ]) == 1
    ])
    error_message = join("", [
      "cluster_security_group.egress[*]: expected exactly one of cidr_ipv4, cidr_ipv6, prefix_list_id, security_group_id, self, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.egress : length([
                for given in [
                  item.cidr_ipv4 != null,
                  item.cidr_ipv6 != null,
                  item.prefix_list_id != null,
                  item.security_group_id != null,
                  item.self != null,
                ] : given
                if given
              ]) == 1
            ],
            false
          )] : "${keys(var.cluster_security_group.egress)[at]} = ${jsonencode([for name, given in { cidr_ipv4 = values(var.cluster_security_group.egress)[at].cidr_ipv4 != null, cidr_ipv6 = values(var.cluster_security_group.egress)[at].cidr_ipv6 != null, prefix_list_id = values(var.cluster_security_group.egress)[at].prefix_list_id != null, security_group_id = values(var.cluster_security_group.egress)[at].security_group_id != null, self = values(var.cluster_security_group.egress)[at].self != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [security-rule-peer]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.egress : !contains(["tcp", "udp", "icmp", "icmpv6"], item.protocol) || !contains(
        ["null", "false", "[]", "{}"],
        jsonencode(item.ports)
      )
    ])
    error_message = join("", [
      "cluster_security_group.egress[*].ports: expected something where protocol is one of tcp, udp, icmp, icmpv6, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.egress : !contains(["tcp", "udp", "icmp", "icmpv6"], item.protocol) || !contains(
                ["null", "false", "[]", "{}"],
                jsonencode(item.ports)
              )
            ],
            false
          )] : "${keys(var.cluster_security_group.egress)[at]} = ${"protocol = ${jsonencode(values(var.cluster_security_group.egress)[at].protocol)}"}"
        ][0],
        "another value"
      ),
      " [security-rule-ports]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.egress : contains(["null", "false", "[]", "{}"], jsonencode(item.ports)) || contains(
        ["tcp", "udp", "icmp", "icmpv6"],
        item.protocol
      )
    ])
    error_message = join("", [
      "cluster_security_group.egress[*].ports: expected nothing unless protocol is one of tcp, udp, icmp, icmpv6, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.egress : contains(["null", "false", "[]", "{}"], jsonencode(item.ports)) || contains(
                ["tcp", "udp", "icmp", "icmpv6"],
                item.protocol
              )
            ],
            false
          )] : "${keys(var.cluster_security_group.egress)[at]} = ${"protocol = ${jsonencode(values(var.cluster_security_group.egress)[at].protocol)}"}"
        ][0],
        "another value"
      ),
      " [security-rule-all-ports]",
    ])
  }

  validation {
    condition = alltrue([for item in var.cluster_security_group.egress : length(item.description) <= 255])
    error_message = join("", [
      "cluster_security_group.egress[*].description: expected text of at most 255 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.cluster_security_group.egress : length(item.description) <= 255],
            false
          )] : "${keys(var.cluster_security_group.egress)[at]} = ${jsonencode(values(var.cluster_security_group.egress)[at].description)}"
        ][0],
        "another value"
      ),
      " [security-rule-description-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.egress : can(regex(
        "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-][A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*$",
        item.description
      ))
    ])
    error_message = join("", [
      "cluster_security_group.egress[*].description: expected ASCII letters, digits, spaces and ._:/()#,@[]+=&;{}!$*-, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.egress : can(regex(
                "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-][A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*$",
                item.description
              ))
            ],
            false
          )] : "${keys(var.cluster_security_group.egress)[at]} = ${jsonencode(values(var.cluster_security_group.egress)[at].description)}"
        ][0],
        "another value"
      ),
      " [security-rule-description]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.egress : contains(
        ["tcp", "udp", "icmp", "icmpv6", "-1"],
        item.protocol
      )
    ])
    error_message = join("", [
      "cluster_security_group.egress[*].protocol: expected one of tcp, udp, icmp, icmpv6, -1, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.egress : contains(
                ["tcp", "udp", "icmp", "icmpv6", "-1"],
                item.protocol
              )
            ],
            false
          )] : "${keys(var.cluster_security_group.egress)[at]} = ${jsonencode(values(var.cluster_security_group.egress)[at].protocol)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.egress : item.ports == null ? true : floor(
        item.ports.from
      ) == item.ports.from && item.ports.from >= -1 && item.ports.from <= 65535
    ])
    error_message = join("", [
      "cluster_security_group.egress[*].ports.from: expected a whole number from -1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.egress : item.ports == null ? true : floor(
                item.ports.from
              ) == item.ports.from && item.ports.from >= -1 && item.ports.from <= 65535
            ],
            false
          )] : "${keys(var.cluster_security_group.egress)[at]} = ${jsonencode(values(var.cluster_security_group.egress)[at].ports.from)}"
        ][0],
        "another value"
      ),
      " [security-rule-from-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.egress : item.ports == null ? true : floor(
        item.ports.to
      ) == item.ports.to && item.ports.to >= -1 && item.ports.to <= 65535
    ])
    error_message = join("", [
      "cluster_security_group.egress[*].ports.to: expected a whole number from -1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.egress : item.ports == null ? true : floor(
                item.ports.to
              ) == item.ports.to && item.ports.to >= -1 && item.ports.to <= 65535
            ],
            false
          )] : "${keys(var.cluster_security_group.egress)[at]} = ${jsonencode(values(var.cluster_security_group.egress)[at].ports.to)}"
        ][0],
        "another value"
      ),
      " [security-rule-to-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.egress : item.cidr_ipv4 == null ? true : try(
        cidrsubnet(item.cidr_ipv4, 0, 0) == item.cidr_ipv4
        && length(split(":", item.cidr_ipv4)) == 1
        && tonumber(split("/", item.cidr_ipv4)[1]) >= 0
        && tonumber(split("/", item.cidr_ipv4)[1]) <= 32,
        false
      )
    ])
    error_message = join("", [
      "cluster_security_group.egress[*].cidr_ipv4: expected an IPv4 CIDR block with a prefix from /0 to /32, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.egress : item.cidr_ipv4 == null ? true : try(
                cidrsubnet(item.cidr_ipv4, 0, 0) == item.cidr_ipv4
                && length(split(":", item.cidr_ipv4)) == 1
                && tonumber(split("/", item.cidr_ipv4)[1]) >= 0
                && tonumber(split("/", item.cidr_ipv4)[1]) <= 32,
                false
              )
            ],
            false
          )] : "${keys(var.cluster_security_group.egress)[at]} = ${jsonencode(values(var.cluster_security_group.egress)[at].cidr_ipv4)}"
        ][0],
        "another value"
      ),
      " [security-rule-cidr]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.egress : item.cidr_ipv6 == null ? true : can(regex(
        "^[0-9a-f:]*:[0-9a-f:]*/[0-9]{1,3}$",
        item.cidr_ipv6
      ))
    ])
    error_message = join("", [
      "cluster_security_group.egress[*].cidr_ipv6: expected an IPv6 CIDR block in lower case, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.egress : item.cidr_ipv6 == null ? true : can(regex(
                "^[0-9a-f:]*:[0-9a-f:]*/[0-9]{1,3}$",
                item.cidr_ipv6
              ))
            ],
            false
          )] : "${keys(var.cluster_security_group.egress)[at]} = ${jsonencode(values(var.cluster_security_group.egress)[at].cidr_ipv6)}"
        ][0],
        "another value"
      ),
      " [security-rule-cidr-ipv6]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.egress : item.prefix_list_id == null ? true : can(regex(
        "^pl-[0-9a-f]+$",
        item.prefix_list_id
      ))
    ])
    error_message = join("", [
      "cluster_security_group.egress[*].prefix_list_id: expected the id of a prefix list, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.egress : item.prefix_list_id == null ? true : can(regex(
                "^pl-[0-9a-f]+$",
                item.prefix_list_id
              ))
            ],
            false
          )] : "${keys(var.cluster_security_group.egress)[at]} = ${jsonencode(values(var.cluster_security_group.egress)[at].prefix_list_id)}"
        ][0],
        "another value"
      ),
      " [security-rule-prefix-list]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_security_group.egress : item.security_group_id == null ? true : can(regex(
        "^sg-[0-9a-f]+$",
        item.security_group_id
      ))
    ])
    error_message = join("", [
      "cluster_security_group.egress[*].security_group_id: expected the id of a security group, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_security_group.egress : item.security_group_id == null ? true : can(regex(
                "^sg-[0-9a-f]+$",
                item.security_group_id
              ))
            ],
            false
          )] : "${keys(var.cluster_security_group.egress)[at]} = ${jsonencode(values(var.cluster_security_group.egress)[at].security_group_id)}"
        ][0],
        "another value"
      ),
      " [security-rule-group]",
    ])
  }
}

variable "ip_family" {
  description = "Addresses of pods and services. With `ipv6` the subnets must have IPv6 blocks. It cannot change: another one replaces the cluster. One of `ipv4`, `ipv6`."
  type        = string
  default     = "ipv4"
  nullable    = false

  validation {
    condition     = contains(["ipv4", "ipv6"], var.ip_family)
    error_message = "ip_family: expected one of ipv4, ipv6, got ${jsonencode(var.ip_family)} [choice]"
  }
}

variable "service_cidr" {
  description = "Address block of Kubernetes services, apart from the VPC and all it reaches. It cannot change: another one replaces the cluster. Null lets EKS take 10.100.0.0/16 or 172.20.0.0/16; with `ipv6` EKS takes one of its own."
  type        = string
  default     = null

  validation {
    condition = (
      var.service_cidr == null
      ? true
      : try(
        cidrsubnet(var.service_cidr, 0, 0) == var.service_cidr
        && length(split(":", var.service_cidr)) == 1
        && tonumber(split("/", var.service_cidr)[1]) >= 12
        && tonumber(split("/", var.service_cidr)[1]) <= 24,
        false
      )
    )
    error_message = "service_cidr: expected an IPv4 CIDR block with a prefix from /12 to /24, got ${jsonencode(var.service_cidr)} [service-cidr-prefix]"
  }

  validation {
    condition = (
      var.service_cidr == null
      ? true
      : can(regex("^(10|172\\.(1[6-9]|2[0-9]|3[01])|192\\.168)\\.", var.service_cidr))
    )
    error_message = "service_cidr: expected a block inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, got ${jsonencode(var.service_cidr)} [service-cidr-range]"
  }
}

variable "remote_networks" {
  description = "Networks outside AWS whose machines join as hybrid nodes. They must overlap neither the VPC nor the services."
  type = object({
    # Address blocks of the hybrid nodes.
    node_cidrs = list(string)
    # Address blocks of the pods on them, for webhooks that run there. Without these the control
    # plane cannot call such pods.
    pod_cidrs = optional(list(string), [])
  })
  default = null

  validation {
    condition = (
      var.remote_networks == null
      ? true
      : length(var.remote_networks.node_cidrs) >= 1 && length(var.remote_networks.node_cidrs) <= 15
    )
    error_message = "remote_networks.node_cidrs: expected 1 to 15 elements, got ${try(length(var.remote_networks.node_cidrs), "another value")} [remote-node-cidrs]"
  }

  validation {
    condition = (
      var.remote_networks == null
      ? true
      : alltrue([
        for item in var.remote_networks.node_cidrs : try(
          cidrsubnet(item, 0, 0) == item
          && length(split(":", item)) == 1
          && tonumber(split("/", item)[1]) >= 8
          && tonumber(split("/", item)[1]) <= 32,
          false
        )
      ])
    )
    error_message = join("", [
      "remote_networks.node_cidrs: expected a list in which each element is an IPv4 CIDR block with a prefix from /8 to /32, got ",
      try(
        jsonencode(
          var.remote_networks.node_cidrs[index([for item in var.remote_networks.node_cidrs : try(cidrsubnet(item, 0, 0) == item && length(split(":", item)) == 1 && tonumber(split("/", item)[1]) >= 8 && tonumber(split("/", item)[1]) <= 32, false)], false)]
        ),
        "another value"
      ),
      " [remote-node-cidr]",
    ])
  }

  validation {
    condition = (
      var.remote_networks == null
      ? true
      : alltrue([
        for item in var.remote_networks.node_cidrs : can(regex(
          "^(10|172\\.(1[6-9]|2[0-9]|3[01])|192\\.168)\\.",
          item
        ))
      ])
    )
    error_message = join("", [
      "remote_networks.node_cidrs: expected a list in which each element is a block inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, got ",
      try(
        jsonencode(
          var.remote_networks.node_cidrs[index([for item in var.remote_networks.node_cidrs : can(regex("^(10|172\\.(1[6-9]|2[0-9]|3[01])|192\\.168)\\.", item))], false)]
        ),
        "another value"
      ),
      " [remote-node-range]",
    ])
  }

  validation {
    condition = (
      var.remote_networks == null
      ? true
      : length(distinct(var.remote_networks.node_cidrs)) == length(var.remote_networks.node_cidrs)
    )
    error_message = "remote_networks.node_cidrs: expected a list without repeated elements, got ${try(jsonencode(var.remote_networks.node_cidrs), "another value")} [remote-node-distinct]"
  }

  validation {
    condition     = var.remote_networks == null ? true : length(var.remote_networks.pod_cidrs) <= 15
    error_message = "remote_networks.pod_cidrs: expected at most 15 elements, got ${try(length(var.remote_networks.pod_cidrs), "another value")} [remote-pod-cidrs]"
  }

  validation {
    condition = (
      var.remote_networks == null
      ? true
      : alltrue([
        for item in var.remote_networks.pod_cidrs : try(
          cidrsubnet(item, 0, 0) == item
          && length(split(":", item)) == 1
          && tonumber(split("/", item)[1]) >= 8
          && tonumber(split("/", item)[1]) <= 32,
          false
        )
      ])
    )
    error_message = join("", [
      "remote_networks.pod_cidrs: expected a list in which each element is an IPv4 CIDR block with a prefix from /8 to /32, got ",
      try(
        jsonencode(
          var.remote_networks.pod_cidrs[index([for item in var.remote_networks.pod_cidrs : try(cidrsubnet(item, 0, 0) == item && length(split(":", item)) == 1 && tonumber(split("/", item)[1]) >= 8 && tonumber(split("/", item)[1]) <= 32, false)], false)]
        ),
        "another value"
      ),
      " [remote-pod-cidr]",
    ])
  }

  validation {
    condition = (
      var.remote_networks == null
      ? true
      : alltrue([
        for item in var.remote_networks.pod_cidrs : can(regex(
          "^(10|172\\.(1[6-9]|2[0-9]|3[01])|192\\.168)\\.",
          item
        ))
      ])
    )
    error_message = join("", [
      "remote_networks.pod_cidrs: expected a list in which each element is a block inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, got ",
      try(
        jsonencode(
          var.remote_networks.pod_cidrs[index([for item in var.remote_networks.pod_cidrs : can(regex("^(10|172\\.(1[6-9]|2[0-9]|3[01])|192\\.168)\\.", item))], false)]
        ),
        "another value"
      ),
      " [remote-pod-range]",
    ])
  }

  validation {
    condition = (
      var.remote_networks == null
      ? true
      : length(distinct(var.remote_networks.pod_cidrs)) == length(var.remote_networks.pod_cidrs)
    )
    error_message = "remote_networks.pod_cidrs: expected a list without repeated elements, got ${try(jsonencode(var.remote_networks.pod_cidrs), "another value")} [remote-pod-distinct]"
  }
}

variable "log_types" {
  description = "Control-plane logs that are sent to CloudWatch Logs. All of them unless said otherwise. Any of `api`, `audit`, `authenticator`, `controllerManager`, `scheduler`."
  type        = list(string)
  default     = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  nullable    = false

  validation {
    condition     = length(distinct(var.log_types)) == length(var.log_types)
    error_message = "log_types: expected a list without repeated elements, got ${jsonencode(var.log_types)} [cluster-log-types]"
  }

  validation {
    condition = alltrue([
      for item in var.log_types : contains(
        ["api", "audit", "authenticator", "controllerManager", "scheduler"],
        item
      )
    ])
    error_message = join("", [
      "log_types[*]: expected one of api, audit, authenticator, controllerManager, scheduler, got ",
      try(
        [
          for at in [index(
            [
              for item in var.log_types : contains(
                ["api", "audit", "authenticator", "controllerManager", "scheduler"],
                item
              )
            ],
            false
          )] : "${at} = ${jsonencode(var.log_types[at])}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }
}

variable "log_retention_days" {
  description = "Days that the log group keeps events; 0 keeps them for ever."
  type        = number
  default     = 90
  nullable    = false

  validation {
    condition = contains(
      [
        0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
        3653,
      ],
      var.log_retention_days
    )
    error_message = "log_retention_days: expected one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got ${jsonencode(var.log_retention_days)}; CloudWatch Logs knows no other [cluster-log-retention]"
  }
}

variable "log_kms_key_arn" {
  description = "KMS key that encrypts the log group; its policy must let CloudWatch Logs use it. Null leaves it to AWS."
  type        = string
  default     = null

  validation {
    condition = (
      var.log_kms_key_arn == null
      ? true
      : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", var.log_kms_key_arn))
    )
    error_message = "log_kms_key_arn: expected the ARN of a KMS key, got ${jsonencode(var.log_kms_key_arn)}; an alias or a key id is not enough [cluster-log-key]"
  }
}

variable "secrets_key" {
  description = "KMS key that encrypts Kubernetes secrets: `create` makes one, `arn` names an existing one. A cluster keeps its key for life."
  type = object({
    create = optional(object({
      # Days between automatic rotations of the key.
      rotation_days = optional(number, 365)
      # Days between the key's deletion and its end, in which it can be brought back. Without the key
      # the cluster is lost.
      deletion_window_days = optional(number, 30)
      # ARNs of roles and users that administer the key and need not be allowed to by IAM. The
      # account administers it in any case.
      administrators = optional(list(string), [])
    }))
    # ARN of an existing symmetric key of the same region.
    arn = optional(string)
  })
  default  = { create = {} }
  nullable = false

  validation {
    condition = length([
      for given in [var.secrets_key.create != null, var.secrets_key.arn != null] : given
      if given
    ]) == 1
    error_message = join("", [
      "secrets_key: expected exactly one of create, arn, got ",
      try(
        jsonencode([
          for name, given in {
            create = var.secrets_key.create != null
            arn    = var.secrets_key.arn != null
          } : name
          if given
        ]),
        "another value"
      ),
      " [secrets-key]",
    ])
  }

  validation {
    condition = (
      var.secrets_key.create == null
      ? true
      : floor(var.secrets_key.create.rotation_days) == var.secrets_key.create.rotation_days
      && var.secrets_key.create.rotation_days >= 90
      && var.secrets_key.create.rotation_days <= 2560
    )
    error_message = "secrets_key.create.rotation_days: expected a whole number from 90 to 2560, got ${try(jsonencode(var.secrets_key.create.rotation_days), "another value")} [secrets-key-rotation]"
  }

  validation {
    condition = (
      var.secrets_key.create == null
      ? true
      : floor(var.secrets_key.create.deletion_window_days) == var.secrets_key.create.deletion_window_days
      && var.secrets_key.create.deletion_window_days >= 7
      && var.secrets_key.create.deletion_window_days <= 30
    )
    error_message = "secrets_key.create.deletion_window_days: expected a whole number from 7 to 30, got ${try(jsonencode(var.secrets_key.create.deletion_window_days), "another value")} [secrets-key-deletion-window]"
  }

  validation {
    condition = (
      var.secrets_key.create == null
      ? true
      : length(distinct(var.secrets_key.create.administrators)) == length(
        var.secrets_key.create.administrators
      )
    )
    error_message = "secrets_key.create.administrators: expected a list without repeated elements, got ${try(jsonencode(var.secrets_key.create.administrators), "another value")} [secrets-key-distinct-administrators]"
  }

  validation {
    condition = (
      var.secrets_key.create == null
      ? true
      : alltrue([
        for item in var.secrets_key.create.administrators : can(regex(
          "^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9_+=,.@/-]+$",
          item
        ))
      ])
    )
    error_message = join("", [
      "secrets_key.create.administrators[*]: expected the ARN of an IAM role or user, got ",
      try(
        [
          for at in [index(
            [
              for item in var.secrets_key.create.administrators : can(regex(
                "^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9_+=,.@/-]+$",
                item
              ))
            ],
            false
          )] : "${at} = ${jsonencode(var.secrets_key.create.administrators[at])}"
        ][0],
        "another value"
      ),
      " [secrets-key-administrator]",
    ])
  }

  validation {
    condition = (
      var.secrets_key.arn == null
      ? true
      : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", var.secrets_key.arn))
    )
    error_message = "secrets_key.arn: expected the ARN of a KMS key, got ${try(jsonencode(var.secrets_key.arn), "another value")}; an alias or a key id is not enough [secrets-key-arn]"
  }
}

variable "authentication_mode" {
  description = "Who is let in: by access entries (`API`), by the `aws-auth` ConfigMap (`CONFIG_MAP`), or by both. A cluster goes from `CONFIG_MAP` to `API_AND_CONFIG_MAP` to `API`, and never back."
  type        = string
  default     = "API"
  nullable    = false

  validation {
    condition     = contains(["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"], var.authentication_mode)
    error_message = "authentication_mode: expected one of API, API_AND_CONFIG_MAP, CONFIG_MAP, got ${jsonencode(var.authentication_mode)} [choice]"
  }
}

variable "access_entries" {
  description = "Who is let in, by a name of yours. With the mode `API` somebody needs `AmazonEKSClusterAdminPolicy` in the whole cluster. EKS makes the entries of managed nodes and Fargate itself."
  type = map(object({
    # ARN of the IAM role or user. To change it replaces the entry.
    principal_arn = string
    # `STANDARD` for people and programs; the others for nodes that EKS does not manage, whose
    # permissions EKS brings itself. To change it replaces the entry. One of `STANDARD`, `EC2_LINUX`,
    # `EC2_WINDOWS`, `EC2`, `FARGATE_LINUX`, `HYBRID_LINUX`.
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
  }))
  default  = {}
  nullable = false

  validation {
    condition = length(distinct([for item in var.access_entries : item.principal_arn])) == length(
      var.access_entries
    )
    error_message = join("", [
      "access_entries: expected each principal once, got ",
      try(jsonencode([for item in var.access_entries : item.principal_arn]), "another value"),
      "; EKS keeps one access entry for each [distinct-access-entries]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : contains(
        ["null", "false", "[]", "{}"],
        jsonencode(item.kubernetes_groups)
      ) || item.type == "STANDARD"
    ])
    error_message = join("", [
      "access_entries[*].kubernetes_groups: expected nothing unless type is STANDARD, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : contains(
                ["null", "false", "[]", "{}"],
                jsonencode(item.kubernetes_groups)
              ) || item.type == "STANDARD"
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${"type = ${jsonencode(values(var.access_entries)[at].type)}"}"
        ][0],
        "another value"
      ),
      " [access-entry-groups]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : contains(
        ["null", "false", "[]", "{}"],
        jsonencode(item.username)
      ) || item.type == "STANDARD"
    ])
    error_message = join("", [
      "access_entries[*].username: expected nothing unless type is STANDARD, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : contains(
                ["null", "false", "[]", "{}"],
                jsonencode(item.username)
              ) || item.type == "STANDARD"
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${"type = ${jsonencode(values(var.access_entries)[at].type)}"}"
        ][0],
        "another value"
      ),
      " [access-entry-username]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : contains(["null", "false", "[]", "{}"], jsonencode(item.policies)) || contains(
        ["STANDARD", "EC2"],
        item.type
      )
    ])
    error_message = join("", [
      "access_entries[*].policies: expected nothing unless type is one of STANDARD, EC2, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : contains(["null", "false", "[]", "{}"], jsonencode(item.policies)) || contains(
                ["STANDARD", "EC2"],
                item.type
              )
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${"type = ${jsonencode(values(var.access_entries)[at].type)}"}"
        ][0],
        "another value"
      ),
      " [access-entry-policies]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : can(regex(
        "^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9_+=,.@/-]+$",
        item.principal_arn
      ))
    ])
    error_message = join("", [
      "access_entries[*].principal_arn: expected the ARN of an IAM role or user, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : can(regex(
                "^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9_+=,.@/-]+$",
                item.principal_arn
              ))
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${jsonencode(values(var.access_entries)[at].principal_arn)}"
        ][0],
        "another value"
      ),
      "; sessions and accounts get no access entry [access-entry-principal]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : contains(
        ["STANDARD", "EC2_LINUX", "EC2_WINDOWS", "EC2", "FARGATE_LINUX", "HYBRID_LINUX"],
        item.type
      )
    ])
    error_message = join("", [
      "access_entries[*].type: expected one of STANDARD, EC2_LINUX, EC2_WINDOWS, EC2, FARGATE_LINUX, HYBRID_LINUX, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : contains(
                ["STANDARD", "EC2_LINUX", "EC2_WINDOWS", "EC2", "FARGATE_LINUX", "HYBRID_LINUX"],
                item.type
              )
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${jsonencode(values(var.access_entries)[at].type)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : item.username == null ? true : length(item.username) >= 1 && length(
        item.username
      ) <= 256
    ])
    error_message = join("", [
      "access_entries[*].username: expected text of 1 to 256 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : item.username == null ? true : length(item.username) >= 1 && length(
                item.username
              ) <= 256
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${jsonencode(values(var.access_entries)[at].username)}"
        ][0],
        "another value"
      ),
      " [access-entry-username-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : item.username == null ? true : !startswith(item.username, "system:") && !startswith(item.username, "eks:") && !startswith(item.username, "aws:") && !startswith(item.username, "amazon:") && !startswith(
        item.username,
        "iam:"
      )
    ])
    error_message = join("", [
      "access_entries[*].username: expected text that does not begin with system: or eks: or aws: or amazon: or iam:, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : item.username == null ? true : !startswith(item.username, "system:") && !startswith(item.username, "eks:") && !startswith(item.username, "aws:") && !startswith(item.username, "amazon:") && !startswith(
                item.username,
                "iam:"
              )
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${jsonencode(values(var.access_entries)[at].username)}"
        ][0],
        "another value"
      ),
      "; EKS keeps those for itself [access-entry-username-reserved]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : length(distinct(item.kubernetes_groups)) == length(
        item.kubernetes_groups
      )
    ])
    error_message = join("", [
      "access_entries[*].kubernetes_groups: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : length(distinct(item.kubernetes_groups)) == length(
                item.kubernetes_groups
              )
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${jsonencode(values(var.access_entries)[at].kubernetes_groups)}"
        ][0],
        "another value"
      ),
      " [access-entry-distinct-groups]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : alltrue([
        for item2 in item.kubernetes_groups : length(item2) >= 1 && length(item2) <= 256
      ])
    ])
    error_message = join("", [
      "access_entries[*].kubernetes_groups[*]: expected text of 1 to 256 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : alltrue([
                for item2 in item.kubernetes_groups : length(item2) >= 1 && length(item2) <= 256
              ])
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${[for at2 in [index([for item in values(var.access_entries)[at].kubernetes_groups : length(item) >= 1 && length(item) <= 256], false)] : "${at2} = ${jsonencode(values(var.access_entries)[at].kubernetes_groups[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [access-entry-group-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : alltrue([
        for item2 in item.kubernetes_groups : !startswith(item2, "system:") && !startswith(item2, "eks:")
      ])
    ])
    error_message = join("", [
      "access_entries[*].kubernetes_groups[*]: expected text that does not begin with system: or eks:, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : alltrue([
                for item2 in item.kubernetes_groups : !startswith(item2, "system:") && !startswith(
                  item2,
                  "eks:"
                )
              ])
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${[for at2 in [index([for item in values(var.access_entries)[at].kubernetes_groups : !startswith(item, "system:") && !startswith(item, "eks:")], false)] : "${at2} = ${jsonencode(values(var.access_entries)[at].kubernetes_groups[at2])}"][0]}"
        ][0],
        "another value"
      ),
      "; an access policy grants what such a group would [access-entry-group-reserved]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : alltrue([
        for name in keys(item.policies) : can(regex("^Amazon[A-Za-z0-9]+Policy$", name))
      ])
    ])
    error_message = join("", [
      "access_entries[*].policies: expected a map in which each key is the name of an access policy, such as AmazonEKSViewPolicy, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : alltrue([
                for name in keys(item.policies) : can(regex("^Amazon[A-Za-z0-9]+Policy$", name))
              ])
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${jsonencode([for name in keys(values(var.access_entries)[at].policies) : name if !can(regex("^Amazon[A-Za-z0-9]+Policy$", name))])}"
        ][0],
        "another value"
      ),
      " [access-policy-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : alltrue([
        for item2 in item.policies : item2.namespaces == null ? true : length(item2.namespaces) >= 1
      ])
    ])
    error_message = join("", [
      "access_entries[*].policies[*].namespaces: expected at least one namespace, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : alltrue([
                for item2 in item.policies : item2.namespaces == null ? true : length(item2.namespaces) >= 1
              ])
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${[for at2 in [index([for item in values(var.access_entries)[at].policies : item.namespaces == null ? true : length(item.namespaces) >= 1], false)] : "${keys(values(var.access_entries)[at].policies)[at2]} = ${length(values(values(var.access_entries)[at].policies)[at2].namespaces)}"][0]}"
        ][0],
        "another value"
      ),
      "; a policy of the whole cluster has none [access-policy-namespaces]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : alltrue([
        for item2 in item.policies : item2.namespaces == null ? true : length(distinct(item2.namespaces)) == length(
          item2.namespaces
        )
      ])
    ])
    error_message = join("", [
      "access_entries[*].policies[*].namespaces: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : alltrue([
                for item2 in item.policies : item2.namespaces == null ? true : length(distinct(item2.namespaces)) == length(
                  item2.namespaces
                )
              ])
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${[for at2 in [index([for item in values(var.access_entries)[at].policies : item.namespaces == null ? true : length(distinct(item.namespaces)) == length(item.namespaces)], false)] : "${keys(values(var.access_entries)[at].policies)[at2]} = ${jsonencode(values(values(var.access_entries)[at].policies)[at2].namespaces)}"][0]}"
        ][0],
        "another value"
      ),
      " [access-policy-distinct-namespaces]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access_entries : alltrue([
        for item2 in item.policies : item2.namespaces == null ? true : alltrue([
          for item3 in item2.namespaces : can(regex("^[a-z0-9*]([a-z0-9*-]{0,61}[a-z0-9*])?$", item3))
        ])
      ])
    ])
    error_message = join("", [
      "access_entries[*].policies[*].namespaces[*]: expected the name of a namespace, `*` for any text, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access_entries : alltrue([
                for item2 in item.policies : item2.namespaces == null ? true : alltrue([
                  for item3 in item2.namespaces : can(regex("^[a-z0-9*]([a-z0-9*-]{0,61}[a-z0-9*])?$", item3))
                ])
              ])
            ],
            false
          )] : "${keys(var.access_entries)[at]} = ${[for at2 in [index([for item in values(var.access_entries)[at].policies : item.namespaces == null ? true : alltrue([for item2 in item.namespaces : can(regex("^[a-z0-9*]([a-z0-9*-]{0,61}[a-z0-9*])?$", item2))])], false)] : "${keys(values(var.access_entries)[at].policies)[at2]} = ${[for at3 in [index([for item in values(values(var.access_entries)[at].policies)[at2].namespaces : can(regex("^[a-z0-9*]([a-z0-9*-]{0,61}[a-z0-9*])?$", item))], false)] : "${at3} = ${jsonencode(values(values(var.access_entries)[at].policies)[at2].namespaces[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [access-policy-namespace]",
    ])
  }
}

variable "creator_admin" {
  description = "Whoever creates the cluster administers it, by an access entry that no file shows. Decided when the cluster is made: to change it later does nothing."
  type        = bool
  default     = false
  nullable    = false
}

variable "aws_auth" {
  description = "Content of the `aws-auth` ConfigMap of an old cluster. The output `aws_auth_config_map` is the whole manifest, for `kubectl apply`; it must name the nodes' roles too, because it replaces what EKS has written there."
  type = object({
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
  })
  default = null

  validation {
    condition = (
      var.aws_auth == null
      ? true
      : length(distinct([for item in var.aws_auth.roles : item.arn])) == length(var.aws_auth.roles)
    )
    error_message = join("", [
      "aws_auth.roles: expected each role once, got ",
      try(jsonencode([for item in var.aws_auth.roles : item.arn]), "another value"),
      " [aws-auth-distinct-roles]",
    ])
  }

  validation {
    condition = (
      var.aws_auth == null
      ? true
      : alltrue([
        for item in var.aws_auth.roles : can(regex(
          "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@-]+$",
          item.arn
        ))
      ])
    )
    error_message = join("", [
      "aws_auth.roles[*].arn: expected the ARN of an IAM role without its path, got ",
      try(
        [
          for at in [index(
            [
              for item in var.aws_auth.roles : can(regex(
                "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@-]+$",
                item.arn
              ))
            ],
            false
          )] : "${keys(var.aws_auth.roles)[at]} = ${jsonencode(values(var.aws_auth.roles)[at].arn)}"
        ][0],
        "another value"
      ),
      "; aws-auth finds no role by a path [aws-auth-role]",
    ])
  }

  validation {
    condition = (
      var.aws_auth == null
      ? true
      : alltrue([for item in var.aws_auth.roles : length(item.username) >= 1 && length(item.username) <= 256])
    )
    error_message = join("", [
      "aws_auth.roles[*].username: expected text of 1 to 256 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.aws_auth.roles : length(item.username) >= 1 && length(item.username) <= 256],
            false
          )] : "${keys(var.aws_auth.roles)[at]} = ${jsonencode(values(var.aws_auth.roles)[at].username)}"
        ][0],
        "another value"
      ),
      " [aws-auth-role-username]",
    ])
  }

  validation {
    condition = (
      var.aws_auth == null
      ? true
      : length(distinct([for item in var.aws_auth.users : item.arn])) == length(var.aws_auth.users)
    )
    error_message = join("", [
      "aws_auth.users: expected each user once, got ",
      try(jsonencode([for item in var.aws_auth.users : item.arn]), "another value"),
      " [aws-auth-distinct-users]",
    ])
  }

  validation {
    condition = (
      var.aws_auth == null
      ? true
      : alltrue([
        for item in var.aws_auth.users : can(regex(
          "^arn:aws[a-z-]*:iam::[0-9]{12}:user/[A-Za-z0-9_+=,.@/-]+$",
          item.arn
        ))
      ])
    )
    error_message = join("", [
      "aws_auth.users[*].arn: expected the ARN of an IAM user, got ",
      try(
        [
          for at in [index(
            [
              for item in var.aws_auth.users : can(regex(
                "^arn:aws[a-z-]*:iam::[0-9]{12}:user/[A-Za-z0-9_+=,.@/-]+$",
                item.arn
              ))
            ],
            false
          )] : "${keys(var.aws_auth.users)[at]} = ${jsonencode(values(var.aws_auth.users)[at].arn)}"
        ][0],
        "another value"
      ),
      " [aws-auth-user]",
    ])
  }

  validation {
    condition = (
      var.aws_auth == null
      ? true
      : alltrue([for item in var.aws_auth.users : length(item.username) >= 1 && length(item.username) <= 256])
    )
    error_message = join("", [
      "aws_auth.users[*].username: expected text of 1 to 256 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.aws_auth.users : length(item.username) >= 1 && length(item.username) <= 256],
            false
          )] : "${keys(var.aws_auth.users)[at]} = ${jsonencode(values(var.aws_auth.users)[at].username)}"
        ][0],
        "another value"
      ),
      " [aws-auth-user-username]",
    ])
  }

  validation {
    condition = (
      var.aws_auth == null
      ? true
      : alltrue([for item in var.aws_auth.accounts : can(regex("^[0-9]{12}$", item))])
    )
    error_message = join("", [
      "aws_auth.accounts[*]: expected an account id of twelve digits, got ",
      try(
        [
          for at in [index(
            [for item in var.aws_auth.accounts : can(regex("^[0-9]{12}$", item))],
            false
          )] : "${at} = ${jsonencode(var.aws_auth.accounts[at])}"
        ][0],
        "another value"
      ),
      " [aws-auth-account]",
    ])
  }
}

variable "identity_provider" {
  description = "An OIDC issuer of yours that signs in people, beside IAM. A cluster has one at most, and a change of anything but tags replaces it."
  type = object({
    # Name of the configuration.
    name = string
    # URL of the issuer, as tokens name it. EKS must reach it over the internet.
    issuer_url = string
    # Audience of the tokens.
    client_id = string
    # Claim that is the user's name. Absent: `sub`.
    username_claim = optional(string)
    # Put before user names, so that they meet no others; `-` puts nothing. Absent: the issuer's URL,
    # but for the claim `email`.
    username_prefix = optional(string)
    # Claim that lists the user's groups.
    groups_claim = optional(string)
    # Put before group names, so that nobody is in a group of Kubernetes itself.
    groups_prefix = optional(string)
    # Claims that a token must have, with their values.
    required_claims = optional(map(string), {})
  })
  default = null

  validation {
    condition = (
      var.identity_provider == null
      ? true
      : can(regex("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", var.identity_provider.name))
    )
    error_message = "identity_provider.name: expected 1 to 100 letters, digits, hyphens and underscores, the first a letter or digit, got ${try(jsonencode(var.identity_provider.name), "another value")} [identity-provider-name]"
  }

  validation {
    condition = (
      var.identity_provider == null
      ? true
      : can(regex("^https://[^\\s?#]+$", var.identity_provider.issuer_url))
    )
    error_message = "identity_provider.issuer_url: expected a URL that begins with https:// and has no query, got ${try(jsonencode(var.identity_provider.issuer_url), "another value")} [identity-provider-issuer]"
  }

  validation {
    condition = (
      var.identity_provider == null
      ? true
      : length(var.identity_provider.client_id) >= 1 && length(var.identity_provider.client_id) <= 253
    )
    error_message = "identity_provider.client_id: expected text of 1 to 253 characters, got ${try(jsonencode(var.identity_provider.client_id), "another value")} [identity-provider-client]"
  }

  validation {
    condition = (
      var.identity_provider == null
      ? true
      : var.identity_provider.username_claim == null
      ? true
      : length(var.identity_provider.username_claim) >= 1
      && length(var.identity_provider.username_claim) <= 253
    )
    error_message = "identity_provider.username_claim: expected text of 1 to 253 characters, got ${try(jsonencode(var.identity_provider.username_claim), "another value")} [identity-provider-username-claim]"
  }

  validation {
    condition = (
      var.identity_provider == null
      ? true
      : var.identity_provider.username_prefix == null
      ? true
      : length(var.identity_provider.username_prefix) >= 1
      && length(var.identity_provider.username_prefix) <= 253
    )
    error_message = "identity_provider.username_prefix: expected text of 1 to 253 characters, got ${try(jsonencode(var.identity_provider.username_prefix), "another value")} [identity-provider-username-prefix]"
  }

  validation {
    condition = (
      var.identity_provider == null
      ? true
      : var.identity_provider.groups_claim == null
      ? true
      : length(var.identity_provider.groups_claim) >= 1 && length(var.identity_provider.groups_claim) <= 253
    )
    error_message = "identity_provider.groups_claim: expected text of 1 to 253 characters, got ${try(jsonencode(var.identity_provider.groups_claim), "another value")} [identity-provider-groups-claim]"
  }

  validation {
    condition = (
      var.identity_provider == null
      ? true
      : var.identity_provider.groups_prefix == null
      ? true
      : length(var.identity_provider.groups_prefix) >= 1 && length(var.identity_provider.groups_prefix) <= 253
    )
    error_message = "identity_provider.groups_prefix: expected text of 1 to 253 characters, got ${try(jsonencode(var.identity_provider.groups_prefix), "another value")} [identity-provider-groups-prefix]"
  }

  validation {
    condition = (
      var.identity_provider == null
      ? true
      : alltrue([
        for name in keys(var.identity_provider.required_claims) : length(name) >= 1 && length(name) <= 63
      ])
    )
    error_message = join("", [
      "identity_provider.required_claims: expected a map in which each key is text of 1 to 63 characters, got ",
      try(
        jsonencode([
          for name in keys(var.identity_provider.required_claims) : name
          if !(length(name) >= 1 && length(name) <= 63)
        ]),
        "another value"
      ),
      " [identity-provider-claim]",
    ])
  }

  validation {
    condition = (
      var.identity_provider == null
      ? true
      : alltrue([
        for item in var.identity_provider.required_claims : length(item) >= 1 && length(item) <= 253
      ])
    )
    error_message = join("", [
      "identity_provider.required_claims[*]: expected text of 1 to 253 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.identity_provider.required_claims : length(item) >= 1 && length(item) <= 253],
            false
          )] : "${keys(var.identity_provider.required_claims)[at]} = ${jsonencode(values(var.identity_provider.required_claims)[at])}"
        ][0],
        "another value"
      ),
      " [identity-provider-claim-value]",
    ])
  }
}

variable "upgrade_policy" {
  description = "At the end of standard support: `STANDARD` upgrades the cluster by itself, `EXTENDED` keeps the version for a year more at a higher price."
  type        = string
  default     = "STANDARD"
  nullable    = false

  validation {
    condition     = contains(["STANDARD", "EXTENDED"], var.upgrade_policy)
    error_message = "upgrade_policy: expected one of STANDARD, EXTENDED, got ${jsonencode(var.upgrade_policy)} [choice]"
  }
}

variable "oidc_provider" {
  description = "IAM's OIDC provider of the cluster, by which service accounts assume roles (IRSA). Null makes none."
  type        = object({})
  default     = {}
}

variable "force_update" {
  description = "Updates the version although upgrade insights report problems."
  type        = bool
  default     = false
  nullable    = false
}

variable "zonal_shift" {
  description = "Lets Application Recovery Controller move traffic away from an availability zone that is impaired. Null leaves it as it is: to leave it, say `false`."
  type        = bool
  default     = null
}

variable "auto_mode" {
  description = "EKS Auto Mode: EKS brings nodes, block storage and load balancing, and with them the add-ons that they need."
  type = object({
    # Node pools that EKS brings. None leaves it to node pools of your own. Any of `general-purpose`,
    # `system`.
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
  })
  default = null

  validation {
    condition = (
      var.auto_mode == null
      ? true
      : length(distinct(var.auto_mode.node_pools)) == length(var.auto_mode.node_pools)
    )
    error_message = "auto_mode.node_pools: expected a list without repeated elements, got ${try(jsonencode(var.auto_mode.node_pools), "another value")} [auto-mode-node-pools]"
  }

  validation {
    condition = (
      var.auto_mode == null
      ? true
      : alltrue([for item in var.auto_mode.node_pools : contains(["general-purpose", "system"], item)])
    )
    error_message = join("", [
      "auto_mode.node_pools[*]: expected one of general-purpose, system, got ",
      try(
        [
          for at in [index(
            [for item in var.auto_mode.node_pools : contains(["general-purpose", "system"], item)],
            false
          )] : "${at} = ${jsonencode(var.auto_mode.node_pools[at])}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = (
      var.auto_mode == null
      ? true
      : length([
        for given in [var.auto_mode.node_role.create != null, var.auto_mode.node_role.arn != null] : given
        if given
      ]) == 1
    )
    error_message = join("", [
      "auto_mode.node_role: expected exactly one of create, arn, got ",
      try(
        jsonencode([
          for name, given in {
            create = var.auto_mode.node_role.create != null
            arn    = var.auto_mode.node_role.arn != null
          } : name
          if given
        ]),
        "another value"
      ),
      " [auto-mode-node-role]",
    ])
  }

  validation {
    condition = (
      var.auto_mode == null
      ? true
      : var.auto_mode.node_role.create == null
      ? true
      : var.auto_mode.node_role.create.name == null
      ? true
      : length(var.auto_mode.node_role.create.name) >= 1 && length(var.auto_mode.node_role.create.name) <= 64
    )
    error_message = "auto_mode.node_role.create.name: expected text of 1 to 64 characters, got ${try(jsonencode(var.auto_mode.node_role.create.name), "another value")} [auto-mode-node-role-name-length]"
  }

  validation {
    condition = (
      var.auto_mode == null
      ? true
      : var.auto_mode.node_role.create == null
      ? true
      : var.auto_mode.node_role.create.name == null
      ? true
      : can(regex("^[A-Za-z0-9_+=,.@-][A-Za-z0-9_+=,.@-]*$", var.auto_mode.node_role.create.name))
    )
    error_message = "auto_mode.node_role.create.name: expected a name that AWS takes for a role, got ${try(jsonencode(var.auto_mode.node_role.create.name), "another value")} [auto-mode-node-role-name]"
  }

  validation {
    condition = (
      var.auto_mode == null
      ? true
      : var.auto_mode.node_role.arn == null
      ? true
      : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$", var.auto_mode.node_role.arn))
    )
    error_message = "auto_mode.node_role.arn: expected the ARN of an IAM role, got ${try(jsonencode(var.auto_mode.node_role.arn), "another value")} [auto-mode-node-role-arn]"
  }
}

variable "role" {
  description = "Role of the control plane: `create` makes one, `arn` names an existing one, which must have the policies and the use of the key that this one would. Another role replaces the cluster, and so does another `role_path`."
  type = object({
    create = optional(object({
      # Name of the role, where it must be this one: an adopted role keeps its name and so is not
      # replaced.
      name = optional(string)
    }))
    # ARN of an existing role.
    arn = optional(string)
  })
  default  = { create = {} }
  nullable = false

  validation {
    condition = length([for given in [var.role.create != null, var.role.arn != null] : given if given]) == 1
    error_message = join("", [
      "role: expected exactly one of create, arn, got ",
      try(
        jsonencode([
          for name, given in { create = var.role.create != null, arn = var.role.arn != null } : name
          if given
        ]),
        "another value"
      ),
      " [cluster-role]",
    ])
  }

  validation {
    condition = (
      var.role.create == null
      ? true
      : var.role.create.name == null
      ? true
      : length(var.role.create.name) >= 1 && length(var.role.create.name) <= 64
    )
    error_message = "role.create.name: expected text of 1 to 64 characters, got ${try(jsonencode(var.role.create.name), "another value")} [cluster-role-name-length]"
  }

  validation {
    condition = (
      var.role.create == null
      ? true
      : var.role.create.name == null
      ? true
      : can(regex("^[A-Za-z0-9_+=,.@-][A-Za-z0-9_+=,.@-]*$", var.role.create.name))
    )
    error_message = "role.create.name: expected a name that AWS takes for a role, got ${try(jsonencode(var.role.create.name), "another value")} [cluster-role-name]"
  }

  validation {
    condition = (
      var.role.arn == null
      ? true
      : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$", var.role.arn))
    )
    error_message = "role.arn: expected the ARN of an IAM role, got ${try(jsonencode(var.role.arn), "another value")} [cluster-role-arn]"
  }
}

variable "pod_security_groups" {
  description = "Lets pods have security groups of their own: the role may then manage their network interfaces. The add-on vpc-cni must be told as well."
  type        = object({})
  default     = null
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
  description = "Tags of everything that is made here."
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
