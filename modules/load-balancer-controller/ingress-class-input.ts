import { arnPatterns } from "../../aws/arn-patterns";
import { choice, cidrBlock, count, distinct, exactlyOne, flag, list, map, matches, nullable, object, text } from "../../kernel";
import { certificates, groupName, ipAddressTypes, schemes, tagTexts } from "../load-balancer-inputs";

const subnets = object(
  {
    ids: nullable(
      list(text({ rules: [matches("ingress-class-subnet", /^subnet-[0-9a-f]+$/, "a subnet id")] }), {
        doc: "Ids of the subnets, one in each zone.",
        rules: [count("ingress-class-subnets", 1, Infinity), distinct("ingress-class-distinct-subnets")],
      }),
    ),
    tags: nullable(map(list(text()), { doc: "Tags that the subnets have, each with the values that count.", rules: [count("ingress-class-subnet-tags", 1, Infinity)] })),
  },
  { doc: "Subnets of the load balancers. Null leaves the choice to tags: `kubernetes.io/role/elb` and `kubernetes.io/role/internal-elb`.", rules: [exactlyOne("ingress-class-subnet-choice", ["ids", "tags"])] },
);

/** What IngressClassParams enforce. Source: the CRD ingressclassparams.elbv2.k8s.aws of chart 3.5.0, read 2026-11-21. */
const parameters = object(
  {
    scheme: nullable(choice(schemes, { doc: "Whether load balancers have public addresses." })),
    group: nullable(groupName("One load balancer for all ingresses of the class.")),
    certificateArns: nullable(certificates("Certificates of ACM for all ingresses of the class.")),
    sslPolicy: nullable(text({ doc: "Security policy of the HTTPS listeners." })),
    sslRedirectPort: nullable(text({ doc: "Port to which HTTP is redirected.", rules: [matches("ingress-class-redirect-port", /^[0-9]{1,5}$/, "a port as text")] })),
    subnets: nullable(subnets),
    ipAddressType: nullable(choice(ipAddressTypes, { doc: "Kinds of addresses." })),
    targetType: nullable(choice(["ip", "instance"], { doc: "What a target is." })),
    inboundCidrs: nullable(list(text({ rules: [cidrBlock("ingress-class-inbound-cidr", 0, 32)] }), { doc: "Who may connect." })),
    prefixListIds: nullable(list(text({ rules: [matches("ingress-class-prefix-list", /^pl-[0-9a-f]+$/, "the id of a prefix list")] }), { doc: "Prefix lists of who may connect." })),
    wafAclArn: nullable(text({ doc: "Web ACL of AWS WAF.", rules: [matches("ingress-class-waf", arnPatterns.webAcl, "the ARN of a regional web ACL")] })),
    loadBalancerAttributes: map(text(), { default: {}, doc: "Attributes of the load balancers, such as `idle_timeout.timeout_seconds`." }),
    tags: tagTexts("Tags of what is made for ingresses of the class."),
    namespaceLabels: map(text(), { default: {}, doc: "Labels that a namespace must have to use the class. Empty lets all." }),
  },
  { doc: "What holds for every ingress of the class, whatever its annotations say." },
);

export const ingressClassInput = object(
  {
    name: text({ default: "alb", doc: "Name of the class, which ingresses give as `ingressClassName`.", rules: [matches("ingress-class-name", /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, "lower-case letters, digits, hyphens and dots, at most 253")] }),
    default: flag({ default: false, doc: "Ingresses that name no class are of this one." }),
    parameters: nullable(parameters),
  },
  { default: {}, doc: "The class of ingresses that the controller serves." },
);
