output "addon_versions" {
  description = "Versions of the add-ons, by name."
  value       = module.addons.addon_versions
}

output "addon_arns" {
  description = "ARNs of the add-ons, by name."
  value       = module.addons.addon_arns
}

output "addon_role_arns" {
  description = "ARNs of the add-ons' roles, by name of the add-on."
  value       = module.addons.addon_role_arns
}

output "before_nodes_ready" {
  description = "Ids that are known when the add-ons are there that nodes must find."
  value       = module.addons.before_nodes_ready
}

output "ready" {
  description = "Ids that are known when all add-ons are there, for what must come after them."
  value       = module.addons.ready
}
