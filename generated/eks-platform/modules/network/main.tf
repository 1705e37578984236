locals {
  # A zone's number is that of its letter, whatever other zones there are: base 36 counts on after 9
  # with a.
  zones = { for zone in var.zones : zone => parseint(substr(zone, -1, 1), 36) - 10 }

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
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_support   = var.dns_support
  enable_dns_hostnames = var.dns_hostnames

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    precondition {
      condition     = alltrue([for number in values(local.zones) : number < var.zone_slots])
      error_message = "zones: expected zones whose letters have a place in the computed layout, got ${jsonencode(var.zones)}; 4 zone slots are the letters a to d, 8 are a to h [zone-slot]"
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
      error_message = "zones: expected a block for each of the zones and no other in a tier with explicit blocks, got ${jsonencode(local.incomplete_tiers)}; a tier is explicit or computed as a whole [tier-zones]"
    }

    precondition {
      condition     = var.public_subnets != null || !contains(["single", "perZone"], var.nat)
      error_message = "nat: expected no zonal NAT gateway without public subnets, got ${jsonencode(var.nat)}; a zonal NAT gateway stands in a public subnet [nat-public-tier]"
    }

    precondition {
      condition     = var.nat == "none" || var.private_subnets != null || var.pod_subnets != null
      error_message = "nat: expected none without private or pod subnets, got ${jsonencode(var.nat)}; nothing would use the NAT gateway [nat-unused]"
    }

    precondition {
      condition     = var.nat_zone == null ? true : var.nat == "single" && contains(var.zones, var.nat_zone)
      error_message = "nat_zone: expected one of the zones, and only with a single NAT gateway, got ${jsonencode(var.nat_zone)} [nat-zone]"
    }

    precondition {
      condition     = length(setsubtract(keys(var.nat_elastic_ips), local.nat_zones)) == 0
      error_message = "nat_elastic_ips: expected addresses for zones with a NAT gateway, got ${try(jsonencode(keys(var.nat_elastic_ips)), "another value")}; zonal: only where a gateway stands; regional: for every zone or none [nat-elastic-ips]"
    }

    precondition {
      condition     = var.dns_support || !var.dns_hostnames
      error_message = "dns_hostnames: expected false without DNS support, got ${jsonencode(var.dns_hostnames)}; AWS gives no names that nobody answers [dns-hostnames]"
    }

    precondition {
      condition = (
        (var.dns_support && var.dns_hostnames)
        || length([for service, endpoint in var.interface_endpoints : service if endpoint.private_dns]) == 0
      )
      error_message = join("", [
        "interface_endpoints: expected no private DNS without DNS support and DNS host names, got ",
        try(
          jsonencode([for service, endpoint in var.interface_endpoints : service if endpoint.private_dns]),
          "another value"
        ),
        " [endpoint-dns]",
      ])
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
      error_message = join("", [
        "interface_endpoints: expected endpoints in zones of the network, got ",
        try(
          jsonencode([
            for service, endpoint in var.interface_endpoints : service
            if endpoint.zones == null ? false : length(setsubtract(endpoint.zones, var.zones)) > 0
          ]),
          "another value"
        ),
        " [endpoint-zones-known]",
      ])
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
