import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { nameLimits } from "../../aws/name-limits";
import { policyJson, type PolicyStatement } from "../../aws/policy-statement";
import { podIdentityTrust, subjectsTrust } from "../../aws/trust-policies";
import { type Collection, type Construct, type Expr, type Handles, json, limitedNames, listOf, local, mapList, objectOf, resource, some, template, tf } from "../../kernel";
import type { Value } from "../../kernel/schema";
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
    comment: "A move between Pod Identity and IRSA changes the trust in place.",
    forEach: withRole,
    name: names.at(key),
    description: template`Add-on ${key} of the EKS cluster ${clusterName}`,
    assumeRolePolicy: trust(scope, inputs, identities),
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

function trust(scope: Construct, { clusterName, partition, region, account, oidcProvider }: Inputs, { words, accounts, withRole }: Identities): Expr<string> {
  const { key } = withRole.each;
  const { namespace, names } = accounts.at(key);
  const clusterArn = template`arn:${partition}:eks:${region}:${account}:cluster/${clusterName}`;
  const subjects = mapList(names, (name) => template`system:serviceaccount:${namespace}:${name}`, "name");
  // Without a provider a rule stops the plan with its sentence, which an error of this expression would hide.
  const { arn: providerArn, issuer } = local(scope, "oidc_provider", tf<Value<typeof addonsInputs>["oidcProvider"] & object>`${oidcProvider} != null ? ${oidcProvider} : ${{ arn: "", issuer: "" }}`);
  const irsa = document(subjectsTrust<Expr<unknown>>(template, { providerArn, issuer, subjects: [subjects] }));
  return tf`${words.at(key)} == "irsa" ? ${irsa} : ${document(podIdentityTrust<Expr<unknown>>({ account, clusterArn }))}`;
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

function document(statements: readonly PolicyStatement<Expr<unknown>>[]): Expr<string> {
  return json(policyJson(statements, objectOf as never));
}

