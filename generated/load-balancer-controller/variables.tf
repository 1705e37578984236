variable "cluster_name" {
  description = "Name of the cluster."
  type        = string
  nullable    = false
}

variable "region" {
  description = "Region of the cluster. Given, so that pods need not ask the instance's metadata."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region: expected an AWS region, got ${jsonencode(var.region)} [controller-region]"
  }
}

variable "vpc_id" {
  description = "VPC of the cluster."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^vpc-[0-9a-f]{8,17}$", var.vpc_id))
    error_message = "vpc_id: expected the id of a VPC, got ${jsonencode(var.vpc_id)} [controller-vpc-id]"
  }
}

variable "repository" {
  description = "Repository of the chart, `https://…` or `oci://…`: a mirror of your own where the public one is out of reach. Terraform reads it while it plans."
  type        = string
  default     = "https://aws.github.io/eks-charts"
  nullable    = false

  validation {
    condition     = can(regex("^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._/-]*)?$", var.repository))
    error_message = "repository: expected the address of a chart repository, https://… or oci://…, got ${jsonencode(var.repository)} [chart-repository]"
  }
}

variable "chart_version" {
  description = "Version of the chart."
  type        = string
  default     = "3.5.0"
  nullable    = false

  validation {
    condition     = can(regex("^v?[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?$", var.chart_version))
    error_message = "chart_version: expected an exact version such as 1.2.3, got ${jsonencode(var.chart_version)} [chart-version]"
  }
}

variable "namespace" {
  description = "Namespace of the release."
  type        = string
  default     = "kube-system"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.namespace))
    error_message = "namespace: expected the name of a namespace: lower-case letters, digits and hyphens, at most 63, got ${jsonencode(var.namespace)} [release-namespace]"
  }
}

variable "image_repository" {
  description = "Repository of the image in place of the public one: a mirror of your own. The tag stays the chart's."
  type        = string
  default     = null
}

variable "service_account" {
  description = "Name of the service account, to which the role belongs."
  type        = string
  default     = "aws-load-balancer-controller"
  nullable    = false
}

variable "service_account_annotations" {
  description = "Annotations of the service account: the role's ARN with IRSA, none with Pod Identity. An element of the output of `workload-identity` of this name."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "replicas" {
  description = "Pods. One works, the others stand by; webhooks answer from all."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = floor(var.replicas) == var.replicas && var.replicas >= 1 && var.replicas <= 10
    error_message = "replicas: expected a whole number from 1 to 10, got ${jsonencode(var.replicas)} [controller-replicas]"
  }
}

variable "max_unavailable" {
  description = "Pods that a drain of nodes may take away at a time. With one replica nothing is held back."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition = (
      floor(var.max_unavailable) == var.max_unavailable
      && var.max_unavailable >= 1
      && var.max_unavailable <= 9
    )
    error_message = "max_unavailable: expected a whole number from 1 to 9, got ${jsonencode(var.max_unavailable)} [controller-max-unavailable]"
  }
}

