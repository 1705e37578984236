import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { bucketsUse, cniIpv6Use, cniPolicyLogsUse, hostedZonesUse, logGroupsUse, volumeKeysUse } from "../../aws/addon-policies";
import { policyDocument, type PolicyStatement } from "../../aws/policy-statement";
import { type Construct, type Expr, type Handle, type Handles, json, mapList, resource, some, template, tf, where } from "../../kernel";
import type { Value } from "../../kernel/schema";
import type { Identities } from "./identities";
import type { addonsInputs } from "./inputs";

type Inputs = Handles<typeof addonsInputs>;
type Statements = readonly PolicyStatement<Expr<unknown>>[];
type Permissions = NonNullable<Value<typeof addonsInputs>["addons"][string]["permissions"]>;
type Roles = { readonly at: (key: Expr<string>) => { readonly name: Expr<string> } };

/** Policies of single roles, for what AWS has no policy for: they come and go with their role. */
export function ownPolicies(scope: Construct, inputs: Inputs, { withRole }: Identities, roles: Roles): readonly Expr<unknown>[] {
  const { clusterName, partition, region, account, ipFamily } = inputs;
  const made = (id: string, when: (name: Handle<string>, permissions: Handle<Permissions>) => Expr<boolean>, statements: (permissions: Handle<Permissions>) => Statements) => {
    const among = where(withRole, (name, addon) => when(name, some(addon.permissions)), ["name", "addon"]);
    return resource(IamRolePolicy, scope, id, {
      forEach: among,
      name: id.replaceAll("_", "-"),
      role: roles.at(among.each.key).name,
      policy: json(policyDocument(statements(some(among.each.value.permissions)), String)),
    });
  };
  const given = (field: keyof Permissions) => (_: Handle<string>, permissions: Handle<Permissions>) => tf<boolean>`${permissions} == null ? false : ${permissions[field]} != null`;
  const parts = (arns: Expr<readonly string[]>, suffix: string) => mapList(arns, (arn) => template`${arn}${suffix}`, "arn");
  return [
    made("ipv6", (name) => tf`${name} == "vpc-cni" && ${ipFamily} == "ipv6"`, () => cniIpv6Use<Expr<unknown>>(template, { partition })),
    made("policy_logs", given("policyLogs"), () => cniPolicyLogsUse<Expr<unknown>>(template, { partition, region, account, clusterName })),
    made("volume_keys", given("volumeKeys"), (own) => volumeKeysUse<Expr<unknown>>(some(own.volumeKeys).arns)),
    made("buckets", given("buckets"), (own) => bucketsUse<Expr<unknown>>(some(own.buckets).arns, parts(some(own.buckets).arns, "/*"))),
    made("hosted_zones", given("hostedZones"), (own) => hostedZonesUse<Expr<unknown>>(template, some(own.hostedZones).arns, { partition })),
    made("log_groups", given("logGroups"), (own) => logGroupsUse<Expr<unknown>>(some(own.logGroups).arns, parts(some(own.logGroups).arns, ":log-stream:*"))),
  ];
}
