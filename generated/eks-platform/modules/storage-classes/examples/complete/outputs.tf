output "storage_class_names" {
  description = "Names of the classes, by name: to read one is to wait for it."
  value       = module.storage_classes.storage_class_names
}

output "snapshot_class_names" {
  description = "Names of the classes of snapshots, by name."
  value       = module.storage_classes.snapshot_class_names
}

output "ready" {
  description = "Ids that are known when the classes are there. What waits for them is destroyed while volumes are still waited for."
  value       = module.storage_classes.ready
}
