import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { type BareEnvironment, region, type Zone, zones } from "./environment";

type Tier = "public" | "private" | "intra" | "database";
type Subnets = Record<Tier, Map<Zone, Subnet>>;

export class BareNetwork extends Construct {
  readonly subnets: Subnets;
  readonly egress: ITerraformDependable[];

  constructor(scope: Construct, id: string, { name, block }: BareEnvironment) {
    super(scope, id);
    const vpc = new Vpc(this, "vpc", { cidrBlock: `${block}.0.0/16`, enableDnsSupport: true, enableDnsHostnames: true, tags: { Name: name } });
    new DefaultSecurityGroup(this, "default", { vpcId: vpc.id, tags: { Name: `${name}-default` } });
    const gateway = new InternetGateway(this, "gateway", { vpcId: vpc.id, tags: { Name: name } });
    this.subnets = {
      public: this.tier("public", name, vpc, (zone) => `${block}.${128 + 8 * zone}.0/21`, { "kubernetes.io/role/elb": "1" }),
      private: this.tier("private", name, vpc, (zone) => `${block}.${32 * zone}.0/19`, { "kubernetes.io/role/internal-elb": "1" }),
      intra: this.tier("intra", name, vpc, (zone) => `${block}.255.${192 + 16 * zone}/28`),
      database: this.tier("database", name, vpc, (zone) => `${block}.${160 + 8 * zone}.0/21`),
    };
    const { tables, routes } = this.routes(name, vpc, gateway);
    const s3 = new VpcEndpoint(this, "s3", {
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${region}.s3`,
      vpcEndpointType: "Gateway",
      routeTableIds: tables.map((table) => table.id),
      tags: { Name: `${name}-s3` },
    });
    this.egress = [...routes, s3];
    this.flowLogs(name, vpc);
  }

  private tier(tier: Tier, name: string, vpc: Vpc, cidr: (zone: number) => string, tags: Record<string, string> = {}): Map<Zone, Subnet> {
    const made = zones.map((zone, index): [Zone, Subnet] => [
      zone,
      new Subnet(this, `${tier}-${zone}`, {
        vpcId: vpc.id,
        availabilityZone: zone,
        cidrBlock: cidr(index),
        mapPublicIpOnLaunch: false,
        tags: { Name: `${name}-${tier}-${zone}`, ...tags },
      }),
    ]);
    return new Map(made);
  }

  private routes(name: string, vpc: Vpc, gateway: InternetGateway) {
    const table = (id: string) => new RouteTable(this, `${id}-table`, { vpcId: vpc.id, tags: { Name: `${name}-${id}` } });
    const associate = (tier: Tier, zone: Zone, routeTable: RouteTable) =>
      new RouteTableAssociation(this, `${tier}-${zone}-association`, { subnetId: this.subnets[tier].get(zone)!.id, routeTableId: routeTable.id });
    const publicTable = table("public");
    const intraTable = table("intra");
    const databaseTable = table("database");
    const out = new Route(this, "public-internet", { routeTableId: publicTable.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id });
    const tables = [publicTable, intraTable, databaseTable];
    const routes: ITerraformDependable[] = [out];
    for (const zone of zones) {
      const privateTable = table(`private-${zone}`);
      const address = new Eip(this, `nat-${zone}-address`, { domain: "vpc", tags: { Name: `${name}-nat-${zone}` } });
      const nat = new NatGateway(this, `nat-${zone}`, {
        subnetId: this.subnets.public.get(zone)!.id,
        allocationId: address.allocationId,
        tags: { Name: `${name}-${zone}` },
        dependsOn: [gateway],
      });
      tables.push(privateTable);
      routes.push(
        new Route(this, `private-nat-${zone}`, { routeTableId: privateTable.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: nat.id }),
        associate("public", zone, publicTable),
        associate("private", zone, privateTable),
        associate("intra", zone, intraTable),
        associate("database", zone, databaseTable),
      );
    }
    return { tables, routes };
  }

  private flowLogs(name: string, vpc: Vpc): void {
    const tags = { Name: `${name}-flow-logs` };
    const group = new CloudwatchLogGroup(this, "flow-logs-group", { name: `/aws/vpc-flow-logs/${name}`, retentionInDays: 365, tags });
    const role = new IamRole(this, "flow-logs-role", {
      name: `${name}-${region}-flow-logs`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRole",
            Principal: { Service: "vpc-flow-logs.amazonaws.com" },
            Condition: {
              StringEquals: { "aws:SourceAccount": vpc.ownerId },
              ArnLike: { "aws:SourceArn": `arn:aws:ec2:${region}:${vpc.ownerId}:vpc-flow-log/*` },
            },
          },
        ],
      }),
      tags,
    });
    new IamRolePolicy(this, "flow-logs-policy", {
      name: "write-flow-logs",
      role: role.name,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"],
            Resource: [group.arn, `${group.arn}:*`],
          },
        ],
      }),
    });
    new FlowLog(this, "flow-log", {
      vpcId: vpc.id,
      trafficType: "ALL",
      maxAggregationInterval: 600,
      logDestination: group.arn,
      iamRoleArn: role.arn,
      tags,
    });
  }
}
