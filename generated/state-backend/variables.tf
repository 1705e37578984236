variable "bucket" {
  description = "Name of the bucket. No other account of the partition may have it. To change it replaces the bucket, which AWS refuses while states are in it."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.bucket) >= 3 && length(var.bucket) <= 63
    error_message = "bucket: expected text of 3 to 63 characters, got ${jsonencode(var.bucket)} [state-bucket-length]"
  }

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", var.bucket))
    error_message = "bucket: expected lower-case letters, digits and hyphens, with a letter or digit at both ends, got ${jsonencode(var.bucket)} [state-bucket]"
  }
}

variable "region" {
  description = "Region of the bucket."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region: expected an AWS region, got ${jsonencode(var.region)} [state-region]"
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
  description = "Id of the AWS account, twelve digits."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "account: expected an account id of twelve digits, got ${jsonencode(var.account)} [state-account]"
  }
}

variable "key" {
  description = "KMS key of states and locks: `create` makes one with the alias `alias/terraform-state/<bucket>`, `arn` names an existing one. What was written with one key stays with it."
  type = object({
    create = optional(object({
      # Days between automatic rotations of the key.
      rotation_days = optional(number, 365)
      # Days between the key's deletion and its end, in which it can be brought back. Without the key
      # every state is lost.
      deletion_window_days = optional(number, 30)
      # ARNs of roles and users that administer the key and need not be allowed to by IAM. The
      # account administers it in any case.
      administrators = optional(list(string), [])
    }))
    # ARN of an existing symmetric key of the bucket's region.
    arn = optional(string)
  })
  default  = { create = {} }
  nullable = false

  validation {
    condition = length([for given in [var.key.create != null, var.key.arn != null] : given if given]) == 1
    error_message = join("", [
      "key: expected exactly one of create, arn, got ",
      try(
        jsonencode([
          for name, given in { create = var.key.create != null, arn = var.key.arn != null } : name
          if given
        ]),
        "another value"
      ),
      " [state-key]",
    ])
  }

  validation {
    condition = (
      var.key.create == null
      ? true
      : floor(var.key.create.rotation_days) == var.key.create.rotation_days
      && var.key.create.rotation_days >= 90
      && var.key.create.rotation_days <= 2560
    )
    error_message = "key.create.rotation_days: expected a whole number from 90 to 2560, got ${try(jsonencode(var.key.create.rotation_days), "another value")} [state-key-rotation]"
  }

  validation {
    condition = (
      var.key.create == null
      ? true
      : floor(var.key.create.deletion_window_days) == var.key.create.deletion_window_days
      && var.key.create.deletion_window_days >= 7
      && var.key.create.deletion_window_days <= 30
    )
    error_message = "key.create.deletion_window_days: expected a whole number from 7 to 30, got ${try(jsonencode(var.key.create.deletion_window_days), "another value")} [state-key-deletion-window]"
  }

  validation {
    condition = (
      var.key.create == null
      ? true
      : length(distinct(var.key.create.administrators)) == length(var.key.create.administrators)
    )
    error_message = "key.create.administrators: expected a list without repeated elements, got ${try(jsonencode(var.key.create.administrators), "another value")} [state-key-distinct-administrators]"
  }

  validation {
    condition = (
      var.key.create == null
      ? true
      : alltrue([
        for item in var.key.create.administrators : can(regex(
          "^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9_+=,.@/-]+$",
          item
        ))
      ])
    )
    error_message = join("", [
      "key.create.administrators[*]: expected the ARN of an IAM role or user, got ",
      try(
        [
          for at in [index(
            [
              for item in var.key.create.administrators : can(regex(
                "^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9_+=,.@/-]+$",
                item
              ))
            ],
            false
          )] : "${at} = ${jsonencode(var.key.create.administrators[at])}"
        ][0],
        "another value"
      ),
      " [state-key-administrator]",
    ])
  }

  validation {
    condition = (
      var.key.arn == null
      ? true
      : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", var.key.arn))
    )
    error_message = "key.arn: expected the ARN of a KMS key, got ${try(jsonencode(var.key.arn), "another value")} [state-key-arn]"
  }
}

