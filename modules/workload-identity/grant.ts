import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { type Condition, type Construct, type Expr, type Handle, present, resource, some, where } from "../../kernel";
import { names, type Roles } from "./roles";
import type { WorkloadIdentityHandles } from "./inputs";

export type Identity = WorkloadIdentityHandles["identities"]["each"]["value"];

/** Gives the role of each identity for which `when` holds an inline policy. It lives and dies with the role. */
export type Grant = (id: string, when: (identity: Identity) => Expr<boolean>, policy: (identity: Identity) => Expr<string>, preconditions?: readonly Condition[]) => Expr<unknown>;

export function granter(scope: Construct, { identities }: WorkloadIdentityHandles, roles: Roles): Grant {
  return (id, when, policy, preconditions = []) => {
    const holders = where(identities, (_, identity) => when(identity), names);
    return resource(IamRolePolicy, scope, id, {
      forEach: holders,
      name: id.replaceAll("_", "-"),
      role: roles.each.name,
      policy: policy(holders.each.value),
      ...(preconditions.length > 0 && { lifecycle: { preconditions } }),
    });
  };
}

/** The same where a part of the identity is there. */
export function grantFor<P>(grant: Grant, id: string, asked: (identity: Identity) => Expr<P>, policy: (given: Handle<NonNullable<P>>) => Expr<string>): Expr<unknown> {
  return grant(id, (identity) => present(asked(identity)), (identity) => policy(some(asked(identity))));
}
