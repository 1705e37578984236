import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { autoModeClusterRolePolicies, clusterRolePolicies, managedPolicies } from "../../aws/managed-policies";
import { nameLimits } from "../../aws/name-limits";
import { policyDocument } from "../../aws/policy-statement";
import { clusterTrust } from "../../aws/trust-policies";
import { choose, commented, type Construct, type Expr, type Handle, type Handles, json, limitedName, local, present, resource, setOf, some, template, tf } from "../../kernel";
import type { clusterInputs } from "./inputs";

export interface ClusterRole {
  readonly arn: Handle<string>;
  /** Null where the role is given. */
  readonly name: Expr<string | null>;
  /** The role's id, for what exists only where it is made here. */
  readonly ownId: Expr<string>;
  readonly ready: Expr<unknown>;
}

/** The role of the control plane, made here with the policies that the cluster's options need, or given. */
export function clusterRole(scope: Construct, inputs: Handles<typeof clusterInputs>): ClusterRole {
  const { name, partition, rolePath, permissionsBoundary, tags, role: given } = inputs;
  const made = present(given.create);
  const role = resource(IamRole, scope, "this", {
    count: made,
    name: tf<string>`coalesce(${some(given.create).name}, ${limitedName(scope, "role_name", name, "-cluster", nameLimits.aws_iam_role.name.maxLength)})`,
    description: template`Control plane of the EKS cluster ${name}`,
    assumeRolePolicy: commented(
      json(policyDocument(clusterTrust({ autoMode: true }), String)),
      "Session tags are for Auto Mode. Allowed from the start, so that the role need not change before it.",
    ),
    path: rolePath,
    permissionsBoundary,
    tags,
  });
  const policies = local<readonly string[]>(scope, "role_policies", tf`${made} ? ${policyNames(inputs)} : []`);
  const attachments = resource(IamRolePolicyAttachment, scope, "this", {
    forEach: setOf(policies),
    role: role.only.name,
    policyArn: template`arn:${partition}:iam::aws:policy/${setOf(policies).each.value}`,
  });
  return { arn: choose([made, role.only.arn], some(given.arn)), name: role.maybe((own) => own.name), ownId: role.only.id, ready: attachments };
}

function policyNames({ autoMode, podSecurityGroups }: Handles<typeof clusterInputs>): Expr<readonly string[]> {
  const further = autoModeClusterRolePolicies.filter((policy) => !clusterRolePolicies.includes(policy));
  const forPods = [managedPolicies.vpcResourceController];
  return tf`concat(${clusterRolePolicies}, ${autoMode} == null ? [] : ${further}, ${podSecurityGroups} == null ? [] : ${forPods})`;
}
