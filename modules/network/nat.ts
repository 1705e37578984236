import { Eip } from "@cdktf/provider-aws/lib/eip";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { choose, commented, type Construct, dynamic, type Expr, type Handle, is, listOf, local, resource, setOf, template, tf } from "../../kernel";
import { tagged } from "./tags";
import type { Subnets } from "./subnets";
import type { NetworkHandles } from "./zones";

export interface Nat {
  /** The gateway that serves a zone. Only where `nat` is not `none`. */
  gatewayOf(zone: Expr<string>): Handle<string>;
  readonly gatewayIds: Handle<readonly string[]>;
  readonly publicIps: Handle<readonly string[]>;
  /** Zones with a gateway of their own. */
  readonly zones: Handle<readonly string[]>;
  /** The zone of a single gateway. */
  readonly zone: Handle<string>;
}

/** Zones in which zonal NAT gateways stand. */
export function natZones(scope: Construct, { nat, natZone, zones }: NetworkHandles): Pick<Nat, "zone" | "zones"> {
  const zone: Nat["zone"] = local(scope, "nat_zone", tf`coalesce(${natZone}, sort(${zones})[0])`);
  const all = choose<readonly string[]>([is(nat, "perZone"), zones], [is(nat, "single"), tf`[${zone}]`], []);
  return { zone, zones: local(scope, "nat_zones", all) };
}

/** `internetGateway` must be there before an address can be used. */
export function natGateways(
  scope: Construct,
  inputs: NetworkHandles,
  { zone, zones }: Pick<Nat, "zone" | "zones">,
  on: { readonly subnets: Subnets; readonly vpcId: Expr<string>; readonly internetGateway: Expr<unknown> },
): Nat {
  const addressZones = tf<Record<string, string>>`setsubtract(${zones}, keys(${inputs.natElasticIps}))`;
  const address = resource(Eip, scope, "nat", {
    forEach: addressZones,
    domain: "vpc",
    tags: tagged(inputs, template`${inputs.name}-nat-${addressZones.each.key}`),
  });

  const zonalZones = setOf(zones);
  const key = zonalZones.each.key;
  const zonal = resource(NatGateway, scope, "zonal", {
    forEach: zonalZones,
    subnetId: on.subnets.public.each.id,
    allocationId: tf<string>`try(${inputs.natElasticIps.at(key)}, ${address.each.allocationId})`,
    tags: tagged(inputs, template`${inputs.name}-${key}`),
    dependsOn: commented([on.internetGateway], "Its address is of use once the VPC has a way out."),
  });

  const regional = resource(NatGateway, scope, "regional", {
    count: is(inputs.nat, "regional"),
    availabilityMode: "regional",
    vpcId: on.vpcId,
    availabilityZoneAddress: dynamic(inputs.natElasticIps, (item) => ({ availabilityZone: item.key, allocationIds: [item.value] })),
    tags: tagged(inputs, template`${inputs.name}-nat`),
    dependsOn: [on.internetGateway],
    comment: "Without addresses of one's own, AWS adds and removes zones and addresses itself; a new zone takes up to an hour.",
  });

  const regionalIps = tf<readonly string[]>`flatten([for gateway in ${regional} : gateway.regional_nat_gateway_address[*].public_ip])`;
  return {
    zone,
    zones,
    gatewayOf: (at) => choose<string>([is(inputs.nat, "regional"), regional.only.id], [is(inputs.nat, "perZone"), zonal.at(at).id], zonal.at(zone).id),
    gatewayIds: choose([is(inputs.nat, "regional"), tf`${regional}[*].id`], listOf(zonal, (_, gateway) => gateway.id, ["zone", "gateway"])),
    publicIps: choose([is(inputs.nat, "regional"), regionalIps], listOf(zonal, (_, gateway) => gateway.publicIp, ["zone", "gateway"])),
  };
}
