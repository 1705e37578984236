locals {
  amazon_linux_groups = {
    for key, group in local.groups : key => group
    if local.families[key] == "AL2023"
    && (
      (group.image != null || group.max_pods != null || group.node_config != null)
      || group.script_before != null
      || group.script_after != null
    )
  }

  node_configs = {
    for key, group in local.amazon_linux_groups : key => yamlencode({
      apiVersion = "node.eks.aws/v1alpha1"
      kind       = "NodeConfig"
      spec = {
        for field, value in {
          cluster = (
            group.image == null
            ? null
            : {
              name                 = var.cluster_name
              apiServerEndpoint    = var.cluster_endpoint
              certificateAuthority = var.cluster_certificate_authority_data
              cidr                 = var.cluster_service_cidr
            }
          )
          kubelet = {
            for field, value in {
              config = merge(
                jsondecode(try(coalesce(group.node_config.kubelet_config, "{}"), "{}")),
                { for field, value in { maxPods = group.max_pods } : field => value if value != null }
              )
              flags = try(group.node_config.kubelet_flags, [])
            } : field => value
            if try(length(value), 0) > 0
          }
          containerd = {
            for field, value in { config = try(group.node_config.containerd_config, null) } : field => value
            if value != null
          }
          instance = {
            for field, value in {
              localStorage = {
                for field, value in { strategy = try(group.node_config.local_storage, null) } : field => value
                if value != null
              }
            } : field => value
            if try(length(value), 0) > 0
          }
          featureGates = try(group.node_config.feature_gates, null)
        } : field => value
        if try(length(value), 0) > 0
      }
    })
  }

  amazon_linux_user_data = {
    for key, group in local.amazon_linux_groups : key => join("\n", concat(
      ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=\"==node==\"", ""],
      group.script_before == null
      ? []
      : ["--==node==", "Content-Type: text/x-shellscript; charset=\"utf-8\"", "", group.script_before],
      (group.image != null || group.max_pods != null || group.node_config != null)
      ? ["--==node==", "Content-Type: application/node.eks.aws", "", "---", local.node_configs[key]]
      : [],
      group.script_after == null
      ? []
      : [
        "--==node==",
        "Content-Type: text/x-shellscript; charset=\"utf-8\"",
        "",
        "#!/bin/bash",
        "echo ${base64encode(group.script_after)} | base64 --decode > /usr/local/sbin/after-joining",
        "chmod 0700 /usr/local/sbin/after-joining",
        "systemd-run --no-block --unit=after-joining --property=After=nodeadm-run.service /usr/local/sbin/after-joining",
      ],
      ["--==node==--", ""]
    ))
  }

  bottlerocket_groups = {
    for key, group in local.groups : key => group
    if local.families[key] == "BOTTLEROCKET"
    && (group.image != null || group.max_pods != null || group.bottlerocket_settings != null)
  }

  bottlerocket_user_data = {
    for key, group in local.bottlerocket_groups : key => join("\n", concat(
      ["[settings.kubernetes]"],
      group.image == null
      ? []
      : [
        "cluster-name = ${jsonencode(var.cluster_name)}",
        "api-server = ${jsonencode(var.cluster_endpoint)}",
        "cluster-certificate = ${jsonencode(var.cluster_certificate_authority_data)}",
        "cluster-dns-ip = ${jsonencode(try(cidrhost(var.cluster_service_cidr, 10), null))}",
      ],
      group.max_pods == null ? [] : ["max-pods = ${group.max_pods}"],
      group.bottlerocket_settings[*],
      [""]
    ))
  }

  windows_groups = {
    for key, group in local.groups : key => group
    if local.families[key] == "WINDOWS" && (group.image != null || group.script_before != null)
  }

  windows_user_data = {
    for key, group in local.windows_groups : key => join("\n", concat(
      ["<powershell>"],
      group.script_before[*],
      group.image == null
      ? []
      : [join(" ", concat(
        [
          "& \"$env:ProgramFiles\\Amazon\\EKS\\Start-EKSBootstrap.ps1\"",
          "-EKSClusterName ${jsonencode(var.cluster_name)}",
          "-APIServerEndpoint ${jsonencode(var.cluster_endpoint)}",
          "-Base64ClusterCA ${jsonencode(var.cluster_certificate_authority_data)}",
          "-DNSClusterIP ${jsonencode(try(cidrhost(var.cluster_service_cidr, 10), null))}",
          "-ServiceCIDR ${jsonencode(var.cluster_service_cidr)}",
        ],
        group.max_pods == null ? [] : ["-KubeletExtraArgs \"--max-pods=${group.max_pods}\""]
      ))],
      group.script_after[*],
      ["</powershell>", ""]
    ))
  }

  user_data = {
    for key, text in merge(
      local.amazon_linux_user_data,
      local.bottlerocket_user_data,
      local.windows_user_data
    ) : key => base64encode(text)
  }
}
