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

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region: expected an AWS region, got ${jsonencode(var.region)} [identity-region]"
  }
}

variable "account" {
  description = "Id of the AWS account in which the roles are made, twelve digits: that of the cluster, or with IRSA another."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "account: expected an account id of twelve digits, got ${jsonencode(var.account)} [identity-account]"
  }
}

variable "oidc_provider" {
  description = "The cluster's OIDC provider in IAM, for identities by IRSA. Null where there are none."
  type = object({
    # The cluster's OIDC issuer without `https://`.
    issuer = string
    # ARN of IAM's OIDC provider in the account.
    arn = optional(string)
    # Makes the provider here: once in each account other than the cluster's.
    create = optional(object({}))
  })
  default = null

  validation {
    condition = (
      var.oidc_provider == null
      ? true
      : length([
        for given in [var.oidc_provider.arn != null, var.oidc_provider.create != null] : given
        if given
      ]) == 1
    )
    error_message = join("", [
      "oidc_provider: expected either arn or create, got ",
      try(
        jsonencode([
          for name, given in {
            arn    = var.oidc_provider.arn != null
            create = var.oidc_provider.create != null
          } : name
          if given
        ]),
        "another value"
      ),
      " [oidc-provider]",
    ])
  }

  validation {
    condition = (
      var.oidc_provider == null
      ? true
      : can(regex("^[a-z0-9.-]+(/[A-Za-z0-9_./-]+)?$", var.oidc_provider.issuer))
    )
    error_message = "oidc_provider.issuer: expected an issuer without https://, got ${try(jsonencode(var.oidc_provider.issuer), "another value")} [oidc-issuer]"
  }

  validation {
    condition = (
      var.oidc_provider == null
      ? true
      : var.oidc_provider.arn == null
      ? true
      : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:oidc-provider/.+$", var.oidc_provider.arn))
    )
    error_message = "oidc_provider.arn: expected the ARN of an OIDC provider in IAM, got ${try(jsonencode(var.oidc_provider.arn), "another value")} [oidc-provider-arn]"
  }
}

variable "organization_id" {
  description = "Organization to which the cluster's account must belong while Pod Identity hands out the roles."
  type        = string
  default     = null

  validation {
    condition     = var.organization_id == null ? true : can(regex("^o-[a-z0-9]{10,32}$", var.organization_id))
    error_message = "organization_id: expected the id of an organization, got ${jsonencode(var.organization_id)} [organization-id]"
  }
}