variable "old_versions" {
  description = "How long old versions are kept. Null keeps them all."
  type = object({
    # Days that a version of a state is kept after a newer one has replaced it.
    days = optional(number, 365)
    # So many old versions are kept in any case, however old.
    newest = optional(number, 100)
    # Days that what was a lock file is kept. S3 knows no ending of a name, so it goes by size: below
    # 512 bytes, where no state with a resource is.
    lock_file_days = optional(number, 7)
  })
  default = {}

  validation {
    condition = (
      var.old_versions == null
      ? true
      : floor(var.old_versions.days) == var.old_versions.days
      && var.old_versions.days >= 1
      && var.old_versions.days <= 3650
    )
    error_message = "old_versions.days: expected a whole number from 1 to 3650, got ${try(jsonencode(var.old_versions.days), "another value")} [state-version-days]"
  }

  validation {
    condition = (
      var.old_versions == null
      ? true
      : floor(var.old_versions.newest) == var.old_versions.newest
      && var.old_versions.newest >= 1
      && var.old_versions.newest <= 100
    )
    error_message = "old_versions.newest: expected a whole number from 1 to 100, got ${try(jsonencode(var.old_versions.newest), "another value")} [state-versions-kept]"
  }

  validation {
    condition = (
      var.old_versions == null
      ? true
      : floor(var.old_versions.lock_file_days) == var.old_versions.lock_file_days
      && var.old_versions.lock_file_days >= 1
      && var.old_versions.lock_file_days <= 365
    )
    error_message = "old_versions.lock_file_days: expected a whole number from 1 to 365, got ${try(jsonencode(var.old_versions.lock_file_days), "another value")} [lock-file-days]"
  }
}

variable "access_logs" {
  description = "Who read and wrote which state: to a bucket that is made here, or to a given one. Null logs nothing."
  type = object({
    create = optional(object({
      # Name of the bucket for logs. Null: that of the states with `-logs`.
      name = optional(string)
      # Days that logs are kept.
      retention_days = optional(number, 365)
    }))
    # Name of an existing bucket of the region, which lets `logging.s3.amazonaws.com` write.
    bucket = optional(string)
  })
  default = { create = {} }

  validation {
    condition = (
      var.access_logs == null
      ? true
      : length([
        for given in [var.access_logs.create != null, var.access_logs.bucket != null] : given
        if given
      ]) == 1
    )
    error_message = join("", [
      "access_logs: expected either create or bucket, got ",
      try(
        jsonencode([
          for name, given in {
            create = var.access_logs.create != null
            bucket = var.access_logs.bucket != null
          } : name
          if given
        ]),
        "another value"
      ),
      " [state-access-logs]",
    ])
  }

  validation {
    condition = (
      var.access_logs == null
      ? true
      : var.access_logs.create == null
      ? true
      : var.access_logs.create.name == null
      ? true
      : length(var.access_logs.create.name) >= 3 && length(var.access_logs.create.name) <= 63
    )
    error_message = "access_logs.create.name: expected text of 3 to 63 characters, got ${try(jsonencode(var.access_logs.create.name), "another value")} [state-log-bucket-length]"
  }

  validation {
    condition = (
      var.access_logs == null
      ? true
      : var.access_logs.create == null
      ? true
      : var.access_logs.create.name == null
      ? true
      : can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", var.access_logs.create.name))
    )
    error_message = "access_logs.create.name: expected lower-case letters, digits and hyphens, with a letter or digit at both ends, got ${try(jsonencode(var.access_logs.create.name), "another value")} [state-log-bucket]"
  }

  validation {
    condition = (
      var.access_logs == null
      ? true
      : var.access_logs.create == null
      ? true
      : floor(var.access_logs.create.retention_days) == var.access_logs.create.retention_days
      && var.access_logs.create.retention_days >= 1
      && var.access_logs.create.retention_days <= 3650
    )
    error_message = "access_logs.create.retention_days: expected a whole number from 1 to 3650, got ${try(jsonencode(var.access_logs.create.retention_days), "another value")} [state-log-days]"
  }
}