variable "resources" {
  description = "What a pod asks for and may use."
  type = object({
    # What a node keeps free for a pod.
    requests = optional(map(string), { cpu = "100m", memory = "128Mi" })
    # What a pod may use at most. A pod over its memory is ended; one over its CPU is slowed down.
    limits = optional(map(string), { memory = "512Mi" })
  })
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for name in keys(var.resources.requests) : contains(["cpu", "memory", "ephemeral-storage"], name)
    ])
    error_message = join("", [
      "resources.requests: expected a map in which each key is one of cpu, memory, ephemeral-storage, got ",
      try(
        jsonencode([
          for name in keys(var.resources.requests) : name
          if !contains(["cpu", "memory", "ephemeral-storage"], name)
        ]),
        "another value"
      ),
      " [pod-resource-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.resources.requests : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$", item))
    ])
    error_message = join("", [
      "resources.requests[*]: expected a quantity such as 100m or 128Mi, got ",
      try(
        [
          for at in [index(
            [
              for item in var.resources.requests : can(regex(
                "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$",
                item
              ))
            ],
            false
          )] : "${keys(var.resources.requests)[at]} = ${jsonencode(values(var.resources.requests)[at])}"
        ][0],
        "another value"
      ),
      " [pod-resource-quantity]",
    ])
  }

  validation {
    condition = alltrue([
      for name in keys(var.resources.limits) : contains(["cpu", "memory", "ephemeral-storage"], name)
    ])
    error_message = join("", [
      "resources.limits: expected a map in which each key is one of cpu, memory, ephemeral-storage, got ",
      try(
        jsonencode([
          for name in keys(var.resources.limits) : name
          if !contains(["cpu", "memory", "ephemeral-storage"], name)
        ]),
        "another value"
      ),
      " [pod-resource-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.resources.limits : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$", item))
    ])
    error_message = join("", [
      "resources.limits[*]: expected a quantity such as 100m or 128Mi, got ",
      try(
        [
          for at in [index(
            [
              for item in var.resources.limits : can(regex(
                "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$",
                item
              ))
            ],
            false
          )] : "${keys(var.resources.limits)[at]} = ${jsonencode(values(var.resources.limits)[at])}"
        ][0],
        "another value"
      ),
      " [pod-resource-quantity]",
    ])
  }
}

variable "priority_class_name" {
  description = "Priority class of the pods."
  type        = string
  default     = "system-cluster-critical"
  nullable    = false
}

