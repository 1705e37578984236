import { type Fate, keyed, stays } from "./fate";
import type { Found } from "./state";

const gatewayServices = ["s3", "dynamodb"];

/** Endpoints of a VPC in a call of terraform-aws-vpc's vpc-endpoints. Their security group stays: those of `network` have one of its own. */
export function adoptEndpoints(all: readonly Found[], zoneOf: Readonly<Record<string, string>>, zones: readonly string[]): { readonly fate: (resource: Found) => Fate; readonly inputs: Record<string, unknown>; readonly notes: readonly string[] } {
  const taken = new Map<string, Found>();
  for (const endpoint of all.filter(({ type }) => type === "aws_vpc_endpoint")) {
    const service = serviceOf(endpoint);
    const takable = endpoint.values["vpc_endpoint_type"] === "Interface" || (endpoint.values["vpc_endpoint_type"] === "Gateway" && gatewayServices.includes(service));
    const place = `${kindOf(endpoint)}[${JSON.stringify(service)}]`;
    if (takable && !taken.has(place)) taken.set(place, endpoint);
  }
  const fate = (resource: Found): Fate => {
    if (resource.type !== "aws_vpc_endpoint") return stays("endpoints have the network's own security group here")();
    return [...taken.values()].includes(resource) ? keyed(`aws_vpc_endpoint.${kindOf(resource)}`, serviceOf(resource)) : stays("network has one interface endpoint for a service, and gateway endpoints for S3 and DynamoDB")();
  };
  const of = (kind: string) => [...taken.values()].filter((endpoint) => kindOf(endpoint) === kind);
  const interfaces = Object.fromEntries(of("interface").map((endpoint) => [serviceOf(endpoint), endpointInput(endpoint, zoneOf, zones)]));
  const inputs = { gateway_endpoints: of("gateway").map(serviceOf).sort(), ...(Object.keys(interfaces).length > 0 && { interface_endpoints: interfaces }) };
  const narrowed = of("gateway").filter(({ values }) => policyOf(values) !== undefined);
  return { fate, inputs, notes: narrowed.map(({ address }) => `needs deciding: the policy of ${address} goes, a gateway endpoint lets everything through here`) };
}

const kindOf = ({ values }: Found) => (values["vpc_endpoint_type"] === "Gateway" ? "gateway" : "interface");

/** `ecr.api` of `com.amazonaws.us-east-1.ecr.api`. What has another form is its own key. */
function serviceOf({ values }: Found): string {
  return /^(?:cn\.)?com\.amazonaws\.[a-z0-9-]+\.(.+)$/.exec(values["service_name"])?.[1] ?? values["service_name"];
}

function endpointInput(endpoint: Found, zoneOf: Readonly<Record<string, string>>, all: readonly string[]) {
  const { values } = endpoint;
  const zones = (values["subnet_ids"] as readonly string[]).map((id) => zoneOf[id]).filter((zone) => zone !== undefined);
  const policy = policyOf(values);
  return {
    ...(serviceOf(endpoint) === values["service_name"] && { service_name: values["service_name"] }),
    ...(zones.length < all.length && { zones: zones.sort() }),
    ...(policy !== undefined && { policy }),
    ...(!values["private_dns_enabled"] && { private_dns: false }),
  };
}

/** Undefined for the one that AWS gives, by which everything passes. */
function policyOf({ policy }: Found["values"]): string | undefined {
  if (!policy) return undefined;
  const statements = [(JSON.parse(policy) as { Statement?: unknown }).Statement].flat() as Record<string, unknown>[];
  const open = statements.every((statement) => ["Action", "Principal", "Resource"].every((field) => statement[field] === "*") && statement["Condition"] === undefined);
  return open ? undefined : policy;
}
