variable "cluster_name" {
  description = "Name of the cluster: part of the names of log groups."
  type        = string
  nullable    = false
}

variable "region" {
  description = "Region of the log groups, or of the OpenSearch domain."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region: expected an AWS region, got ${jsonencode(var.region)} [fluentd-region]"
  }
}

variable "output" {
  description = "Where logs go: one of the three. Each needs an image of its own, which follows."
  type = object({
    # CloudWatch Logs.
    cloud_watch = optional(object({
      # A log group for each stream: `application`, `dataplane`, `host`. A stream without a group is
      # not kept.
      log_groups = optional(map(object({
        # Name of the group. Null makes it `/aws/containerinsights/<cluster>/<stream>`, where
        # Container Insights looks.
        name = optional(string)
        # Days that events are kept; 0 keeps them for ever.
        retention_days = optional(number, 90)
        # KMS key that encrypts the group; its policy must let CloudWatch Logs use it. Null leaves it
        # to AWS.
        kms_key_arn = optional(string)
      })), { application = {}, dataplane = {}, host = {} })
      # What becomes of the groups and their events when this is destroyed. Groups that were kept
      # must be imported before the same is made again. One of `keep`, `drop`.
      on_destroy = string
    }))
    # OpenSearch.
    open_search = optional(object({
      # Host name, without scheme.
      host = string
      # Port.
      port = optional(number, 443)
      # How it is spoken to. `http` sends logs in the open. One of `https`, `http`.
      scheme = optional(string, "https")
      # What the names of the indices begin with; there is one for each day.
      index_prefix = optional(string, "kubernetes")
      # A Secret of the cluster with user and password. Terraform never reads it.
      secret = optional(object({
        # Name of the Secret, in the namespace of the release.
        name = string
        # Key of the user's name.
        user_key = optional(string, "username")
        # Key of the password.
        password_key = optional(string, "password")
      }))
      # A data stream in place of an index for each day. It must be reachable when Fluentd starts.
      data_stream = optional(string)
      # Signs requests with the role of the service account. By IRSA only: the plugin does not find
      # credentials of Pod Identity.
      sig_v4 = optional(object({
        # `es` for a domain of Amazon OpenSearch Service, `aoss` for a serverless collection.
        service = optional(string, "es")
      }))
    }))
    # Elasticsearch.
    elasticsearch = optional(object({
      # Host name, without scheme.
      host = string
      # Port.
      port = optional(number, 443)
      # How it is spoken to. `http` sends logs in the open. One of `https`, `http`.
      scheme = optional(string, "https")
      # What the names of the indices begin with; there is one for each day.
      index_prefix = optional(string, "kubernetes")
      # A Secret of the cluster with user and password. Terraform never reads it.
      secret = optional(object({
        # Name of the Secret, in the namespace of the release.
        name = string
        # Key of the user's name.
        user_key = optional(string, "username")
        # Key of the password.
        password_key = optional(string, "password")
      }))
      # Major version of the server: the client in the image must be of the same. One of `7`, `8`,
      # `9`.
      version = string
    }))
  })
  nullable = false

  validation {
    condition = length([
      for given in [
        var.output.cloud_watch != null,
        var.output.open_search != null,
        var.output.elasticsearch != null,
      ] : given
      if given
    ]) == 1
    error_message = join("", [
      "output: expected exactly one of cloud_watch, open_search, elasticsearch, got ",
      try(
        jsonencode([
          for name, given in {
            cloud_watch   = var.output.cloud_watch != null
            open_search   = var.output.open_search != null
            elasticsearch = var.output.elasticsearch != null
          } : name
          if given
        ]),
        "another value"
      ),
      " [fluentd-output]",
    ])
  }

  validation {
    condition = (
      var.output.cloud_watch == null
      ? true
      : alltrue([
        for name in keys(var.output.cloud_watch.log_groups) : contains(
          ["application", "dataplane", "host"],
          name
        )
      ])
    )
    error_message = join("", [
      "output.cloud_watch.log_groups: expected a map in which each key is one of application, dataplane, host, got ",
      try(
        jsonencode([
          for name in keys(var.output.cloud_watch.log_groups) : name
          if !contains(["application", "dataplane", "host"], name)
        ]),
        "another value"
      ),
      " [fluentd-stream]",
    ])
  }

  validation {
    condition = (
      var.output.cloud_watch == null
      ? true
      : alltrue([
        for item in var.output.cloud_watch.log_groups : item.name == null ? true : can(regex(
          "^[A-Za-z0-9._/#-]{1,512}$",
          item.name
        ))
      ])
    )
    error_message = join("", [
      "output.cloud_watch.log_groups[*].name: expected 1 to 512 letters, digits and ._/#-, got ",
      try(
        [
          for at in [index(
            [
              for item in var.output.cloud_watch.log_groups : item.name == null ? true : can(regex(
                "^[A-Za-z0-9._/#-]{1,512}$",
                item.name
              ))
            ],
            false
          )] : "${keys(var.output.cloud_watch.log_groups)[at]} = ${jsonencode(values(var.output.cloud_watch.log_groups)[at].name)}"
        ][0],
        "another value"
      ),
      " [fluentd-log-group]",
    ])
  }

  validation {
    condition = (
      var.output.cloud_watch == null
      ? true
      : alltrue([
        for item in var.output.cloud_watch.log_groups : contains(
          [
            0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
            3288, 3653,
          ],
          item.retention_days
        )
      ])
    )
    error_message = join("", [
      "output.cloud_watch.log_groups[*].retention_days: expected one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got ",
      try(
        [
          for at in [index(
            [
              for item in var.output.cloud_watch.log_groups : contains(
                [
                  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
                  2922, 3288, 3653,
                ],
                item.retention_days
              )
            ],
            false
          )] : "${keys(var.output.cloud_watch.log_groups)[at]} = ${jsonencode(values(var.output.cloud_watch.log_groups)[at].retention_days)}"
        ][0],
        "another value"
      ),
      "; CloudWatch Logs knows no other [fluentd-log-retention]",
    ])
  }

  validation {
    condition = (
      var.output.cloud_watch == null
      ? true
      : alltrue([
        for item in var.output.cloud_watch.log_groups : item.kms_key_arn == null ? true : can(regex(
          "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
          item.kms_key_arn
        ))
      ])
    )
    error_message = join("", [
      "output.cloud_watch.log_groups[*].kms_key_arn: expected the ARN of a KMS key, got ",
      try(
        [
          for at in [index(
            [
              for item in var.output.cloud_watch.log_groups : item.kms_key_arn == null ? true : can(regex(
                "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$",
                item.kms_key_arn
              ))
            ],
            false
          )] : "${keys(var.output.cloud_watch.log_groups)[at]} = ${jsonencode(values(var.output.cloud_watch.log_groups)[at].kms_key_arn)}"
        ][0],
        "another value"
      ),
      " [fluentd-log-key]",
    ])
  }

  validation {
    condition = (
      var.output.cloud_watch == null
      ? true
      : contains(["keep", "drop"], var.output.cloud_watch.on_destroy)
    )
    error_message = "output.cloud_watch.on_destroy: expected one of keep, drop, got ${try(jsonencode(var.output.cloud_watch.on_destroy), "another value")} [choice]"
  }

  validation {
    condition = (
      var.output.open_search == null
      ? true
      : length([
        for given in [var.output.open_search.secret != null, var.output.open_search.sig_v4 != null] : given
        if given
      ]) <= 1
    )
    error_message = join("", [
      "output.open_search: expected at most one of secret, sig_v4, got ",
      try(
        jsonencode([
          for name, given in {
            secret = var.output.open_search.secret != null
            sig_v4 = var.output.open_search.sig_v4 != null
          } : name
          if given
        ]),
        "another value"
      ),
      " [fluentd-search-authentication]",
    ])
  }

  validation {
    condition = (
      var.output.open_search == null
      ? true
      : can(regex("^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$", var.output.open_search.host))
    )
    error_message = "output.open_search.host: expected a host name without scheme, got ${try(jsonencode(var.output.open_search.host), "another value")} [fluentd-search-host]"
  }

  validation {
    condition = (
      var.output.open_search == null
      ? true
      : floor(var.output.open_search.port) == var.output.open_search.port
      && var.output.open_search.port >= 1
      && var.output.open_search.port <= 65535
    )
    error_message = "output.open_search.port: expected a whole number from 1 to 65535, got ${try(jsonencode(var.output.open_search.port), "another value")} [fluentd-search-port]"
  }

  validation {
    condition = (
      var.output.open_search == null
      ? true
      : contains(["https", "http"], var.output.open_search.scheme)
    )
    error_message = "output.open_search.scheme: expected one of https, http, got ${try(jsonencode(var.output.open_search.scheme), "another value")} [choice]"
  }

  validation {
    condition = (
      var.output.open_search == null
      ? true
      : can(regex("^[a-z0-9][a-z0-9_.-]{0,99}$", var.output.open_search.index_prefix))
    )
    error_message = "output.open_search.index_prefix: expected 1 to 100 lower-case letters, digits and _.-, the first a letter or digit, got ${try(jsonencode(var.output.open_search.index_prefix), "another value")} [fluentd-search-index]"
  }

  validation {
    condition = (
      var.output.open_search == null
      ? true
      : var.output.open_search.secret == null
      ? true
      : can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", var.output.open_search.secret.name))
    )
    error_message = "output.open_search.secret.name: expected the name of a Secret, got ${try(jsonencode(var.output.open_search.secret.name), "another value")} [fluentd-search-secret]"
  }

  validation {
    condition = (
      var.output.open_search == null
      ? true
      : var.output.open_search.secret == null
      ? true
      : can(regex("^[A-Za-z0-9._-]{1,253}$", var.output.open_search.secret.user_key))
    )
    error_message = "output.open_search.secret.user_key: expected a key of letters, digits and ._-, got ${try(jsonencode(var.output.open_search.secret.user_key), "another value")} [fluentd-search-user-key]"
  }

  validation {
    condition = (
      var.output.open_search == null
      ? true
      : var.output.open_search.secret == null
      ? true
      : can(regex("^[A-Za-z0-9._-]{1,253}$", var.output.open_search.secret.password_key))
    )
    error_message = "output.open_search.secret.password_key: expected a key of letters, digits and ._-, got ${try(jsonencode(var.output.open_search.secret.password_key), "another value")} [fluentd-search-password-key]"
  }

  validation {
    condition = (
      var.output.open_search == null
      ? true
      : var.output.open_search.data_stream == null
      ? true
      : can(regex("^[a-z0-9][a-z0-9_.-]{0,99}$", var.output.open_search.data_stream))
    )
    error_message = "output.open_search.data_stream: expected 1 to 100 lower-case letters, digits and _.-, the first a letter or digit, got ${try(jsonencode(var.output.open_search.data_stream), "another value")} [fluentd-data-stream]"
  }

  validation {
    condition = (
      var.output.open_search == null
      ? true
      : var.output.open_search.sig_v4 == null
      ? true
      : contains(["es", "aoss"], var.output.open_search.sig_v4.service)
    )
    error_message = "output.open_search.sig_v4.service: expected one of es, aoss, got ${try(jsonencode(var.output.open_search.sig_v4.service), "another value")} [choice]"
  }

  validation {
    condition = (
      var.output.elasticsearch == null
      ? true
      : can(regex("^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$", var.output.elasticsearch.host))
    )
    error_message = "output.elasticsearch.host: expected a host name without scheme, got ${try(jsonencode(var.output.elasticsearch.host), "another value")} [fluentd-search-host]"
  }

  validation {
    condition = (
      var.output.elasticsearch == null
      ? true
      : floor(var.output.elasticsearch.port) == var.output.elasticsearch.port
      && var.output.elasticsearch.port >= 1
      && var.output.elasticsearch.port <= 65535
    )
    error_message = "output.elasticsearch.port: expected a whole number from 1 to 65535, got ${try(jsonencode(var.output.elasticsearch.port), "another value")} [fluentd-search-port]"
  }

  validation {
    condition = (
      var.output.elasticsearch == null
      ? true
      : contains(["https", "http"], var.output.elasticsearch.scheme)
    )
    error_message = "output.elasticsearch.scheme: expected one of https, http, got ${try(jsonencode(var.output.elasticsearch.scheme), "another value")} [choice]"
  }

  validation {
    condition = (
      var.output.elasticsearch == null
      ? true
      : can(regex("^[a-z0-9][a-z0-9_.-]{0,99}$", var.output.elasticsearch.index_prefix))
    )
    error_message = "output.elasticsearch.index_prefix: expected 1 to 100 lower-case letters, digits and _.-, the first a letter or digit, got ${try(jsonencode(var.output.elasticsearch.index_prefix), "another value")} [fluentd-search-index]"
  }

  validation {
    condition = (
      var.output.elasticsearch == null
      ? true
      : var.output.elasticsearch.secret == null
      ? true
      : can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", var.output.elasticsearch.secret.name))
    )
    error_message = "output.elasticsearch.secret.name: expected the name of a Secret, got ${try(jsonencode(var.output.elasticsearch.secret.name), "another value")} [fluentd-search-secret]"
  }

  validation {
    condition = (
      var.output.elasticsearch == null
      ? true
      : var.output.elasticsearch.secret == null
      ? true
      : can(regex("^[A-Za-z0-9._-]{1,253}$", var.output.elasticsearch.secret.user_key))
    )
    error_message = "output.elasticsearch.secret.user_key: expected a key of letters, digits and ._-, got ${try(jsonencode(var.output.elasticsearch.secret.user_key), "another value")} [fluentd-search-user-key]"
  }

  validation {
    condition = (
      var.output.elasticsearch == null
      ? true
      : var.output.elasticsearch.secret == null
      ? true
      : can(regex("^[A-Za-z0-9._-]{1,253}$", var.output.elasticsearch.secret.password_key))
    )
    error_message = "output.elasticsearch.secret.password_key: expected a key of letters, digits and ._-, got ${try(jsonencode(var.output.elasticsearch.secret.password_key), "another value")} [fluentd-search-password-key]"
  }

  validation {
    condition = (
      var.output.elasticsearch == null
      ? true
      : contains(["7", "8", "9"], var.output.elasticsearch.version)
    )
    error_message = "output.elasticsearch.version: expected one of 7, 8, 9, got ${try(jsonencode(var.output.elasticsearch.version), "another value")} [choice]"
  }
}