variable "agent_ready" {
  description = "Ids of the add-on eks-pod-identity-agent, after which associations are made."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "identities" {
  description = "Roles of service accounts by a name of your own."
  type = map(object({
    # Kubernetes namespace of the service account.
    namespace = string
    # Name of the service account. One alone: there are no patterns.
    service_account = string
    # How pods get the role: by EKS Pod Identity, by the cluster's OIDC provider (IRSA), or by
    # either, which is the step between the two. A change never replaces the role. One of
    # `podIdentity`, `irsa`, `both`.
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
        # cluster, for which the driver must run with `--k8s-tag-cluster-id`. One of `driver`,
        # `cluster`.
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
        # What it may do with the objects. `write` deletes too. One of `read`, `write`, `readWrite`.
        access = string
        # Keys of your own that encrypt the objects.
        kms_key_arns = optional(list(string), [])
      })), {})
    }), {})
    # What else it may do, by the statement's id.
    statements = optional(map(object({
      # Whether it allows or forbids. One of `Allow`, `Deny`.
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

  validation {
    condition = alltrue([for name in keys(var.identities) : can(regex("^[A-Za-z0-9_.@-]+$", name))])
    error_message = join("", [
      "identities: expected a map in which each key is a name of letters, digits and _.@-, got ",
      try(
        jsonencode([for name in keys(var.identities) : name if !can(regex("^[A-Za-z0-9_.@-]+$", name))]),
        "another value"
      ),
      "; it stands in the name of the role [identity-name]",
    ])
  }

  validation {
    condition = length(distinct([for item in var.identities : [item.namespace, item.service_account]])) == length(
      var.identities
    )
    error_message = join("", [
      "identities: expected a service account of its own in each element, got ",
      try(jsonencode([for item in var.identities : [item.namespace, item.service_account]]), "another value"),
      "; a service account has one role [identity-service-account-twice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.namespace))
    ])
    error_message = join("", [
      "identities[*].namespace: expected the name of a namespace: lower-case letters, digits and hyphens, at most 63, got ",
      try(
        [
          for at in [index(
            [for item in var.identities : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.namespace))],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].namespace)}"
        ][0],
        "another value"
      ),
      " [identity-namespace]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", item.service_account))
    ])
    error_message = join("", [
      "identities[*].service_account: expected the name of a service account: lower-case letters, digits, hyphens and dots, at most 253, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : can(regex(
                "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$",
                item.service_account
              ))
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].service_account)}"
        ][0],
        "another value"
      ),
      "; a pattern would let in accounts that nobody has made yet [identity-service-account]",
    ])
  }

  validation {
    condition = alltrue([for item in var.identities : !contains(["default"], item.service_account)])
    error_message = join("", [
      "identities[*].service_account: expected anything but default, got ",
      try(
        [
          for at in [index(
            [for item in var.identities : !contains(["default"], item.service_account)],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].service_account)}"
        ][0],
        "another value"
      ),
      "; every pod of the namespace that names no other would have the role [identity-default-account]",
    ])
  }

  validation {
    condition = alltrue([for item in var.identities : contains(["podIdentity", "irsa", "both"], item.method)])
    error_message = join("", [
      "identities[*].method: expected one of podIdentity, irsa, both, got ",
      try(
        [
          for at in [index(
            [for item in var.identities : contains(["podIdentity", "irsa", "both"], item.method)],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].method)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.load_balancer_controller == null ? true : item.permissions.load_balancer_controller.vpc_id == null ? true : can(regex(
        "^vpc-[0-9a-f]{8,17}$",
        item.permissions.load_balancer_controller.vpc_id
      ))
    ])
    error_message = join("", [
      "identities[*].permissions.load_balancer_controller.vpc_id: expected the id of a VPC, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.load_balancer_controller == null ? true : item.permissions.load_balancer_controller.vpc_id == null ? true : can(regex(
                "^vpc-[0-9a-f]{8,17}$",
                item.permissions.load_balancer_controller.vpc_id
              ))
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].permissions.load_balancer_controller.vpc_id)}"
        ][0],
        "another value"
      ),
      " [controller-vpc]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.external_dns == null ? true : length(
        item.permissions.external_dns.hosted_zones
      ) >= 1
    ])
    error_message = join("", [
      "identities[*].permissions.external_dns.hosted_zones: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.external_dns == null ? true : length(
                item.permissions.external_dns.hosted_zones
              ) >= 1
            ],
            false
          )] : "${keys(var.identities)[at]} = ${length(values(var.identities)[at].permissions.external_dns.hosted_zones)}"
        ][0],
        "another value"
      ),
      " [hosted-zone-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.external_dns == null ? true : length(distinct(item.permissions.external_dns.hosted_zones)) == length(
        item.permissions.external_dns.hosted_zones
      )
    ])
    error_message = join("", [
      "identities[*].permissions.external_dns.hosted_zones: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.external_dns == null ? true : length(distinct(item.permissions.external_dns.hosted_zones)) == length(
                item.permissions.external_dns.hosted_zones
              )
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].permissions.external_dns.hosted_zones)}"
        ][0],
        "another value"
      ),
      " [hosted-zone-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.external_dns == null ? true : alltrue([
        for item2 in item.permissions.external_dns.hosted_zones : can(regex("^Z[A-Z0-9]{1,31}$", item2))
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.external_dns.hosted_zones[*]: expected the id of a hosted zone, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.external_dns == null ? true : alltrue([
                for item2 in item.permissions.external_dns.hosted_zones : can(regex(
                  "^Z[A-Z0-9]{1,31}$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.external_dns.hosted_zones : can(regex("^Z[A-Z0-9]{1,31}$", item))], false)] : "${at2} = ${jsonencode(values(var.identities)[at].permissions.external_dns.hosted_zones[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [hosted-zone]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.cert_manager == null ? true : length(
        item.permissions.cert_manager.hosted_zones
      ) >= 1
    ])
    error_message = join("", [
      "identities[*].permissions.cert_manager.hosted_zones: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.cert_manager == null ? true : length(
                item.permissions.cert_manager.hosted_zones
              ) >= 1
            ],
            false
          )] : "${keys(var.identities)[at]} = ${length(values(var.identities)[at].permissions.cert_manager.hosted_zones)}"
        ][0],
        "another value"
      ),
      " [hosted-zone-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.cert_manager == null ? true : length(distinct(item.permissions.cert_manager.hosted_zones)) == length(
        item.permissions.cert_manager.hosted_zones
      )
    ])
    error_message = join("", [
      "identities[*].permissions.cert_manager.hosted_zones: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.cert_manager == null ? true : length(distinct(item.permissions.cert_manager.hosted_zones)) == length(
                item.permissions.cert_manager.hosted_zones
              )
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].permissions.cert_manager.hosted_zones)}"
        ][0],
        "another value"
      ),
      " [hosted-zone-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.cert_manager == null ? true : alltrue([
        for item2 in item.permissions.cert_manager.hosted_zones : can(regex("^Z[A-Z0-9]{1,31}$", item2))
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.cert_manager.hosted_zones[*]: expected the id of a hosted zone, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.cert_manager == null ? true : alltrue([
                for item2 in item.permissions.cert_manager.hosted_zones : can(regex(
                  "^Z[A-Z0-9]{1,31}$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.cert_manager.hosted_zones : can(regex("^Z[A-Z0-9]{1,31}$", item))], false)] : "${at2} = ${jsonencode(values(var.identities)[at].permissions.cert_manager.hosted_zones[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [hosted-zone]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.ebs_csi == null ? true : contains(
        ["driver", "cluster"],
        item.permissions.ebs_csi.volumes
      )
    ])
    error_message = join("", [
      "identities[*].permissions.ebs_csi.volumes: expected one of driver, cluster, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.ebs_csi == null ? true : contains(
                ["driver", "cluster"],
                item.permissions.ebs_csi.volumes
              )
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].permissions.ebs_csi.volumes)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.ebs_csi == null ? true : alltrue([
        for item2 in item.permissions.ebs_csi.kms_key_arns : can(regex(
          "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.ebs_csi.kms_key_arns[*]: expected the ARN of a KMS key, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.ebs_csi == null ? true : alltrue([
                for item2 in item.permissions.ebs_csi.kms_key_arns : can(regex(
                  "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.ebs_csi.kms_key_arns : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", item))], false)] : "${at2} = ${jsonencode(values(var.identities)[at].permissions.ebs_csi.kms_key_arns[at2])}"][0]}"
        ][0],
        "another value"
      ),
      "; an alias or a key id is not enough [permission-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.efs_csi == null ? true : length(
        item.permissions.efs_csi.file_system_arns
      ) >= 1
    ])
    error_message = join("", [
      "identities[*].permissions.efs_csi.file_system_arns: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.efs_csi == null ? true : length(
                item.permissions.efs_csi.file_system_arns
              ) >= 1
            ],
            false
          )] : "${keys(var.identities)[at]} = ${length(values(var.identities)[at].permissions.efs_csi.file_system_arns)}"
        ][0],
        "another value"
      ),
      " [file-system-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.efs_csi == null ? true : length(distinct(item.permissions.efs_csi.file_system_arns)) == length(
        item.permissions.efs_csi.file_system_arns
      )
    ])
    error_message = join("", [
      "identities[*].permissions.efs_csi.file_system_arns: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.efs_csi == null ? true : length(distinct(item.permissions.efs_csi.file_system_arns)) == length(
                item.permissions.efs_csi.file_system_arns
              )
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].permissions.efs_csi.file_system_arns)}"
        ][0],
        "another value"
      ),
      " [file-system-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.efs_csi == null ? true : alltrue([
        for item2 in item.permissions.efs_csi.file_system_arns : can(regex(
          "^arn:aws[a-z-]*:elasticfilesystem:[a-z0-9-]+:[0-9]{12}:file-system/fs-[0-9a-f]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.efs_csi.file_system_arns[*]: expected the ARN of an EFS file system, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.efs_csi == null ? true : alltrue([
                for item2 in item.permissions.efs_csi.file_system_arns : can(regex(
                  "^arn:aws[a-z-]*:elasticfilesystem:[a-z0-9-]+:[0-9]{12}:file-system/fs-[0-9a-f]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.efs_csi.file_system_arns : can(regex("^arn:aws[a-z-]*:elasticfilesystem:[a-z0-9-]+:[0-9]{12}:file-system/fs-[0-9a-f]+$", item))], false)] : "${at2} = ${jsonencode(values(var.identities)[at].permissions.efs_csi.file_system_arns[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [file-system]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.logs == null ? true : length(
        item.permissions.logs.groups
      ) >= 1
    ])
    error_message = join("", [
      "identities[*].permissions.logs.groups: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.logs == null ? true : length(
                item.permissions.logs.groups
              ) >= 1
            ],
            false
          )] : "${keys(var.identities)[at]} = ${length(values(var.identities)[at].permissions.logs.groups)}"
        ][0],
        "another value"
      ),
      " [log-group-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.logs == null ? true : length(distinct(item.permissions.logs.groups)) == length(
        item.permissions.logs.groups
      )
    ])
    error_message = join("", [
      "identities[*].permissions.logs.groups: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.logs == null ? true : length(distinct(item.permissions.logs.groups)) == length(
                item.permissions.logs.groups
              )
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].permissions.logs.groups)}"
        ][0],
        "another value"
      ),
      " [log-group-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.logs == null ? true : alltrue([
        for item2 in item.permissions.logs.groups : can(regex(
          "^(arn:aws[a-z-]*:logs:[a-z0-9-]+:[0-9]{12}:log-group:)?[A-Za-z0-9._/#-]{1,512}\\*?$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.logs.groups[*]: expected the name or ARN of a log group, with a star at the end for all that start so, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.logs == null ? true : alltrue([
                for item2 in item.permissions.logs.groups : can(regex(
                  "^(arn:aws[a-z-]*:logs:[a-z0-9-]+:[0-9]{12}:log-group:)?[A-Za-z0-9._/#-]{1,512}\\*?$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.logs.groups : can(regex("^(arn:aws[a-z-]*:logs:[a-z0-9-]+:[0-9]{12}:log-group:)?[A-Za-z0-9._/#-]{1,512}\\*?$", item))], false)] : "${at2} = ${jsonencode(values(var.identities)[at].permissions.logs.groups[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [log-group]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.prometheus == null ? true : length(
        item.permissions.prometheus.workspace_arns
      ) >= 1
    ])
    error_message = join("", [
      "identities[*].permissions.prometheus.workspace_arns: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.prometheus == null ? true : length(
                item.permissions.prometheus.workspace_arns
              ) >= 1
            ],
            false
          )] : "${keys(var.identities)[at]} = ${length(values(var.identities)[at].permissions.prometheus.workspace_arns)}"
        ][0],
        "another value"
      ),
      " [prometheus-workspace-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.prometheus == null ? true : length(distinct(item.permissions.prometheus.workspace_arns)) == length(
        item.permissions.prometheus.workspace_arns
      )
    ])
    error_message = join("", [
      "identities[*].permissions.prometheus.workspace_arns: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.prometheus == null ? true : length(distinct(item.permissions.prometheus.workspace_arns)) == length(
                item.permissions.prometheus.workspace_arns
              )
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].permissions.prometheus.workspace_arns)}"
        ][0],
        "another value"
      ),
      " [prometheus-workspace-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.prometheus == null ? true : alltrue([
        for item2 in item.permissions.prometheus.workspace_arns : can(regex(
          "^arn:aws[a-z-]*:aps:[a-z0-9-]+:[0-9]{12}:workspace/ws-[A-Za-z0-9-]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.prometheus.workspace_arns[*]: expected the ARN of a workspace, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.prometheus == null ? true : alltrue([
                for item2 in item.permissions.prometheus.workspace_arns : can(regex(
                  "^arn:aws[a-z-]*:aps:[a-z0-9-]+:[0-9]{12}:workspace/ws-[A-Za-z0-9-]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.prometheus.workspace_arns : can(regex("^arn:aws[a-z-]*:aps:[a-z0-9-]+:[0-9]{12}:workspace/ws-[A-Za-z0-9-]+$", item))], false)] : "${at2} = ${jsonencode(values(var.identities)[at].permissions.prometheus.workspace_arns[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [prometheus-workspace]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.secrets == null ? true : length(
        item.permissions.secrets.secret_arns
      ) >= 1
    ])
    error_message = join("", [
      "identities[*].permissions.secrets.secret_arns: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.secrets == null ? true : length(
                item.permissions.secrets.secret_arns
              ) >= 1
            ],
            false
          )] : "${keys(var.identities)[at]} = ${length(values(var.identities)[at].permissions.secrets.secret_arns)}"
        ][0],
        "another value"
      ),
      " [secret-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.secrets == null ? true : length(distinct(item.permissions.secrets.secret_arns)) == length(
        item.permissions.secrets.secret_arns
      )
    ])
    error_message = join("", [
      "identities[*].permissions.secrets.secret_arns: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.secrets == null ? true : length(distinct(item.permissions.secrets.secret_arns)) == length(
                item.permissions.secrets.secret_arns
              )
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].permissions.secrets.secret_arns)}"
        ][0],
        "another value"
      ),
      " [secret-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.secrets == null ? true : alltrue([
        for item2 in item.permissions.secrets.secret_arns : can(regex(
          "^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@*?-]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.secrets.secret_arns[*]: expected the ARN of a secret, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.secrets == null ? true : alltrue([
                for item2 in item.permissions.secrets.secret_arns : can(regex(
                  "^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@*?-]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.secrets.secret_arns : can(regex("^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@*?-]+$", item))], false)] : "${at2} = ${jsonencode(values(var.identities)[at].permissions.secrets.secret_arns[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [secret]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.secrets == null ? true : alltrue([
        for item2 in item.permissions.secrets.kms_key_arns : can(regex(
          "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.secrets.kms_key_arns[*]: expected the ARN of a KMS key, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.secrets == null ? true : alltrue([
                for item2 in item.permissions.secrets.kms_key_arns : can(regex(
                  "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.secrets.kms_key_arns : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", item))], false)] : "${at2} = ${jsonencode(values(var.identities)[at].permissions.secrets.kms_key_arns[at2])}"][0]}"
        ][0],
        "another value"
      ),
      "; an alias or a key id is not enough [permission-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.parameters == null ? true : length(
        item.permissions.parameters.parameter_arns
      ) >= 1
    ])
    error_message = join("", [
      "identities[*].permissions.parameters.parameter_arns: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.parameters == null ? true : length(
                item.permissions.parameters.parameter_arns
              ) >= 1
            ],
            false
          )] : "${keys(var.identities)[at]} = ${length(values(var.identities)[at].permissions.parameters.parameter_arns)}"
        ][0],
        "another value"
      ),
      " [parameter-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.parameters == null ? true : length(distinct(item.permissions.parameters.parameter_arns)) == length(
        item.permissions.parameters.parameter_arns
      )
    ])
    error_message = join("", [
      "identities[*].permissions.parameters.parameter_arns: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.parameters == null ? true : length(distinct(item.permissions.parameters.parameter_arns)) == length(
                item.permissions.parameters.parameter_arns
              )
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].permissions.parameters.parameter_arns)}"
        ][0],
        "another value"
      ),
      " [parameter-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.parameters == null ? true : alltrue([
        for item2 in item.permissions.parameters.parameter_arns : can(regex(
          "^arn:aws[a-z-]*:ssm:[a-z0-9-]+:[0-9]{12}:parameter/[A-Za-z0-9_./*-]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.parameters.parameter_arns[*]: expected the ARN of a parameter, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.parameters == null ? true : alltrue([
                for item2 in item.permissions.parameters.parameter_arns : can(regex(
                  "^arn:aws[a-z-]*:ssm:[a-z0-9-]+:[0-9]{12}:parameter/[A-Za-z0-9_./*-]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.parameters.parameter_arns : can(regex("^arn:aws[a-z-]*:ssm:[a-z0-9-]+:[0-9]{12}:parameter/[A-Za-z0-9_./*-]+$", item))], false)] : "${at2} = ${jsonencode(values(var.identities)[at].permissions.parameters.parameter_arns[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [parameter]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.permissions.parameters == null ? true : alltrue([
        for item2 in item.permissions.parameters.kms_key_arns : can(regex(
          "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.parameters.kms_key_arns[*]: expected the ARN of a KMS key, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.permissions.parameters == null ? true : alltrue([
                for item2 in item.permissions.parameters.kms_key_arns : can(regex(
                  "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.parameters.kms_key_arns : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", item))], false)] : "${at2} = ${jsonencode(values(var.identities)[at].permissions.parameters.kms_key_arns[at2])}"][0]}"
        ][0],
        "another value"
      ),
      "; an alias or a key id is not enough [permission-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.permissions.s3 : can(regex(
          "^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
          item2.bucket_arn
        ))
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.s3[*].bucket_arn: expected the ARN of a bucket, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.permissions.s3 : can(regex(
                  "^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
                  item2.bucket_arn
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.s3 : can(regex("^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", item.bucket_arn))], false)] : "${keys(values(var.identities)[at].permissions.s3)[at2]} = ${jsonencode(values(values(var.identities)[at].permissions.s3)[at2].bucket_arn)}"][0]}"
        ][0],
        "another value"
      ),
      " [bucket]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.permissions.s3 : can(regex("^[A-Za-z0-9!_.'()/=-]{0,1000}$", item2.prefix))
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.s3[*].prefix: expected the beginning of a name, of letters, digits and !_.'()/=-, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.permissions.s3 : can(regex("^[A-Za-z0-9!_.'()/=-]{0,1000}$", item2.prefix))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.s3 : can(regex("^[A-Za-z0-9!_.'()/=-]{0,1000}$", item.prefix))], false)] : "${keys(values(var.identities)[at].permissions.s3)[at2]} = ${jsonencode(values(values(var.identities)[at].permissions.s3)[at2].prefix)}"][0]}"
        ][0],
        "another value"
      ),
      " [bucket-prefix]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.permissions.s3 : contains(["read", "write", "readWrite"], item2.access)
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.s3[*].access: expected one of read, write, readWrite, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.permissions.s3 : contains(["read", "write", "readWrite"], item2.access)
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.s3 : contains(["read", "write", "readWrite"], item.access)], false)] : "${keys(values(var.identities)[at].permissions.s3)[at2]} = ${jsonencode(values(values(var.identities)[at].permissions.s3)[at2].access)}"][0]}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.permissions.s3 : alltrue([
          for item3 in item2.kms_key_arns : can(regex(
            "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
            item3
          ))
        ])
      ])
    ])
    error_message = join("", [
      "identities[*].permissions.s3[*].kms_key_arns[*]: expected the ARN of a KMS key, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.permissions.s3 : alltrue([
                  for item3 in item2.kms_key_arns : can(regex(
                    "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
                    item3
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].permissions.s3 : alltrue([for item2 in item.kms_key_arns : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", item2))])], false)] : "${keys(values(var.identities)[at].permissions.s3)[at2]} = ${[for at3 in [index([for item in values(values(var.identities)[at].permissions.s3)[at2].kms_key_arns : can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", item))], false)] : "${at3} = ${jsonencode(values(values(var.identities)[at].permissions.s3)[at2].kms_key_arns[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      "; an alias or a key id is not enough [permission-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for name in keys(item.statements) : can(regex("^[A-Za-z0-9]+$", name))
      ])
    ])
    error_message = join("", [
      "identities[*].statements: expected a map in which each key is letters and digits, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for name in keys(item.statements) : can(regex("^[A-Za-z0-9]+$", name))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode([for name in keys(values(var.identities)[at].statements) : name if !can(regex("^[A-Za-z0-9]+$", name))])}"
        ][0],
        "another value"
      ),
      "; IAM takes no other in the id of a statement [statement-id]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.statements : anytrue([
          item2.actions != null && item2.actions != false,
          item2.action_patterns != null && item2.action_patterns != false,
        ])
      ])
    ])
    error_message = join("", [
      "identities[*].statements[*]: expected at least one of actions, action_patterns, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.statements : anytrue([
                  item2.actions != null && item2.actions != false,
                  item2.action_patterns != null && item2.action_patterns != false,
                ])
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].statements : anytrue([item.actions != null && item.actions != false, item.action_patterns != null && item.action_patterns != false])], false)] : "${keys(values(var.identities)[at].statements)[at2]} = ${"none"}"][0]}"
        ][0],
        "another value"
      ),
      " [statement-actions]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.statements : length([
          for given in [item2.resources != null, item2.any_resource != null] : given
          if given
        ]) == 1
      ])
    ])
    error_message = join("", [
      "identities[*].statements[*]: expected either resources or any_resource, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.statements : length([
                  for given in [item2.resources != null, item2.any_resource != null] : given
                  if given
                ]) == 1
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].statements : length([for given in [item.resources != null, item.any_resource != null] : given if given]) == 1], false)] : "${keys(values(var.identities)[at].statements)[at2]} = ${jsonencode([for name, given in { resources = values(values(var.identities)[at].statements)[at2].resources != null, any_resource = values(values(var.identities)[at].statements)[at2].any_resource != null } : name if given])}"][0]}"
        ][0],
        "another value"
      ),
      " [statement-resources]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.statements : contains(["Allow", "Deny"], item2.effect)
      ])
    ])
    error_message = join("", [
      "identities[*].statements[*].effect: expected one of Allow, Deny, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.statements : contains(["Allow", "Deny"], item2.effect)
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].statements : contains(["Allow", "Deny"], item.effect)], false)] : "${keys(values(var.identities)[at].statements)[at2]} = ${jsonencode(values(values(var.identities)[at].statements)[at2].effect)}"][0]}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.statements : item2.actions == null ? true : length(item2.actions) >= 1
      ])
    ])
    error_message = join("", [
      "identities[*].statements[*].actions: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.statements : item2.actions == null ? true : length(item2.actions) >= 1
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].statements : item.actions == null ? true : length(item.actions) >= 1], false)] : "${keys(values(var.identities)[at].statements)[at2]} = ${length(values(values(var.identities)[at].statements)[at2].actions)}"][0]}"
        ][0],
        "another value"
      ),
      " [statement-list]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.statements : item2.actions == null ? true : alltrue([
          for item3 in item2.actions : can(regex("^[a-z0-9-]+:[A-Za-z0-9-]+$", item3))
        ])
      ])
    ])
    error_message = join("", [
      "identities[*].statements[*].actions[*]: expected an action such as sqs:SendMessage, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.statements : item2.actions == null ? true : alltrue([
                  for item3 in item2.actions : can(regex("^[a-z0-9-]+:[A-Za-z0-9-]+$", item3))
                ])
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].statements : item.actions == null ? true : alltrue([for item2 in item.actions : can(regex("^[a-z0-9-]+:[A-Za-z0-9-]+$", item2))])], false)] : "${keys(values(var.identities)[at].statements)[at2]} = ${[for at3 in [index([for item in values(values(var.identities)[at].statements)[at2].actions : can(regex("^[a-z0-9-]+:[A-Za-z0-9-]+$", item))], false)] : "${at3} = ${jsonencode(values(values(var.identities)[at].statements)[at2].actions[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      "; patterns stand in action patterns [statement-action]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.statements : item2.action_patterns == null ? true : length(
          item2.action_patterns
        ) >= 1
      ])
    ])
    error_message = join("", [
      "identities[*].statements[*].action_patterns: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.statements : item2.action_patterns == null ? true : length(
                  item2.action_patterns
                ) >= 1
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].statements : item.action_patterns == null ? true : length(item.action_patterns) >= 1], false)] : "${keys(values(var.identities)[at].statements)[at2]} = ${length(values(values(var.identities)[at].statements)[at2].action_patterns)}"][0]}"
        ][0],
        "another value"
      ),
      " [statement-list]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.statements : item2.action_patterns == null ? true : alltrue([
          for item3 in item2.action_patterns : can(regex("^[a-z0-9-]+:[A-Za-z0-9*-]+$", item3))
        ])
      ])
    ])
    error_message = join("", [
      "identities[*].statements[*].action_patterns[*]: expected a pattern of actions of one service, such as sqs:Get*, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.statements : item2.action_patterns == null ? true : alltrue([
                  for item3 in item2.action_patterns : can(regex("^[a-z0-9-]+:[A-Za-z0-9*-]+$", item3))
                ])
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].statements : item.action_patterns == null ? true : alltrue([for item2 in item.action_patterns : can(regex("^[a-z0-9-]+:[A-Za-z0-9*-]+$", item2))])], false)] : "${keys(values(var.identities)[at].statements)[at2]} = ${[for at3 in [index([for item in values(values(var.identities)[at].statements)[at2].action_patterns : can(regex("^[a-z0-9-]+:[A-Za-z0-9*-]+$", item))], false)] : "${at3} = ${jsonencode(values(values(var.identities)[at].statements)[at2].action_patterns[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [statement-action-pattern]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.statements : item2.resources == null ? true : length(item2.resources) >= 1
      ])
    ])
    error_message = join("", [
      "identities[*].statements[*].resources: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.statements : item2.resources == null ? true : length(item2.resources) >= 1
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].statements : item.resources == null ? true : length(item.resources) >= 1], false)] : "${keys(values(var.identities)[at].statements)[at2]} = ${length(values(values(var.identities)[at].statements)[at2].resources)}"][0]}"
        ][0],
        "another value"
      ),
      " [statement-list]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.statements : item2.resources == null ? true : !contains(item2.resources, "*")
      ])
    ])
    error_message = join("", [
      "identities[*].statements[*].resources: expected a list without *, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.statements : item2.resources == null ? true : !contains(
                  item2.resources,
                  "*"
                )
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].statements : item.resources == null ? true : !contains(item.resources, "*")], false)] : "${keys(values(var.identities)[at].statements)[at2]} = ${jsonencode("*")}"][0]}"
        ][0],
        "another value"
      ),
      "; every resource is said by any resource [statement-any-resource]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.statements : item2.any_resource == null ? true : can(regex(
          "\\S",
          item2.any_resource.because
        ))
      ])
    ])
    error_message = join("", [
      "identities[*].statements[*].any_resource.because: expected a reason, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.statements : item2.any_resource == null ? true : can(regex(
                  "\\S",
                  item2.any_resource.because
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].statements : item.any_resource == null ? true : can(regex("\\S", item.any_resource.because))], false)] : "${keys(values(var.identities)[at].statements)[at2]} = ${jsonencode(values(values(var.identities)[at].statements)[at2].any_resource.because)}"][0]}"
        ][0],
        "another value"
      ),
      " [statement-because]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.statements : item2.conditions == null ? true : length(item2.conditions) >= 1
      ])
    ])
    error_message = join("", [
      "identities[*].statements[*].conditions: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.statements : item2.conditions == null ? true : length(item2.conditions) >= 1
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].statements : item.conditions == null ? true : length(item.conditions) >= 1], false)] : "${keys(values(var.identities)[at].statements)[at2]} = ${length(values(values(var.identities)[at].statements)[at2].conditions)}"][0]}"
        ][0],
        "another value"
      ),
      " [statement-conditions]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.statements : item2.conditions == null ? true : alltrue([
          for item3 in item2.conditions : alltrue([for item4 in item3 : length(item4) >= 1])
        ])
      ])
    ])
    error_message = join("", [
      "identities[*].statements[*].conditions[*][*]: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.statements : item2.conditions == null ? true : alltrue([
                  for item3 in item2.conditions : alltrue([for item4 in item3 : length(item4) >= 1])
                ])
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].statements : item.conditions == null ? true : alltrue([for item2 in item.conditions : alltrue([for item3 in item2 : length(item3) >= 1])])], false)] : "${keys(values(var.identities)[at].statements)[at2]} = ${[for at3 in [index([for item in values(values(var.identities)[at].statements)[at2].conditions : alltrue([for item2 in item : length(item2) >= 1])], false)] : "${keys(values(values(var.identities)[at].statements)[at2].conditions)[at3]} = ${[for at4 in [index([for item in values(values(values(var.identities)[at].statements)[at2].conditions)[at3] : length(item) >= 1], false)] : "${keys(values(values(values(var.identities)[at].statements)[at2].conditions)[at3])[at4]} = ${length(values(values(values(values(var.identities)[at].statements)[at2].conditions)[at3])[at4])}"][0]}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [statement-list]",
    ])
  }

  validation {
    condition = alltrue([for item in var.identities : length(item.managed_policy_arns) <= 10])
    error_message = join("", [
      "identities[*].managed_policy_arns: expected at most 10 policies, got ",
      try(
        [
          for at in [index(
            [for item in var.identities : length(item.managed_policy_arns) <= 10],
            false
          )] : "${keys(var.identities)[at]} = ${length(values(var.identities)[at].managed_policy_arns)}"
        ][0],
        "another value"
      ),
      "; IAM attaches no more to a role unless the quota is raised [identity-managed-policies]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.managed_policy_arns : can(regex(
          "^arn:aws[a-z-]*:iam::(aws|[0-9]{12}):policy/[A-Za-z0-9_+=,.@/-]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "identities[*].managed_policy_arns[*]: expected the ARN of an IAM policy, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.managed_policy_arns : can(regex(
                  "^arn:aws[a-z-]*:iam::(aws|[0-9]{12}):policy/[A-Za-z0-9_+=,.@/-]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].managed_policy_arns : can(regex("^arn:aws[a-z-]*:iam::(aws|[0-9]{12}):policy/[A-Za-z0-9_+=,.@/-]+$", item))], false)] : "${keys(values(var.identities)[at].managed_policy_arns)[at2]} = ${jsonencode(values(values(var.identities)[at].managed_policy_arns)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [identity-managed-policy]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.assumes : can(regex(
          "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$",
          item2.role_arn
        ))
      ])
    ])
    error_message = join("", [
      "identities[*].assumes[*].role_arn: expected the ARN of an IAM role, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.assumes : can(regex(
                  "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$",
                  item2.role_arn
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].assumes : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$", item.role_arn))], false)] : "${keys(values(var.identities)[at].assumes)[at2]} = ${jsonencode(values(values(var.identities)[at].assumes)[at2].role_arn)}"][0]}"
        ][0],
        "another value"
      ),
      " [assumed-role]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.assumes : item2.external_id == null ? true : length(item2.external_id) >= 2 && length(
          item2.external_id
        ) <= 1224
      ])
    ])
    error_message = join("", [
      "identities[*].assumes[*].external_id: expected text of 2 to 1224 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.assumes : item2.external_id == null ? true : length(item2.external_id) >= 2 && length(
                  item2.external_id
                ) <= 1224
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].assumes : item.external_id == null ? true : length(item.external_id) >= 2 && length(item.external_id) <= 1224], false)] : "${keys(values(var.identities)[at].assumes)[at2]} = ${jsonencode(values(values(var.identities)[at].assumes)[at2].external_id)}"][0]}"
        ][0],
        "another value"
      ),
      " [assumed-role-external-id]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : alltrue([
        for item2 in item.assumes : item2.external_id == null ? true : can(regex(
          "^[A-Za-z0-9_+=,.@:/-]+$",
          item2.external_id
        ))
      ])
    ])
    error_message = join("", [
      "identities[*].assumes[*].external_id: expected letters, digits and _+=,.@:/-, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : alltrue([
                for item2 in item.assumes : item2.external_id == null ? true : can(regex(
                  "^[A-Za-z0-9_+=,.@:/-]+$",
                  item2.external_id
                ))
              ])
            ],
            false
          )] : "${keys(var.identities)[at]} = ${[for at2 in [index([for item in values(var.identities)[at].assumes : item.external_id == null ? true : can(regex("^[A-Za-z0-9_+=,.@:/-]+$", item.external_id))], false)] : "${keys(values(var.identities)[at].assumes)[at2]} = ${jsonencode(values(values(var.identities)[at].assumes)[at2].external_id)}"][0]}"
        ][0],
        "another value"
      ),
      " [assumed-role-external-id-text]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.role_name == null ? true : length(item.role_name) >= 1 && length(
        item.role_name
      ) <= 64
    ])
    error_message = join("", [
      "identities[*].role_name: expected text of 1 to 64 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.role_name == null ? true : length(item.role_name) >= 1 && length(
                item.role_name
              ) <= 64
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].role_name)}"
        ][0],
        "another value"
      ),
      " [identity-role-name-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.role_name == null ? true : can(regex(
        "^[A-Za-z0-9_+=,.@-]+$",
        item.role_name
      ))
    ])
    error_message = join("", [
      "identities[*].role_name: expected letters, digits and _+=,.@-, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.role_name == null ? true : can(regex(
                "^[A-Za-z0-9_+=,.@-]+$",
                item.role_name
              ))
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].role_name)}"
        ][0],
        "another value"
      ),
      " [identity-role-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : item.description == null ? true : can(regex(
        "^[A-Za-z0-9 _.,:;()/+=@-]{1,1000}$",
        item.description
      ))
    ])
    error_message = join("", [
      "identities[*].description: expected 1 to 1000 letters, digits, blanks and _.,:;()/+=@-, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : item.description == null ? true : can(regex(
                "^[A-Za-z0-9 _.,:;()/+=@-]{1,1000}$",
                item.description
              ))
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].description)}"
        ][0],
        "another value"
      ),
      " [identity-description]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.identities : floor(
        item.max_session_hours
      ) == item.max_session_hours && item.max_session_hours >= 1 && item.max_session_hours <= 12
    ])
    error_message = join("", [
      "identities[*].max_session_hours: expected a whole number from 1 to 12, got ",
      try(
        [
          for at in [index(
            [
              for item in var.identities : floor(
                item.max_session_hours
              ) == item.max_session_hours && item.max_session_hours >= 1 && item.max_session_hours <= 12
            ],
            false
          )] : "${keys(var.identities)[at]} = ${jsonencode(values(var.identities)[at].max_session_hours)}"
        ][0],
        "another value"
      ),
      " [identity-session-hours]",
    ])
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
