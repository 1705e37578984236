import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { type Construct, crossCondition, type Expr, type Handle, is, listOf, objectOf, present, resource, some, tf, where } from "../../kernel";
import { policyJson, policyOf, type Statement } from "../policy-json";
import { crossRules } from "./cross-rules";
import type { Grant, Identity } from "./grant";
import { names, type Roles } from "./roles";
import type { WorkloadIdentityHandles } from "./inputs";

type OwnStatement = Identity["statements"]["each"]["value"];

/** What the user writes: statements, roles to assume, policies by ARN. Returns them. */
export function ownPermissions(scope: Construct, grant: Grant, inputs: WorkloadIdentityHandles, roles: Roles): Expr<unknown>[] {
  const targetedByIssuer = listOf(inputs.identities, (name) => name, names, (_, { method, targetRole }) => tf`${is(method, "irsa")} && ${present(targetRole)}`);
  return [
    grant("statements", ({ statements }) => tf`length(${statements}) > 0`, ({ statements }) => policyOf(listOf(statements, statementOf, ["id", "statement"]))),
    grant("assume_roles", ({ assumes }) => tf`length(${assumes}) > 0`, ({ assumes }) => policyJson([assume(listOf(assumes, (_, other) => other.roleArn, ["name", "other"]))])),
    grant("target_role", ({ targetRole }) => present(targetRole), ({ targetRole }) => policyJson([assume([some(targetRole).roleArn])]), [
      crossCondition(crossRules.targetRoleMethod, tf`length(${targetedByIssuer}) == 0`, targetedByIssuer),
    ]),
    managedPolicies(scope, inputs, roles),
  ];
}

function statementOf(id: Handle<string>, { effect, actions, actionPatterns, resources, anyResource, conditions }: OwnStatement): Expr<unknown> {
  const written = objectOf<Readonly<Record<string, unknown>>>([
    ["Sid", id],
    ["Effect", effect],
    ["Action", tf`flatten([for names in [${actions}, ${actionPatterns}] : names if names != null])`],
    ["Resource", tf`${anyResource} == null ? ${resources} : ["*"]`],
    ["Condition", conditions],
  ]);
  return where(written, (_, value) => present(value), ["field", "value"]);
}

/** A session of a pod carries tags that go along, so to assume a role is to tag its session. */
function assume(roleArns: Statement["resources"]): Statement {
  return { effect: "Allow", actions: ["sts:AssumeRole", "sts:TagSession"], resources: roleArns! };
}

function managedPolicies(scope: Construct, { identities }: WorkloadIdentityHandles, roles: Roles) {
  const attached = tf<Readonly<Record<string, { name: string; policyArn: string }>>>`merge([for name, identity in ${identities} : { for policy, arn in identity.managed_policy_arns : "\${name}/\${policy}" => { name = name, policy_arn = arn } }]...)`;
  const { value } = attached.each;
  return resource(IamRolePolicyAttachment, scope, "this", { forEach: attached, role: roles.at(value.name).name, policyArn: value.policyArn });
}
