variable "releases" {
  description = "Custom resources by the name of the release that holds them. Each changes alone."
  type = map(object({
    # Namespace of the release.
    namespace = optional(string, "kube-system")
    # Minutes that Helm waits until everything in the release is ready.
    timeout_minutes = optional(number, 10)
    # Objects, each a YAML or JSON text. They are data: nothing in them is a template.
    manifests = list(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for name in keys(var.releases) : can(regex(
        "^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$",
        name
      ))
    ])
    error_message = join("", [
      "releases: expected a map in which each key is the name of a release: lower-case letters, digits, hyphens and dots, a letter or digit at both ends, got ",
      try(
        jsonencode([
          for name in keys(var.releases) : name
          if !can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$", name))
        ]),
        "another value"
      ),
      " [release-name]",
    ])
  }

  validation {
    condition = alltrue([for name in keys(var.releases) : length(name) >= 1 && length(name) <= 53])
    error_message = join("", [
      "releases: expected a map in which each key is text of 1 to 53 characters, got ",
      try(
        jsonencode([for name in keys(var.releases) : name if !(length(name) >= 1 && length(name) <= 53)]),
        "another value"
      ),
      "; Helm takes no longer name for a release [release-name-length]",
    ])
  }

  validation {
    condition = length(distinct(flatten([for release in var.releases : [for manifest in release.manifests : try([join("/", [split("/", yamldecode(manifest).apiVersion)[0], yamldecode(manifest).kind, try(coalesce(yamldecode(manifest).metadata.namespace), release.namespace), yamldecode(manifest).metadata.name])], [])]]))) == length(flatten([
      for release in var.releases : [
        for manifest in release.manifests : try(
          [join("/", [
            split("/", yamldecode(manifest).apiVersion)[0],
            yamldecode(manifest).kind,
            try(coalesce(yamldecode(manifest).metadata.namespace), release.namespace),
            yamldecode(manifest).metadata.name,
          ])],
          []
        )
      ]
    ]))
    error_message = join("", [
      "releases: expected each object once, got ",
      try(
        jsonencode([
          for at, identity in flatten([
            for release in var.releases : [
              for manifest in release.manifests : try(
                [join("/", [
                  split("/", yamldecode(manifest).apiVersion)[0],
                  yamldecode(manifest).kind,
                  try(coalesce(yamldecode(manifest).metadata.namespace), release.namespace),
                  yamldecode(manifest).metadata.name,
                ])],
                []
              )
            ]
          ]) : identity
          if index(
            flatten([
              for release in var.releases : [
                for manifest in release.manifests : try(
                  [join("/", [
                    split("/", yamldecode(manifest).apiVersion)[0],
                    yamldecode(manifest).kind,
                    try(coalesce(yamldecode(manifest).metadata.namespace), release.namespace),
                    yamldecode(manifest).metadata.name,
                  ])],
                  []
                )
              ]
            ]),
            identity
          ) != at
        ]),
        "another value"
      ),
      "; an object belongs to one release [manifest-twice]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.releases : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.namespace))
    ])
    error_message = join("", [
      "releases[*].namespace: expected the name of a namespace: lower-case letters, digits and hyphens, at most 63, got ",
      try(
        [
          for at in [index(
            [for item in var.releases : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", item.namespace))],
            false
          )] : "${keys(var.releases)[at]} = ${jsonencode(values(var.releases)[at].namespace)}"
        ][0],
        "another value"
      ),
      " [release-namespace]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.releases : floor(
        item.timeout_minutes
      ) == item.timeout_minutes && item.timeout_minutes >= 1 && item.timeout_minutes <= 60
    ])
    error_message = join("", [
      "releases[*].timeout_minutes: expected a whole number from 1 to 60, got ",
      try(
        [
          for at in [index(
            [
              for item in var.releases : floor(
                item.timeout_minutes
              ) == item.timeout_minutes && item.timeout_minutes >= 1 && item.timeout_minutes <= 60
            ],
            false
          )] : "${keys(var.releases)[at]} = ${jsonencode(values(var.releases)[at].timeout_minutes)}"
        ][0],
        "another value"
      ),
      " [release-timeout]",
    ])
  }

  validation {
    condition = alltrue([for item in var.releases : length(item.manifests) >= 1])
    error_message = join("", [
      "releases[*].manifests: expected at least one manifest, got ",
      try(
        [
          for at in [index(
            [for item in var.releases : length(item.manifests) >= 1],
            false
          )] : "${keys(var.releases)[at]} = ${length(values(var.releases)[at].manifests)}"
        ][0],
        "another value"
      ),
      " [manifest-count]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.releases : alltrue([
        for item2 in item.manifests : try(
          alltrue([
            for word in [yamldecode(item2).apiVersion, yamldecode(item2).kind, yamldecode(item2).metadata.name] : can(regex("^\"[^\"\\s]+\"$", jsonencode(word)))
          ]),
          false
        )
      ])
    ])
    error_message = join("", [
      "releases[*].manifests[*]: expected one object of Kubernetes as YAML or JSON, with apiVersion, kind and metadata.name, got ",
      try(
        [
          for at in [index(
            [
              for item in var.releases : alltrue([
                for item2 in item.manifests : try(
                  alltrue([
                    for word in [yamldecode(item2).apiVersion, yamldecode(item2).kind, yamldecode(item2).metadata.name] : can(regex("^\"[^\"\\s]+\"$", jsonencode(word)))
                  ]),
                  false
                )
              ])
            ],
            false
          )] : "${keys(var.releases)[at]} = ${[for at2 in [index([for item in values(var.releases)[at].manifests : try(alltrue([for word in [yamldecode(item).apiVersion, yamldecode(item).kind, yamldecode(item).metadata.name] : can(regex("^\"[^\"\\s]+\"$", jsonencode(word)))]), false)], false)] : "${at2} = ${jsonencode(values(var.releases)[at].manifests[at2])}"][0]}"
        ][0],
        "another value"
      ),
      " [manifest]",
    ])
  }

  validation {
    condition = alltrue([
      for item in var.releases : alltrue([
        for item2 in item.manifests : try(
          yamldecode(item2).metadata.namespace == null
          || !contains(
            [
              "crd.k8s.amazonaws.com/ENIConfig",
              "eks.amazonaws.com/NodeClass",
              "elbv2.k8s.aws/IngressClassParams",
              "karpenter.k8s.aws/EC2NodeClass",
              "karpenter.sh/NodePool",
              "cert-manager.io/ClusterIssuer",
              "external-secrets.io/ClusterSecretStore",
              "gateway.networking.k8s.io/GatewayClass",
              "kyverno.io/ClusterPolicy",
              "networking.k8s.io/IngressClass",
              "rbac.authorization.k8s.io/ClusterRole",
              "rbac.authorization.k8s.io/ClusterRoleBinding",
              "scheduling.k8s.io/PriorityClass",
              "snapshot.storage.k8s.io/VolumeSnapshotClass",
              "storage.k8s.io/StorageClass",
            ],
            "${split("/", yamldecode(item2).apiVersion)[0]}/${yamldecode(item2).kind}"
          ),
          true
        )
      ])
    ])
    error_message = join("", [
      "releases[*].manifests[*]: expected a manifest without metadata.namespace, got ",
      try(
        [
          for at in [index(
            [
              for item in var.releases : alltrue([
                for item2 in item.manifests : try(
                  yamldecode(item2).metadata.namespace == null
                  || !contains(
                    [
                      "crd.k8s.amazonaws.com/ENIConfig",
                      "eks.amazonaws.com/NodeClass",
                      "elbv2.k8s.aws/IngressClassParams",
                      "karpenter.k8s.aws/EC2NodeClass",
                      "karpenter.sh/NodePool",
                      "cert-manager.io/ClusterIssuer",
                      "external-secrets.io/ClusterSecretStore",
                      "gateway.networking.k8s.io/GatewayClass",
                      "kyverno.io/ClusterPolicy",
                      "networking.k8s.io/IngressClass",
                      "rbac.authorization.k8s.io/ClusterRole",
                      "rbac.authorization.k8s.io/ClusterRoleBinding",
                      "scheduling.k8s.io/PriorityClass",
                      "snapshot.storage.k8s.io/VolumeSnapshotClass",
                      "storage.k8s.io/StorageClass",
                    ],
                    "${split("/", yamldecode(item2).apiVersion)[0]}/${yamldecode(item2).kind}"
                  ),
                  true
                )
              ])
            ],
            false
          )] : "${keys(var.releases)[at]} = ${[for at2 in [index([for item in values(var.releases)[at].manifests : try(yamldecode(item).metadata.namespace == null || !contains(["crd.k8s.amazonaws.com/ENIConfig", "eks.amazonaws.com/NodeClass", "elbv2.k8s.aws/IngressClassParams", "karpenter.k8s.aws/EC2NodeClass", "karpenter.sh/NodePool", "cert-manager.io/ClusterIssuer", "external-secrets.io/ClusterSecretStore", "gateway.networking.k8s.io/GatewayClass", "kyverno.io/ClusterPolicy", "networking.k8s.io/IngressClass", "rbac.authorization.k8s.io/ClusterRole", "rbac.authorization.k8s.io/ClusterRoleBinding", "scheduling.k8s.io/PriorityClass", "snapshot.storage.k8s.io/VolumeSnapshotClass", "storage.k8s.io/StorageClass"], "${split("/", yamldecode(item).apiVersion)[0]}/${yamldecode(item).kind}"), true)], false)] : "${at2} = ${jsonencode(values(var.releases)[at].manifests[at2])}"][0]}"
        ][0],
        "another value"
      ),
      "; its kind stands in no namespace [manifest-scope]",
    ])
  }
}

variable "ready" {
  description = "Ids of what must be there before the release: nodes, add-ons, roles, other releases."
  type        = list(string)
  default     = []
  nullable    = false
}
