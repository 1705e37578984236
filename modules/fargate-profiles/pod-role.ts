import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { managedPolicies } from "../../aws/managed-policies";
import { nameLimits } from "../../aws/name-limits";
import { policyDocument } from "../../aws/policy-statement";
import { fargateTrust } from "../../aws/trust-policies";
import { type Construct, type Expr, type Handles, json, limitedName, resource, template, tf } from "../../kernel";
import type { fargateProfilesInputs } from "./inputs";

/** The role with which Fargate pulls images and writes logs, for all profiles. The pods themselves do not get it. */
export function podRole(scope: Construct, inputs: Handles<typeof fargateProfilesInputs>) {
  const { clusterName, partition, rolePath, permissionsBoundary, roleName, tags } = inputs;
  const role = resource(IamRole, scope, "this", {
    name: tf<string>`coalesce(${roleName}, ${limitedName(scope, "role_name", clusterName, "-fargate", nameLimits.aws_iam_role.name.maxLength)})`,
    description: template`Fargate pods of the EKS cluster ${clusterName}`,
    assumeRolePolicy: json(policyDocument(fargateTrust<Expr<string>>(template, inputs), (variable) => variable as string)),
    path: rolePath,
    permissionsBoundary,
    tags,
  });
  const attachment = resource(IamRolePolicyAttachment, scope, "this", { role: role.name, policyArn: template`arn:${partition}:iam::aws:policy/${managedPolicies.fargatePods}` });
  return { role, attachment };
}
