output "addon_versions" {
  description = "Versions of the add-ons, by name."
  value       = { for name, addon in local.addons : name => addon.addon_version }
}

output "addon_arns" {
  description = "ARNs of the add-ons, by name."
  value       = { for name, addon in local.addons : name => addon.arn }
}

output "before_nodes_ready" {
  description = "Ids that are known when the add-ons are there that nodes must find."
  value       = [for addon in aws_eks_addon.before_nodes : addon.id]
}

output "ready" {
  description = "Ids that are known when all add-ons are there, for what must come after them."
  value       = [for addon in local.addons : addon.id]
}
