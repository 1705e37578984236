import { type Expr, type Handle, listOf, some, tf } from "../../kernel";
import { said } from "../said";
import type { ControllerHandles } from "./inputs";

type Texts = Handle<Readonly<Record<string, string>>>;

/** The `spec` of IngressClassParams, as the CRD spells it. */
export function classParameters({ ingressClass }: ControllerHandles): Expr<object> {
  const given = some(ingressClass.parameters);
  const { subnets } = given;
  return said({
    scheme: given.scheme,
    group: tf`${given.group} == null ? null : ${{ name: given.group }}`,
    certificateArn: given.certificateArns,
    sslPolicy: given.sslPolicy,
    sslRedirectPort: given.sslRedirectPort,
    subnets: tf`${subnets} == null ? null : ${said(tf<object>`${subnets}`)}`,
    ipAddressType: given.ipAddressType,
    targetType: given.targetType,
    inboundCIDRs: given.inboundCidrs,
    prefixListsIDs: given.prefixListIds,
    wafv2AclArn: given.wafAclArn,
    loadBalancerAttributes: pairs(given.loadBalancerAttributes),
    tags: pairs(given.tags),
    namespaceSelector: tf`length(${given.namespaceLabels}) == 0 ? null : ${{ matchLabels: given.namespaceLabels }}`,
  });
}

function pairs(texts: Texts): Expr<unknown> {
  return tf`length(${texts}) == 0 ? null : ${listOf(texts, (key, value) => tf<object>`${{ key, value }}`, ["name", "text"])}`;
}
