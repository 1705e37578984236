import type { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import type { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { type Construct, type Handle, outputs, project, tf } from "../../kernel";
import type { Attributes, OptionalResource } from "../../kernel/attributes";
import type { endpoints } from "./endpoints";
import type { flowLogs } from "./flow-logs";
import type { Tier } from "./layout";
import type { Nat } from "./nat";
import type { NetworkRef } from "./refs";
import type { Routes } from "./routes";
import type { Subnets } from "./subnets";

interface Made {
  readonly network: NetworkRef;
  readonly vpc: Handle<Attributes<Vpc>>;
  readonly defaultGroup: Handle<Attributes<DefaultSecurityGroup>>;
  readonly internetGateway: OptionalResource<InternetGateway>;
  readonly subnets: Subnets;
  readonly nat: Nat;
  readonly routes: Routes;
  readonly services: ReturnType<typeof endpoints>;
  readonly logs: ReturnType<typeof flowLogs>;
}

/** Everything that others may want to read, by the names that users of Terraform's VPC modules know. */
export function networkOutputs(scope: Construct, made: Made): void {
  const { network, vpc, defaultGroup, internetGateway, subnets, nat, routes, services, logs } = made;
  const blocks = (tier: Tier) => project(subnets[tier], (_, subnet) => subnet.cidrBlock, ["zone", "subnet"]);
  outputs(scope, {
    vpcId: { value: vpc.id, doc: "Id of the VPC." },
    vpcArn: { value: vpc.arn, doc: "ARN of the VPC." },
    vpcCidrBlock: { value: vpc.cidrBlock, doc: "Primary IPv4 block of the VPC." },
    defaultSecurityGroupId: { value: defaultGroup.id, doc: "Id of the default security group, which has no rules." },
    zones: { value: network.zones, doc: "Availability zones." },
    publicSubnetIds: { value: network.publicSubnetIds, doc: "Ids of the public subnets by zone." },
    privateSubnetIds: { value: network.privateSubnetIds, doc: "Ids of the private subnets by zone." },
    intraSubnetIds: { value: network.intraSubnetIds, doc: "Ids of the intra subnets by zone." },
    podSubnetIds: { value: network.podSubnetIds, doc: "Ids of the pod subnets by zone." },
    databaseSubnetIds: { value: network.databaseSubnetIds, doc: "Ids of the database subnets by zone." },
    publicSubnetCidrBlocks: { value: network.publicSubnetCidrs, doc: "IPv4 blocks of the public subnets by zone." },
    privateSubnetCidrBlocks: { value: network.privateSubnetCidrs, doc: "IPv4 blocks of the private subnets by zone." },
    intraSubnetCidrBlocks: { value: blocks("intra"), doc: "IPv4 blocks of the intra subnets by zone." },
    podSubnetCidrBlocks: { value: blocks("pod"), doc: "IPv4 blocks of the pod subnets by zone." },
    databaseSubnetCidrBlocks: { value: blocks("database"), doc: "IPv4 blocks of the database subnets by zone." },
    internetGatewayId: { value: internetGateway.maybe((gateway) => gateway.id), nullable: true, doc: "Id of the internet gateway, or null." },
    natGatewayIds: { value: nat.gatewayIds, doc: "Ids of the NAT gateways." },
    natPublicIps: { value: network.natPublicIps, doc: "Addresses from which private subnets reach the internet. Those of a regional NAT gateway may change." },
    publicRouteTableId: { value: routes.publicTable.maybe((table) => table.id), nullable: true, doc: "Id of the public subnets' route table, or null." },
    privateRouteTableIds: {
      value: project(routes.privateTable, (_, table) => table.id, ["zone", "table"]),
      doc: "Ids of the route tables of private and pod subnets by zone.",
    },
    intraRouteTableId: { value: routes.intraTable.maybe((table) => table.id), nullable: true, doc: "Id of the intra subnets' route table, or null." },
    databaseRouteTableId: { value: routes.databaseTable.maybe((table) => table.id), nullable: true, doc: "Id of the database subnets' route table, or null." },
    gatewayEndpointIds: { value: services.gatewayIds, doc: "Ids of the gateway endpoints by service." },
    interfaceEndpointIds: { value: services.interfaceIds, doc: "Ids of the interface endpoints by service." },
    endpointSecurityGroupId: { value: services.securityGroupId, nullable: true, doc: "Id of the interface endpoints' security group, or null." },
    flowLogId: { value: logs.id, nullable: true, doc: "Id of the flow log, or null." },
    flowLogGroupName: { value: logs.logGroupName, nullable: true, doc: "Name of the log group of flow logs, or null." },
    flowLogRoleArn: { value: logs.roleArn, nullable: true, doc: "ARN of the role that writes flow logs, or null." },
    egressReady: {
      value: tf`${network.egressReady}`,
      doc: "Ids of the routes and endpoints that must be there before a node can pull an image. Hand them to whatever makes nodes.",
    },
  });
}
