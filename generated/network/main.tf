locals {
  zones          = { for zone in var.zones : zone => parseint(substr(zone, -1, 1), 36) - 10 }
  region         = replace(var.zones[0], "/[a-z]$/", "")
  public_zones   = { for zone, number in local.zones : zone => number if var.public_subnets != null }
  private_zones  = { for zone, number in local.zones : zone => number if var.private_subnets != null }
  intra_zones    = { for zone, number in local.zones : zone => number if var.intra_subnets != null }
  pod_zones      = { for zone, number in local.zones : zone => number if var.pod_subnets != null }
  database_zones = { for zone, number in local.zones : zone => number if var.database_subnets != null }
  nat_zone       = coalesce(var.nat_zone, sort(var.zones)[0])
  nat_zones      = var.nat == "perZone" ? var.zones : (var.nat == "single" ? [local.nat_zone] : [])

  explicit_cidrs = {
    public   = var.public_subnets != null ? var.public_subnets.cidrs : null
    private  = var.private_subnets != null ? var.private_subnets.cidrs : null
    intra    = var.intra_subnets != null ? var.intra_subnets.cidrs : null
    pod      = var.pod_subnets != null ? var.pod_subnets.cidrs : null
    database = var.database_subnets != null ? var.database_subnets.cidrs : null
  }

  computed_tiers = [
    for tier, cidrs in local.explicit_cidrs : tier
    if cidrs == null ? false : length(cidrs) == 0
  ]

  incomplete_tiers = [
    for tier, cidrs in local.explicit_cidrs : tier
    if cidrs == null ? false : length(cidrs) > 0 && keys(cidrs) != sort(var.zones)
  ]

  longest_prefixes = (
    var.zone_slots == 8
    ? { public = 22, private = 24, intra = 23, database = 22 }
    : { public = 23, private = 25, intra = 24, database = 23 }
  )

  longest_prefix = min(
    28,
    [for tier, prefix in local.longest_prefixes : prefix if contains(local.computed_tiers, tier)]...
  )

  zone_bits    = var.zone_slots == 8 ? 3 : 2
  intra_bits   = 28 - tonumber(split("/", var.cidr)[1])
  cluster_tags = { for cluster in var.cluster_names : "kubernetes.io/cluster/${cluster}" => "shared" }

  private_table_zones = {
    for zone, number in local.zones : zone => number
    if anytrue([var.private_subnets != null, var.pod_subnets != null])
  }

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

  flow_logs_to_cloud_watch = var.flow_logs != null ? var.flow_logs.cloud_watch != null : false
  regional_name            = "${var.name}-${local.region}"

  flow_logs_role = (
    length(local.regional_name) <= 54
    ? "${local.regional_name}-flow-logs"
    : "${substr(local.regional_name, 0, 45)}-${substr(sha256(local.regional_name), 0, 8)}-flow-logs"
  )
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_support   = var.dns_support
  enable_dns_hostnames = var.dns_hostnames

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    precondition {
      condition     = alltrue([for number in values(local.zones) : number < var.zone_slots])
      error_message = "zones: expected zones whose letters have a place in the computed layout, got ${try(jsonencode(var.zones), "another value")}; 4 zone slots are the letters a to d, 8 are a to h [zone-slot]"
    }

    precondition {
      condition     = tonumber(split("/", var.cidr)[1]) <= local.longest_prefix
      error_message = "cidr: expected a prefix of at most /${local.longest_prefix}, got ${jsonencode(var.cidr)}; every tier has room for all zone slots [vpc-too-small]"
    }

    precondition {
      condition = (
        contains(local.computed_tiers, "pod")
        ? tonumber(split("/", var.pod_subnets.cidr)[1]) <= (var.zone_slots == 8 ? 25 : 26)
        : true
      )
      error_message = "pod_subnets: expected a block in which every computed subnet is a /28 or larger, got ${try(jsonencode(one(var.pod_subnets[*].cidr)), "another value")}; it has room for all zone slots [pod-block-too-small]"
    }

    precondition {
      condition     = length(local.incomplete_tiers) == 0
      error_message = "zones: expected a block for each of the zones and no other in a tier with explicit blocks, got ${try(jsonencode(local.incomplete_tiers), "another value")}; a tier is explicit or computed as a whole [tier-zones]"
    }

    precondition {
      condition     = var.public_subnets != null || !contains(["single", "perZone"], var.nat)
      error_message = "nat: expected no zonal NAT gateway without public subnets, got ${try(jsonencode(var.nat), "another value")}; a zonal NAT gateway stands in a public subnet [nat-public-tier]"
    }

    precondition {
      condition     = var.nat == "none" || var.private_subnets != null || var.pod_subnets != null
      error_message = "nat: expected none without private or pod subnets, got ${try(jsonencode(var.nat), "another value")}; nothing would use the NAT gateway [nat-unused]"
    }

    precondition {
      condition     = var.nat_zone == null ? true : var.nat == "single" && contains(var.zones, var.nat_zone)
      error_message = "nat_zone: expected one of the zones, and only with a single NAT gateway, got ${try(jsonencode(var.nat_zone), "another value")} [nat-zone]"
    }

    precondition {
      condition     = length(setsubtract(keys(var.nat_elastic_ips), local.nat_zones)) == 0
      error_message = "nat_elastic_ips: expected addresses for zones with a NAT gateway, got ${try(jsonencode(keys(var.nat_elastic_ips)), "another value")}; zonal: only where a gateway stands; regional: for every zone or none [nat-elastic-ips]"
    }

    precondition {
      condition     = var.dns_support || !var.dns_hostnames
      error_message = "dns_hostnames: expected false without DNS support, got ${try(jsonencode(var.dns_hostnames), "another value")}; AWS gives no names that nobody answers [dns-hostnames]"
    }

    precondition {
      condition = (
        (var.dns_support && var.dns_hostnames)
        || length([for service, endpoint in var.interface_endpoints : service if endpoint.private_dns]) == 0
      )
      error_message = "interface_endpoints: expected no private DNS without DNS support and DNS host names, got ${try(jsonencode([for service, endpoint in var.interface_endpoints : service if endpoint.private_dns]), "another value")} [endpoint-dns]"
    }

    precondition {
      condition = (
        var.private_subnets != null
        || var.intra_subnets != null
        || length(var.interface_endpoints) == 0
      )
      error_message = "interface_endpoints: expected no interface endpoints without private or intra subnets, got ${try(jsonencode(keys(var.interface_endpoints)), "another value")} [endpoint-subnets]"
    }

    precondition {
      condition = length([
        for service, endpoint in var.interface_endpoints : service
        if endpoint.zones == null ? false : length(setsubtract(endpoint.zones, var.zones)) > 0
      ]) == 0
      error_message = "interface_endpoints: expected endpoints in zones of the network, got ${try(jsonencode([for service, endpoint in var.interface_endpoints : service if endpoint.zones == null ? false : length(setsubtract(endpoint.zones, var.zones)) > 0]), "another value")} [endpoint-zones-known]"
    }
  }
}