variable "table" {
  description = "DynamoDB table for locks, for stacks that use it beside the lock file, or Terraform before 1.10. Null where lock files are enough."
  type = object({
    # Name of the table. To change it replaces the table.
    name = optional(string, "terraform-locks")
    # AWS refuses to delete the table. Take it off in an apply of its own before the table goes.
    deletion_protection = optional(bool, true)
  })
  default = null

  validation {
    condition     = var.table == null ? true : length(var.table.name) >= 3 && length(var.table.name) <= 255
    error_message = "table.name: expected text of 3 to 255 characters, got ${try(jsonencode(var.table.name), "another value")} [lock-table-length]"
  }

  validation {
    condition     = var.table == null ? true : can(regex("^[A-Za-z0-9_.-][A-Za-z0-9_.-]*$", var.table.name))
    error_message = "table.name: expected letters, digits, hyphens, dots and underscores, got ${try(jsonencode(var.table.name), "another value")} [lock-table]"
  }
}

variable "replication" {
  description = "Copies every state to a bucket that is there, such as one in another region. Null copies nothing."
  type = object({
    # ARN of the other bucket. It must have versions.
    bucket_arn = string
    # Key of the other bucket's region, with which copies are encrypted.
    kms_key_arn = string
    # Account of the other bucket, where it is another one. It then owns the copies, and bucket and
    # key must let the role in.
    account = optional(string)
  })
  default = null

  validation {
    condition = (
      var.replication == null
      ? true
      : can(regex("^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.replication.bucket_arn))
    )
    error_message = "replication.bucket_arn: expected the ARN of a bucket, got ${try(jsonencode(var.replication.bucket_arn), "another value")} [replica-bucket]"
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", var.replication.kms_key_arn))
    )
    error_message = "replication.kms_key_arn: expected the ARN of a KMS key, got ${try(jsonencode(var.replication.kms_key_arn), "another value")} [replica-key]"
  }

  validation {
    condition = (
      var.replication == null
      ? true
      : var.replication.account == null
      ? true
      : can(regex("^[0-9]{12}$", var.replication.account))
    )
    error_message = "replication.account: expected an account id of twelve digits, got ${try(jsonencode(var.replication.account), "another value")} [replica-account]"
  }
}

variable "access" {
  description = "Who may touch which states, by a name of your own: each gets a policy that allows no other."
  type = map(object({
    # Keys of the states that it plans and applies.
    writes = optional(list(string))
    # Keys of the states whose outputs it only reads, such as those of the layers below.
    reads = optional(list(string))
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for name in keys(var.access) : can(regex("^[A-Za-z0-9_-]{1,64}$", name))])
    error_message = join("", [
      "access: expected a map in which each key is 1 to 64 letters, digits, hyphens and underscores, got ",
      try(
        jsonencode([for name in keys(var.access) : name if !can(regex("^[A-Za-z0-9_-]{1,64}$", name))]),
        "another value"
      ),
      "; it stands in the name of the policy [state-access-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access : anytrue([
        item.writes != null && item.writes != false,
        item.reads != null && item.reads != false,
      ])
    ])
    error_message = join("", [
      "access[*]: expected at least one of writes, reads, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access : anytrue([
                item.writes != null && item.writes != false,
                item.reads != null && item.reads != false,
              ])
            ],
            false
          )] : "${keys(var.access)[at]} = ${"none"}"
        ][0],
        "another value"
      ),
      " [state-access]",
    ])
  }

  validation {
    condition = alltrue([for item in var.access : item.writes == null ? true : length(item.writes) >= 1])
    error_message = join("", [
      "access[*].writes: expected at least one key, got ",
      try(
        [
          for at in [index(
            [for item in var.access : item.writes == null ? true : length(item.writes) >= 1],
            false
          )] : "${keys(var.access)[at]} = ${length(values(var.access)[at].writes)}"
        ][0],
        "another value"
      ),
      " [written-state-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access : item.writes == null ? true : length(distinct(item.writes)) == length(
        item.writes
      )
    ])
    error_message = join("", [
      "access[*].writes: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access : item.writes == null ? true : length(distinct(item.writes)) == length(
                item.writes
              )
            ],
            false
          )] : "${keys(var.access)[at]} = ${jsonencode(values(var.access)[at].writes)}"
        ][0],
        "another value"
      ),
      " [written-state-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access : item.writes == null ? true : alltrue([
        for item2 in item.writes : can(regex("^[A-Za-z0-9!_.'()=-]+(/[A-Za-z0-9!_.'()=-]+)*$", item2))
      ])
    ])
    error_message = join("", [
      "access[*].writes[*]: expected the key of one state, such as app/dev/terraform.tfstate, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access : item.writes == null ? true : alltrue([
                for item2 in item.writes : can(regex("^[A-Za-z0-9!_.'()=-]+(/[A-Za-z0-9!_.'()=-]+)*$", item2))
              ])
            ],
            false
          )] : "${keys(var.access)[at]} = ${[for at2 in [index([for item in values(var.access)[at].writes : can(regex("^[A-Za-z0-9!_.'()=-]+(/[A-Za-z0-9!_.'()=-]+)*$", item))], false)] : "${at2} = ${jsonencode(values(var.access)[at].writes[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [written-state]",
    ])
  }

  validation {
    condition = alltrue([for item in var.access : item.reads == null ? true : length(item.reads) >= 1])
    error_message = join("", [
      "access[*].reads: expected at least one key, got ",
      try(
        [
          for at in [index(
            [for item in var.access : item.reads == null ? true : length(item.reads) >= 1],
            false
          )] : "${keys(var.access)[at]} = ${length(values(var.access)[at].reads)}"
        ][0],
        "another value"
      ),
      " [read-state-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access : item.reads == null ? true : length(distinct(item.reads)) == length(item.reads)
    ])
    error_message = join("", [
      "access[*].reads: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access : item.reads == null ? true : length(distinct(item.reads)) == length(item.reads)
            ],
            false
          )] : "${keys(var.access)[at]} = ${jsonencode(values(var.access)[at].reads)}"
        ][0],
        "another value"
      ),
      " [read-state-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.access : item.reads == null ? true : alltrue([
        for item2 in item.reads : can(regex("^[A-Za-z0-9!_.'()=-]+(/[A-Za-z0-9!_.'()=-]+)*$", item2))
      ])
    ])
    error_message = join("", [
      "access[*].reads[*]: expected the key of one state, such as app/dev/terraform.tfstate, got ",
      try(
        [
          for at in [index(
            [
              for item in var.access : item.reads == null ? true : alltrue([
                for item2 in item.reads : can(regex("^[A-Za-z0-9!_.'()=-]+(/[A-Za-z0-9!_.'()=-]+)*$", item2))
              ])
            ],
            false
          )] : "${keys(var.access)[at]} = ${[for at2 in [index([for item in values(var.access)[at].reads : can(regex("^[A-Za-z0-9!_.'()=-]+(/[A-Za-z0-9!_.'()=-]+)*$", item))], false)] : "${at2} = ${jsonencode(values(var.access)[at].reads[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [read-state]",
    ])
  }
}

variable "managed_policies" {
  description = "Makes an IAM policy of each element of `access`, to attach to roles. Null: policies are outputs only."
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
