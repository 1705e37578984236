import type { PolicyStatement, Texts, TextTag } from "../policy-statement";

/**
 * What external-dns may do in the given zones. Only the list of zones knows no narrower resource.
 * Source: docs/tutorials/aws.md of kubernetes-sigs/external-dns, read 2026-11-21; it names any zone.
 */
export function externalDns<T, L>(zoneArns: Texts<T, L>): PolicyStatement<T, L>[] {
  return [
    {
      sid: "ChangeRecords",
      effect: "Allow",
      actions: ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets", "route53:ListTagsForResource", "route53:ListTagsForResources"],
      resources: zoneArns,
    },
    { sid: "FindZones", effect: "Allow", actions: ["route53:ListHostedZones"], resources: ["*"] },
  ];
}

/**
 * What cert-manager may do to answer DNS01 challenges in the given zones: text records and nothing else.
 * Source: https://cert-manager.io/docs/configuration/acme/dns01/route53/, read 2026-11-21.
 */
export function certManager<T, L>(text: TextTag<T>, partition: string | T, zoneArns: Texts<T, L>): PolicyStatement<T, L>[] {
  return [
    { sid: "AwaitChange", effect: "Allow", actions: ["route53:GetChange"], resources: [text`arn:${partition}:route53:::change/*`] },
    { sid: "ListRecords", effect: "Allow", actions: ["route53:ListResourceRecordSets"], resources: zoneArns },
    {
      sid: "ChangeTextRecords",
      effect: "Allow",
      actions: ["route53:ChangeResourceRecordSets"],
      resources: zoneArns,
      conditions: [{ test: "ForAllValues:StringEquals", variable: "route53:ChangeResourceRecordSetsRecordTypes", values: ["TXT"] }],
    },
    { sid: "FindZones", effect: "Allow", actions: ["route53:ListHostedZonesByName"], resources: ["*"] },
  ];
}
