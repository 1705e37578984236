variable "name" {
  description = "Name of the cluster, unique in its account and region. It stands in the names of everything that belongs to the cluster and cannot change."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.name) >= 1 && length(var.name) <= 100
    error_message = "name: expected text of 1 to 100 characters, got ${try(jsonencode(var.name), "another value")} [cluster-name-length]"
  }

  validation {
    condition     = can(regex("^[0-9A-Za-z][A-Za-z0-9_-]*$", var.name))
    error_message = "name: expected letters, digits, hyphens and underscores, the first a letter or digit, got ${try(jsonencode(var.name), "another value")} [cluster-name]"
  }
}

variable "kubernetes_version" {
  description = "Kubernetes version of the control plane, such as `1.35`. It goes up one minor version at a time."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "kubernetes_version: expected a minor version such as 1.35, got ${try(jsonencode(var.kubernetes_version), "another value")}; EKS chooses the patch version itself [cluster-kubernetes-version]"
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

variable "account" {
  description = "Id of the AWS account, twelve digits. It administers the key that encrypts the secrets."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "account: expected an account id of twelve digits, got ${try(jsonencode(var.account), "another value")} [cluster-account]"
  }
}

variable "subnet_ids" {
  description = "Subnets of the control plane's network interfaces by availability zone, in at least two zones. A later change must stay in the same zones."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids: expected subnets in at least two availability zones, got ${try(length(var.subnet_ids), "another value")} [cluster-subnet-zones]"
  }
}

variable "endpoint" {
  description = "Where the API server can be reached: `private` from the VPC, `public` from the internet by the listed blocks, or both. Private only unless said otherwise."
  type        = object({ private = optional(bool, true), public = optional(object({ cidrs = list(string) })) })
  default     = {}
  nullable    = false

  validation {
    condition = anytrue([
      var.endpoint.private != null && var.endpoint.private != false,
      var.endpoint.public != null && var.endpoint.public != false,
    ])
    error_message = "endpoint: expected at least one of private, public, got ${try("none", "another value")}; nobody could reach the API server [cluster-endpoint]"
  }

  validation {
    condition     = var.endpoint.public == null ? true : length(var.endpoint.public.cidrs) >= 1
    error_message = "endpoint.public.cidrs: expected at least one address block, got ${try(length(var.endpoint.public.cidrs), "another value")}; EKS reads an empty list as the whole internet [public-endpoint-cidrs]"
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
    error_message = "endpoint.public.cidrs: expected a list in which each element is an IPv4 CIDR block with a prefix from /8 to /32, got ${try(jsonencode(var.endpoint.public.cidrs[index([for item in var.endpoint.public.cidrs : try(cidrsubnet(item, 0, 0) == item && length(split(":", item)) == 1 && tonumber(split("/", item)[1]) >= 8 && tonumber(split("/", item)[1]) <= 32, false)], false)]), "another value")}; a wider block opens the API server to the internet [public-endpoint-allow-list]"
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

variable "log_types" {
  description = "Control-plane logs that are sent to CloudWatch Logs. All of them unless said otherwise."
  type        = list(string)
  default     = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  nullable    = false

  validation {
    condition     = length(distinct(var.log_types)) == length(var.log_types)
    error_message = "log_types: expected a list without repeated elements, got ${try(jsonencode(var.log_types), "another value")} [cluster-log-types]"
  }

  validation {
    condition = alltrue([
      for item in var.log_types : contains(
        ["api", "audit", "authenticator", "controllerManager", "scheduler"],
        item
      )
    ])
    error_message = "log_types[*]: expected one of api, audit, authenticator, controllerManager, scheduler, got ${try([for at in [index([for item in var.log_types : contains(["api", "audit", "authenticator", "controllerManager", "scheduler"], item)], false)] : "${at} = ${jsonencode(var.log_types[at])}"][0], "another value")} [choice]"
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
        0,
        1,
        3,
        5,
        7,
        14,
        30,
        60,
        90,
        120,
        150,
        180,
        365,
        400,
        545,
        731,
        1096,
        1827,
        2192,
        2557,
        2922,
        3288,
        3653,
      ],
      var.log_retention_days
    )
    error_message = "log_retention_days: expected one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got ${try(jsonencode(var.log_retention_days), "another value")}; CloudWatch Logs knows no other [cluster-log-retention]"
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
    error_message = "log_kms_key_arn: expected the ARN of a KMS key, got ${try(jsonencode(var.log_kms_key_arn), "another value")}; an alias or a key id is not enough [cluster-log-key]"
  }
}

