variable "cluster_name" {
  description = "Name of the cluster that the nodes join."
  type        = string
  nullable    = false
}

variable "kubernetes_version" {
  description = "Kubernetes version of the nodes, such as `1.35`: that of the control plane, or older while the control plane is ahead."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "kubernetes_version: expected a minor version such as 1.35, got ${try(jsonencode(var.kubernetes_version), "another value")}; releaseVersion chooses the patch [node-group-kubernetes-version]"
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
    error_message = "partition: expected one of aws, aws-cn, aws-us-gov, aws-eusc, aws-iso, aws-iso-b, aws-iso-e, aws-iso-f, got ${try(jsonencode(var.partition), "another value")} [choice]"
  }
}

variable "subnet_ids" {
  description = "Subnets of the nodes by availability zone."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 1
    error_message = "subnet_ids: expected a subnet in at least one availability zone, got ${try(length(var.subnet_ids), "another value")} [node-group-subnets]"
  }
}

variable "network_ready" {
  description = "Ids of what must be there before nodes start: routes, NAT gateways, endpoints. Without them the nodes cannot join."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "addons_ready" {
  description = "Ids of the add-ons that must be there before nodes start: without vpc-cni no node becomes ready."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "groups" {
  description = "Node groups by name. The name stands in front of the group's own, which AWS makes unique, so that a group that must be replaced is there before the old one goes."
  type        = map(object({ capacity = optional(string, "ON_DEMAND"), instance_types = list(string), ami_type = string, sizes = object({ min = number, desired = number, max = number }), disk_gib = optional(number, 50), disk_kms_key_arn = optional(string), labels = optional(map(string), {}), taints = optional(list(object({ key = string, value = optional(string), effect = string })), []), update = optional(object({ max_unavailable = optional(number), max_unavailable_percentage = optional(number) }), { max_unavailable_percentage = 33 }), zones = optional(list(string)), release_version = optional(string), detailed_monitoring = optional(bool, false), tags = optional(map(string), {}) }))
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.groups) : length(name) >= 1 && length(name) <= 36])
    error_message = "groups: expected a map in which each key is text of 1 to 36 characters, got ${try(jsonencode([for name in keys(var.groups) : name if !(length(name) >= 1 && length(name) <= 36)]), "another value")} [node-group-name-length]"
  }

  validation {
    condition     = alltrue([for name in keys(var.groups) : can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", name))])
    error_message = "groups: expected a map in which each key is letters, digits, hyphens and underscores, the first a letter or digit, got ${try(jsonencode([for name in keys(var.groups) : name if !(can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", name)))]), "another value")} [node-group-name]"
  }

  validation {
    condition     = alltrue([for item in var.groups : contains(["ON_DEMAND", "SPOT"], item.capacity)])
    error_message = "groups[*].capacity: expected one of ON_DEMAND, SPOT, got ${try([for at in [index([for item in var.groups : contains(["ON_DEMAND", "SPOT"], item.capacity)], false)] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].capacity)}"][0], "another value")} [choice]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : length(item.instance_types) >= 1 && length(item.instance_types) <= 20
    ])
    error_message = "groups[*].instance_types: expected 1 to 20 elements, got ${try([for at in [index([for item in var.groups : length(item.instance_types) >= 1 && length(item.instance_types) <= 20], false)] : "${keys(var.groups)[at]} = ${length(values(var.groups)[at].instance_types)}"][0], "another value")} [node-group-instance-types]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : length(distinct(item.instance_types)) == length(item.instance_types)
    ])
    error_message = "groups[*].instance_types: expected a list without repeated elements, got ${try([for at in [index([for item in var.groups : length(distinct(item.instance_types)) == length(item.instance_types)], false)] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].instance_types)}"][0], "another value")} [node-group-distinct-instance-types]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for item2 in item.instance_types : can(regex("^[a-z][a-z0-9-]*\\.[a-z0-9-]+$", item2))
      ])
    ])
    error_message = "groups[*].instance_types[*]: expected an instance type such as m5.large, got ${try([for at in [index([for item in var.groups : alltrue([for item2 in item.instance_types : can(regex("^[a-z][a-z0-9-]*\\.[a-z0-9-]+$", item2))])], false)] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].instance_types : can(regex("^[a-z][a-z0-9-]*\\.[a-z0-9-]+$", item))], false)] : "${at2} = ${jsonencode(values(var.groups)[at].instance_types[at2])}"][0]}"][0], "another value")} [node-group-instance-type]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : contains(
        [
          "AL2023_x86_64_STANDARD",
          "AL2023_ARM_64_STANDARD",
          "AL2023_x86_64_NVIDIA",
          "AL2023_ARM_64_NVIDIA",
          "AL2023_x86_64_NEURON",
          "BOTTLEROCKET_x86_64",
          "BOTTLEROCKET_ARM_64",
          "BOTTLEROCKET_x86_64_FIPS",
          "BOTTLEROCKET_ARM_64_FIPS",
          "BOTTLEROCKET_x86_64_NVIDIA",
          "BOTTLEROCKET_ARM_64_NVIDIA",
          "WINDOWS_CORE_2019_x86_64",
          "WINDOWS_FULL_2019_x86_64",
          "WINDOWS_CORE_2022_x86_64",
          "WINDOWS_FULL_2022_x86_64",
        ],
        item.ami_type
      )
    ])
    error_message = "groups[*].ami_type: expected one of AL2023_x86_64_STANDARD, AL2023_ARM_64_STANDARD, AL2023_x86_64_NVIDIA, AL2023_ARM_64_NVIDIA, AL2023_x86_64_NEURON, BOTTLEROCKET_x86_64, BOTTLEROCKET_ARM_64, BOTTLEROCKET_x86_64_FIPS, BOTTLEROCKET_ARM_64_FIPS, BOTTLEROCKET_x86_64_NVIDIA, BOTTLEROCKET_ARM_64_NVIDIA, WINDOWS_CORE_2019_x86_64, WINDOWS_FULL_2019_x86_64, WINDOWS_CORE_2022_x86_64, WINDOWS_FULL_2022_x86_64, got ${try([for at in [index([for item in var.groups : contains(["AL2023_x86_64_STANDARD", "AL2023_ARM_64_STANDARD", "AL2023_x86_64_NVIDIA", "AL2023_ARM_64_NVIDIA", "AL2023_x86_64_NEURON", "BOTTLEROCKET_x86_64", "BOTTLEROCKET_ARM_64", "BOTTLEROCKET_x86_64_FIPS", "BOTTLEROCKET_ARM_64_FIPS", "BOTTLEROCKET_x86_64_NVIDIA", "BOTTLEROCKET_ARM_64_NVIDIA", "WINDOWS_CORE_2019_x86_64", "WINDOWS_FULL_2019_x86_64", "WINDOWS_CORE_2022_x86_64", "WINDOWS_FULL_2022_x86_64"], item.ami_type)], false)] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].ami_type)}"][0], "another value")} [choice]"
  }

  validation {
    condition     = alltrue([for item in var.groups : try(item.sizes.min <= item.sizes.desired, true)])
    error_message = "groups[*].sizes.min: expected a number that is at most desired, got ${try([for at in [index([for item in var.groups : try(item.sizes.min <= item.sizes.desired, true)], false)] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].sizes.min)}"][0], "another value")} [node-group-min-desired]"
  }

  validation {
    condition     = alltrue([for item in var.groups : try(item.sizes.desired <= item.sizes.max, true)])
    error_message = "groups[*].sizes.desired: expected a number that is at most max, got ${try([for at in [index([for item in var.groups : try(item.sizes.desired <= item.sizes.max, true)], false)] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].sizes.desired)}"][0], "another value")} [node-group-desired-max]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : floor(
        item.sizes.min
      ) == item.sizes.min && item.sizes.min >= 0 && item.sizes.min <= 100000
    ])
    error_message = "groups[*].sizes.min: expected a whole number from 0 to 100000, got ${try([for at in [index([for item in var.groups : floor(item.sizes.min) == item.sizes.min && item.sizes.min >= 0 && item.sizes.min <= 100000], false)] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].sizes.min)}"][0], "another value")} [node-group-min]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : floor(
        item.sizes.desired
      ) == item.sizes.desired && item.sizes.desired >= 0 && item.sizes.desired <= 100000
    ])
    error_message = "groups[*].sizes.desired: expected a whole number from 0 to 100000, got ${try([for at in [index([for item in var.groups : floor(item.sizes.desired) == item.sizes.desired && item.sizes.desired >= 0 && item.sizes.desired <= 100000], false)] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].sizes.desired)}"][0], "another value")} [node-group-desired]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : floor(
        item.sizes.max
      ) == item.sizes.max && item.sizes.max >= 1 && item.sizes.max <= 100000
    ])
    error_message = "groups[*].sizes.max: expected a whole number from 1 to 100000, got ${try([for at in [index([for item in var.groups : floor(item.sizes.max) == item.sizes.max && item.sizes.max >= 1 && item.sizes.max <= 100000], false)] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].sizes.max)}"][0], "another value")} [node-group-max]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : floor(
        item.disk_gib
      ) == item.disk_gib && item.disk_gib >= 20 && item.disk_gib <= 16384
    ])
    error_message = "groups[*].disk_gib: expected a whole number from 20 to 16384, got ${try([for at in [index([for item in var.groups : floor(item.disk_gib) == item.disk_gib && item.disk_gib >= 20 && item.disk_gib <= 16384], false)] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].disk_gib)}"][0], "another value")} [node-group-disk]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.disk_kms_key_arn == null ? true : can(regex(
        "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
        item.disk_kms_key_arn
      ))
    ])
    error_message = "groups[*].disk_kms_key_arn: expected the ARN of a KMS key, got ${try([for at in [index([for item in var.groups : item.disk_kms_key_arn == null ? true : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", item.disk_kms_key_arn))], false)] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].disk_kms_key_arn)}"][0], "another value")} [node-group-disk-key]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for name in keys(item.labels) : length(name) >= 1 && length(name) <= 63
      ])
    ])
    error_message = "groups[*].labels: expected a map in which each key is text of 1 to 63 characters, got ${try([for at in [index([for item in var.groups : alltrue([for name in keys(item.labels) : length(name) >= 1 && length(name) <= 63])], false)] : "${keys(var.groups)[at]} = ${jsonencode([for name in keys(values(var.groups)[at].labels) : name if !(length(name) >= 1 && length(name) <= 63)])}"][0], "another value")} [node-label-key]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([for item2 in item.labels : length(item2) >= 1 && length(item2) <= 63])
    ])
    error_message = "groups[*].labels[*]: expected text of 1 to 63 characters, got ${try([for at in [index([for item in var.groups : alltrue([for item2 in item.labels : length(item2) >= 1 && length(item2) <= 63])], false)] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].labels : length(item) >= 1 && length(item) <= 63], false)] : "${keys(values(var.groups)[at].labels)[at2]} = ${jsonencode(values(values(var.groups)[at].labels)[at2])}"][0]}"][0], "another value")} [node-label-value]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for item2 in item.taints : length(item2.key) >= 1 && length(item2.key) <= 63
      ])
    ])
    error_message = "groups[*].taints[*].key: expected text of 1 to 63 characters, got ${try([for at in [index([for item in var.groups : alltrue([for item2 in item.taints : length(item2.key) >= 1 && length(item2.key) <= 63])], false)] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].taints : length(item.key) >= 1 && length(item.key) <= 63], false)] : "${at2} = ${jsonencode(values(var.groups)[at].taints[at2].key)}"][0]}"][0], "another value")} [taint-key]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for item2 in item.taints : item2.value == null ? true : length(item2.value) <= 63
      ])
    ])
    error_message = "groups[*].taints[*].value: expected text of at most 63 characters, got ${try([for at in [index([for item in var.groups : alltrue([for item2 in item.taints : item2.value == null ? true : length(item2.value) <= 63])], false)] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].taints : item.value == null ? true : length(item.value) <= 63], false)] : "${at2} = ${jsonencode(values(var.groups)[at].taints[at2].value)}"][0]}"][0], "another value")} [taint-value]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for item2 in item.taints : contains(["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"], item2.effect)
      ])
    ])
    error_message = "groups[*].taints[*].effect: expected one of NO_SCHEDULE, NO_EXECUTE, PREFER_NO_SCHEDULE, got ${try([for at in [index([for item in var.groups : alltrue([for item2 in item.taints : contains(["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"], item2.effect)])], false)] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].taints : contains(["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"], item.effect)], false)] : "${at2} = ${jsonencode(values(var.groups)[at].taints[at2].effect)}"][0]}"][0], "another value")} [choice]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : length([
        for given in [
          item.update.max_unavailable != null,
          item.update.max_unavailable_percentage != null,
        ] : given
        if given
      ]) == 1
    ])
    error_message = "groups[*].update: expected either a number or a percentage of nodes, got ${try([for at in [index([for item in var.groups : length([for given in [item.update.max_unavailable != null, item.update.max_unavailable_percentage != null] : given if given]) == 1], false)] : "${keys(var.groups)[at]} = ${jsonencode([for name, given in { max_unavailable = values(var.groups)[at].update.max_unavailable != null, max_unavailable_percentage = values(var.groups)[at].update.max_unavailable_percentage != null } : name if given])}"][0], "another value")} [node-group-update]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.update.max_unavailable == null ? true : floor(
        item.update.max_unavailable
      ) == item.update.max_unavailable && item.update.max_unavailable >= 1 && item.update.max_unavailable <= 100
    ])
    error_message = "groups[*].update.max_unavailable: expected a whole number from 1 to 100, got ${try([for at in [index([for item in var.groups : item.update.max_unavailable == null ? true : floor(item.update.max_unavailable) == item.update.max_unavailable && item.update.max_unavailable >= 1 && item.update.max_unavailable <= 100], false)] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].update.max_unavailable)}"][0], "another value")} [node-group-unavailable]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.update.max_unavailable_percentage == null ? true : floor(
        item.update.max_unavailable_percentage
      ) == item.update.max_unavailable_percentage && item.update.max_unavailable_percentage >= 1 && item.update.max_unavailable_percentage <= 100
    ])
    error_message = "groups[*].update.max_unavailable_percentage: expected a whole number from 1 to 100, got ${try([for at in [index([for item in var.groups : item.update.max_unavailable_percentage == null ? true : floor(item.update.max_unavailable_percentage) == item.update.max_unavailable_percentage && item.update.max_unavailable_percentage >= 1 && item.update.max_unavailable_percentage <= 100], false)] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].update.max_unavailable_percentage)}"][0], "another value")} [node-group-unavailable-percentage]"
  }

  validation {
    condition     = alltrue([for item in var.groups : item.zones == null ? true : length(item.zones) >= 1])
    error_message = "groups[*].zones: expected at least one zone, got ${try([for at in [index([for item in var.groups : item.zones == null ? true : length(item.zones) >= 1], false)] : "${keys(var.groups)[at]} = ${length(values(var.groups)[at].zones)}"][0], "another value")} [node-group-zones]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.zones == null ? true : length(distinct(item.zones)) == length(item.zones)
    ])
    error_message = "groups[*].zones: expected a list without repeated elements, got ${try([for at in [index([for item in var.groups : item.zones == null ? true : length(distinct(item.zones)) == length(item.zones)], false)] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].zones)}"][0], "another value")} [node-group-distinct-zones]"
  }

  validation {
    condition     = alltrue([for item in var.groups : length(item.tags) <= 50])
    error_message = "groups[*].tags: expected at most 50 elements, got ${try([for at in [index([for item in var.groups : length(item.tags) <= 50], false)] : "${keys(var.groups)[at]} = ${length(values(var.groups)[at].tags)}"][0], "another value")} [tag-count]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128
      ])
    ])
    error_message = "groups[*].tags: expected a map in which each key is text of 1 to 128 characters, got ${try([for at in [index([for item in var.groups : alltrue([for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128])], false)] : "${keys(var.groups)[at]} = ${jsonencode([for name in keys(values(var.groups)[at].tags) : name if !(length(name) >= 1 && length(name) <= 128)])}"][0], "another value")} [tag-key]"
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for name in keys(item.tags) : can(regex("^([^a]|a[^w]|aw[^s]|aws[^:]|a$|aw$|aws$)", name))
      ])
    ])
    error_message = "groups[*].tags: expected a map in which each key is a key that does not begin with aws:, got ${try([for at in [index([for item in var.groups : alltrue([for name in keys(item.tags) : can(regex("^([^a]|a[^w]|aw[^s]|aws[^:]|a$|aw$|aws$)", name))])], false)] : "${keys(var.groups)[at]} = ${jsonencode([for name in keys(values(var.groups)[at].tags) : name if !(can(regex("^([^a]|a[^w]|aw[^s]|aws[^:]|a$|aw$|aws$)", name)))])}"][0], "another value")}; AWS keeps those for itself [tag-key-reserved]"
  }

  validation {
    condition     = alltrue([for item in var.groups : alltrue([for item2 in item.tags : length(item2) <= 256])])
    error_message = "groups[*].tags[*]: expected text of at most 256 characters, got ${try([for at in [index([for item in var.groups : alltrue([for item2 in item.tags : length(item2) <= 256])], false)] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].tags : length(item) <= 256], false)] : "${keys(values(var.groups)[at].tags)[at2]} = ${jsonencode(values(values(var.groups)[at].tags)[at2])}"][0]}"][0], "another value")} [tag-value]"
  }
}

