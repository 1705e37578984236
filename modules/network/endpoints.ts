import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { chinaPrefixedServices, globalEndpointServices } from "../../aws/vpc-endpoints";
import { choose, type Construct, type Expr, type Handle, listOf, local, present, project, resource, setOf, template, tf, where } from "../../kernel";
import type { Subnets } from "./subnets";
import { tagged } from "./tags";
import type { NetworkHandles, Zones } from "./zones";

interface Places {
  readonly vpcId: Expr<string>;
  readonly zones: Zones;
  readonly routeTableIds: Expr<readonly string[]>;
  readonly subnets: Subnets;
}

/** Private ways to AWS services. */
export function endpoints(scope: Construct, inputs: NetworkHandles, places: Places) {
  const gateway = gatewayEndpoints(scope, inputs, places);
  const group = endpointSecurityGroup(scope, inputs, places.vpcId);
  const interfaces = interfaceEndpoints(scope, inputs, places, group.id);
  return {
    gatewayIds: project(gateway, (_, endpoint) => endpoint.id, ["service", "endpoint"]),
    interfaceIds: project(interfaces, (_, endpoint) => endpoint.id, ["service", "endpoint"]),
    securityGroupId: group.maybeId,
    ready: [
      listOf(gateway, (_, endpoint) => endpoint.id, ["service", "endpoint"]),
      listOf(interfaces, (_, endpoint) => endpoint.id, ["service", "endpoint"]),
      group.ruleIds,
    ] as readonly Handle<readonly string[]>[],
  };
}

function gatewayEndpoints(scope: Construct, inputs: NetworkHandles, { vpcId, zones, routeTableIds }: Places) {
  const services = setOf(inputs.gatewayEndpoints);
  return resource(VpcEndpoint, scope, "gateway", {
    forEach: services,
    vpcId,
    serviceName: template`com.amazonaws.${zones.region}.${services.each.key}`,
    vpcEndpointType: "Gateway",
    routeTableIds: routeTableIds,
    tags: tagged(inputs, template`${inputs.name}-${services.each.key}`),
  });
}

function interfaceEndpoints(scope: Construct, inputs: NetworkHandles, { vpcId, zones, subnets }: Places, securityGroupId: Expr<string>) {
  const { key: service, value: endpoint } = inputs.interfaceEndpoints.each;
  const china = local<readonly string[]>(scope, "china_services", tf`startswith(${zones.region}, "cn-") ? ${chinaPrefixedServices} : []`);
  const regionalName = template`${tf`contains(${china}, ${service}) ? "cn." : ""`}com.amazonaws.${zones.region}.${service}`;
  const placed = local<Record<string, string>>(
    scope,
    "endpoint_subnet_ids",
    choose(
      [present(inputs.privateSubnets), project(subnets.private, (_, subnet) => subnet.id, ["zone", "subnet"])],
      project(subnets.intra, (_, subnet) => subnet.id, ["zone", "subnet"]),
    ),
  );
  return resource(VpcEndpoint, scope, "interface", {
    forEach: inputs.interfaceEndpoints,
    vpcId,
    serviceName: tf<string>`coalesce(${endpoint.serviceName}, lookup(${globalEndpointServices}, ${service}, ${regionalName}))`,
    serviceRegion: endpoint.serviceRegion,
    vpcEndpointType: "Interface",
    subnetIds: tf<readonly string[]>`[for zone, id in ${placed} : id if ${endpoint.zones} == null ? true : contains(${endpoint.zones}, zone)]`,
    securityGroupIds: [securityGroupId],
    privateDnsEnabled: endpoint.privateDns,
    policy: endpoint.policy,
    tags: tagged(inputs, template`${inputs.name}-${service}`),
  });
}

function endpointSecurityGroup(scope: Construct, inputs: NetworkHandles, vpcId: Expr<string>) {
  const wanted = tf<boolean>`length(${inputs.interfaceEndpoints}) > 0`;
  const group = resource(SecurityGroup, scope, "endpoints", {
    count: wanted,
    name: template`vpc-endpoints-${inputs.name}`,
    description: "Interface endpoints of the VPC",
    vpcId,
    tags: tagged(inputs, template`${inputs.name}-endpoints`),
  });
  const secondary = tf`{ for name, cidr in ${inputs.secondaryCidrs} : "secondary-\${name}" => cidr }`;
  const pods = tf`{ for cidr in ${inputs.podSubnets}[*].cidr : "pods" => cidr }`;
  const blocks = local<Record<string, string>>(scope, "blocks", tf`merge({ vpc = ${inputs.cidr} }, ${pods}, ${secondary})`);
  const callers = where(blocks, () => wanted, ["name", "cidr"]);
  const rule = resource(VpcSecurityGroupIngressRule, scope, "endpoints", {
    forEach: callers,
    securityGroupId: group.only.id,
    description: template`HTTPS from the ${callers.each.key} block`,
    cidrIpv4: callers.each.value,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    tags: tagged(inputs, template`${inputs.name}-endpoints-${callers.each.key}`),
  });
  return { id: group.only.id, maybeId: group.maybe((own) => own.id), ruleIds: listOf(rule, (_, each) => each.id, ["block", "rule"]) };
}
