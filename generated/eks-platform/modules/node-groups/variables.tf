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
    error_message = "kubernetes_version: expected a minor version such as 1.35, got ${jsonencode(var.kubernetes_version)}; the image's release chooses the patch [node-group-kubernetes-version]"
  }
}

variable "cluster_endpoint" {
  description = "URL of the API server. Only for groups with an image of their own."
  type        = string
  default     = null
}

variable "cluster_certificate_authority_data" {
  description = "Certificate authority of the API server, base64. Only for groups with an image of their own."
  type        = string
  default     = null
}

variable "cluster_service_cidr" {
  description = "Address block of Kubernetes services. Only for groups with an image of their own."
  type        = string
  default     = null
}

variable "cluster_security_group_id" {
  description = "The cluster's own security group. Only for groups with further security groups or EFA: such nodes would lose it."
  type        = string
  default     = null
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
  type = map(object({
    # `SPOT` is cheaper and may be taken back at two minutes' notice. `CAPACITY_BLOCK` is a block
    # that was reserved for machine learning. One of `ON_DEMAND`, `SPOT`, `CAPACITY_BLOCK`.
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
      # What it was built from: decides how nodes are told to join, and the names of the disks. One
      # of `AL2023`, `BOTTLEROCKET`, `WINDOWS`.
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
    # Availability zones of the group, of those that `subnet_ids` has. Null takes all.
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
      # mount each. One of `RAID0`, `RAID10`, `Mount`.
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
  nullable = false

  validation {
    condition = alltrue([for name in keys(var.groups) : length(name) >= 1 && length(name) <= 36])
    error_message = join("", [
      "groups: expected a map in which each key is text of 1 to 36 characters, got ",
      try(
        jsonencode([for name in keys(var.groups) : name if !(length(name) >= 1 && length(name) <= 36)]),
        "another value"
      ),
      " [node-group-name-length]",
    ])
  }

  validation {
    condition = alltrue([for name in keys(var.groups) : can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", name))])
    error_message = join("", [
      "groups: expected a map in which each key is letters, digits, hyphens and underscores, the first a letter or digit, got ",
      try(
        jsonencode([for name in keys(var.groups) : name if !can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", name))]),
        "another value"
      ),
      " [node-group-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : length([
        for given in [item.ami_type != null, item.image != null] : given
        if given
      ]) == 1
    ])
    error_message = join("", [
      "groups[*]: expected either an AMI type of EKS or an image of your own, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : length([
                for given in [item.ami_type != null, item.image != null] : given
                if given
              ]) == 1
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name, given in { ami_type = values(var.groups)[at].ami_type != null, image = values(var.groups)[at].image != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [node-group-image]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : length([
        for given in [item.name != null, item.per_zone != null] : given
        if given
      ]) <= 1
    ])
    error_message = join("", [
      "groups[*]: expected at most one of name, per_zone, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : length([
                for given in [item.name != null, item.per_zone != null] : given
                if given
              ]) <= 1
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name, given in { name = values(var.groups)[at].name != null, per_zone = values(var.groups)[at].per_zone != null } : name if given])}"
        ][0],
        "another value"
      ),
      "; two groups of one name cannot be [node-group-name-zones]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : length([
        for given in [item.launch_template_name != null, item.per_zone != null] : given
        if given
      ]) <= 1
    ])
    error_message = join("", [
      "groups[*]: expected at most one of launch_template_name, per_zone, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : length([
                for given in [item.launch_template_name != null, item.per_zone != null] : given
                if given
              ]) <= 1
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name, given in { launch_template_name = values(var.groups)[at].launch_template_name != null, per_zone = values(var.groups)[at].per_zone != null } : name if given])}"
        ][0],
        "another value"
      ),
      "; two launch templates of one name cannot be [launch-template-name-zones]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : length([
        for given in [item.image != null, item.release_version != null, item.latest_release != null] : given
        if given
      ]) <= 1
    ])
    error_message = join("", [
      "groups[*]: expected at most one of image, release_version, latest_release, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : length([
                for given in [
                  item.image != null,
                  item.release_version != null,
                  item.latest_release != null,
                ] : given
                if given
              ]) <= 1
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name, given in { image = values(var.groups)[at].image != null, release_version = values(var.groups)[at].release_version != null, latest_release = values(var.groups)[at].latest_release != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [node-group-release]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : length([
        for given in [item.image != null, item.kubernetes_version != null] : given
        if given
      ]) <= 1
    ])
    error_message = join("", [
      "groups[*]: expected at most one of image, kubernetes_version, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : length([
                for given in [item.image != null, item.kubernetes_version != null] : given
                if given
              ]) <= 1
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name, given in { image = values(var.groups)[at].image != null, kubernetes_version = values(var.groups)[at].kubernetes_version != null } : name if given])}"
        ][0],
        "another value"
      ),
      "; an image has its version in it [node-group-image-version]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.capacity != "CAPACITY_BLOCK" || !contains(
        ["null", "false", "[]", "{}"],
        jsonencode(item.reservation)
      )
    ])
    error_message = join("", [
      "groups[*].reservation: expected something where capacity is CAPACITY_BLOCK, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.capacity != "CAPACITY_BLOCK" || !contains(
                ["null", "false", "[]", "{}"],
                jsonencode(item.reservation)
              )
            ],
            false
          )] : "${keys(var.groups)[at]} = ${"capacity = ${jsonencode(values(var.groups)[at].capacity)}"}"
        ][0],
        "another value"
      ),
      " [capacity-block-reservation]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : contains(["null", "false", "[]", "{}"], jsonencode(item.reservation)) || contains(
        ["ON_DEMAND", "CAPACITY_BLOCK"],
        item.capacity
      )
    ])
    error_message = join("", [
      "groups[*].reservation: expected nothing unless capacity is one of ON_DEMAND, CAPACITY_BLOCK, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : contains(["null", "false", "[]", "{}"], jsonencode(item.reservation)) || contains(
                ["ON_DEMAND", "CAPACITY_BLOCK"],
                item.capacity
              )
            ],
            false
          )] : "${keys(var.groups)[at]} = ${"capacity = ${jsonencode(values(var.groups)[at].capacity)}"}"
        ][0],
        "another value"
      ),
      " [spot-reservation]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : contains(["ON_DEMAND", "SPOT", "CAPACITY_BLOCK"], item.capacity)
    ])
    error_message = join("", [
      "groups[*].capacity: expected one of ON_DEMAND, SPOT, CAPACITY_BLOCK, got ",
      try(
        [
          for at in [index(
            [for item in var.groups : contains(["ON_DEMAND", "SPOT", "CAPACITY_BLOCK"], item.capacity)],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].capacity)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : length(item.instance_types) >= 1 && length(item.instance_types) <= 20
    ])
    error_message = join("", [
      "groups[*].instance_types: expected 1 to 20 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.groups : length(item.instance_types) >= 1 && length(item.instance_types) <= 20],
            false
          )] : "${keys(var.groups)[at]} = ${length(values(var.groups)[at].instance_types)}"
        ][0],
        "another value"
      ),
      " [node-group-instance-types]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : length(distinct(item.instance_types)) == length(item.instance_types)
    ])
    error_message = join("", [
      "groups[*].instance_types: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [for item in var.groups : length(distinct(item.instance_types)) == length(item.instance_types)],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].instance_types)}"
        ][0],
        "another value"
      ),
      " [node-group-distinct-instance-types]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for item2 in item.instance_types : can(regex("^[a-z][a-z0-9-]*\\.[a-z0-9-]+$", item2))
      ])
    ])
    error_message = join("", [
      "groups[*].instance_types[*]: expected an instance type such as m5.large, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : alltrue([
                for item2 in item.instance_types : can(regex("^[a-z][a-z0-9-]*\\.[a-z0-9-]+$", item2))
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].instance_types : can(regex("^[a-z][a-z0-9-]*\\.[a-z0-9-]+$", item))], false)] : "${at2} = ${jsonencode(values(var.groups)[at].instance_types[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [node-group-instance-type]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.ami_type == null ? true : contains(
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
    error_message = join("", [
      "groups[*].ami_type: expected one of AL2023_x86_64_STANDARD, AL2023_ARM_64_STANDARD, AL2023_x86_64_NVIDIA, AL2023_ARM_64_NVIDIA, AL2023_x86_64_NEURON, BOTTLEROCKET_x86_64, BOTTLEROCKET_ARM_64, BOTTLEROCKET_x86_64_FIPS, BOTTLEROCKET_ARM_64_FIPS, BOTTLEROCKET_x86_64_NVIDIA, BOTTLEROCKET_ARM_64_NVIDIA, WINDOWS_CORE_2019_x86_64, WINDOWS_FULL_2019_x86_64, WINDOWS_CORE_2022_x86_64, WINDOWS_FULL_2022_x86_64, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.ami_type == null ? true : contains(
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
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].ami_type)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.image == null ? true : can(regex("^ami-[0-9a-f]{8,17}$", item.image.id))
    ])
    error_message = join("", [
      "groups[*].image.id: expected the id of an image, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.image == null ? true : can(regex(
                "^ami-[0-9a-f]{8,17}$",
                item.image.id
              ))
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].image.id)}"
        ][0],
        "another value"
      ),
      " [node-group-image-id]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.image == null ? true : contains(
        ["AL2023", "BOTTLEROCKET", "WINDOWS"],
        item.image.family
      )
    ])
    error_message = join("", [
      "groups[*].image.family: expected one of AL2023, BOTTLEROCKET, WINDOWS, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.image == null ? true : contains(
                ["AL2023", "BOTTLEROCKET", "WINDOWS"],
                item.image.family
              )
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].image.family)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([for item in var.groups : try(item.sizes.min <= item.sizes.desired, true)])
    error_message = join("", [
      "groups[*].sizes.min: expected a number that is at most desired, got ",
      try(
        [
          for at in [index(
            [for item in var.groups : try(item.sizes.min <= item.sizes.desired, true)],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].sizes.min)}"
        ][0],
        "another value"
      ),
      " [node-group-min-desired]",
    ])
  }

  validation {
    condition = alltrue([for item in var.groups : try(item.sizes.desired <= item.sizes.max, true)])
    error_message = join("", [
      "groups[*].sizes.desired: expected a number that is at most max, got ",
      try(
        [
          for at in [index(
            [for item in var.groups : try(item.sizes.desired <= item.sizes.max, true)],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].sizes.desired)}"
        ][0],
        "another value"
      ),
      " [node-group-desired-max]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : floor(
        item.sizes.min
      ) == item.sizes.min && item.sizes.min >= 0 && item.sizes.min <= 100000
    ])
    error_message = join("", [
      "groups[*].sizes.min: expected a whole number from 0 to 100000, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : floor(
                item.sizes.min
              ) == item.sizes.min && item.sizes.min >= 0 && item.sizes.min <= 100000
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].sizes.min)}"
        ][0],
        "another value"
      ),
      " [node-group-min]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : floor(
        item.sizes.desired
      ) == item.sizes.desired && item.sizes.desired >= 0 && item.sizes.desired <= 100000
    ])
    error_message = join("", [
      "groups[*].sizes.desired: expected a whole number from 0 to 100000, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : floor(
                item.sizes.desired
              ) == item.sizes.desired && item.sizes.desired >= 0 && item.sizes.desired <= 100000
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].sizes.desired)}"
        ][0],
        "another value"
      ),
      " [node-group-desired]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : floor(
        item.sizes.max
      ) == item.sizes.max && item.sizes.max >= 1 && item.sizes.max <= 100000
    ])
    error_message = join("", [
      "groups[*].sizes.max: expected a whole number from 1 to 100000, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : floor(
                item.sizes.max
              ) == item.sizes.max && item.sizes.max >= 1 && item.sizes.max <= 100000
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].sizes.max)}"
        ][0],
        "another value"
      ),
      " [node-group-max]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.autoscaler == null ? true : alltrue([
        for item2 in item.autoscaler.resources : can(regex(
          "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "groups[*].autoscaler.resources[*]: expected a quantity such as 4 or 100Gi, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.autoscaler == null ? true : alltrue([
                for item2 in item.autoscaler.resources : can(regex(
                  "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].autoscaler.resources : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$", item))], false)] : "${keys(values(var.groups)[at].autoscaler.resources)[at2]} = ${jsonencode(values(values(var.groups)[at].autoscaler.resources)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [autoscaler-resource]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.autoscaler == null ? true : alltrue([
        for name in keys(item.autoscaler.options) : contains(
          [
            "scaledownutilizationthreshold",
            "scaledowngpuutilizationthreshold",
            "scaledownunneededtime",
            "scaledownunreadytime",
            "ignoredaemonsetsutilization",
          ],
          name
        )
      ])
    ])
    error_message = join("", [
      "groups[*].autoscaler.options: expected a map in which each key is one of scaledownutilizationthreshold, scaledowngpuutilizationthreshold, scaledownunneededtime, scaledownunreadytime, ignoredaemonsetsutilization, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.autoscaler == null ? true : alltrue([
                for name in keys(item.autoscaler.options) : contains(
                  [
                    "scaledownutilizationthreshold",
                    "scaledowngpuutilizationthreshold",
                    "scaledownunneededtime",
                    "scaledownunreadytime",
                    "ignoredaemonsetsutilization",
                  ],
                  name
                )
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name in keys(values(var.groups)[at].autoscaler.options) : name if !contains(["scaledownutilizationthreshold", "scaledowngpuutilizationthreshold", "scaledownunneededtime", "scaledownunreadytime", "ignoredaemonsetsutilization"], name)])}"
        ][0],
        "another value"
      ),
      " [autoscaler-option]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.autoscaler == null ? true : alltrue([
        for item2 in item.autoscaler.options : can(regex("^[A-Za-z0-9.]+$", item2))
      ])
    ])
    error_message = join("", [
      "groups[*].autoscaler.options[*]: expected a setting such as 0.5, 10m or true, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.autoscaler == null ? true : alltrue([
                for item2 in item.autoscaler.options : can(regex("^[A-Za-z0-9.]+$", item2))
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].autoscaler.options : can(regex("^[A-Za-z0-9.]+$", item))], false)] : "${keys(values(var.groups)[at].autoscaler.options)[at2]} = ${jsonencode(values(values(var.groups)[at].autoscaler.options)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [autoscaler-option-value]",
    ])
  }

  validation {
    condition = alltrue([for item in var.groups : item.zones == null ? true : length(item.zones) >= 1])
    error_message = join("", [
      "groups[*].zones: expected at least one zone, got ",
      try(
        [
          for at in [index(
            [for item in var.groups : item.zones == null ? true : length(item.zones) >= 1],
            false
          )] : "${keys(var.groups)[at]} = ${length(values(var.groups)[at].zones)}"
        ][0],
        "another value"
      ),
      " [node-group-zones]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.zones == null ? true : length(distinct(item.zones)) == length(item.zones)
    ])
    error_message = join("", [
      "groups[*].zones: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.zones == null ? true : length(distinct(item.zones)) == length(item.zones)
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].zones)}"
        ][0],
        "another value"
      ),
      " [node-group-distinct-zones]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.kubernetes_version == null ? true : can(regex(
        "^1\\.[0-9]{2}$",
        item.kubernetes_version
      ))
    ])
    error_message = join("", [
      "groups[*].kubernetes_version: expected a minor version such as 1.35, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.kubernetes_version == null ? true : can(regex(
                "^1\\.[0-9]{2}$",
                item.kubernetes_version
              ))
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].kubernetes_version)}"
        ][0],
        "another value"
      ),
      "; the image's release chooses the patch [group-kubernetes-version]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : length([
        for given in [item.disk.gp3 != null, item.disk.io2 != null] : given
        if given
      ]) <= 1
    ])
    error_message = join("", [
      "groups[*].disk: expected at most one of gp3, io2, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : length([
                for given in [item.disk.gp3 != null, item.disk.io2 != null] : given
                if given
              ]) <= 1
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name, given in { gp3 = values(var.groups)[at].disk.gp3 != null, io2 = values(var.groups)[at].disk.io2 != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [disk-kind]",
    ])
  }

  validation {
    condition = alltrue([for item in var.groups : try(item.disk.gp3.iops <= 500 * item.disk.gib, true)])
    error_message = join("", [
      "groups[*].disk.gp3.iops: expected a number that is at most 500 times gib, got ",
      try(
        [
          for at in [index(
            [for item in var.groups : try(item.disk.gp3.iops <= 500 * item.disk.gib, true)],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].disk.gp3.iops)}"
        ][0],
        "another value"
      ),
      " [disk-gp3-size-iops]",
    ])
  }

  validation {
    condition = alltrue([for item in var.groups : try(item.disk.io2.iops <= 1000 * item.disk.gib, true)])
    error_message = join("", [
      "groups[*].disk.io2.iops: expected a number that is at most 1000 times gib, got ",
      try(
        [
          for at in [index(
            [for item in var.groups : try(item.disk.io2.iops <= 1000 * item.disk.gib, true)],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].disk.io2.iops)}"
        ][0],
        "another value"
      ),
      " [disk-io2-size-iops]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : floor(
        item.disk.gib
      ) == item.disk.gib && item.disk.gib >= 20 && item.disk.gib <= 65536
    ])
    error_message = join("", [
      "groups[*].disk.gib: expected a whole number from 20 to 65536, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : floor(
                item.disk.gib
              ) == item.disk.gib && item.disk.gib >= 20 && item.disk.gib <= 65536
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].disk.gib)}"
        ][0],
        "another value"
      ),
      " [node-group-disk]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.disk.gp3 == null ? true : try(
        item.disk.gp3.throughput_mibs <= 0.25 * item.disk.gp3.iops,
        true
      )
    ])
    error_message = join("", [
      "groups[*].disk.gp3.throughput_mibs: expected a number that is at most 0.25 times iops, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.disk.gp3 == null ? true : try(
                item.disk.gp3.throughput_mibs <= 0.25 * item.disk.gp3.iops,
                true
              )
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].disk.gp3.throughput_mibs)}"
        ][0],
        "another value"
      ),
      "; EBS gives 1 MiB for 4 operations [disk-gp3-throughput-iops]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.disk.gp3 == null ? true : floor(
        item.disk.gp3.iops
      ) == item.disk.gp3.iops && item.disk.gp3.iops >= 3000 && item.disk.gp3.iops <= 80000
    ])
    error_message = join("", [
      "groups[*].disk.gp3.iops: expected a whole number from 3000 to 80000, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.disk.gp3 == null ? true : floor(
                item.disk.gp3.iops
              ) == item.disk.gp3.iops && item.disk.gp3.iops >= 3000 && item.disk.gp3.iops <= 80000
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].disk.gp3.iops)}"
        ][0],
        "another value"
      ),
      " [disk-gp3-iops]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.disk.gp3 == null ? true : floor(
        item.disk.gp3.throughput_mibs
      ) == item.disk.gp3.throughput_mibs && item.disk.gp3.throughput_mibs >= 125 && item.disk.gp3.throughput_mibs <= 1000
    ])
    error_message = join("", [
      "groups[*].disk.gp3.throughput_mibs: expected a whole number from 125 to 1000, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.disk.gp3 == null ? true : floor(
                item.disk.gp3.throughput_mibs
              ) == item.disk.gp3.throughput_mibs && item.disk.gp3.throughput_mibs >= 125 && item.disk.gp3.throughput_mibs <= 1000
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].disk.gp3.throughput_mibs)}"
        ][0],
        "another value"
      ),
      " [disk-gp3-throughput]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.disk.io2 == null ? true : floor(
        item.disk.io2.iops
      ) == item.disk.io2.iops && item.disk.io2.iops >= 100 && item.disk.io2.iops <= 256000
    ])
    error_message = join("", [
      "groups[*].disk.io2.iops: expected a whole number from 100 to 256000, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.disk.io2 == null ? true : floor(
                item.disk.io2.iops
              ) == item.disk.io2.iops && item.disk.io2.iops >= 100 && item.disk.io2.iops <= 256000
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].disk.io2.iops)}"
        ][0],
        "another value"
      ),
      " [disk-io2-iops]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.disk.kms_key_arn == null ? true : can(regex(
        "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
        item.disk.kms_key_arn
      ))
    ])
    error_message = join("", [
      "groups[*].disk.kms_key_arn: expected the ARN of a KMS key, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.disk.kms_key_arn == null ? true : can(regex(
                "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
                item.disk.kms_key_arn
              ))
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].disk.kms_key_arn)}"
        ][0],
        "another value"
      ),
      " [node-group-disk-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : floor(
        item.metadata_hop_limit
      ) == item.metadata_hop_limit && item.metadata_hop_limit >= 1 && item.metadata_hop_limit <= 64
    ])
    error_message = join("", [
      "groups[*].metadata_hop_limit: expected a whole number from 1 to 64, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : floor(
                item.metadata_hop_limit
              ) == item.metadata_hop_limit && item.metadata_hop_limit >= 1 && item.metadata_hop_limit <= 64
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].metadata_hop_limit)}"
        ][0],
        "another value"
      ),
      " [metadata-hop-limit]",
    ])
  }

  validation {
    condition = alltrue([for item in var.groups : length(item.security_group_ids) <= 4])
    error_message = join("", [
      "groups[*].security_group_ids: expected at most 4 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.groups : length(item.security_group_ids) <= 4],
            false
          )] : "${keys(var.groups)[at]} = ${length(values(var.groups)[at].security_group_ids)}"
        ][0],
        "another value"
      ),
      "; a network interface takes 5, and the cluster's own is one [node-security-groups]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for item2 in item.security_group_ids : can(regex("^sg-[0-9a-f]{8,17}$", item2))
      ])
    ])
    error_message = join("", [
      "groups[*].security_group_ids[*]: expected the id of a security group, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : alltrue([
                for item2 in item.security_group_ids : can(regex("^sg-[0-9a-f]{8,17}$", item2))
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].security_group_ids : can(regex("^sg-[0-9a-f]{8,17}$", item))], false)] : "${at2} = ${jsonencode(values(var.groups)[at].security_group_ids[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [node-security-group]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.reservation == null ? true : length([
        for given in [item.reservation.id != null, item.reservation.resource_group_arn != null] : given
        if given
      ]) == 1
    ])
    error_message = join("", [
      "groups[*].reservation: expected exactly one of id, resource_group_arn, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.reservation == null ? true : length([
                for given in [
                  item.reservation.id != null,
                  item.reservation.resource_group_arn != null,
                ] : given
                if given
              ]) == 1
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name, given in { id = values(var.groups)[at].reservation.id != null, resource_group_arn = values(var.groups)[at].reservation.resource_group_arn != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [reservation]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.reservation == null ? true : item.reservation.id == null ? true : can(regex(
        "^cr-[0-9a-f]{8,17}$",
        item.reservation.id
      ))
    ])
    error_message = join("", [
      "groups[*].reservation.id: expected the id of a capacity reservation, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.reservation == null ? true : item.reservation.id == null ? true : can(regex(
                "^cr-[0-9a-f]{8,17}$",
                item.reservation.id
              ))
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].reservation.id)}"
        ][0],
        "another value"
      ),
      " [reservation-id]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.reservation == null ? true : item.reservation.resource_group_arn == null ? true : can(regex(
        "^arn:aws[a-z-]*:resource-groups:[a-z0-9-]+:[0-9]{12}:group/.+$",
        item.reservation.resource_group_arn
      ))
    ])
    error_message = join("", [
      "groups[*].reservation.resource_group_arn: expected the ARN of a resource group, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.reservation == null ? true : item.reservation.resource_group_arn == null ? true : can(regex(
                "^arn:aws[a-z-]*:resource-groups:[a-z0-9-]+:[0-9]{12}:group/.+$",
                item.reservation.resource_group_arn
              ))
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].reservation.resource_group_arn)}"
        ][0],
        "another value"
      ),
      " [reservation-group]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.efa == null ? true : floor(
        item.efa.interfaces
      ) == item.efa.interfaces && item.efa.interfaces >= 1 && item.efa.interfaces <= 32
    ])
    error_message = join("", [
      "groups[*].efa.interfaces: expected a whole number from 1 to 32, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.efa == null ? true : floor(
                item.efa.interfaces
              ) == item.efa.interfaces && item.efa.interfaces >= 1 && item.efa.interfaces <= 32
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].efa.interfaces)}"
        ][0],
        "another value"
      ),
      " [efa-interfaces]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.max_pods == null ? true : floor(
        item.max_pods
      ) == item.max_pods && item.max_pods >= 1 && item.max_pods <= 1000
    ])
    error_message = join("", [
      "groups[*].max_pods: expected a whole number from 1 to 1000, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.max_pods == null ? true : floor(
                item.max_pods
              ) == item.max_pods && item.max_pods >= 1 && item.max_pods <= 1000
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].max_pods)}"
        ][0],
        "another value"
      ),
      " [node-max-pods]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.script_before == null ? true : !strcontains(item.script_before, "--==node==") && !strcontains(item.script_before, "<powershell>") && !strcontains(
        item.script_before,
        "</powershell>"
      )
    ])
    error_message = join("", [
      "groups[*].script_before: expected text without --==node== or <powershell> or </powershell>, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.script_before == null ? true : !strcontains(item.script_before, "--==node==") && !strcontains(item.script_before, "<powershell>") && !strcontains(
                item.script_before,
                "</powershell>"
              )
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].script_before)}"
        ][0],
        "another value"
      ),
      "; it ends a part of the user data [node-script-marks]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.script_after == null ? true : !strcontains(item.script_after, "</powershell>") && !strcontains(
        item.script_after,
        "<powershell>"
      )
    ])
    error_message = join("", [
      "groups[*].script_after: expected text without </powershell> or <powershell>, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.script_after == null ? true : !strcontains(item.script_after, "</powershell>") && !strcontains(
                item.script_after,
                "<powershell>"
              )
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].script_after)}"
        ][0],
        "another value"
      ),
      "; it ends the user data [node-script-after-marks]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.node_config == null ? true : item.node_config.kubelet_config == null ? true : can(keys(jsondecode(
        item.node_config.kubelet_config
      )))
    ])
    error_message = join("", [
      "groups[*].node_config.kubelet_config: expected text with a JSON object, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.node_config == null ? true : item.node_config.kubelet_config == null ? true : can(keys(jsondecode(
                item.node_config.kubelet_config
              )))
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].node_config.kubelet_config)}"
        ][0],
        "another value"
      ),
      " [kubelet-config]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.node_config == null ? true : alltrue([
        for item2 in item.node_config.kubelet_flags : can(regex("^--[a-z]", item2))
      ])
    ])
    error_message = join("", [
      "groups[*].node_config.kubelet_flags[*]: expected a flag such as --node-labels=a=b, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.node_config == null ? true : alltrue([
                for item2 in item.node_config.kubelet_flags : can(regex("^--[a-z]", item2))
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].node_config.kubelet_flags : can(regex("^--[a-z]", item))], false)] : "${at2} = ${jsonencode(values(var.groups)[at].node_config.kubelet_flags[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [kubelet-flag]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.node_config == null ? true : item.node_config.local_storage == null ? true : contains(
        ["RAID0", "RAID10", "Mount"],
        item.node_config.local_storage
      )
    ])
    error_message = join("", [
      "groups[*].node_config.local_storage: expected one of RAID0, RAID10, Mount, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.node_config == null ? true : item.node_config.local_storage == null ? true : contains(
                ["RAID0", "RAID10", "Mount"],
                item.node_config.local_storage
              )
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].node_config.local_storage)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.bottlerocket_settings == null ? true : !strcontains(
        item.bottlerocket_settings,
        "[settings.kubernetes]"
      )
    ])
    error_message = join("", [
      "groups[*].bottlerocket_settings: expected text without [settings.kubernetes], got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.bottlerocket_settings == null ? true : !strcontains(
                item.bottlerocket_settings,
                "[settings.kubernetes]"
              )
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].bottlerocket_settings)}"
        ][0],
        "another value"
      ),
      "; the text begins inside it, and TOML takes a table once [bottlerocket-table]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.bottlerocket_settings == null ? true : can(regex(
        "^\\s*(#|\\[|[A-Za-z0-9_\"-]+(\\.[A-Za-z0-9_\"-]+)*\\s*=)",
        item.bottlerocket_settings
      ))
    ])
    error_message = join("", [
      "groups[*].bottlerocket_settings: expected TOML, such as pods-per-core = 10, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.bottlerocket_settings == null ? true : can(regex(
                "^\\s*(#|\\[|[A-Za-z0-9_\"-]+(\\.[A-Za-z0-9_\"-]+)*\\s*=)",
                item.bottlerocket_settings
              ))
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].bottlerocket_settings)}"
        ][0],
        "another value"
      ),
      " [bottlerocket-toml]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for name in keys(item.labels) : length(name) >= 1 && length(name) <= 63
      ])
    ])
    error_message = join("", [
      "groups[*].labels: expected a map in which each key is text of 1 to 63 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : alltrue([
                for name in keys(item.labels) : length(name) >= 1 && length(name) <= 63
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name in keys(values(var.groups)[at].labels) : name if !(length(name) >= 1 && length(name) <= 63)])}"
        ][0],
        "another value"
      ),
      " [node-label-key-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for name in keys(item.labels) : can(regex(
          "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
          name
        ))
      ])
    ])
    error_message = join("", [
      "groups[*].labels: expected a map in which each key is letters, digits, hyphens, underscores and dots, with a DNS name and a slash before it or not, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : alltrue([
                for name in keys(item.labels) : can(regex(
                  "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
                  name
                ))
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name in keys(values(var.groups)[at].labels) : name if !can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])}"
        ][0],
        "another value"
      ),
      " [node-label-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for name in keys(item.labels) : !strcontains(name, "kubernetes.io/") && !strcontains(name, "k8s.io/") && !strcontains(
          name,
          "eks.amazonaws.com/"
        )
      ])
    ])
    error_message = join("", [
      "groups[*].labels: expected a map in which each key is text without kubernetes.io/ or k8s.io/ or eks.amazonaws.com/, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : alltrue([
                for name in keys(item.labels) : !strcontains(name, "kubernetes.io/") && !strcontains(name, "k8s.io/") && !strcontains(
                  name,
                  "eks.amazonaws.com/"
                )
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name in keys(values(var.groups)[at].labels) : name if !(!strcontains(name, "kubernetes.io/") && !strcontains(name, "k8s.io/") && !strcontains(name, "eks.amazonaws.com/"))])}"
        ][0],
        "another value"
      ),
      "; EKS and kubelet keep those for themselves [node-label-reserved]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([for item2 in item.labels : length(item2) >= 1 && length(item2) <= 63])
    ])
    error_message = join("", [
      "groups[*].labels[*]: expected text of 1 to 63 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : alltrue([
                for item2 in item.labels : length(item2) >= 1 && length(item2) <= 63
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].labels : length(item) >= 1 && length(item) <= 63], false)] : "${keys(values(var.groups)[at].labels)[at2]} = ${jsonencode(values(values(var.groups)[at].labels)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [node-label-value-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for item2 in item.labels : can(regex("^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", item2))
      ])
    ])
    error_message = join("", [
      "groups[*].labels[*]: expected letters, digits, hyphens, underscores and dots, the first and last a letter or digit, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : alltrue([
                for item2 in item.labels : can(regex("^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", item2))
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].labels : can(regex("^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", item))], false)] : "${keys(values(var.groups)[at].labels)[at2]} = ${jsonencode(values(values(var.groups)[at].labels)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [node-label-value]",
    ])
  }

  validation {
    condition = alltrue([for item in var.groups : length(item.taints) <= 50])
    error_message = join("", [
      "groups[*].taints: expected at most 50 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.groups : length(item.taints) <= 50],
            false
          )] : "${keys(var.groups)[at]} = ${length(values(var.groups)[at].taints)}"
        ][0],
        "another value"
      ),
      " [taint-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : length(distinct([for item in item.taints : [item.key, item.effect]])) == length(
        item.taints
      )
    ])
    error_message = join("", [
      "groups[*].taints: expected a different key and effect in each element, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : length(distinct([for item in item.taints : [item.key, item.effect]])) == length(
                item.taints
              )
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for item in values(var.groups)[at].taints : [item.key, item.effect]])}"
        ][0],
        "another value"
      ),
      " [distinct-taints]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for item2 in item.taints : length(item2.key) >= 1 && length(item2.key) <= 63
      ])
    ])
    error_message = join("", [
      "groups[*].taints[*].key: expected text of 1 to 63 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : alltrue([
                for item2 in item.taints : length(item2.key) >= 1 && length(item2.key) <= 63
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].taints : length(item.key) >= 1 && length(item.key) <= 63], false)] : "${at2} = ${jsonencode(values(var.groups)[at].taints[at2].key)}"][0]}"
        ][0],
        "another value"
      ),
      " [taint-key-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for item2 in item.taints : can(regex(
          "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
          item2.key
        ))
      ])
    ])
    error_message = join("", [
      "groups[*].taints[*].key: expected letters, digits, hyphens, underscores and dots, with a DNS name and a slash before it or not, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : alltrue([
                for item2 in item.taints : can(regex(
                  "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
                  item2.key
                ))
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].taints : can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", item.key))], false)] : "${at2} = ${jsonencode(values(var.groups)[at].taints[at2].key)}"][0]}"
        ][0],
        "another value"
      ),
      " [taint-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for item2 in item.taints : item2.value == null ? true : length(item2.value) >= 1 && length(
          item2.value
        ) <= 63
      ])
    ])
    error_message = join("", [
      "groups[*].taints[*].value: expected text of 1 to 63 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : alltrue([
                for item2 in item.taints : item2.value == null ? true : length(item2.value) >= 1 && length(
                  item2.value
                ) <= 63
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].taints : item.value == null ? true : length(item.value) >= 1 && length(item.value) <= 63], false)] : "${at2} = ${jsonencode(values(var.groups)[at].taints[at2].value)}"][0]}"
        ][0],
        "another value"
      ),
      " [taint-value-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for item2 in item.taints : item2.value == null ? true : can(regex(
          "^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
          item2.value
        ))
      ])
    ])
    error_message = join("", [
      "groups[*].taints[*].value: expected letters, digits, hyphens, underscores and dots, the first and last a letter or digit, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : alltrue([
                for item2 in item.taints : item2.value == null ? true : can(regex(
                  "^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
                  item2.value
                ))
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].taints : item.value == null ? true : can(regex("^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", item.value))], false)] : "${at2} = ${jsonencode(values(var.groups)[at].taints[at2].value)}"][0]}"
        ][0],
        "another value"
      ),
      " [taint-value]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for item2 in item.taints : contains(["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"], item2.effect)
      ])
    ])
    error_message = join("", [
      "groups[*].taints[*].effect: expected one of NO_SCHEDULE, NO_EXECUTE, PREFER_NO_SCHEDULE, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : alltrue([
                for item2 in item.taints : contains(
                  ["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"],
                  item2.effect
                )
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].taints : contains(["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"], item.effect)], false)] : "${at2} = ${jsonencode(values(var.groups)[at].taints[at2].effect)}"][0]}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
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
    error_message = join("", [
      "groups[*].update: expected either a number or a percentage of nodes, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : length([
                for given in [
                  item.update.max_unavailable != null,
                  item.update.max_unavailable_percentage != null,
                ] : given
                if given
              ]) == 1
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name, given in { max_unavailable = values(var.groups)[at].update.max_unavailable != null, max_unavailable_percentage = values(var.groups)[at].update.max_unavailable_percentage != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [node-group-update]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.update.max_unavailable == null ? true : floor(
        item.update.max_unavailable
      ) == item.update.max_unavailable && item.update.max_unavailable >= 1 && item.update.max_unavailable <= 100
    ])
    error_message = join("", [
      "groups[*].update.max_unavailable: expected a whole number from 1 to 100, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.update.max_unavailable == null ? true : floor(
                item.update.max_unavailable
              ) == item.update.max_unavailable && item.update.max_unavailable >= 1 && item.update.max_unavailable <= 100
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].update.max_unavailable)}"
        ][0],
        "another value"
      ),
      " [node-group-unavailable]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.update.max_unavailable_percentage == null ? true : floor(
        item.update.max_unavailable_percentage
      ) == item.update.max_unavailable_percentage && item.update.max_unavailable_percentage >= 1 && item.update.max_unavailable_percentage <= 100
    ])
    error_message = join("", [
      "groups[*].update.max_unavailable_percentage: expected a whole number from 1 to 100, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.update.max_unavailable_percentage == null ? true : floor(
                item.update.max_unavailable_percentage
              ) == item.update.max_unavailable_percentage && item.update.max_unavailable_percentage >= 1 && item.update.max_unavailable_percentage <= 100
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].update.max_unavailable_percentage)}"
        ][0],
        "another value"
      ),
      " [node-group-unavailable-percentage]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : floor(
        item.timeout_minutes
      ) == item.timeout_minutes && item.timeout_minutes >= 5 && item.timeout_minutes <= 1440
    ])
    error_message = join("", [
      "groups[*].timeout_minutes: expected a whole number from 5 to 1440, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : floor(
                item.timeout_minutes
              ) == item.timeout_minutes && item.timeout_minutes >= 5 && item.timeout_minutes <= 1440
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].timeout_minutes)}"
        ][0],
        "another value"
      ),
      " [node-group-timeout]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.name == null ? true : length(item.name) >= 1 && length(item.name) <= 63
    ])
    error_message = join("", [
      "groups[*].name: expected text of 1 to 63 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.name == null ? true : length(item.name) >= 1 && length(item.name) <= 63
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].name)}"
        ][0],
        "another value"
      ),
      " [node-group-fixed-name-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.name == null ? true : can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", item.name))
    ])
    error_message = join("", [
      "groups[*].name: expected a name that AWS takes for a node group, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.name == null ? true : can(regex(
                "^[A-Za-z0-9][A-Za-z0-9_-]*$",
                item.name
              ))
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].name)}"
        ][0],
        "another value"
      ),
      " [node-group-fixed-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.launch_template_name == null ? true : length(item.launch_template_name) >= 3 && length(
        item.launch_template_name
      ) <= 125
    ])
    error_message = join("", [
      "groups[*].launch_template_name: expected text of 3 to 125 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.launch_template_name == null ? true : length(item.launch_template_name) >= 3 && length(
                item.launch_template_name
              ) <= 125
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].launch_template_name)}"
        ][0],
        "another value"
      ),
      " [launch-template-name-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.launch_template_name == null ? true : can(regex(
        "^[A-Za-z0-9()./_-][A-Za-z0-9()./_-]*$",
        item.launch_template_name
      ))
    ])
    error_message = join("", [
      "groups[*].launch_template_name: expected a name that AWS takes for a launch template, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.launch_template_name == null ? true : can(regex(
                "^[A-Za-z0-9()./_-][A-Za-z0-9()./_-]*$",
                item.launch_template_name
              ))
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].launch_template_name)}"
        ][0],
        "another value"
      ),
      " [launch-template-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : item.role_arn == null ? true : can(regex(
        "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$",
        item.role_arn
      ))
    ])
    error_message = join("", [
      "groups[*].role_arn: expected the ARN of an IAM role, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : item.role_arn == null ? true : can(regex(
                "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$",
                item.role_arn
              ))
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode(values(var.groups)[at].role_arn)}"
        ][0],
        "another value"
      ),
      " [node-group-role]",
    ])
  }

  validation {
    condition = alltrue([for item in var.groups : length(item.tags) <= 50])
    error_message = join("", [
      "groups[*].tags: expected at most 50 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.groups : length(item.tags) <= 50],
            false
          )] : "${keys(var.groups)[at]} = ${length(values(var.groups)[at].tags)}"
        ][0],
        "another value"
      ),
      " [tag-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([
        for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128
      ])
    ])
    error_message = join("", [
      "groups[*].tags: expected a map in which each key is text of 1 to 128 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.groups : alltrue([
                for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128
              ])
            ],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name in keys(values(var.groups)[at].tags) : name if !(length(name) >= 1 && length(name) <= 128)])}"
        ][0],
        "another value"
      ),
      " [tag-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.groups : alltrue([for name in keys(item.tags) : !startswith(name, "aws:")])
    ])
    error_message = join("", [
      "groups[*].tags: expected a map in which each key is text that does not begin with aws:, got ",
      try(
        [
          for at in [index(
            [for item in var.groups : alltrue([for name in keys(item.tags) : !startswith(name, "aws:")])],
            false
          )] : "${keys(var.groups)[at]} = ${jsonencode([for name in keys(values(var.groups)[at].tags) : name if startswith(name, "aws:")])}"
        ][0],
        "another value"
      ),
      "; AWS keeps those for itself [tag-key-reserved]",
    ])
  }

  validation {
    condition = alltrue([for item in var.groups : alltrue([for item2 in item.tags : length(item2) <= 256])])
    error_message = join("", [
      "groups[*].tags[*]: expected text of at most 256 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.groups : alltrue([for item2 in item.tags : length(item2) <= 256])],
            false
          )] : "${keys(var.groups)[at]} = ${[for at2 in [index([for item in values(var.groups)[at].tags : length(item) <= 256], false)] : "${keys(values(var.groups)[at].tags)[at2]} = ${jsonencode(values(values(var.groups)[at].tags)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [tag-value]",
    ])
  }
}

