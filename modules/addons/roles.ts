import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { nameLimits } from "../../aws/name-limits";
import { podIdentityTrust, subjectsTrust } from "../../aws/trust-policies";
import { call, type Collection, type Construct, type Expr, type Handles, limitedNames, listOf, local, mapList, resource, some, template, tf } from "../../kernel";
import type { Value } from "../../kernel/schema";
import { inJson, policyOf } from "../policy-json";
import type { Identities } from "./identities";
import type { addonsInputs } from "./inputs";
import { ownPolicies } from "./own-policies";

type Inputs = Handles<typeof addonsInputs>;

/** The roles of add-ons. `permitted` is what an add-on must find when it starts. */
export function addonRoles(scope: Construct, inputs: Inputs, identities: Identities) {
  const { clusterName, rolePath, permissionsBoundary, tags } = inputs;
  const { withRole } = identities;
  const { key, value: addon } = withRole.each;
  const names = limitedNames(scope, "role_names", withRole, (name) => template`${clusterName}-${name}`, "", nameLimits.aws_iam_role.name.maxLength);
  const roles = resource(IamRole, scope, "this", {
    forEach: withRole,
    name: names.at(key),
    description: template`Add-on ${key} of the EKS cluster ${clusterName}`,
    assumeRolePolicy: trust(inputs, identities),
    path: rolePath,
    permissionsBoundary,
    tags: tf`merge(${tags}, ${addon.tags})`,
  });
  const policies = managedPolicies(scope, inputs, identities);
  const attachments = resource(IamRolePolicyAttachment, scope, "this", {
    forEach: policies,
    role: roles.at(policies.each.value.addon).name,
    policyArn: policies.each.value.arn,
  });
  return { roles, permitted: [attachments, ...ownPolicies(scope, inputs, identities, roles)] };
}

type OidcProvider = NonNullable<Value<typeof addonsInputs>["oidcProvider"]>;

/**
 * The same for both ways, so that a move between them leaves running pods their role: the agent for pods of this cluster, and
 * the cluster's OIDC issuer, where it has one, for the add-on's own service accounts.
 */
function trust({ clusterName, partition, region, account, oidcProvider }: Inputs, { accounts, withRole }: Identities): Expr<string> {
  const { namespace, names } = accounts.at(withRole.each.key);
  const clusterArn = template`arn:${partition}:eks:${region}:${account}:cluster/${clusterName}`;
  const subjects = mapList(names, (name) => template`system:serviceaccount:${namespace}:${name}`, "name");
  const byIssuer = mapList(
    tf<readonly OidcProvider[]>`${oidcProvider}[*]`,
    ({ arn: providerArn, issuer }) => inJson(subjectsTrust<Expr<string>, Expr<readonly string[]>>(template, { providerArn, issuer, subjects })[0]!),
    "provider",
  );
  const byAgent = inJson(podIdentityTrust<Expr<string>>({ account, clusterArn })[0]!);
  return policyOf(call("concat", [byAgent], byIssuer));
}

interface Attached {
  readonly addon: string;
  readonly arn: string;
}

/** What AWS recommends, and what the author adds, by `<add-on>/<policy>`. */
function managedPolicies(scope: Construct, { partition }: Inputs, { withRole, recommended }: Identities): Collection<Attached> {
  const awsPolicy = (policy: Expr<string>) => template`arn:${partition}:iam::aws:policy/${policy}`;
  const each = listOf(
    withRole,
    (name, addon) =>
      tf<Readonly<Record<string, Attached>>>`merge({ for policy in try(${recommended}[${name}], []) : ${template`${name}/${tf`basename(policy)`}`} => ${{ addon: name, arn: awsPolicy(tf`policy`) }} }, { for policy, arn in ${addon.permissions} == null ? {} : ${some(addon.permissions).policyArns} : ${template`${name}/${tf`policy`}`} => ${{ addon: name, arn: tf`arn` }} })`,
    ["name", "addon"],
  );
  return local(scope, "managed_policies", tf<Readonly<Record<string, Attached>>>`merge(${each}...)`) as unknown as Collection<Attached>;
}
