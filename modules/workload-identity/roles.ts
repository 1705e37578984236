import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { nameLimits } from "../../aws/name-limits";
import { podIdentityTrust, serviceAccountTrust } from "../../aws/trust-policies";
import { type Construct, crossCondition, type Expr, type Handle, is, limitedNames, listOf, present, resource, template, tf } from "../../kernel";
import { policyJson } from "../policy-json";
import { crossRules } from "./cross-rules";
import type { OidcProvider } from "./oidc-provider";
import type { WorkloadIdentityHandles } from "./inputs";

export const names = ["name", "identity"] as const;

export type Roles = ReturnType<typeof identityRoles>;

/** A role for each identity. To change the method is to change its trust; the role stays. */
export function identityRoles(scope: Construct, inputs: WorkloadIdentityHandles, { clusterArn, provider }: { readonly clusterArn: Expr<string>; readonly provider: OidcProvider }) {
  const { clusterName, account, organizationId, identities, rolePath, permissionsBoundary, tags } = inputs;
  const { key, value: identity } = identities.each;
  const { maxLength } = nameLimits.aws_iam_role.name;
  const composed = limitedNames(scope, "role_names", identities, (name) => template`${clusterName}-${name}`, "-pod", maxLength);
  const { namespace, serviceAccount, method } = identity;
  const ofPods = podIdentityTrust<Expr<string>>({ account, clusterArn, organizationId: organizationId as Handle<string> });
  const ofIssuer = serviceAccountTrust<Expr<string>>(template, { providerArn: provider.arn, issuer: provider.issuer, namespace, serviceAccount });
  return resource(IamRole, scope, "this", {
    forEach: identities,
    name: tf<string>`coalesce(${identity.roleName}, ${composed.at(key)})`,
    description: tf<string>`coalesce(${identity.description}, ${template`Pods of ${namespace}/${serviceAccount} in the EKS cluster ${clusterName}`})`,
    assumeRolePolicy: policyJson([], [tf`${method} != "irsa"`, ofPods], [tf`${method} != "podIdentity"`, ofIssuer]),
    maxSessionDuration: tf<number>`${identity.maxSessionHours} * 3600`,
    path: rolePath,
    permissionsBoundary,
    tags,
    lifecycle: { preconditions: [crossCondition(crossRules.oidcMissing, tf`${is(method, "podIdentity")} || ${present(inputs.oidcProvider)}`, byIssuer(inputs))] },
  });
}

/** Names of the identities that IRSA serves. */
function byIssuer({ identities }: WorkloadIdentityHandles): Expr<unknown> {
  return listOf(identities, (name) => name, names, (_, { method }) => tf`${method} != "podIdentity"`);
}
