output "cluster_name" {
  description = "Name of the cluster."
  value       = aws_eks_cluster.this.name
}

output "cluster_arn" {
  description = "ARN of the cluster."
  value       = aws_eks_cluster.this.arn
}

output "cluster_version" {
  description = "Kubernetes version of the control plane."
  value       = aws_eks_cluster.this.version
}

output "cluster_platform_version" {
  description = "EKS platform version of the control plane."
  value       = aws_eks_cluster.this.platform_version
}

output "cluster_status" {
  description = "Status of the cluster, `ACTIVE` when it serves."
  value       = aws_eks_cluster.this.status
}

output "cluster_endpoint" {
  description = "URL of the API server."
  value       = aws_eks_cluster.this.endpoint
}

output "cluster_certificate_authority_data" {
  description = "Certificate authority of the API server, base64."
  value       = aws_eks_cluster.this.certificate_authority[0].data
}

output "cluster_security_group_id" {
  description = "Security group that EKS makes and gives to the control plane and to managed nodes. In terraform-aws-eks this is `cluster_primary_security_group_id`."
  value       = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
}

output "own_security_group_id" {
  description = "The control plane's own security group, from `security_group`; null when there is none. In terraform-aws-eks this is `cluster_security_group_id`."
  value       = one(aws_security_group.this[*].id)
}

output "cluster_service_cidr" {
  description = "Address block of Kubernetes services."
  value = (
    var.ip_family == "ipv6"
    ? aws_eks_cluster.this.kubernetes_network_config[0].service_ipv6_cidr
    : aws_eks_cluster.this.kubernetes_network_config[0].service_ipv4_cidr
  )
}

output "cluster_ip_family" {
  description = "Address family of pods and services."
  value       = aws_eks_cluster.this.kubernetes_network_config[0].ip_family
}

output "cluster_oidc_issuer_url" {
  description = "URL of the cluster's OIDC issuer."
  value       = aws_eks_cluster.this.identity[0].oidc[0].issuer
}

output "oidc_provider" {
  description = "IAM's OIDC provider as `addons` and `workload-identity` take it: its ARN, and the issuer without `https://`. Null when there is none."
  value = (
    var.oidc_provider == null
    ? null
    : {
      arn    = one(aws_iam_openid_connect_provider.this[*].arn)
      issuer = trimprefix(aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://")
    }
  )
}

output "oidc_provider_arn" {
  description = "ARN of IAM's OIDC provider, null when there is none."
  value       = one(aws_iam_openid_connect_provider.this[*].arn)
}

output "cluster_iam_role_arn" {
  description = "ARN of the cluster's role."
  value       = var.role.create != null ? aws_iam_role.this[0].arn : var.role.arn
}

output "cluster_iam_role_name" {
  description = "Name of the cluster's role, null when it is given."
  value       = one(aws_iam_role.this[*].name)
}

output "auto_mode_node_role_arn" {
  description = "ARN of the role of Auto Mode's nodes, null when there is none."
  value       = local.auto_mode_role ? aws_iam_role.auto_mode[0].arn : try(var.auto_mode.node_role.arn, null)
}

output "kms_key_arn" {
  description = "ARN of the key that encrypts Kubernetes secrets."
  value       = var.secrets_key.create != null ? aws_kms_key.secrets[0].arn : var.secrets_key.arn
}

output "cloudwatch_log_group_name" {
  description = "Name of the control plane's log group."
  value       = aws_cloudwatch_log_group.this.name
}

output "cloudwatch_log_group_arn" {
  description = "ARN of the control plane's log group."
  value       = aws_cloudwatch_log_group.this.arn
}

output "access_entries" {
  description = "ARNs of the access entries, by name."
  value       = { for name, entry in aws_eks_access_entry.this : name => entry.access_entry_arn }
}

output "access_ready" {
  description = "Ids that are known when access entries and their policies are there. Hand them to whatever uses the cluster's API."
  value = concat(
    values(aws_eks_access_entry.this)[*].id,
    values(aws_eks_access_policy_association.this)[*].id
  )
}

output "kubeconfig" {
  description = "A configuration of kubectl for the cluster, as YAML. It holds no secret: the aws command gets a token for whoever uses it."
  value = yamlencode({
    apiVersion = "v1"
    kind       = "Config"
    clusters = [{
      name = aws_eks_cluster.this.arn
      cluster = {
        server                     = aws_eks_cluster.this.endpoint
        certificate-authority-data = aws_eks_cluster.this.certificate_authority[0].data
      }
    }]
    users = [{
      name = aws_eks_cluster.this.arn
      user = {
        exec = {
          apiVersion = "client.authentication.k8s.io/v1beta1"
          command    = "aws"
          args = [
            "eks",
            "get-token",
            "--output",
            "json",
            "--region",
            split(":", aws_eks_cluster.this.arn)[3],
            "--cluster-name",
            aws_eks_cluster.this.name,
          ]
        }
      }
    }]
    contexts = [{
      name    = aws_eks_cluster.this.name
      context = { cluster = aws_eks_cluster.this.arn, user = aws_eks_cluster.this.arn }
    }]
    current-context = aws_eks_cluster.this.name
  })
}

output "aws_auth_config_map" {
  description = "The `aws-auth` ConfigMap as YAML for `kubectl apply`, null when it is not in use."
  value = (
    var.aws_auth == null
    ? null
    : yamlencode({
      apiVersion = "v1"
      kind       = "ConfigMap"
      metadata   = { name = "aws-auth", namespace = "kube-system" }
      data = {
        mapRoles = yamlencode([
          for item in values(var.aws_auth.roles) : {
            "rolearn" = item.arn
            username  = item.username
            groups    = item.groups
          }
        ])
        mapUsers = yamlencode([
          for item in values(var.aws_auth.users) : {
            "userarn" = item.arn
            username  = item.username
            groups    = item.groups
          }
        ])
        mapAccounts = yamlencode(var.aws_auth.accounts)
      }
    })
  )
}