variable "tolerations" {
  description = "Taints that do not keep the pods away."
  type = list(object({
    # Key of the taint. Null with the operator `Exists` stands for every taint.
    key = optional(string)
    # Whether the value counts. One of `Equal`, `Exists`.
    operator = optional(string, "Equal")
    # Value of the taint.
    value = optional(string)
    # Effect of the taint. Null stands for each. One of `NoSchedule`, `PreferNoSchedule`,
    # `NoExecute`.
    effect = optional(string)
  }))
  default  = []
  nullable = false

  validation {
    condition = alltrue([for item in var.tolerations : contains(["Equal", "Exists"], item.operator)])
    error_message = join("", [
      "tolerations[*].operator: expected one of Equal, Exists, got ",
      try(
        [
          for at in [index(
            [for item in var.tolerations : contains(["Equal", "Exists"], item.operator)],
            false
          )] : "${at} = ${jsonencode(var.tolerations[at].operator)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.tolerations : item.effect == null ? true : contains(
        ["NoSchedule", "PreferNoSchedule", "NoExecute"],
        item.effect
      )
    ])
    error_message = join("", [
      "tolerations[*].effect: expected one of NoSchedule, PreferNoSchedule, NoExecute, got ",
      try(
        [
          for at in [index(
            [
              for item in var.tolerations : item.effect == null ? true : contains(
                ["NoSchedule", "PreferNoSchedule", "NoExecute"],
                item.effect
              )
            ],
            false
          )] : "${at} = ${jsonencode(var.tolerations[at].effect)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }
}

variable "node_selector" {
  description = "Labels that a node must have."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "zone_spread" {
  description = "What happens to a pod that would stand in a zone with more of them than another. One of `ScheduleAnyway`, `DoNotSchedule`."
  type        = string
  default     = "ScheduleAnyway"
  nullable    = false

  validation {
    condition     = contains(["ScheduleAnyway", "DoNotSchedule"], var.zone_spread)
    error_message = "zone_spread: expected one of ScheduleAnyway, DoNotSchedule, got ${jsonencode(var.zone_spread)} [choice]"
  }
}

variable "target_type" {
  description = "What a target is where nothing else is said: pods by their own addresses, or nodes and node ports. One of `ip`, `instance`."
  type        = string
  default     = "ip"
  nullable    = false

  validation {
    condition     = contains(["ip", "instance"], var.target_type)
    error_message = "target_type: expected one of ip, instance, got ${jsonencode(var.target_type)} [choice]"
  }
}

variable "ingress_class" {
  description = "The class of ingresses that the controller serves."
  type = object({
    # Name of the class, which ingresses give as `ingressClassName`.
    name = optional(string, "alb")
    # Ingresses that name no class are of this one.
    default = optional(bool, false)
    # What holds for every ingress of the class, whatever its annotations say.
    parameters = optional(object({
      # Whether load balancers have public addresses. One of `internal`, `internet-facing`.
      scheme = optional(string)
      # One load balancer for all ingresses of the class.
      group = optional(string)
      # Certificates of ACM for all ingresses of the class.
      certificate_arns = optional(list(string))
      # Security policy of the HTTPS listeners.
      ssl_policy = optional(string)
      # Port to which HTTP is redirected.
      ssl_redirect_port = optional(string)
      # Subnets of the load balancers. Null leaves the choice to tags: `kubernetes.io/role/elb` and
      # `kubernetes.io/role/internal-elb`.
      subnets = optional(object({
        # Ids of the subnets, one in each zone.
        ids = optional(list(string))
        # Tags that the subnets have, each with the values that count.
        tags = optional(map(list(string)))
      }))
      # Kinds of addresses. One of `ipv4`, `dualstack`, `dualstack-without-public-ipv4`.
      ip_address_type = optional(string)
      # What a target is. One of `ip`, `instance`.
      target_type = optional(string)
      # Who may connect.
      inbound_cidrs = optional(list(string))
      # Prefix lists of who may connect.
      prefix_list_ids = optional(list(string))
      # Web ACL of AWS WAF.
      waf_acl_arn = optional(string)
      # Attributes of the load balancers, such as `idle_timeout.timeout_seconds`.
      load_balancer_attributes = optional(map(string), {})
      # Tags of what is made for ingresses of the class.
      tags = optional(map(string), {})
      # Labels that a namespace must have to use the class. Empty lets all.
      namespace_labels = optional(map(string), {})
    }))
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", var.ingress_class.name))
    error_message = "ingress_class.name: expected lower-case letters, digits, hyphens and dots, at most 253, got ${try(jsonencode(var.ingress_class.name), "another value")} [ingress-class-name]"
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.scheme == null
      ? true
      : contains(["internal", "internet-facing"], var.ingress_class.parameters.scheme)
    )
    error_message = "ingress_class.parameters.scheme: expected one of internal, internet-facing, got ${try(jsonencode(var.ingress_class.parameters.scheme), "another value")} [choice]"
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.group == null
      ? true
      : can(regex("^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$", var.ingress_class.parameters.group))
    )
    error_message = "ingress_class.parameters.group: expected lower-case letters, digits, hyphens and dots, at most 63, got ${try(jsonencode(var.ingress_class.parameters.group), "another value")} [ingress-group]"
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.certificate_arns == null
      ? true
      : length(var.ingress_class.parameters.certificate_arns) >= 1
      && length(var.ingress_class.parameters.certificate_arns) <= 25
    )
    error_message = "ingress_class.parameters.certificate_arns: expected 1 to 25 elements, got ${try(length(var.ingress_class.parameters.certificate_arns), "another value")} [load-balancer-certificates]"
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.certificate_arns == null
      ? true
      : length(distinct(var.ingress_class.parameters.certificate_arns)) == length(
        var.ingress_class.parameters.certificate_arns
      )
    )
    error_message = "ingress_class.parameters.certificate_arns: expected a list without repeated elements, got ${try(jsonencode(var.ingress_class.parameters.certificate_arns), "another value")} [load-balancer-distinct-certificates]"
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.certificate_arns == null
      ? true
      : alltrue([
        for item in var.ingress_class.parameters.certificate_arns : can(regex(
          "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+$",
          item
        ))
      ])
    )
    error_message = join("", [
      "ingress_class.parameters.certificate_arns[*]: expected the ARN of a certificate in ACM, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingress_class.parameters.certificate_arns : can(regex(
                "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+$",
                item
              ))
            ],
            false
          )] : "${at} = ${jsonencode(var.ingress_class.parameters.certificate_arns[at])}"
        ][0],
        "another value"
      ),
      " [load-balancer-certificate]",
    ])
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.ssl_redirect_port == null
      ? true
      : can(regex("^[0-9]{1,5}$", var.ingress_class.parameters.ssl_redirect_port))
    )
    error_message = "ingress_class.parameters.ssl_redirect_port: expected a port as text, got ${try(jsonencode(var.ingress_class.parameters.ssl_redirect_port), "another value")} [ingress-class-redirect-port]"
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.subnets == null
      ? true
      : length([
        for given in [
          var.ingress_class.parameters.subnets.ids != null,
          var.ingress_class.parameters.subnets.tags != null,
        ] : given
        if given
      ]) == 1
    )
    error_message = join("", [
      "ingress_class.parameters.subnets: expected exactly one of ids, tags, got ",
      try(
        jsonencode([
          for name, given in {
            ids  = var.ingress_class.parameters.subnets.ids != null
            tags = var.ingress_class.parameters.subnets.tags != null
          } : name
          if given
        ]),
        "another value"
      ),
      " [ingress-class-subnet-choice]",
    ])
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.subnets == null
      ? true
      : var.ingress_class.parameters.subnets.ids == null
      ? true
      : length(var.ingress_class.parameters.subnets.ids) >= 1
    )
    error_message = "ingress_class.parameters.subnets.ids: expected at least 1 elements, got ${try(length(var.ingress_class.parameters.subnets.ids), "another value")} [ingress-class-subnets]"
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.subnets == null
      ? true
      : var.ingress_class.parameters.subnets.ids == null
      ? true
      : length(distinct(var.ingress_class.parameters.subnets.ids)) == length(
        var.ingress_class.parameters.subnets.ids
      )
    )
    error_message = "ingress_class.parameters.subnets.ids: expected a list without repeated elements, got ${try(jsonencode(var.ingress_class.parameters.subnets.ids), "another value")} [ingress-class-distinct-subnets]"
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.subnets == null
      ? true
      : var.ingress_class.parameters.subnets.ids == null
      ? true
      : alltrue([
        for item in var.ingress_class.parameters.subnets.ids : can(regex("^subnet-[0-9a-f]+$", item))
      ])
    )
    error_message = join("", [
      "ingress_class.parameters.subnets.ids[*]: expected a subnet id, got ",
      try(
        [
          for at in [index(
            [for item in var.ingress_class.parameters.subnets.ids : can(regex("^subnet-[0-9a-f]+$", item))],
            false
          )] : "${at} = ${jsonencode(var.ingress_class.parameters.subnets.ids[at])}"
        ][0],
        "another value"
      ),
      " [ingress-class-subnet]",
    ])
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.subnets == null
      ? true
      : var.ingress_class.parameters.subnets.tags == null
      ? true
      : length(var.ingress_class.parameters.subnets.tags) >= 1
    )
    error_message = "ingress_class.parameters.subnets.tags: expected at least 1 elements, got ${try(length(var.ingress_class.parameters.subnets.tags), "another value")} [ingress-class-subnet-tags]"
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.ip_address_type == null
      ? true
      : contains(
        ["ipv4", "dualstack", "dualstack-without-public-ipv4"],
        var.ingress_class.parameters.ip_address_type
      )
    )
    error_message = "ingress_class.parameters.ip_address_type: expected one of ipv4, dualstack, dualstack-without-public-ipv4, got ${try(jsonencode(var.ingress_class.parameters.ip_address_type), "another value")} [choice]"
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.target_type == null
      ? true
      : contains(["ip", "instance"], var.ingress_class.parameters.target_type)
    )
    error_message = "ingress_class.parameters.target_type: expected one of ip, instance, got ${try(jsonencode(var.ingress_class.parameters.target_type), "another value")} [choice]"
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.inbound_cidrs == null
      ? true
      : alltrue([
        for item in var.ingress_class.parameters.inbound_cidrs : try(
          cidrsubnet(item, 0, 0) == item
          && length(split(":", item)) == 1
          && tonumber(split("/", item)[1]) >= 0
          && tonumber(split("/", item)[1]) <= 32,
          false
        )
      ])
    )
    error_message = join("", [
      "ingress_class.parameters.inbound_cidrs[*]: expected an IPv4 CIDR block with a prefix from /0 to /32, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingress_class.parameters.inbound_cidrs : try(
                cidrsubnet(item, 0, 0) == item
                && length(split(":", item)) == 1
                && tonumber(split("/", item)[1]) >= 0
                && tonumber(split("/", item)[1]) <= 32,
                false
              )
            ],
            false
          )] : "${at} = ${jsonencode(var.ingress_class.parameters.inbound_cidrs[at])}"
        ][0],
        "another value"
      ),
      " [ingress-class-inbound-cidr]",
    ])
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.prefix_list_ids == null
      ? true
      : alltrue([
        for item in var.ingress_class.parameters.prefix_list_ids : can(regex("^pl-[0-9a-f]+$", item))
      ])
    )
    error_message = join("", [
      "ingress_class.parameters.prefix_list_ids[*]: expected the id of a prefix list, got ",
      try(
        [
          for at in [index(
            [for item in var.ingress_class.parameters.prefix_list_ids : can(regex("^pl-[0-9a-f]+$", item))],
            false
          )] : "${at} = ${jsonencode(var.ingress_class.parameters.prefix_list_ids[at])}"
        ][0],
        "another value"
      ),
      " [ingress-class-prefix-list]",
    ])
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : var.ingress_class.parameters.waf_acl_arn == null
      ? true
      : can(regex(
        "^arn:aws[a-z-]*:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/[A-Za-z0-9_-]+/[A-Za-z0-9-]+$",
        var.ingress_class.parameters.waf_acl_arn
      ))
    )
    error_message = "ingress_class.parameters.waf_acl_arn: expected the ARN of a regional web ACL, got ${try(jsonencode(var.ingress_class.parameters.waf_acl_arn), "another value")} [ingress-class-waf]"
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : alltrue([
        for name in keys(var.ingress_class.parameters.tags) : length(name) >= 1 && length(name) <= 128
      ])
    )
    error_message = join("", [
      "ingress_class.parameters.tags: expected a map in which each key is text of 1 to 128 characters, got ",
      try(
        jsonencode([
          for name in keys(var.ingress_class.parameters.tags) : name
          if !(length(name) >= 1 && length(name) <= 128)
        ]),
        "another value"
      ),
      " [load-balancer-tag-key]",
    ])
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : alltrue([
        for name in keys(
          var.ingress_class.parameters.tags
        ) : !strcontains(name, ",") && !strcontains(name, "=")
      ])
    )
    error_message = join("", [
      "ingress_class.parameters.tags: expected a map in which each key is text without commas and equals signs, got ",
      try(
        jsonencode([
          for name in keys(var.ingress_class.parameters.tags) : name
          if !(!strcontains(name, ",") && !strcontains(name, "="))
        ]),
        "another value"
      ),
      "; the controller takes all tags as one text of key=value [load-balancer-tag-key-text]",
    ])
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : alltrue([
        for name in keys(var.ingress_class.parameters.tags) : !startswith(name, "aws:") && !startswith(name, "elbv2.k8s.aws/") && !startswith(name, "ingress.k8s.aws/") && !startswith(name, "service.k8s.aws/") && !startswith(
          name,
          "kubernetes.io/cluster/"
        )
      ])
    )
    error_message = join("", [
      "ingress_class.parameters.tags: expected a map in which each key is text that does not begin with aws: or elbv2.k8s.aws/ or ingress.k8s.aws/ or service.k8s.aws/ or kubernetes.io/cluster/, got ",
      try(
        jsonencode([
          for name in keys(var.ingress_class.parameters.tags) : name
          if !(
            !startswith(name, "aws:")
            && !startswith(name, "elbv2.k8s.aws/")
            && !startswith(name, "ingress.k8s.aws/")
            && !startswith(name, "service.k8s.aws/")
            && !startswith(name, "kubernetes.io/cluster/")
          )
        ]),
        "another value"
      ),
      "; AWS and the controller keep those for themselves [load-balancer-tag-reserved]",
    ])
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : alltrue([for item in var.ingress_class.parameters.tags : length(item) <= 256])
    )
    error_message = join("", [
      "ingress_class.parameters.tags[*]: expected text of at most 256 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.ingress_class.parameters.tags : length(item) <= 256],
            false
          )] : "${keys(var.ingress_class.parameters.tags)[at]} = ${jsonencode(values(var.ingress_class.parameters.tags)[at])}"
        ][0],
        "another value"
      ),
      " [load-balancer-tag-value]",
    ])
  }

  validation {
    condition = (
      var.ingress_class.parameters == null
      ? true
      : alltrue([for item in var.ingress_class.parameters.tags : !strcontains(item, ",")])
    )
    error_message = join("", [
      "ingress_class.parameters.tags[*]: expected text without commas, got ",
      try(
        [
          for at in [index(
            [for item in var.ingress_class.parameters.tags : !strcontains(item, ",")],
            false
          )] : "${keys(var.ingress_class.parameters.tags)[at]} = ${jsonencode(values(var.ingress_class.parameters.tags)[at])}"
        ][0],
        "another value"
      ),
      "; the controller takes all tags as one text with commas between [load-balancer-tag-text]",
    ])
  }
}

