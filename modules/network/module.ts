import { mockAttributes } from "../../aws/mock-attributes";
import { fromVariables, type ModuleDefinition } from "../../kernel";
import { networkAbout } from "./about";
import { networkInputs } from "./inputs";
import { Network } from "./network";

export const networkModule = {
  name: "network",
  doc: "A VPC for Amazon EKS: subnets by tier and zone in a layout in which nothing moves when a zone or a tier comes or goes, NAT, routes, VPC endpoints and flow logs.",
  about: networkAbout,
  inputs: networkInputs,
  build: (scope) => void new Network(scope, "network", fromVariables),
  example: `name  = "example"
cidr  = "10.0.0.0/16"
zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
nat   = "single"`,
  complete: `name  = "example"
cidr  = "10.0.0.0/16"
zones = ["us-east-1a", "us-east-1b", "us-east-1c"]

# One way out for each zone: the loss of a zone is the loss of that zone alone.
nat = "perZone"

# Public, private and intra subnets are there by themselves.
public_subnets = {
  tags = { Reach = "internet" }
}

database_subnets = {}

# Pods get addresses from a block of their own.
pod_subnets = {
  cidr = "100.64.0.0/16"
}

# What nodes ask for most does not pay for NAT.
gateway_endpoints = ["s3", "dynamodb"]

interface_endpoints = {
  "ecr.api" = {}
  "ecr.dkr" = {}
  sts       = {}
}

flow_logs = {
  cloud_watch  = { retention_days = 90 }
  traffic_type = "REJECT"
}

discovery_tag = "eks-example"

tags = {
  Environment = "example"
}`,
  tests: {
    mocks: mockAttributes,
    smallest: {
      "three tiers, each with a subnet in every zone": "alltrue([for tier in [output.public_subnet_cidr_blocks, output.private_subnet_cidr_blocks, output.intra_subnet_cidr_blocks] : tolist(keys(tier)) == output.zones])",
      "one NAT gateway for all zones": "length(aws_nat_gateway.zonal) == 1",
    },
    complete: {
      "a NAT gateway in each zone": "length(module.network.nat_gateway_ids) == 3",
      "pods have their own block in each zone": 'alltrue([for cidr in values(module.network.pod_subnet_cidr_blocks) : startswith(cidr, "100.64.")])',
      "the endpoints stand": 'keys(module.network.interface_endpoint_ids) == ["ecr.api", "ecr.dkr", "sts"]',
      "flow logs go to a log group": "module.network.flow_log_group_name != null",
    },
    plans: {
      "a fourth zone moves no block of the others": {
        given: 'zones = ["us-east-1d", "us-east-1a", "us-east-1b", "us-east-1c"]',
        holds: { "each zone's block follows from its letter": 'output.private_subnet_cidr_blocks["us-east-1a"] == "10.0.0.0/19" && output.private_subnet_cidr_blocks["us-east-1d"] == "10.0.96.0/19"' },
      },
      "a block that AWS does not take is refused": { given: 'cidr = "10.0.0.0/8"', refusedBy: "var.cidr" },
      "zonal NAT without public subnets is refused": { given: "public_subnets = null", refusedBy: "aws_vpc.this" },
    },
  },
} satisfies ModuleDefinition;
