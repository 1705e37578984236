import { argumentSince } from "../../aws/provider-floor";
import { argoCdRoles } from "../../aws/cluster-limits";
import { kubernetesNames } from "../../aws/kubernetes-names";
import { distinct, keys, list, map, matches, nullable, object, oneOf, text } from "../../kernel";
import { madeOrGivenRole } from "./auto-mode-input";

const role = (id: string) =>
  madeOrGivenRole(id, "Role that it uses in AWS: `create` makes one that may do nothing yet, `arn` names an existing one.");

const argoCd = {
  role: role("argocd-capability-role"),
  namespace: text({ default: "argocd", doc: "Namespace of Argo CD.", rules: [matches("argocd-namespace", kubernetesNames.dnsLabel, "the name of a namespace")] }),
  identityCenterArn: text({
    doc: "ARN of the IAM Identity Center instance by which people sign in.",
    rules: [matches("argocd-identity-center", /^arn:aws[a-z-]*:sso:::instance\/[A-Za-z0-9-]+$/, "the ARN of an IAM Identity Center instance")],
  }),
  identityCenterRegion: nullable(text({ doc: "Region of the instance, where it is not the cluster's." })),
  access: map(
    object({
      users: list(text(), { default: [], doc: "Ids of users of Identity Center." }),
      groups: list(text(), { default: [], doc: "Ids of groups of Identity Center." }),
    }),
    { default: {}, doc: `Who is what in Argo CD, by role: ${argoCdRoles.join(", ")}.`, rules: [keys(oneOf<string>("argocd-roles", argoCdRoles))] },
  ),
  vpcEndpointIds: list(text({ rules: [matches("argocd-vpc-endpoint", /^vpce-[0-9a-f]+$/, "the id of a VPC endpoint")] }), {
    default: [],
    doc: "VPC endpoints by which alone Argo CD is reached. None: it is reached from the internet.",
    rules: [distinct("argocd-distinct-vpc-endpoints")],
  }),
};

/** Controllers that EKS runs outside the cluster. EKS takes one of each type. */
export const capabilitiesInput = object(
  {
    ack: nullable(object({ role: role("ack-capability-role") }, { doc: "AWS Controllers for Kubernetes." })),
    kro: nullable(object({ role: role("kro-capability-role") }, { doc: "Kube Resource Orchestrator." })),
    argocd: nullable(object(argoCd, { doc: "Argo CD." })),
  },
  {
    default: {},
    since: argumentSince("aws_eks_capability", "type"),
    doc: "Controllers that EKS itself runs and updates for the cluster. What they have made in the cluster stays when one of them is removed.",
  },
);
