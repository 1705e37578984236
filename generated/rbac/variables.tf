variable "cluster_roles" {
  description = "Roles by name. They allow nothing until they are bound."
  type = map(object({
    # What it allows.
    rules = list(object({
      # API groups. Null: the core group, which is that of pods and services.
      api_groups = optional(list(string))
      # Every API group, with the reason.
      any_api_group = optional(object({
        # Why.
        because = string
      }))
      # Resources, in the plural.
      resources = optional(list(string))
      # Every resource, with the reason.
      any_resource = optional(object({
        # Why.
        because = string
      }))
      # Names of the objects. Null: all of them. Lists and watches know no names.
      resource_names = optional(list(string))
      # Paths of the API that are no resources. Only in the whole cluster.
      urls = optional(list(string))
      # What may be done: get, list, watch, create, update, patch, delete …
      verbs = optional(list(string))
      # Everything may be done, with the reason.
      any_verb = optional(object({
        # Why.
        because = string
      }))
    }))
    # Roles of Kubernetes that allow the same from now on, such as `view` for custom resources. Any
    # of `view`, `edit`, `admin`.
    aggregated_to = optional(list(string), [])
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for name in keys(var.cluster_roles) : can(regex("^[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$", name))
    ])
    error_message = join("", [
      "cluster_roles: expected a map in which each key is lower-case letters, digits, hyphens, dots and colons, got ",
      try(
        jsonencode([
          for name in keys(var.cluster_roles) : name
          if !can(regex("^[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$", name))
        ]),
        "another value"
      ),
      " [rbac-own-role-name]",
    ])
  }

  validation {
    condition = alltrue([
      for name in keys(var.cluster_roles) : !contains(["cluster-admin", "admin", "edit", "view"], name)
    ])
    error_message = join("", [
      "cluster_roles: expected a map in which each key is anything but cluster-admin, admin, edit, view, got ",
      try(
        jsonencode([
          for name in keys(var.cluster_roles) : name
          if contains(["cluster-admin", "admin", "edit", "view"], name)
        ]),
        "another value"
      ),
      "; Kubernetes has those itself [rbac-own-role-reserved]",
    ])
  }

  validation {
    condition = alltrue([for name in keys(var.cluster_roles) : !startswith(name, "system:")])
    error_message = join("", [
      "cluster_roles: expected a map in which each key is text that does not begin with system:, got ",
      try(
        jsonencode([for name in keys(var.cluster_roles) : name if startswith(name, "system:")]),
        "another value"
      ),
      "; those are Kubernetes's [rbac-own-role-system]",
    ])
  }

  validation {
    condition = alltrue([for item in var.cluster_roles : length(item.rules) >= 1])
    error_message = join("", [
      "cluster_roles[*].rules: expected at least one rule, got ",
      try(
        [
          for at in [index(
            [for item in var.cluster_roles : length(item.rules) >= 1],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${length(values(var.cluster_roles)[at].rules)}"
        ][0],
        "another value"
      ),
      " [rbac-rules]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : length([
          for given in [item2.resources != null, item2.any_resource != null, item2.urls != null] : given
          if given
        ]) == 1
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*]: expected exactly one of resources, any_resource, urls, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : length([
                  for given in [
                    item2.resources != null,
                    item2.any_resource != null,
                    item2.urls != null,
                  ] : given
                  if given
                ]) == 1
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : length([for given in [item.resources != null, item.any_resource != null, item.urls != null] : given if given]) == 1], false)] : "${at2} = ${jsonencode([for name, given in { resources = values(var.cluster_roles)[at].rules[at2].resources != null, any_resource = values(var.cluster_roles)[at].rules[at2].any_resource != null, urls = values(var.cluster_roles)[at].rules[at2].urls != null } : name if given])}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-rule-object]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : length([
          for given in [item2.verbs != null, item2.any_verb != null] : given
          if given
        ]) == 1
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*]: expected either verbs or any_verb, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : length([
                  for given in [item2.verbs != null, item2.any_verb != null] : given
                  if given
                ]) == 1
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : length([for given in [item.verbs != null, item.any_verb != null] : given if given]) == 1], false)] : "${at2} = ${jsonencode([for name, given in { verbs = values(var.cluster_roles)[at].rules[at2].verbs != null, any_verb = values(var.cluster_roles)[at].rules[at2].any_verb != null } : name if given])}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-rule-verb]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : length([
          for given in [item2.api_groups != null, item2.any_api_group != null] : given
          if given
        ]) <= 1
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*]: expected at most one of api_groups, any_api_group, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : length([
                  for given in [item2.api_groups != null, item2.any_api_group != null] : given
                  if given
                ]) <= 1
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : length([for given in [item.api_groups != null, item.any_api_group != null] : given if given]) <= 1], false)] : "${at2} = ${jsonencode([for name, given in { api_groups = values(var.cluster_roles)[at].rules[at2].api_groups != null, any_api_group = values(var.cluster_roles)[at].rules[at2].any_api_group != null } : name if given])}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-rule-group]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : length([
          for given in [item2.resource_names != null, item2.urls != null] : given
          if given
        ]) <= 1
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*]: expected at most one of resource_names, urls, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : length([
                  for given in [item2.resource_names != null, item2.urls != null] : given
                  if given
                ]) <= 1
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : length([for given in [item.resource_names != null, item.urls != null] : given if given]) <= 1], false)] : "${at2} = ${jsonencode([for name, given in { resource_names = values(var.cluster_roles)[at].rules[at2].resource_names != null, urls = values(var.cluster_roles)[at].rules[at2].urls != null } : name if given])}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-rule-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.api_groups == null ? true : length(item2.api_groups) >= 1
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].api_groups: expected at least one, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.api_groups == null ? true : length(item2.api_groups) >= 1
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.api_groups == null ? true : length(item.api_groups) >= 1], false)] : "${at2} = ${length(values(var.cluster_roles)[at].rules[at2].api_groups)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-api-groups]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.api_groups == null ? true : length(distinct(item2.api_groups)) == length(
          item2.api_groups
        )
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].api_groups: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.api_groups == null ? true : length(distinct(item2.api_groups)) == length(
                  item2.api_groups
                )
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.api_groups == null ? true : length(distinct(item.api_groups)) == length(item.api_groups)], false)] : "${at2} = ${jsonencode(values(var.cluster_roles)[at].rules[at2].api_groups)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-api-groups-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.api_groups == null ? true : alltrue([
          for item3 in item2.api_groups : can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?)?$", item3))
        ])
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].api_groups[*]: expected an API group such as apps, or nothing for the core group, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.api_groups == null ? true : alltrue([
                  for item3 in item2.api_groups : can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?)?$", item3))
                ])
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.api_groups == null ? true : alltrue([for item2 in item.api_groups : can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?)?$", item2))])], false)] : "${at2} = ${[for at3 in [index([for item in values(var.cluster_roles)[at].rules[at2].api_groups : can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?)?$", item))], false)] : "${at3} = ${jsonencode(values(var.cluster_roles)[at].rules[at2].api_groups[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      "; everything is said by a word of its own, with the reason [rbac-api-group]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.any_api_group == null ? true : can(regex(
          "\\S",
          item2.any_api_group.because
        ))
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].any_api_group.because: expected a reason, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.any_api_group == null ? true : can(regex(
                  "\\S",
                  item2.any_api_group.because
                ))
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.any_api_group == null ? true : can(regex("\\S", item.any_api_group.because))], false)] : "${at2} = ${jsonencode(values(var.cluster_roles)[at].rules[at2].any_api_group.because)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-any-api-group]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.resources == null ? true : length(item2.resources) >= 1
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].resources: expected at least one, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.resources == null ? true : length(item2.resources) >= 1
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.resources == null ? true : length(item.resources) >= 1], false)] : "${at2} = ${length(values(var.cluster_roles)[at].rules[at2].resources)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-resources]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.resources == null ? true : length(distinct(item2.resources)) == length(
          item2.resources
        )
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].resources: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.resources == null ? true : length(distinct(item2.resources)) == length(
                  item2.resources
                )
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.resources == null ? true : length(distinct(item.resources)) == length(item.resources)], false)] : "${at2} = ${jsonencode(values(var.cluster_roles)[at].rules[at2].resources)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-resources-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.resources == null ? true : alltrue([
          for item3 in item2.resources : can(regex("^[a-z][a-z0-9.-]*(/[a-z]+)?$", item3))
        ])
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].resources[*]: expected a resource such as pods or pods/log, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.resources == null ? true : alltrue([
                  for item3 in item2.resources : can(regex("^[a-z][a-z0-9.-]*(/[a-z]+)?$", item3))
                ])
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.resources == null ? true : alltrue([for item2 in item.resources : can(regex("^[a-z][a-z0-9.-]*(/[a-z]+)?$", item2))])], false)] : "${at2} = ${[for at3 in [index([for item in values(var.cluster_roles)[at].rules[at2].resources : can(regex("^[a-z][a-z0-9.-]*(/[a-z]+)?$", item))], false)] : "${at3} = ${jsonencode(values(var.cluster_roles)[at].rules[at2].resources[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      "; everything is said by a word of its own, with the reason [rbac-resource]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.any_resource == null ? true : can(regex(
          "\\S",
          item2.any_resource.because
        ))
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].any_resource.because: expected a reason, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.any_resource == null ? true : can(regex(
                  "\\S",
                  item2.any_resource.because
                ))
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.any_resource == null ? true : can(regex("\\S", item.any_resource.because))], false)] : "${at2} = ${jsonencode(values(var.cluster_roles)[at].rules[at2].any_resource.because)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-any-resource]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.resource_names == null ? true : length(item2.resource_names) >= 1
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].resource_names: expected at least one, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.resource_names == null ? true : length(
                  item2.resource_names
                ) >= 1
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.resource_names == null ? true : length(item.resource_names) >= 1], false)] : "${at2} = ${length(values(var.cluster_roles)[at].rules[at2].resource_names)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-resource-names]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.resource_names == null ? true : length(distinct(item2.resource_names)) == length(
          item2.resource_names
        )
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].resource_names: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.resource_names == null ? true : length(distinct(item2.resource_names)) == length(
                  item2.resource_names
                )
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.resource_names == null ? true : length(distinct(item.resource_names)) == length(item.resource_names)], false)] : "${at2} = ${jsonencode(values(var.cluster_roles)[at].rules[at2].resource_names)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-resource-names-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.resource_names == null ? true : alltrue([
          for item3 in item2.resource_names : can(regex("^[^\\s*]+$", item3))
        ])
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].resource_names[*]: expected the name of an object, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.resource_names == null ? true : alltrue([
                  for item3 in item2.resource_names : can(regex("^[^\\s*]+$", item3))
                ])
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.resource_names == null ? true : alltrue([for item2 in item.resource_names : can(regex("^[^\\s*]+$", item2))])], false)] : "${at2} = ${[for at3 in [index([for item in values(var.cluster_roles)[at].rules[at2].resource_names : can(regex("^[^\\s*]+$", item))], false)] : "${at3} = ${jsonencode(values(var.cluster_roles)[at].rules[at2].resource_names[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      "; everything is said by a word of its own, with the reason [rbac-resource-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.urls == null ? true : length(item2.urls) >= 1
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].urls: expected at least one, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.urls == null ? true : length(item2.urls) >= 1
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.urls == null ? true : length(item.urls) >= 1], false)] : "${at2} = ${length(values(var.cluster_roles)[at].rules[at2].urls)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-urls]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.urls == null ? true : length(distinct(item2.urls)) == length(item2.urls)
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].urls: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.urls == null ? true : length(distinct(item2.urls)) == length(item2.urls)
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.urls == null ? true : length(distinct(item.urls)) == length(item.urls)], false)] : "${at2} = ${jsonencode(values(var.cluster_roles)[at].rules[at2].urls)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-urls-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.urls == null ? true : alltrue([
          for item3 in item2.urls : can(regex("^/[A-Za-z0-9/._-]*\\*?$", item3))
        ])
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].urls[*]: expected a path such as /metrics, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.urls == null ? true : alltrue([
                  for item3 in item2.urls : can(regex("^/[A-Za-z0-9/._-]*\\*?$", item3))
                ])
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.urls == null ? true : alltrue([for item2 in item.urls : can(regex("^/[A-Za-z0-9/._-]*\\*?$", item2))])], false)] : "${at2} = ${[for at3 in [index([for item in values(var.cluster_roles)[at].rules[at2].urls : can(regex("^/[A-Za-z0-9/._-]*\\*?$", item))], false)] : "${at3} = ${jsonencode(values(var.cluster_roles)[at].rules[at2].urls[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      "; everything is said by a word of its own, with the reason [rbac-url]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.verbs == null ? true : length(item2.verbs) >= 1
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].verbs: expected at least one, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.verbs == null ? true : length(item2.verbs) >= 1
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.verbs == null ? true : length(item.verbs) >= 1], false)] : "${at2} = ${length(values(var.cluster_roles)[at].rules[at2].verbs)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-verbs]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.verbs == null ? true : length(distinct(item2.verbs)) == length(
          item2.verbs
        )
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].verbs: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.verbs == null ? true : length(distinct(item2.verbs)) == length(
                  item2.verbs
                )
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.verbs == null ? true : length(distinct(item.verbs)) == length(item.verbs)], false)] : "${at2} = ${jsonencode(values(var.cluster_roles)[at].rules[at2].verbs)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-verbs-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.verbs == null ? true : alltrue([
          for item3 in item2.verbs : can(regex("^[a-z]+$", item3))
        ])
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].verbs[*]: expected a verb such as get, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.verbs == null ? true : alltrue([
                  for item3 in item2.verbs : can(regex("^[a-z]+$", item3))
                ])
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.verbs == null ? true : alltrue([for item2 in item.verbs : can(regex("^[a-z]+$", item2))])], false)] : "${at2} = ${[for at3 in [index([for item in values(var.cluster_roles)[at].rules[at2].verbs : can(regex("^[a-z]+$", item))], false)] : "${at3} = ${jsonencode(values(var.cluster_roles)[at].rules[at2].verbs[at3])}"][0]}"][0]}"
        ][0],
        "another value"
      ),
      "; everything is said by a word of its own, with the reason [rbac-verb]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.rules : item2.any_verb == null ? true : can(regex("\\S", item2.any_verb.because))
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].rules[*].any_verb.because: expected a reason, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.rules : item2.any_verb == null ? true : can(regex(
                  "\\S",
                  item2.any_verb.because
                ))
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].rules : item.any_verb == null ? true : can(regex("\\S", item.any_verb.because))], false)] : "${at2} = ${jsonencode(values(var.cluster_roles)[at].rules[at2].any_verb.because)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-any-verb]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : length(distinct(item.aggregated_to)) == length(item.aggregated_to)
    ])
    error_message = join("", [
      "cluster_roles[*].aggregated_to: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : length(distinct(item.aggregated_to)) == length(
                item.aggregated_to
              )
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${jsonencode(values(var.cluster_roles)[at].aggregated_to)}"
        ][0],
        "another value"
      ),
      " [rbac-aggregated-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.cluster_roles : alltrue([
        for item2 in item.aggregated_to : contains(["view", "edit", "admin"], item2)
      ])
    ])
    error_message = join("", [
      "cluster_roles[*].aggregated_to[*]: expected one of view, edit, admin, got ",
      try(
        [
          for at in [index(
            [
              for item in var.cluster_roles : alltrue([
                for item2 in item.aggregated_to : contains(["view", "edit", "admin"], item2)
              ])
            ],
            false
          )] : "${keys(var.cluster_roles)[at]} = ${[for at2 in [index([for item in values(var.cluster_roles)[at].aggregated_to : contains(["view", "edit", "admin"], item)], false)] : "${at2} = ${jsonencode(values(var.cluster_roles)[at].aggregated_to[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [choice]",
    ])
  }
}

variable "bindings" {
  description = "Who has which role where, by a name of yours."
  type = map(object({
    # The role: one of `cluster_roles`, `view`, `edit` or `admin`, or one that a chart makes. To
    # change it replaces the binding.
    cluster_role = string
    # Who has it.
    to = list(object({
      # Group of access entries or of an identity provider.
      group = optional(string)
      # User name of an access entry.
      user = optional(string)
      service_account = optional(object({
        # Its namespace.
        namespace = string
        # Its name.
        name = string
      }))
      # All service accounts of this namespace.
      service_accounts_of = optional(string)
    }))
    # Namespaces in which it holds.
    namespaces = optional(list(string))
    # It holds in the whole cluster, also in namespaces to come.
    cluster_wide = optional(object({}))
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for name in keys(var.bindings) : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", name))
    ])
    error_message = join("", [
      "bindings: expected a map in which each key is lower-case letters, digits and hyphens, at most 63, got ",
      try(
        jsonencode([
          for name in keys(var.bindings) : name
          if !can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", name))
        ]),
        "another value"
      ),
      " [rbac-binding-name]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : length([
        for given in [item.namespaces != null, item.cluster_wide != null] : given
        if given
      ]) == 1
    ])
    error_message = join("", [
      "bindings[*]: expected either namespaces or cluster_wide, got ",
      try(
        [
          for at in [index(
            [
              for item in var.bindings : length([
                for given in [item.namespaces != null, item.cluster_wide != null] : given
                if given
              ]) == 1
            ],
            false
          )] : "${keys(var.bindings)[at]} = ${jsonencode([for name, given in { namespaces = values(var.bindings)[at].namespaces != null, cluster_wide = values(var.bindings)[at].cluster_wide != null } : name if given])}"
        ][0],
        "another value"
      ),
      " [rbac-scope]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : can(regex("^[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$", item.cluster_role))
    ])
    error_message = join("", [
      "bindings[*].cluster_role: expected the name of a cluster role, got ",
      try(
        [
          for at in [index(
            [for item in var.bindings : can(regex("^[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$", item.cluster_role))],
            false
          )] : "${keys(var.bindings)[at]} = ${jsonencode(values(var.bindings)[at].cluster_role)}"
        ][0],
        "another value"
      ),
      " [rbac-role-name]",
    ])
  }

  validation {
    condition = alltrue([for item in var.bindings : !contains(["cluster-admin"], item.cluster_role)])
    error_message = join("", [
      "bindings[*].cluster_role: expected anything but cluster-admin, got ",
      try(
        [
          for at in [index(
            [for item in var.bindings : !contains(["cluster-admin"], item.cluster_role)],
            false
          )] : "${keys(var.bindings)[at]} = ${jsonencode(values(var.bindings)[at].cluster_role)}"
        ][0],
        "another value"
      ),
      "; an access entry with AmazonEKSClusterAdminPolicy grants it where everybody looks [rbac-cluster-admin]",
    ])
  }

  validation {
    condition = alltrue([for item in var.bindings : length(item.to) >= 1])
    error_message = join("", [
      "bindings[*].to: expected at least one subject, got ",
      try(
        [
          for at in [index(
            [for item in var.bindings : length(item.to) >= 1],
            false
          )] : "${keys(var.bindings)[at]} = ${length(values(var.bindings)[at].to)}"
        ][0],
        "another value"
      ),
      " [rbac-subjects]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : alltrue([
        for item2 in item.to : length([
          for given in [
            item2.group != null,
            item2.user != null,
            item2.service_account != null,
            item2.service_accounts_of != null,
          ] : given
          if given
        ]) == 1
      ])
    ])
    error_message = join("", [
      "bindings[*].to[*]: expected exactly one of group, user, service_account, service_accounts_of, got ",
      try(
        [
          for at in [index(
            [
              for item in var.bindings : alltrue([
                for item2 in item.to : length([
                  for given in [
                    item2.group != null,
                    item2.user != null,
                    item2.service_account != null,
                    item2.service_accounts_of != null,
                  ] : given
                  if given
                ]) == 1
              ])
            ],
            false
          )] : "${keys(var.bindings)[at]} = ${[for at2 in [index([for item in values(var.bindings)[at].to : length([for given in [item.group != null, item.user != null, item.service_account != null, item.service_accounts_of != null] : given if given]) == 1], false)] : "${at2} = ${jsonencode([for name, given in { group = values(var.bindings)[at].to[at2].group != null, user = values(var.bindings)[at].to[at2].user != null, service_account = values(var.bindings)[at].to[at2].service_account != null, service_accounts_of = values(var.bindings)[at].to[at2].service_accounts_of != null } : name if given])}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-subject]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : alltrue([
        for item2 in item.to : item2.group == null ? true : length(item2.group) >= 1 && length(
          item2.group
        ) <= 256
      ])
    ])
    error_message = join("", [
      "bindings[*].to[*].group: expected text of 1 to 256 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.bindings : alltrue([
                for item2 in item.to : item2.group == null ? true : length(item2.group) >= 1 && length(
                  item2.group
                ) <= 256
              ])
            ],
            false
          )] : "${keys(var.bindings)[at]} = ${[for at2 in [index([for item in values(var.bindings)[at].to : item.group == null ? true : length(item.group) >= 1 && length(item.group) <= 256], false)] : "${at2} = ${jsonencode(values(var.bindings)[at].to[at2].group)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-group-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : alltrue([
        for item2 in item.to : item2.group == null ? true : !startswith(item2.group, "system:") && !startswith(
          item2.group,
          "eks:"
        )
      ])
    ])
    error_message = join("", [
      "bindings[*].to[*].group: expected text that does not begin with system: or eks:, got ",
      try(
        [
          for at in [index(
            [
              for item in var.bindings : alltrue([
                for item2 in item.to : item2.group == null ? true : !startswith(item2.group, "system:") && !startswith(
                  item2.group,
                  "eks:"
                )
              ])
            ],
            false
          )] : "${keys(var.bindings)[at]} = ${[for at2 in [index([for item in values(var.bindings)[at].to : item.group == null ? true : !startswith(item.group, "system:") && !startswith(item.group, "eks:")], false)] : "${at2} = ${jsonencode(values(var.bindings)[at].to[at2].group)}"][0]}"
        ][0],
        "another value"
      ),
      "; no access entry can be in such a group [rbac-group-reserved]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : alltrue([
        for item2 in item.to : item2.user == null ? true : length(item2.user) >= 1 && length(item2.user) <= 256
      ])
    ])
    error_message = join("", [
      "bindings[*].to[*].user: expected text of 1 to 256 characters, got ",
      try(
        [
          for at in [index(
            [
              for item in var.bindings : alltrue([
                for item2 in item.to : item2.user == null ? true : length(item2.user) >= 1 && length(item2.user) <= 256
              ])
            ],
            false
          )] : "${keys(var.bindings)[at]} = ${[for at2 in [index([for item in values(var.bindings)[at].to : item.user == null ? true : length(item.user) >= 1 && length(item.user) <= 256], false)] : "${at2} = ${jsonencode(values(var.bindings)[at].to[at2].user)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-user-length]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : alltrue([
        for item2 in item.to : item2.user == null ? true : !startswith(item2.user, "system:") && !startswith(item2.user, "eks:") && !startswith(item2.user, "aws:") && !startswith(item2.user, "amazon:") && !startswith(
          item2.user,
          "iam:"
        )
      ])
    ])
    error_message = join("", [
      "bindings[*].to[*].user: expected text that does not begin with system: or eks: or aws: or amazon: or iam:, got ",
      try(
        [
          for at in [index(
            [
              for item in var.bindings : alltrue([
                for item2 in item.to : item2.user == null ? true : !startswith(item2.user, "system:") && !startswith(item2.user, "eks:") && !startswith(item2.user, "aws:") && !startswith(item2.user, "amazon:") && !startswith(
                  item2.user,
                  "iam:"
                )
              ])
            ],
            false
          )] : "${keys(var.bindings)[at]} = ${[for at2 in [index([for item in values(var.bindings)[at].to : item.user == null ? true : !startswith(item.user, "system:") && !startswith(item.user, "eks:") && !startswith(item.user, "aws:") && !startswith(item.user, "amazon:") && !startswith(item.user, "iam:")], false)] : "${at2} = ${jsonencode(values(var.bindings)[at].to[at2].user)}"][0]}"
        ][0],
        "another value"
      ),
      "; service accounts have a word of their own, and the others are Kubernetes's [rbac-user-reserved]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : alltrue([
        for item2 in item.to : item2.service_account == null ? true : can(regex(
          "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
          item2.service_account.namespace
        ))
      ])
    ])
    error_message = join("", [
      "bindings[*].to[*].service_account.namespace: expected the name of a namespace, got ",
      try(
        [
          for at in [index(
            [
              for item in var.bindings : alltrue([
                for item2 in item.to : item2.service_account == null ? true : can(regex(
                  "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
                  item2.service_account.namespace
                ))
              ])
            ],
            false
          )] : "${keys(var.bindings)[at]} = ${[for at2 in [index([for item in values(var.bindings)[at].to : item.service_account == null ? true : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.service_account.namespace))], false)] : "${at2} = ${jsonencode(values(var.bindings)[at].to[at2].service_account.namespace)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-account-namespace]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : alltrue([
        for item2 in item.to : item2.service_account == null ? true : can(regex(
          "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$",
          item2.service_account.name
        ))
      ])
    ])
    error_message = join("", [
      "bindings[*].to[*].service_account.name: expected the name of a service account, got ",
      try(
        [
          for at in [index(
            [
              for item in var.bindings : alltrue([
                for item2 in item.to : item2.service_account == null ? true : can(regex(
                  "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$",
                  item2.service_account.name
                ))
              ])
            ],
            false
          )] : "${keys(var.bindings)[at]} = ${[for at2 in [index([for item in values(var.bindings)[at].to : item.service_account == null ? true : can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", item.service_account.name))], false)] : "${at2} = ${jsonencode(values(var.bindings)[at].to[at2].service_account.name)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-account]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : alltrue([
        for item2 in item.to : item2.service_account == null ? true : !contains(
          ["default"],
          item2.service_account.name
        )
      ])
    ])
    error_message = join("", [
      "bindings[*].to[*].service_account.name: expected anything but default, got ",
      try(
        [
          for at in [index(
            [
              for item in var.bindings : alltrue([
                for item2 in item.to : item2.service_account == null ? true : !contains(
                  ["default"],
                  item2.service_account.name
                )
              ])
            ],
            false
          )] : "${keys(var.bindings)[at]} = ${[for at2 in [index([for item in values(var.bindings)[at].to : item.service_account == null ? true : !contains(["default"], item.service_account.name)], false)] : "${at2} = ${jsonencode(values(var.bindings)[at].to[at2].service_account.name)}"][0]}"
        ][0],
        "another value"
      ),
      "; every pod of the namespace that names no other would have the role [rbac-default-account]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : alltrue([
        for item2 in item.to : item2.service_accounts_of == null ? true : can(regex(
          "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
          item2.service_accounts_of
        ))
      ])
    ])
    error_message = join("", [
      "bindings[*].to[*].service_accounts_of: expected the name of a namespace, got ",
      try(
        [
          for at in [index(
            [
              for item in var.bindings : alltrue([
                for item2 in item.to : item2.service_accounts_of == null ? true : can(regex(
                  "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
                  item2.service_accounts_of
                ))
              ])
            ],
            false
          )] : "${keys(var.bindings)[at]} = ${[for at2 in [index([for item in values(var.bindings)[at].to : item.service_accounts_of == null ? true : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.service_accounts_of))], false)] : "${at2} = ${jsonencode(values(var.bindings)[at].to[at2].service_accounts_of)}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-accounts-of]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : item.namespaces == null ? true : length(item.namespaces) >= 1
    ])
    error_message = join("", [
      "bindings[*].namespaces: expected at least one namespace, got ",
      try(
        [
          for at in [index(
            [for item in var.bindings : item.namespaces == null ? true : length(item.namespaces) >= 1],
            false
          )] : "${keys(var.bindings)[at]} = ${length(values(var.bindings)[at].namespaces)}"
        ][0],
        "another value"
      ),
      " [rbac-namespaces]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : item.namespaces == null ? true : length(distinct(item.namespaces)) == length(
        item.namespaces
      )
    ])
    error_message = join("", [
      "bindings[*].namespaces: expected a list without repeated elements, got ",
      try(
        [
          for at in [index(
            [
              for item in var.bindings : item.namespaces == null ? true : length(distinct(item.namespaces)) == length(
                item.namespaces
              )
            ],
            false
          )] : "${keys(var.bindings)[at]} = ${jsonencode(values(var.bindings)[at].namespaces)}"
        ][0],
        "another value"
      ),
      " [rbac-namespaces-distinct]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.bindings : item.namespaces == null ? true : alltrue([
        for item2 in item.namespaces : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item2))
      ])
    ])
    error_message = join("", [
      "bindings[*].namespaces[*]: expected the name of a namespace, got ",
      try(
        [
          for at in [index(
            [
              for item in var.bindings : item.namespaces == null ? true : alltrue([
                for item2 in item.namespaces : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item2))
              ])
            ],
            false
          )] : "${keys(var.bindings)[at]} = ${[for at2 in [index([for item in values(var.bindings)[at].namespaces : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item))], false)] : "${at2} = ${jsonencode(values(var.bindings)[at].namespaces[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [rbac-namespace]",
    ])
  }
}

variable "ready" {
  description = "Ids of what must be there first: the cluster, whom it lets in, and the namespaces."
  type        = list(string)
  default     = []
  nullable    = false
}
