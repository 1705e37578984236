locals {
  taint_effects = {
    NO_SCHEDULE        = "NoSchedule"
    NO_EXECUTE         = "NoExecute"
    PREFER_NO_SCHEDULE = "PreferNoSchedule"
  }

  node_templates = {
    for name, group in { for key, group in local.groups : key => group if group.autoscaler != null } : name => merge(
      { for label, value in group.labels : "k8s.io/cluster-autoscaler/node-template/label/${label}" => value },
      merge(
        [
          for taint in group.taints : {
            ("k8s.io/cluster-autoscaler/node-template/taint/${taint.key}") = "${taint.value == null ? "" : taint.value}:${local.taint_effects[taint.effect]}"
          }
        ]...
      ),
      {
        for resource, quantity in merge(
          { "ephemeral-storage" = "${group.disk.gib}Gi" },
          group.autoscaler.resources
        ) : "k8s.io/cluster-autoscaler/node-template/resources/${resource}" => quantity
      },
      {
        for option, value in group.autoscaler.options : "k8s.io/cluster-autoscaler/node-template/autoscaling-options/${option}" => value
      }
    )
  }

  autoscaler_tags = merge(
    [
      for name, tags in local.node_templates : {
        for tag, value in tags : "${name}/${tag}" => { group = name, tag = tag, value = value }
      }
    ]...
  )
}

resource "aws_autoscaling_group_tag" "this" {
  for_each = local.autoscaler_tags

  autoscaling_group_name = aws_eks_node_group.autoscaled[each.value.group].resources[0].autoscaling_groups[0].name

  tag {
    key                 = each.value.tag
    value               = each.value.value
    propagate_at_launch = false
  }
}