variable "secrets_key" {
  description = "KMS key that encrypts Kubernetes secrets: `create` makes one, `arn` names an existing one. A cluster keeps its key for life."
  type        = object({ create = optional(object({ rotation_days = optional(number, 365), deletion_window_days = optional(number, 30) })), arn = optional(string) })
  default     = { create = {} }
  nullable    = false

  validation {
    condition = length([
      for given in [var.secrets_key.create != null, var.secrets_key.arn != null] : given
      if given
    ]) == 1
    error_message = "secrets_key: expected exactly one of create, arn, got ${try(jsonencode([for name, given in { create = var.secrets_key.create != null, arn = var.secrets_key.arn != null } : name if given]), "another value")} [secrets-key]"
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
      var.secrets_key.arn == null
      ? true
      : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", var.secrets_key.arn))
    )
    error_message = "secrets_key.arn: expected the ARN of a KMS key, got ${try(jsonencode(var.secrets_key.arn), "another value")}; an alias or a key id is not enough [secrets-key-arn]"
  }
}

variable "authentication_mode" {
  description = "Who is let in: by access entries (`API`), or by the `aws-auth` ConfigMap as well. There is no way back from `API`."
  type        = string
  default     = "API"
  nullable    = false

  validation {
    condition     = contains(["API", "API_AND_CONFIG_MAP"], var.authentication_mode)
    error_message = "authentication_mode: expected one of API, API_AND_CONFIG_MAP, got ${try(jsonencode(var.authentication_mode), "another value")} [choice]"
  }
}

variable "admins" {
  description = "Roles and users that administer the whole cluster, by a name of yours. Whoever creates the cluster gets no access by that."
  type        = map(object({ principal_arn = string }))
  nullable    = false

  validation {
    condition     = length(var.admins) >= 1
    error_message = "admins: expected at least one administrator, got ${try(length(var.admins), "another value")}; nobody else is let in [cluster-admins]"
  }

  validation {
    condition     = length(distinct([for item in var.admins : item.principal_arn])) == length(var.admins)
    error_message = "admins: expected each principal once, got ${try(jsonencode([for item in var.admins : item.principal_arn]), "another value")}; EKS keeps one access entry for each [distinct-admins]"
  }

  validation {
    condition = alltrue([
      for item in var.admins : can(regex(
        "^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9_+=,.@/-]+$",
        item.principal_arn
      ))
    ])
    error_message = "admins[*].principal_arn: expected the ARN of an IAM role or user, got ${try([for at in [index([for item in var.admins : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9_+=,.@/-]+$", item.principal_arn))], false)] : "${keys(var.admins)[at]} = ${jsonencode(values(var.admins)[at].principal_arn)}"][0], "another value")}; sessions and accounts get no access entry [admin-principal]"
  }
}

variable "upgrade_policy" {
  description = "At the end of standard support: `STANDARD` upgrades the cluster by itself, `EXTENDED` keeps the version for a year more at a higher price."
  type        = string
  default     = "STANDARD"
  nullable    = false

  validation {
    condition     = contains(["STANDARD", "EXTENDED"], var.upgrade_policy)
    error_message = "upgrade_policy: expected one of STANDARD, EXTENDED, got ${try(jsonencode(var.upgrade_policy), "another value")} [choice]"
  }
}

variable "service_cidr" {
  description = "Address block of Kubernetes services, apart from the VPC and all it reaches. It cannot change. Null lets EKS take 10.100.0.0/16 or 172.20.0.0/16."
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
    error_message = "service_cidr: expected an IPv4 CIDR block with a prefix from /12 to /24, got ${try(jsonencode(var.service_cidr), "another value")} [service-cidr-prefix]"
  }

  validation {
    condition = (
      var.service_cidr == null
      ? true
      : can(regex("^(10|172\\.(1[6-9]|2[0-9]|3[01])|192\\.168)\\.", var.service_cidr))
    )
    error_message = "service_cidr: expected a block inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, got ${try(jsonencode(var.service_cidr), "another value")} [service-cidr-range]"
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
  description = "Tags of everything that is made here."
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
