resource "aws_launch_template" "node" {
  name_prefix            = "${local.name}-"
  update_default_version = true
  user_data              = base64encode("#!/bin/sh\necho $${HOSTNAME}\n")
  vpc_security_group_ids = [aws_security_group.endpoints.id]
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_type           = "gp3"
      volume_size           = var.volume_gib
      iops                  = 3000
      throughput            = 125
      encrypted             = true
      kms_key_id            = aws_kms_key.main.arn
      delete_on_termination = true
    }
  }
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
    instance_metadata_tags      = "disabled"
  }
  monitoring { enabled = true }
  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume", "network-interface"])
    content {
      resource_type = tag_specifications.value
      tags          = { Name = local.name }
    }
  }
}

resource "aws_eks_node_group" "main" {
  for_each        = { spot = "SPOT", od = "ON_DEMAND" }
  cluster_name    = aws_eks_cluster.main.name
  node_group_name = each.key
  node_role_arn   = aws_iam_role.node.arn
  subnet_ids      = [for s in aws_subnet.private : s.id]
  capacity_type   = each.value
  ami_type        = "AL2023_x86_64_STANDARD"
  instance_types  = ["m5.large", "m5a.large", "m6i.large"]
  version         = aws_eks_cluster.main.version
  labels          = { role = each.key }
  scaling_config {
    min_size     = 1
    desired_size = var.desired
    max_size     = 5
  }
  update_config { max_unavailable_percentage = 33 }
  node_repair_config { enabled = true }
  launch_template {
    id      = aws_launch_template.node.id
    version = aws_launch_template.node.latest_version
  }
  dynamic "taint" {
    for_each = each.key == "spot" ? [1] : []
    content {
      key    = "spot"
      value  = "true"
      effect = "NO_SCHEDULE"
    }
  }
  timeouts { create = "1m" }
  depends_on = [aws_eks_addon.before, aws_iam_role_policy_attachment.node]
}

resource "aws_eks_node_group" "plain" {
  cluster_name           = aws_eks_cluster.main.name
  node_group_name_prefix = "plain-"
  node_role_arn          = aws_iam_role.node.arn
  subnet_ids             = [for s in aws_subnet.private : s.id]
  scaling_config {
    min_size     = 0
    desired_size = 0
    max_size     = 2
  }
}

resource "aws_eks_fargate_profile" "main" {
  for_each               = toset(["one", "two"])
  cluster_name           = aws_eks_cluster.main.name
  fargate_profile_name   = each.key
  pod_execution_role_arn = aws_iam_role.fargate.arn
  subnet_ids             = [for s in aws_subnet.private : s.id]
  selector {
    namespace = each.key
    labels    = { a = "b" }
  }
  depends_on = [aws_route_table_association.private, aws_route.private]
}

resource "aws_eks_pod_identity_association" "app" {
  cluster_name    = aws_eks_cluster.main.name
  namespace       = "app"
  service_account = "app"
  role_arn        = aws_iam_role.pod.arn
}

resource "aws_eks_identity_provider_config" "users" {
  cluster_name = aws_eks_cluster.main.name
  oidc {
    client_id                     = "kubernetes"
    identity_provider_config_name = "users"
    issuer_url                    = "https://login.example.com/tenant"
    groups_claim                  = "groups"
  }
}

resource "aws_vpc_security_group_ingress_rule" "cluster" {
  security_group_id            = aws_eks_cluster.main.vpc_config[0].cluster_security_group_id
  referenced_security_group_id = aws_security_group.endpoints.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}
