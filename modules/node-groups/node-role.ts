import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { managedPolicies, nodeRolePolicies } from "../../aws/managed-policies";
import { nameLimits } from "../../aws/name-limits";
import { policyDocument } from "../../aws/policy-statement";
import { nodeTrust } from "../../aws/trust-policies";
import { type Construct, type Expr, type Handles, json, limitedName, present, resource, setOf, template, tf } from "../../kernel";
import type { nodeGroupsInputs } from "./inputs";

/** The role that all groups share. `attachments` are what a node needs before it starts. */
export function nodeRole(scope: Construct, { clusterName, partition, rolePath, permissionsBoundary, cniPolicy, policies: further, roleName, tags }: Handles<typeof nodeGroupsInputs>) {
  const role = resource(IamRole, scope, "this", {
    name: tf<string>`coalesce(${roleName}, ${limitedName(scope, "role_name", clusterName, "-nodes", nameLimits.aws_iam_role.name.maxLength)})`,
    description: template`Nodes of the EKS cluster ${clusterName}`,
    assumeRolePolicy: json(policyDocument(nodeTrust(), String)),
    path: rolePath,
    permissionsBoundary,
    tags,
  });
  const arnOf = (policy: Expr<string> | string) => template`arn:${partition}:iam::aws:policy/${policy}`;
  const policies = setOf(tf`${[...nodeRolePolicies, managedPolicies.sessionManager]}`);
  const attachments = resource(IamRolePolicyAttachment, scope, "this", { forEach: policies, role: role.name, policyArn: arnOf(policies.each.value) });
  const cni = resource(IamRolePolicyAttachment, scope, "cni", { count: present(cniPolicy), role: role.name, policyArn: arnOf(managedPolicies.cni) });
  const others = resource(IamRolePolicyAttachment, scope, "further", { forEach: further, role: role.name, policyArn: further.each.value });
  return { role, attachments: [attachments, cni, others] };
}
