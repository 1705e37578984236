import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { autoModeNodeRolePolicies } from "../../aws/managed-policies";
import { nameLimits } from "../../aws/name-limits";
import { policyDocument } from "../../aws/policy-statement";
import { nodeTrust } from "../../aws/trust-policies";
import { choose, commented, type Construct, type Expr, type Handles, json, limitedName, local, optionalBlock, orElse, resource, setOf, some, template, tf } from "../../kernel";
import type { clusterInputs } from "./inputs";

type Inputs = Handles<typeof clusterInputs>;

export interface AutoModeRole {
  readonly arn: Expr<string | null>;
  readonly ready: Expr<unknown>;
}

/** The role of the nodes that Auto Mode starts, made here or given. EKS makes its access entry. */
export function autoModeNodeRole(scope: Construct, { name, partition, autoMode, rolePath, permissionsBoundary, tags }: Inputs): AutoModeRole {
  const given = some(autoMode).nodeRole;
  const made = local<boolean>(scope, "auto_mode_role", tf`${autoMode} == null ? false : ${given.create} != null`);
  const role = resource(IamRole, scope, "auto_mode", {
    count: made,
    name: tf<string>`coalesce(${some(given.create).name}, ${limitedName(scope, "auto_mode_role_name", name, "-auto-node", nameLimits.aws_iam_role.name.maxLength)})`,
    description: template`Auto Mode nodes of the EKS cluster ${name}`,
    assumeRolePolicy: json(policyDocument(nodeTrust(), String)),
    path: rolePath,
    permissionsBoundary,
    tags,
  });
  const policies = setOf(tf`${made} ? ${autoModeNodeRolePolicies} : []`);
  const attachments = resource(IamRolePolicyAttachment, scope, "auto_mode", {
    forEach: policies,
    role: role.only.name,
    policyArn: template`arn:${partition}:iam::aws:policy/${policies.each.value}`,
  });
  return { arn: tf`${made} ? ${role.only.arn} : try(${given.arn}, null)`, ready: attachments };
}

/** The three switches. EKS wants all of them on or all of them off, and remembers which, so off is said and not left out. */
export function autoModeBlocks({ autoMode }: Inputs, nodeRoleArn: Expr<string | null>) {
  const { enabled: given, nodePools } = some(autoMode);
  const enabled = orElse(given, true);
  const off = tf<boolean>`!${given}`;
  return {
    computeConfig: optionalBlock(autoMode, () => ({
      enabled,
      nodePools: choose<readonly string[] | null>([off, null], nodePools) as Expr<readonly string[]>,
      nodeRoleArn: commented(
        choose<string | null>([off, null], [tf<boolean>`length(${nodePools}) == 0`, null], nodeRoleArn),
        "EKS takes a role where it has node pools to give it to.",
      ),
    })),
    storageConfig: optionalBlock(autoMode, () => ({ blockStorage: { enabled } })),
    elasticLoadBalancing: optionalBlock(autoMode, () => ({ enabled })),
  };
}
