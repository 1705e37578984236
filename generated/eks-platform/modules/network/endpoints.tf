locals {
  blocks = merge(
    { vpc = var.cidr },
    { for cidr in var.pod_subnets[*].cidr : "pods" => cidr },
    { for name, cidr in var.secondary_cidrs : "secondary-${name}" => cidr }
  )

  china_services = (
    startswith(local.region, "cn-")
    ? [
      "ec2",
      "ecr.api",
      "ecr.dkr",
      "sts",
      "eks",
      "monitoring",
      "autoscaling",
      "sqs",
      "elasticfilesystem",
      "ebs",
      "xray",
    ]
    : []
  )

  endpoint_subnet_ids = (
    var.private_subnets != null
    ? { for zone, subnet in aws_subnet.private : zone => subnet.id }
    : { for zone, subnet in aws_subnet.intra : zone => subnet.id }
  )
}

resource "aws_vpc_endpoint" "gateway" {
  for_each = toset(var.gateway_endpoints)

  vpc_id            = aws_vpc.this.id
  service_name      = "com.amazonaws.${local.region}.${each.key}"
  vpc_endpoint_type = "Gateway"
  route_table_ids = concat(
    aws_route_table.public[*].id,
    [for table in aws_route_table.private : table.id],
    aws_route_table.intra[*].id,
    aws_route_table.database[*].id
  )

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })
}

resource "aws_security_group" "endpoints" {
  count = length(var.interface_endpoints) > 0 ? 1 : 0

  name        = "vpc-endpoints-${var.name}"
  description = "Interface endpoints of the VPC"
  vpc_id      = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-endpoints" })
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  for_each = { for name, cidr in local.blocks : name => cidr if length(var.interface_endpoints) > 0 }

  security_group_id = aws_security_group.endpoints[0].id
  description       = "HTTPS from the ${each.key} block"
  cidr_ipv4         = each.value
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = merge(var.tags, { Name = "${var.name}-endpoints-${each.key}" })
}

resource "aws_vpc_endpoint" "interface" {
  for_each = var.interface_endpoints

  vpc_id = aws_vpc.this.id
  service_name = coalesce(
    each.value.service_name,
    lookup(
      { route53 = "com.amazonaws.route53" },
      each.key,
      "${contains(local.china_services, each.key) ? "cn." : ""}com.amazonaws.${local.region}.${each.key}"
    )
  )
  service_region    = each.value.service_region
  vpc_endpoint_type = "Interface"
  subnet_ids = [
    for zone, id in local.endpoint_subnet_ids : id
    if each.value.zones == null ? true : contains(each.value.zones, zone)
  ]
  security_group_ids  = [aws_security_group.endpoints[0].id]
  private_dns_enabled = each.value.private_dns
  policy              = each.value.policy

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })
}
