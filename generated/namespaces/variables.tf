variable "namespaces" {
  description = "Namespaces by name."
  type = map(object({
    # `existing`: it is neither made nor deleted here, and gets policies, quota and limits only. One
    # of `new`, `existing`.
    origin = optional(string, "new")
    # Labels.
    labels = optional(map(string), {})
    # Annotations.
    annotations = optional(map(string), {})
    # Pod Security levels. Null: `restricted` in all three.
    pod_security = optional(object({
      # Pods that want more are refused. One of `privileged`, `baseline`, `restricted`.
      enforce = optional(string, "restricted")
      # Pods that want more stand in the audit log. One of `privileged`, `baseline`, `restricted`.
      audit = optional(string, "restricted")
      # Whoever makes pods that want more is warned. One of `privileged`, `baseline`, `restricted`.
      warn = optional(string, "restricted")
      # Kubernetes version whose levels are meant.
      version = optional(string, "latest")
    }))
    # Pods behind load balancers count as ready once those have found them healthy, so that a rollout
    # loses no request.
    readiness_gated = optional(bool, false)
    # Pods that name no service account get a token of the namespace's default one.
    automounted_token = optional(bool, false)
    # What all pods and objects of the namespace may use together: `requests.cpu`, `limits.memory`,
    # `pods`, `count/secrets`, `requests.storage` …
    quota = optional(map(string))
    # Limits of each container, pod or claim, and what a container gets that names none.
    limit_range = optional(map(object({
      # Limits of a container that names none.
      default = optional(map(string), {})
      # Requests of a container that names none.
      default_request = optional(map(string), {})
      # The least.
      min = optional(map(string), {})
      # The most.
      max = optional(map(string), {})
    })), {})
    # Network policies: everything is refused in both directions but what is said here. Null: no
    # policies.
    network = optional(object({
      # Pods may ask the cluster's DNS.
      dns = optional(object({}))
      # Pods find no name, with the reason.
      without_dns = optional(object({
        # Why.
        because = string
      }))
      # Pods of the namespace may talk to each other.
      same_namespace = optional(object({}))
      # Pods may ask the agent of EKS Pod Identity for their role.
      pod_identity = optional(object({}))
      # Pods may ask the metadata service of their node, with the reason: it tells them the node's
      # role.
      instance_metadata = optional(object({
        # Why.
        because = string
      }))
      # Pods may talk to the Kubernetes API.
      api_server = optional(object({}))
      # Load balancers with ip targets may reach the pods.
      load_balancers = optional(object({
        # `internet`: those in public subnets; `internal`: those in private ones.
        facing = optional(string, "internet")
        # Labels of the pods that they reach, all of them. Empty: all pods.
        pods = optional(map(string), {})
        # Ports. Empty: all of them.
        ports = optional(list(object({
          # Port of the pod, not of a Service.
          port = number
          # Last port of a range.
          end_port = optional(number)
          # Protocol. One of `TCP`, `UDP`, `SCTP`.
          protocol = optional(string, "TCP")
        })), [])
      }))
      # Who else may reach pods, by a name of yours.
      ingress = optional(map(object({
        # Labels of the pods that are reached. Empty: all pods.
        pods = optional(map(string), {})
        # Who may.
        from = list(object({
          # Pods.
          pods = optional(object({
            # Their namespace, one of `namespaces`. Null: this one.
            namespace = optional(string)
            # Labels that they have, all of them. Empty: all pods.
            labels = optional(map(string), {})
          }))
          # Addresses, mostly of what is outside the cluster.
          block = optional(object({
            # The block.
            cidr = string
            # Blocks inside it that are left out.
            except = optional(list(string), [])
          }))
        }))
        # Ports. Empty: all of them.
        ports = optional(list(object({
          # Port of the pod, not of a Service.
          port = number
          # Last port of a range.
          end_port = optional(number)
          # Protocol. One of `TCP`, `UDP`, `SCTP`.
          protocol = optional(string, "TCP")
        })), [])
      })), {})
      # Whom else pods may reach, by a name of yours.
      egress = optional(map(object({
        # Labels of the pods that may. Empty: all pods.
        pods = optional(map(string), {})
        # Whom they reach.
        to = list(object({
          # Pods.
          pods = optional(object({
            # Their namespace, one of `namespaces`. Null: this one.
            namespace = optional(string)
            # Labels that they have, all of them. Empty: all pods.
            labels = optional(map(string), {})
          }))
          # Addresses, mostly of what is outside the cluster.
          block = optional(object({
            # The block.
            cidr = string
            # Blocks inside it that are left out.
            except = optional(list(string), [])
          }))
        }))
        # Ports. Empty: all of them.
        ports = optional(list(object({
          # Port of the pod, not of a Service.
          port = number
          # Last port of a range.
          end_port = optional(number)
          # Protocol. One of `TCP`, `UDP`, `SCTP`.
          protocol = optional(string, "TCP")
        })), [])
      })), {})
    }))
  }))
  nullable = false

  validation {
    condition = alltrue([
      for name in keys(var.namespaces) : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", name))
    ])
    error_message = join("", [
      "namespaces: expected a map in which each key is the name of a namespace: lower-case letters, digits and hyphens, at most 63, got ",
      try(
        jsonencode([
          for name in keys(var.namespaces) : name
          if !can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", name))
        ]),
        "another value"
      ),
      " [namespace-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : contains(
        ["null", "false", "[]", "{}"],
        jsonencode(item.labels)
      ) || item.origin == "new"
    ])
    error_message = join("", [
      "namespaces[*].labels: expected nothing unless origin is new, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : contains(
                ["null", "false", "[]", "{}"],
                jsonencode(item.labels)
              ) || item.origin == "new"
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${"origin = ${jsonencode(values(var.namespaces)[at].origin)}"}"
        ][0],
        "another value"
      ),
      "; an existing namespace is its owner's [existing-namespace-labels]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : contains(
        ["null", "false", "[]", "{}"],
        jsonencode(item.annotations)
      ) || item.origin == "new"
    ])
    error_message = join("", [
      "namespaces[*].annotations: expected nothing unless origin is new, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : contains(
                ["null", "false", "[]", "{}"],
                jsonencode(item.annotations)
              ) || item.origin == "new"
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${"origin = ${jsonencode(values(var.namespaces)[at].origin)}"}"
        ][0],
        "another value"
      ),
      "; an existing namespace is its owner's [existing-namespace-annotations]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : contains(
        ["null", "false", "[]", "{}"],
        jsonencode(item.pod_security)
      ) || item.origin == "new"
    ])
    error_message = join("", [
      "namespaces[*].pod_security: expected nothing unless origin is new, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : contains(
                ["null", "false", "[]", "{}"],
                jsonencode(item.pod_security)
              ) || item.origin == "new"
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${"origin = ${jsonencode(values(var.namespaces)[at].origin)}"}"
        ][0],
        "another value"
      ),
      "; an existing namespace is its owner's [existing-namespace-security]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : contains(
        ["null", "false", "[]", "{}"],
        jsonencode(item.readiness_gated)
      ) || item.origin == "new"
    ])
    error_message = join("", [
      "namespaces[*].readiness_gated: expected nothing unless origin is new, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : contains(
                ["null", "false", "[]", "{}"],
                jsonencode(item.readiness_gated)
              ) || item.origin == "new"
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${"origin = ${jsonencode(values(var.namespaces)[at].origin)}"}"
        ][0],
        "another value"
      ),
      "; an existing namespace is its owner's [existing-namespace-readiness]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : contains(
        ["null", "false", "[]", "{}"],
        jsonencode(item.automounted_token)
      ) || item.origin == "new"
    ])
    error_message = join("", [
      "namespaces[*].automounted_token: expected nothing unless origin is new, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : contains(
                ["null", "false", "[]", "{}"],
                jsonencode(item.automounted_token)
              ) || item.origin == "new"
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${"origin = ${jsonencode(values(var.namespaces)[at].origin)}"}"
        ][0],
        "another value"
      ),
      "; an existing namespace is its owner's [existing-namespace-token]",
    ])
  }

  validation {
    condition = alltrue([for item in var.namespaces : contains(["new", "existing"], item.origin)])
    error_message = join("", [
      "namespaces[*].origin: expected one of new, existing, got ",
      try(
        [
          for at in [index(
            [for item in var.namespaces : contains(["new", "existing"], item.origin)],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode(values(var.namespaces)[at].origin)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : alltrue([
        for name in keys(item.labels) : can(regex(
          "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
          name
        ))
      ])
    ])
    error_message = join("", [
      "namespaces[*].labels: expected a map in which each key is the key of a label, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : alltrue([
                for name in keys(item.labels) : can(regex(
                  "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
                  name
                ))
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode([for name in keys(values(var.namespaces)[at].labels) : name if !can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])}"
        ][0],
        "another value"
      ),
      " [namespace-label-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : alltrue([
        for name in keys(item.labels) : !startswith(name, "pod-security.kubernetes.io/")
      ])
    ])
    error_message = join("", [
      "namespaces[*].labels: expected a map in which each key is text that does not begin with pod-security.kubernetes.io/, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : alltrue([
                for name in keys(item.labels) : !startswith(name, "pod-security.kubernetes.io/")
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode([for name in keys(values(var.namespaces)[at].labels) : name if startswith(name, "pod-security.kubernetes.io/")])}"
        ][0],
        "another value"
      ),
      "; podSecurity says it [namespace-label-security]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : alltrue([
        for item2 in item.labels : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item2))
      ])
    ])
    error_message = join("", [
      "namespaces[*].labels[*]: expected the value of a label, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : alltrue([
                for item2 in item.labels : can(regex(
                  "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].labels : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item))], false)] : "${keys(values(var.namespaces)[at].labels)[at2]} = ${jsonencode(values(values(var.namespaces)[at].labels)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [namespace-label]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : alltrue([
        for name in keys(item.annotations) : can(regex(
          "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
          name
        ))
      ])
    ])
    error_message = join("", [
      "namespaces[*].annotations: expected a map in which each key is the key of an annotation, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : alltrue([
                for name in keys(item.annotations) : can(regex(
                  "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
                  name
                ))
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode([for name in keys(values(var.namespaces)[at].annotations) : name if !can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])}"
        ][0],
        "another value"
      ),
      " [namespace-annotation-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.pod_security == null ? true : contains(
        ["privileged", "baseline", "restricted"],
        item.pod_security.enforce
      )
    ])
    error_message = join("", [
      "namespaces[*].pod_security.enforce: expected one of privileged, baseline, restricted, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.pod_security == null ? true : contains(
                ["privileged", "baseline", "restricted"],
                item.pod_security.enforce
              )
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode(values(var.namespaces)[at].pod_security.enforce)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.pod_security == null ? true : contains(
        ["privileged", "baseline", "restricted"],
        item.pod_security.audit
      )
    ])
    error_message = join("", [
      "namespaces[*].pod_security.audit: expected one of privileged, baseline, restricted, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.pod_security == null ? true : contains(
                ["privileged", "baseline", "restricted"],
                item.pod_security.audit
              )
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode(values(var.namespaces)[at].pod_security.audit)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.pod_security == null ? true : contains(
        ["privileged", "baseline", "restricted"],
        item.pod_security.warn
      )
    ])
    error_message = join("", [
      "namespaces[*].pod_security.warn: expected one of privileged, baseline, restricted, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.pod_security == null ? true : contains(
                ["privileged", "baseline", "restricted"],
                item.pod_security.warn
              )
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode(values(var.namespaces)[at].pod_security.warn)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.pod_security == null ? true : can(regex(
        "^(latest|v1\\.[0-9]{1,2})$",
        item.pod_security.version
      ))
    ])
    error_message = join("", [
      "namespaces[*].pod_security.version: expected latest or a version such as v1.35, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.pod_security == null ? true : can(regex(
                "^(latest|v1\\.[0-9]{1,2})$",
                item.pod_security.version
              ))
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode(values(var.namespaces)[at].pod_security.version)}"
        ][0],
        "another value"
      ),
      " [pod-security-version]",
    ])
  }

  validation {
    condition = alltrue([for item in var.namespaces : item.quota == null ? true : length(item.quota) >= 1])
    error_message = join("", [
      "namespaces[*].quota: expected at least one resource, got ",
      try(
        [
          for at in [index(
            [for item in var.namespaces : item.quota == null ? true : length(item.quota) >= 1],
            false
          )] : "${keys(var.namespaces)[at]} = ${length(values(var.namespaces)[at].quota)}"
        ][0],
        "another value"
      ),
      " [quota-resources]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.quota == null ? true : alltrue([
        for name in keys(item.quota) : can(regex("^[a-z0-9]([A-Za-z0-9./-]*[A-Za-z0-9])?$", name))
      ])
    ])
    error_message = join("", [
      "namespaces[*].quota: expected a map in which each key is the name of a resource, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.quota == null ? true : alltrue([
                for name in keys(item.quota) : can(regex("^[a-z0-9]([A-Za-z0-9./-]*[A-Za-z0-9])?$", name))
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode([for name in keys(values(var.namespaces)[at].quota) : name if !can(regex("^[a-z0-9]([A-Za-z0-9./-]*[A-Za-z0-9])?$", name))])}"
        ][0],
        "another value"
      ),
      " [quota-resource]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.quota == null ? true : alltrue([
        for item2 in item.quota : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$", item2))
      ])
    ])
    error_message = join("", [
      "namespaces[*].quota[*]: expected a quantity such as 500m or 2Gi, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.quota == null ? true : alltrue([
                for item2 in item.quota : can(regex(
                  "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].quota : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$", item))], false)] : "${keys(values(var.namespaces)[at].quota)[at2]} = ${jsonencode(values(values(var.namespaces)[at].quota)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [quota-amount]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : alltrue([
        for name in keys(item.limit_range) : can(regex("^(Container|Pod|PersistentVolumeClaim)$", name))
      ])
    ])
    error_message = join("", [
      "namespaces[*].limit_range: expected a map in which each key is one of Container, Pod, PersistentVolumeClaim, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : alltrue([
                for name in keys(item.limit_range) : can(regex(
                  "^(Container|Pod|PersistentVolumeClaim)$",
                  name
                ))
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode([for name in keys(values(var.namespaces)[at].limit_range) : name if !can(regex("^(Container|Pod|PersistentVolumeClaim)$", name))])}"
        ][0],
        "another value"
      ),
      " [limit-type]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : alltrue([
        for item2 in item.limit_range : alltrue([
          for item3 in item2.default : can(regex(
            "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$",
            item3
          ))
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].limit_range[*].default[*]: expected a quantity such as 500m or 2Gi, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : alltrue([
                for item2 in item.limit_range : alltrue([
                  for item3 in item2.default : can(regex(
                    "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$",
                    item3
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].limit_range : alltrue([for item2 in item.default : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$", item2))])], false)] : "${keys(values(var.namespaces)[at].limit_range)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].limit_range)[at2].default : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$", item))], false)] : "${keys(values(values(var.namespaces)[at].limit_range)[at2].default)[at3]} = ${jsonencode(values(values(values(var.namespaces)[at].limit_range)[at2].default)[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [limit-default]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : alltrue([
        for item2 in item.limit_range : alltrue([
          for item3 in item2.default_request : can(regex(
            "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$",
            item3
          ))
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].limit_range[*].default_request[*]: expected a quantity such as 500m or 2Gi, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : alltrue([
                for item2 in item.limit_range : alltrue([
                  for item3 in item2.default_request : can(regex(
                    "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$",
                    item3
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].limit_range : alltrue([for item2 in item.default_request : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$", item2))])], false)] : "${keys(values(var.namespaces)[at].limit_range)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].limit_range)[at2].default_request : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$", item))], false)] : "${keys(values(values(var.namespaces)[at].limit_range)[at2].default_request)[at3]} = ${jsonencode(values(values(values(var.namespaces)[at].limit_range)[at2].default_request)[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [limit-default-request]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : alltrue([
        for item2 in item.limit_range : alltrue([
          for item3 in item2.min : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$", item3))
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].limit_range[*].min[*]: expected a quantity such as 500m or 2Gi, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : alltrue([
                for item2 in item.limit_range : alltrue([
                  for item3 in item2.min : can(regex(
                    "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$",
                    item3
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].limit_range : alltrue([for item2 in item.min : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$", item2))])], false)] : "${keys(values(var.namespaces)[at].limit_range)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].limit_range)[at2].min : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$", item))], false)] : "${keys(values(values(var.namespaces)[at].limit_range)[at2].min)[at3]} = ${jsonencode(values(values(values(var.namespaces)[at].limit_range)[at2].min)[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [limit-min]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : alltrue([
        for item2 in item.limit_range : alltrue([
          for item3 in item2.max : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$", item3))
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].limit_range[*].max[*]: expected a quantity such as 500m or 2Gi, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : alltrue([
                for item2 in item.limit_range : alltrue([
                  for item3 in item2.max : can(regex(
                    "^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$",
                    item3
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].limit_range : alltrue([for item2 in item.max : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$", item2))])], false)] : "${keys(values(var.namespaces)[at].limit_range)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].limit_range)[at2].max : can(regex("^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$", item))], false)] : "${keys(values(values(var.namespaces)[at].limit_range)[at2].max)[at3]} = ${jsonencode(values(values(values(var.namespaces)[at].limit_range)[at2].max)[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [limit-max]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : length([
        for given in [item.network.dns != null, item.network.without_dns != null] : given
        if given
      ]) == 1
    ])
    error_message = join("", [
      "namespaces[*].network: expected either dns or without_dns, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : length([
                for given in [item.network.dns != null, item.network.without_dns != null] : given
                if given
              ]) == 1
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode([for name, given in { dns = values(var.namespaces)[at].network.dns != null, without_dns = values(var.namespaces)[at].network.without_dns != null } : name if given])}"
        ][0],
        "another value"
      ),
      "; hardly any program works without names [network-dns]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : item.network.without_dns == null ? true : can(regex(
        "\\S",
        item.network.without_dns.because
      ))
    ])
    error_message = join("", [
      "namespaces[*].network.without_dns.because: expected a reason, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : item.network.without_dns == null ? true : can(regex(
                "\\S",
                item.network.without_dns.because
              ))
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode(values(var.namespaces)[at].network.without_dns.because)}"
        ][0],
        "another value"
      ),
      " [network-without-dns]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : item.network.instance_metadata == null ? true : can(regex(
        "\\S",
        item.network.instance_metadata.because
      ))
    ])
    error_message = join("", [
      "namespaces[*].network.instance_metadata.because: expected a reason, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : item.network.instance_metadata == null ? true : can(regex(
                "\\S",
                item.network.instance_metadata.because
              ))
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode(values(var.namespaces)[at].network.instance_metadata.because)}"
        ][0],
        "another value"
      ),
      " [network-metadata]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : contains(
        ["internet", "internal"],
        item.network.load_balancers.facing
      )
    ])
    error_message = join("", [
      "namespaces[*].network.load_balancers.facing: expected one of internet, internal, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : contains(
                ["internet", "internal"],
                item.network.load_balancers.facing
              )
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode(values(var.namespaces)[at].network.load_balancers.facing)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : alltrue([
        for name in keys(item.network.load_balancers.pods) : can(regex(
          "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
          name
        ))
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.load_balancers.pods: expected a map in which each key is the key of a label, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : alltrue([
                for name in keys(item.network.load_balancers.pods) : can(regex(
                  "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
                  name
                ))
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode([for name in keys(values(var.namespaces)[at].network.load_balancers.pods) : name if !can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])}"
        ][0],
        "another value"
      ),
      " [network-pod-label-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : alltrue([
        for item2 in item.network.load_balancers.pods : can(regex(
          "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$",
          item2
        ))
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.load_balancers.pods[*]: expected the value of a label, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : alltrue([
                for item2 in item.network.load_balancers.pods : can(regex(
                  "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$",
                  item2
                ))
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.load_balancers.pods : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item))], false)] : "${keys(values(var.namespaces)[at].network.load_balancers.pods)[at2]} = ${jsonencode(values(values(var.namespaces)[at].network.load_balancers.pods)[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [network-pod-label]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : alltrue([
        for item2 in item.network.load_balancers.ports : try(item2.port <= item2.end_port, true)
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.load_balancers.ports[*].port: expected a number that is at most end_port, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : alltrue([
                for item2 in item.network.load_balancers.ports : try(item2.port <= item2.end_port, true)
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.load_balancers.ports : try(item.port <= item.end_port, true)], false)] : "${at2} = ${jsonencode(values(var.namespaces)[at].network.load_balancers.ports[at2].port)}"][0]}"
        ][0],
        "another value"
      ),
      " [network-port-range]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : alltrue([
        for item2 in item.network.load_balancers.ports : floor(item2.port) == item2.port && item2.port >= 1 && item2.port <= 65535
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.load_balancers.ports[*].port: expected a whole number from 1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : alltrue([
                for item2 in item.network.load_balancers.ports : floor(item2.port) == item2.port && item2.port >= 1 && item2.port <= 65535
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.load_balancers.ports : floor(item.port) == item.port && item.port >= 1 && item.port <= 65535], false)] : "${at2} = ${jsonencode(values(var.namespaces)[at].network.load_balancers.ports[at2].port)}"][0]}"
        ][0],
        "another value"
      ),
      " [network-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : alltrue([
        for item2 in item.network.load_balancers.ports : item2.end_port == null ? true : floor(
          item2.end_port
        ) == item2.end_port && item2.end_port >= 1 && item2.end_port <= 65535
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.load_balancers.ports[*].end_port: expected a whole number from 1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : alltrue([
                for item2 in item.network.load_balancers.ports : item2.end_port == null ? true : floor(
                  item2.end_port
                ) == item2.end_port && item2.end_port >= 1 && item2.end_port <= 65535
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.load_balancers.ports : item.end_port == null ? true : floor(item.end_port) == item.end_port && item.end_port >= 1 && item.end_port <= 65535], false)] : "${at2} = ${jsonencode(values(var.namespaces)[at].network.load_balancers.ports[at2].end_port)}"][0]}"
        ][0],
        "another value"
      ),
      " [network-end-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : alltrue([
        for item2 in item.network.load_balancers.ports : contains(["TCP", "UDP", "SCTP"], item2.protocol)
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.load_balancers.ports[*].protocol: expected one of TCP, UDP, SCTP, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : item.network.load_balancers == null ? true : alltrue([
                for item2 in item.network.load_balancers.ports : contains(
                  ["TCP", "UDP", "SCTP"],
                  item2.protocol
                )
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.load_balancers.ports : contains(["TCP", "UDP", "SCTP"], item.protocol)], false)] : "${at2} = ${jsonencode(values(var.namespaces)[at].network.load_balancers.ports[at2].protocol)}"][0]}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for name in keys(item.network.ingress) : can(regex("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$", name))
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress: expected a map in which each key is lower-case letters, digits and hyphens, at most 40, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for name in keys(item.network.ingress) : can(regex(
                  "^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$",
                  name
                ))
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode([for name in keys(values(var.namespaces)[at].network.ingress) : name if !can(regex("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$", name))])}"
        ][0],
        "another value"
      ),
      " [network-ingress-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : alltrue([
          for name in keys(item2.pods) : can(regex(
            "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
            name
          ))
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].pods: expected a map in which each key is the key of a label, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : alltrue([
                  for name in keys(item2.pods) : can(regex(
                    "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
                    name
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : alltrue([for name in keys(item.pods) : can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${jsonencode([for name in keys(values(values(var.namespaces)[at].network.ingress)[at2].pods) : name if !can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])}"][0]}"
        ][0],
        "another value"
      ),
      " [network-pod-label-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : alltrue([
          for item3 in item2.pods : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item3))
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].pods[*]: expected the value of a label, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : alltrue([
                  for item3 in item2.pods : can(regex(
                    "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$",
                    item3
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : alltrue([for item2 in item.pods : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item2))])], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].pods : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item))], false)] : "${keys(values(values(var.namespaces)[at].network.ingress)[at2].pods)[at3]} = ${jsonencode(values(values(values(var.namespaces)[at].network.ingress)[at2].pods)[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-pod-label]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : length(item2.from) >= 1
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].from: expected at least one peer, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : length(item2.from) >= 1
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : length(item.from) >= 1], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${length(values(values(var.namespaces)[at].network.ingress)[at2].from)}"][0]}"
        ][0],
        "another value"
      ),
      "; none would be everybody [network-from]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : alltrue([
          for item3 in item2.from : length([
            for given in [item3.pods != null, item3.block != null] : given
            if given
          ]) == 1
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].from[*]: expected exactly one of pods, block, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : alltrue([
                  for item3 in item2.from : length([
                    for given in [item3.pods != null, item3.block != null] : given
                    if given
                  ]) == 1
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : alltrue([for item2 in item.from : length([for given in [item2.pods != null, item2.block != null] : given if given]) == 1])], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].from : length([for given in [item.pods != null, item.block != null] : given if given]) == 1], false)] : "${at3} = ${jsonencode([for name, given in { pods = values(values(var.namespaces)[at].network.ingress)[at2].from[at3].pods != null, block = values(values(var.namespaces)[at].network.ingress)[at2].from[at3].block != null } : name if given])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-peer]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : alltrue([
          for item3 in item2.from : item3.pods == null ? true : item3.pods.namespace == null ? true : can(regex(
            "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
            item3.pods.namespace
          ))
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].from[*].pods.namespace: expected the name of a namespace, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : alltrue([
                  for item3 in item2.from : item3.pods == null ? true : item3.pods.namespace == null ? true : can(regex(
                    "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
                    item3.pods.namespace
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : alltrue([for item2 in item.from : item2.pods == null ? true : item2.pods.namespace == null ? true : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item2.pods.namespace))])], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].from : item.pods == null ? true : item.pods.namespace == null ? true : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.pods.namespace))], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.ingress)[at2].from[at3].pods.namespace)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-peer-namespace]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : alltrue([
          for item3 in item2.from : item3.pods == null ? true : alltrue([
            for name in keys(item3.pods.labels) : can(regex(
              "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
              name
            ))
          ])
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].from[*].pods.labels: expected a map in which each key is the key of a label, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : alltrue([
                  for item3 in item2.from : item3.pods == null ? true : alltrue([
                    for name in keys(item3.pods.labels) : can(regex(
                      "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
                      name
                    ))
                  ])
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : alltrue([for item2 in item.from : item2.pods == null ? true : alltrue([for name in keys(item2.pods.labels) : can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])])], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].from : item.pods == null ? true : alltrue([for name in keys(item.pods.labels) : can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])], false)] : "${at3} = ${jsonencode([for name in keys(values(values(var.namespaces)[at].network.ingress)[at2].from[at3].pods.labels) : name if !can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-pod-label-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : alltrue([
          for item3 in item2.from : item3.pods == null ? true : alltrue([
            for item4 in item3.pods.labels : can(regex(
              "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$",
              item4
            ))
          ])
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].from[*].pods.labels[*]: expected the value of a label, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : alltrue([
                  for item3 in item2.from : item3.pods == null ? true : alltrue([
                    for item4 in item3.pods.labels : can(regex(
                      "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$",
                      item4
                    ))
                  ])
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : alltrue([for item2 in item.from : item2.pods == null ? true : alltrue([for item3 in item2.pods.labels : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item3))])])], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].from : item.pods == null ? true : alltrue([for item2 in item.pods.labels : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item2))])], false)] : "${at3} = ${[for at4 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].from[at3].pods.labels : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item))], false)] : "${keys(values(values(var.namespaces)[at].network.ingress)[at2].from[at3].pods.labels)[at4]} = ${jsonencode(values(values(values(var.namespaces)[at].network.ingress)[at2].from[at3].pods.labels)[at4])}"][0]}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-pod-label]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : alltrue([
          for item3 in item2.from : item3.block == null ? true : can(regex(
            "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
            item3.block.cidr
          ))
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].from[*].block.cidr: expected an IPv4 or IPv6 CIDR block, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : alltrue([
                  for item3 in item2.from : item3.block == null ? true : can(regex(
                    "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
                    item3.block.cidr
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : alltrue([for item2 in item.from : item2.block == null ? true : can(regex("^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$", item2.block.cidr))])], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].from : item.block == null ? true : can(regex("^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$", item.block.cidr))], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.ingress)[at2].from[at3].block.cidr)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-block]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : alltrue([
          for item3 in item2.from : item3.block == null ? true : length(distinct(item3.block.except)) == length(
            item3.block.except
          )
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].from[*].block.except: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : alltrue([
                  for item3 in item2.from : item3.block == null ? true : length(distinct(item3.block.except)) == length(
                    item3.block.except
                  )
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : alltrue([for item2 in item.from : item2.block == null ? true : length(distinct(item2.block.except)) == length(item2.block.except)])], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].from : item.block == null ? true : length(distinct(item.block.except)) == length(item.block.except)], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.ingress)[at2].from[at3].block.except)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-distinct-except]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : alltrue([
          for item3 in item2.from : item3.block == null ? true : alltrue([
            for item4 in item3.block.except : can(regex(
              "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
              item4
            ))
          ])
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].from[*].block.except[*]: expected an IPv4 or IPv6 CIDR block, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : alltrue([
                  for item3 in item2.from : item3.block == null ? true : alltrue([
                    for item4 in item3.block.except : can(regex(
                      "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
                      item4
                    ))
                  ])
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : alltrue([for item2 in item.from : item2.block == null ? true : alltrue([for item3 in item2.block.except : can(regex("^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$", item3))])])], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].from : item.block == null ? true : alltrue([for item2 in item.block.except : can(regex("^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$", item2))])], false)] : "${at3} = ${[for at4 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].from[at3].block.except : can(regex("^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$", item))], false)] : "${at4} = ${jsonencode(values(values(var.namespaces)[at].network.ingress)[at2].from[at3].block.except[at4])}"][0]}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-block-except]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : alltrue([
          for item3 in item2.ports : try(item3.port <= item3.end_port, true)
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].ports[*].port: expected a number that is at most end_port, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : alltrue([
                  for item3 in item2.ports : try(item3.port <= item3.end_port, true)
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : alltrue([for item2 in item.ports : try(item2.port <= item2.end_port, true)])], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].ports : try(item.port <= item.end_port, true)], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.ingress)[at2].ports[at3].port)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-port-range]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : alltrue([
          for item3 in item2.ports : floor(item3.port) == item3.port && item3.port >= 1 && item3.port <= 65535
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].ports[*].port: expected a whole number from 1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : alltrue([
                  for item3 in item2.ports : floor(item3.port) == item3.port && item3.port >= 1 && item3.port <= 65535
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : alltrue([for item2 in item.ports : floor(item2.port) == item2.port && item2.port >= 1 && item2.port <= 65535])], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].ports : floor(item.port) == item.port && item.port >= 1 && item.port <= 65535], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.ingress)[at2].ports[at3].port)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : alltrue([
          for item3 in item2.ports : item3.end_port == null ? true : floor(
            item3.end_port
          ) == item3.end_port && item3.end_port >= 1 && item3.end_port <= 65535
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].ports[*].end_port: expected a whole number from 1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : alltrue([
                  for item3 in item2.ports : item3.end_port == null ? true : floor(
                    item3.end_port
                  ) == item3.end_port && item3.end_port >= 1 && item3.end_port <= 65535
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : alltrue([for item2 in item.ports : item2.end_port == null ? true : floor(item2.end_port) == item2.end_port && item2.end_port >= 1 && item2.end_port <= 65535])], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].ports : item.end_port == null ? true : floor(item.end_port) == item.end_port && item.end_port >= 1 && item.end_port <= 65535], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.ingress)[at2].ports[at3].end_port)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-end-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.ingress : alltrue([
          for item3 in item2.ports : contains(["TCP", "UDP", "SCTP"], item3.protocol)
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.ingress[*].ports[*].protocol: expected one of TCP, UDP, SCTP, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.ingress : alltrue([
                  for item3 in item2.ports : contains(["TCP", "UDP", "SCTP"], item3.protocol)
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.ingress : alltrue([for item2 in item.ports : contains(["TCP", "UDP", "SCTP"], item2.protocol)])], false)] : "${keys(values(var.namespaces)[at].network.ingress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.ingress)[at2].ports : contains(["TCP", "UDP", "SCTP"], item.protocol)], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.ingress)[at2].ports[at3].protocol)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for name in keys(item.network.egress) : can(regex("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$", name))
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress: expected a map in which each key is lower-case letters, digits and hyphens, at most 40, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for name in keys(item.network.egress) : can(regex(
                  "^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$",
                  name
                ))
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${jsonencode([for name in keys(values(var.namespaces)[at].network.egress) : name if !can(regex("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$", name))])}"
        ][0],
        "another value"
      ),
      " [network-egress-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : alltrue([
          for name in keys(item2.pods) : can(regex(
            "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
            name
          ))
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].pods: expected a map in which each key is the key of a label, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : alltrue([
                  for name in keys(item2.pods) : can(regex(
                    "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
                    name
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : alltrue([for name in keys(item.pods) : can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${jsonencode([for name in keys(values(values(var.namespaces)[at].network.egress)[at2].pods) : name if !can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])}"][0]}"
        ][0],
        "another value"
      ),
      " [network-pod-label-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : alltrue([
          for item3 in item2.pods : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item3))
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].pods[*]: expected the value of a label, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : alltrue([
                  for item3 in item2.pods : can(regex(
                    "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$",
                    item3
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : alltrue([for item2 in item.pods : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item2))])], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].pods : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item))], false)] : "${keys(values(values(var.namespaces)[at].network.egress)[at2].pods)[at3]} = ${jsonencode(values(values(values(var.namespaces)[at].network.egress)[at2].pods)[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-pod-label]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : length(item2.to) >= 1
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].to: expected at least one peer, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : length(item2.to) >= 1
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : length(item.to) >= 1], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${length(values(values(var.namespaces)[at].network.egress)[at2].to)}"][0]}"
        ][0],
        "another value"
      ),
      "; none would be everybody [network-to]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : alltrue([
          for item3 in item2.to : length([
            for given in [item3.pods != null, item3.block != null] : given
            if given
          ]) == 1
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].to[*]: expected exactly one of pods, block, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : alltrue([
                  for item3 in item2.to : length([
                    for given in [item3.pods != null, item3.block != null] : given
                    if given
                  ]) == 1
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : alltrue([for item2 in item.to : length([for given in [item2.pods != null, item2.block != null] : given if given]) == 1])], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].to : length([for given in [item.pods != null, item.block != null] : given if given]) == 1], false)] : "${at3} = ${jsonencode([for name, given in { pods = values(values(var.namespaces)[at].network.egress)[at2].to[at3].pods != null, block = values(values(var.namespaces)[at].network.egress)[at2].to[at3].block != null } : name if given])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-peer]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : alltrue([
          for item3 in item2.to : item3.pods == null ? true : item3.pods.namespace == null ? true : can(regex(
            "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
            item3.pods.namespace
          ))
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].to[*].pods.namespace: expected the name of a namespace, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : alltrue([
                  for item3 in item2.to : item3.pods == null ? true : item3.pods.namespace == null ? true : can(regex(
                    "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
                    item3.pods.namespace
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : alltrue([for item2 in item.to : item2.pods == null ? true : item2.pods.namespace == null ? true : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item2.pods.namespace))])], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].to : item.pods == null ? true : item.pods.namespace == null ? true : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.pods.namespace))], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.egress)[at2].to[at3].pods.namespace)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-peer-namespace]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : alltrue([
          for item3 in item2.to : item3.pods == null ? true : alltrue([
            for name in keys(item3.pods.labels) : can(regex(
              "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
              name
            ))
          ])
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].to[*].pods.labels: expected a map in which each key is the key of a label, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : alltrue([
                  for item3 in item2.to : item3.pods == null ? true : alltrue([
                    for name in keys(item3.pods.labels) : can(regex(
                      "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$",
                      name
                    ))
                  ])
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : alltrue([for item2 in item.to : item2.pods == null ? true : alltrue([for name in keys(item2.pods.labels) : can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])])], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].to : item.pods == null ? true : alltrue([for name in keys(item.pods.labels) : can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])], false)] : "${at3} = ${jsonencode([for name in keys(values(values(var.namespaces)[at].network.egress)[at2].to[at3].pods.labels) : name if !can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", name))])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-pod-label-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : alltrue([
          for item3 in item2.to : item3.pods == null ? true : alltrue([
            for item4 in item3.pods.labels : can(regex(
              "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$",
              item4
            ))
          ])
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].to[*].pods.labels[*]: expected the value of a label, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : alltrue([
                  for item3 in item2.to : item3.pods == null ? true : alltrue([
                    for item4 in item3.pods.labels : can(regex(
                      "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$",
                      item4
                    ))
                  ])
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : alltrue([for item2 in item.to : item2.pods == null ? true : alltrue([for item3 in item2.pods.labels : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item3))])])], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].to : item.pods == null ? true : alltrue([for item2 in item.pods.labels : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item2))])], false)] : "${at3} = ${[for at4 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].to[at3].pods.labels : can(regex("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", item))], false)] : "${keys(values(values(var.namespaces)[at].network.egress)[at2].to[at3].pods.labels)[at4]} = ${jsonencode(values(values(values(var.namespaces)[at].network.egress)[at2].to[at3].pods.labels)[at4])}"][0]}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-pod-label]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : alltrue([
          for item3 in item2.to : item3.block == null ? true : can(regex(
            "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
            item3.block.cidr
          ))
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].to[*].block.cidr: expected an IPv4 or IPv6 CIDR block, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : alltrue([
                  for item3 in item2.to : item3.block == null ? true : can(regex(
                    "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
                    item3.block.cidr
                  ))
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : alltrue([for item2 in item.to : item2.block == null ? true : can(regex("^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$", item2.block.cidr))])], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].to : item.block == null ? true : can(regex("^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$", item.block.cidr))], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.egress)[at2].to[at3].block.cidr)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-block]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : alltrue([
          for item3 in item2.to : item3.block == null ? true : length(distinct(item3.block.except)) == length(
            item3.block.except
          )
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].to[*].block.except: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : alltrue([
                  for item3 in item2.to : item3.block == null ? true : length(distinct(item3.block.except)) == length(
                    item3.block.except
                  )
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : alltrue([for item2 in item.to : item2.block == null ? true : length(distinct(item2.block.except)) == length(item2.block.except)])], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].to : item.block == null ? true : length(distinct(item.block.except)) == length(item.block.except)], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.egress)[at2].to[at3].block.except)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-distinct-except]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : alltrue([
          for item3 in item2.to : item3.block == null ? true : alltrue([
            for item4 in item3.block.except : can(regex(
              "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
              item4
            ))
          ])
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].to[*].block.except[*]: expected an IPv4 or IPv6 CIDR block, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : alltrue([
                  for item3 in item2.to : item3.block == null ? true : alltrue([
                    for item4 in item3.block.except : can(regex(
                      "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
                      item4
                    ))
                  ])
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : alltrue([for item2 in item.to : item2.block == null ? true : alltrue([for item3 in item2.block.except : can(regex("^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$", item3))])])], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].to : item.block == null ? true : alltrue([for item2 in item.block.except : can(regex("^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$", item2))])], false)] : "${at3} = ${[for at4 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].to[at3].block.except : can(regex("^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$", item))], false)] : "${at4} = ${jsonencode(values(values(var.namespaces)[at].network.egress)[at2].to[at3].block.except[at4])}"][0]}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-block-except]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : alltrue([
          for item3 in item2.ports : try(item3.port <= item3.end_port, true)
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].ports[*].port: expected a number that is at most end_port, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : alltrue([
                  for item3 in item2.ports : try(item3.port <= item3.end_port, true)
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : alltrue([for item2 in item.ports : try(item2.port <= item2.end_port, true)])], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].ports : try(item.port <= item.end_port, true)], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.egress)[at2].ports[at3].port)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-port-range]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : alltrue([
          for item3 in item2.ports : floor(item3.port) == item3.port && item3.port >= 1 && item3.port <= 65535
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].ports[*].port: expected a whole number from 1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : alltrue([
                  for item3 in item2.ports : floor(item3.port) == item3.port && item3.port >= 1 && item3.port <= 65535
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : alltrue([for item2 in item.ports : floor(item2.port) == item2.port && item2.port >= 1 && item2.port <= 65535])], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].ports : floor(item.port) == item.port && item.port >= 1 && item.port <= 65535], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.egress)[at2].ports[at3].port)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : alltrue([
          for item3 in item2.ports : item3.end_port == null ? true : floor(
            item3.end_port
          ) == item3.end_port && item3.end_port >= 1 && item3.end_port <= 65535
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].ports[*].end_port: expected a whole number from 1 to 65535, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : alltrue([
                  for item3 in item2.ports : item3.end_port == null ? true : floor(
                    item3.end_port
                  ) == item3.end_port && item3.end_port >= 1 && item3.end_port <= 65535
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : alltrue([for item2 in item.ports : item2.end_port == null ? true : floor(item2.end_port) == item2.end_port && item2.end_port >= 1 && item2.end_port <= 65535])], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].ports : item.end_port == null ? true : floor(item.end_port) == item.end_port && item.end_port >= 1 && item.end_port <= 65535], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.egress)[at2].ports[at3].end_port)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [network-end-port]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.namespaces : item.network == null ? true : alltrue([
        for item2 in item.network.egress : alltrue([
          for item3 in item2.ports : contains(["TCP", "UDP", "SCTP"], item3.protocol)
        ])
      ])
    ])
    error_message = join("", [
      "namespaces[*].network.egress[*].ports[*].protocol: expected one of TCP, UDP, SCTP, got ",
      try(
        [
          for at in [index(
            [
              for item in var.namespaces : item.network == null ? true : alltrue([
                for item2 in item.network.egress : alltrue([
                  for item3 in item2.ports : contains(["TCP", "UDP", "SCTP"], item3.protocol)
                ])
              ])
            ],
            false
          )] : "${keys(var.namespaces)[at]} = ${[for at2 in [index([for item in values(var.namespaces)[at].network.egress : alltrue([for item2 in item.ports : contains(["TCP", "UDP", "SCTP"], item2.protocol)])], false)] : "${keys(values(var.namespaces)[at].network.egress)[at2]} = ${[for at3 in [index([for item in values(values(var.namespaces)[at].network.egress)[at2].ports : contains(["TCP", "UDP", "SCTP"], item.protocol)], false)] : "${at3} = ${jsonencode(values(values(var.namespaces)[at].network.egress)[at2].ports[at3].protocol)}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }
}

variable "load_balancer_cidrs" {
  description = "Where load balancers are, for `load_balancers`."
  type = object({
    # Blocks of the public subnets.
    internet = optional(list(string), [])
    # Blocks of the private subnets.
    internal = optional(list(string), [])
  })
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for item in var.load_balancer_cidrs.internet : can(regex(
        "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
        item
      ))
    ])
    error_message = join("", [
      "load_balancer_cidrs.internet[*]: expected an IPv4 or IPv6 CIDR block, got ",
      try(
        [
          for at in [index(
            [
              for item in var.load_balancer_cidrs.internet : can(regex(
                "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
                item
              ))
            ],
            false
          )] : "${at} = ${jsonencode(var.load_balancer_cidrs.internet[at])}"
        ][0],
        "another value"
      ),
      " [load-balancer-block]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.load_balancer_cidrs.internal : can(regex(
        "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
        item
      ))
    ])
    error_message = join("", [
      "load_balancer_cidrs.internal[*]: expected an IPv4 or IPv6 CIDR block, got ",
      try(
        [
          for at in [index(
            [
              for item in var.load_balancer_cidrs.internal : can(regex(
                "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
                item
              ))
            ],
            false
          )] : "${at} = ${jsonencode(var.load_balancer_cidrs.internal[at])}"
        ][0],
        "another value"
      ),
      " [internal-load-balancer-block]",
    ])
  }
}

