variable "ingresses" {
  description = "Ingresses by name, each with an Application Load Balancer of its own or one that a group shares."
  type = map(object({
    # Namespace.
    namespace = string
    # Whether the load balancer has public addresses. One of `internal`, `internet-facing`.
    scheme = optional(string, "internal")
    # What a target is: a pod by its own address, or a node and a node port. One of `ip`, `instance`.
    target_type = optional(string, "ip")
    # Kinds of addresses. Null: IPv4. One of `ipv4`, `dualstack`, `dualstack-without-public-ipv4`.
    ip_address_type = optional(string)
    # Subnets, one a zone. Null lets the controller find them by their tags.
    subnet_ids = optional(list(string))
    # Security groups of the load balancer in place of the one that the controller makes. Rules
    # towards the pods are still the controller's.
    security_group_ids = optional(list(string))
    # Access logs in a bucket.
    access_logs = optional(object({
      # Name of the bucket, whose policy lets the load balancer write.
      bucket = string
      # What the names of the objects start with.
      prefix = optional(string, "")
    }))
    # AWS refuses to delete the load balancer, and so does a destroy until this is false and applied.
    deletion_protected = optional(bool, false)
    # Further attributes of the load balancer. AWS keeps the last value of one that is taken out.
    attributes = optional(map(string), {})
    # Tags of the load balancer and what belongs to it, beside the controller's default tags.
    tags = optional(map(string), {})
    # Further annotations, over those that follow from the other inputs.
    annotations = optional(map(string), {})
    # Class of the ingress.
    ingress_class = optional(string, "alb")
    # Hosts, each with its paths; `*` stands for every host, `*.example.com` for all below it. The
    # more exact one wins, in whatever order they are written. Null makes no ingress: the output
    # `ingress_annotations` then serves a manifest of your own.
    hosts = optional(map(map(object({
      # Service in the ingress's namespace.
      service = string
      # Port of the service by number.
      port = optional(number)
      # Port of the service by name.
      port_name = optional(string)
      # Whether what stands below the path goes there too. One of `Prefix`, `Exact`.
      match = optional(string, "Prefix")
    }))))
    # HTTPS on port 443. Null serves HTTP on port 80.
    https = optional(object({
      # Certificates of ACM. The first serves clients that name no host of the others.
      certificate_arns = list(string)
      # Security policy of the listener.
      ssl_policy = optional(string, "ELBSecurityPolicy-TLS13-1-2-2021-06")
      # HTTP is answered with a redirect to HTTPS. Otherwise nothing listens on port 80.
      redirected = optional(bool, true)
    }))
    # A load balancer that several ingresses share.
    group = optional(object({
      # Name of the group. Ingresses of one group share a load balancer, across namespaces: whoever
      # may make ingresses can join.
      name = string
      # Rules of a lower number come first.
      order = optional(number, 0)
    }))
    # Web ACL of AWS WAF.
    waf_acl_arn = optional(string)
    # Who may connect. Null: everybody who reaches the load balancer.
    inbound_cidrs = optional(list(string))
    # Seconds after which an idle connection is closed.
    idle_timeout_seconds = optional(number, 60)
    # How targets are asked.
    health_check = optional(object({
      # Path of the request.
      path = optional(string, "/")
      # Port by number or name, or `traffic-port`.
      port = optional(string, "traffic-port")
      # Seconds between two checks of a target.
      interval_seconds = optional(number, 15)
      # Seconds in which a target must answer.
      timeout_seconds = optional(number, 5)
      # Checks in a row after which a target is healthy.
      healthy_threshold = optional(number, 2)
      # Failed checks in a row after which it is not.
      unhealthy_threshold = optional(number, 2)
      # Status codes that are good, such as `200-299`.
      success_codes = optional(string, "200")
    }), {})
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for name in keys(var.ingresses) : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", name))
    ])
    error_message = join("", [
      "ingresses: expected a map in which each key is lower-case letters, digits and hyphens, at most 63, got ",
      try(
        jsonencode([
          for name in keys(var.ingresses) : name
          if !can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", name))
        ]),
        "another value"
      ),
      " [load-balancer-object-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.namespace))
    ])
    error_message = join("", [
      "ingresses[*].namespace: expected lower-case letters, digits and hyphens, at most 63, got ",
      try(
        [
          for at in [index(
            [for item in var.ingresses : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.namespace))],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].namespace)}"
        ][0],
        "another value"
      ),
      " [load-balancer-object-name]",
    ])
  }

  validation {
    condition = alltrue([for item in var.ingresses : contains(["internal", "internet-facing"], item.scheme)])
    error_message = join("", [
      "ingresses[*].scheme: expected one of internal, internet-facing, got ",
      try(
        [
          for at in [index(
            [for item in var.ingresses : contains(["internal", "internet-facing"], item.scheme)],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].scheme)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([for item in var.ingresses : contains(["ip", "instance"], item.target_type)])
    error_message = join("", [
      "ingresses[*].target_type: expected one of ip, instance, got ",
      try(
        [
          for at in [index(
            [for item in var.ingresses : contains(["ip", "instance"], item.target_type)],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].target_type)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.ip_address_type == null ? true : contains(
        ["ipv4", "dualstack", "dualstack-without-public-ipv4"],
        item.ip_address_type
      )
    ])
    error_message = join("", [
      "ingresses[*].ip_address_type: expected one of ipv4, dualstack, dualstack-without-public-ipv4, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.ip_address_type == null ? true : contains(
                ["ipv4", "dualstack", "dualstack-without-public-ipv4"],
                item.ip_address_type
              )
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].ip_address_type)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.subnet_ids == null ? true : length(item.subnet_ids) >= 1
    ])
    error_message = join("", [
      "ingresses[*].subnet_ids: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.ingresses : item.subnet_ids == null ? true : length(item.subnet_ids) >= 1],
            false
          )] : "${keys(var.ingresses)[at]} = ${length(values(var.ingresses)[at].subnet_ids)}"
        ][0],
        "another value"
      ),
      " [load-balancer-subnet-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.subnet_ids == null ? true : length(distinct(item.subnet_ids)) == length(
        item.subnet_ids
      )
    ])
    error_message = join("", [
      "ingresses[*].subnet_ids: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.subnet_ids == null ? true : length(distinct(item.subnet_ids)) == length(
                item.subnet_ids
              )
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].subnet_ids)}"
        ][0],
        "another value"
      ),
      " [load-balancer-subnet-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.subnet_ids == null ? true : alltrue([
        for item2 in item.subnet_ids : can(regex("^subnet-[0-9a-f]+$", item2))
      ])
    ])
    error_message = join("", [
      "ingresses[*].subnet_ids[*]: expected a subnet id, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.subnet_ids == null ? true : alltrue([
                for item2 in item.subnet_ids : can(regex("^subnet-[0-9a-f]+$", item2))
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))], false)] : "${at2} = ${jsonencode(values(var.ingresses)[at].subnet_ids[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [load-balancer-subnet]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.security_group_ids == null ? true : length(
        item.security_group_ids
      ) >= 1
    ])
    error_message = join("", [
      "ingresses[*].security_group_ids: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.security_group_ids == null ? true : length(
                item.security_group_ids
              ) >= 1
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${length(values(var.ingresses)[at].security_group_ids)}"
        ][0],
        "another value"
      ),
      " [load-balancer-group-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.security_group_ids == null ? true : length(distinct(item.security_group_ids)) == length(
        item.security_group_ids
      )
    ])
    error_message = join("", [
      "ingresses[*].security_group_ids: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.security_group_ids == null ? true : length(distinct(item.security_group_ids)) == length(
                item.security_group_ids
              )
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].security_group_ids)}"
        ][0],
        "another value"
      ),
      " [load-balancer-group-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.security_group_ids == null ? true : alltrue([
        for item2 in item.security_group_ids : can(regex("^sg-[0-9a-f]{8,17}$", item2))
      ])
    ])
    error_message = join("", [
      "ingresses[*].security_group_ids[*]: expected the id of a security group, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.security_group_ids == null ? true : alltrue([
                for item2 in item.security_group_ids : can(regex("^sg-[0-9a-f]{8,17}$", item2))
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].security_group_ids : can(regex("^sg-[0-9a-f]{8,17}$", item))], false)] : "${at2} = ${jsonencode(values(var.ingresses)[at].security_group_ids[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [load-balancer-group]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.access_logs == null ? true : can(regex(
        "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
        item.access_logs.bucket
      ))
    ])
    error_message = join("", [
      "ingresses[*].access_logs.bucket: expected the name of a bucket, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.access_logs == null ? true : can(regex(
                "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
                item.access_logs.bucket
              ))
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].access_logs.bucket)}"
        ][0],
        "another value"
      ),
      " [access-log-bucket]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.access_logs == null ? true : can(regex(
        "^[A-Za-z0-9!_.'()/-]{0,512}$",
        item.access_logs.prefix
      ))
    ])
    error_message = join("", [
      "ingresses[*].access_logs.prefix: expected letters, digits and !_.'()/-, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.access_logs == null ? true : can(regex(
                "^[A-Za-z0-9!_.'()/-]{0,512}$",
                item.access_logs.prefix
              ))
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].access_logs.prefix)}"
        ][0],
        "another value"
      ),
      " [access-log-prefix]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : alltrue([for item2 in item.attributes : can(regex("^[^,=]*$", item2))])
    ])
    error_message = join("", [
      "ingresses[*].attributes[*]: expected text without , and =, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : alltrue([
                for item2 in item.attributes : can(regex("^[^,=]*$", item2))
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].attributes : can(regex("^[^,=]*$", item))], false)] : "${keys(values(var.ingresses)[at].attributes)[at2]} = ${jsonencode(values(values(var.ingresses)[at].attributes)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [load-balancer-attribute-value]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : alltrue([
        for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128
      ])
    ])
    error_message = join("", [
      "ingresses[*].tags: expected a map in which each key is text of 1 to 128 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : alltrue([
                for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode([for name in keys(values(var.ingresses)[at].tags) : name if !(length(name) >= 1 && length(name) <= 128)])}"
        ][0],
        "another value"
      ),
      " [load-balancer-tag-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : alltrue([
        for name in keys(item.tags) : !strcontains(name, ",") && !strcontains(name, "=")
      ])
    ])
    error_message = join("", [
      "ingresses[*].tags: expected a map in which each key is text without commas and equals signs, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : alltrue([
                for name in keys(item.tags) : !strcontains(name, ",") && !strcontains(name, "=")
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode([for name in keys(values(var.ingresses)[at].tags) : name if !(!strcontains(name, ",") && !strcontains(name, "="))])}"
        ][0],
        "another value"
      ),
      "; the controller takes all tags as one text of key=value [load-balancer-tag-key-text]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : alltrue([
        for name in keys(item.tags) : !startswith(name, "aws:") && !startswith(name, "elbv2.k8s.aws/") && !startswith(name, "ingress.k8s.aws/") && !startswith(name, "service.k8s.aws/") && !startswith(
          name,
          "kubernetes.io/cluster/"
        )
      ])
    ])
    error_message = join("", [
      "ingresses[*].tags: expected a map in which each key is text that does not begin with aws: or elbv2.k8s.aws/ or ingress.k8s.aws/ or service.k8s.aws/ or kubernetes.io/cluster/, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : alltrue([
                for name in keys(item.tags) : !startswith(name, "aws:") && !startswith(name, "elbv2.k8s.aws/") && !startswith(name, "ingress.k8s.aws/") && !startswith(name, "service.k8s.aws/") && !startswith(
                  name,
                  "kubernetes.io/cluster/"
                )
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode([for name in keys(values(var.ingresses)[at].tags) : name if !(!startswith(name, "aws:") && !startswith(name, "elbv2.k8s.aws/") && !startswith(name, "ingress.k8s.aws/") && !startswith(name, "service.k8s.aws/") && !startswith(name, "kubernetes.io/cluster/"))])}"
        ][0],
        "another value"
      ),
      "; AWS and the controller keep those for themselves [load-balancer-tag-reserved]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : alltrue([for item2 in item.tags : length(item2) <= 256])
    ])
    error_message = join("", [
      "ingresses[*].tags[*]: expected text of at most 256 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.ingresses : alltrue([for item2 in item.tags : length(item2) <= 256])],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].tags : length(item) <= 256], false)] : "${keys(values(var.ingresses)[at].tags)[at2]} = ${jsonencode(values(values(var.ingresses)[at].tags)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [load-balancer-tag-value]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : alltrue([for item2 in item.tags : !strcontains(item2, ",")])
    ])
    error_message = join("", [
      "ingresses[*].tags[*]: expected text without commas, got ",
      try(
        [
          for at in [index(
            [for item in var.ingresses : alltrue([for item2 in item.tags : !strcontains(item2, ",")])],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].tags : !strcontains(item, ",")], false)] : "${keys(values(var.ingresses)[at].tags)[at2]} = ${jsonencode(values(values(var.ingresses)[at].tags)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      "; the controller takes all tags as one text with commas between [load-balancer-tag-text]",
    ])
  }

  validation {
    condition = alltrue([for item in var.ingresses : item.hosts == null ? true : length(item.hosts) >= 1])
    error_message = join("", [
      "ingresses[*].hosts: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.ingresses : item.hosts == null ? true : length(item.hosts) >= 1],
            false
          )] : "${keys(var.ingresses)[at]} = ${length(values(var.ingresses)[at].hosts)}"
        ][0],
        "another value"
      ),
      " [ingress-hosts]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.hosts == null ? true : alltrue([
        for name in keys(item.hosts) : can(regex(
          "^(\\*|(\\*\\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)$",
          name
        ))
      ])
    ])
    error_message = join("", [
      "ingresses[*].hosts: expected a map in which each key is a host name in lower case, *.<name> or *, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.hosts == null ? true : alltrue([
                for name in keys(item.hosts) : can(regex(
                  "^(\\*|(\\*\\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)$",
                  name
                ))
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode([for name in keys(values(var.ingresses)[at].hosts) : name if !can(regex("^(\\*|(\\*\\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)$", name))])}"
        ][0],
        "another value"
      ),
      " [ingress-host]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.hosts == null ? true : alltrue([
        for item2 in item.hosts : length(item2) >= 1
      ])
    ])
    error_message = join("", [
      "ingresses[*].hosts[*]: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.hosts == null ? true : alltrue([
                for item2 in item.hosts : length(item2) >= 1
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].hosts : length(item) >= 1], false)] : "${keys(values(var.ingresses)[at].hosts)[at2]} = ${length(values(values(var.ingresses)[at].hosts)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [ingress-paths]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.hosts == null ? true : alltrue([
        for item2 in item.hosts : alltrue([for name in keys(item2) : can(regex("^/[^\\s?#*]*$", name))])
      ])
    ])
    error_message = join("", [
      "ingresses[*].hosts[*]: expected a map in which each key is a path that begins with a slash, without patterns, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.hosts == null ? true : alltrue([
                for item2 in item.hosts : alltrue([
                  for name in keys(item2) : can(regex("^/[^\\s?#*]*$", name))
                ])
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].hosts : alltrue([for name in keys(item) : can(regex("^/[^\\s?#*]*$", name))])], false)] : "${keys(values(var.ingresses)[at].hosts)[at2]} = ${jsonencode([for name in keys(values(values(var.ingresses)[at].hosts)[at2]) : name if !can(regex("^/[^\\s?#*]*$", name))])}"][0]}"
        ][0],
        "another value"
      ),
      " [ingress-path]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.hosts == null ? true : alltrue([
        for item2 in item.hosts : alltrue([
          for item3 in item2 : length([
            for given in [item3.port != null, item3.port_name != null] : given
            if given
          ]) == 1
        ])
      ])
    ])
    error_message = join("", [
      "ingresses[*].hosts[*][*]: expected exactly one of port, port_name, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.hosts == null ? true : alltrue([
                for item2 in item.hosts : alltrue([
                  for item3 in item2 : length([
                    for given in [item3.port != null, item3.port_name != null] : given
                    if given
                  ]) == 1
                ])
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].hosts : alltrue([for item2 in item : length([for given in [item2.port != null, item2.port_name != null] : given if given]) == 1])], false)] : "${keys(values(var.ingresses)[at].hosts)[at2]} = ${[for at3 in [index([for item in values(values(var.ingresses)[at].hosts)[at2] : length([for given in [item.port != null, item.port_name != null] : given if given]) == 1], false)] : "${keys(values(values(var.ingresses)[at].hosts)[at2])[at3]} = ${jsonencode([for name, given in { port = values(values(values(var.ingresses)[at].hosts)[at2])[at3].port != null, port_name = values(values(values(var.ingresses)[at].hosts)[at2])[at3].port_name != null } : name if given])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [ingress-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.hosts == null ? true : alltrue([
        for item2 in item.hosts : alltrue([
          for item3 in item2 : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item3.service))
        ])
      ])
    ])
    error_message = join("", [
      "ingresses[*].hosts[*][*].service: expected lower-case letters, digits and hyphens, at most 63, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.hosts == null ? true : alltrue([
                for item2 in item.hosts : alltrue([
                  for item3 in item2 : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item3.service))
                ])
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].hosts : alltrue([for item2 in item : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item2.service))])], false)] : "${keys(values(var.ingresses)[at].hosts)[at2]} = ${[for at3 in [index([for item in values(values(var.ingresses)[at].hosts)[at2] : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.service))], false)] : "${keys(values(values(var.ingresses)[at].hosts)[at2])[at3]} = ${jsonencode(values(values(values(var.ingresses)[at].hosts)[at2])[at3].service)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [load-balancer-object-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.hosts == null ? true : alltrue([
        for item2 in item.hosts : alltrue([
          for item3 in item2 : item3.port == null ? true : floor(item3.port) == item3.port && item3.port >= 1 && item3.port <= 65535
        ])
      ])
    ])
    error_message = join("", [
      "ingresses[*].hosts[*][*].port: expected a whole number from 1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.hosts == null ? true : alltrue([
                for item2 in item.hosts : alltrue([
                  for item3 in item2 : item3.port == null ? true : floor(item3.port) == item3.port && item3.port >= 1 && item3.port <= 65535
                ])
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].hosts : alltrue([for item2 in item : item2.port == null ? true : floor(item2.port) == item2.port && item2.port >= 1 && item2.port <= 65535])], false)] : "${keys(values(var.ingresses)[at].hosts)[at2]} = ${[for at3 in [index([for item in values(values(var.ingresses)[at].hosts)[at2] : item.port == null ? true : floor(item.port) == item.port && item.port >= 1 && item.port <= 65535], false)] : "${keys(values(values(var.ingresses)[at].hosts)[at2])[at3]} = ${jsonencode(values(values(values(var.ingresses)[at].hosts)[at2])[at3].port)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [ingress-port-number]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.hosts == null ? true : alltrue([
        for item2 in item.hosts : alltrue([
          for item3 in item2 : item3.port_name == null ? true : can(regex(
            "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
            item3.port_name
          ))
        ])
      ])
    ])
    error_message = join("", [
      "ingresses[*].hosts[*][*].port_name: expected lower-case letters, digits and hyphens, at most 63, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.hosts == null ? true : alltrue([
                for item2 in item.hosts : alltrue([
                  for item3 in item2 : item3.port_name == null ? true : can(regex(
                    "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
                    item3.port_name
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].hosts : alltrue([for item2 in item : item2.port_name == null ? true : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item2.port_name))])], false)] : "${keys(values(var.ingresses)[at].hosts)[at2]} = ${[for at3 in [index([for item in values(values(var.ingresses)[at].hosts)[at2] : item.port_name == null ? true : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.port_name))], false)] : "${keys(values(values(var.ingresses)[at].hosts)[at2])[at3]} = ${jsonencode(values(values(values(var.ingresses)[at].hosts)[at2])[at3].port_name)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [load-balancer-object-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.hosts == null ? true : alltrue([
        for item2 in item.hosts : alltrue([for item3 in item2 : contains(["Prefix", "Exact"], item3.match)])
      ])
    ])
    error_message = join("", [
      "ingresses[*].hosts[*][*].match: expected one of Prefix, Exact, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.hosts == null ? true : alltrue([
                for item2 in item.hosts : alltrue([
                  for item3 in item2 : contains(["Prefix", "Exact"], item3.match)
                ])
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].hosts : alltrue([for item2 in item : contains(["Prefix", "Exact"], item2.match)])], false)] : "${keys(values(var.ingresses)[at].hosts)[at2]} = ${[for at3 in [index([for item in values(values(var.ingresses)[at].hosts)[at2] : contains(["Prefix", "Exact"], item.match)], false)] : "${keys(values(values(var.ingresses)[at].hosts)[at2])[at3]} = ${jsonencode(values(values(values(var.ingresses)[at].hosts)[at2])[at3].match)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.https == null ? true : length(item.https.certificate_arns) >= 1 && length(
        item.https.certificate_arns
      ) <= 25
    ])
    error_message = join("", [
      "ingresses[*].https.certificate_arns: expected 1 to 25 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.https == null ? true : length(item.https.certificate_arns) >= 1 && length(
                item.https.certificate_arns
              ) <= 25
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${length(values(var.ingresses)[at].https.certificate_arns)}"
        ][0],
        "another value"
      ),
      " [load-balancer-certificates]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.https == null ? true : length(distinct(item.https.certificate_arns)) == length(
        item.https.certificate_arns
      )
    ])
    error_message = join("", [
      "ingresses[*].https.certificate_arns: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.https == null ? true : length(distinct(item.https.certificate_arns)) == length(
                item.https.certificate_arns
              )
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].https.certificate_arns)}"
        ][0],
        "another value"
      ),
      " [load-balancer-distinct-certificates]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.https == null ? true : alltrue([
        for item2 in item.https.certificate_arns : can(regex(
          "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "ingresses[*].https.certificate_arns[*]: expected the ARN of a certificate in ACM, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.https == null ? true : alltrue([
                for item2 in item.https.certificate_arns : can(regex(
                  "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].https.certificate_arns : can(regex("^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+$", item))], false)] : "${at2} = ${jsonencode(values(var.ingresses)[at].https.certificate_arns[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [load-balancer-certificate]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.https == null ? true : can(regex(
        "^ELBSecurityPolicy-[A-Za-z0-9-]+$",
        item.https.ssl_policy
      ))
    ])
    error_message = join("", [
      "ingresses[*].https.ssl_policy: expected the name of a security policy, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.https == null ? true : can(regex(
                "^ELBSecurityPolicy-[A-Za-z0-9-]+$",
                item.https.ssl_policy
              ))
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].https.ssl_policy)}"
        ][0],
        "another value"
      ),
      " [ssl-policy]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.group == null ? true : can(regex(
        "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$",
        item.group.name
      ))
    ])
    error_message = join("", [
      "ingresses[*].group.name: expected lower-case letters, digits, hyphens and dots, at most 63, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.group == null ? true : can(regex(
                "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$",
                item.group.name
              ))
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].group.name)}"
        ][0],
        "another value"
      ),
      " [ingress-group]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.group == null ? true : floor(
        item.group.order
      ) == item.group.order && item.group.order >= -1000 && item.group.order <= 1000
    ])
    error_message = join("", [
      "ingresses[*].group.order: expected a whole number from -1000 to 1000, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.group == null ? true : floor(
                item.group.order
              ) == item.group.order && item.group.order >= -1000 && item.group.order <= 1000
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].group.order)}"
        ][0],
        "another value"
      ),
      " [ingress-group-order]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.waf_acl_arn == null ? true : can(regex(
        "^arn:aws[a-z-]*:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/[A-Za-z0-9_-]+/[A-Za-z0-9-]+$",
        item.waf_acl_arn
      ))
    ])
    error_message = join("", [
      "ingresses[*].waf_acl_arn: expected the ARN of a regional web ACL, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.waf_acl_arn == null ? true : can(regex(
                "^arn:aws[a-z-]*:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/[A-Za-z0-9_-]+/[A-Za-z0-9-]+$",
                item.waf_acl_arn
              ))
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].waf_acl_arn)}"
        ][0],
        "another value"
      ),
      " [ingress-waf]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.inbound_cidrs == null ? true : length(item.inbound_cidrs) >= 1
    ])
    error_message = join("", [
      "ingresses[*].inbound_cidrs: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.ingresses : item.inbound_cidrs == null ? true : length(item.inbound_cidrs) >= 1],
            false
          )] : "${keys(var.ingresses)[at]} = ${length(values(var.ingresses)[at].inbound_cidrs)}"
        ][0],
        "another value"
      ),
      " [ingress-inbound-cidr-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : item.inbound_cidrs == null ? true : alltrue([
        for item2 in item.inbound_cidrs : try(
          cidrsubnet(item2, 0, 0) == item2
          && length(split(":", item2)) == 1
          && tonumber(split("/", item2)[1]) >= 0
          && tonumber(split("/", item2)[1]) <= 32,
          false
        )
      ])
    ])
    error_message = join("", [
      "ingresses[*].inbound_cidrs[*]: expected an IPv4 CIDR block with a prefix from /0 to /32, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : item.inbound_cidrs == null ? true : alltrue([
                for item2 in item.inbound_cidrs : try(
                  cidrsubnet(item2, 0, 0) == item2
                  && length(split(":", item2)) == 1
                  && tonumber(split("/", item2)[1]) >= 0
                  && tonumber(split("/", item2)[1]) <= 32,
                  false
                )
              ])
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${[for at2 in [index([for item in values(var.ingresses)[at].inbound_cidrs : try(cidrsubnet(item, 0, 0) == item && length(split(":", item)) == 1 && tonumber(split("/", item)[1]) >= 0 && tonumber(split("/", item)[1]) <= 32, false)], false)] : "${at2} = ${jsonencode(values(var.ingresses)[at].inbound_cidrs[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [ingress-inbound-cidr]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : floor(
        item.idle_timeout_seconds
      ) == item.idle_timeout_seconds && item.idle_timeout_seconds >= 1 && item.idle_timeout_seconds <= 4000
    ])
    error_message = join("", [
      "ingresses[*].idle_timeout_seconds: expected a whole number from 1 to 4000, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : floor(
                item.idle_timeout_seconds
              ) == item.idle_timeout_seconds && item.idle_timeout_seconds >= 1 && item.idle_timeout_seconds <= 4000
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].idle_timeout_seconds)}"
        ][0],
        "another value"
      ),
      " [ingress-idle-timeout]",
    ])
  }

  validation {
    condition = alltrue([for item in var.ingresses : can(regex("^/[^\\s,]*$", item.health_check.path))])
    error_message = join("", [
      "ingresses[*].health_check.path: expected a path that begins with a slash, got ",
      try(
        [
          for at in [index(
            [for item in var.ingresses : can(regex("^/[^\\s,]*$", item.health_check.path))],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].health_check.path)}"
        ][0],
        "another value"
      ),
      " [ingress-health-check-path]",
    ])
  }

  validation {
    condition = alltrue([for item in var.ingresses : can(regex("^[a-z0-9-]{1,63}$", item.health_check.port))])
    error_message = join("", [
      "ingresses[*].health_check.port: expected a number, a name or traffic-port, got ",
      try(
        [
          for at in [index(
            [for item in var.ingresses : can(regex("^[a-z0-9-]{1,63}$", item.health_check.port))],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].health_check.port)}"
        ][0],
        "another value"
      ),
      " [health-check-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : floor(
        item.health_check.interval_seconds
      ) == item.health_check.interval_seconds && item.health_check.interval_seconds >= 5 && item.health_check.interval_seconds <= 300
    ])
    error_message = join("", [
      "ingresses[*].health_check.interval_seconds: expected a whole number from 5 to 300, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : floor(
                item.health_check.interval_seconds
              ) == item.health_check.interval_seconds && item.health_check.interval_seconds >= 5 && item.health_check.interval_seconds <= 300
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].health_check.interval_seconds)}"
        ][0],
        "another value"
      ),
      " [health-check-interval]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : floor(
        item.health_check.timeout_seconds
      ) == item.health_check.timeout_seconds && item.health_check.timeout_seconds >= 2 && item.health_check.timeout_seconds <= 120
    ])
    error_message = join("", [
      "ingresses[*].health_check.timeout_seconds: expected a whole number from 2 to 120, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : floor(
                item.health_check.timeout_seconds
              ) == item.health_check.timeout_seconds && item.health_check.timeout_seconds >= 2 && item.health_check.timeout_seconds <= 120
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].health_check.timeout_seconds)}"
        ][0],
        "another value"
      ),
      " [health-check-timeout]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : floor(
        item.health_check.healthy_threshold
      ) == item.health_check.healthy_threshold && item.health_check.healthy_threshold >= 2 && item.health_check.healthy_threshold <= 10
    ])
    error_message = join("", [
      "ingresses[*].health_check.healthy_threshold: expected a whole number from 2 to 10, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : floor(
                item.health_check.healthy_threshold
              ) == item.health_check.healthy_threshold && item.health_check.healthy_threshold >= 2 && item.health_check.healthy_threshold <= 10
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].health_check.healthy_threshold)}"
        ][0],
        "another value"
      ),
      " [health-check-healthy]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : floor(
        item.health_check.unhealthy_threshold
      ) == item.health_check.unhealthy_threshold && item.health_check.unhealthy_threshold >= 2 && item.health_check.unhealthy_threshold <= 10
    ])
    error_message = join("", [
      "ingresses[*].health_check.unhealthy_threshold: expected a whole number from 2 to 10, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : floor(
                item.health_check.unhealthy_threshold
              ) == item.health_check.unhealthy_threshold && item.health_check.unhealthy_threshold >= 2 && item.health_check.unhealthy_threshold <= 10
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].health_check.unhealthy_threshold)}"
        ][0],
        "another value"
      ),
      " [health-check-unhealthy]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.ingresses : can(regex(
        "^[2-4][0-9]{2}([,-][2-4][0-9]{2})*$",
        item.health_check.success_codes
      ))
    ])
    error_message = join("", [
      "ingresses[*].health_check.success_codes: expected codes such as 200, 200-299 or 200,204, got ",
      try(
        [
          for at in [index(
            [
              for item in var.ingresses : can(regex(
                "^[2-4][0-9]{2}([,-][2-4][0-9]{2})*$",
                item.health_check.success_codes
              ))
            ],
            false
          )] : "${keys(var.ingresses)[at]} = ${jsonencode(values(var.ingresses)[at].health_check.success_codes)}"
        ][0],
        "another value"
      ),
      " [ingress-success-codes]",
    ])
  }
}

