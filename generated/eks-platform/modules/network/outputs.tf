output "vpc_id" {
  description = "Id of the VPC."
  value       = aws_vpc.this.id
}

output "vpc_arn" {
  description = "ARN of the VPC."
  value       = aws_vpc.this.arn
}

output "vpc_cidr_block" {
  description = "Primary IPv4 block of the VPC."
  value       = aws_vpc.this.cidr_block
}

output "default_security_group_id" {
  description = "Id of the default security group, which has no rules."
  value       = aws_default_security_group.this.id
}

output "zones" {
  description = "Availability zones."
  value       = var.zones
}

output "public_subnet_ids" {
  description = "Ids of the public subnets by zone."
  value       = { for zone, subnet in aws_subnet.public : zone => subnet.id }
}

output "private_subnet_ids" {
  description = "Ids of the private subnets by zone."
  value       = { for zone, subnet in aws_subnet.private : zone => subnet.id }
}

output "intra_subnet_ids" {
  description = "Ids of the intra subnets by zone."
  value       = { for zone, subnet in aws_subnet.intra : zone => subnet.id }
}

output "pod_subnet_ids" {
  description = "Ids of the pod subnets by zone."
  value       = { for zone, subnet in aws_subnet.pod : zone => subnet.id }
}

output "database_subnet_ids" {
  description = "Ids of the database subnets by zone."
  value       = { for zone, subnet in aws_subnet.database : zone => subnet.id }
}

output "public_subnet_cidr_blocks" {
  description = "IPv4 blocks of the public subnets by zone."
  value       = { for zone, subnet in aws_subnet.public : zone => subnet.cidr_block }
}

output "private_subnet_cidr_blocks" {
  description = "IPv4 blocks of the private subnets by zone."
  value       = { for zone, subnet in aws_subnet.private : zone => subnet.cidr_block }
}

output "intra_subnet_cidr_blocks" {
  description = "IPv4 blocks of the intra subnets by zone."
  value       = { for zone, subnet in aws_subnet.intra : zone => subnet.cidr_block }
}

output "pod_subnet_cidr_blocks" {
  description = "IPv4 blocks of the pod subnets by zone."
  value       = { for zone, subnet in aws_subnet.pod : zone => subnet.cidr_block }
}

output "database_subnet_cidr_blocks" {
  description = "IPv4 blocks of the database subnets by zone."
  value       = { for zone, subnet in aws_subnet.database : zone => subnet.cidr_block }
}

output "internet_gateway_id" {
  description = "Id of the internet gateway, or null."
  value       = one(aws_internet_gateway.this[*].id)
}

output "nat_gateway_ids" {
  description = "Ids of the NAT gateways."
  value       = [for gateway in aws_nat_gateway.zonal : gateway.id]
}

output "nat_public_ips" {
  description = "Addresses from which private subnets reach the internet. Those of a regional NAT gateway may change."
  value       = [for gateway in aws_nat_gateway.zonal : gateway.public_ip]
}

output "public_route_table_id" {
  description = "Id of the public subnets' route table, or null."
  value       = one(aws_route_table.public[*].id)
}

output "private_route_table_ids" {
  description = "Ids of the route tables of private and pod subnets by zone."
  value       = { for zone, table in aws_route_table.private : zone => table.id }
}

output "intra_route_table_id" {
  description = "Id of the intra subnets' route table, or null."
  value       = one(aws_route_table.intra[*].id)
}

output "database_route_table_id" {
  description = "Id of the database subnets' route table, or null."
  value       = one(aws_route_table.database[*].id)
}

output "gateway_endpoint_ids" {
  description = "Ids of the gateway endpoints by service."
  value       = { for service, endpoint in aws_vpc_endpoint.gateway : service => endpoint.id }
}

output "interface_endpoint_ids" {
  description = "Ids of the interface endpoints by service."
  value       = { for service, endpoint in aws_vpc_endpoint.interface : service => endpoint.id }
}

output "endpoint_security_group_id" {
  description = "Id of the interface endpoints' security group, or null."
  value       = one(aws_security_group.endpoints[*].id)
}

output "flow_log_id" {
  description = "Id of the flow log, or null."
  value       = one(concat(aws_flow_log.cloud_watch[*].id, aws_flow_log.s3[*].id))
}

output "flow_log_group_name" {
  description = "Name of the log group of flow logs, or null."
  value       = one(aws_cloudwatch_log_group.flow_logs[*].name)
}

output "flow_log_role_arn" {
  description = "ARN of the role that writes flow logs, or null."
  value       = one(aws_iam_role.flow_logs[*].arn)
}

output "egress_ready" {
  description = "Ids of the routes and endpoints that must be there before a node can pull an image. Hand them to whatever makes nodes."
  value = concat(
    aws_route.public_internet[*].id,
    [for route in aws_route.private_nat : route.id],
    [for association in aws_route_table_association.public : association.id],
    [for association in aws_route_table_association.private : association.id],
    [for association in aws_route_table_association.pod : association.id],
    [for association in aws_route_table_association.intra : association.id],
    [for association in aws_route_table_association.database : association.id],
    [for endpoint in aws_vpc_endpoint.gateway : endpoint.id],
    [for endpoint in aws_vpc_endpoint.interface : endpoint.id],
    [for rule in aws_vpc_security_group_ingress_rule.endpoints : rule.id]
  )
}
