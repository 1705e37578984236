import { kubernetesNames } from "../../aws/kubernetes-names";
import { choice, cidrBlock, count, distinct, flag, list, map, matches, nullable, number, object, text, whole } from "../../kernel";
import { ipAddressTypes, schemes, tagTexts } from "../load-balancer-inputs";

/** Kubernetes takes dots in the name of an ingress too; a service's may not have them. */
export const nameRule = matches("load-balancer-object-name", kubernetesNames.dnsLabel, "lower-case letters, digits and hyphens, at most 63");

const ids = (id: string, pattern: RegExp, expected: string, doc: string) =>
  nullable(list(text({ rules: [matches(id, pattern, expected)] }), { doc, rules: [count(`${id}-count`, 1, Infinity), distinct(`${id}-distinct`)] }));

export const cidrs = (id: string, doc: string) => nullable(list(text({ rules: [cidrBlock(id, 0, 32)] }), { doc, rules: [count(`${id}-count`, 1, Infinity)] }));

/** The name of an object, or of a port of a service. */
export const objectName = (doc: string) => text({ doc, rules: [nameRule] });

export const elasticIps = ids("load-balancer-elastic-ip", /^eipalloc-[0-9a-f]+$/, "the id of an Elastic IP address", "Elastic IP addresses, one a subnet, for a load balancer with public addresses that never change.");

/** What an Application and a Network Load Balancer have in common. */
export const loadBalancerInputs = {
  namespace: objectName("Namespace."),
  scheme: choice(schemes, { default: "internal", doc: "Whether the load balancer has public addresses." }),
  targetType: choice(["ip", "instance"], { default: "ip", doc: "What a target is: a pod by its own address, or a node and a node port." }),
  ipAddressType: nullable(choice(ipAddressTypes, { doc: "Kinds of addresses. Null: IPv4." })),
  subnetIds: ids("load-balancer-subnet", /^subnet-[0-9a-f]+$/, "a subnet id", "Subnets, one a zone. Null lets the controller find them by their tags."),
  securityGroupIds: ids("load-balancer-group", /^sg-[0-9a-f]{8,17}$/, "the id of a security group", "Security groups of the load balancer in place of the one that the controller makes. Rules towards the pods are still the controller's."),
  accessLogs: nullable(
    object(
      {
        bucket: text({ doc: "Name of the bucket, whose policy lets the load balancer write.", rules: [matches("access-log-bucket", /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "the name of a bucket")] }),
        prefix: text({ default: "", doc: "What the names of the objects start with.", rules: [matches("access-log-prefix", /^[A-Za-z0-9!_.'()/-]{0,512}$/, "letters, digits and !_.'()/-")] }),
      },
      { doc: "Access logs in a bucket." },
    ),
  ),
  deletionProtected: flag({ default: false, doc: "AWS refuses to delete the load balancer, and so does a destroy until this is false and applied." }),
  attributes: map(text({ rules: [matches("load-balancer-attribute-value", /^[^,=]*$/, "text without , and =")] }), { default: {}, doc: "Further attributes of the load balancer. AWS keeps the last value of one that is taken out." }),
  tags: tagTexts("Tags of the load balancer and what belongs to it, beside the controller's default tags."),
  annotations: map(text(), { default: {}, doc: "Further annotations, over those that follow from the other inputs." }),
};

/** How often a target is asked, and when it counts. */
export const healthCheckInputs = {
  port: text({ default: "traffic-port", doc: "Port by number or name, or `traffic-port`.", rules: [matches("health-check-port", /^[a-z0-9-]{1,63}$/, "a number, a name or traffic-port")] }),
  intervalSeconds: number({ default: 15, doc: "Seconds between two checks of a target.", rules: [whole("health-check-interval", 5, 300)] }),
  timeoutSeconds: number({ default: 5, doc: "Seconds in which a target must answer.", rules: [whole("health-check-timeout", 2, 120)] }),
  healthyThreshold: number({ default: 2, doc: "Checks in a row after which a target is healthy.", rules: [whole("health-check-healthy", 2, 10)] }),
  unhealthyThreshold: number({ default: 2, doc: "Failed checks in a row after which it is not.", rules: [whole("health-check-unhealthy", 2, 10)] }),
};

export const healthCheckPath = /^\/[^\s,]*$/;
