resource "aws_eip" "nat" {
  for_each = setsubtract(local.nat_zones, keys(var.nat_elastic_ips))

  domain = "vpc"

  tags = merge(var.tags, { Name = "${var.name}-nat-${each.key}" })
}

resource "aws_nat_gateway" "zonal" {
  for_each = toset(local.nat_zones)

  subnet_id     = aws_subnet.public[each.key].id
  allocation_id = try(var.nat_elastic_ips[each.key], aws_eip.nat[each.key].allocation_id)

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })

  # Its address is of use once the VPC has a way out.
  depends_on = [aws_internet_gateway.this]
}
