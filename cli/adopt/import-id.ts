import type { Found } from "./state";

/**
 * Ids by which the provider imports, where the state's own `id` is another.
 * Source: "Import" on the pages of these resources, AWS provider 5.100, read 2026-11-22.
 */
const formsByType: Readonly<Record<string, (values: Found["values"]) => string>> = {
  aws_route: (route) => `${route["route_table_id"]}_${route["destination_cidr_block"] || route["destination_ipv6_cidr_block"] || route["destination_prefix_list_id"]}`,
  aws_route_table_association: (association) => `${association["subnet_id"] || association["gateway_id"]}/${association["route_table_id"]}`,
  aws_iam_role_policy_attachment: (attachment) => `${attachment["role"]}/${attachment["policy_arn"]}`,
  aws_security_group_rule: (rule) => rule["security_group_rule_id"],
};

/** The id by which a resource of a state is imported into another. */
export function importId({ type, values }: Found): string {
  return formsByType[type]?.(values) ?? values["id"];
}