variable "containers" {
  description = "Logs of containers."
  type = object({
    # Namespaces whose containers are not read.
    exclude_namespaces = optional(list(string), [])
    # Pods that are not read, by name. `*` stands for any text.
    exclude_pods = optional(list(string), [])
    # Pods with one of these labels are read and dropped. Needs `metadata.pod_labels`.
    exclude_labels = optional(map(string), {})
    # Namespaces whose containers belong to the stream `dataplane`.
    dataplane_namespaces = optional(list(string), ["kube-system"])
    # Adds the fields of messages that are JSON, with `json_` before their names, so that queries
    # find them. The message stays.
    parsed_json = optional(bool, false)
    # What is kept of Kubernetes beside the names of namespace, pod and container.
    metadata = optional(object({
      # Labels of the pod.
      pod_labels = optional(bool, true)
      # Labels of the namespace.
      namespace_labels = optional(bool, false)
      # Image of the container.
      image = optional(bool, true)
      # Annotations of the pod, by patterns.
      annotations = optional(list(string), [])
    }), {})
  })
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for item in var.containers.exclude_namespaces : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item))
    ])
    error_message = join("", [
      "containers.exclude_namespaces[*]: expected the name of a namespace: lower-case letters, digits and hyphens, at most 63, got ",
      try(
        [
          for at in [index(
            [
              for item in var.containers.exclude_namespaces : can(regex(
                "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
                item
              ))
            ],
            false
          )] : "${at} = ${jsonencode(var.containers.exclude_namespaces[at])}"
        ][0],
        "another value"
      ),
      " [fluentd-exclude-namespace]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.containers.exclude_pods : can(regex(
        "^[a-z0-9*?]([a-z0-9.*?-]{0,251}[a-z0-9*?])?$",
        item
      ))
    ])
    error_message = join("", [
      "containers.exclude_pods[*]: expected the name of a pod, or a pattern with * and ?, got ",
      try(
        [
          for at in [index(
            [
              for item in var.containers.exclude_pods : can(regex(
                "^[a-z0-9*?]([a-z0-9.*?-]{0,251}[a-z0-9*?])?$",
                item
              ))
            ],
            false
          )] : "${at} = ${jsonencode(var.containers.exclude_pods[at])}"
        ][0],
        "another value"
      ),
      " [fluentd-exclude-pod]",
    ])
  }

  validation {
    condition = alltrue([
      for name in keys(var.containers.exclude_labels) : can(regex(
        "^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$",
        name
      ))
    ])
    error_message = join("", [
      "containers.exclude_labels: expected a map in which each key is the key of a label, got ",
      try(
        jsonencode([
          for name in keys(var.containers.exclude_labels) : name
          if !can(regex("^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$", name))
        ]),
        "another value"
      ),
      " [fluentd-label-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.containers.exclude_labels : can(regex(
        "^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$",
        item
      ))
    ])
    error_message = join("", [
      "containers.exclude_labels[*]: expected the value of a label, got ",
      try(
        [
          for at in [index(
            [
              for item in var.containers.exclude_labels : can(regex(
                "^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$",
                item
              ))
            ],
            false
          )] : "${keys(var.containers.exclude_labels)[at]} = ${jsonencode(values(var.containers.exclude_labels)[at])}"
        ][0],
        "another value"
      ),
      " [fluentd-label-value]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.containers.dataplane_namespaces : can(regex(
        "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
        item
      ))
    ])
    error_message = join("", [
      "containers.dataplane_namespaces[*]: expected the name of a namespace: lower-case letters, digits and hyphens, at most 63, got ",
      try(
        [
          for at in [index(
            [
              for item in var.containers.dataplane_namespaces : can(regex(
                "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
                item
              ))
            ],
            false
          )] : "${at} = ${jsonencode(var.containers.dataplane_namespaces[at])}"
        ][0],
        "another value"
      ),
      " [fluentd-dataplane-namespace]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.containers.metadata.annotations : can(regex("^[A-Za-z0-9./_^$*+?\\\\-]{1,253}$", item))
    ])
    error_message = join("", [
      "containers.metadata.annotations[*]: expected a regular expression of letters, digits and ./_^$*+?\\-, got ",
      try(
        [
          for at in [index(
            [
              for item in var.containers.metadata.annotations : can(regex(
                "^[A-Za-z0-9./_^$*+?\\\\-]{1,253}$",
                item
              ))
            ],
            false
          )] : "${at} = ${jsonencode(var.containers.metadata.annotations[at])}"
        ][0],
        "another value"
      ),
      " [fluentd-annotation]",
    ])
  }
}

