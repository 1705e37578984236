import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import { accessPolicies } from "../../aws/access-policies";
import { type Construct, type Expr, type Handles, resource, template } from "../../kernel";
import type { clusterInputs } from "./inputs";

/** Lets each administrator into the whole cluster. Returns the access entries. */
export function administrators(scope: Construct, inputs: Handles<typeof clusterInputs>, clusterName: Expr<string>) {
  const { admins, partition, tags } = inputs;
  const entries = resource(EksAccessEntry, scope, "admin", {
    forEach: admins,
    clusterName,
    principalArn: admins.each.value.principalArn,
    type: "STANDARD",
    tags,
  });
  resource(EksAccessPolicyAssociation, scope, "admin", {
    forEach: admins,
    clusterName,
    principalArn: entries.each.principalArn,
    policyArn: template`arn:${partition}:eks::aws:cluster-access-policy/${accessPolicies.clusterAdmin.name}`,
    accessScope: { type: "cluster" },
  });
  return entries;
}