variable "default_tags" {
  description = "Tags of everything that the controller makes. The provider's default tags do not reach it."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for name in keys(var.default_tags) : length(name) >= 1 && length(name) <= 128])
    error_message = join("", [
      "default_tags: expected a map in which each key is text of 1 to 128 characters, got ",
      try(
        jsonencode([for name in keys(var.default_tags) : name if !(length(name) >= 1 && length(name) <= 128)]),
        "another value"
      ),
      " [load-balancer-tag-key]",
    ])
  }

  validation {
    condition = alltrue([
      for name in keys(var.default_tags) : !strcontains(name, ",") && !strcontains(name, "=")
    ])
    error_message = join("", [
      "default_tags: expected a map in which each key is text without commas and equals signs, got ",
      try(
        jsonencode([
          for name in keys(var.default_tags) : name
          if !(!strcontains(name, ",") && !strcontains(name, "="))
        ]),
        "another value"
      ),
      "; the controller takes all tags as one text of key=value [load-balancer-tag-key-text]",
    ])
  }

  validation {
    condition = alltrue([
      for name in keys(var.default_tags) : !startswith(name, "aws:") && !startswith(name, "elbv2.k8s.aws/") && !startswith(name, "ingress.k8s.aws/") && !startswith(name, "service.k8s.aws/") && !startswith(
        name,
        "kubernetes.io/cluster/"
      )
    ])
    error_message = join("", [
      "default_tags: expected a map in which each key is text that does not begin with aws: or elbv2.k8s.aws/ or ingress.k8s.aws/ or service.k8s.aws/ or kubernetes.io/cluster/, got ",
      try(
        jsonencode([
          for name in keys(var.default_tags) : name
          if !(
            !startswith(name, "aws:")
            && !startswith(name, "elbv2.k8s.aws/")
            && !startswith(name, "ingress.k8s.aws/")
            && !startswith(name, "service.k8s.aws/")
            && !startswith(name, "kubernetes.io/cluster/")
          )
        ]),
        "another value"
      ),
      "; AWS and the controller keep those for themselves [load-balancer-tag-reserved]",
    ])
  }

  validation {
    condition = alltrue([for item in var.default_tags : length(item) <= 256])
    error_message = join("", [
      "default_tags[*]: expected text of at most 256 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.default_tags : length(item) <= 256],
            false
          )] : "${keys(var.default_tags)[at]} = ${jsonencode(values(var.default_tags)[at])}"
        ][0],
        "another value"
      ),
      " [load-balancer-tag-value]",
    ])
  }

  validation {
    condition = alltrue([for item in var.default_tags : !strcontains(item, ",")])
    error_message = join("", [
      "default_tags[*]: expected text without commas, got ",
      try(
        [
          for at in [index(
            [for item in var.default_tags : !strcontains(item, ",")],
            false
          )] : "${keys(var.default_tags)[at]} = ${jsonencode(values(var.default_tags)[at])}"
        ][0],
        "another value"
      ),
      "; the controller takes all tags as one text with commas between [load-balancer-tag-text]",
    ])
  }
}

