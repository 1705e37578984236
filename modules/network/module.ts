import { fromVariables, type ModuleDefinition } from "../../kernel";
import { networkInputs } from "./inputs";
import { Network } from "./network";

export const networkModule: ModuleDefinition = {
  name: "network",
  doc: "A VPC for Amazon EKS: subnets by tier and zone in a layout in which nothing moves when a zone or a tier comes or goes, NAT, routes, VPC endpoints and flow logs.",
  inputs: networkInputs,
  build: (scope) => void new Network(scope, "network", fromVariables),
  example: `name  = "example"
cidr  = "10.0.0.0/16"
zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
nat   = "single"`,
};
