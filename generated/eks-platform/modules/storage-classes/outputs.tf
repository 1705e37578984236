output "storage_class_names" {
  description = "Names of the classes, by name: to read one is to wait for it."
  value = merge(
    { for name, class in kubernetes_storage_class_v1.ebs : name => class.metadata[0].name },
    { for name, class in kubernetes_storage_class_v1.efs : name => class.metadata[0].name }
  )
}

output "snapshot_class_names" {
  description = "Names of the classes of snapshots, by name."
  value       = { for name, release in helm_release.snapshot_classes : name => name }
}

output "ready" {
  description = "Ids that are known when the classes are there. What waits for them is destroyed while volumes are still waited for."
  value = concat(
    values(kubernetes_storage_class_v1.ebs)[*].id,
    values(kubernetes_storage_class_v1.efs)[*].id,
    values(helm_release.snapshot_classes)[*].id,
    [terraform_data.drain.id]
  )
}
