import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcIpv4CidrBlockAssociation } from "@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association";
import { bind, call, choose, Construct, type Expr, type GivenInputs, is, present, project, resource, section, some, template } from "../../kernel";
import { conditions } from "./conditions";
import { endpoints } from "./endpoints";
import { flowLogs } from "./flow-logs";
import { networkInputs } from "./inputs";
import { natGateways, natZones } from "./nat";
import { networkOutputs } from "./network-outputs";
import type { NetworkRef } from "./refs";
import { routesOf } from "./routes";
import { subnetsOf } from "./subnets";
import { tagged } from "./tags";
import { type NetworkHandles, zonesOf } from "./zones";

type ByZone = Expr<Readonly<Record<string, string>>>;

/** A VPC for a cluster: subnets by tier and zone, the ways out of them, and the log of what passes. */
export class Network extends Construct implements NetworkRef {
  readonly vpcId: Expr<string>;
  readonly cidr: Expr<string>;
  readonly zones: Expr<readonly string[]>;
  readonly publicSubnetIds: ByZone;
  readonly privateSubnetIds: ByZone;
  readonly intraSubnetIds: ByZone;
  readonly podSubnetIds: ByZone;
  readonly databaseSubnetIds: ByZone;
  readonly publicSubnetCidrs: ByZone;
  readonly privateSubnetCidrs: ByZone;
  readonly egressReady: Expr<readonly string[]>;
  readonly natPublicIps: Expr<readonly string[]>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof networkInputs>) {
    super(scope, id);
    const inputs = bind(this, networkInputs, given);
    const zones = zonesOf(this, inputs);
    const placesOfNat = natZones(this, inputs);
    const vpc = resource(Vpc, this, "this", {
      cidrBlock: inputs.cidr,
      enableDnsSupport: inputs.dnsSupport,
      enableDnsHostnames: inputs.dnsHostnames,
      tags: tagged(inputs, inputs.name),
      lifecycle: { preconditions: conditions(this, inputs, zones.numbers, placesOfNat) },
    });
    const blocks = furtherBlocks(this, inputs, vpc.id);
    const defaultGroup = resource(DefaultSecurityGroup, this, "this", {
      vpcId: vpc.id,
      tags: tagged(inputs, template`${inputs.name}-default`),
      comment: "Every VPC has this group and what names no group gets it. Without rules it lets nothing in or out.",
    });
    const internetGateway = resource(InternetGateway, this, "this", {
      count: choose([is(inputs.nat, "regional"), true], present(inputs.publicSubnets)),
      vpcId: vpc.id,
      tags: tagged(inputs, inputs.name),
    });
    const subnets = section(this, "subnets", () => subnetsOf(this, inputs, zones, { id: vpc.id, ...blocks }));
    const nat = section(this, "nat", () => natGateways(this, inputs, placesOfNat, { subnets, vpcId: vpc.id, internetGateway }));
    const routes = section(this, "routes", () => routesOf(this, inputs, zones, { vpcId: vpc.id, internetGatewayId: internetGateway.only.id, subnets, nat }));
    const services = section(this, "endpoints", () => endpoints(this, inputs, { vpcId: vpc.id, zones, routeTableIds: routes.tableIds, subnets }));
    const logs = section(this, "flow-logs", () => flowLogs(this, inputs, { id: vpc.id, arn: vpc.arn, ownerId: vpc.ownerId, region: zones.region }));

    const cidrs = (tier: keyof typeof subnets) => project(subnets[tier], (_, subnet) => subnet.cidrBlock, ["zone", "subnet"]);
    const ids = (tier: keyof typeof subnets) => project(subnets[tier], (_, subnet) => subnet.id, ["zone", "subnet"]);
    this.vpcId = vpc.id;
    this.cidr = vpc.cidrBlock;
    this.zones = inputs.zones;
    this.publicSubnetIds = ids("public");
    this.privateSubnetIds = ids("private");
    this.intraSubnetIds = ids("intra");
    this.podSubnetIds = ids("pod");
    this.databaseSubnetIds = ids("database");
    this.publicSubnetCidrs = cidrs("public");
    this.privateSubnetCidrs = cidrs("private");
    this.egressReady = call("concat", ...routes.ready, ...services.ready);
    this.natPublicIps = nat.publicIps;
    networkOutputs(this, { vpc, defaultGroup, internetGateway, subnets, nat, routes, services, logs, network: this });
  }
}

/** Secondary blocks of the VPC. Subnets in them read `podBlock` or wait for `secondaryBlocks`. */
function furtherBlocks(scope: Construct, inputs: NetworkHandles, vpcId: Expr<string>) {
  const pod = resource(VpcIpv4CidrBlockAssociation, scope, "pod", {
    count: present(inputs.podSubnets),
    vpcId,
    cidrBlock: some(inputs.podSubnets).cidr,
  });
  const secondary = resource(VpcIpv4CidrBlockAssociation, scope, "secondary", {
    forEach: inputs.secondaryCidrs,
    vpcId,
    cidrBlock: inputs.secondaryCidrs.each.value,
    comment: "Explicit subnets may lie in these blocks, so all subnets wait for them.",
  });
  return { podBlock: pod.only.vpcId, secondaryBlocks: secondary };
}
