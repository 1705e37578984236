import type { Emulator } from "../../emulator/emulator";
import { authorization, query, xml } from "./aws-call";

/** What a cluster needs to stand on, made through EC2, IAM and KMS as anybody would. */
export interface TestAccount {
  readonly vpcId: string;
  readonly subnets: readonly [string, string];
  readonly sameZoneSubnet: string;
  readonly noControlPlaneSubnet: string;
  readonly otherVpcSubnet: string;
  readonly publicSubnet: string;
  readonly otherGroup: string;
  readonly key: string;
  readonly template: string;
  readonly roles: Readonly<Record<"cluster" | "bare" | "node" | "pod" | "fargate", string>>;
}

const services = { cluster: "eks", bare: "eks", node: "ec2", pod: "pods.eks", fargate: "eks-fargate-pods" };

export async function testAccount(emulator: Emulator): Promise<TestAccount> {
  const vpcId = await vpc(emulator, "10.10.0.0/16");
  const otherVpc = await vpc(emulator, "10.90.0.0/16");
  const subnets = [await subnet(emulator, vpcId, "10.10.0.0/20", "us-east-1a"), await subnet(emulator, vpcId, "10.10.16.0/20", "us-east-1b")] as const;
  const roles = Object.fromEntries(await Promise.all(Object.entries(services).map(async ([name, service]) => [name, await role(emulator, name, service)] as const)));
  await query(emulator, "iam", "AttachRolePolicy", { RoleName: "cluster", PolicyArn: "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy" });
  return {
    vpcId,
    subnets,
    sameZoneSubnet: await subnet(emulator, vpcId, "10.10.32.0/20", "us-east-1a"),
    noControlPlaneSubnet: await subnet(emulator, vpcId, "10.10.48.0/20", await zoneById(emulator, "use1-az3")),
    otherVpcSubnet: await subnet(emulator, otherVpc, "10.90.0.0/20", "us-east-1b"),
    publicSubnet: await publicSubnet(emulator, vpcId),
    otherGroup: xml(await query(emulator, "ec2", "CreateSecurityGroup", { GroupName: "other", GroupDescription: "other", VpcId: otherVpc }), "groupId"),
    key: await kmsKey(emulator),
    template: await template(emulator, { "LaunchTemplateData.InstanceType": "m5.large" }, "typed"),
    roles: roles as TestAccount["roles"],
  };
}

export async function template(emulator: Emulator, data: Record<string, string>, name: string): Promise<string> {
  return xml(await query(emulator, "ec2", "CreateLaunchTemplate", { LaunchTemplateName: name, ...data }), "launchTemplateId");
}

async function vpc(emulator: Emulator, cidr: string): Promise<string> {
  return xml(await query(emulator, "ec2", "CreateVpc", { CidrBlock: cidr }), "vpcId");
}

async function subnet(emulator: Emulator, vpcId: string, cidr: string, zone: string): Promise<string> {
  return xml(await query(emulator, "ec2", "CreateSubnet", { VpcId: vpcId, CidrBlock: cidr, AvailabilityZone: zone }), "subnetId");
}

async function publicSubnet(emulator: Emulator, vpcId: string): Promise<string> {
  const id = await subnet(emulator, vpcId, "10.10.64.0/20", "us-east-1a");
  const gateway = xml(await query(emulator, "ec2", "CreateInternetGateway"), "internetGatewayId");
  await query(emulator, "ec2", "AttachInternetGateway", { InternetGatewayId: gateway, VpcId: vpcId });
  const table = xml(await query(emulator, "ec2", "CreateRouteTable", { VpcId: vpcId }), "routeTableId");
  await query(emulator, "ec2", "CreateRoute", { RouteTableId: table, DestinationCidrBlock: "0.0.0.0/0", GatewayId: gateway });
  await query(emulator, "ec2", "AssociateRouteTable", { RouteTableId: table, SubnetId: id });
  return id;
}

async function zoneById(emulator: Emulator, zoneId: string): Promise<string> {
  const text = await query(emulator, "ec2", "DescribeAvailabilityZones", { "Filter.1.Name": "zone-id", "Filter.1.Value.1": zoneId });
  return xml(text, "zoneName");
}

async function role(emulator: Emulator, name: string, service: string): Promise<string> {
  const trust = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: `${service}.amazonaws.com` }, Action: ["sts:AssumeRole", "sts:TagSession"] }] };
  return xml(await query(emulator, "iam", "CreateRole", { RoleName: name, AssumeRolePolicyDocument: JSON.stringify(trust) }), "Arn");
}

async function kmsKey(emulator: Emulator): Promise<string> {
  const headers = { authorization: authorization("kms"), "x-amz-target": "TrentService.CreateKey", "content-type": "application/x-amz-json-1.1" };
  const response = await fetch(emulator.url, { method: "POST", headers, body: "{}" });
  return ((await response.json()) as { KeyMetadata: { Arn: string } }).KeyMetadata.Arn;
}