variable "cni_policy" {
  description = "Lets the nodes manage the network interfaces of their pods. Null takes that from them, where vpc-cni has a role of its own."
  type        = object({})
  default     = {}
}

variable "role_path" {
  description = "Path of the roles that are made here, such as `/platform/`. To change it replaces them."
  type        = string
  default     = "/"
  nullable    = false

  validation {
    condition     = can(regex("^/([!-~]{1,510}/)?$", var.role_path))
    error_message = "role_path: expected a path that begins and ends with a slash, got ${try(jsonencode(var.role_path), "another value")} [role-path]"
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
    error_message = "permissions_boundary: expected the ARN of an IAM policy, got ${try(jsonencode(var.permissions_boundary), "another value")} [permissions-boundary]"
  }
}

variable "tags" {
  description = "Tags of everything that is made here, instances and volumes included."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(var.tags) <= 50
    error_message = "tags: expected at most 50 elements, got ${try(length(var.tags), "another value")} [tag-count]"
  }

  validation {
    condition     = alltrue([for name in keys(var.tags) : length(name) >= 1 && length(name) <= 128])
    error_message = "tags: expected a map in which each key is text of 1 to 128 characters, got ${try(jsonencode([for name in keys(var.tags) : name if !(length(name) >= 1 && length(name) <= 128)]), "another value")} [tag-key]"
  }

  validation {
    condition = alltrue([
      for name in keys(var.tags) : can(regex("^([^a]|a[^w]|aw[^s]|aws[^:]|a$|aw$|aws$)", name))
    ])
    error_message = "tags: expected a map in which each key is a key that does not begin with aws:, got ${try(jsonencode([for name in keys(var.tags) : name if !(can(regex("^([^a]|a[^w]|aw[^s]|aws[^:]|a$|aw$|aws$)", name)))]), "another value")}; AWS keeps those for itself [tag-key-reserved]"
  }

  validation {
    condition     = alltrue([for item in var.tags : length(item) <= 256])
    error_message = "tags[*]: expected text of at most 256 characters, got ${try([for at in [index([for item in var.tags : length(item) <= 256], false)] : "${keys(var.tags)[at]} = ${jsonencode(values(var.tags)[at])}"][0], "another value")} [tag-value]"
  }
}
