import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { type Construct, resource, tf, where } from "../../kernel";
import { names, type Roles } from "./roles";
import type { WorkloadIdentityHandles } from "./inputs";

/** Tells EKS which role the pods of a service account get. Not for those that IRSA alone serves. */
export function associations(scope: Construct, { clusterName, identities, agentReady, tags }: WorkloadIdentityHandles, roles: Roles) {
  const associated = where(identities, (_, { method }) => tf`${method} != "irsa"`, names);
  const { value: identity } = associated.each;
  return resource(EksPodIdentityAssociation, scope, "this", {
    forEach: associated,
    clusterName,
    namespace: identity.namespace,
    serviceAccount: identity.serviceAccount,
    roleArn: roles.each.arn,
    targetRoleArn: tf<string>`one(${identity.targetRole}[*].role_arn)`,
    disableSessionTags: tf<boolean>`!${identity.sessionTags}`,
    tags,
    dependsOn: [agentReady],
  });
}
