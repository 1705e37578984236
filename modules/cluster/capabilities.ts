import { EksCapability } from "@cdktf/provider-aws/lib/eks-capability";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { nameLimits } from "../../aws/name-limits";
import { policyDocument } from "../../aws/policy-statement";
import { capabilityTrust } from "../../aws/trust-policies";
import { absentWith, blockWhen, type Collection, commented, type Construct, dynamic, type Expr, type Handles, json, limitedName, local, resource, some, template, tf, where } from "../../kernel";
import type { clusterInputs } from "./inputs";

type Inputs = Handles<typeof clusterInputs>;
const longestSuffix = "-argocd";

/** Controllers that EKS runs for the cluster, by type. Returns the ARNs of their roles. */
export function capabilities(scope: Construct, inputs: Inputs, clusterName: Expr<string>): Expr<Readonly<Record<string, string>>> {
  const { name, capabilities: declared, rolePath, permissionsBoundary, tags } = inputs;
  const { ack, kro, argocd } = declared;
  const roles = local<Readonly<Record<string, { readonly create: object | null; readonly arn: string | null }>>>(
    scope,
    "capability_roles",
    tf`{ for type, capability in { ack = ${ack}, kro = ${kro}, argocd = ${argocd} } : type => capability.role if capability != null }`,
  );
  const made = where(roles, (_, role) => tf<boolean>`${role}.create != null`, ["type", "role"]);
  const prefix = limitedName(scope, "capability_role_prefix", absentWith(declared, name), "", nameLimits.aws_iam_role.name.maxLength - longestSuffix.length);
  const role = resource(IamRole, scope, "capability", {
    forEach: made,
    name: template`${prefix}-${made.each.key}`,
    description: template`Capability ${made.each.key} of the EKS cluster ${name}`,
    assumeRolePolicy: json(policyDocument(capabilityTrust(), String)),
    path: rolePath,
    permissionsBoundary,
    tags,
  });
  const roleArns = local<Readonly<Record<string, string>>>(
    scope,
    "capability_role_arns",
    tf`{ for type, given in ${roles} : type => given.create == null ? given.arn : ${role}[type].arn }`,
  );
  const each = (roleArns as Collection<string>).each;
  resource(EksCapability, scope, "this", {
    forEach: roleArns,
    clusterName,
    capabilityName: each.key,
    type: tf<string>`upper(${each.key})`,
    roleArn: each.value,
    deletePropagationPolicy: commented("RETAIN", "EKS knows no other."),
    configuration: blockWhen(tf<boolean>`${each.key} == "argocd"`, { argoCd: [argoCdBlock(inputs)] }),
    tags,
  });
  return roleArns;
}

function argoCdBlock({ capabilities: { argocd } }: Inputs) {
  const { namespace, identityCenterArn, identityCenterRegion, access, vpcEndpointIds } = some(argocd);
  const identities = tf<readonly { readonly id: string; readonly type: string }[]>`concat([for id in rbac_role_mapping.value.users : { id = id, type = "SSO_USER" }], [for id in rbac_role_mapping.value.groups : { id = id, type = "SSO_GROUP" }])`;
  return {
    namespace,
    awsIdc: [{ idcInstanceArn: identityCenterArn, idcRegion: identityCenterRegion }],
    networkAccess: blockWhen(tf<boolean>`length(${vpcEndpointIds}) > 0`, { vpceIds: vpcEndpointIds }),
    rbacRoleMapping: dynamic(access, (mapping) => ({
      role: mapping.key,
      identity: dynamic(identities, ({ value }) => ({ id: value.id, type: value.type })),
    })),
  };
}
