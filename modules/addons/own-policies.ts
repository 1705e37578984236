import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { bucketsUse, cniIpv6Use, cniPolicyLogsUse } from "../../aws/addon-policies";
import { certManager, externalDns } from "../../aws/policies/dns";
import { ebsCsiKeys } from "../../aws/policies/ebs-csi";
import { logWriter } from "../../aws/policies/observability";
import { call, type Construct, type Expr, type Handle, type Handles, mapList, resource, some, template, tf, where } from "../../kernel";
import type { Value } from "../../kernel/schema";
import { policyJson, type Statement } from "../policy-json";
import type { Identities } from "./identities";
import type { addonsInputs } from "./inputs";

type Inputs = Handles<typeof addonsInputs>;
type Permissions = NonNullable<Value<typeof addonsInputs>["addons"][string]["permissions"]>;
type Roles = { readonly at: (key: Expr<string>) => { readonly name: Expr<string> } };

/** Policies of single roles, for what AWS has no policy for: they come and go with their role. */
export function ownPolicies(scope: Construct, inputs: Inputs, { withRole }: Identities, roles: Roles): readonly Expr<unknown>[] {
  const { clusterName, partition, region, account, ipFamily } = inputs;
  const made = (id: string, when: (name: Handle<string>, permissions: Handle<Permissions>) => Expr<boolean>, statements: (permissions: Handle<Permissions>) => readonly Statement[]) => {
    const among = where(withRole, (name, addon) => when(name, some(addon.permissions)), ["name", "addon"]);
    return resource(IamRolePolicy, scope, id, {
      forEach: among,
      name: id.replaceAll("_", "-"),
      role: roles.at(among.each.key).name,
      policy: policyJson(statements(some(among.each.value.permissions))),
    });
  };
  const given = (field: keyof Permissions) => (_: Handle<string>, permissions: Handle<Permissions>) => tf<boolean>`${permissions} == null ? false : ${permissions[field]} != null`;
  const parts = (arns: Expr<readonly string[]>, suffix: string) => mapList(arns, (arn) => template`${arn}${suffix}`, "arn");
  return [
    made("ipv6", (name) => tf`${name} == "vpc-cni" && ${ipFamily} == "ipv6"`, () => cniIpv6Use<Expr<string>>(template, { partition })),
    made("policy_logs", given("policyLogs"), () => cniPolicyLogsUse<Expr<string>>(template, { partition, region, account, clusterName })),
    made("volume_keys", given("volumeKeys"), (own) => ebsCsiKeys(some(own.volumeKeys).arns)),
    made("buckets", given("buckets"), (own) => bucketsUse(some(own.buckets).arns, parts(some(own.buckets).arns, "/*"))),
    made("records", (name, own) => tf`${name} != "cert-manager" && ${given("hostedZones")(name, own)}`, (own) => externalDns(some(own.hostedZones).arns)),
    made("challenges", (name, own) => tf`${name} == "cert-manager" && ${given("hostedZones")(name, own)}`, (own) => certManager<Expr<string>, Expr<readonly string[]>>(template, partition, some(own.hostedZones).arns)),
    made("log_groups", given("logGroups"), (own) => logWriter(call<readonly string[]>("concat", some(own.logGroups).arns, parts(some(own.logGroups).arns, ":*")))),
  ];
}
