output "fargate_profile_arns" {
  description = "ARNs of the profiles, by name."
  value       = { for name, profile in aws_eks_fargate_profile.this : name => profile.arn }
}

output "pod_execution_role_arn" {
  description = "ARN of the role with which Fargate pulls images and writes logs."
  value       = aws_iam_role.this.arn
}

output "pod_execution_role_name" {
  description = "Name of that role."
  value       = aws_iam_role.this.name
}

output "log_group_name" {
  description = "Name of the pods' log group, null when there is none."
  value       = one(aws_cloudwatch_log_group.this[*].name)
}

output "logging_manifest" {
  description = "Namespace and ConfigMap that send the pods' logs to the group, for `kubectl apply`. Null without `logging`."
  value = (
    var.logging != null
    ? join("---\n", [
      yamlencode({
        apiVersion = "v1"
        kind       = "Namespace"
        metadata   = { name = "aws-observability", labels = { aws-observability = "enabled" } }
      }),
      yamlencode({
        apiVersion = "v1"
        kind       = "ConfigMap"
        metadata   = { name = "aws-logging", namespace = "aws-observability" }
        data = {
          "output.conf" = "[OUTPUT]\n    Name cloudwatch_logs\n    Match kube.*\n    region ${var.region}\n    log_group_name ${local.log_group_name}\n    log_stream_prefix fargate-\n    auto_create_group false\n"
        }
      }),
    ])
    : null
  )
}

output "ready" {
  description = "Ids that are known when pods can start, for what must come after them."
  value       = [for profile in aws_eks_fargate_profile.this : profile.id]
}