variable "services" {
  description = "Services by name, each with a Network Load Balancer."
  type = map(object({
    # Namespace.
    namespace = string
    # Whether the load balancer has public addresses. One of `internal`, `internet-facing`.
    scheme = optional(string, "internal")
    # What a target is: a pod by its own address, or a node and a node port. One of `ip`, `instance`.
    target_type = optional(string, "ip")
    # Kinds of addresses. Null: IPv4. One of `ipv4`, `dualstack`, `dualstack-without-public-ipv4`.
    ip_address_type = optional(string)
    # Subnets, one a zone. Null lets the controller find them by their tags.
    subnet_ids = optional(list(string))
    # Security groups of the load balancer in place of the one that the controller makes. Rules
    # towards the pods are still the controller's.
    security_group_ids = optional(list(string))
    # Access logs in a bucket.
    access_logs = optional(object({
      # Name of the bucket, whose policy lets the load balancer write.
      bucket = string
      # What the names of the objects start with.
      prefix = optional(string, "")
    }))
    # AWS refuses to delete the load balancer, and so does a destroy until this is false and applied.
    deletion_protected = optional(bool, false)
    # Further attributes of the load balancer. AWS keeps the last value of one that is taken out.
    attributes = optional(map(string), {})
    # Tags of the load balancer and what belongs to it, beside the controller's default tags.
    tags = optional(map(string), {})
    # Further annotations, over those that follow from the other inputs.
    annotations = optional(map(string), {})
    # Labels of the pods.
    selector = map(string)
    # Ports by name. Null makes no service: the output `service_annotations` then serves a manifest
    # or chart of your own, whose service must have the class `service.k8s.aws/nlb`.
    ports = optional(map(object({
      # Port of the load balancer.
      port = number
      # Port of the pods by number or name. Null: the same.
      target_port = optional(string)
      # Protocol. TLS is TCP that `tls` names. One of `TCP`, `UDP`.
      protocol = optional(string, "TCP")
    })))
    # TLS that the load balancer ends. Null leaves it to the pods.
    tls = optional(object({
      # Names of the ports on which the load balancer ends TLS.
      ports = list(string)
      # Certificates of ACM. The first serves clients that name no host of the others.
      certificate_arns = list(string)
      # Security policy of the listeners.
      ssl_policy = optional(string, "ELBSecurityPolicy-TLS13-1-2-2021-06")
    }))
    # Who may connect. Null: everybody who reaches the load balancer.
    source_cidrs = optional(list(string))
    # Every zone's address serves the targets of all zones, at the price of traffic between them.
    cross_zone = optional(bool, false)
    # Targets get the client's address by proxy protocol version 2, and must understand it.
    proxy_protocol = optional(bool, false)
    # Elastic IP addresses, one a subnet, for a load balancer with public addresses that never
    # change.
    elastic_ip_ids = optional(list(string))
    # How targets are asked.
    health_check = optional(object({
      # What a target must answer. One of `TCP`, `HTTP`, `HTTPS`.
      protocol = optional(string, "TCP")
      # Path of the request.
      path = optional(string)
      # Port by number or name, or `traffic-port`.
      port = optional(string, "traffic-port")
      # Seconds between two checks of a target.
      interval_seconds = optional(number, 15)
      # Seconds in which a target must answer.
      timeout_seconds = optional(number, 5)
      # Checks in a row after which a target is healthy.
      healthy_threshold = optional(number, 2)
      # Failed checks in a row after which it is not.
      unhealthy_threshold = optional(number, 2)
    }), {})
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for name in keys(var.services) : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", name))
    ])
    error_message = join("", [
      "services: expected a map in which each key is lower-case letters, digits and hyphens, at most 63, got ",
      try(
        jsonencode([
          for name in keys(var.services) : name
          if !can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", name))
        ]),
        "another value"
      ),
      " [load-balancer-object-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.namespace))
    ])
    error_message = join("", [
      "services[*].namespace: expected lower-case letters, digits and hyphens, at most 63, got ",
      try(
        [
          for at in [index(
            [for item in var.services : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.namespace))],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].namespace)}"
        ][0],
        "another value"
      ),
      " [load-balancer-object-name]",
    ])
  }

  validation {
    condition = alltrue([for item in var.services : contains(["internal", "internet-facing"], item.scheme)])
    error_message = join("", [
      "services[*].scheme: expected one of internal, internet-facing, got ",
      try(
        [
          for at in [index(
            [for item in var.services : contains(["internal", "internet-facing"], item.scheme)],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].scheme)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([for item in var.services : contains(["ip", "instance"], item.target_type)])
    error_message = join("", [
      "services[*].target_type: expected one of ip, instance, got ",
      try(
        [
          for at in [index(
            [for item in var.services : contains(["ip", "instance"], item.target_type)],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].target_type)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.ip_address_type == null ? true : contains(
        ["ipv4", "dualstack", "dualstack-without-public-ipv4"],
        item.ip_address_type
      )
    ])
    error_message = join("", [
      "services[*].ip_address_type: expected one of ipv4, dualstack, dualstack-without-public-ipv4, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.ip_address_type == null ? true : contains(
                ["ipv4", "dualstack", "dualstack-without-public-ipv4"],
                item.ip_address_type
              )
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].ip_address_type)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.subnet_ids == null ? true : length(item.subnet_ids) >= 1
    ])
    error_message = join("", [
      "services[*].subnet_ids: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.services : item.subnet_ids == null ? true : length(item.subnet_ids) >= 1],
            false
          )] : "${keys(var.services)[at]} = ${length(values(var.services)[at].subnet_ids)}"
        ][0],
        "another value"
      ),
      " [load-balancer-subnet-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.subnet_ids == null ? true : length(distinct(item.subnet_ids)) == length(
        item.subnet_ids
      )
    ])
    error_message = join("", [
      "services[*].subnet_ids: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.subnet_ids == null ? true : length(distinct(item.subnet_ids)) == length(
                item.subnet_ids
              )
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].subnet_ids)}"
        ][0],
        "another value"
      ),
      " [load-balancer-subnet-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.subnet_ids == null ? true : alltrue([
        for item2 in item.subnet_ids : can(regex("^subnet-[0-9a-f]+$", item2))
      ])
    ])
    error_message = join("", [
      "services[*].subnet_ids[*]: expected a subnet id, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.subnet_ids == null ? true : alltrue([
                for item2 in item.subnet_ids : can(regex("^subnet-[0-9a-f]+$", item2))
              ])
            ],
            false
          )] : "${keys(var.services)[at]} = ${[for at2 in [index([for item in values(var.services)[at].subnet_ids : can(regex("^subnet-[0-9a-f]+$", item))], false)] : "${at2} = ${jsonencode(values(var.services)[at].subnet_ids[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [load-balancer-subnet]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.security_group_ids == null ? true : length(item.security_group_ids) >= 1
    ])
    error_message = join("", [
      "services[*].security_group_ids: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.security_group_ids == null ? true : length(
                item.security_group_ids
              ) >= 1
            ],
            false
          )] : "${keys(var.services)[at]} = ${length(values(var.services)[at].security_group_ids)}"
        ][0],
        "another value"
      ),
      " [load-balancer-group-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.security_group_ids == null ? true : length(distinct(item.security_group_ids)) == length(
        item.security_group_ids
      )
    ])
    error_message = join("", [
      "services[*].security_group_ids: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.security_group_ids == null ? true : length(distinct(item.security_group_ids)) == length(
                item.security_group_ids
              )
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].security_group_ids)}"
        ][0],
        "another value"
      ),
      " [load-balancer-group-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.security_group_ids == null ? true : alltrue([
        for item2 in item.security_group_ids : can(regex("^sg-[0-9a-f]{8,17}$", item2))
      ])
    ])
    error_message = join("", [
      "services[*].security_group_ids[*]: expected the id of a security group, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.security_group_ids == null ? true : alltrue([
                for item2 in item.security_group_ids : can(regex("^sg-[0-9a-f]{8,17}$", item2))
              ])
            ],
            false
          )] : "${keys(var.services)[at]} = ${[for at2 in [index([for item in values(var.services)[at].security_group_ids : can(regex("^sg-[0-9a-f]{8,17}$", item))], false)] : "${at2} = ${jsonencode(values(var.services)[at].security_group_ids[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [load-balancer-group]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.access_logs == null ? true : can(regex(
        "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
        item.access_logs.bucket
      ))
    ])
    error_message = join("", [
      "services[*].access_logs.bucket: expected the name of a bucket, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.access_logs == null ? true : can(regex(
                "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
                item.access_logs.bucket
              ))
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].access_logs.bucket)}"
        ][0],
        "another value"
      ),
      " [access-log-bucket]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.access_logs == null ? true : can(regex(
        "^[A-Za-z0-9!_.'()/-]{0,512}$",
        item.access_logs.prefix
      ))
    ])
    error_message = join("", [
      "services[*].access_logs.prefix: expected letters, digits and !_.'()/-, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.access_logs == null ? true : can(regex(
                "^[A-Za-z0-9!_.'()/-]{0,512}$",
                item.access_logs.prefix
              ))
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].access_logs.prefix)}"
        ][0],
        "another value"
      ),
      " [access-log-prefix]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : alltrue([for item2 in item.attributes : can(regex("^[^,=]*$", item2))])
    ])
    error_message = join("", [
      "services[*].attributes[*]: expected text without , and =, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : alltrue([
                for item2 in item.attributes : can(regex("^[^,=]*$", item2))
              ])
            ],
            false
          )] : "${keys(var.services)[at]} = ${[for at2 in [index([for item in values(var.services)[at].attributes : can(regex("^[^,=]*$", item))], false)] : "${keys(values(var.services)[at].attributes)[at2]} = ${jsonencode(values(values(var.services)[at].attributes)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [load-balancer-attribute-value]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : alltrue([
        for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128
      ])
    ])
    error_message = join("", [
      "services[*].tags: expected a map in which each key is text of 1 to 128 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : alltrue([
                for name in keys(item.tags) : length(name) >= 1 && length(name) <= 128
              ])
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode([for name in keys(values(var.services)[at].tags) : name if !(length(name) >= 1 && length(name) <= 128)])}"
        ][0],
        "another value"
      ),
      " [load-balancer-tag-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : alltrue([
        for name in keys(item.tags) : !strcontains(name, ",") && !strcontains(name, "=")
      ])
    ])
    error_message = join("", [
      "services[*].tags: expected a map in which each key is text without commas and equals signs, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : alltrue([
                for name in keys(item.tags) : !strcontains(name, ",") && !strcontains(name, "=")
              ])
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode([for name in keys(values(var.services)[at].tags) : name if !(!strcontains(name, ",") && !strcontains(name, "="))])}"
        ][0],
        "another value"
      ),
      "; the controller takes all tags as one text of key=value [load-balancer-tag-key-text]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : alltrue([
        for name in keys(item.tags) : !startswith(name, "aws:") && !startswith(name, "elbv2.k8s.aws/") && !startswith(name, "ingress.k8s.aws/") && !startswith(name, "service.k8s.aws/") && !startswith(
          name,
          "kubernetes.io/cluster/"
        )
      ])
    ])
    error_message = join("", [
      "services[*].tags: expected a map in which each key is text that does not begin with aws: or elbv2.k8s.aws/ or ingress.k8s.aws/ or service.k8s.aws/ or kubernetes.io/cluster/, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : alltrue([
                for name in keys(item.tags) : !startswith(name, "aws:") && !startswith(name, "elbv2.k8s.aws/") && !startswith(name, "ingress.k8s.aws/") && !startswith(name, "service.k8s.aws/") && !startswith(
                  name,
                  "kubernetes.io/cluster/"
                )
              ])
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode([for name in keys(values(var.services)[at].tags) : name if !(!startswith(name, "aws:") && !startswith(name, "elbv2.k8s.aws/") && !startswith(name, "ingress.k8s.aws/") && !startswith(name, "service.k8s.aws/") && !startswith(name, "kubernetes.io/cluster/"))])}"
        ][0],
        "another value"
      ),
      "; AWS and the controller keep those for themselves [load-balancer-tag-reserved]",
    ])
  }

  validation {
    condition = alltrue([for item in var.services : alltrue([for item2 in item.tags : length(item2) <= 256])])
    error_message = join("", [
      "services[*].tags[*]: expected text of at most 256 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.services : alltrue([for item2 in item.tags : length(item2) <= 256])],
            false
          )] : "${keys(var.services)[at]} = ${[for at2 in [index([for item in values(var.services)[at].tags : length(item) <= 256], false)] : "${keys(values(var.services)[at].tags)[at2]} = ${jsonencode(values(values(var.services)[at].tags)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [load-balancer-tag-value]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : alltrue([for item2 in item.tags : !strcontains(item2, ",")])
    ])
    error_message = join("", [
      "services[*].tags[*]: expected text without commas, got ",
      try(
        [
          for at in [index(
            [for item in var.services : alltrue([for item2 in item.tags : !strcontains(item2, ",")])],
            false
          )] : "${keys(var.services)[at]} = ${[for at2 in [index([for item in values(var.services)[at].tags : !strcontains(item, ",")], false)] : "${keys(values(var.services)[at].tags)[at2]} = ${jsonencode(values(values(var.services)[at].tags)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      "; the controller takes all tags as one text with commas between [load-balancer-tag-text]",
    ])
  }

  validation {
    condition = alltrue([for item in var.services : length(item.selector) >= 1])
    error_message = join("", [
      "services[*].selector: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.services : length(item.selector) >= 1],
            false
          )] : "${keys(var.services)[at]} = ${length(values(var.services)[at].selector)}"
        ][0],
        "another value"
      ),
      " [service-selector]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.ports == null ? true : length(item.ports) >= 1 && length(item.ports) <= 50
    ])
    error_message = join("", [
      "services[*].ports: expected 1 to 50 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.ports == null ? true : length(item.ports) >= 1 && length(item.ports) <= 50
            ],
            false
          )] : "${keys(var.services)[at]} = ${length(values(var.services)[at].ports)}"
        ][0],
        "another value"
      ),
      " [service-ports]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.ports == null ? true : alltrue([
        for name in keys(item.ports) : can(regex("^[a-z]([a-z0-9-]{0,13}[a-z0-9])?$", name))
      ])
    ])
    error_message = join("", [
      "services[*].ports: expected a map in which each key is at most 15 lower-case letters, digits and hyphens, the first a letter, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.ports == null ? true : alltrue([
                for name in keys(item.ports) : can(regex("^[a-z]([a-z0-9-]{0,13}[a-z0-9])?$", name))
              ])
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode([for name in keys(values(var.services)[at].ports) : name if !can(regex("^[a-z]([a-z0-9-]{0,13}[a-z0-9])?$", name))])}"
        ][0],
        "another value"
      ),
      " [service-port-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.ports == null ? true : alltrue([
        for item2 in item.ports : floor(item2.port) == item2.port && item2.port >= 1 && item2.port <= 65535
      ])
    ])
    error_message = join("", [
      "services[*].ports[*].port: expected a whole number from 1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.ports == null ? true : alltrue([
                for item2 in item.ports : floor(item2.port) == item2.port && item2.port >= 1 && item2.port <= 65535
              ])
            ],
            false
          )] : "${keys(var.services)[at]} = ${[for at2 in [index([for item in values(var.services)[at].ports : floor(item.port) == item.port && item.port >= 1 && item.port <= 65535], false)] : "${keys(values(var.services)[at].ports)[at2]} = ${jsonencode(values(values(var.services)[at].ports)[at2].port)}"][0]}"
        ][0],
        "another value"
      ),
      " [service-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.ports == null ? true : alltrue([
        for item2 in item.ports : item2.target_port == null ? true : can(regex(
          "^([0-9]{1,5}|[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?)$",
          item2.target_port
        ))
      ])
    ])
    error_message = join("", [
      "services[*].ports[*].target_port: expected a number or a name, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.ports == null ? true : alltrue([
                for item2 in item.ports : item2.target_port == null ? true : can(regex(
                  "^([0-9]{1,5}|[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?)$",
                  item2.target_port
                ))
              ])
            ],
            false
          )] : "${keys(var.services)[at]} = ${[for at2 in [index([for item in values(var.services)[at].ports : item.target_port == null ? true : can(regex("^([0-9]{1,5}|[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?)$", item.target_port))], false)] : "${keys(values(var.services)[at].ports)[at2]} = ${jsonencode(values(values(var.services)[at].ports)[at2].target_port)}"][0]}"
        ][0],
        "another value"
      ),
      " [service-target-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.ports == null ? true : alltrue([
        for item2 in item.ports : contains(["TCP", "UDP"], item2.protocol)
      ])
    ])
    error_message = join("", [
      "services[*].ports[*].protocol: expected one of TCP, UDP, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.ports == null ? true : alltrue([
                for item2 in item.ports : contains(["TCP", "UDP"], item2.protocol)
              ])
            ],
            false
          )] : "${keys(var.services)[at]} = ${[for at2 in [index([for item in values(var.services)[at].ports : contains(["TCP", "UDP"], item.protocol)], false)] : "${keys(values(var.services)[at].ports)[at2]} = ${jsonencode(values(values(var.services)[at].ports)[at2].protocol)}"][0]}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([for item in var.services : item.tls == null ? true : length(item.tls.ports) >= 1])
    error_message = join("", [
      "services[*].tls.ports: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.services : item.tls == null ? true : length(item.tls.ports) >= 1],
            false
          )] : "${keys(var.services)[at]} = ${length(values(var.services)[at].tls.ports)}"
        ][0],
        "another value"
      ),
      " [service-tls-ports]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.tls == null ? true : length(distinct(item.tls.ports)) == length(
        item.tls.ports
      )
    ])
    error_message = join("", [
      "services[*].tls.ports: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.tls == null ? true : length(distinct(item.tls.ports)) == length(
                item.tls.ports
              )
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].tls.ports)}"
        ][0],
        "another value"
      ),
      " [service-tls-distinct-ports]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.tls == null ? true : length(item.tls.certificate_arns) >= 1 && length(
        item.tls.certificate_arns
      ) <= 25
    ])
    error_message = join("", [
      "services[*].tls.certificate_arns: expected 1 to 25 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.tls == null ? true : length(item.tls.certificate_arns) >= 1 && length(
                item.tls.certificate_arns
              ) <= 25
            ],
            false
          )] : "${keys(var.services)[at]} = ${length(values(var.services)[at].tls.certificate_arns)}"
        ][0],
        "another value"
      ),
      " [load-balancer-certificates]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.tls == null ? true : length(distinct(item.tls.certificate_arns)) == length(
        item.tls.certificate_arns
      )
    ])
    error_message = join("", [
      "services[*].tls.certificate_arns: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.tls == null ? true : length(distinct(item.tls.certificate_arns)) == length(
                item.tls.certificate_arns
              )
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].tls.certificate_arns)}"
        ][0],
        "another value"
      ),
      " [load-balancer-distinct-certificates]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.tls == null ? true : alltrue([
        for item2 in item.tls.certificate_arns : can(regex(
          "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "services[*].tls.certificate_arns[*]: expected the ARN of a certificate in ACM, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.tls == null ? true : alltrue([
                for item2 in item.tls.certificate_arns : can(regex(
                  "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.services)[at]} = ${[for at2 in [index([for item in values(var.services)[at].tls.certificate_arns : can(regex("^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+$", item))], false)] : "${at2} = ${jsonencode(values(var.services)[at].tls.certificate_arns[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [load-balancer-certificate]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.tls == null ? true : can(regex(
        "^ELBSecurityPolicy-[A-Za-z0-9-]+$",
        item.tls.ssl_policy
      ))
    ])
    error_message = join("", [
      "services[*].tls.ssl_policy: expected the name of a security policy, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.tls == null ? true : can(regex(
                "^ELBSecurityPolicy-[A-Za-z0-9-]+$",
                item.tls.ssl_policy
              ))
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].tls.ssl_policy)}"
        ][0],
        "another value"
      ),
      " [ssl-policy]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.source_cidrs == null ? true : length(item.source_cidrs) >= 1
    ])
    error_message = join("", [
      "services[*].source_cidrs: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.services : item.source_cidrs == null ? true : length(item.source_cidrs) >= 1],
            false
          )] : "${keys(var.services)[at]} = ${length(values(var.services)[at].source_cidrs)}"
        ][0],
        "another value"
      ),
      " [service-source-cidr-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.source_cidrs == null ? true : alltrue([
        for item2 in item.source_cidrs : try(
          cidrsubnet(item2, 0, 0) == item2
          && length(split(":", item2)) == 1
          && tonumber(split("/", item2)[1]) >= 0
          && tonumber(split("/", item2)[1]) <= 32,
          false
        )
      ])
    ])
    error_message = join("", [
      "services[*].source_cidrs[*]: expected an IPv4 CIDR block with a prefix from /0 to /32, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.source_cidrs == null ? true : alltrue([
                for item2 in item.source_cidrs : try(
                  cidrsubnet(item2, 0, 0) == item2
                  && length(split(":", item2)) == 1
                  && tonumber(split("/", item2)[1]) >= 0
                  && tonumber(split("/", item2)[1]) <= 32,
                  false
                )
              ])
            ],
            false
          )] : "${keys(var.services)[at]} = ${[for at2 in [index([for item in values(var.services)[at].source_cidrs : try(cidrsubnet(item, 0, 0) == item && length(split(":", item)) == 1 && tonumber(split("/", item)[1]) >= 0 && tonumber(split("/", item)[1]) <= 32, false)], false)] : "${at2} = ${jsonencode(values(var.services)[at].source_cidrs[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [service-source-cidr]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.elastic_ip_ids == null ? true : length(item.elastic_ip_ids) >= 1
    ])
    error_message = join("", [
      "services[*].elastic_ip_ids: expected at least 1 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.services : item.elastic_ip_ids == null ? true : length(item.elastic_ip_ids) >= 1],
            false
          )] : "${keys(var.services)[at]} = ${length(values(var.services)[at].elastic_ip_ids)}"
        ][0],
        "another value"
      ),
      " [load-balancer-elastic-ip-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.elastic_ip_ids == null ? true : length(distinct(item.elastic_ip_ids)) == length(
        item.elastic_ip_ids
      )
    ])
    error_message = join("", [
      "services[*].elastic_ip_ids: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.elastic_ip_ids == null ? true : length(distinct(item.elastic_ip_ids)) == length(
                item.elastic_ip_ids
              )
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].elastic_ip_ids)}"
        ][0],
        "another value"
      ),
      " [load-balancer-elastic-ip-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.elastic_ip_ids == null ? true : alltrue([
        for item2 in item.elastic_ip_ids : can(regex("^eipalloc-[0-9a-f]+$", item2))
      ])
    ])
    error_message = join("", [
      "services[*].elastic_ip_ids[*]: expected the id of an Elastic IP address, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.elastic_ip_ids == null ? true : alltrue([
                for item2 in item.elastic_ip_ids : can(regex("^eipalloc-[0-9a-f]+$", item2))
              ])
            ],
            false
          )] : "${keys(var.services)[at]} = ${[for at2 in [index([for item in values(var.services)[at].elastic_ip_ids : can(regex("^eipalloc-[0-9a-f]+$", item))], false)] : "${at2} = ${jsonencode(values(var.services)[at].elastic_ip_ids[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [load-balancer-elastic-ip]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : !contains(["HTTP", "HTTPS"], item.health_check.protocol) || !contains(
        ["null", "false", "[]", "{}"],
        jsonencode(item.health_check.path)
      )
    ])
    error_message = join("", [
      "services[*].health_check.path: expected something where protocol is one of HTTP, HTTPS, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : !contains(["HTTP", "HTTPS"], item.health_check.protocol) || !contains(
                ["null", "false", "[]", "{}"],
                jsonencode(item.health_check.path)
              )
            ],
            false
          )] : "${keys(var.services)[at]} = ${"protocol = ${jsonencode(values(var.services)[at].health_check.protocol)}"}"
        ][0],
        "another value"
      ),
      " [service-health-check]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : contains(["TCP", "HTTP", "HTTPS"], item.health_check.protocol)
    ])
    error_message = join("", [
      "services[*].health_check.protocol: expected one of TCP, HTTP, HTTPS, got ",
      try(
        [
          for at in [index(
            [for item in var.services : contains(["TCP", "HTTP", "HTTPS"], item.health_check.protocol)],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].health_check.protocol)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : item.health_check.path == null ? true : can(regex(
        "^/[^\\s,]*$",
        item.health_check.path
      ))
    ])
    error_message = join("", [
      "services[*].health_check.path: expected a path that begins with a slash, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : item.health_check.path == null ? true : can(regex(
                "^/[^\\s,]*$",
                item.health_check.path
              ))
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].health_check.path)}"
        ][0],
        "another value"
      ),
      " [service-health-check-path]",
    ])
  }

  validation {
    condition = alltrue([for item in var.services : can(regex("^[a-z0-9-]{1,63}$", item.health_check.port))])
    error_message = join("", [
      "services[*].health_check.port: expected a number, a name or traffic-port, got ",
      try(
        [
          for at in [index(
            [for item in var.services : can(regex("^[a-z0-9-]{1,63}$", item.health_check.port))],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].health_check.port)}"
        ][0],
        "another value"
      ),
      " [health-check-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : floor(
        item.health_check.interval_seconds
      ) == item.health_check.interval_seconds && item.health_check.interval_seconds >= 5 && item.health_check.interval_seconds <= 300
    ])
    error_message = join("", [
      "services[*].health_check.interval_seconds: expected a whole number from 5 to 300, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : floor(
                item.health_check.interval_seconds
              ) == item.health_check.interval_seconds && item.health_check.interval_seconds >= 5 && item.health_check.interval_seconds <= 300
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].health_check.interval_seconds)}"
        ][0],
        "another value"
      ),
      " [health-check-interval]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : floor(
        item.health_check.timeout_seconds
      ) == item.health_check.timeout_seconds && item.health_check.timeout_seconds >= 2 && item.health_check.timeout_seconds <= 120
    ])
    error_message = join("", [
      "services[*].health_check.timeout_seconds: expected a whole number from 2 to 120, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : floor(
                item.health_check.timeout_seconds
              ) == item.health_check.timeout_seconds && item.health_check.timeout_seconds >= 2 && item.health_check.timeout_seconds <= 120
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].health_check.timeout_seconds)}"
        ][0],
        "another value"
      ),
      " [health-check-timeout]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : floor(
        item.health_check.healthy_threshold
      ) == item.health_check.healthy_threshold && item.health_check.healthy_threshold >= 2 && item.health_check.healthy_threshold <= 10
    ])
    error_message = join("", [
      "services[*].health_check.healthy_threshold: expected a whole number from 2 to 10, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : floor(
                item.health_check.healthy_threshold
              ) == item.health_check.healthy_threshold && item.health_check.healthy_threshold >= 2 && item.health_check.healthy_threshold <= 10
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].health_check.healthy_threshold)}"
        ][0],
        "another value"
      ),
      " [health-check-healthy]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.services : floor(
        item.health_check.unhealthy_threshold
      ) == item.health_check.unhealthy_threshold && item.health_check.unhealthy_threshold >= 2 && item.health_check.unhealthy_threshold <= 10
    ])
    error_message = join("", [
      "services[*].health_check.unhealthy_threshold: expected a whole number from 2 to 10, got ",
      try(
        [
          for at in [index(
            [
              for item in var.services : floor(
                item.health_check.unhealthy_threshold
              ) == item.health_check.unhealthy_threshold && item.health_check.unhealthy_threshold >= 2 && item.health_check.unhealthy_threshold <= 10
            ],
            false
          )] : "${keys(var.services)[at]} = ${jsonencode(values(var.services)[at].health_check.unhealthy_threshold)}"
        ][0],
        "another value"
      ),
      " [health-check-unhealthy]",
    ])
  }
}

variable "ready" {
  description = "Ids of what must be there before: the controller, namespaces, the releases that are served. All of it is destroyed later than the load balancers."
  type        = list(string)
  default     = []
  nullable    = false
}