variable "backend_security_group_id" {
  description = "Security group that load balancers have towards the pods. Null lets the controller make one."
  type        = string
  default     = null

  validation {
    condition = (
      var.backend_security_group_id == null
      ? true
      : can(regex("^sg-[0-9a-f]{8,17}$", var.backend_security_group_id))
    )
    error_message = "backend_security_group_id: expected the id of a security group, got ${jsonencode(var.backend_security_group_id)} [controller-backend-group]"
  }
}

variable "service_mutator_webhook" {
  description = "Every new Service of type LoadBalancer is the controller's, even if it names no class. While the controller is not ready, no Service at all can be made then, which breaks other releases."
  type        = bool
  default     = false
  nullable    = false
}

variable "isolated" {
  description = "The VPC has no way to public AWS endpoints. Turns off Shield, WAF and WAFv2, which have none inside a VPC; the controller would fail at each ingress."
  type        = bool
  default     = false
  nullable    = false
}

variable "feature_gates" {
  description = "Features by name, on or off."
  type        = map(bool)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for name in keys(var.feature_gates) : can(regex("^[A-Z][A-Za-z0-9]+$", name))])
    error_message = join("", [
      "feature_gates: expected a map in which each key is the name of a feature such as NLBGatewayAPI, got ",
      try(
        jsonencode([for name in keys(var.feature_gates) : name if !can(regex("^[A-Z][A-Za-z0-9]+$", name))]),
        "another value"
      ),
      " [controller-feature-gate-name]",
    ])
  }
}

