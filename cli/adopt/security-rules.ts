import type { Found } from "./state";

/** One rule of theirs can be several in AWS; one that has an id is one. */
export const single = ({ values }: Found) => Boolean(values["security_group_rule_id"]);

export function ruleInputs(rules: readonly Found[]) {
  const of = (direction: string) => Object.fromEntries(rules.filter((rule) => single(rule) && rule.values["type"] === direction).map(({ key, values }) => [key, ruleInput(values)]));
  return { ingress: of("ingress"), egress: of("egress") };
}

function ruleInput(values: Found["values"]) {
  return {
    description: values["description"] ?? "",
    protocol: values["protocol"],
    ...(values["protocol"] !== "-1" && { ports: { from: values["from_port"], to: values["to_port"] } }),
    ...(values["self"] ? { self: {} } : values["source_security_group_id"] ? { security_group_id: values["source_security_group_id"] } : values["cidr_blocks"]?.[0] ? { cidr_ipv4: values["cidr_blocks"][0] } : values["ipv6_cidr_blocks"]?.[0] ? { cidr_ipv6: values["ipv6_cidr_blocks"][0] } : { prefix_list_id: values["prefix_list_ids"]?.[0] }),
  };
}
