import { arnPatterns } from "../aws/arn-patterns";
import { tags } from "../aws/cluster-limits";
import { count, distinct, keys, length, list, map, matches, text, withoutPrefix, withoutText } from "../kernel";

export const schemes = ["internal", "internet-facing"] as const;
export const ipAddressTypes = ["ipv4", "dualstack", "dualstack-without-public-ipv4"] as const;

/** ARNs of certificates; the first is the default of a listener. */
export function certificates(doc: string) {
  return list(text({ rules: [matches("load-balancer-certificate", arnPatterns.certificate, "the ARN of a certificate in ACM")] }), {
    doc,
    rules: [count("load-balancer-certificates", 1, 25), distinct("load-balancer-distinct-certificates")],
  });
}

/** Ingresses of one group share a load balancer. Source: guide/ingress/annotations of the controller, read 2026-11-21. */
export function groupName(doc: string) {
  return text({ doc, rules: [matches("ingress-group", /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/, "lower-case letters, digits, hyphens and dots, at most 63")] });
}

/** Tags that go through the controller, which takes them as one text of `key=value` with commas between. */
export function tagTexts(doc: string) {
  return map(text({ rules: [length("load-balancer-tag-value", 0, tags.valueMaxLength), withoutText("load-balancer-tag-text", [","], { expected: "text without commas", why: "the controller takes all tags as one text with commas between" })] }), {
    default: {},
    doc,
    rules: [
      keys(length("load-balancer-tag-key", 1, tags.keyMaxLength)),
      keys(withoutText("load-balancer-tag-key-text", [",", "="], { expected: "text without commas and equals signs", why: "the controller takes all tags as one text of key=value" })),
      keys(withoutPrefix("load-balancer-tag-reserved", [tags.reservedKeyPrefix, "elbv2.k8s.aws/", "ingress.k8s.aws/", "service.k8s.aws/", "kubernetes.io/cluster/"], { why: "AWS and the controller keep those for themselves" })),
    ],
  });
}