resource "aws_vpc_ipv4_cidr_block_association" "pod" {
  count = var.pod_subnets != null ? 1 : 0

  vpc_id     = aws_vpc.this.id
  cidr_block = var.pod_subnets.cidr
}

# Explicit subnets may lie in these blocks, so all subnets wait for them.
resource "aws_vpc_ipv4_cidr_block_association" "secondary" {
  for_each = var.secondary_cidrs

  vpc_id     = aws_vpc.this.id
  cidr_block = each.value
}

# Every VPC has this group and what names no group gets it. Without rules it lets nothing in or out.
resource "aws_default_security_group" "this" {
  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-default" })
}

resource "aws_internet_gateway" "this" {
  count = var.public_subnets != null ? 1 : 0

  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = var.name })
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

  depends_on = [aws_internet_gateway.this]
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

resource "aws_route_table_association" "private" {
  for_each = local.private_zones

  subnet_id      = aws_subnet.private[each.key].id
  route_table_id = aws_route_table.private[each.key].id
}

resource "aws_route_table_association" "pod" {
  for_each = local.pod_zones

  subnet_id      = aws_subnet.pod[each.key].id
  route_table_id = aws_route_table.private[each.key].id
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

resource "aws_cloudwatch_log_group" "flow_logs" {
  count = local.flow_logs_to_cloud_watch ? 1 : 0

  name              = "/aws/vpc-flow-logs/${var.name}"
  retention_in_days = var.flow_logs.cloud_watch.retention_days
  kms_key_id        = var.flow_logs.cloud_watch.kms_key_arn

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })
}

resource "aws_iam_role" "flow_logs" {
  count = local.flow_logs_to_cloud_watch ? 1 : 0

  name = local.flow_logs_role
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "vpc-flow-logs.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = aws_vpc.this.owner_id }
        ArnLike = {
          "aws:SourceArn" = "arn:${split(":", aws_vpc.this.arn)[1]}:ec2:${local.region}:${aws_vpc.this.owner_id}:vpc-flow-log/*"
        }
      }
    }]
  })
  path                 = var.role_path
  permissions_boundary = var.permissions_boundary

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })
}

resource "aws_iam_role_policy" "flow_logs" {
  count = local.flow_logs_to_cloud_watch ? 1 : 0

  name = "write-flow-logs"
  role = aws_iam_role.flow_logs[0].name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "WriteFlowLogs"
        Effect = "Allow"
        Action = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
        Resource = [
          aws_cloudwatch_log_group.flow_logs[0].arn,
          "${aws_cloudwatch_log_group.flow_logs[0].arn}:log-stream:*",
        ]
      },
      { Sid = "FindLogGroup", Effect = "Allow", Action = "logs:DescribeLogGroups", Resource = "*" },
    ]
  })
}

resource "aws_flow_log" "cloud_watch" {
  count = local.flow_logs_to_cloud_watch ? 1 : 0

  vpc_id                   = aws_vpc.this.id
  traffic_type             = var.flow_logs.traffic_type
  max_aggregation_interval = var.flow_logs.aggregation_seconds
  log_destination          = aws_cloudwatch_log_group.flow_logs[0].arn
  iam_role_arn             = aws_iam_role.flow_logs[0].arn

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })
}

resource "aws_flow_log" "s3" {
  count = (var.flow_logs != null ? var.flow_logs.s3 != null : false) ? 1 : 0

  vpc_id                   = aws_vpc.this.id
  traffic_type             = var.flow_logs.traffic_type
  max_aggregation_interval = var.flow_logs.aggregation_seconds
  log_destination_type     = "s3"
  log_destination          = var.flow_logs.s3.bucket_arn

  destination_options {
    file_format                = var.flow_logs.s3.file_format
    hive_compatible_partitions = var.flow_logs.s3.hive_partitions
    per_hour_partition         = var.flow_logs.s3.hourly_partitions
  }

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })
}
