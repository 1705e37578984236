import { defaultSslPolicy } from "../../aws/load-balancer-annotations";
import { choice, count, distinct, flag, keys, list, map, matches, nullable, number, object, requiredWhen, text, whole } from "../../kernel";
import { certificates } from "../load-balancer-inputs";
import { cidrs, elasticIps, healthCheckInputs, healthCheckPath, loadBalancerInputs } from "./shared-inputs";

const port = object({
  port: number({ doc: "Port of the load balancer.", rules: [whole("service-port", 1, 65535)] }),
  targetPort: nullable(text({ doc: "Port of the pods by number or name. Null: the same.", rules: [matches("service-target-port", /^([0-9]{1,5}|[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?)$/, "a number or a name")] })),
  protocol: choice(["TCP", "UDP"], { default: "TCP", doc: "Protocol. TLS is TCP that `tls` names." }),
});

const tls = object(
  {
    ports: list(text(), { doc: "Names of the ports on which the load balancer ends TLS.", rules: [count("service-tls-ports", 1, Infinity), distinct("service-tls-distinct-ports")] }),
    certificateArns: certificates("Certificates of ACM. The first serves clients that name no host of the others."),
    sslPolicy: text({ default: defaultSslPolicy, doc: "Security policy of the listeners.", rules: [matches("ssl-policy", /^ELBSecurityPolicy-[A-Za-z0-9-]+$/, "the name of a security policy")] }),
  },
  { doc: "TLS that the load balancer ends. Null leaves it to the pods." },
);

export const serviceInput = object({
  ...loadBalancerInputs,
  selector: map(text(), { doc: "Labels of the pods.", rules: [count("service-selector", 1, Infinity)] }),
  ports: nullable(
    map(port, {
      doc: "Ports by name. Null makes no service: the output `service_annotations` then serves a manifest or chart of your own, whose service must have the class `service.k8s.aws/nlb`.",
      rules: [count("service-ports", 1, 50), keys(matches("service-port-name", /^[a-z]([a-z0-9-]{0,13}[a-z0-9])?$/, "at most 15 lower-case letters, digits and hyphens, the first a letter"))],
    }),
  ),
  tls: nullable(tls),
  sourceCidrs: cidrs("service-source-cidr", "Who may connect. Null: everybody who reaches the load balancer."),
  crossZone: flag({ default: false, doc: "Every zone's address serves the targets of all zones, at the price of traffic between them." }),
  proxyProtocol: flag({ default: false, doc: "Targets get the client's address by proxy protocol version 2, and must understand it." }),
  elasticIpIds: elasticIps,
  healthCheck: object(
    {
      protocol: choice(["TCP", "HTTP", "HTTPS"], { default: "TCP", doc: "What a target must answer." }),
      path: nullable(text({ doc: "Path of the request.", rules: [matches("service-health-check-path", healthCheckPath, "a path that begins with a slash")] })),
      ...healthCheckInputs,
    },
    { default: {}, doc: "How targets are asked.", rules: [requiredWhen("service-health-check", "path", { field: "protocol", is: ["HTTP", "HTTPS"] })] },
  ),
});
