variable "cluster_name" {
  description = "Name of the cluster. What the EBS driver makes to delete it again has a tag with it."
  type        = string
  nullable    = false
}

variable "region" {
  description = "Region of the cluster."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region: expected an AWS region, got ${jsonencode(var.region)} [storage-region]"
  }
}

variable "classes" {
  description = "Storage classes by name. Kubernetes takes no change of what its volumes are like: that replaces the class, and leaves the volumes that are there."
  type = map(object({
    # Volumes of EBS, gp3 and encrypted unless said otherwise: each in one zone, for the pods of one
    # node.
    ebs = optional(object({
      # Driver that makes them: `ebs.csi.aws.com` is that of the add-on aws-ebs-csi-driver,
      # `ebs.csi.eks.amazonaws.com` that of Auto Mode, whose nodes know no other.
      driver = optional(string, "ebs.csi.aws.com")
      # gp3 volumes with more than 3000 operations and 125 MiB a second.
      gp3 = optional(object({
        # Operations a second. EBS gives at most 500 for a GiB: smaller claims get fewer.
        iops = optional(number, 3000)
        # MiB a second.
        throughput_mibs = optional(number, 125)
      }))
      # io2 volumes, for latency under load.
      io2 = optional(object({
        # Operations a second.
        iops = number
      }))
      # Own key of the volumes. The driver's role must be allowed to use it. Null takes the account's
      # key for EBS.
      kms_key = optional(object({
        # ARN of the key.
        arn = string
      }))
      # Volumes without encryption, with the reason.
      unencrypted = optional(object({
        # Why.
        because = string
      }))
      # File system that new volumes get. One of `ext4`, `xfs`.
      file_system = optional(string, "ext4")
      # A claim may grow later. It never shrinks.
      expandable = optional(bool, true)
      # Availability zones in which volumes may be made. Null: any with a node.
      zones = optional(list(string))
    }))
    # Volumes of an EFS file system, each an access point: for pods of many nodes and zones.
    efs = optional(object({
      # Id of the file system. It needs a mount target in each zone of the nodes.
      file_system_id = string
      # Permissions of each volume's root directory, in octal digits.
      directory_permissions = optional(string, "700")
      # Directory of the file system below which the volumes are. Null: its root.
      base_path = optional(string)
      # Group ids that volumes get, one each: as many volumes as ids. Null: 50000 to 7000000.
      gid_range = optional(object({
        # First group id.
        start = number
        # Last group id.
        end = number
      }))
    }))
    # Claims that name no class take this one.
    default = optional(bool, false)
    # What happens to a volume when its claim is deleted. `Retain` keeps it, and its bill. One of
    # `Delete`, `Retain`.
    reclaim_policy = string
    # `WaitForFirstConsumer` makes a volume in the zone of the pod that wants it; `Immediate` in any,
    # where no pod may be able to run.
    binding_mode = optional(string, "WaitForFirstConsumer")
    # Options with which volumes are mounted.
    mount_options = optional(list(string), [])
  }))
  nullable = false

  validation {
    condition = alltrue([
      for name in keys(var.classes) : can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", name))
    ])
    error_message = join("", [
      "classes: expected a map in which each key is the name of a storage class: lower-case letters, digits, hyphens and dots, got ",
      try(
        jsonencode([
          for name in keys(var.classes) : name
          if !can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", name))
        ]),
        "another value"
      ),
      " [storage-class-name]",
    ])
  }

  validation {
    condition = length([for item in var.classes : true if item.default]) <= 1
    error_message = join("", [
      "classes: expected at most one default storage class, got ",
      try(jsonencode([for name, item in var.classes : name if item.default]), "another value"),
      "; of several, Kubernetes takes the newest [default-storage-class]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : length([
        for given in [item.ebs != null, item.efs != null] : given
        if given
      ]) == 1
    ])
    error_message = join("", [
      "classes[*]: expected either ebs or efs, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : length([
                for given in [item.ebs != null, item.efs != null] : given
                if given
              ]) == 1
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode([for name, given in { ebs = values(var.classes)[at].ebs != null, efs = values(var.classes)[at].efs != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [storage-kind]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.ebs == null ? true : length([
        for given in [item.ebs.gp3 != null, item.ebs.io2 != null] : given
        if given
      ]) <= 1
    ])
    error_message = join("", [
      "classes[*].ebs: expected at most one of gp3, io2, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.ebs == null ? true : length([
                for given in [item.ebs.gp3 != null, item.ebs.io2 != null] : given
                if given
              ]) <= 1
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode([for name, given in { gp3 = values(var.classes)[at].ebs.gp3 != null, io2 = values(var.classes)[at].ebs.io2 != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [storage-volume-type]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.ebs == null ? true : length([
        for given in [item.ebs.kms_key != null, item.ebs.unencrypted != null] : given
        if given
      ]) <= 1
    ])
    error_message = join("", [
      "classes[*].ebs: expected at most one of kms_key, unencrypted, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.ebs == null ? true : length([
                for given in [item.ebs.kms_key != null, item.ebs.unencrypted != null] : given
                if given
              ]) <= 1
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode([for name, given in { kms_key = values(var.classes)[at].ebs.kms_key != null, unencrypted = values(var.classes)[at].ebs.unencrypted != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [storage-encryption]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.ebs == null ? true : contains(
        ["ebs.csi.aws.com", "ebs.csi.eks.amazonaws.com"],
        item.ebs.driver
      )
    ])
    error_message = join("", [
      "classes[*].ebs.driver: expected one of ebs.csi.aws.com, ebs.csi.eks.amazonaws.com, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.ebs == null ? true : contains(
                ["ebs.csi.aws.com", "ebs.csi.eks.amazonaws.com"],
                item.ebs.driver
              )
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].ebs.driver)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.ebs == null ? true : item.ebs.gp3 == null ? true : try(
        item.ebs.gp3.throughput_mibs <= 0.25 * item.ebs.gp3.iops,
        true
      )
    ])
    error_message = join("", [
      "classes[*].ebs.gp3.throughput_mibs: expected a number that is at most 0.25 times iops, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.ebs == null ? true : item.ebs.gp3 == null ? true : try(
                item.ebs.gp3.throughput_mibs <= 0.25 * item.ebs.gp3.iops,
                true
              )
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].ebs.gp3.throughput_mibs)}"
        ][0],
        "another value"
      ),
      "; EBS gives 1 MiB for 4 operations [storage-gp3-throughput-iops]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.ebs == null ? true : item.ebs.gp3 == null ? true : floor(
        item.ebs.gp3.iops
      ) == item.ebs.gp3.iops && item.ebs.gp3.iops >= 3000 && item.ebs.gp3.iops <= 80000
    ])
    error_message = join("", [
      "classes[*].ebs.gp3.iops: expected a whole number from 3000 to 80000, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.ebs == null ? true : item.ebs.gp3 == null ? true : floor(
                item.ebs.gp3.iops
              ) == item.ebs.gp3.iops && item.ebs.gp3.iops >= 3000 && item.ebs.gp3.iops <= 80000
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].ebs.gp3.iops)}"
        ][0],
        "another value"
      ),
      " [storage-gp3-iops]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.ebs == null ? true : item.ebs.gp3 == null ? true : floor(
        item.ebs.gp3.throughput_mibs
      ) == item.ebs.gp3.throughput_mibs && item.ebs.gp3.throughput_mibs >= 125 && item.ebs.gp3.throughput_mibs <= 2000
    ])
    error_message = join("", [
      "classes[*].ebs.gp3.throughput_mibs: expected a whole number from 125 to 2000, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.ebs == null ? true : item.ebs.gp3 == null ? true : floor(
                item.ebs.gp3.throughput_mibs
              ) == item.ebs.gp3.throughput_mibs && item.ebs.gp3.throughput_mibs >= 125 && item.ebs.gp3.throughput_mibs <= 2000
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].ebs.gp3.throughput_mibs)}"
        ][0],
        "another value"
      ),
      " [storage-gp3-throughput]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.ebs == null ? true : item.ebs.io2 == null ? true : floor(
        item.ebs.io2.iops
      ) == item.ebs.io2.iops && item.ebs.io2.iops >= 100 && item.ebs.io2.iops <= 256000
    ])
    error_message = join("", [
      "classes[*].ebs.io2.iops: expected a whole number from 100 to 256000, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.ebs == null ? true : item.ebs.io2 == null ? true : floor(
                item.ebs.io2.iops
              ) == item.ebs.io2.iops && item.ebs.io2.iops >= 100 && item.ebs.io2.iops <= 256000
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].ebs.io2.iops)}"
        ][0],
        "another value"
      ),
      " [storage-io2-iops]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.ebs == null ? true : item.ebs.kms_key == null ? true : can(regex(
        "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
        item.ebs.kms_key.arn
      ))
    ])
    error_message = join("", [
      "classes[*].ebs.kms_key.arn: expected the ARN of a KMS key, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.ebs == null ? true : item.ebs.kms_key == null ? true : can(regex(
                "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
                item.ebs.kms_key.arn
              ))
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].ebs.kms_key.arn)}"
        ][0],
        "another value"
      ),
      " [storage-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.ebs == null ? true : item.ebs.unencrypted == null ? true : can(regex(
        "\\S",
        item.ebs.unencrypted.because
      ))
    ])
    error_message = join("", [
      "classes[*].ebs.unencrypted.because: expected a reason, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.ebs == null ? true : item.ebs.unencrypted == null ? true : can(regex(
                "\\S",
                item.ebs.unencrypted.because
              ))
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].ebs.unencrypted.because)}"
        ][0],
        "another value"
      ),
      " [storage-unencrypted]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.ebs == null ? true : contains(["ext4", "xfs"], item.ebs.file_system)
    ])
    error_message = join("", [
      "classes[*].ebs.file_system: expected one of ext4, xfs, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.ebs == null ? true : contains(
                ["ext4", "xfs"],
                item.ebs.file_system
              )
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].ebs.file_system)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.ebs == null ? true : item.ebs.zones == null ? true : length(
        item.ebs.zones
      ) >= 1
    ])
    error_message = join("", [
      "classes[*].ebs.zones: expected at least one zone, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.ebs == null ? true : item.ebs.zones == null ? true : length(
                item.ebs.zones
              ) >= 1
            ],
            false
          )] : "${keys(var.classes)[at]} = ${length(values(var.classes)[at].ebs.zones)}"
        ][0],
        "another value"
      ),
      " [storage-zones]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.ebs == null ? true : item.ebs.zones == null ? true : length(distinct(item.ebs.zones)) == length(
        item.ebs.zones
      )
    ])
    error_message = join("", [
      "classes[*].ebs.zones: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.ebs == null ? true : item.ebs.zones == null ? true : length(distinct(item.ebs.zones)) == length(
                item.ebs.zones
              )
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].ebs.zones)}"
        ][0],
        "another value"
      ),
      " [storage-distinct-zones]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.ebs == null ? true : item.ebs.zones == null ? true : alltrue([
        for item2 in item.ebs.zones : can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9][a-z]$", item2))
      ])
    ])
    error_message = join("", [
      "classes[*].ebs.zones[*]: expected an availability zone, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.ebs == null ? true : item.ebs.zones == null ? true : alltrue([
                for item2 in item.ebs.zones : can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9][a-z]$", item2))
              ])
            ],
            false
          )] : "${keys(var.classes)[at]} = ${[for at2 in [index([for item in values(var.classes)[at].ebs.zones : can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9][a-z]$", item))], false)] : "${at2} = ${jsonencode(values(var.classes)[at].ebs.zones[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [storage-zone]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.efs == null ? true : can(regex(
        "^fs-[0-9a-f]{8,40}$",
        item.efs.file_system_id
      ))
    ])
    error_message = join("", [
      "classes[*].efs.file_system_id: expected the id of a file system, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.efs == null ? true : can(regex(
                "^fs-[0-9a-f]{8,40}$",
                item.efs.file_system_id
              ))
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].efs.file_system_id)}"
        ][0],
        "another value"
      ),
      " [storage-file-system]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.efs == null ? true : can(regex(
        "^[0-7]{3,4}$",
        item.efs.directory_permissions
      ))
    ])
    error_message = join("", [
      "classes[*].efs.directory_permissions: expected three or four octal digits, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.efs == null ? true : can(regex(
                "^[0-7]{3,4}$",
                item.efs.directory_permissions
              ))
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].efs.directory_permissions)}"
        ][0],
        "another value"
      ),
      " [storage-directory-permissions]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.efs == null ? true : item.efs.base_path == null ? true : can(regex(
        "^(/[A-Za-z0-9._-]+){1,4}$",
        item.efs.base_path
      ))
    ])
    error_message = join("", [
      "classes[*].efs.base_path: expected a path of one to four names that begins with a slash, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.efs == null ? true : item.efs.base_path == null ? true : can(regex(
                "^(/[A-Za-z0-9._-]+){1,4}$",
                item.efs.base_path
              ))
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].efs.base_path)}"
        ][0],
        "another value"
      ),
      " [storage-base-path]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.efs == null ? true : item.efs.gid_range == null ? true : try(
        item.efs.gid_range.start <= item.efs.gid_range.end,
        true
      )
    ])
    error_message = join("", [
      "classes[*].efs.gid_range.start: expected a number that is at most end, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.efs == null ? true : item.efs.gid_range == null ? true : try(
                item.efs.gid_range.start <= item.efs.gid_range.end,
                true
              )
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].efs.gid_range.start)}"
        ][0],
        "another value"
      ),
      " [storage-gid-range]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.efs == null ? true : item.efs.gid_range == null ? true : floor(
        item.efs.gid_range.start
      ) == item.efs.gid_range.start && item.efs.gid_range.start >= 0 && item.efs.gid_range.start <= 4294967295
    ])
    error_message = join("", [
      "classes[*].efs.gid_range.start: expected a whole number from 0 to 4294967295, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.efs == null ? true : item.efs.gid_range == null ? true : floor(
                item.efs.gid_range.start
              ) == item.efs.gid_range.start && item.efs.gid_range.start >= 0 && item.efs.gid_range.start <= 4294967295
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].efs.gid_range.start)}"
        ][0],
        "another value"
      ),
      " [storage-gid-start]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : item.efs == null ? true : item.efs.gid_range == null ? true : floor(
        item.efs.gid_range.end
      ) == item.efs.gid_range.end && item.efs.gid_range.end >= 0 && item.efs.gid_range.end <= 4294967295
    ])
    error_message = join("", [
      "classes[*].efs.gid_range.end: expected a whole number from 0 to 4294967295, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : item.efs == null ? true : item.efs.gid_range == null ? true : floor(
                item.efs.gid_range.end
              ) == item.efs.gid_range.end && item.efs.gid_range.end >= 0 && item.efs.gid_range.end <= 4294967295
            ],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].efs.gid_range.end)}"
        ][0],
        "another value"
      ),
      " [storage-gid-end]",
    ])
  }

  validation {
    condition = alltrue([for item in var.classes : contains(["Delete", "Retain"], item.reclaim_policy)])
    error_message = join("", [
      "classes[*].reclaim_policy: expected one of Delete, Retain, got ",
      try(
        [
          for at in [index(
            [for item in var.classes : contains(["Delete", "Retain"], item.reclaim_policy)],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].reclaim_policy)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : contains(["WaitForFirstConsumer", "Immediate"], item.binding_mode)
    ])
    error_message = join("", [
      "classes[*].binding_mode: expected one of WaitForFirstConsumer, Immediate, got ",
      try(
        [
          for at in [index(
            [for item in var.classes : contains(["WaitForFirstConsumer", "Immediate"], item.binding_mode)],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].binding_mode)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : length(distinct(item.mount_options)) == length(item.mount_options)
    ])
    error_message = join("", [
      "classes[*].mount_options: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [for item in var.classes : length(distinct(item.mount_options)) == length(item.mount_options)],
            false
          )] : "${keys(var.classes)[at]} = ${jsonencode(values(var.classes)[at].mount_options)}"
        ][0],
        "another value"
      ),
      " [storage-distinct-mount-options]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.classes : alltrue([for item2 in item.mount_options : can(regex("^\\S+$", item2))])
    ])
    error_message = join("", [
      "classes[*].mount_options[*]: expected an option without blanks, got ",
      try(
        [
          for at in [index(
            [
              for item in var.classes : alltrue([
                for item2 in item.mount_options : can(regex("^\\S+$", item2))
              ])
            ],
            false
          )] : "${keys(var.classes)[at]} = ${[for at2 in [index([for item in values(var.classes)[at].mount_options : can(regex("^\\S+$", item))], false)] : "${at2} = ${jsonencode(values(var.classes)[at].mount_options[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [storage-mount-option]",
    ])
  }
}

variable "snapshot_classes" {
  description = "Classes of volume snapshots by name. The add-on snapshot-controller brings their kind, and must be there before."
  type = map(object({
    # Driver of which snapshots are taken: `ebs.csi.aws.com` is that of the add-on
    # aws-ebs-csi-driver, `ebs.csi.eks.amazonaws.com` that of Auto Mode, whose nodes know no other.
    driver = optional(string, "ebs.csi.aws.com")
    # Snapshots of the driver's volumes that name no class take this one.
    default = optional(bool, false)
    # What happens to a snapshot in EBS when its VolumeSnapshot is deleted. `Retain` keeps it, and
    # its bill. One of `Delete`, `Retain`.
    deletion_policy = string
    # Tags of the snapshots.
    tags = optional(map(string), {})
    # Availability zones in which volumes of a snapshot are fast from the first read. EBS bills each
    # snapshot by the hour in each of them. Null: none.
    fast_restore_zones = optional(list(string))
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for name in keys(var.snapshot_classes) : can(regex("^[a-z0-9]([a-z0-9-]{0,36}[a-z0-9])?$", name))
    ])
    error_message = join("", [
      "snapshot_classes: expected a map in which each key is the name of a snapshot class: lower-case letters, digits and hyphens, at most 38, got ",
      try(
        jsonencode([
          for name in keys(var.snapshot_classes) : name
          if !can(regex("^[a-z0-9]([a-z0-9-]{0,36}[a-z0-9])?$", name))
        ]),
        "another value"
      ),
      " [snapshot-class-name]",
    ])
  }

  validation {
    condition = length([for item in var.snapshot_classes : item.driver if item.default]) == length(distinct([
      for item in var.snapshot_classes : item.driver
      if item.default
    ]))
    error_message = join("", [
      "snapshot_classes: expected at most one default snapshot class for each driver, got ",
      try(jsonencode([for name, item in var.snapshot_classes : name if item.default]), "another value"),
      "; with several, a snapshot that names none fails [default-snapshot-class]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.snapshot_classes : contains(
        ["ebs.csi.aws.com", "ebs.csi.eks.amazonaws.com"],
        item.driver
      )
    ])
    error_message = join("", [
      "snapshot_classes[*].driver: expected one of ebs.csi.aws.com, ebs.csi.eks.amazonaws.com, got ",
      try(
        [
          for at in [index(
            [
              for item in var.snapshot_classes : contains(
                ["ebs.csi.aws.com", "ebs.csi.eks.amazonaws.com"],
                item.driver
              )
            ],
            false
          )] : "${keys(var.snapshot_classes)[at]} = ${jsonencode(values(var.snapshot_classes)[at].driver)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.snapshot_classes : contains(["Delete", "Retain"], item.deletion_policy)
    ])
    error_message = join("", [
      "snapshot_classes[*].deletion_policy: expected one of Delete, Retain, got ",
      try(
        [
          for at in [index(
            [for item in var.snapshot_classes : contains(["Delete", "Retain"], item.deletion_policy)],
            false
          )] : "${keys(var.snapshot_classes)[at]} = ${jsonencode(values(var.snapshot_classes)[at].deletion_policy)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.snapshot_classes : alltrue([
        for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128
      ])
    ])
    error_message = join("", [
      "snapshot_classes[*].tags: expected a map in which each key is text of 1 to 128 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.snapshot_classes : alltrue([
                for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128
              ])
            ],
            false
          )] : "${keys(var.snapshot_classes)[at]} = ${jsonencode([for name in keys(values(var.snapshot_classes)[at].tags) : name if !(length(name) >= 1 && length(name) <= 128)])}"
        ][0],
        "another value"
      ),
      " [snapshot-tag-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.snapshot_classes : alltrue([for name in keys(item.tags) : !strcontains(name, "=")])
    ])
    error_message = join("", [
      "snapshot_classes[*].tags: expected a map in which each key is text without equals signs, got ",
      try(
        [
          for at in [index(
            [
              for item in var.snapshot_classes : alltrue([
                for name in keys(item.tags) : !strcontains(name, "=")
              ])
            ],
            false
          )] : "${keys(var.snapshot_classes)[at]} = ${jsonencode([for name in keys(values(var.snapshot_classes)[at].tags) : name if strcontains(name, "=")])}"
        ][0],
        "another value"
      ),
      "; the driver takes a tag as one text of key=value [snapshot-tag-key-text]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.snapshot_classes : alltrue([
        for name in keys(item.tags) : !startswith(name, "aws:") && !startswith(name, "kubernetes.io") && !startswith(name, "ebs.csi.aws.com/") && !startswith(name, "CSIVolume") && !startswith(
          name,
          "eks-platform/"
        )
      ])
    ])
    error_message = join("", [
      "snapshot_classes[*].tags: expected a map in which each key is text that does not begin with aws: or kubernetes.io or ebs.csi.aws.com/ or CSIVolume or eks-platform/, got ",
      try(
        [
          for at in [index(
            [
              for item in var.snapshot_classes : alltrue([
                for name in keys(item.tags) : !startswith(name, "aws:") && !startswith(name, "kubernetes.io") && !startswith(name, "ebs.csi.aws.com/") && !startswith(name, "CSIVolume") && !startswith(
                  name,
                  "eks-platform/"
                )
              ])
            ],
            false
          )] : "${keys(var.snapshot_classes)[at]} = ${jsonencode([for name in keys(values(var.snapshot_classes)[at].tags) : name if !(!startswith(name, "aws:") && !startswith(name, "kubernetes.io") && !startswith(name, "ebs.csi.aws.com/") && !startswith(name, "CSIVolume") && !startswith(name, "eks-platform/"))])}"
        ][0],
        "another value"
      ),
      "; AWS, the driver and this module keep those for themselves [snapshot-tag-reserved]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.snapshot_classes : alltrue([for item2 in item.tags : length(item2) <= 256])
    ])
    error_message = join("", [
      "snapshot_classes[*].tags[*]: expected text of at most 256 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.snapshot_classes : alltrue([for item2 in item.tags : length(item2) <= 256])],
            false
          )] : "${keys(var.snapshot_classes)[at]} = ${[for at2 in [index([for item in values(var.snapshot_classes)[at].tags : length(item) <= 256], false)] : "${keys(values(var.snapshot_classes)[at].tags)[at2]} = ${jsonencode(values(values(var.snapshot_classes)[at].tags)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [snapshot-tag-value]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.snapshot_classes : item.fast_restore_zones == null ? true : length(
        item.fast_restore_zones
      ) >= 1
    ])
    error_message = join("", [
      "snapshot_classes[*].fast_restore_zones: expected at least one zone, got ",
      try(
        [
          for at in [index(
            [
              for item in var.snapshot_classes : item.fast_restore_zones == null ? true : length(
                item.fast_restore_zones
              ) >= 1
            ],
            false
          )] : "${keys(var.snapshot_classes)[at]} = ${length(values(var.snapshot_classes)[at].fast_restore_zones)}"
        ][0],
        "another value"
      ),
      " [snapshot-zones]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.snapshot_classes : item.fast_restore_zones == null ? true : length(distinct(item.fast_restore_zones)) == length(
        item.fast_restore_zones
      )
    ])
    error_message = join("", [
      "snapshot_classes[*].fast_restore_zones: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.snapshot_classes : item.fast_restore_zones == null ? true : length(distinct(item.fast_restore_zones)) == length(
                item.fast_restore_zones
              )
            ],
            false
          )] : "${keys(var.snapshot_classes)[at]} = ${jsonencode(values(var.snapshot_classes)[at].fast_restore_zones)}"
        ][0],
        "another value"
      ),
      " [snapshot-distinct-zones]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.snapshot_classes : item.fast_restore_zones == null ? true : alltrue([
        for item2 in item.fast_restore_zones : can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9][a-z]$", item2))
      ])
    ])
    error_message = join("", [
      "snapshot_classes[*].fast_restore_zones[*]: expected an availability zone, got ",
      try(
        [
          for at in [index(
            [
              for item in var.snapshot_classes : item.fast_restore_zones == null ? true : alltrue([
                for item2 in item.fast_restore_zones : can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9][a-z]$", item2))
              ])
            ],
            false
          )] : "${keys(var.snapshot_classes)[at]} = ${[for at2 in [index([for item in values(var.snapshot_classes)[at].fast_restore_zones : can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9][a-z]$", item))], false)] : "${at2} = ${jsonencode(values(var.snapshot_classes)[at].fast_restore_zones[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [snapshot-zone]",
    ])
  }
}

