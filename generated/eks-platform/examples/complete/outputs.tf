output "vpc_id" {
  description = "Id of the VPC."
  value       = module.eks_platform.vpc_id
}

output "vpc_cidr_block" {
  description = "Primary IPv4 block of the VPC."
  value       = module.eks_platform.vpc_cidr_block
}

output "zones" {
  description = "Availability zones."
  value       = module.eks_platform.zones
}

output "public_subnet_ids" {
  description = "Ids of the public subnets by zone."
  value       = module.eks_platform.public_subnet_ids
}

output "private_subnet_ids" {
  description = "Ids of the private subnets by zone."
  value       = module.eks_platform.private_subnet_ids
}

output "intra_subnet_ids" {
  description = "Ids of the intra subnets by zone."
  value       = module.eks_platform.intra_subnet_ids
}

output "pod_subnet_ids" {
  description = "Ids of the pod subnets by zone."
  value       = module.eks_platform.pod_subnet_ids
}

output "database_subnet_ids" {
  description = "Ids of the database subnets by zone."
  value       = module.eks_platform.database_subnet_ids
}

output "public_subnet_cidr_blocks" {
  description = "IPv4 blocks of the public subnets by zone. Empty where the network exists already."
  value       = module.eks_platform.public_subnet_cidr_blocks
}

output "private_subnet_cidr_blocks" {
  description = "IPv4 blocks of the private subnets by zone. Empty where the network exists already."
  value       = module.eks_platform.private_subnet_cidr_blocks
}

output "nat_public_ips" {
  description = "Addresses from which private subnets reach the internet."
  value       = module.eks_platform.nat_public_ips
}

output "private_route_table_ids" {
  description = "Ids of the route tables of private and pod subnets by zone."
  value       = module.eks_platform.private_route_table_ids
}

output "default_security_group_id" {
  description = "Id of the default security group, which has no rules."
  value       = module.eks_platform.default_security_group_id
}

output "flow_log_group_name" {
  description = "Name of the log group of flow logs, or null."
  value       = module.eks_platform.flow_log_group_name
}

output "cluster_name" {
  description = "Name of the cluster."
  value       = module.eks_platform.cluster_name
}

output "cluster_arn" {
  description = "ARN of the cluster."
  value       = module.eks_platform.cluster_arn
}

output "cluster_version" {
  description = "Kubernetes version of the control plane."
  value       = module.eks_platform.cluster_version
}

output "cluster_platform_version" {
  description = "EKS platform version of the control plane."
  value       = module.eks_platform.cluster_platform_version
}

output "cluster_endpoint" {
  description = "URL of the API server."
  value       = module.eks_platform.cluster_endpoint
}

output "cluster_certificate_authority_data" {
  description = "Certificate authority of the API server, base64."
  value       = module.eks_platform.cluster_certificate_authority_data
}

output "cluster_security_group_id" {
  description = "Security group that EKS makes and gives to the control plane and to managed nodes. In terraform-aws-eks this is `cluster_primary_security_group_id`."
  value       = module.eks_platform.cluster_security_group_id
}

output "own_security_group_id" {
  description = "The control plane's own security group, from `security_group`; null when there is none. In terraform-aws-eks this is `cluster_security_group_id`."
  value       = module.eks_platform.own_security_group_id
}

output "cluster_service_cidr" {
  description = "Address block of Kubernetes services."
  value       = module.eks_platform.cluster_service_cidr
}

output "cluster_ip_family" {
  description = "Address family of pods and services."
  value       = module.eks_platform.cluster_ip_family
}

output "cluster_oidc_issuer_url" {
  description = "URL of the cluster's OIDC issuer."
  value       = module.eks_platform.cluster_oidc_issuer_url
}

output "oidc_provider" {
  description = "IAM's OIDC provider as `addons` and `workload-identity` take it: its ARN, and the issuer without `https://`. Null when there is none."
  value       = module.eks_platform.oidc_provider
}

output "oidc_provider_arn" {
  description = "ARN of IAM's OIDC provider, null when there is none."
  value       = module.eks_platform.oidc_provider_arn
}

output "cluster_iam_role_arn" {
  description = "ARN of the cluster's role."
  value       = module.eks_platform.cluster_iam_role_arn
}

output "cluster_iam_role_name" {
  description = "Name of the cluster's role, null when it is given."
  value       = module.eks_platform.cluster_iam_role_name
}

output "kms_key_arn" {
  description = "ARN of the key that encrypts Kubernetes secrets."
  value       = module.eks_platform.kms_key_arn
}

output "cloudwatch_log_group_name" {
  description = "Name of the control plane's log group."
  value       = module.eks_platform.cloudwatch_log_group_name
}

output "access_entries" {
  description = "ARNs of the access entries, by name."
  value       = module.eks_platform.access_entries
}

output "kubeconfig" {
  description = "A configuration of kubectl for the cluster, as YAML. It holds no secret: the aws command gets a token for whoever uses it."
  value       = module.eks_platform.kubeconfig
}

output "aws_auth_config_map" {
  description = "The `aws-auth` ConfigMap as YAML for `kubectl apply`, null when it is not in use."
  value       = module.eks_platform.aws_auth_config_map
}

output "node_group_arns" {
  description = "ARNs of the node groups, by name."
  value       = module.eks_platform.node_group_arns
}

output "node_group_names" {
  description = "Names that the node groups have in AWS, by name."
  value       = module.eks_platform.node_group_names
}

output "node_group_autoscaling_group_names" {
  description = "Names of the Auto Scaling groups, by name of the node group."
  value       = module.eks_platform.node_group_autoscaling_group_names
}

output "node_iam_role_arn" {
  description = "ARN of the role of all nodes."
  value       = module.eks_platform.node_iam_role_arn
}

output "node_iam_role_name" {
  description = "Name of the role of all nodes."
  value       = module.eks_platform.node_iam_role_name
}

output "fargate_profile_arns" {
  description = "ARNs of the profiles, by name."
  value       = module.eks_platform.fargate_profile_arns
}

output "fargate_logging_manifest" {
  description = "Namespace and ConfigMap that send the pods' logs to the group, for `kubectl apply`. Null without `logging`."
  value       = module.eks_platform.fargate_logging_manifest
}

output "addon_versions" {
  description = "Versions of the add-ons, by name."
  value       = module.eks_platform.addon_versions
}

output "addon_arns" {
  description = "ARNs of the add-ons, by name."
  value       = module.eks_platform.addon_arns
}

output "addon_role_arns" {
  description = "ARNs of the add-ons' roles, by name of the add-on."
  value       = module.eks_platform.addon_role_arns
}

output "identity_role_arns" {
  description = "ARNs of the roles, by name of the identity."
  value       = module.eks_platform.identity_role_arns
}

output "identity_role_names" {
  description = "Names of the roles, by name of the identity."
  value       = module.eks_platform.identity_role_names
}

output "identity_service_account_annotations" {
  description = "What the service accounts must say for IRSA, by name of the identity. Empty with Pod Identity, which needs nothing."
  value       = module.eks_platform.identity_service_account_annotations
}

output "identity_assumed_role_trust_policies" {
  description = "Trust policies that the roles to assume must have, by name of the identity and of the role."
  value       = module.eks_platform.identity_assumed_role_trust_policies
}

output "ready" {
  description = "Ids that are known when the cluster can be used: who is let in, nodes, add-ons and roles are there."
  value       = module.eks_platform.ready
}
