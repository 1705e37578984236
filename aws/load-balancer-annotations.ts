/**
 * Annotations that the AWS Load Balancer Controller reads, by what they say.
 * Source: docs/guide/ingress/annotations.md and docs/guide/service/annotations.md of the controller 3.5.0, read 2026-11-21.
 */
const ingress = "alb.ingress.kubernetes.io/";
const service = "service.beta.kubernetes.io/aws-load-balancer-";

export const ingressAnnotations = {
  scheme: `${ingress}scheme`,
  targetType: `${ingress}target-type`,
  ipAddressType: `${ingress}ip-address-type`,
  subnets: `${ingress}subnets`,
  groupName: `${ingress}group.name`,
  groupOrder: `${ingress}group.order`,
  listenPorts: `${ingress}listen-ports`,
  certificateArn: `${ingress}certificate-arn`,
  sslPolicy: `${ingress}ssl-policy`,
  sslRedirect: `${ingress}ssl-redirect`,
  wafAclArn: `${ingress}wafv2-acl-arn`,
  inboundCidrs: `${ingress}inbound-cidrs`,
  securityGroups: `${ingress}security-groups`,
  manageBackendRules: `${ingress}manage-backend-security-group-rules`,
  healthCheckPath: `${ingress}healthcheck-path`,
  healthCheckPort: `${ingress}healthcheck-port`,
  healthCheckInterval: `${ingress}healthcheck-interval-seconds`,
  healthCheckTimeout: `${ingress}healthcheck-timeout-seconds`,
  healthyThreshold: `${ingress}healthy-threshold-count`,
  unhealthyThreshold: `${ingress}unhealthy-threshold-count`,
  successCodes: `${ingress}success-codes`,
  attributes: `${ingress}load-balancer-attributes`,
  tags: `${ingress}tags`,
} as const;

export const serviceAnnotations = {
  scheme: `${service}scheme`,
  targetType: `${service}nlb-target-type`,
  ipAddressType: `${service}ip-address-type`,
  subnets: `${service}subnets`,
  certificateArn: `${service}ssl-cert`,
  sslPorts: `${service}ssl-ports`,
  sslPolicy: `${service}ssl-negotiation-policy`,
  proxyProtocol: `${service}proxy-protocol`,
  securityGroups: `${service}security-groups`,
  manageBackendRules: `${service}manage-backend-security-group-rules`,
  elasticIps: `${service}eip-allocations`,
  healthCheckProtocol: `${service}healthcheck-protocol`,
  healthCheckPath: `${service}healthcheck-path`,
  healthCheckPort: `${service}healthcheck-port`,
  healthCheckInterval: `${service}healthcheck-interval`,
  healthCheckTimeout: `${service}healthcheck-timeout`,
  healthyThreshold: `${service}healthcheck-healthy-threshold`,
  unhealthyThreshold: `${service}healthcheck-unhealthy-threshold`,
  attributes: `${service}attributes`,
  tags: `${service}additional-resource-tags`,
} as const;

/** Class of services for which the controller makes a Network Load Balancer, whatever its webhook does. */
export const networkLoadBalancerClass = "service.k8s.aws/nlb";

/** TLS 1.3 and 1.2, forward secrecy only. Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html, read 2026-11-21. */
export const defaultSslPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";
