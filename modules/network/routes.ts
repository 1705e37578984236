import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { call, type Construct, type Expr, type Handle, listOf, local, present, resource, template, tf, where } from "../../kernel";
import type { Nat } from "./nat";
import type { Subnets } from "./subnets";
import { tagged } from "./tags";
import type { NetworkHandles, Zones } from "./zones";

const internet = "0.0.0.0/0";

/** Route tables of every tier, what stands in them, and which subnets use them. */
export type Routes = ReturnType<typeof routesOf>;

export function routesOf(
  scope: Construct,
  inputs: NetworkHandles,
  zones: Zones,
  on: { readonly vpcId: Expr<string>; readonly internetGatewayId: Expr<string>; readonly subnets: Subnets; readonly nat: Nat },
) {
  const { subnets } = on;
  const table = (name: string, tier: Expr<unknown>) =>
    resource(RouteTable, scope, name, { count: present(tier), vpcId: on.vpcId, tags: tagged(inputs, template`${inputs.name}-${name}`) });
  const publicTable = table("public", inputs.publicSubnets);
  const intraTable = table("intra", inputs.intraSubnets);
  const databaseTable = table("database", inputs.databaseSubnets);

  const tableZones = local(
    scope,
    "private_table_zones",
    where(zones.numbers, () => call("anytrue", [present(inputs.privateSubnets), present(inputs.podSubnets)]), ["zone", "number"]),
  );
  const privateTable = resource(RouteTable, scope, "private", {
    forEach: tableZones,
    vpcId: on.vpcId,
    tags: tagged(inputs, template`${inputs.name}-private-${tableZones.each.key}`),
    comment: "A table for each zone, whatever the NAT mode: a change of mode changes routes, and no subnet loses its table.",
  });

  const publicRoute = resource(Route, scope, "public_internet", {
    count: present(inputs.publicSubnets),
    routeTableId: publicTable.only.id,
    destinationCidrBlock: internet,
    gatewayId: on.internetGatewayId,
  });
  const natRouteZones = where(tableZones, () => tf`${inputs.nat} != "none"`, ["zone", "number"]);
  const privateRoute = resource(Route, scope, "private_nat", {
    forEach: natRouteZones,
    routeTableId: privateTable.each.id,
    destinationCidrBlock: internet,
    natGatewayId: on.nat.gatewayOf(natRouteZones.each.key),
  });

  const associate = (tier: keyof Subnets, routeTableId: Expr<string>, after: { readonly dependsOn?: readonly Expr<unknown>[]; readonly comment?: string } = {}) =>
    resource(RouteTableAssociation, scope, tier, { forEach: zones[tier], subnetId: subnets[tier].each.id, routeTableId, ...after });
  const routed = { dependsOn: [privateRoute], comment: "A subnet that comes from another table finds its way out there already." };
  const associations = [
    associate("public", publicTable.only.id),
    associate("private", privateTable.each.id, routed),
    associate("pod", privateTable.each.id, routed),
    associate("intra", intraTable.only.id),
    associate("database", databaseTable.only.id),
  ];

  const privateIds = listOf(privateTable, (_, each) => each.id, ["zone", "table"]);
  return {
    publicTable,
    privateTable,
    intraTable,
    databaseTable,
    tableIds: call<readonly string[]>("concat", tf`${publicTable}[*].id`, privateIds, tf`${intraTable}[*].id`, tf`${databaseTable}[*].id`),
    /** Whatever must be there before an address in a subnet reaches something outside it. */
    ready: [
      tf`${publicRoute}[*].id`,
      listOf(privateRoute, (_, route) => route.id, ["zone", "route"]),
      ...associations.map((keyed) => listOf(keyed, (_, association) => association.id, ["zone", "association"])),
    ] as readonly Handle<readonly string[]>[],
  };
}
