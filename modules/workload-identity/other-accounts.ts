import { otherAccountTrust, podSessionTags } from "../../aws/trust-policies";
import { type Expr, present, project, some, template, tf, where } from "../../kernel";
import { policyJson } from "../policy-json";
import { names, type Roles } from "./roles";
import type { WorkloadIdentityHandles } from "./inputs";

/** What the roles of other accounts must say in their trust policies, by the identity's name. */
export function otherAccounts(inputs: WorkloadIdentityHandles, roles: Roles, clusterArn: Expr<string>) {
  const { partition, region, account, clusterName, identities } = inputs;
  const from = (name: Expr<string>) => ({ partition, account, roleArn: roles.at(name).arn });
  const externalId = (value: Expr<string>) => [{ test: "StringEquals", variable: "sts:ExternalId", values: [value] }];
  const targeted = where(identities, (_, { targetRole }) => present(targetRole), names);
  return {
    targetRoles: project(
      targeted,
      (name, { namespace, serviceAccount, sessionTags }) => {
        const tagged = podSessionTags<Expr<string>>({ clusterArn, namespace, serviceAccount });
        const told = externalId(template`${region}/${account}/${clusterName}/${namespace}/${serviceAccount}`);
        return policyJson([], [sessionTags, otherAccountTrust<Expr<string>>(template, from(name), tagged)], [tf`!${sessionTags}`, otherAccountTrust<Expr<string>>(template, from(name), told)]);
      },
      names,
    ),
    assumedRoles: project(
      identities,
      (name, { assumes }) =>
        project(
          assumes,
          (_, other) =>
            policyJson(
              [],
              [present(other.externalId), otherAccountTrust<Expr<string>>(template, from(name), externalId(some(other.externalId)))],
              [tf`${other.externalId} == null`, otherAccountTrust<Expr<string>>(template, from(name), [])],
            ),
          ["role", "other"],
        ),
      names,
    ),
  };
}