variable "api_server_cidrs" {
  description = "Where pods find the Kubernetes API, for `api_server`: the first address of the block of services, as a block."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition = alltrue([
      for item in var.api_server_cidrs : can(regex(
        "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
        item
      ))
    ])
    error_message = join("", [
      "api_server_cidrs[*]: expected an IPv4 or IPv6 CIDR block, got ",
      try(
        [
          for at in [index(
            [
              for item in var.api_server_cidrs : can(regex(
                "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
                item
              ))
            ],
            false
          )] : "${at} = ${jsonencode(var.api_server_cidrs[at])}"
        ][0],
        "another value"
      ),
      " [api-server-block]",
    ])
  }
}

variable "dns_addresses" {
  description = "Where else pods find names, for `dns`: the address of the Service where CoreDNS is no pod, as on Auto Mode; that of a cache on the node."
  type = object({
    # The blocks.
    cidrs = list(string)
  })
  default = null

  validation {
    condition     = var.dns_addresses == null ? true : length(var.dns_addresses.cidrs) >= 1
    error_message = "dns_addresses.cidrs: expected at least one block, got ${try(length(var.dns_addresses.cidrs), "another value")}; none would be everywhere [dns-blocks]"
  }

  validation {
    condition = (
      var.dns_addresses == null
      ? true
      : alltrue([
        for item in var.dns_addresses.cidrs : can(regex(
          "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
          item
        ))
      ])
    )
    error_message = join("", [
      "dns_addresses.cidrs[*]: expected an IPv4 or IPv6 CIDR block, got ",
      try(
        [
          for at in [index(
            [
              for item in var.dns_addresses.cidrs : can(regex(
                "^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$",
                item
              ))
            ],
            false
          )] : "${at} = ${jsonencode(var.dns_addresses.cidrs[at])}"
        ][0],
        "another value"
      ),
      " [dns-block]",
    ])
  }
}

variable "ip_family" {
  description = "Addresses of pods: decides at which address the node's services answer them. One of `ipv4`, `ipv6`."
  type        = string
  default     = "ipv4"
  nullable    = false

  validation {
    condition     = contains(["ipv4", "ipv6"], var.ip_family)
    error_message = "ip_family: expected one of ipv4, ipv6, got ${jsonencode(var.ip_family)} [choice]"
  }
}

variable "auto_mode_policies" {
  description = "Switches network policies on in a cluster with Auto Mode. Elsewhere the vpc-cni add-on does."
  type        = object({})
  default     = null
}

variable "ready" {
  description = "Ids of what must be there first: the cluster and whom it lets in."
  type        = list(string)
  default     = []
  nullable    = false
}
