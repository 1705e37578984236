resource "aws_security_group" "this" {
  count = var.security_group != null ? 1 : 0

  # AWS takes no name that begins with "sg-", as a cluster's may.
  name        = coalesce(var.security_group.name, "eks-${var.name}-control-plane")
  description = coalesce(var.security_group.description, "Control plane of the EKS cluster ${var.name}")
  vpc_id      = var.security_group.vpc_id

  tags = merge(var.tags, { Name = "eks-${var.name}-control-plane" })
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = var.security_group == null ? {} : var.security_group.ingress

  security_group_id = aws_security_group.this[0].id
  description       = each.value.description
  ip_protocol       = each.value.protocol
  from_port         = each.value.ports == null ? null : each.value.ports.from
  to_port           = each.value.ports == null ? null : each.value.ports.to
  cidr_ipv4         = each.value.cidr_ipv4
  cidr_ipv6         = each.value.cidr_ipv6
  prefix_list_id    = each.value.prefix_list_id
  referenced_security_group_id = (
    each.value.self == null
    ? each.value.security_group_id
    : aws_security_group.this[0].id
  )

  tags = merge(var.tags, { Name = each.key })
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = var.security_group == null ? {} : var.security_group.egress

  security_group_id = aws_security_group.this[0].id
  description       = each.value.description
  ip_protocol       = each.value.protocol
  from_port         = each.value.ports == null ? null : each.value.ports.from
  to_port           = each.value.ports == null ? null : each.value.ports.to
  cidr_ipv4         = each.value.cidr_ipv4
  cidr_ipv6         = each.value.cidr_ipv6
  prefix_list_id    = each.value.prefix_list_id
  referenced_security_group_id = (
    each.value.self == null
    ? each.value.security_group_id
    : aws_security_group.this[0].id
  )

  tags = merge(var.tags, { Name = each.key })
}

resource "aws_vpc_security_group_ingress_rule" "cluster" {
  for_each = var.cluster_security_group.ingress

  security_group_id = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  description       = each.value.description
  ip_protocol       = each.value.protocol
  from_port         = each.value.ports == null ? null : each.value.ports.from
  to_port           = each.value.ports == null ? null : each.value.ports.to
  cidr_ipv4         = each.value.cidr_ipv4
  cidr_ipv6         = each.value.cidr_ipv6
  prefix_list_id    = each.value.prefix_list_id
  referenced_security_group_id = (
    each.value.self == null
    ? each.value.security_group_id
    : aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  )

  tags = merge(var.tags, { Name = each.key })
}

resource "aws_vpc_security_group_egress_rule" "cluster" {
  for_each = var.cluster_security_group.egress

  security_group_id = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  description       = each.value.description
  ip_protocol       = each.value.protocol
  from_port         = each.value.ports == null ? null : each.value.ports.from
  to_port           = each.value.ports == null ? null : each.value.ports.to
  cidr_ipv4         = each.value.cidr_ipv4
  cidr_ipv6         = each.value.cidr_ipv6
  prefix_list_id    = each.value.prefix_list_id
  referenced_security_group_id = (
    each.value.self == null
    ? each.value.security_group_id
    : aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  )

  tags = merge(var.tags, { Name = each.key })
}
