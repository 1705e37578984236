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
  description = "AWS region of the cluster."
  type        = string
  nullable    = false
}

variable "account" {
  description = "Id of the AWS account, twelve digits. Roles trust pods of this cluster alone, by account and ARN."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "account: expected an account id of twelve digits, got ${jsonencode(var.account)} [addons-account]"
  }
}

variable "kubernetes_version" {
  description = "Kubernetes version of the cluster, such as `1.35`, for add-ons with `resolve_version`."
  type        = string
  default     = null

  validation {
    condition     = var.kubernetes_version == null ? true : can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "kubernetes_version: expected a minor version such as 1.35, got ${jsonencode(var.kubernetes_version)} [addons-kubernetes-version]"
  }
}

variable "ip_family" {
  description = "Addresses of pods: AWS's policy for vpc-cni is for IPv4, so on an IPv6 cluster its role gets one of its own. One of `ipv4`, `ipv6`."
  type        = string
  default     = "ipv4"
  nullable    = false

  validation {
    condition     = contains(["ipv4", "ipv6"], var.ip_family)
    error_message = "ip_family: expected one of ipv4, ipv6, got ${jsonencode(var.ip_family)} [choice]"
  }
}

variable "identity" {
  description = "How add-ons come by permissions: `podIdentity` and `irsa` give each a role of its own, `node` leaves them those of the nodes. Null: Pod Identity where eks-pod-identity-agent is among the add-ons, else IRSA where the cluster has its OIDC provider, else the nodes. A change keeps the roles: from Pod Identity to IRSA it changes the add-ons in place; the way back begins with `aws eks update-addon --pod-identity-associations` for each, because the provider takes a role from no add-on."
  type        = string
  default     = null

  validation {
    condition     = var.identity == null ? true : contains(["podIdentity", "irsa", "node"], var.identity)
    error_message = "identity: expected one of podIdentity, irsa, node, got ${jsonencode(var.identity)} [choice]"
  }
}

variable "oidc_provider" {
  description = "IAM's OIDC provider of the cluster, for roles by IRSA. Null where there is none."
  type = object({
    # ARN of the provider.
    arn = string
    # The issuer without `https://`.
    issuer = string
  })
  default = null

  validation {
    condition = (
      var.oidc_provider == null
      ? true
      : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:oidc-provider/.+$", var.oidc_provider.arn))
    )
    error_message = "oidc_provider.arn: expected the ARN of an OIDC provider, got ${try(jsonencode(var.oidc_provider.arn), "another value")} [addons-oidc-provider]"
  }

  validation {
    condition     = var.oidc_provider == null ? true : can(regex("^[^:/]+/.+$", var.oidc_provider.issuer))
    error_message = "oidc_provider.issuer: expected an issuer without https://, got ${try(jsonencode(var.oidc_provider.issuer), "another value")} [addons-oidc-issuer]"
  }
}

