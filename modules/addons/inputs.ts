import { arnPatterns } from "../../aws/arn-patterns";
import { ipFamilies } from "../../aws/cluster-limits";
import { partitions } from "../../aws/regions";
import { choice, keys, map, matches, nullable, object, readiness, text } from "../../kernel";
import { roleOptions } from "../role-options";
import { tagsInput } from "../tags-input";
import { addonInput, addonRules, configurationValues, identityWords } from "./addon-input";

export const addonName = keys(matches("addon-name", /^[A-Za-z0-9][A-Za-z0-9_-]*$/, "the name of an EKS add-on, of letters, digits, hyphens and underscores"));

export const identity = nullable(
  choice(identityWords, {
    doc: "How add-ons come by permissions: `podIdentity` and `irsa` give each a role of its own, `node` leaves them those of the nodes. Null: Pod Identity where eks-pod-identity-agent is among the add-ons, else IRSA where the cluster has its OIDC provider, else the nodes. A change keeps the roles: from Pod Identity to IRSA it changes the add-ons in place; the way back begins with `aws eks update-addon --pod-identity-associations` for each, because the provider takes a role from no add-on.",
  }),
);

export const addonsInputs = {
  clusterName: text({ doc: "Name of the cluster." }),
  partition: choice(partitions, { default: "aws", doc: "AWS partition of the account: decides how ARNs begin." }),
  region: text({ doc: "AWS region of the cluster." }),
  account: text({
    doc: "Id of the AWS account, twelve digits. Roles trust pods of this cluster alone, by account and ARN.",
    rules: [matches("addons-account", /^[0-9]{12}$/, "an account id of twelve digits")],
  }),
  kubernetesVersion: nullable(
    text({
      doc: "Kubernetes version of the cluster, such as `1.35`, for add-ons with `resolveVersion`.",
      rules: [matches("addons-kubernetes-version", /^1\.[0-9]{2}$/, "a minor version such as 1.35")],
    }),
  ),
  ipFamily: choice(ipFamilies, { default: "ipv4", doc: "Addresses of pods: AWS's policy for vpc-cni is for IPv4, so on an IPv6 cluster its role gets one of its own." }),
  identity,
  oidcProvider: nullable(
    object(
      {
        arn: text({ doc: "ARN of the provider.", rules: [matches("addons-oidc-provider", arnPatterns.oidcProvider, "the ARN of an OIDC provider")] }),
        issuer: text({ doc: "The issuer without `https://`.", rules: [matches("addons-oidc-issuer", /^[^:/]+\/.+$/, "an issuer without https://")] }),
      },
      { doc: "IAM's OIDC provider of the cluster, for roles by IRSA. Null where there is none." },
    ),
  ),
  addons: map(object({ ...addonInput, configurationValues }, { rules: addonRules }), {
    doc: "Add-ons by the name that EKS gives them. Nodes wait for those that stand before nodes, and the others wait for nodes.",
    rules: [addonName],
  }),
  nodesReady: readiness("Ids of the nodes that the add-ons after nodes need: their pods would find no place and the add-on would be reported degraded."),
  ...roleOptions,
  tags: tagsInput("Tags of everything that is made here."),
};
