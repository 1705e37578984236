import { defaultSslPolicy } from "../../aws/load-balancer-annotations";
import { arnPatterns } from "../../aws/arn-patterns";
import { choice, count, exactlyOne, flag, keys, map, matches, nullable, number, object, text, whole } from "../../kernel";
import { certificates, groupName } from "../load-balancer-inputs";
import { cidrs, healthCheckInputs, healthCheckPath, loadBalancerInputs, objectName } from "./shared-inputs";

const path = object(
  {
    service: objectName("Service in the ingress's namespace."),
    port: nullable(number({ doc: "Port of the service by number.", rules: [whole("ingress-port-number", 1, 65535)] })),
    portName: nullable(objectName("Port of the service by name.")),
    match: choice(["Prefix", "Exact"], { default: "Prefix", doc: "Whether what stands below the path goes there too." }),
  },
  { rules: [exactlyOne("ingress-port", ["port", "portName"])] },
);

const paths = map(path, { doc: "Where requests go, by path.", rules: [count("ingress-paths", 1, Infinity), keys(matches("ingress-path", /^\/[^\s?#*]*$/, "a path that begins with a slash, without patterns"))] });

export const ingressInput = object({
  ...loadBalancerInputs,
  ingressClass: text({ default: "alb", doc: "Class of the ingress." }),
  hosts: nullable(
    map(paths, {
      doc: "Hosts, each with its paths; `*` stands for every host, `*.example.com` for all below it. The more exact one wins, in whatever order they are written. Null makes no ingress: the output `ingress_annotations` then serves a manifest of your own.",
      rules: [
        count("ingress-hosts", 1, Infinity),
        keys(matches("ingress-host", /^(\*|(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)$/, "a host name in lower case, *.<name> or *")),
      ],
    }),
  ),
  https: nullable(
    object(
      {
        certificateArns: certificates("Certificates of ACM. The first serves clients that name no host of the others."),
        sslPolicy: text({ default: defaultSslPolicy, doc: "Security policy of the listener.", rules: [matches("ssl-policy", /^ELBSecurityPolicy-[A-Za-z0-9-]+$/, "the name of a security policy")] }),
        redirected: flag({ default: true, doc: "HTTP is answered with a redirect to HTTPS. Otherwise nothing listens on port 80." }),
      },
      { doc: "HTTPS on port 443. Null serves HTTP on port 80." },
    ),
  ),
  group: nullable(
    object(
      {
        name: groupName("Name of the group. Ingresses of one group share a load balancer, across namespaces: whoever may make ingresses can join."),
        order: number({ default: 0, doc: "Rules of a lower number come first.", rules: [whole("ingress-group-order", -1000, 1000)] }),
      },
      { doc: "A load balancer that several ingresses share." },
    ),
  ),
  wafAclArn: nullable(text({ doc: "Web ACL of AWS WAF.", rules: [matches("ingress-waf", arnPatterns.webAcl, "the ARN of a regional web ACL")] })),
  inboundCidrs: cidrs("ingress-inbound-cidr", "Who may connect. Null: everybody who reaches the load balancer."),
  idleTimeoutSeconds: number({ default: 60, doc: "Seconds after which an idle connection is closed.", rules: [whole("ingress-idle-timeout", 1, 4000)] }),
  healthCheck: object(
    {
      path: text({ default: "/", doc: "Path of the request.", rules: [matches("ingress-health-check-path", healthCheckPath, "a path that begins with a slash")] }),
      ...healthCheckInputs,
      successCodes: text({ default: "200", doc: "Status codes that are good, such as `200-299`.", rules: [matches("ingress-success-codes", /^[2-4][0-9]{2}([,-][2-4][0-9]{2})*$/, "codes such as 200, 200-299 or 200,204")] }),
    },
    { default: {}, doc: "How targets are asked." },
  ),
});
