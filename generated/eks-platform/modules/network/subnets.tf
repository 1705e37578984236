locals {
  zone_bits    = var.zone_slots == 8 ? 3 : 2
  intra_bits   = 28 - tonumber(split("/", var.cidr)[1])
  cluster_tags = { for cluster in var.cluster_names : "kubernetes.io/cluster/${cluster}" => "shared" }
}

resource "aws_subnet" "public" {
  for_each = local.public_zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block = try(
    var.public_subnets.cidrs[each.key],
    cidrsubnet(cidrsubnet(var.cidr, 3, 4), local.zone_bits, each.value)
  )
  map_public_ip_on_launch = var.public_subnets.map_public_ip

  tags = merge(
    var.tags,
    { Name = "${var.name}-public-${each.key}", "kubernetes.io/role/elb" = "1" },
    local.cluster_tags,
    var.public_subnets.tags
  )

  depends_on = [aws_vpc_ipv4_cidr_block_association.secondary]
}

resource "aws_subnet" "private" {
  for_each = local.private_zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block = try(
    var.private_subnets.cidrs[each.key],
    cidrsubnet(cidrsubnet(var.cidr, 1, 0), local.zone_bits, each.value)
  )

  tags = merge(
    var.tags,
    { Name = "${var.name}-private-${each.key}", "kubernetes.io/role/internal-elb" = "1" },
    local.cluster_tags,
    { for value in var.discovery_tag[*] : "karpenter.sh/discovery" => value },
    var.private_subnets.tags
  )

  depends_on = [aws_vpc_ipv4_cidr_block_association.secondary]
}

resource "aws_subnet" "intra" {
  for_each = local.intra_zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block = try(
    var.intra_subnets.cidrs[each.key],
    cidrsubnet(var.cidr, local.intra_bits, pow(2, local.intra_bits) - var.zone_slots + each.value)
  )

  tags = merge(var.tags, { Name = "${var.name}-intra-${each.key}" }, var.intra_subnets.tags)

  depends_on = [aws_vpc_ipv4_cidr_block_association.secondary]
}

resource "aws_subnet" "pod" {
  for_each = local.pod_zones

  vpc_id            = aws_vpc_ipv4_cidr_block_association.pod[0].vpc_id
  availability_zone = each.key
  cidr_block = try(
    var.pod_subnets.cidrs[each.key],
    cidrsubnet(var.pod_subnets.cidr, local.zone_bits, each.value)
  )

  tags = merge(
    var.tags,
    { Name = "${var.name}-pod-${each.key}", "kubernetes.io/role/cni" = "1" },
    var.pod_subnets.tags
  )
}

resource "aws_subnet" "database" {
  for_each = local.database_zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block = try(
    var.database_subnets.cidrs[each.key],
    cidrsubnet(cidrsubnet(var.cidr, 3, 5), local.zone_bits, each.value)
  )

  tags = merge(var.tags, { Name = "${var.name}-database-${each.key}" }, var.database_subnets.tags)

  depends_on = [aws_vpc_ipv4_cidr_block_association.secondary]
}
