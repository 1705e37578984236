locals {
  private_table_zones = {
    for zone, number in local.zones : zone => number
    if anytrue([var.private_subnets != null, var.pod_subnets != null])
  }
}

resource "aws_route_table" "public" {
  count = var.public_subnets != null ? 1 : 0

  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-public" })
}

resource "aws_route_table" "intra" {
  count = var.intra_subnets != null ? 1 : 0

  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-intra" })
}

resource "aws_route_table" "database" {
  count = var.database_subnets != null ? 1 : 0

  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-database" })
}

# A table for each zone, whatever the NAT mode: a change of mode changes routes, and no subnet loses
# its table.
resource "aws_route_table" "private" {
  for_each = local.private_table_zones

  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-private-${each.key}" })
}

resource "aws_route" "public_internet" {
  count = var.public_subnets != null ? 1 : 0

  route_table_id         = aws_route_table.public[0].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this[0].id
}

resource "aws_route" "private_nat" {
  for_each = { for zone, number in local.private_table_zones : zone => number if var.nat != "none" }

  route_table_id         = aws_route_table.private[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id = (
    var.nat == "perZone"
    ? aws_nat_gateway.zonal[each.key].id
    : aws_nat_gateway.zonal[local.nat_zone].id
  )
}

resource "aws_route_table_association" "public" {
  for_each = local.public_zones

  subnet_id      = aws_subnet.public[each.key].id
  route_table_id = aws_route_table.public[0].id
}

# A subnet that comes from another table finds its way out there already.
resource "aws_route_table_association" "private" {
  for_each = local.private_zones

  subnet_id      = aws_subnet.private[each.key].id
  route_table_id = aws_route_table.private[each.key].id

  depends_on = [aws_route.private_nat]
}

# A subnet that comes from another table finds its way out there already.
resource "aws_route_table_association" "pod" {
  for_each = local.pod_zones

  subnet_id      = aws_subnet.pod[each.key].id
  route_table_id = aws_route_table.private[each.key].id

  depends_on = [aws_route.private_nat]
}

resource "aws_route_table_association" "intra" {
  for_each = local.intra_zones

  subnet_id      = aws_subnet.intra[each.key].id
  route_table_id = aws_route_table.intra[0].id
}

resource "aws_route_table_association" "database" {
  for_each = local.database_zones

  subnet_id      = aws_subnet.database[each.key].id
  route_table_id = aws_route_table.database[0].id
}