variable "multiline" {
  description = "Messages of several lines, such as stack traces, that become one record; by a name of your own."
  type = map(object({
    # Namespace of the pods.
    namespace = string
    # What the names of the pods begin with. Empty stands for all.
    pod_prefix = optional(string, "")
    # Name of the container. Null stands for all.
    container = optional(string)
    # Regular expression, as Ruby reads it, that the first line of a message fits and no other.
    first_line = string
    # Seconds without a further line after which a message is whole.
    flush_seconds = optional(number, 5)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for name in keys(var.multiline) : can(regex("^[a-z][a-z0-9-]{0,39}$", name))])
    error_message = join("", [
      "multiline: expected a map in which each key is a name of lower-case letters, digits and hyphens, the first a letter, at most 40, got ",
      try(
        jsonencode([for name in keys(var.multiline) : name if !can(regex("^[a-z][a-z0-9-]{0,39}$", name))]),
        "another value"
      ),
      "; it stands in tags and file names [fluentd-lines-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.multiline : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.namespace))
    ])
    error_message = join("", [
      "multiline[*].namespace: expected the name of a namespace: lower-case letters, digits and hyphens, at most 63, got ",
      try(
        [
          for at in [index(
            [for item in var.multiline : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.namespace))],
            false
          )] : "${keys(var.multiline)[at]} = ${jsonencode(values(var.multiline)[at].namespace)}"
        ][0],
        "another value"
      ),
      " [fluentd-lines-namespace]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.multiline : can(regex("^([a-z0-9][a-z0-9-]{0,200})?$", item.pod_prefix))
    ])
    error_message = join("", [
      "multiline[*].pod_prefix: expected the beginning of a pod's name, without dots, got ",
      try(
        [
          for at in [index(
            [for item in var.multiline : can(regex("^([a-z0-9][a-z0-9-]{0,200})?$", item.pod_prefix))],
            false
          )] : "${keys(var.multiline)[at]} = ${jsonencode(values(var.multiline)[at].pod_prefix)}"
        ][0],
        "another value"
      ),
      " [fluentd-lines-pod]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.multiline : item.container == null ? true : can(regex(
        "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
        item.container
      ))
    ])
    error_message = join("", [
      "multiline[*].container: expected the name of a container, got ",
      try(
        [
          for at in [index(
            [
              for item in var.multiline : item.container == null ? true : can(regex(
                "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
                item.container
              ))
            ],
            false
          )] : "${keys(var.multiline)[at]} = ${jsonencode(values(var.multiline)[at].container)}"
        ][0],
        "another value"
      ),
      " [fluentd-lines-container]",
    ])
  }

  validation {
    condition = alltrue([for item in var.multiline : can(regex("^[^\\x00-\\x1f]{1,500}$", item.first_line))])
    error_message = join("", [
      "multiline[*].first_line: expected a regular expression on one line, of at most 500 characters, got ",
      try(
        [
          for at in [index(
            [for item in var.multiline : can(regex("^[^\\x00-\\x1f]{1,500}$", item.first_line))],
            false
          )] : "${keys(var.multiline)[at]} = ${jsonencode(values(var.multiline)[at].first_line)}"
        ][0],
        "another value"
      ),
      " [fluentd-first-line]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.multiline : floor(
        item.flush_seconds
      ) == item.flush_seconds && item.flush_seconds >= 1 && item.flush_seconds <= 60
    ])
    error_message = join("", [
      "multiline[*].flush_seconds: expected a whole number from 1 to 60, got ",
      try(
        [
          for at in [index(
            [
              for item in var.multiline : floor(
                item.flush_seconds
              ) == item.flush_seconds && item.flush_seconds >= 1 && item.flush_seconds <= 60
            ],
            false
          )] : "${keys(var.multiline)[at]} = ${jsonencode(values(var.multiline)[at].flush_seconds)}"
        ][0],
        "another value"
      ),
      " [fluentd-lines-flush]",
    ])
  }
}

