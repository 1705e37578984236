output "node_group_arns" {
  description = "ARNs of the node groups, by name."
  value       = module.node_groups.node_group_arns
}

output "node_group_names" {
  description = "Names that the node groups have in AWS, by name."
  value       = module.node_groups.node_group_names
}

output "node_group_autoscaling_group_names" {
  description = "Names of the Auto Scaling groups, by name of the node group."
  value       = module.node_groups.node_group_autoscaling_group_names
}

output "node_iam_role_arn" {
  description = "ARN of the role of all nodes."
  value       = module.node_groups.node_iam_role_arn
}

output "node_iam_role_name" {
  description = "Name of the role of all nodes."
  value       = module.node_groups.node_iam_role_name
}

output "launch_template_ids" {
  description = "Ids of the launch templates, by name of the node group."
  value       = module.node_groups.launch_template_ids
}

output "ready" {
  description = "Ids that are known when the nodes are there, for what must come after them."
  value       = module.node_groups.ready
}
