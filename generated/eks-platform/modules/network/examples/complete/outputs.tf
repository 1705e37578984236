output "vpc_id" {
  description = "Id of the VPC."
  value       = module.network.vpc_id
}

output "vpc_arn" {
  description = "ARN of the VPC."
  value       = module.network.vpc_arn
}

output "vpc_cidr_block" {
  description = "Primary IPv4 block of the VPC."
  value       = module.network.vpc_cidr_block
}

output "default_security_group_id" {
  description = "Id of the default security group, which has no rules."
  value       = module.network.default_security_group_id
}

output "zones" {
  description = "Availability zones."
  value       = module.network.zones
}

output "public_subnet_ids" {
  description = "Ids of the public subnets by zone."
  value       = module.network.public_subnet_ids
}

output "private_subnet_ids" {
  description = "Ids of the private subnets by zone."
  value       = module.network.private_subnet_ids
}

output "intra_subnet_ids" {
  description = "Ids of the intra subnets by zone."
  value       = module.network.intra_subnet_ids
}

output "pod_subnet_ids" {
  description = "Ids of the pod subnets by zone."
  value       = module.network.pod_subnet_ids
}

output "database_subnet_ids" {
  description = "Ids of the database subnets by zone."
  value       = module.network.database_subnet_ids
}

output "public_subnet_cidr_blocks" {
  description = "IPv4 blocks of the public subnets by zone."
  value       = module.network.public_subnet_cidr_blocks
}

output "private_subnet_cidr_blocks" {
  description = "IPv4 blocks of the private subnets by zone."
  value       = module.network.private_subnet_cidr_blocks
}

output "intra_subnet_cidr_blocks" {
  description = "IPv4 blocks of the intra subnets by zone."
  value       = module.network.intra_subnet_cidr_blocks
}

output "pod_subnet_cidr_blocks" {
  description = "IPv4 blocks of the pod subnets by zone."
  value       = module.network.pod_subnet_cidr_blocks
}

output "database_subnet_cidr_blocks" {
  description = "IPv4 blocks of the database subnets by zone."
  value       = module.network.database_subnet_cidr_blocks
}

output "internet_gateway_id" {
  description = "Id of the internet gateway, or null."
  value       = module.network.internet_gateway_id
}

output "nat_gateway_ids" {
  description = "Ids of the NAT gateways."
  value       = module.network.nat_gateway_ids
}

output "nat_public_ips" {
  description = "Addresses from which private subnets reach the internet. Those of a regional NAT gateway may change."
  value       = module.network.nat_public_ips
}

output "public_route_table_id" {
  description = "Id of the public subnets' route table, or null."
  value       = module.network.public_route_table_id
}

output "private_route_table_ids" {
  description = "Ids of the route tables of private and pod subnets by zone."
  value       = module.network.private_route_table_ids
}

output "intra_route_table_id" {
  description = "Id of the intra subnets' route table, or null."
  value       = module.network.intra_route_table_id
}

output "database_route_table_id" {
  description = "Id of the database subnets' route table, or null."
  value       = module.network.database_route_table_id
}

output "gateway_endpoint_ids" {
  description = "Ids of the gateway endpoints by service."
  value       = module.network.gateway_endpoint_ids
}

output "interface_endpoint_ids" {
  description = "Ids of the interface endpoints by service."
  value       = module.network.interface_endpoint_ids
}

output "endpoint_security_group_id" {
  description = "Id of the interface endpoints' security group, or null."
  value       = module.network.endpoint_security_group_id
}

output "flow_log_id" {
  description = "Id of the flow log, or null."
  value       = module.network.flow_log_id
}

output "flow_log_group_name" {
  description = "Name of the log group of flow logs, or null."
  value       = module.network.flow_log_group_name
}

output "flow_log_role_arn" {
  description = "ARN of the role that writes flow logs, or null."
  value       = module.network.flow_log_role_arn
}

output "egress_ready" {
  description = "Ids of the routes and endpoints that must be there before a node can pull an image. Hand them to whatever makes nodes."
  value       = module.network.egress_ready
}