variable "log_level" {
  description = "How much it logs. One of `info`, `debug`."
  type        = string
  default     = "info"
  nullable    = false

  validation {
    condition     = contains(["info", "debug"], var.log_level)
    error_message = "log_level: expected one of info, debug, got ${jsonencode(var.log_level)} [choice]"
  }
}

variable "service_monitor" {
  description = "A ServiceMonitor, where the Prometheus operator runs."
  type = object({
    # Namespace of the monitor. Null: that of the release.
    namespace = optional(string)
    # Labels by which Prometheus finds it.
    labels = optional(map(string), {})
    # Seconds between two scrapes.
    interval_seconds = optional(number, 60)
  })
  default = null

  validation {
    condition = (
      var.service_monitor == null
      ? true
      : floor(var.service_monitor.interval_seconds) == var.service_monitor.interval_seconds
      && var.service_monitor.interval_seconds >= 5
      && var.service_monitor.interval_seconds <= 3600
    )
    error_message = "service_monitor.interval_seconds: expected a whole number from 5 to 3600, got ${try(jsonencode(var.service_monitor.interval_seconds), "another value")} [service-monitor-interval]"
  }
}

variable "drain" {
  description = "A destroy waits, before the controller goes, until its load balancers, target groups and security groups are gone, and fails with what is left. Needs the aws command where Terraform runs; null does not wait."
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

variable "values" {
  description = "Further values as YAML documents, laid over those that follow from the other inputs; the last one wins."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "timeout_minutes" {
  description = "Minutes that Helm waits until everything in the release is ready."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition = (
      floor(var.timeout_minutes) == var.timeout_minutes
      && var.timeout_minutes >= 1
      && var.timeout_minutes <= 60
    )
    error_message = "timeout_minutes: expected a whole number from 1 to 60, got ${jsonencode(var.timeout_minutes)} [release-timeout]"
  }
}

variable "ready" {
  description = "Ids of what must be there before the release: nodes, add-ons, roles, other releases."
  type        = list(string)
  default     = []
  nullable    = false
}