variable "journal" {
  description = "What is read of the node's journal, by a name of your own. AL2023 and Bottlerocket have both units, and no text files of the system."
  type = map(object({
    # The stream that it belongs to. One of `dataplane`, `host`.
    stream = string
    # Entries that are read: those that fit one of these, each in all its fields.
    matches = list(map(string))
  }))
  default = {
    kubelet    = { stream = "dataplane", matches = [{ _SYSTEMD_UNIT = "kubelet.service" }] }
    containerd = { stream = "dataplane", matches = [{ _SYSTEMD_UNIT = "containerd.service" }] }
    kernel     = { stream = "host", matches = [{ _TRANSPORT = "kernel" }] }
  }
  nullable = false

  validation {
    condition = alltrue([for name in keys(var.journal) : can(regex("^[a-z][a-z0-9-]{0,39}$", name))])
    error_message = join("", [
      "journal: expected a map in which each key is a name of lower-case letters, digits and hyphens, the first a letter, at most 40, got ",
      try(
        jsonencode([for name in keys(var.journal) : name if !can(regex("^[a-z][a-z0-9-]{0,39}$", name))]),
        "another value"
      ),
      "; it stands in tags and file names [fluentd-journal-name]",
    ])
  }

  validation {
    condition = alltrue([for item in var.journal : contains(["dataplane", "host"], item.stream)])
    error_message = join("", [
      "journal[*].stream: expected one of dataplane, host, got ",
      try(
        [
          for at in [index(
            [for item in var.journal : contains(["dataplane", "host"], item.stream)],
            false
          )] : "${keys(var.journal)[at]} = ${jsonencode(values(var.journal)[at].stream)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([for item in var.journal : length(item.matches) >= 1 && length(item.matches) <= 20])
    error_message = join("", [
      "journal[*].matches: expected 1 to 20 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.journal : length(item.matches) >= 1 && length(item.matches) <= 20],
            false
          )] : "${keys(var.journal)[at]} = ${length(values(var.journal)[at].matches)}"
        ][0],
        "another value"
      ),
      " [fluentd-journal-matches]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.journal : alltrue([
        for item2 in item.matches : length(item2) >= 1 && length(item2) <= 20
      ])
    ])
    error_message = join("", [
      "journal[*].matches[*]: expected 1 to 20 elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.journal : alltrue([
                for item2 in item.matches : length(item2) >= 1 && length(item2) <= 20
              ])
            ],
            false
          )] : "${keys(var.journal)[at]} = ${[for at2 in [index([for item in values(var.journal)[at].matches : length(item) >= 1 && length(item) <= 20], false)] : "${at2} = ${length(values(var.journal)[at].matches[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [fluentd-journal-fields]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.journal : alltrue([
        for item2 in item.matches : alltrue([
          for name in keys(item2) : can(regex("^[A-Z_][A-Z0-9_]{0,63}$", name))
        ])
      ])
    ])
    error_message = join("", [
      "journal[*].matches[*]: expected a map in which each key is a field of the journal, in capitals, got ",
      try(
        [
          for at in [index(
            [
              for item in var.journal : alltrue([
                for item2 in item.matches : alltrue([
                  for name in keys(item2) : can(regex("^[A-Z_][A-Z0-9_]{0,63}$", name))
                ])
              ])
            ],
            false
          )] : "${keys(var.journal)[at]} = ${[for at2 in [index([for item in values(var.journal)[at].matches : alltrue([for name in keys(item) : can(regex("^[A-Z_][A-Z0-9_]{0,63}$", name))])], false)] : "${at2} = ${jsonencode([for name in keys(values(var.journal)[at].matches[at2]) : name if !can(regex("^[A-Z_][A-Z0-9_]{0,63}$", name))])}"][0]}"
        ][0],
        "another value"
      ),
      " [fluentd-journal-field]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.journal : alltrue([
        for item2 in item.matches : alltrue([
          for item3 in item2 : can(regex("^[A-Za-z0-9_.@:/-]{1,200}$", item3))
        ])
      ])
    ])
    error_message = join("", [
      "journal[*].matches[*][*]: expected 1 to 200 letters, digits and _.@:/-, got ",
      try(
        [
          for at in [index(
            [
              for item in var.journal : alltrue([
                for item2 in item.matches : alltrue([
                  for item3 in item2 : can(regex("^[A-Za-z0-9_.@:/-]{1,200}$", item3))
                ])
              ])
            ],
            false
          )] : "${keys(var.journal)[at]} = ${[for at2 in [index([for item in values(var.journal)[at].matches : alltrue([for item2 in item : can(regex("^[A-Za-z0-9_.@:/-]{1,200}$", item2))])], false)] : "${at2} = ${[for at3 in [index([for item in values(var.journal)[at].matches[at2] : can(regex("^[A-Za-z0-9_.@:/-]{1,200}$", item))], false)] : "${keys(values(var.journal)[at].matches[at2])[at3]} = ${jsonencode(values(values(var.journal)[at].matches[at2])[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      " [fluentd-journal-value]",
    ])
  }
}

variable "journal_path" {
  description = "Where the nodes keep their journal. AL2023 and Bottlerocket keep it on disk; `/run` is for images of your own that do not. One of `/var/log/journal`, `/run/log/journal`."
  type        = string
  default     = "/var/log/journal"
  nullable    = false

  validation {
    condition     = contains(["/var/log/journal", "/run/log/journal"], var.journal_path)
    error_message = "journal_path: expected one of /var/log/journal, /run/log/journal, got ${jsonencode(var.journal_path)} [choice]"
  }
}

variable "files" {
  description = "Further text files of the node, by a name of your own."
  type = map(object({
    # The stream that it belongs to. One of `dataplane`, `host`.
    stream = string
    # Files, by path or pattern.
    paths = list(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for name in keys(var.files) : can(regex("^[a-z][a-z0-9-]{0,39}$", name))])
    error_message = join("", [
      "files: expected a map in which each key is a name of lower-case letters, digits and hyphens, the first a letter, at most 40, got ",
      try(
        jsonencode([for name in keys(var.files) : name if !can(regex("^[a-z][a-z0-9-]{0,39}$", name))]),
        "another value"
      ),
      "; it stands in tags and file names [fluentd-file-name]",
    ])
  }

  validation {
    condition = alltrue([for item in var.files : contains(["dataplane", "host"], item.stream)])
    error_message = join("", [
      "files[*].stream: expected one of dataplane, host, got ",
      try(
        [
          for at in [index(
            [for item in var.files : contains(["dataplane", "host"], item.stream)],
            false
          )] : "${keys(var.files)[at]} = ${jsonencode(values(var.files)[at].stream)}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }

  validation {
    condition = alltrue([for item in var.files : length(item.paths) >= 1 && length(item.paths) <= 20])
    error_message = join("", [
      "files[*].paths: expected 1 to 20 elements, got ",
      try(
        [
          for at in [index(
            [for item in var.files : length(item.paths) >= 1 && length(item.paths) <= 20],
            false
          )] : "${keys(var.files)[at]} = ${length(values(var.files)[at].paths)}"
        ][0],
        "another value"
      ),
      " [fluentd-files]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.files : alltrue([
        for item2 in item.paths : can(regex("^/var/log/[A-Za-z0-9._/*?-]{1,200}$", item2))
      ])
    ])
    error_message = join("", [
      "files[*].paths[*]: expected a path below /var/log, with * and ? as patterns, got ",
      try(
        [
          for at in [index(
            [
              for item in var.files : alltrue([
                for item2 in item.paths : can(regex("^/var/log/[A-Za-z0-9._/*?-]{1,200}$", item2))
              ])
            ],
            false
          )] : "${keys(var.files)[at]} = ${[for at2 in [index([for item in values(var.files)[at].paths : can(regex("^/var/log/[A-Za-z0-9._/*?-]{1,200}$", item))], false)] : "${at2} = ${jsonencode(values(var.files)[at].paths[at2])}"][0]}"
        ][0],
        "another value"
      ),
      "; nothing else of the node is mounted [fluentd-file]",
    ])
  }
}

variable "buffer" {
  description = "What waits on the node, below `/var/log/fluentd`."
  type = object({
    # MiB of the node's disk that each stream may hold while its output is away. When they are full,
    # reading waits.
    mib = optional(number, 1024)
    # Seconds after which records leave.
    flush_seconds = optional(number, 5)
  })
  default  = {}
  nullable = false

  validation {
    condition     = floor(var.buffer.mib) == var.buffer.mib && var.buffer.mib >= 64 && var.buffer.mib <= 65536
    error_message = "buffer.mib: expected a whole number from 64 to 65536, got ${try(jsonencode(var.buffer.mib), "another value")} [fluentd-buffer]"
  }

  validation {
    condition = (
      floor(var.buffer.flush_seconds) == var.buffer.flush_seconds
      && var.buffer.flush_seconds >= 1
      && var.buffer.flush_seconds <= 300
    )
    error_message = "buffer.flush_seconds: expected a whole number from 1 to 300, got ${try(jsonencode(var.buffer.flush_seconds), "another value")} [fluentd-flush]"
  }
}

variable "resources" {
  description = "What a pod asks for and may use."
  type = object({
    # What a node keeps free for a pod.
    requests = optional(map(string), { cpu = "100m", memory = "256Mi" })
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
  default  = [{ operator = "Exists" }]
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

variable "priority_class_name" {
  description = "Priority class of the pods."
  type        = string
  default     = "system-node-critical"
  nullable    = false
}

variable "update_percent" {
  description = "Percent of the nodes on which it is replaced at a time. A node without it loses nothing: logs wait in their files."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition = (
      floor(var.update_percent) == var.update_percent
      && var.update_percent >= 1
      && var.update_percent <= 100
    )
    error_message = "update_percent: expected a whole number from 1 to 100, got ${jsonencode(var.update_percent)} [fluentd-update]"
  }
}

variable "image_repository" {
  description = "Repository of the image: a copy of your own where Docker Hub is out of reach. The tag follows from chart and output."
  type        = string
  default     = "fluent/fluentd-kubernetes-daemonset"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9.-]+(:[0-9]+)?(/[a-z0-9._-]+)+$", var.image_repository))
    error_message = "image_repository: expected a repository of images, without tag, got ${jsonencode(var.image_repository)} [fluentd-image]"
  }
}

variable "service_account" {
  description = "Name of the service account that is made."
  type        = string
  default     = "fluentd"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", var.service_account))
    error_message = "service_account: expected the name of a service account, got ${jsonencode(var.service_account)} [fluentd-service-account]"
  }
}

variable "service_account_annotations" {
  description = "Annotations of the service account: the role, where it comes by IRSA. An element of the output of `workload-identity` of this name."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "repository" {
  description = "Repository of the chart, `https://…` or `oci://…`: a mirror of your own where the public one is out of reach. Terraform reads it while it plans."
  type        = string
  default     = "https://fluent.github.io/helm-charts"
  nullable    = false

  validation {
    condition     = can(regex("^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._/-]*)?$", var.repository))
    error_message = "repository: expected the address of a chart repository, https://… or oci://…, got ${jsonencode(var.repository)} [chart-repository]"
  }
}

variable "chart_version" {
  description = "Version of the chart."
  type        = string
  default     = "0.6.0"
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

variable "tags" {
  description = "Tags of the log groups."
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
