variable "name" {
  description = "Name of the release. To change it replaces the release."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$", var.name))
    error_message = "name: expected the name of a release: lower-case letters, digits, hyphens and dots, a letter or digit at both ends, got ${jsonencode(var.name)} [release-name]"
  }

  validation {
    condition     = length(var.name) >= 1 && length(var.name) <= 53
    error_message = "name: expected text of 1 to 53 characters, got ${jsonencode(var.name)}; Helm takes no longer name for a release [release-name-length]"
  }
}

variable "chart" {
  description = "The chart: a published one, or a folder."
  type = object({
    # A chart that somebody publishes.
    published = optional(object({
      # Address of the repository or registry, `https://…` or `oci://…`, without the chart's name.
      # Terraform reads it while it plans.
      repository = string
      # Name of the chart there.
      name = string
      # Version of the chart.
      version = string
    }))
    # A chart of your own beside the configuration. A change of any of its files is a change of the
    # release.
    folder = optional(object({
      # Where it stands, such as `${path.module}/charts/shop`.
      path = string
    }))
  })
  nullable = false

  validation {
    condition = length([
      for given in [var.chart.published != null, var.chart.folder != null] : given
      if given
    ]) == 1
    error_message = join("", [
      "chart: expected either published or folder, got ",
      try(
        jsonencode([
          for name, given in {
            published = var.chart.published != null
            folder    = var.chart.folder != null
          } : name
          if given
        ]),
        "another value"
      ),
      " [release-chart]",
    ])
  }

  validation {
    condition = (
      var.chart.published == null
      ? true
      : can(regex(
        "^(https|oci)://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._/-]*)?$",
        var.chart.published.repository
      ))
    )
    error_message = "chart.published.repository: expected the address of a chart repository, https://… or oci://…, got ${try(jsonencode(var.chart.published.repository), "another value")} [chart-repository]"
  }

  validation {
    condition = (
      var.chart.published == null
      ? true
      : can(regex("^[A-Za-z0-9][A-Za-z0-9._-]*$", var.chart.published.name))
    )
    error_message = "chart.published.name: expected the name of a chart: letters, digits and ._-, got ${try(jsonencode(var.chart.published.name), "another value")} [chart-name]"
  }

  validation {
    condition = (
      var.chart.published == null
      ? true
      : can(regex("^v?[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?$", var.chart.published.version))
    )
    error_message = "chart.published.version: expected an exact version such as 1.2.3, got ${try(jsonencode(var.chart.published.version), "another value")} [chart-version]"
  }

  validation {
    condition     = var.chart.folder == null ? true : can(regex("^[^:]+$", var.chart.folder.path))
    error_message = "chart.folder.path: expected the path of a folder, got ${try(jsonencode(var.chart.folder.path), "another value")} [chart-folder]"
  }
}

variable "namespace" {
  description = "Namespace of the release. It must be there, unless Helm makes it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.namespace))
    error_message = "namespace: expected the name of a namespace: lower-case letters, digits and hyphens, at most 63, got ${jsonencode(var.namespace)} [release-namespace]"
  }
}

variable "values" {
  description = "Values as YAML documents; the last one wins. A plan shows them line by line: no secrets here."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "create_namespace" {
  description = "Lets Helm make the namespace, without labels or rules. It stays when the release goes."
  type        = bool
  default     = false
  nullable    = false
}

variable "secrets" {
  description = "Values that no state and no plan holds, by their path in the chart's values, such as `auth.password`. Read from Secrets Manager while Terraform runs; text to the chart."
  type = map(object({
    # ARN of the secret in Secrets Manager.
    secret_arn = string
    # The key to read where the secret is a JSON object. Null takes it whole.
    json_key = optional(string)
    # Version of the secret. Null takes the current one, whenever the release changes.
    version_id = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for name in keys(var.secrets) : can(regex("^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+|\\[[0-9]+\\])*$", name))
    ])
    error_message = join("", [
      "secrets: expected a map in which each key is the path of a value, such as auth.password, got ",
      try(
        jsonencode([
          for name in keys(var.secrets) : name
          if !can(regex("^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+|\\[[0-9]+\\])*$", name))
        ]),
        "another value"
      ),
      " [release-secret-path]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.secrets : can(regex(
        "^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@*?-]+$",
        item.secret_arn
      ))
    ])
    error_message = join("", [
      "secrets[*].secret_arn: expected the ARN of a secret, got ",
      try(
        [
          for at in [index(
            [
              for item in var.secrets : can(regex(
                "^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@*?-]+$",
                item.secret_arn
              ))
            ],
            false
          )] : "${keys(var.secrets)[at]} = ${jsonencode(values(var.secrets)[at].secret_arn)}"
        ][0],
        "another value"
      ),
      " [release-secret]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.secrets : item.json_key == null ? true : length(item.json_key) >= 1 && length(
        item.json_key
      ) <= 256
    ])
    error_message = join("", [
      "secrets[*].json_key: expected text of 1 to 256 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.secrets : item.json_key == null ? true : length(item.json_key) >= 1 && length(
                item.json_key
              ) <= 256
            ],
            false
          )] : "${keys(var.secrets)[at]} = ${jsonencode(values(var.secrets)[at].json_key)}"
        ][0],
        "another value"
      ),
      " [release-secret-key]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.secrets : item.version_id == null ? true : can(regex(
        "^[A-Za-z0-9-]{32,64}$",
        item.version_id
      ))
    ])
    error_message = join("", [
      "secrets[*].version_id: expected the id of a version, 32 to 64 letters, digits and hyphens, got ",
      try(
        [
          for at in [index(
            [
              for item in var.secrets : item.version_id == null ? true : can(regex(
                "^[A-Za-z0-9-]{32,64}$",
                item.version_id
              ))
            ],
            false
          )] : "${keys(var.secrets)[at]} = ${jsonencode(values(var.secrets)[at].version_id)}"
        ][0],
        "another value"
      ),
      " [release-secret-version]",
    ])
  }
}

variable "secrets_revision" {
  description = "Raise it after a secret has changed without a new version id here: the release gets the secrets of that moment."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition = (
      floor(var.secrets_revision) == var.secrets_revision
      && var.secrets_revision >= 1
      && var.secrets_revision <= 1000000
    )
    error_message = "secrets_revision: expected a whole number from 1 to 1000000, got ${jsonencode(var.secrets_revision)} [release-secrets-revision]"
  }
}

variable "wait" {
  description = "Waits until everything in the release is ready, and takes an install or upgrade back that does not get there. Without, a release is done when the API has taken it."
  type        = bool
  default     = true
  nullable    = false
}

variable "wait_for_jobs" {
  description = "Waits for Jobs too."
  type        = bool
  default     = false
  nullable    = false
}

variable "skip_crds" {
  description = "Leaves out the CustomResourceDefinitions in the chart's folder `crds`. Helm installs them once, and neither upgrades nor deletes them."
  type        = bool
  default     = false
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