variable "cni_policy" {
  description = "Lets the nodes manage the network interfaces of their pods. Null takes that from them, where vpc-cni has a role of its own."
  type        = object({})
  default     = {}
}

variable "policies" {
  description = "Further policies of the nodes' role, by a name of yours."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(var.policies) <= 6
    error_message = "policies: expected at most 6 elements, got ${try(length(var.policies), "another value")}; a role takes 10, and nodes need 4 [node-policies]"
  }

  validation {
    condition = alltrue([
      for item in var.policies : can(regex(
        "^arn:aws[a-z-]*:iam::(aws|[0-9]{12}):policy/[A-Za-z0-9_+=,.@/-]+$",
        item
      ))
    ])
    error_message = join("", [
      "policies[*]: expected the ARN of an IAM policy, got ",
      try(
        [
          for at in [index(
            [
              for item in var.policies : can(regex(
                "^arn:aws[a-z-]*:iam::(aws|[0-9]{12}):policy/[A-Za-z0-9_+=,.@/-]+$",
                item
              ))
            ],
            false
          )] : "${keys(var.policies)[at]} = ${jsonencode(values(var.policies)[at])}"
        ][0],
        "another value"
      ),
      " [node-policy]",
    ])
  }
}

variable "role_name" {
  description = "Name of the role, where it must be this one: an adopted role keeps its name and so is not replaced."
  type        = string
  default     = null

  validation {
    condition     = var.role_name == null ? true : length(var.role_name) >= 1 && length(var.role_name) <= 64
    error_message = "role_name: expected text of 1 to 64 characters, got ${jsonencode(var.role_name)} [node-role-name-length]"
  }

  validation {
    condition = (
      var.role_name == null
      ? true
      : can(regex("^[A-Za-z0-9_+=,.@-][A-Za-z0-9_+=,.@-]*$", var.role_name))
    )
    error_message = "role_name: expected a name that AWS takes for a role, got ${jsonencode(var.role_name)} [node-role-name]"
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
  description = "Tags of everything that is made here, instances and volumes included."
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
