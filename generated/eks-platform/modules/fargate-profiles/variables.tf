variable "cluster_name" {
  description = "Name of the cluster."
  type        = string
  nullable    = false
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

variable "region" {
  description = "Region of the cluster."
  type        = string
  nullable    = false
}

variable "account" {
  description = "Id of the AWS account, twelve digits."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "account: expected an account id of twelve digits, got ${jsonencode(var.account)}; the role trusts the profiles of this cluster alone [fargate-account]"
  }
}

variable "subnet_ids" {
  description = "Private subnets of the pods by availability zone. EKS refuses subnets with a route to an internet gateway."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 1
    error_message = "subnet_ids: expected a subnet in at least one availability zone, got ${try(length(var.subnet_ids), "another value")} [fargate-subnets]"
  }
}

variable "network_ready" {
  description = "Ids of what must be there before pods start: routes, NAT gateways, endpoints. Without them no image can be pulled."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "profiles" {
  description = "Fargate profiles by name. Whatever changes but tags replaces a profile, and ends the pods that run by it."
  type = map(object({
    # Which pods run on Fargate: those that one of the selectors fits.
    selectors = list(object({
      # Namespace of the pods. `*` stands for any text, `?` for one character.
      namespace = string
      # Labels that the pods must have, all of them. `*` and `?` stand as in namespaces.
      labels = optional(map(string), {})
    }))
    # Availability zones of the pods, of those that `subnet_ids` has. Null takes all.
    zones = optional(list(string))
    # ARN of an existing pod execution role, in place of the one that all profiles share. Another
    # role replaces the profile.
    role_arn = optional(string)
    # Tags of the profile, beside those of everything. Pods do not get them.
    tags = optional(map(string), {})
  }))
  nullable = false

  validation {
    condition = alltrue([for name in keys(var.profiles) : length(name) >= 1 && length(name) <= 63])
    error_message = join("", [
      "profiles: expected a map in which each key is text of 1 to 63 characters, got ",
      try(
        jsonencode([for name in keys(var.profiles) : name if !(length(name) >= 1 && length(name) <= 63)]),
        "another value"
      ),
      " [fargate-profile-name-length]",
    ])
  }

  validation {
    condition = alltrue([for name in keys(var.profiles) : can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", name))])
    error_message = join("", [
      "profiles: expected a map in which each key is letters, digits, hyphens and underscores, the first a letter or digit, got ",
      try(
        jsonencode([
          for name in keys(var.profiles) : name
          if !can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", name))
        ]),
        "another value"
      ),
      " [fargate-profile-name]",
    ])
  }

  validation {
    condition = alltrue([for name in keys(var.profiles) : !startswith(name, "eks-")])
    error_message = join("", [
      "profiles: expected a map in which each key is text that does not begin with eks-, got ",
      try(jsonencode([for name in keys(var.profiles) : name if startswith(name, "eks-")]), "another value"),
      "; EKS keeps those for itself [fargate-profile-reserved]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.profiles : length(item.selectors) >= 1 && length(item.selectors) <= 5
    ])
    error_message = join("", [
      "profiles[*].selectors: expected 1 to 5 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.profiles : length(item.selectors) >= 1 && length(item.selectors) <= 5],
            false
          )] : "${keys(var.profiles)[at]} = ${length(values(var.profiles)[at].selectors)}"
        ][0],
        "another value"
      ),
      " [fargate-selectors]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.profiles : alltrue([
        for item2 in item.selectors : length(item2.namespace) >= 1 && length(item2.namespace) <= 63
      ])
    ])
    error_message = join("", [
      "profiles[*].selectors[*].namespace: expected text of 1 to 63 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.profiles : alltrue([
                for item2 in item.selectors : length(item2.namespace) >= 1 && length(item2.namespace) <= 63
              ])
            ],
            false
          )] : "${keys(var.profiles)[at]} = ${[for at2 in [index([for item in values(var.profiles)[at].selectors : length(item.namespace) >= 1 && length(item.namespace) <= 63], false)] : "${at2} = ${jsonencode(values(var.profiles)[at].selectors[at2].namespace)}"][0]}"
        ][0],
        "another value"
      ),
      " [fargate-namespace-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.profiles : alltrue([
        for item2 in item.selectors : can(regex("^[a-z0-9*?]([a-z0-9*?-]*[a-z0-9*?])?$", item2.namespace))
      ])
    ])
    error_message = join("", [
      "profiles[*].selectors[*].namespace: expected a Kubernetes namespace, or a pattern with * and ?, got ",
      try(
        [
          for at in [index(
            [
              for item in var.profiles : alltrue([
                for item2 in item.selectors : can(regex(
                  "^[a-z0-9*?]([a-z0-9*?-]*[a-z0-9*?])?$",
                  item2.namespace
                ))
              ])
            ],
            false
          )] : "${keys(var.profiles)[at]} = ${[for at2 in [index([for item in values(var.profiles)[at].selectors : can(regex("^[a-z0-9*?]([a-z0-9*?-]*[a-z0-9*?])?$", item.namespace))], false)] : "${at2} = ${jsonencode(values(var.profiles)[at].selectors[at2].namespace)}"][0]}"
        ][0],
        "another value"
      ),
      " [fargate-namespace]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.profiles : alltrue([for item2 in item.selectors : length(item2.labels) <= 5])
    ])
    error_message = join("", [
      "profiles[*].selectors[*].labels: expected at most 5 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.profiles : alltrue([for item2 in item.selectors : length(item2.labels) <= 5])],
            false
          )] : "${keys(var.profiles)[at]} = ${[for at2 in [index([for item in values(var.profiles)[at].selectors : length(item.labels) <= 5], false)] : "${at2} = ${length(values(var.profiles)[at].selectors[at2].labels)}"][0]}"
        ][0],
        "another value"
      ),
      " [fargate-labels]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.profiles : alltrue([
        for item2 in item.selectors : alltrue([
          for name in keys(item2.labels) : length(name) >= 1 && length(name) <= 317
        ])
      ])
    ])
    error_message = join("", [
      "profiles[*].selectors[*].labels: expected a map in which each key is text of 1 to 317 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.profiles : alltrue([
                for item2 in item.selectors : alltrue([
                  for name in keys(item2.labels) : length(name) >= 1 && length(name) <= 317
                ])
              ])
            ],
            false
          )] : "${keys(var.profiles)[at]} = ${[for at2 in [index([for item in values(var.profiles)[at].selectors : alltrue([for name in keys(item.labels) : length(name) >= 1 && length(name) <= 317])], false)] : "${at2} = ${jsonencode([for name in keys(values(var.profiles)[at].selectors[at2].labels) : name if !(length(name) >= 1 && length(name) <= 317)])}"][0]}"
        ][0],
        "another value"
      ),
      " [fargate-label-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.profiles : alltrue([
        for item2 in item.selectors : alltrue([for item3 in item2.labels : length(item3) <= 63])
      ])
    ])
    error_message = join("", [
      "profiles[*].selectors[*].labels[*]: expected text of at most 63 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.profiles : alltrue([
                for item2 in item.selectors : alltrue([for item3 in item2.labels : length(item3) <= 63])
              ])
            ],
            false
          )] : "${keys(var.profiles)[at]} = ${[for at2 in [index([for item in values(var.profiles)[at].selectors : alltrue([for item2 in item.labels : length(item2) <= 63])], false)] : "${at2} = ${[for at3 in [index([for item in values(var.profiles)[at].selectors[at2].labels : length(item) <= 63], false)] : "${keys(values(var.profiles)[at].selectors[at2].labels)[at3]} = ${jsonencode(values(values(var.profiles)[at].selectors[at2].labels)[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [fargate-label-value]",
    ])
  }

  validation {
    condition = alltrue([for item in var.profiles : item.zones == null ? true : length(item.zones) >= 1])
    error_message = join("", [
      "profiles[*].zones: expected at least one zone, got ",
      try(
        [
          for at in [index(
            [for item in var.profiles : item.zones == null ? true : length(item.zones) >= 1],
            false
          )] : "${keys(var.profiles)[at]} = ${length(values(var.profiles)[at].zones)}"
        ][0],
        "another value"
      ),
      " [fargate-zones]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.profiles : item.zones == null ? true : length(distinct(item.zones)) == length(item.zones)
    ])
    error_message = join("", [
      "profiles[*].zones: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.profiles : item.zones == null ? true : length(distinct(item.zones)) == length(item.zones)
            ],
            false
          )] : "${keys(var.profiles)[at]} = ${jsonencode(values(var.profiles)[at].zones)}"
        ][0],
        "another value"
      ),
      " [fargate-distinct-zones]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.profiles : item.role_arn == null ? true : can(regex(
        "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$",
        item.role_arn
      ))
    ])
    error_message = join("", [
      "profiles[*].role_arn: expected the ARN of an IAM role, got ",
      try(
        [
          for at in [index(
            [
              for item in var.profiles : item.role_arn == null ? true : can(regex(
                "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$",
                item.role_arn
              ))
            ],
            false
          )] : "${keys(var.profiles)[at]} = ${jsonencode(values(var.profiles)[at].role_arn)}"
        ][0],
        "another value"
      ),
      " [fargate-role]",
    ])
  }

  validation {
    condition = alltrue([for item in var.profiles : length(item.tags) <= 50])
    error_message = join("", [
      "profiles[*].tags: expected at most 50 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.profiles : length(item.tags) <= 50],
            false
          )] : "${keys(var.profiles)[at]} = ${length(values(var.profiles)[at].tags)}"
        ][0],
        "another value"
      ),
      " [tag-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.profiles : alltrue([
        for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128
      ])
    ])
    error_message = join("", [
      "profiles[*].tags: expected a map in which each key is text of 1 to 128 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.profiles : alltrue([
                for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128
              ])
            ],
            false
          )] : "${keys(var.profiles)[at]} = ${jsonencode([for name in keys(values(var.profiles)[at].tags) : name if !(length(name) >= 1 && length(name) <= 128)])}"
        ][0],
        "another value"
      ),
      " [tag-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.profiles : alltrue([for name in keys(item.tags) : !startswith(name, "aws:")])
    ])
    error_message = join("", [
      "profiles[*].tags: expected a map in which each key is text that does not begin with aws:, got ",
      try(
        [
          for at in [index(
            [for item in var.profiles : alltrue([for name in keys(item.tags) : !startswith(name, "aws:")])],
            false
          )] : "${keys(var.profiles)[at]} = ${jsonencode([for name in keys(values(var.profiles)[at].tags) : name if startswith(name, "aws:")])}"
        ][0],
        "another value"
      ),
      "; AWS keeps those for itself [tag-key-reserved]",
    ])
  }

  validation {
    condition = alltrue([for item in var.profiles : alltrue([for item2 in item.tags : length(item2) <= 256])])
    error_message = join("", [
      "profiles[*].tags[*]: expected text of at most 256 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.profiles : alltrue([for item2 in item.tags : length(item2) <= 256])],
            false
          )] : "${keys(var.profiles)[at]} = ${[for at2 in [index([for item in values(var.profiles)[at].tags : length(item) <= 256], false)] : "${keys(values(var.profiles)[at].tags)[at2]} = ${jsonencode(values(values(var.profiles)[at].tags)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [tag-value]",
    ])
  }
}

