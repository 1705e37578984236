/**
 * VPC endpoints that a cluster without a way to the internet needs.
 * Sources, read 2026-11-21: https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html;
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html for the names; aws/aws-cdk
 * (aws-ec2/lib/vpc-endpoint.ts) for the names in China.
 */
export interface EndpointService {
  /** The last part of the service name, `com.amazonaws.<region>.<service>`. */
  readonly service: string;
  readonly type: "interface" | "gateway";
  readonly neededFor: string;
  /** Every private cluster needs it; the others only with the part that `neededFor` names. */
  readonly always?: true;
  /** In China the name starts with `cn.com.amazonaws` in place of `com.amazonaws`. */
  readonly chinaPrefix?: true;
}

export const endpointServices = [
  { service: "s3", type: "gateway", neededFor: "image layers from ECR", always: true },
  { service: "dynamodb", type: "gateway", neededFor: "applications that use DynamoDB" },
  { service: "ec2", type: "interface", neededFor: "nodes and the VPC CNI", always: true, chinaPrefix: true },
  { service: "ecr.api", type: "interface", neededFor: "pulling images", always: true, chinaPrefix: true },
  { service: "ecr.dkr", type: "interface", neededFor: "pulling images", always: true, chinaPrefix: true },
  { service: "sts", type: "interface", neededFor: "IAM roles for service accounts", always: true, chinaPrefix: true },
  { service: "eks", type: "interface", neededFor: "nodes that describe their cluster at start", always: true, chinaPrefix: true },
  { service: "eks-auth", type: "interface", neededFor: "EKS Pod Identity" },
  { service: "logs", type: "interface", neededFor: "logs to CloudWatch" },
  { service: "monitoring", type: "interface", neededFor: "metrics to CloudWatch", chinaPrefix: true },
  { service: "kms", type: "interface", neededFor: "own KMS keys used from pods" },
  { service: "elasticloadbalancing", type: "interface", neededFor: "AWS Load Balancer Controller" },
  { service: "autoscaling", type: "interface", neededFor: "Cluster Autoscaler", chinaPrefix: true },
  { service: "sqs", type: "interface", neededFor: "Karpenter's interruption queue", chinaPrefix: true },
  { service: "ssm", type: "interface", neededFor: "Session Manager, and Karpenter's image lookup" },
  { service: "ssmmessages", type: "interface", neededFor: "Session Manager" },
  { service: "ec2messages", type: "interface", neededFor: "Session Manager" },
  { service: "secretsmanager", type: "interface", neededFor: "Secrets Manager" },
  { service: "elasticfilesystem", type: "interface", neededFor: "EFS", chinaPrefix: true },
  { service: "ebs", type: "interface", neededFor: "EBS direct APIs (snapshots of the CSI driver need ec2 alone)", chinaPrefix: true },
  { service: "xray", type: "interface", neededFor: "X-Ray", chinaPrefix: true },
] as const satisfies readonly EndpointService[];

export type EndpointServiceName = (typeof endpointServices)[number]["service"];

export const gatewayServices: readonly EndpointServiceName[] = servicesOf((known) => known.type === "gateway");

/** What a private cluster cannot do without, gateways included. */
export const privateClusterServices: readonly EndpointServiceName[] = servicesOf((known) => known.always === true);

/** Services named with `chinaEndpointPrefix` in China; the choice is by partition, so that a module can make it in Terraform. */
export const chinaPrefixedServices: readonly EndpointServiceName[] = servicesOf((known) => known.chinaPrefix === true);

export const endpointPrefix = "com.amazonaws";
export const chinaEndpointPrefix = "cn.com.amazonaws";

/** Services whose full name has no region in it. Route 53 is global and answers through one endpoint service only. */
export const globalEndpointServices: Readonly<Record<string, string>> = { route53: "com.amazonaws.route53" };

/** The service name for a region, any service: a name that is not in the table takes the plain prefix. */
export function endpointServiceName(service: string, region: string): string {
  const global = Object.hasOwn(globalEndpointServices, service) ? globalEndpointServices[service] : undefined;
  if (global !== undefined) return global;
  const china = region.startsWith("cn-") && chinaPrefixedServices.some((known) => known === service);
  return `${china ? chinaEndpointPrefix : endpointPrefix}.${region}.${service}`;
}

function servicesOf(wanted: (service: EndpointService) => boolean): readonly EndpointServiceName[] {
  return endpointServices.filter(wanted).map(({ service }) => service);
}
