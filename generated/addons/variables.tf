variable "cluster_name" {
  description = "Name of the cluster."
  type        = string
  nullable    = false
}

variable "addons" {
  description = "Add-ons by the name that EKS gives them. Nodes wait for those that stand before nodes, and the others wait for nodes."
  type        = map(object({ version = optional(string), configuration_values = optional(string), resolve_conflicts_on_create = optional(string, "OVERWRITE"), resolve_conflicts_on_update = optional(string, "OVERWRITE"), preserve = optional(bool, false), role_arn = optional(string), phase = optional(string) }))
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.addons) : can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", name))])
    error_message = "addons: expected a map in which each key is the name of an EKS add-on, of letters, digits, hyphens and underscores, got ${try(jsonencode([for name in keys(var.addons) : name if !(can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", name)))]), "another value")} [addon-name]"
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.version == null ? true : can(regex(
        "^v(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?$",
        item.version
      ))
    ])
    error_message = "addons[*].version: expected a version such as v1.20.4-eksbuild.1, got ${try([for at in [index([for item in var.addons : item.version == null ? true : can(regex("^v(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?$", item.version))], false)] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].version)}"][0], "another value")} [addon-version]"
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.configuration_values == null ? true : can(keys(jsondecode(
        item.configuration_values
      )))
    ])
    error_message = "addons[*].configuration_values: expected text with a JSON object, got ${try([for at in [index([for item in var.addons : item.configuration_values == null ? true : can(keys(jsondecode(item.configuration_values)))], false)] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].configuration_values)}"][0], "another value")} [addon-configuration]"
  }

  validation {
    condition = alltrue([
      for item in var.addons : contains(["NONE", "OVERWRITE"], item.resolve_conflicts_on_create)
    ])
    error_message = "addons[*].resolve_conflicts_on_create: expected one of NONE, OVERWRITE, got ${try([for at in [index([for item in var.addons : contains(["NONE", "OVERWRITE"], item.resolve_conflicts_on_create)], false)] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].resolve_conflicts_on_create)}"][0], "another value")} [choice]"
  }

  validation {
    condition = alltrue([
      for item in var.addons : contains(["NONE", "OVERWRITE", "PRESERVE"], item.resolve_conflicts_on_update)
    ])
    error_message = "addons[*].resolve_conflicts_on_update: expected one of NONE, OVERWRITE, PRESERVE, got ${try([for at in [index([for item in var.addons : contains(["NONE", "OVERWRITE", "PRESERVE"], item.resolve_conflicts_on_update)], false)] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].resolve_conflicts_on_update)}"][0], "another value")} [choice]"
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.role_arn == null ? true : can(regex(
        "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$",
        item.role_arn
      ))
    ])
    error_message = "addons[*].role_arn: expected the ARN of an IAM role, got ${try([for at in [index([for item in var.addons : item.role_arn == null ? true : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$", item.role_arn))], false)] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].role_arn)}"][0], "another value")} [addon-role]"
  }

  validation {
    condition = alltrue([
      for item in var.addons : item.phase == null ? true : contains(["beforeNodes", "afterNodes"], item.phase)
    ])
    error_message = "addons[*].phase: expected one of beforeNodes, afterNodes, got ${try([for at in [index([for item in var.addons : item.phase == null ? true : contains(["beforeNodes", "afterNodes"], item.phase)], false)] : "${keys(var.addons)[at]} = ${jsonencode(values(var.addons)[at].phase)}"][0], "another value")} [choice]"
  }
}

variable "nodes_ready" {
  description = "Ids of the nodes that the add-ons after nodes need: their pods would find no place and the add-on would be reported degraded."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "tags" {
  description = "Tags of the add-ons."
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