variable "drain" {
  description = "A destroy waits, before the driver goes, until the volumes and snapshots of classes with the policy Delete are gone, and fails with what is left. Needs the aws command where Terraform runs; null does not wait."
  type = object({
    # Minutes that a destroy waits.
    timeout_minutes = optional(number, 15)
    # Profile of the aws command's configuration.
    profile = optional(string)
    # Role that the aws command assumes. It needs tag:GetResources.
    role_arn = optional(string)
  })
  default = {}

  validation {
    condition = (
      var.drain == null
      ? true
      : floor(var.drain.timeout_minutes) == var.drain.timeout_minutes
      && var.drain.timeout_minutes >= 1
      && var.drain.timeout_minutes <= 50
    )
    error_message = "drain.timeout_minutes: expected a whole number from 1 to 50, got ${try(jsonencode(var.drain.timeout_minutes), "another value")} [drain-timeout]"
  }

  validation {
    condition = (
      var.drain == null
      ? true
      : var.drain.profile == null
      ? true
      : can(regex("^[\\w.@+-]{1,64}$", var.drain.profile))
    )
    error_message = "drain.profile: expected the name of a profile, got ${try(jsonencode(var.drain.profile), "another value")} [drain-profile]"
  }

  validation {
    condition = (
      var.drain == null
      ? true
      : var.drain.role_arn == null
      ? true
      : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$", var.drain.role_arn))
    )
    error_message = "drain.role_arn: expected the ARN of an IAM role, got ${try(jsonencode(var.drain.role_arn), "another value")} [drain-role]"
  }
}

variable "ready" {
  description = "Ids of what must be there first: the cluster and the drivers' add-ons."
  type        = list(string)
  default     = []
  nullable    = false
}
