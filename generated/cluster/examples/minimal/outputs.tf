output "cluster_name" {
  description = "Name of the cluster."
  value       = module.cluster.cluster_name
}

output "cluster_arn" {
  description = "ARN of the cluster."
  value       = module.cluster.cluster_arn
}

output "cluster_version" {
  description = "Kubernetes version of the control plane."
  value       = module.cluster.cluster_version
}

output "cluster_platform_version" {
  description = "EKS platform version of the control plane."
  value       = module.cluster.cluster_platform_version
}

output "cluster_status" {
  description = "Status of the cluster, `ACTIVE` when it serves."
  value       = module.cluster.cluster_status
}

output "cluster_endpoint" {
  description = "URL of the API server."
  value       = module.cluster.cluster_endpoint
}

output "cluster_certificate_authority_data" {
  description = "Certificate authority of the API server, base64."
  value       = module.cluster.cluster_certificate_authority_data
}

output "cluster_security_group_id" {
  description = "Security group that EKS makes and gives to the control plane and to managed nodes. In terraform-aws-eks this is `cluster_primary_security_group_id`."
  value       = module.cluster.cluster_security_group_id
}

output "own_security_group_id" {
  description = "The control plane's own security group, from `security_group`; null when there is none. In terraform-aws-eks this is `cluster_security_group_id`."
  value       = module.cluster.own_security_group_id
}

output "cluster_service_cidr" {
  description = "Address block of Kubernetes services."
  value       = module.cluster.cluster_service_cidr
}

output "cluster_ip_family" {
  description = "Address family of pods and services."
  value       = module.cluster.cluster_ip_family
}

output "cluster_oidc_issuer_url" {
  description = "URL of the cluster's OIDC issuer."
  value       = module.cluster.cluster_oidc_issuer_url
}

output "oidc_provider" {
  description = "IAM's OIDC provider as `addons` and `workload-identity` take it: its ARN, and the issuer without `https://`. Null when there is none."
  value       = module.cluster.oidc_provider
}

output "oidc_provider_arn" {
  description = "ARN of IAM's OIDC provider, null when there is none."
  value       = module.cluster.oidc_provider_arn
}

output "cluster_iam_role_arn" {
  description = "ARN of the cluster's role."
  value       = module.cluster.cluster_iam_role_arn
}

output "cluster_iam_role_name" {
  description = "Name of the cluster's role, null when it is given."
  value       = module.cluster.cluster_iam_role_name
}

output "auto_mode_node_role_arn" {
  description = "ARN of the role of Auto Mode's nodes, null when there is none."
  value       = module.cluster.auto_mode_node_role_arn
}

output "kms_key_arn" {
  description = "ARN of the key that encrypts Kubernetes secrets."
  value       = module.cluster.kms_key_arn
}

output "cloudwatch_log_group_name" {
  description = "Name of the control plane's log group."
  value       = module.cluster.cloudwatch_log_group_name
}

output "cloudwatch_log_group_arn" {
  description = "ARN of the control plane's log group."
  value       = module.cluster.cloudwatch_log_group_arn
}

output "access_entries" {
  description = "ARNs of the access entries, by name."
  value       = module.cluster.access_entries
}

output "access_ready" {
  description = "Ids that are known when access entries and their policies are there. Hand them to whatever uses the cluster's API."
  value       = module.cluster.access_ready
}

output "kubeconfig" {
  description = "A configuration of kubectl for the cluster, as YAML. It holds no secret: the aws command gets a token for whoever uses it."
  value       = module.cluster.kubeconfig
}

output "aws_auth_config_map" {
  description = "The `aws-auth` ConfigMap as YAML for `kubectl apply`, null when it is not in use."
  value       = module.cluster.aws_auth_config_map
}