variable "addons" {
  description = "Add-ons by the name that EKS gives them. Nodes wait for those that stand before nodes, and the others wait for nodes."
  type = map(object({
    # Version, such as `v1.20.4-eksbuild.1`. Null takes what EKS holds to be right for the cluster's
    # version when the add-on is made, and keeps it.
    version = optional(string)
    # Asks EKS for the version at every plan: its default for the Kubernetes version, or the latest.
    # A plan then changes by itself. One of `default`, `latest`.
    resolve_version = optional(string)
    # What happens to fields of the same objects that somebody else has set, when the add-on is made.
    # One of `NONE`, `OVERWRITE`.
    resolve_conflicts_on_create = optional(string, "OVERWRITE")
    # The same at every update. `PRESERVE` keeps what others have set. One of `NONE`, `OVERWRITE`,
    # `PRESERVE`.
    resolve_conflicts_on_update = optional(string, "OVERWRITE")
    # Keeps the add-on's software in the cluster when the add-on is deleted.
    preserve = optional(bool, false)
    # How this add-on comes by its role, where it is not as for the others. One of `podIdentity`,
    # `irsa`, `node`.
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
    # nodes. To change it replaces the add-on. One of `first`, `beforeNodes`, `afterNodes`, `last`.
    phase = optional(string)
    # Tags of the add-on and its role, beside those of everything.
    tags = optional(map(string), {})
    # Settings of the add-on as a JSON object, by the schema of its version.
    configuration_values = optional(string)
  }))
  nullable = false

  validation {
    condition = alltrue([for name in keys(var.addons) : can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", name))])
    error_message = join("", [
      "addons: expected a map in which each key is the name of an EKS add-on, of letters, digits, hyphens and underscores, got ",
      try(
        jsonencode([for name in keys(var.addons) : name if !can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", name))]),
        "another value"
      ),
      " [addon-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : length([
        for given in [item.version != null, item.resolve_version != null] : given
        if given
      ]) <= 1
    ])
    error_message = join("", [
      "addons[*]: expected either a version or a way to find one, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : length([
                for given in [item.version != null, item.resolve_version != null] : given
                if given
              ]) <= 1
            ],
            false
          )] : "${keys(var.addons)[at]} = ${jsonencode([for name, given in { version = values(var.addons)[at].version != null, resolve_version = values(var.addons)[at].resolve_version != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [addon-version-source]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : length([
        for given in [item.role != null, item.permissions != null] : given
        if given
      ]) <= 1
    ])
    error_message = join("", [
      "addons[*]: expected either a given role or permissions of one that is made here, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : length([
                for given in [item.role != null, item.permissions != null] : given
                if given
              ]) <= 1
            ],
            false
          )] : "${keys(var.addons)[at]} = ${jsonencode([for name, given in { role = values(var.addons)[at].role != null, permissions = values(var.addons)[at].permissions != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [addon-role-source]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.version == null ? true : can(regex(
        "^v(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?$",
        item.version
      ))
    ])
    error_message = join("", [
      "addons[*].version: expected a version such as v1.20.4-eksbuild.1, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.version == null ? true : can(regex(
                "^v(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?$",
                item.version
              ))
            ],
            false
          )] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].version)}"
        ][0],
        "another value"
      ),
      " [addon-version]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.resolve_version == null ? true : contains(
        ["default", "latest"],
        item.resolve_version
      )
    ])
    error_message = join("", [
      "addons[*].resolve_version: expected one of default, latest, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.resolve_version == null ? true : contains(
                ["default", "latest"],
                item.resolve_version
              )
            ],
            false
          )] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].resolve_version)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : contains(["NONE", "OVERWRITE"], item.resolve_conflicts_on_create)
    ])
    error_message = join("", [
      "addons[*].resolve_conflicts_on_create: expected one of NONE, OVERWRITE, got ",
      try(
        [
          for at in [index(
            [for item in var.addons : contains(["NONE", "OVERWRITE"], item.resolve_conflicts_on_create)],
            false
          )] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].resolve_conflicts_on_create)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : contains(["NONE", "OVERWRITE", "PRESERVE"], item.resolve_conflicts_on_update)
    ])
    error_message = join("", [
      "addons[*].resolve_conflicts_on_update: expected one of NONE, OVERWRITE, PRESERVE, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : contains(
                ["NONE", "OVERWRITE", "PRESERVE"],
                item.resolve_conflicts_on_update
              )
            ],
            false
          )] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].resolve_conflicts_on_update)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.identity == null ? true : contains(
        ["podIdentity", "irsa", "node"],
        item.identity
      )
    ])
    error_message = join("", [
      "addons[*].identity: expected one of podIdentity, irsa, node, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.identity == null ? true : contains(
                ["podIdentity", "irsa", "node"],
                item.identity
              )
            ],
            false
          )] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].identity)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.permissions == null ? true : alltrue([
        for item2 in item.permissions.policy_arns : can(regex(
          "^arn:aws[a-z-]*:iam::(aws|[0-9]{12}):policy/[A-Za-z0-9_+=,.@/-]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "addons[*].permissions.policy_arns[*]: expected the ARN of an IAM policy, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.permissions == null ? true : alltrue([
                for item2 in item.permissions.policy_arns : can(regex(
                  "^arn:aws[a-z-]*:iam::(aws|[0-9]{12}):policy/[A-Za-z0-9_+=,.@/-]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.addons)[at]} = ${[for at2 in [index([for item in values(var.addons)[at].permissions.policy_arns : can(regex("^arn:aws[a-z-]*:iam::(aws|[0-9]{12}):policy/[A-Za-z0-9_+=,.@/-]+$", item))], false)] : "${keys(values(var.addons)[at].permissions.policy_arns)[at2]} = ${jsonencode(values(values(var.addons)[at].permissions.policy_arns)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [addon-policy]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.permissions == null ? true : item.permissions.volume_keys == null ? true : length(
        item.permissions.volume_keys.arns
      ) >= 1
    ])
    error_message = join("", [
      "addons[*].permissions.volume_keys.arns: expected at least one ARN, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.permissions == null ? true : item.permissions.volume_keys == null ? true : length(
                item.permissions.volume_keys.arns
              ) >= 1
            ],
            false
          )] : "${keys(var.addons)[at]} = ${length(values(var.addons)[at].permissions.volume_keys.arns)}"
        ][0],
        "another value"
      ),
      " [addon-volume-key-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.permissions == null ? true : item.permissions.volume_keys == null ? true : alltrue([
        for item2 in item.permissions.volume_keys.arns : can(regex(
          "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "addons[*].permissions.volume_keys.arns[*]: expected the ARN of a KMS key, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.permissions == null ? true : item.permissions.volume_keys == null ? true : alltrue([
                for item2 in item.permissions.volume_keys.arns : can(regex(
                  "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.addons)[at]} = ${[for at2 in [index([for item in values(var.addons)[at].permissions.volume_keys.arns : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", item))], false)] : "${at2} = ${jsonencode(values(var.addons)[at].permissions.volume_keys.arns[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [addon-volume-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.permissions == null ? true : item.permissions.buckets == null ? true : length(
        item.permissions.buckets.arns
      ) >= 1
    ])
    error_message = join("", [
      "addons[*].permissions.buckets.arns: expected at least one ARN, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.permissions == null ? true : item.permissions.buckets == null ? true : length(
                item.permissions.buckets.arns
              ) >= 1
            ],
            false
          )] : "${keys(var.addons)[at]} = ${length(values(var.addons)[at].permissions.buckets.arns)}"
        ][0],
        "another value"
      ),
      " [addon-bucket-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.permissions == null ? true : item.permissions.buckets == null ? true : alltrue([
        for item2 in item.permissions.buckets.arns : can(regex("^arn:aws[a-z-]*:s3:::.+$", item2))
      ])
    ])
    error_message = join("", [
      "addons[*].permissions.buckets.arns[*]: expected the ARN of an S3 bucket, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.permissions == null ? true : item.permissions.buckets == null ? true : alltrue([
                for item2 in item.permissions.buckets.arns : can(regex("^arn:aws[a-z-]*:s3:::.+$", item2))
              ])
            ],
            false
          )] : "${keys(var.addons)[at]} = ${[for at2 in [index([for item in values(var.addons)[at].permissions.buckets.arns : can(regex("^arn:aws[a-z-]*:s3:::.+$", item))], false)] : "${at2} = ${jsonencode(values(var.addons)[at].permissions.buckets.arns[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [addon-bucket]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.permissions == null ? true : item.permissions.hosted_zones == null ? true : length(
        item.permissions.hosted_zones.arns
      ) >= 1
    ])
    error_message = join("", [
      "addons[*].permissions.hosted_zones.arns: expected at least one ARN, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.permissions == null ? true : item.permissions.hosted_zones == null ? true : length(
                item.permissions.hosted_zones.arns
              ) >= 1
            ],
            false
          )] : "${keys(var.addons)[at]} = ${length(values(var.addons)[at].permissions.hosted_zones.arns)}"
        ][0],
        "another value"
      ),
      " [addon-hosted-zone-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.permissions == null ? true : item.permissions.hosted_zones == null ? true : alltrue([
        for item2 in item.permissions.hosted_zones.arns : can(regex(
          "^arn:aws[a-z-]*:route53:::hostedzone/[A-Z0-9]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "addons[*].permissions.hosted_zones.arns[*]: expected the ARN of a hosted zone, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.permissions == null ? true : item.permissions.hosted_zones == null ? true : alltrue([
                for item2 in item.permissions.hosted_zones.arns : can(regex(
                  "^arn:aws[a-z-]*:route53:::hostedzone/[A-Z0-9]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.addons)[at]} = ${[for at2 in [index([for item in values(var.addons)[at].permissions.hosted_zones.arns : can(regex("^arn:aws[a-z-]*:route53:::hostedzone/[A-Z0-9]+$", item))], false)] : "${at2} = ${jsonencode(values(var.addons)[at].permissions.hosted_zones.arns[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [addon-hosted-zone]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.permissions == null ? true : item.permissions.log_groups == null ? true : length(
        item.permissions.log_groups.arns
      ) >= 1
    ])
    error_message = join("", [
      "addons[*].permissions.log_groups.arns: expected at least one ARN, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.permissions == null ? true : item.permissions.log_groups == null ? true : length(
                item.permissions.log_groups.arns
              ) >= 1
            ],
            false
          )] : "${keys(var.addons)[at]} = ${length(values(var.addons)[at].permissions.log_groups.arns)}"
        ][0],
        "another value"
      ),
      " [addon-log-group-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.permissions == null ? true : item.permissions.log_groups == null ? true : alltrue([
        for item2 in item.permissions.log_groups.arns : can(regex(
          "^arn:aws[a-z-]*:logs:[a-z0-9-]+:[0-9]{12}:log-group:[A-Za-z0-9._/#-]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "addons[*].permissions.log_groups.arns[*]: expected the ARN of a log group, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.permissions == null ? true : item.permissions.log_groups == null ? true : alltrue([
                for item2 in item.permissions.log_groups.arns : can(regex(
                  "^arn:aws[a-z-]*:logs:[a-z0-9-]+:[0-9]{12}:log-group:[A-Za-z0-9._/#-]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.addons)[at]} = ${[for at2 in [index([for item in values(var.addons)[at].permissions.log_groups.arns : can(regex("^arn:aws[a-z-]*:logs:[a-z0-9-]+:[0-9]{12}:log-group:[A-Za-z0-9._/#-]+$", item))], false)] : "${at2} = ${jsonencode(values(var.addons)[at].permissions.log_groups.arns[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [addon-log-group]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.role == null ? true : can(regex(
        "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$",
        item.role.arn
      ))
    ])
    error_message = join("", [
      "addons[*].role.arn: expected the ARN of an IAM role, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.role == null ? true : can(regex(
                "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$",
                item.role.arn
              ))
            ],
            false
          )] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].role.arn)}"
        ][0],
        "another value"
      ),
      " [addon-role]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.service_accounts == null ? true : can(regex(
        "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
        item.service_accounts.namespace
      ))
    ])
    error_message = join("", [
      "addons[*].service_accounts.namespace: expected the name of a namespace, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.service_accounts == null ? true : can(regex(
                "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
                item.service_accounts.namespace
              ))
            ],
            false
          )] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].service_accounts.namespace)}"
        ][0],
        "another value"
      ),
      " [addon-namespace]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.service_accounts == null ? true : length(item.service_accounts.names) >= 1
    ])
    error_message = join("", [
      "addons[*].service_accounts.names: expected at least one service account, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.service_accounts == null ? true : length(
                item.service_accounts.names
              ) >= 1
            ],
            false
          )] : "${keys(var.addons)[at]} = ${length(values(var.addons)[at].service_accounts.names)}"
        ][0],
        "another value"
      ),
      " [addon-service-account-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.service_accounts == null ? true : alltrue([
        for item2 in item.service_accounts.names : can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", item2))
      ])
    ])
    error_message = join("", [
      "addons[*].service_accounts.names[*]: expected the name of a service account, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.service_accounts == null ? true : alltrue([
                for item2 in item.service_accounts.names : can(regex(
                  "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.addons)[at]} = ${[for at2 in [index([for item in values(var.addons)[at].service_accounts.names : can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", item))], false)] : "${at2} = ${jsonencode(values(var.addons)[at].service_accounts.names[at2])}"][0]}"
        ][0],
        "another value"
      ),
      "; a wildcard would let in others [addon-service-account]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.phase == null ? true : contains(
        ["first", "beforeNodes", "afterNodes", "last"],
        item.phase
      )
    ])
    error_message = join("", [
      "addons[*].phase: expected one of first, beforeNodes, afterNodes, last, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.phase == null ? true : contains(
                ["first", "beforeNodes", "afterNodes", "last"],
                item.phase
              )
            ],
            false
          )] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].phase)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([for item in var.addons : length(item.tags) <= 50])
    error_message = join("", [
      "addons[*].tags: expected at most 50 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.addons : length(item.tags) <= 50],
            false
          )] : "${keys(var.addons)[at]} = ${length(values(var.addons)[at].tags)}"
        ][0],
        "another value"
      ),
      " [tag-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : alltrue([
        for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128
      ])
    ])
    error_message = join("", [
      "addons[*].tags: expected a map in which each key is text of 1 to 128 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : alltrue([
                for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128
              ])
            ],
            false
          )] : "${keys(var.addons)[at]} = ${jsonencode([for name in keys(values(var.addons)[at].tags) : name if !(length(name) >= 1 && length(name) <= 128)])}"
        ][0],
        "another value"
      ),
      " [tag-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : alltrue([for name in keys(item.tags) : !startswith(name, "aws:")])
    ])
    error_message = join("", [
      "addons[*].tags: expected a map in which each key is text that does not begin with aws:, got ",
      try(
        [
          for at in [index(
            [for item in var.addons : alltrue([for name in keys(item.tags) : !startswith(name, "aws:")])],
            false
          )] : "${keys(var.addons)[at]} = ${jsonencode([for name in keys(values(var.addons)[at].tags) : name if startswith(name, "aws:")])}"
        ][0],
        "another value"
      ),
      "; AWS keeps those for itself [tag-key-reserved]",
    ])
  }

  validation {
    condition = alltrue([for item in var.addons : alltrue([for item2 in item.tags : length(item2) <= 256])])
    error_message = join("", [
      "addons[*].tags[*]: expected text of at most 256 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.addons : alltrue([for item2 in item.tags : length(item2) <= 256])],
            false
          )] : "${keys(var.addons)[at]} = ${[for at2 in [index([for item in values(var.addons)[at].tags : length(item) <= 256], false)] : "${keys(values(var.addons)[at].tags)[at2]} = ${jsonencode(values(values(var.addons)[at].tags)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [tag-value]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.configuration_values == null ? true : can(keys(jsondecode(
        item.configuration_values
      )))
    ])
    error_message = join("", [
      "addons[*].configuration_values: expected text with a JSON object, got ",
      try(
        [
          for at in [index(
            [
              for item in var.addons : item.configuration_values == null ? true : can(keys(jsondecode(
                item.configuration_values
              )))
            ],
            false
          )] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].configuration_values)}"
        ][0],
        "another value"
      ),
      " [addon-configuration]",
    ])
  }
}

variable "nodes_ready" {
  description = "Ids of the nodes that the add-ons after nodes need: their pods would find no place and the add-on would be reported degraded."
  type        = list(string)
  default     = []
  nullable    = false
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
