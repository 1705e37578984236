import type { About, Has } from "../../kernel";
import { costs, fixed, rate } from "../costs";
import { regionalNatSince } from "./inputs";

export const networkAbout = (has: Has): About => ({
  makes: [
    "A VPC with its primary block, and with those of `secondary_cidrs` and `pod_subnets`.",
    "Subnets in each of `zones`: private, public and intra by themselves, database and pod when given. Null leaves out a tier.",
    "NAT as `nat` says, an internet gateway with public subnets, a route table for each zone of the private subnets.",
    "Gateway endpoints (`s3` by itself) and the interface endpoints that are named, with their security group.",
    "The VPC's default security group, without rules.",
    "A flow log with its log group and role, or to a bucket; none with `flow_logs = null`.",
  ],
  costs: costs([
    fixed("zonal NAT gateway", "natGateway", 1),
    fixed("public IPv4 address of a zonal NAT gateway", "publicIpv4Address", 1),
    fixed("interface endpoint, in each of its zones", "interfaceEndpoint", 0),
    ...(has(regionalNatSince) ? [fixed("regional NAT gateway", undefined, 0)] : []),
  ], [
    `what passes a NAT gateway: ${rate("natGatewayData")}`,
    `what passes an interface endpoint: ${rate("interfaceEndpointData")}`,
    `what passes between zones: ${rate("dataBetweenZones")} in each direction`,
    `flow logs in CloudWatch: ${rate("logIngestion")} taken in, ${rate("logStorage")} kept`,
    "data to the internet, flow logs in a bucket: not priced",
  ]),
});
