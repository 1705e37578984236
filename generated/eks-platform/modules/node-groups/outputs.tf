output "node_group_arns" {
  description = "ARNs of the node groups, by name."
  value = {
    for name, group in merge(aws_eks_node_group.this, aws_eks_node_group.autoscaled) : name => group.arn
  }
}

output "node_group_names" {
  description = "Names that the node groups have in AWS, by name."
  value = {
    for name, group in merge(
      aws_eks_node_group.this,
      aws_eks_node_group.autoscaled
    ) : name => group.node_group_name
  }
}

output "node_group_autoscaling_group_names" {
  description = "Names of the Auto Scaling groups, by name of the node group."
  value = {
    for name, group in merge(
      aws_eks_node_group.this,
      aws_eks_node_group.autoscaled
    ) : name => group.resources[0].autoscaling_groups[0].name
  }
}

output "node_iam_role_arn" {
  description = "ARN of the role of all nodes."
  value       = aws_iam_role.this.arn
}

output "node_iam_role_name" {
  description = "Name of the role of all nodes."
  value       = aws_iam_role.this.name
}

output "launch_template_ids" {
  description = "Ids of the launch templates, by name of the node group."
  value       = { for name, template in aws_launch_template.this : name => template.id }
}

output "ready" {
  description = "Ids that are known when the nodes are there, for what must come after them."
  value       = [for group in merge(aws_eks_node_group.this, aws_eks_node_group.autoscaled) : group.id]
}