variable "logging" {
  description = "A log group for the pods, and the permission to write to it. The pods' logs go there as soon as the manifest in the outputs is applied to the cluster."
  type = object({
    # Days that the log group keeps events; 0 keeps them for ever.
    retention_days = optional(number, 90)
    # KMS key that encrypts the log group; its policy must let CloudWatch Logs use it. Null leaves it
    # to AWS.
    kms_key_arn = optional(string)
  })
  default = null

  validation {
    condition = (
      var.logging == null
      ? true
      : contains(
        [
          0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
          3288, 3653,
        ],
        var.logging.retention_days
      )
    )
    error_message = "logging.retention_days: expected one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got ${try(jsonencode(var.logging.retention_days), "another value")}; CloudWatch Logs knows no other [fargate-log-retention]"
  }

  validation {
    condition = (
      var.logging == null
      ? true
      : var.logging.kms_key_arn == null
      ? true
      : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", var.logging.kms_key_arn))
    )
    error_message = "logging.kms_key_arn: expected the ARN of a KMS key, got ${try(jsonencode(var.logging.kms_key_arn), "another value")} [fargate-log-key]"
  }
}

variable "role_name" {
  description = "Name of the role, where it must be this one: an adopted role keeps its name and so is not replaced."
  type        = string
  default     = null

  validation {
    condition     = var.role_name == null ? true : length(var.role_name) >= 1 && length(var.role_name) <= 64
    error_message = "role_name: expected text of 1 to 64 characters, got ${jsonencode(var.role_name)} [fargate-role-name-length]"
  }

  validation {
    condition = (
      var.role_name == null
      ? true
      : can(regex("^[A-Za-z0-9_+=,.@-][A-Za-z0-9_+=,.@-]*$", var.role_name))
    )
    error_message = "role_name: expected a name that AWS takes for a role, got ${jsonencode(var.role_name)} [fargate-role-name]"
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
